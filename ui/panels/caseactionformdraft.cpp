// SPDX-License-Identifier: GPL-3.0-or-later
// What was entered into the form of a step: as a draft, in words, and typed on.
#include "models/view/stepwords.h"
#include "ui/panels/caseactionform.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace gridward {

bool CaseActionForm::isTouched() const
{
    const bool chosen = !mChoices->isHidden() && mChoices->current() != mByItself;
    const bool dated = !mUntil->isHidden() && mUntil->date() != mUntilByItself;
    return chosen || dated || !mNote->toPlainText().trimmed().isEmpty() || mMet->isChecked() ||
           !mChoices->field()->text().isEmpty();
}

QJsonObject CaseActionForm::content() const
{
    return {{u"action"_s, toId(mAction)},
            {u"version"_s, version()},
            {u"target"_s, mChoices->isHidden() ? QString() : mChoices->current()},
            {u"title"_s, mChoices->isHidden() ? QString() : mChoices->currentTitle()},
            {u"until"_s, mUntil->date().toString(Qt::ISODate)},
            {u"met"_s, mMet->isChecked()},
            {u"note"_s, mNote->toPlainText()}};
}

void CaseActionForm::restore(const QJsonObject &content)
{
    const QScopedValueRollback quiet(mFilling, true);
    if (const QString target = content.value("target"_L1).toString(); !target.isEmpty()) {
        mWanted = Choice{target, content.value("title"_L1).toString()};
    }
    const QDate until = QDate::fromString(content.value("until"_L1).toString(), Qt::ISODate);
    if (until.isValid()) {
        mUntil->setDate(until);
    }
    mMet->setChecked(content.value("met"_L1).toBool());
    mNote->setPlainText(content.value("note"_L1).toString());
    mNote->moveCursor(QTextCursor::End); // one goes on where one was
    fillChoices();
    update();
}

bool CaseActionForm::isTyping() const
{
    return window()->focusWidget() == mNote;
}

void CaseActionForm::type(const QString &text)
{
    mNote->moveCursor(QTextCursor::End);
    mNote->insertPlainText(text);
}

QStringList CaseActionForm::summary() const
{
    QStringList lines{decides() ? sendText() : stepName(mAction, mFile.subject.state)};
    if (!mChoices->isHidden() && !mChoices->currentTitle().isEmpty()) {
        lines.first() += u" → "_s + mChoices->currentTitle();
    } else if (mWanted) {
        lines.first() += u" → "_s + tr("%1 (no longer there to choose)").arg(mWanted->title);
    }
    if (!mUntil->isHidden()) {
        const QString day = mUntil->date().toString(Qt::ISODate);
        lines.append(mAction == CaseAction::Supervise ? tr("Reply until the end of %1").arg(day)
                                                      : tr("Until: %1").arg(day));
    }
    if (const QString note = mNote->toPlainText().trimmed(); !note.isEmpty()) {
        lines.append(note);
    }
    return lines;
}

} // namespace gridward
