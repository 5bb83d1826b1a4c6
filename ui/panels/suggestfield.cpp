// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/suggestfield.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QCoreApplication>
#include <QFrame>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kMostRows = 7;
constexpr int kRowHeight = 48;
constexpr int kLeastWidth = 440;

} // namespace

SuggestField::SuggestField(const QString &name, QWidget *parent)
    : QWidget(parent)
    , mField(new QLineEdit(this))
    , mPopup(new QFrame)
    , mList(new ChoiceList(mPopup.data()))
    , mRows(mList->findChild<QAbstractItemView *>(u"choiceRows"_s))
{
    setObjectName(name + u"Suggest"_s);
    mField->setObjectName(name);
    mField->setClearButtonEnabled(true);
    mField->installEventFilter(this);
    setFocusProxy(mField);
    mPopup->setObjectName(u"suggestPopup"_s);
    mPopup->hide();
    mList->setFilterVisible(false);
    mRows->setFocusPolicy(Qt::NoFocus); // the keyboard stays in the field
    auto *popup = new QVBoxLayout(mPopup.data());
    popup->setContentsMargins(1, 1, 1, 1);
    popup->addWidget(mList);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(mField);
    connect(mField, &QLineEdit::textEdited, this, &SuggestField::edited);
    connect(mField, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty() && !mField->isModified()) {
            emit edited(text); // the clear button edits nothing
        }
    });
    connect(mRows, &QAbstractItemView::clicked, this, [this] {
        close();
        emit chosen(mList->current());
    });
}

SuggestField::~SuggestField()
{
    delete mPopup.data(); // of the window, not of the field, unless that went first
}

void SuggestField::setChoices(const QList<Choice> &choices, const QString &marked)
{
    mChoices = choices;
    mList->setChoices(choices);
    // Never what was chosen before: that is no answer to what is typed now.
    mList->setCurrent(choices.isEmpty() || !marked.isEmpty() ? marked : choices.first().id);
    if (choices.isEmpty() || !mField->hasFocus()) {
        close();
    } else {
        open();
    }
}

bool SuggestField::isOpen() const
{
    return mPopup && mPopup->isVisible();
}

void SuggestField::close()
{
    if (mPopup) {
        mPopup->hide();
    }
}

void SuggestField::open()
{
    QWidget *top = window();
    if (mPopup->parentWidget() != top) {
        mPopup->setParent(top);
    }
    // A line that appears above, or one who scrolls, moves the field away from under its list.
    for (QWidget *around = this; around != nullptr && around != top;
         around = around->parentWidget()) {
        around->installEventFilter(this);
    }
    placePopup();
    mList->setVisibleRows(1);
    mPopup->raise();
    mPopup->show();
}

void SuggestField::placePopup()
{
    const QWidget *top = window();
    const QPoint below = mField->mapTo(top, QPoint(0, mField->height() + 2));
    const int rows = static_cast<int>(std::min<qsizetype>(mChoices.size(), kMostRows));
    const int room = std::max(kRowHeight, top->height() - below.y() - 8);
    mPopup->setGeometry(below.x(),
                        below.y(),
                        std::max(mField->width(), kLeastWidth),
                        std::min(room, rows * kRowHeight + 6));
}

void SuggestField::setTheme(const Theme &theme)
{
    mList->setTheme(theme);
}

bool SuggestField::takeKey(int key, Qt::KeyboardModifiers modifiers)
{
    const bool plain = (modifiers & ~Qt::KeypadModifier) == Qt::NoModifier;
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (!mChoices.isEmpty()) {
            if (isOpen()) {
                QKeyEvent copy(QEvent::KeyPress, key, modifiers);
                QCoreApplication::sendEvent(mRows, &copy);
            } else {
                open();
            }
        }
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!plain) {
            return false; // the form's
        }
        if (isOpen() && !mList->current().isEmpty()) {
            close();
            emit chosen(mList->current());
        } else {
            emit passed();
        }
        return true;
    case Qt::Key_Tab:
        if (isOpen() && plain && !mList->current().isEmpty()) {
            close();
            emit chosen(mList->current());
            return true;
        }
        return false;
    case Qt::Key_Escape:
        if (isOpen()) {
            close();
            return true;
        }
        return false;
    default:
        return false;
    }
}

bool SuggestField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != mField) {
        if ((event->type() == QEvent::Move || event->type() == QEvent::Resize) && isOpen()) {
            placePopup();
        }
    } else if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (takeKey(key->key(), key->modifiers())) {
            return true;
        }
    } else if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide) {
        close();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gridward
