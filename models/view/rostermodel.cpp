// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/rostermodel.h"

#include "models/view/staffwords.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

void RosterModel::show(const RosterPicture &picture)
{
    beginResetModel();
    mPicture = picture;
    mZone = timeZoneNamed(picture.timeZone);
    mLeaves = LeaveBook(picture.leaves);
    mBars.clear();
    for (const CoveredPost &post : picture.posts) {
        QList<QList<RosterBar>> days;
        for (int day = 0; day < picture.days; ++day) {
            days.append(barsOf(post, picture.first.addDays(day)));
        }
        mBars.append(days);
    }
    endResetModel();
}

void RosterModel::retranslate()
{
    show(RosterPicture(mPicture));
}

QString RosterModel::nameOf(const QString &person) const
{
    const auto found = mPicture.people.constFind(person);
    return found == mPicture.people.constEnd() ? person : found->name;
}

QString RosterModel::areaName(const QString &code) const
{
    return mPicture.areas.value(code, code);
}

QString RosterModel::clockText(Instant moment, QDate day) const
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), mZone);
    if (time.date() == day.addDays(1) && time.time() == QTime(0, 0)) {
        return u"24:00"_s;
    }
    return time.toString(time.date() == day ? u"HH:mm"_s : u"MM-dd HH:mm"_s);
}

QString RosterModel::timeText(Instant moment) const
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), mZone)
        .toString(u"MM-dd HH:mm"_s);
}

RosterBar RosterModel::barFor(Instant from, Instant to, QDate day) const
{
    const Instant begin = startOfDay(day, mZone);
    const Instant end = startOfDay(day.addDays(1), mZone);
    const auto whole = static_cast<double>((end - begin).count());
    RosterBar bar;
    bar.from = static_cast<double>((std::max(from, begin) - begin).count()) / whole;
    bar.to = static_cast<double>((std::min(to, end) - begin).count()) / whole;
    return bar;
}

void RosterModel::addTurns(QList<RosterBar> &bars, const CoveredPost &post, QDate day) const
{
    const Instant begin = startOfDay(day, mZone);
    const Instant end = startOfDay(day.addDays(1), mZone);
    QList<double> lanes; // where each one is free again
    for (const Shift &shift : mPicture.shifts) {
        if (shift.post != post.post || shift.area != post.area || shift.to <= begin ||
            shift.from >= end) {
            continue;
        }
        RosterBar bar = barFor(shift.from, shift.to, day);
        const QDate begins = std::max(localDayOf(shift.from, mZone), day);
        const std::optional<QString> acting = mLeaves.actingFor(shift.person, begins);
        const QString name = nameOf(shift.person);
        bar.isDeputy = acting && *acting != shift.person;
        bar.isGap = false;
        bar.text = !acting        ? tr("(%1 away)").arg(name)
                   : bar.isDeputy ? tr("%1 (for %2)").arg(nameOf(*acting), name)
                                  : name;
        bar.detail =
            tr("%1, %2 – %3").arg(bar.text, clockText(shift.from, day), clockText(shift.to, day));
        const auto free =
            std::ranges::find_if(lanes, [&](double until) { return until <= bar.from + 1e-9; });
        bar.lane = static_cast<int>(free - lanes.begin());
        if (free == lanes.end()) {
            lanes.append(bar.to);
        } else {
            *free = bar.to;
        }
        bars.append(bar);
    }
}

void RosterModel::addGaps(QList<RosterBar> &bars, const CoveredPost &post, QDate day) const
{
    const Instant begin = startOfDay(day, mZone);
    const Instant end = startOfDay(day.addDays(1), mZone);
    for (const UncoveredSpan &span : mPicture.uncovered) {
        if (span.post != post.post || span.area != post.area || span.to <= begin ||
            span.from >= end) {
            continue;
        }
        RosterBar bar = barFor(span.from, span.to, day);
        bar.isGap = true;
        bar.text = tr("%n missing", nullptr, span.missing);
        bar.detail = tr("Uncovered: %1 – %2, %3 of %4 missing")
                         .arg(clockText(span.from, day),
                              clockText(span.to, day),
                              QString::number(span.missing),
                              QString::number(span.needed));
        // In the first lane that is free there.
        const auto isTaken = [&](int lane) {
            return std::ranges::any_of(bars, [&](const RosterBar &other) {
                return other.lane == lane && other.from < bar.to && bar.from < other.to;
            });
        };
        while (isTaken(bar.lane)) {
            ++bar.lane;
        }
        bars.append(bar);
    }
}

QList<RosterBar> RosterModel::barsOf(const CoveredPost &post, QDate day) const
{
    QList<RosterBar> bars;
    addTurns(bars, post, day);
    addGaps(bars, post, day);
    return bars;
}

const CoveredPost *RosterModel::postAt(const QModelIndex &index) const
{
    return index.isValid() ? &mPicture.posts.at(index.row()) : nullptr;
}

QDate RosterModel::dayAt(const QModelIndex &index) const
{
    return index.isValid() && index.column() > 0 ? mPicture.first.addDays(index.column() - 1)
                                                 : QDate();
}

QModelIndex RosterModel::indexOf(const CoveredPost &post, QDate day) const
{
    const qsizetype row = mPicture.posts.indexOf(post);
    const qint64 column = mPicture.first.daysTo(day) + 1;
    return row >= 0 && column > 0 && column <= mPicture.days
               ? index(static_cast<int>(row), static_cast<int>(column))
               : QModelIndex();
}

QList<Shift> RosterModel::shiftsAt(const QModelIndex &index) const
{
    QList<Shift> shifts;
    const CoveredPost *post = postAt(index);
    const QDate day = dayAt(index);
    if (post != nullptr && day.isValid()) {
        const Instant begin = startOfDay(day, mZone);
        const Instant end = startOfDay(day.addDays(1), mZone);
        std::ranges::copy_if(mPicture.shifts, std::back_inserter(shifts), [&](const Shift &shift) {
            return shift.post == post->post && shift.area == post->area && shift.to > begin &&
                   shift.from < end;
        });
    }
    return shifts;
}

int RosterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(mPicture.posts.size());
}

int RosterModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || mPicture.posts.isEmpty() ? 0 : mPicture.days + 1;
}

QVariant RosterModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const CoveredPost &post = mPicture.posts.at(index.row());
    if (role == LanesRole) {
        int lanes = 1;
        for (const QList<RosterBar> &bars : mBars.at(index.row())) {
            for (const RosterBar &bar : bars) {
                lanes = std::max(lanes, bar.lane + 1);
            }
        }
        return lanes;
    }
    if (index.column() == 0) {
        switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole:
            return areaName(post.area);
        case DetailRole:
            return staff_words::rosterPostWord(post.post);
        default:
            return {};
        }
    }
    const QList<RosterBar> &bars = mBars.at(index.row()).at(index.column() - 1);
    if (role == BarsRole) {
        return QVariant::fromValue(bars);
    }
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) {
        QStringList lines;
        for (const RosterBar &bar : bars) {
            lines.append(bar.detail);
        }
        return lines.join(u'\n');
    }
    return {};
}

QVariant RosterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const QDate day = mPicture.first.addDays(section - 1);
    if (role == Qt::DisplayRole) {
        return section == 0
                   ? tr("Area and post")
                   : tr("%1 %2").arg(QLocale().dayName(day.dayOfWeek(), QLocale::ShortFormat),
                                     day.toString(u"MM-dd"_s));
    }
    if (role == TodayRole) {
        return section > 0 && day == localDayOf(mPicture.now, mZone);
    }
    return {};
}

} // namespace gridward
