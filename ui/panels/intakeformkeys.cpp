// SPDX-License-Identifier: GPL-3.0-or-later
// What the form of the call desk does with keys, and with what is pasted or dropped.
#include "ui/panels/intakeform.h"
#include "ui/panels/levelchips.h"
#include "ui/panels/photostrip.h"
#include "ui/panels/suggestfield.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

bool isEnter(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

} // namespace

void IntakeForm::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    if (isEnter(*event) && (control || mSend->hasFocus())) {
        send();
    } else if (event->matches(QKeySequence::Paste)) {
        mPhotos->add(QGuiApplication::clipboard()->mimeData());
    } else {
        QWidget::keyPressEvent(event);
    }
}

bool IntakeForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == mClassField->field()) {
        const QSignalBlocker quiet(mClassField->field()); // nobody has entered that
        fitClass();
    }
    if (event->type() == QEvent::FocusIn) {
        mScroll->ensureWidgetVisible(static_cast<QWidget *>(watched), 0, 8);
    }
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    auto *key = static_cast<QKeyEvent *>(event);
    if (isEnter(*key) && key->modifiers().testFlag(Qt::ControlModifier)) {
        send();
        return true;
    }
    if (key->matches(QKeySequence::Paste)) {
        // A picture goes to the pictures, wherever the keyboard is; words stay where they belong.
        const QMimeData *pasted = QGuiApplication::clipboard()->mimeData();
        const bool isPicture = pasted != nullptr && (pasted->hasUrls() || !pasted->hasText());
        return isPicture && mPhotos->add(pasted);
    }
    if (watched == mSource && key->key() >= Qt::Key_1 &&
        key->key() < Qt::Key_1 + mSource->count()) {
        mSource->setCurrentIndex(key->key() - Qt::Key_1);
        return true;
    }
    if (!isEnter(*key) || key->modifiers().testFlag(Qt::ShiftModifier)) {
        return QWidget::eventFilter(watched, event);
    }
    if (watched == mText) {
        mSource->setFocus(Qt::TabFocusReason);
    } else if (watched == mSource || watched == mKeepSource) {
        mLevel->focusChosen();
    } else if (watched == mAddress) {
        goToClass();
    } else {
        return QWidget::eventFilter(watched, event);
    }
    return true;
}

void IntakeForm::dragEnterEvent(QDragEnterEvent *event)
{
    if (mPhotos->isEnabled() && (event->mimeData()->hasUrls() || event->mimeData()->hasImage())) {
        event->acceptProposedAction();
    }
}

void IntakeForm::dropEvent(QDropEvent *event)
{
    if (mPhotos->isEnabled() && mPhotos->add(event->mimeData())) {
        event->acceptProposedAction();
    }
}

} // namespace gridward
