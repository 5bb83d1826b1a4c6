// SPDX-License-Identifier: GPL-3.0-or-later
// Where the keyboard of a workspace with queues is, and which keys work there.
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/panels/queuefilterbar.h"
#include "ui/panels/typedtext.h"
#include "ui/workspaces/queueworkspace.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kKeyedViews = 9; ///< Ctrl+Shift+1 to 9

bool isEnter(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

/** A letter, digit or sign as such; the space presses buttons. */
bool isLetter(const QKeyEvent &event)
{
    return isTypedText(event) && !event.text().at(0).isSpace();
}

/** A button has no use for them; the arrows go from button to button. */
bool goesToAnEnd(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Home || event.key() == Qt::Key_End ||
           event.key() == Qt::Key_PageUp || event.key() == Qt::Key_PageDown;
}

/** There a letter is a letter, or looks for a row. */
bool keepsItsKeys(const QWidget *widget)
{
    return widget != nullptr &&
           (widget->inherits("QLineEdit") || widget->inherits("QTextEdit") ||
            widget->inherits("QPlainTextEdit") || widget->inherits("QComboBox") ||
            widget->inherits("QAbstractSpinBox"));
}

} // namespace

void QueueWorkspace::makeKeys()
{
    const auto add = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    add(QKeySequence::Find, [this] { find(); });
    add(QKeySequence::Undo, [this] { takeBack(); });
    for (int place = 0; place < kKeyedViews; ++place) {
        add(QKeySequence(Qt::CTRL | Qt::SHIFT | static_cast<Qt::Key>(Qt::Key_1 + place)),
            [this, place] { showView(place); });
    }
}

void QueueWorkspace::focusQueue()
{
    if (window()->isVisible() && !isVisible()) {
        return; // what nobody sees takes no keys away from what is seen
    }
    QWidget *shown = mStack->currentWidget() == mNothing ? mNothing : queue().table;
    shown->setFocus();
}

void QueueWorkspace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // Who opens a desk goes through its queue; who was entering a step is there again.
    const bool enters = mPanel->isBusy() && mPanel->isAncestorOf(focusWidget());
    if (!event->spontaneous() && !enters) {
        focusQueue();
    }
}

/** Takes what hides cases off again, from inside out; false if nothing does. */
bool QueueWorkspace::takeFilterOff()
{
    if (narrows()) {
        widen();
        return true;
    }
    if (!mStage) {
        return false;
    }
    mStage.reset();
    applyFilters();
    return true;
}

void QueueWorkspace::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && mFilters->hasWordFocus()) {
        mFilters->clearWords();
        focusQueue();
    } else if (event->key() == Qt::Key_Escape && mFilters->hasFieldFocus()) {
        focusQueue();
    } else if (event->key() == Qt::Key_Escape && mStack->isAncestorOf(window()->focusWidget()) &&
               takeFilterOff()) {
        focusQueue();
    } else if (isEnter(*event) && mNothing->hasFocus() && mNothingClear->isVisible()) {
        clearFilters(); // the one thing that there is to do
    } else if (!mPassesKey &&
               (mStack->currentWidget() == mNothing || isLetter(*event) || goesToAnEnd(*event)) &&
               !keepsItsKeys(window()->focusWidget())) {
        // An empty queue takes the keys of every other, and so does a button that has no use for
        // them: else one would be caught there.
        mPassesKey = true;
        QCoreApplication::sendEvent(queue().table, event);
        mPassesKey = false;
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace gridward
