// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/namepanel.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gridward {

NamePanel::NamePanel(Kind kind, QWidget *parent)
    : MapPanel(parent)
    , mKind(kind)
    , mEmpty(new QLabel)
    , mList(new QListWidget)
    , mGo(new QPushButton)
    , mRemove(new QPushButton)
    , mName(new QLineEdit)
    , mAdd(new QPushButton)
{
    setObjectName(kind == Kind::Bookmarks ? u"bookmarkPanel"_s : u"layerThemePanel"_s);
    mList->setObjectName(u"names"_s);
    mGo->setObjectName(u"nameGo"_s);
    mRemove->setObjectName(u"nameRemove"_s);
    mName->setObjectName(u"nameNew"_s);
    mAdd->setObjectName(u"nameAdd"_s);
    mName->setMaxLength(60);
    mEmpty->setProperty("muted", true);
    mEmpty->setWordWrap(true);
    mList->installEventFilter(this);

    content()->addWidget(mEmpty);
    content()->addWidget(mList, 1);
    auto *row = new QHBoxLayout;
    row->addWidget(mGo, 1);
    row->addWidget(mRemove, 1);
    content()->addLayout(row);
    auto *fresh = new QHBoxLayout;
    fresh->addWidget(mName, 1);
    fresh->addWidget(mAdd);
    content()->addLayout(fresh);

    connect(mGo, &QPushButton::clicked, this, [this] { emit chosen(current()); });
    connect(mList, &QListWidget::itemDoubleClicked, this, [this] { emit chosen(current()); });
    connect(mList, &QListWidget::currentRowChanged, this, &NamePanel::updateState);
    connect(mRemove, &QPushButton::clicked, this, &NamePanel::remove);
    connect(mAdd, &QPushButton::clicked, this, &NamePanel::add);
    connect(mName, &QLineEdit::returnPressed, this, &NamePanel::add);
    connect(mName, &QLineEdit::textChanged, this, &NamePanel::updateState);
    NamePanel::retranslate();
    updateState();
}

void NamePanel::setTheme(const Theme &theme)
{
    MapPanel::setTheme(theme);
}

void NamePanel::setNames(const QStringList &names)
{
    const QString before = current();
    mList->clear();
    mList->addItems(names);
    const auto row = static_cast<int>(names.indexOf(before));
    mList->setCurrentRow(row >= 0 || names.isEmpty() ? row : 0);
    updateState();
}

void NamePanel::takeFocus()
{
    (mList->count() > 0 ? static_cast<QWidget *>(mList) : mName)->setFocus();
}

bool NamePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == mList && event->type() == QEvent::KeyPress && !current().isEmpty()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            emit chosen(current());
            return true;
        }
        if (key == Qt::Key_Delete) {
            remove();
            return true;
        }
    }
    return MapPanel::eventFilter(watched, event);
}

QString NamePanel::current() const
{
    const QListWidgetItem *item = mList->currentItem();
    return item == nullptr ? QString() : item->text();
}

void NamePanel::add()
{
    const QString name = mName->text().simplified();
    if (!name.isEmpty()) {
        mName->clear();
        emit added(name);
    }
}

void NamePanel::remove()
{
    if (const QString name = current(); !name.isEmpty()) {
        emit removed(name);
    }
}

void NamePanel::updateState()
{
    mEmpty->setVisible(mList->count() == 0);
    mList->setVisible(mList->count() > 0);
    mGo->setVisible(mList->count() > 0);
    mRemove->setVisible(mList->count() > 0);
    mGo->setEnabled(!current().isEmpty());
    mRemove->setEnabled(!current().isEmpty());
    mAdd->setEnabled(!mName->text().simplified().isEmpty());
}

void NamePanel::retranslate()
{
    MapPanel::retranslate();
    const bool bookmarks = mKind == Kind::Bookmarks;
    setHeading(bookmarks ? tr("Bookmarks") : tr("Layer themes"));
    mEmpty->setText(bookmarks
                        ? tr("No bookmarks yet. Name this view to come back to it.")
                        : tr("No themes yet. Name the layers as they are shown now to have them "
                             "again."));
    mGo->setText(bookmarks ? tr("Go") : tr("Apply"));
    mRemove->setText(tr("Remove"));
    mName->setPlaceholderText(bookmarks ? tr("Name of this view") : tr("Name of this theme"));
    mName->setAccessibleName(mName->placeholderText());
    mList->setAccessibleName(bookmarks ? tr("Bookmarks") : tr("Layer themes"));
    mAdd->setText(bookmarks ? tr("Add") : tr("Save"));
}

} // namespace gridward
