// SPDX-License-Identifier: GPL-3.0-or-later
// The steps that the dispatch desk takes by itself: several at once, and taking them back.
#include "models/domain/language.h"
#include "models/service/unitport.h"
#include "models/view/casewords.h"
#include "models/view/livecases.h"
#include "models/view/queuefilter.h"
#include "ui/panels/batchdispatch.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/panels/conflictview.h"
#include "ui/panels/runreport.h"
#include "ui/panels/stepwhy.h"
#include "ui/workspaces/dispatchworkspace.h"
#include "ui/workspaces/takingback.h"

#include <QStackedWidget>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr qsizetype kMostReasons = 5; ///< so many fit into a message

/** Who was first and with what, where somebody was: versions are nobody's words. */
QString whyLost(const StepOutcome &one, const DistrictPort &district)
{
    if (one.error->code != ErrorCode::Conflict) {
        return withNumber(one.order.number, one.error->message);
    }
    const QStringList since =
        one.now ? happenedSince(*one.now, one.order.request.expectedVersion.value_or(0), district)
                : QStringList();
    return since.isEmpty()
               ? DispatchWorkspace::tr("%1: somebody else was first.").arg(one.order.number)
               : DispatchWorkspace::tr("%1: somebody else was first: %2")
                     .arg(one.order.number, since.last());
}

QStringList failuresOf(const QList<StepOutcome> &outcomes, const DistrictPort &district)
{
    QStringList lines;
    for (const StepOutcome &one : outcomes) {
        if (one.error) {
            lines.append(whyLost(one, district));
        }
    }
    return lines;
}

} // namespace

void DispatchWorkspace::dispatchTo(const QList<CaseId> &cases, const QString &unit)
{
    if (panel().isBusy()) {
        tellEntering(); // no unit takes a case past a form or a conflict that is open
        return;
    }
    const bool english = isEnglish();
    QList<StepOrder> orders;
    for (const CaseId &id : cases) {
        const Case *subject = mLive.find(id);
        StepOrder order{id, subject != nullptr ? subject->number : id.toText(), {}};
        order.request.action = CaseAction::Dispatch;
        order.request.target = unit;
        order.request.expectedVersion = subject != nullptr ? subject->version : 0;
        orders.append(order);
    }
    if (orders.isEmpty()) {
        emit messageRequested({Message::Level::Info, tr("No case is chosen: choose one first.")});
        return;
    }
    run(case_words::word(CaseAction::Dispatch) + u" → "_s + district().names().unit(unit, english),
        orders);
}

void DispatchWorkspace::assign(const CaseId &id, const QString &person, const QString &name)
{
    if (panel().isBusy()) {
        tellEntering();
        return;
    }
    const Case *subject = mLive.find(id);
    StepOrder order{id, subject != nullptr ? subject->number : QString(), {}};
    order.request.action = CaseAction::Assign;
    order.request.target = person;
    order.request.expectedVersion = subject != nullptr ? subject->version : 0;
    run(case_words::word(CaseAction::Assign) + u" → "_s + name, {order});
}

void DispatchWorkspace::run(const QString &what, const QList<StepOrder> &orders, bool byCommand)
{
    if (mRunner.isRunning()) {
        emit messageRequested(
            {Message::Level::Info, tr("Steps are still being written. Try again in a moment.")});
        return;
    }
    mWhat = what;
    mByCommand = byCommand;
    mWasDropped = std::exchange(mIsDrop, false);
    mRefused.clear();
    QList<StepOrder> possible;
    for (const StepOrder &order : orders) {
        const Case *subject = mLive.find(order.id);
        const std::optional<QString> why = subject == nullptr
                                               ? std::optional(tr("no longer open"))
                                               : whyNot(district(), order.request.action, *subject);
        // What others made impossible meanwhile is for the store to tell, with both versions.
        const bool isCurrent =
            subject != nullptr && order.request.expectedVersion == subject->version;
        if (why && (isCurrent || subject == nullptr)) {
            mRefused.append({order, {}, Error{ErrorCode::Refused, *why, {}}, {}});
        } else {
            possible.append(order);
        }
    }
    mRunner.start(possible);
}

void DispatchWorkspace::takeRun(const QString &what, const QList<StepOutcome> &outcomes)
{
    mWhat = what;
    mBatch->noteOwn(outcomes);
    OwnSteps own;
    own.what = what;
    for (const StepOutcome &one : outcomes) {
        own.action = one.order.request.action;
        if (one.after) {
            own.steps.append({one.after->id, one.after->number, one.after->version});
        }
    }
    if (own.steps.size() == 1) {
        own.what = tr("%1: %2").arg(shortNumber(own.steps.first().number), what);
    } else if (own.steps.size() > 1) {
        own.what = tr("%1 (%n case(s))", nullptr, static_cast<int>(own.steps.size())).arg(what);
    }
    tell(what, outcomes, takingBack().remember(own));
}

bool DispatchWorkspace::isOutside(const Case &subject, const QString &unit) const
{
    if (mDesk.units == nullptr) {
        return false;
    }
    const QList<Organisation> &units = mDesk.units->picture().units;
    const auto found = std::ranges::find(units, unit, &Organisation::code);
    return found != units.end() && !found->division.isEmpty() &&
           !isWithin(subject, found->division);
}

/** A unit may help in another street: that it was meant is for people to see. */
QString DispatchWorkspace::outsideText(const QList<StepOutcome> &outcomes) const
{
    const auto count = std::ranges::count_if(outcomes, [this](const StepOutcome &one) {
        return one.after && one.order.request.action == CaseAction::Dispatch &&
               isOutside(*one.after, one.order.request.target);
    });
    return count == 0 ? QString()
                      : u' ' + tr("%n of the cases lie outside the street of this unit.",
                                  nullptr,
                                  static_cast<int>(count));
}

void DispatchWorkspace::tell(const QString &what, const QList<StepOutcome> &outcomes, int own)
{
    const QStringList failures = failuresOf(outcomes, district());
    const QString back = std::exchange(mWasDropped, false) && failures.isEmpty()
                             ? tr("Dropped by mistake? “Take back” undoes it.")
                             : QString();
    const auto went = static_cast<int>(outcomes.size() - failures.size());
    const QString outside = outsideText(outcomes);
    const QString done = outcomes.size() == 1
                             ? tr("%1: %2.").arg(shortNumber(outcomes.first().order.number),
                                                 what) // which one it was
                             : tr("%1: %n case(s).", nullptr, went).arg(what);
    const bool wasTyped = std::exchange(mByCommand, false);
    if (wasTyped) {
        if (failures.isEmpty()) {
            mCommand->finishLine();
        }
        mCommand->tell(failures.isEmpty() ? done + outside : failures.join(u"; "_s),
                       !failures.isEmpty());
    }
    if (failures.isEmpty()) {
        const QString text = back.isEmpty() ? done + outside : done + outside + u' ' + back;
        emit messageRequested(takingBack().messageOf(text, Message::Level::Success, own));
    } else {
        QStringList lines{went > 0 ? done : what,
                          tr("%n could not be:", nullptr, static_cast<int>(failures.size()))};
        lines += failures.first(std::min(failures.size(), kMostReasons));
        if (failures.size() > kMostReasons) {
            lines.append(u"…"_s);
        }
        emit messageRequested(
            takingBack().messageOf(lines.join(u'\n'), Message::Level::Warning, own));
    }
    const bool lost =
        std::ranges::any_of(outcomes, [](const StepOutcome &one) { return one.now.has_value(); });
    if (mReport->isOpen() || (!failures.isEmpty() && (outcomes.size() > 1 || lost))) {
        mReport->take(what, outcomes);
    }
    if (mReport->isOpen()) {
        side().setCurrentWidget(mReport);
        if (!failures.isEmpty() || !wasTyped) {
            mReport->setFocus();
        }
        return;
    }
    if (!wasTyped) {
        focusQueue();
    }
    takeChoice();
}

void DispatchWorkspace::takeBack()
{
    if (mRunner.isRunning()) {
        emit messageRequested(
            {Message::Level::Info, tr("Steps are still being written. Try again in a moment.")});
        return;
    }
    mBatch->forget();
    QueueWorkspace::takeBack();
}

/** Whoever sits down now goes on with nothing of what the one before was at. */
void DispatchWorkspace::leaveUser()
{
    const QString before = std::exchange(mUser, district().user().name);
    if (before == mUser) {
        return; // the same one in another post
    }
    mRefused.clear();
    mByCommand = false;
    mReport->clear();
    mCommand->setLine({});
    readHistory(); // what was given as a reason is not in it
    takeChoice();
}

} // namespace gridward
