// SPDX-License-Identifier: GPL-3.0-or-later
// Which cases a step for several is for, which of them others took, and what is said about it.
#include "models/view/casewords.h"
#include "models/view/livecases.h"
#include "models/view/queuefilter.h"
#include "ui/panels/actionwords.h"
#include "ui/panels/batchactions.h"
#include "ui/panels/batchdispatch.h"
#include "ui/panels/choicelist.h"
#include "ui/panels/stepwhy.h"

#include <QButtonGroup>
#include <QLabel>
#include <QMap>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QSet<QUuid> setOf(const QList<CaseId> &cases)
{
    QSet<QUuid> all;
    for (const CaseId &id : cases) {
        all.insert(id.value);
    }
    return all;
}

constexpr qsizetype kMostNamed = 4;   ///< cases in one sentence
constexpr int kMostReasons = 2;       ///< of one step, without the tool tip
constexpr qsizetype kMostRefused = 3; ///< lines of them

} // namespace

void BatchDispatch::setCases(const QList<CaseId> &cases)
{
    if (mRunner.isRunning()) {
        return;
    }
    if (cases == mCases) {
        if (mAsChosen.isEmpty()) {
            remember();
        }
        return;
    }
    if (haveLeft(cases)) {
        mGone.clear();
        const QSet<QUuid> chosen = setOf(cases);
        for (const CaseId &id : std::as_const(mCases)) {
            if (!chosen.contains(id.value)) {
                mGone.insert(id.value);
            }
        }
        update();
        return;
    }
    const bool areSame =
        cases.size() <= batch::kMostRead && std::ranges::is_permutation(cases, mCases);
    mCases = cases;
    mGone.clear();
    remember();
    if (areSame || isTouched()) {
        lookForRequests();
        update(); // rows moved, or one more was chosen: what is being entered stays
        return;
    }
    mRequests.clear();
    mReading = 0;
    lookForRequests();
    standOnFirst();
    askProposals();
    update();
}

void BatchDispatch::remember()
{
    mAsChosen.clear();
    for (const CaseId &id : std::as_const(mCases)) {
        if (const Case *subject = mLive.find(id)) {
            const int version = std::max(subject->version, mOwn.value(id.value));
            mAsChosen.insert(id.value, {subject->number, version});
        }
    }
}

void BatchDispatch::forget()
{
    mAsChosen.clear();
    mGone.clear();
}

void BatchDispatch::noteOwn(const QList<StepOutcome> &outcomes)
{
    mOwn.clear();
    for (const StepOutcome &one : outcomes) {
        if (one.after) {
            mOwn.insert(one.after->id.value, one.after->version);
        }
    }
}

bool BatchDispatch::isChanged(const CaseId &id) const
{
    const auto then = mAsChosen.constFind(id.value);
    const Case *now = mLive.find(id);
    return then != mAsChosen.constEnd() && (now == nullptr || now->version > then->version);
}

bool BatchDispatch::haveLeft(const QList<CaseId> &chosen) const
{
    if (mAsChosen.isEmpty() || chosen.size() >= mCases.size()) {
        return false;
    }
    const QSet<QUuid> left = setOf(chosen);
    qsizetype missing = 0;
    for (const CaseId &id : mCases) {
        if (!left.contains(id.value)) {
            ++missing;
            if (!isChanged(id)) {
                return false; // this user has taken it out
            }
        }
    }
    return missing + left.size() == mCases.size(); // and no other was chosen
}

bool BatchDispatch::holds(const QList<CaseId> &chosen) const
{
    return !chosen.isEmpty() && isTouched() && haveLeft(chosen);
}

QList<CaseId> BatchDispatch::lost() const
{
    QList<CaseId> some;
    std::ranges::copy_if(mCases, std::back_inserter(some), [this](const CaseId &id) {
        const Case *now = mLive.find(id);
        return isChanged(id) && (now == nullptr || refusal(mAction, *now));
    });
    return some;
}

void BatchDispatch::tellLost()
{
    const QList<CaseId> some = lost();
    QStringList named;
    for (const CaseId &id : some.first(std::min(some.size(), kMostNamed))) {
        const Case *now = mLive.find(id);
        named.append(tr("%1 (%2)").arg(shortNumber(mAsChosen.constFind(id.value)->number),
                                       now == nullptr ? tr("no longer open")
                                                      : case_words::word(now->state)));
    }
    if (some.size() > kMostNamed) {
        named.append(u"…"_s);
    }
    mLeft->setText(tr("Somebody else was first at %n of those that you chose: %1.",
                      nullptr,
                      static_cast<int>(some.size()))
                       .arg(named.join(tr(", "))));
    mLeft->setVisible(!some.isEmpty());
}

/** "not while the case is “At the unit” (3)": why so many of the chosen cannot. */
QString BatchDispatch::whyNotAll(CaseAction action, int most) const
{
    QMap<QString, int> counts;
    for (const CaseId &id : mCases) {
        const Case *subject = mLive.find(id);
        if (subject == nullptr) {
            ++counts[tr("no longer open")];
        } else if (const auto why = refusal(action, *subject)) {
            ++counts[*why];
        }
    }
    QStringList reasons = counts.keys();
    std::ranges::stable_sort(
        reasons, std::ranges::greater(), [&](const QString &why) { return counts.value(why); });
    QStringList lines;
    for (const QString &why : std::as_const(reasons)) {
        if (most > 0 && lines.size() == most) {
            lines.append(
                tr("%n more reason(s)", nullptr, static_cast<int>(reasons.size() - lines.size())));
            break;
        }
        lines.append(counts.value(why) == mCases.size()
                         ? why
                         : tr("%1 (%2)").arg(why, QString::number(counts.value(why))));
    }
    return lines.join(u"; "_s);
}

void BatchDispatch::updateActions()
{
    QMap<QString, QStringList> refused; // reasons, and the steps that they are of
    QStringList inFull;
    const bool running = mRunner.isRunning();
    const QList<CaseAction> some = offered();
    for (const CaseAction action : some) {
        QAbstractButton *button = mActions->button(static_cast<int>(action));
        const qsizetype can = possible(action).size();
        const QString word = case_words::word(action);
        const QString why = whyNotAll(action, 0);
        button->setText(tr("%1  %2/%3")
                            .arg(actionButtonText(action),
                                 QString::number(can),
                                 QString::number(mCases.size())));
        button->setEnabled(can > 0 && !running);
        button->setChecked(action == mAction);
        const QString count =
            tr("%1: %2 of %3 can").arg(word, QString::number(can), QString::number(mCases.size()));
        button->setToolTip(why.isEmpty() ? count : count + u'\n' + why);
        button->setAccessibleName(count);
        button->setAccessibleDescription(why);
        if (can == 0 && action != mAction) { // of that one the hint speaks
            refused[whyNotAll(action, kMostReasons)].append(word);
            inFull.append(tr("%1: %2").arg(word, why));
        }
    }
    placeActions(); // as wide as what stands on them now
    // In words as well: the keyboard reaches no tool tip of what is disabled.
    QStringList lines;
    for (auto one = refused.cbegin(); one != refused.cend(); ++one) {
        lines.append(tr("%1: %2.").arg(one.value().join(tr(", ")), one.key()));
    }
    const bool isCut = lines.size() > kMostRefused;
    lines = lines.first(std::min(lines.size(), kMostRefused));
    mWhyNot->setText(lines.join(u'\n') + (isCut ? u"\n…"_s : QString()));
    mWhyNot->setToolTip(inFull.join(u'\n'));
    mWhyNot->setVisible(!lines.isEmpty());
}

/** Of those that would go to the unit that is chosen, how many lie where it does not work. */
int BatchDispatch::outsideCount() const
{
    const QString street = mStreets.value(mUnits->current());
    if (mAction != CaseAction::Dispatch || street.isEmpty()) {
        return 0;
    }
    const QList<Case> some = possible(mAction);
    return static_cast<int>(
        std::ranges::count_if(some, [&street](const Case &one) { return !isWithin(one, street); }));
}

void BatchDispatch::tellHint(int count)
{
    const int others = static_cast<int>(mCases.size()) - count;
    const User &user = mDistrict.user();
    const int outside = outsideCount();
    QStringList lines;
    if (outside > 0) {
        lines.append(tr("%n of the cases lie outside the street of this unit.", nullptr, outside));
    }
    if (!mDistrict.may(Thing::Case, toId(mAction))) {
        lines.append(tr("You work as %1 (%2), who cannot do that.")
                         .arg(user.name, case_words::roleWord(user.role)));
    } else if (others > 0) {
        lines.append(
            tr("%n of them cannot take this step and stay as they are: %1.", nullptr, others)
                .arg(whyNotAll(mAction, kMostReasons)));
    } else if (mAction == CaseAction::File) {
        lines.append(tr("Each is filed under the one condition of its class. Where there are "
                        "several, the case is left for you to open."));
    } else if (decides()) {
        lines.append(tr("For those whose unit has asked for it; the others are left."));
    } else if (mAction == CaseAction::Dispatch) {
        lines.append(tr("All go to one unit. The units are proposed for the first one."));
    } else {
        lines.append(tr("All of them, one after the other."));
    }
    mHint->setText(lines.join(u'\n'));
    mHint->setToolTip(others > 0 ? whyNotAll(mAction, 0) : QString());
}

} // namespace gridward
