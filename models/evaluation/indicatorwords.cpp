// SPDX-License-Identifier: GPL-3.0-or-later
// What is printed beside every figure. Whoever changes a definition changes its words here and the
// other way round: docs/indicators.md is drawn from them, and a recount in SQL was made from it.
#include "models/evaluation/indicator.h"

#include <QCoreApplication>

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Indicator)
};

IndicatorWords filing(bool isOther)
{
    return {Words::tr("Filing rate"),
            isOther ? Words::tr("cases registered in the period that are no duplicates (joined to "
                                "another case)")
                    : Words::tr("all cases registered in the period"),
            Words::tr("filed ones: filed at least once"),
            isOther ? Words::tr("Reports of a problem that is known already lower no filing rate.")
                    : Words::tr("Refused, void and joined ones count as registered.")};
}

IndicatorWords inTimeFiling()
{
    return {Words::tr("In-time filing rate"),
            Words::tr("cases filed whose deadline of that stage is known"),
            Words::tr("those filed the first time no later than that deadline"),
            Words::tr("Cases that were filed before they were imported are left out.")};
}

IndicatorWords dispatch()
{
    return {Words::tr("Dispatch rate"),
            Words::tr("cases dispatched at least once, or waiting to be dispatched"),
            Words::tr("dispatched ones"),
            {}};
}

IndicatorWords accurateDispatch(bool isOther)
{
    return {Words::tr("Accurate dispatch rate"),
            Words::tr("cases dispatched at least once"),
            isOther
                ? Words::tr("those never sent back for rework")
                : Words::tr("those that no unit ever sent back and that were never transferred"),
            isOther ? Words::tr("As some cities print it: (dispatched − rework) ÷ dispatched.")
                    : Words::tr("Steps that were taken back count as nothing.")};
}

IndicatorWords handling(bool isOther)
{
    return {Words::tr("Handling rate"),
            isOther ? Words::tr("cases dispatched at least once, neither void nor refused")
                    : Words::tr("due to handle: cases dispatched at least once, neither void nor "
                                "refused, that were handed in or are late"),
            Words::tr("those handed in at least once, or closed"),
            Words::tr("Late: the handling limit ever ran out. An extension moves its end.")};
}

IndicatorWords inTimeHandling(bool isOther)
{
    return {Words::tr("In-time handling rate"),
            isOther
                ? Words::tr("cases dispatched at least once, neither void nor refused, handed in "
                            "under a handling limit")
                : Words::tr("due to handle, under a handling limit"),
            Words::tr("those handed in that are not late"),
            Words::tr("Cases whose unit won an appeal are left out.")};
}

IndicatorWords closing(bool isOther)
{
    return {Words::tr("Closing rate"),
            isOther
                ? Words::tr("cases that wait to be closed (state pending-close), and closed ones")
                : Words::tr("cases being judged, and closed ones"),
            Words::tr("closed ones (archived ones included)"),
            Words::tr(
                "A case that is with a unit again, for rework or reopened, is not due to close.")};
}

IndicatorWords inTimeClosing(bool isOther)
{
    return {Words::tr("In-time closing rate"),
            isOther ? Words::tr("due to close: cases under a handling limit that are closed, or "
                                "open and late")
                    : Words::tr("cases that have both a closing time and a target (end of the "
                                "handling limit), whenever closed"),
            isOther ? Words::tr("closed ones that are not late")
                    : Words::tr("those closed no later than the target"),
            Words::tr("Cases whose unit won an appeal are left out.")};
}

IndicatorWords rework()
{
    return {Words::tr("Rework rate"),
            Words::tr("cases handed in at least once"),
            Words::tr("those sent back for rework at least once"),
            Words::tr("Lower is better.")};
}

IndicatorWords overdueOpen()
{
    return {Words::tr("Overdue open rate"),
            Words::tr("due to close: cases under a handling limit that are closed, or open and "
                      "late"),
            Words::tr("those open and late"),
            Words::tr("Lower is better. Cases whose unit won an appeal are left out.")};
}

IndicatorWords solvedInCommunity(bool isOther)
{
    return {Words::tr("Solved in the community"),
            Words::tr("closed cases"),
            isOther ? Words::tr("those whose handling unit serves the street, community or grid of "
                                "the case alone")
                    : Words::tr("those whose handling unit serves the community or grid of the "
                                "case alone"),
            Words::tr("Held to 90 %.")};
}

IndicatorWords patrolFound(bool isOther)
{
    return {Words::tr("Found by staff"),
            Words::tr("all cases registered in the period"),
            isOther ? Words::tr("those from patrols, video and sensors")
                    : Words::tr("those from patrols"),
            Words::tr("Find first: before residents have to complain.")};
}

IndicatorWords firstLook()
{
    return {Words::tr("Time to first look"),
            Words::tr("cases with a step of a person behind the registration"),
            Words::tr("hours by the clock from registration to that step; the median"),
            Words::tr("Lower is better.")};
}

IndicatorWords firstAction()
{
    return {Words::tr("Time to first action"),
            Words::tr("cases that their unit accepted, assigned or handed in, or at whose scene "
                      "somebody arrived or checked in"),
            Words::tr("hours by the clock from registration to the first such step; the median"),
            Words::tr("Lower is better.")};
}

IndicatorWords reply()
{
    return {Words::tr("Time to reply"),
            Words::tr("cases whose reporter was called back"),
            Words::tr("hours by the clock from registration to the first call-back; the median"),
            Words::tr("Lower is better.")};
}

} // namespace

IndicatorWords wordsOf(const IndicatorDefinition &definition)
{
    const bool isOther = definition.definition == Definition::Other;
    switch (definition.indicator) {
    case Indicator::Filing:
        return filing(isOther);
    case Indicator::InTimeFiling:
        return inTimeFiling();
    case Indicator::Dispatch:
        return dispatch();
    case Indicator::AccurateDispatch:
        return accurateDispatch(isOther);
    case Indicator::Handling:
        return handling(isOther);
    case Indicator::InTimeHandling:
        return inTimeHandling(isOther);
    case Indicator::Closing:
        return closing(isOther);
    case Indicator::InTimeClosing:
        return inTimeClosing(isOther);
    case Indicator::Rework:
        return rework();
    case Indicator::OverdueOpen:
        return overdueOpen();
    case Indicator::SolvedInCommunity:
        return solvedInCommunity(isOther);
    case Indicator::PatrolFound:
        return patrolFound(isOther);
    case Indicator::FirstLook:
        return firstLook();
    case Indicator::FirstAction:
        return firstAction();
    case Indicator::Reply:
        return reply();
    }
    return {};
}

} // namespace gridward
