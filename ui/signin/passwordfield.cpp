// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/passwordfield.h"

#include "ui/theme/icons.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace gridward {

PasswordField::PasswordField(const QString &name, QWidget *parent)
    : QWidget(parent)
    , mLabel(new QLabel)
    , mLine(new QLineEdit)
    , mCaps(new QLabel)
    , mEye(new QAction(this))
{
    mLabel->setObjectName(u"fieldLabel"_s);
    mLabel->setBuddy(mLine);
    mLine->setObjectName(name);
    mLine->setEchoMode(QLineEdit::Password);
    // Neither word lists of the input method nor undo keep what was typed.
    mLine->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                               Qt::ImhNoAutoUppercase);
    mLine->installEventFilter(this);
    mCaps->setObjectName(u"capsHint"_s);
    mCaps->hide();
    mEye->setObjectName(u"showPassword"_s);
    mEye->setCheckable(true);
    mLine->addAction(mEye, QLineEdit::TrailingPosition);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(mLabel);
    column->addWidget(mLine);
    column->addWidget(mCaps);
    setFocusProxy(mLine);
    connect(mEye, &QAction::toggled, this, &PasswordField::showPlain);
    connect(mLine, &QLineEdit::textEdited, this, &PasswordField::changed);
    connect(mLine, &QLineEdit::returnPressed, this, &PasswordField::accepted);
    retranslate();
}

void PasswordField::setTheme(const Theme &theme)
{
    mTheme = &theme;
    mEye->setIcon(themedIcon(mEye->isChecked() ? u"eye-off"_s : u"eye"_s, theme));
}

void PasswordField::setLabel(const QString &label)
{
    mLabel->setText(label);
    mLine->setAccessibleName(label);
}

bool PasswordField::isEmpty() const
{
    return mLine->text().isEmpty();
}

QString PasswordField::typed() const
{
    return mLine->text();
}

Secret PasswordField::take()
{
    QString text = mLine->text();
    clear();
    return Secret::take(text);
}

void PasswordField::clear()
{
    mLine->clear();
    mEye->setChecked(false);
    mCaps->hide();
}

bool PasswordField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == mLine && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const QString text = key->text();
        // No toolkit tells the state of Caps Lock: a capital without Shift gives it away.
        if (key->key() == Qt::Key_CapsLock) {
            mCaps->hide();
        } else if (text.size() == 1 && text.at(0).isLetter() && text.at(0) < u'\u0080') {
            const bool shift = key->modifiers().testFlag(Qt::ShiftModifier);
            mCaps->setVisible(text.at(0).isUpper() != shift);
        }
    }
    if (watched == mLine && event->type() == QEvent::FocusOut) {
        mCaps->hide();
    }
    return QWidget::eventFilter(watched, event);
}

void PasswordField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void PasswordField::showPlain(bool plain)
{
    mLine->setEchoMode(plain ? QLineEdit::Normal : QLineEdit::Password);
    if (mTheme != nullptr) {
        setTheme(*mTheme);
    }
    retranslate();
}

void PasswordField::retranslate()
{
    mEye->setToolTip(mEye->isChecked() ? tr("Hide the password") : tr("Show the password"));
    mEye->setText(mEye->toolTip());
    mCaps->setText(tr("Caps Lock seems to be on."));
}

} // namespace gridward
