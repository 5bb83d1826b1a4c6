// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of the dispatch desk: what it speaks of, what it would do, and doing it.
#include "models/domain/language.h"
#include "models/view/casewords.h"
#include "models/view/livecases.h"
#include "models/view/unitmodel.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/panels/paneldocks.h"
#include "ui/panels/stepwhy.h"
#include "ui/panels/unitspanel.h"
#include "ui/workspaces/dispatchworkspace.h"
#include "ui/workspaces/takingback.h"

#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr qsizetype kMostNamed = 3; ///< cases, in the one line of a preview

QString namesOf(const QList<Case> &cases)
{
    QStringList names;
    for (const Case &one : cases.first(std::min(cases.size(), kMostNamed))) {
        const QString &what = one.text.isEmpty() ? one.address : one.text;
        names.append(shortNumber(one.number) + u' ' + what.left(16));
    }
    if (cases.size() > kMostNamed) {
        names.append(DispatchWorkspace::tr(
            "and %n more", nullptr, static_cast<int>(cases.size() - kMostNamed)));
    }
    return listed(names);
}

} // namespace

void DispatchWorkspace::startCommand()
{
    mCommand->start();
}

DeskView DispatchWorkspace::view() const
{
    DeskView view;
    view.rowCount = [this] { return table().queue().rowCount(); };
    view.caseAt = [this](int row) { return table().queue().caseAt(row); };
    view.find = [this](const CaseId &id) { return mLive.find(id); };
    view.chosen = table().selectedCases();
    view.english = isEnglish();
    view.offers = [this](DeskVerb verb) {
        const std::optional<CaseAction> step = stepOf(verb);
        return !step || *step == CaseAction::Withdraw || district().may(Thing::Case, toId(*step));
    };
    if (mUnits != nullptr) {
        view.units = mMentioned.isNull() ? mUnits->model().ranked()
                                         : mUnits->model().withTheOthers(mMentionedUnits);
    } else if (panel().file()) {
        view.units = panel().file()->proposals;
    }
    return view;
}

CommandBar::Preview DispatchWorkspace::preview(const DeskOrder &order) const
{
    CommandBar::Preview said;
    const std::optional<CaseAction> action = stepOf(order.verb);
    if (!action) {
        said.text = order.verb == DeskVerb::Look && !order.cases.isEmpty()
                        ? meaning(order.verb) + u": "_s + namesOf(order.cases)
                    : order.words.isEmpty() ? meaning(order.verb)
                                            : meaning(order.verb) + u": "_s + order.words;
        return said;
    }
    if (order.verb == DeskVerb::Undo) {
        said.text = case_words::word(*action);
        if (takingBack().isEmpty()) {
            said.refusal = tr("nothing was done here since you signed in");
        } else {
            said.text += u": "_s + takingBack().last();
        }
        return said;
    }
    QList<Case> possible;
    QString refusal;
    for (const Case &one : order.cases) {
        if (const auto why = whyNot(district(), *action, one)) {
            refusal = *why;
        } else {
            possible.append(one);
        }
    }
    said.text = case_words::word(*action);
    if (!order.unitName.isEmpty()) {
        said.text += u" → "_s + order.unitName;
    } else if (order.into) {
        said.text += u" → "_s + shortNumber(order.into->number);
    }
    said.text += u": "_s + namesOf(possible.isEmpty() ? order.cases : possible);
    if (possible.isEmpty()) {
        said.refusal = refusal;
    } else if (possible.size() < order.cases.size()) {
        said.text +=
            u" ("_s + tr("%1 of %2 can").arg(possible.size()).arg(order.cases.size()) + u')';
    }
    if (order.verb == DeskVerb::Dispatch && !possible.isEmpty()) {
        const auto outside = std::ranges::count_if(
            possible, [&](const Case &one) { return isOutside(one, order.unit); });
        if (outside > 0) {
            said.text += u" · "_s + tr("%n of the cases lie outside the street of this unit.",
                                       nullptr,
                                       static_cast<int>(outside));
        }
    }
    return said;
}

QList<StepOrder> DispatchWorkspace::stepsOf(const DeskOrder &order) const
{
    QList<StepOrder> steps;
    const std::optional<CaseAction> action = stepOf(order.verb);
    for (const Case &one : order.cases) {
        StepOrder step{one.id, one.number, {}};
        step.request.action = action.value_or(CaseAction::Urge);
        step.request.expectedVersion = one.version; // as the preview showed it
        step.request.note = order.words;
        step.soleStandard = order.verb == DeskVerb::File;
        if (order.verb == DeskVerb::Dispatch) {
            step.request.target = order.unit;
        } else if (order.into) {
            step.request.target = order.into->id.toText();
        }
        steps.append(step);
    }
    return steps;
}

void DispatchWorkspace::carryOut(const DeskOrder &order)
{
    switch (order.verb) {
    case DeskVerb::Undo:
        mCommand->finishLine();
        takeBack();
        return;
    case DeskVerb::Find:
        if (auto *field = findChild<QLineEdit *>(u"queueFind"_s)) {
            field->setText(order.words);
        }
        mCommand->finishLine();
        focusQueue();
        return;
    case DeskVerb::Look:
        mCommand->finishLine();
        if (!order.cases.isEmpty() && showCase(order.cases.first().id)) {
            takeChoice();
            mDocks->showPanel(u"case"_s);
            if (panelIsFree()) {
                panel().focusActions();
            }
        }
        return;
    case DeskVerb::Help:
        mCommand->finishLine();
        mCommand->start();
        return;
    default:
        break;
    }
    QString what = case_words::word(*stepOf(order.verb));
    if (!order.unitName.isEmpty()) {
        what += u" → "_s + order.unitName;
    } else if (order.into) {
        what += u" → "_s + shortNumber(order.into->number);
    }
    run(what, stepsOf(order), true);
}

} // namespace gridward
