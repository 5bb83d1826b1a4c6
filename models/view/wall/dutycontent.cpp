// SPDX-License-Identifier: GPL-3.0-or-later
// Who is on duty where, and what nobody covers.
#include "models/view/staffwords.h"
#include "models/view/wall/wallcontent.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WallContent)
};

QString postText(const QString &post, const QString &area, const WallWords &words)
{
    return u"%1 · %2"_s.arg(words.names.division(area), staff_words::rosterPostWord(post));
}

} // namespace

LinesContent onDutyOf(const WallDuty &duty, const WallWording &wording)
{
    LinesContent content;
    content.head = {Words::tr("On duty"), wall_words::periodText(WallPeriod::Now), duty.asOf};
    content.empty = Words::tr("No post has to be covered.");
    for (const WallPost &post : duty.posts) {
        const auto there = static_cast<int>(post.people.size());
        WallLine line;
        line.key = post.post + u'/' + post.area;
        line.title = postText(post.post, post.area, wording.words);
        line.right = Words::tr("%1 of %2 there").arg(there).arg(post.needed);
        line.tone = there < post.needed ? WallTone::Alarm : WallTone::Good;
        if (there == 0) {
            line.detail = Words::tr("Nobody is on duty");
        } else {
            line.detail = Words::tr("until %1").arg(wording.words.endText(post.until));
            if (wording.showsNames) {
                line.detail = post.people.join(Words::tr(", ")) + u" · "_s + line.detail;
            }
        }
        content.lines.append(line);
        content.figures.append(countFigure(
            u"duty.there:"_s + line.key, there, duty.asOf, WallPeriod::Now, WallUnit::People));
    }
    // What is wrong first: the wall may have no room for all.
    std::ranges::stable_sort(content.lines, [](const WallLine &one, const WallLine &other) {
        return (one.tone != WallTone::Alarm) < (other.tone != WallTone::Alarm);
    });
    return content;
}

LinesContent gapsOf(const WallDuty &duty, const WallWording &wording)
{
    LinesContent content;
    content.head = {Words::tr("Hours that nobody covers"),
                    wall_words::periodText(WallPeriod::Next24Hours),
                    duty.asOf};
    content.empty = Words::tr("Every post is covered.");
    QList<UncoveredSpan> gaps = duty.gaps;
    std::ranges::stable_sort(gaps, {}, &UncoveredSpan::from);
    for (const UncoveredSpan &gap : std::as_const(gaps)) {
        WallLine line;
        line.key = u"%1/%2/%3"_s.arg(gap.post, gap.area).arg(gap.from.time_since_epoch().count());
        line.title = postText(gap.post, gap.area, wording.words);
        line.detail = Words::tr("%1 to %2")
                          .arg(wording.words.timeText(gap.from), wording.words.endText(gap.to));
        line.right = Words::tr("%n missing", nullptr, gap.missing);
        line.rightDetail = Words::tr("of %1 needed").arg(gap.needed);
        line.tone = gap.from <= wording.words.now ? WallTone::Alarm : WallTone::Warning;
        content.lines.append(line);
    }
    content.figures.append(countFigure(u"duty.gaps"_s,
                                       static_cast<int>(gaps.size()),
                                       duty.asOf,
                                       WallPeriod::Next24Hours,
                                       WallUnit::Posts));
    return content;
}

LinesContent vacanciesOf(const WallDuty &duty, const WallWording &wording)
{
    LinesContent content;
    content.head = {
        Words::tr("Grids that lack one of their people"), Words::tr("today"), duty.asOf};
    content.empty = Words::tr("Every grid has its people.");
    QList<WallStaffing> streets = duty.streets;
    std::ranges::stable_sort(streets, [](const WallStaffing &one, const WallStaffing &other) {
        return std::tie(other.vacantGrids, one.street) < std::tie(one.vacantGrids, other.street);
    });
    for (const WallStaffing &street : std::as_const(streets)) {
        content.figures.append(countFigure(u"duty.vacant:"_s + street.street,
                                           street.vacantGrids,
                                           duty.asOf,
                                           WallPeriod::Today,
                                           WallUnit::Grids));
        if (street.vacantGrids == 0) {
            continue;
        }
        WallLine line;
        line.key = street.street;
        line.title = wording.words.names.division(street.street);
        line.rightPlain = Words::tr("%n grid(s)", nullptr, street.grids);
        line.right = Words::tr("%1 lacking").arg(street.vacantGrids);
        line.tone = WallTone::Warning;
        content.lines.append(line);
    }
    return content;
}

} // namespace gridward
