// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/typingguard.h"

#include "ui/panels/typedtext.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace gridward {

namespace {

constexpr int kPause = 1000; ///< milliseconds: who types goes on sooner

/** What would have been text; Enter too, which ends a sentence. */
bool isText(const QKeyEvent &key)
{
    const bool plain =
        (key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    const bool isEnter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    const bool erases = key.key() == Qt::Key_Backspace || key.key() == Qt::Key_Delete;
    return isTypedText(key) || (plain && (isEnter || erases));
}

} // namespace

TypingGuard::TypingGuard(QWidget *owner)
    : QObject(owner)
    , mOwner(owner)
{
}

void TypingGuard::begin()
{
    mSince.start();
    if (!mIsOn) {
        mIsOn = true;
        qApp->installEventFilter(this); // before every filter of a single widget
    }
}

void TypingGuard::end()
{
    mIsOn = false;
    qApp->removeEventFilter(this);
}

bool TypingGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) {
        return false;
    }
    if (mSince.elapsed() > kPause) {
        end();
        return false;
    }
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (widget == nullptr || widget->window() != mOwner->window() ||
        !isText(static_cast<QKeyEvent &>(*event))) {
        return false;
    }
    mSince.start();
    event->accept();
    return true;
}

} // namespace gridward
