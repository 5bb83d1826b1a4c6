// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/queueviewsdialog.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kLongestName = 40;
constexpr qsizetype kMostViews = 50;
constexpr int kRowHeight = 40;

} // namespace

QueueViewsDialog::QueueViewsDialog(const QList<QueueView> &views,
                                   const QueueView &present,
                                   QWidget *parent)
    : QDialog(parent)
    , mViews(views)
    , mPresent(present)
    , mName(new QLineEdit)
    , mSave(new QPushButton(tr("Save")))
    , mList(new QListWidget)
    , mHint(new QLabel)
{
    setObjectName(u"queueViewsDialog"_s);
    setWindowTitle(tr("Saved views"));
    auto *heading = new QLabel(windowTitle());
    heading->setObjectName(u"dialogHeading"_s);
    mName->setObjectName(u"viewName"_s);
    mName->setMaxLength(kLongestName);
    mName->setPlaceholderText(tr("Name for what the queue shows now"));
    mName->setAccessibleName(mName->placeholderText());
    mSave->setObjectName(u"viewSave"_s);
    mSave->setDefault(true);
    mList->setObjectName(u"viewList"_s);
    mList->setAccessibleName(windowTitle());
    mList->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    mList->installEventFilter(this);
    mName->installEventFilter(this);
    mHint->setObjectName(u"viewHint"_s);
    mHint->setWordWrap(true);
    mHint->setProperty("muted", true);
    showHint();
    auto *buttons = new QDialogButtonBox;
    auto *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setAutoDefault(false);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(mName, 1);
    first->addWidget(mSave);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(16);
    layout->addWidget(heading);
    layout->addLayout(first);
    layout->addWidget(mList, 1);
    layout->addWidget(mHint);
    layout->addWidget(buttons);
    setMinimumSize(480, 400);
    connect(mSave, &QPushButton::clicked, this, &QueueViewsDialog::save);
    connect(mName, &QLineEdit::textChanged, this, &QueueViewsDialog::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(mList, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        if (!mFilling) {
            rename(mList->row(item), item->text().simplified());
        }
    });
    fill(0);
    check();
    mName->setFocus();
}

int QueueViewsDialog::rowNamed(const QString &name) const
{
    for (int row = 0; row < mViews.size(); ++row) {
        if (mViews.at(row).name.compare(name, Qt::CaseInsensitive) == 0) {
            return row;
        }
    }
    return -1;
}

void QueueViewsDialog::check()
{
    const QString name = mName->text().simplified();
    const bool known = rowNamed(name) >= 0;
    mSave->setText(known ? tr("Replace") : tr("Save"));
    mSave->setEnabled(!name.isEmpty() && (known || mViews.size() < kMostViews));
}

void QueueViewsDialog::save()
{
    QueueView view = mPresent;
    view.name = mName->text().simplified();
    if (view.name.isEmpty()) {
        return;
    }
    int row = rowNamed(view.name);
    if (row >= 0) {
        mViews[row] = view;
    } else {
        row = static_cast<int>(mViews.size());
        mViews.append(view);
    }
    fill(row);
    emit viewsChanged(mViews);
    accept();
}

void QueueViewsDialog::rename(int row, const QString &name)
{
    const int other = rowNamed(name);
    if (row >= 0 && row < mViews.size() && !name.isEmpty() && (other < 0 || other == row)) {
        mViews[row].name = name.left(kLongestName);
        emit viewsChanged(mViews);
    }
    fill(row); // two of one name, or none, would leave it as it was
}

void QueueViewsDialog::remove()
{
    const int row = mList->currentRow();
    if (row >= 0 && row < mViews.size()) {
        mDeleted.append({row, mViews.takeAt(row)});
        fill(row);
        showHint();
        emit viewsChanged(mViews);
    }
}

void QueueViewsDialog::bringBack()
{
    if (mDeleted.isEmpty() || mViews.size() >= kMostViews) {
        return;
    }
    const auto [place, view] = mDeleted.takeLast();
    if (rowNamed(view.name) < 0) { // or else another one has its name by now
        const int row = std::min(place, static_cast<int>(mViews.size()));
        mViews.insert(row, view);
        fill(row);
        emit viewsChanged(mViews);
    }
    showHint();
}

void QueueViewsDialog::showHint()
{
    mHint->setText(mDeleted.isEmpty()
                       ? tr("F2 renames, Delete deletes, Ctrl+↑ and Ctrl+↓ move. The first nine "
                            "have the keys Ctrl+Shift+1 to 9.")
                       : tr("“%1” is deleted. Ctrl+Z brings it back while this window is open.")
                             .arg(mDeleted.last().second.name));
}

void QueueViewsDialog::move(int step)
{
    const int row = mList->currentRow();
    const int to = row + step;
    if (row >= 0 && row < mViews.size() && to >= 0 && to < mViews.size()) {
        mViews.swapItemsAt(row, to);
        fill(to);
        emit viewsChanged(mViews);
    }
}

void QueueViewsDialog::fill(int current)
{
    mFilling = true;
    mList->clear();
    for (const QueueView &view : std::as_const(mViews)) {
        auto *item = new QListWidgetItem(view.name, mList);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setSizeHint({0, kRowHeight}); // the field that renames it fits in
    }
    mList->setCurrentRow(std::min(current, mList->count() - 1));
    mFilling = false;
    check();
}

bool QueueViewsDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == mName && event->type() == QEvent::KeyPress && mList->count() > 0) {
        // The row below looks chosen: what the hint says of it works from the name too.
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_F2) {
            mList->setFocus();
            if (key == Qt::Key_F2) {
                mList->editItem(mList->currentItem());
            }
            return true;
        }
    }
    if (watched == mList && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool control = key->modifiers().testFlag(Qt::ControlModifier);
        if (key->key() == Qt::Key_Delete) {
            remove();
            return true;
        }
        if (key->matches(QKeySequence::Undo)) {
            bringBack();
            return true;
        }
        if (control && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            move(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace gridward
