// SPDX-License-Identifier: GPL-3.0-or-later
// What the supervising axis has to do with a case: who was sent, what is to be answered,
// call-backs.
#include "models/service/districtport.h"
#include "models/view/casewords.h"
#include "models/view/watchwords.h"
#include "ui/panels/casedetails.h"

namespace gridward {

void CaseDetails::fillSupervision()
{
    const CaseProcess &process = mFile->process;
    const Instant now = mDistrict.clock().now();
    const auto time = [now](Instant moment) { return case_words::timeText(moment, now); };
    if (process.task) {
        const CaseTask &task = *process.task;
        const QString name = task.verifies ? tr("Sent to verify") : tr("Sent to check");
        addFact(name,
                task.until < now
                    ? tr("%1, was due %2").arg(personName(task.person), time(task.until))
                    : tr("%1, until %2").arg(personName(task.person), time(task.until)));
    }
    for (const CaseSupervision &one : process.supervisions) {
        QString text = tr("%1: %2").arg(time(one.at), one.reason);
        if (one.replied) {
            text += u'\n' + tr("Answered %1: %2").arg(time(*one.replied), one.reply);
        } else if (one.until) {
            const QString until = case_words::endText(*one.until, now);
            text += u'\n' + (*one.until < now ? tr("No reply; was due %1").arg(until)
                                              : tr("Reply until %1").arg(until));
        }
        addFact(tr("Supervised"), text);
    }
    if (mFile->subject.rung > 0) {
        addFact(tr("Urged"),
                mFile->subject.rungTier.isEmpty()
                    ? tr("at %1 % of the limit").arg(mFile->subject.rung)
                    : tr("at %1 % of the limit: %2")
                          .arg(mFile->subject.rung)
                          .arg(watch_words::tierWord(mFile->subject.rungTier)));
    }
    if (mFile->subject.lacksPicture) {
        addFact(tr("Evidence"), tr("handed in without the picture that its class asks for"));
    }
    QStringList heard;
    if (process.satisfied) {
        heard.append(*process.satisfied ? tr("satisfied") : tr("not satisfied"));
    } else if (process.calledBackAt) {
        heard.append(tr("reached %1").arg(time(*process.calledBackAt)));
    }
    if (process.missedCalls > 0) {
        heard.append(tr("not reached: %n time(s)", nullptr, process.missedCalls));
    }
    addFact(tr("Call-back"), heard.join(u"; "));
}

} // namespace gridward
