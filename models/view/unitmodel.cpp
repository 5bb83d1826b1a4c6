// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/unitmodel.h"

#include "models/domain/language.h"
#include "models/domain/scaledclock.h"
#include "models/service/districtport.h"
#include "models/view/livecases.h"

#include <QLocale>
#include <QSet>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::chrono::minutes kMinute{1}; ///< of the district's time
constexpr std::chrono::seconds kOftenest{1};

QString nameIn(const Organisation &unit)
{
    return isEnglish() && !unit.nameEn.isEmpty() ? unit.nameEn : unit.name;
}

} // namespace

int UnitModel::Load::overdue(Instant now) const
{
    int all = late;
    for (auto end = running.cbegin(); end != running.cend() && end->first < now; ++end) {
        all += end->second;
    }
    return all;
}

UnitModel::UnitModel(DistrictPort &district,
                     const LiveCases &live,
                     const UnitPort &units,
                     QObject *parent)
    : QAbstractTableModel(parent)
    , mDistrict(district)
    , mLive(live)
    , mPort(units)
{
    connect(&live, &LiveCases::wasReset, this, &UnitModel::reset);
    connect(&live, &LiveCases::changed, this, &UnitModel::take);
    connect(&units, &UnitPort::pictureChanged, this, &UnitModel::readUnits);
    connect(&mMinute, &QTimer::timeout, this, &UnitModel::refreshClocks);
    mMinute.start(realTimeOf(district.clock(), kMinute, kOftenest));
    readUnits();
    reset();
}

void UnitModel::readUnits()
{
    if (mPort.picture().units == mUnits) {
        refreshClocks();
        return;
    }
    beginResetModel();
    mUnits = mPort.picture().units;
    mRowOf.clear();
    for (int row = 0; row < mUnits.size(); ++row) {
        mRowOf.insert(mUnits.at(row).code, row);
    }
    endResetModel();
}

void UnitModel::reset()
{
    mLoads.clear();
    mCounted.clear();
    take(mLive.all().values());
    refreshClocks();
}

void UnitModel::take(const QList<Case> &cases)
{
    QSet<QString> touched;
    for (const Case &one : cases) {
        const auto known = mCounted.find(one.id.value);
        if (known != mCounted.end()) {
            count(*known, -1);
            touched.insert(known->unit);
            mCounted.erase(known);
        }
        if (!isOpen(one.state) || one.unit.isEmpty()) {
            continue;
        }
        Counted counted{one.unit, one.dueAt, false};
        if (const auto end = one.handledAt ? one.handledAt : one.closedAt; one.dueAt && end) {
            counted.late = *end > *one.dueAt;
            counted.due.reset();
        }
        count(counted, 1);
        touched.insert(one.unit);
        mCounted.insert(one.id.value, counted);
    }
    for (const QString &unit : std::as_const(touched)) {
        if (const int row = rowOf(unit); row >= 0) {
            tell(row, Column::Open, Column::Overdue);
        }
    }
}

void UnitModel::count(const Counted &one, int step)
{
    Load &load = mLoads[one.unit];
    load.open += step;
    load.late += one.late ? step : 0;
    if (one.due) {
        int &running = load.running[*one.due];
        running += step;
        if (running == 0) {
            load.running.erase(*one.due);
        }
    }
}

void UnitModel::tell(int row, Column first, Column last)
{
    emit dataChanged(index(row, static_cast<int>(first)), index(row, static_cast<int>(last)));
}

void UnitModel::refreshClocks()
{
    if (!mUnits.isEmpty()) {
        emit dataChanged(index(0, static_cast<int>(Column::Open)),
                         index(rowCount() - 1, static_cast<int>(Column::OnDuty)));
    }
}

void UnitModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (!mUnits.isEmpty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
    }
}

void UnitModel::setProposals(const QList<UnitProposal> &proposals)
{
    mProposals = proposals;
    mRankOf.clear();
    for (int place = 0; place < proposals.size(); ++place) {
        mRankOf.insert(proposals.at(place).unit.code, place);
    }
    if (!mUnits.isEmpty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
    }
}

QList<UnitProposal> UnitModel::withTheOthers(const QList<UnitProposal> &proposals) const
{
    QSet<QString> known;
    for (const UnitProposal &one : proposals) {
        known.insert(one.unit.code);
    }
    QList<UnitProposal> all = proposals;
    for (const Organisation &unit : mUnits) {
        if (!known.contains(unit.code)) {
            all.append({unit, mLoads.value(unit.code).open, {}, {}});
        }
    }
    return all;
}

int UnitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(mUnits.size());
}

int UnitModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QString UnitModel::codeAt(int row) const
{
    return row >= 0 && row < mUnits.size() ? mUnits.at(row).code : QString();
}

QString UnitModel::nameAt(int row) const
{
    return row >= 0 && row < mUnits.size() ? nameIn(mUnits.at(row)) : QString();
}

int UnitModel::rowOf(const QString &code) const
{
    return mRowOf.value(code, -1);
}

QStringList UnitModel::namesOnDuty(const QString &unit) const
{
    const Instant now = mDistrict.clock().now();
    QStringList names;
    QSet<QString> known;
    for (const CrewMember &one : mPort.picture().crew) {
        if (one.unit == unit && one.from <= now && now < one.to && !known.contains(one.person)) {
            known.insert(one.person);
            names.append(one.name);
        }
    }
    return names;
}

std::optional<double> UnitModel::distanceOf(const QString &unit) const
{
    const int place = mRankOf.value(unit, -1);
    if (place < 0) {
        return std::nullopt;
    }
    const QList<Reason> &reasons = mProposals.at(place).reasons;
    const auto found = std::ranges::find(reasons, ReasonCode::Distance, &Reason::code);
    return found == reasons.end() ? std::nullopt : std::optional(found->value);
}

QString UnitModel::textOf(const Organisation &unit, Column column) const
{
    const QLocale locale;
    const int rank = mRankOf.value(unit.code, -1);
    switch (column) {
    case Column::Rank:
        return rank < 0 ? QString() : locale.toString(rank + 1);
    case Column::Unit:
        return nameIn(unit);
    case Column::Open:
        return locale.toString(mLoads.value(unit.code).open);
    case Column::Overdue: {
        const int overdue = mLoads.value(unit.code).overdue(mDistrict.clock().now());
        return overdue == 0 ? u"–"_s : locale.toString(overdue);
    }
    case Column::OnDuty: {
        const qsizetype there = namesOnDuty(unit.code).size();
        return there == 0 ? u"–"_s : locale.toString(there);
    }
    case Column::Distance: {
        const std::optional<double> metres = distanceOf(unit.code);
        return metres ? farText(*metres) : mProposals.isEmpty() ? QString() : u"–"_s;
    }
    case Column::Reasons:
        break;
    }
    if (rank < 0) {
        return mProposals.isEmpty() ? QString() : tr("serves another part of the district");
    }
    const UnitProposal &proposal = mProposals.at(rank);
    return proposal.reasons.isEmpty()
               ? proposal.reason
               : reasonsText(proposal.reasons, {ReasonKind::Load, ReasonKind::Distance});
}

QVariant UnitModel::sortKey(const Organisation &unit, Column column) const
{
    switch (column) {
    case Column::Rank:
        return mRankOf.value(unit.code, std::numeric_limits<int>::max());
    case Column::Open:
        return mLoads.value(unit.code).open;
    case Column::Overdue:
        return mLoads.value(unit.code).overdue(mDistrict.clock().now());
    case Column::OnDuty:
        return namesOnDuty(unit.code).size();
    case Column::Distance:
        return distanceOf(unit.code).value_or(std::numeric_limits<double>::max());
    case Column::Unit:
    case Column::Reasons:
        break;
    }
    return textOf(unit, column);
}

QVariant UnitModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Organisation &unit = mUnits.at(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(unit, column);
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case Qt::ToolTipRole:
        if (column == Column::OnDuty) {
            const QStringList names = namesOnDuty(unit.code);
            return names.isEmpty() ? tr("Nobody of them is on duty or was seen within the hour.")
                                   : names.join(u'\n');
        }
        return textOf(unit, column);
    case CodeRole:
        return unit.code;
    case SortRole:
        return sortKey(unit, column);
    case LateRole:
        return column == Column::Overdue &&
               mLoads.value(unit.code).overdue(mDistrict.clock().now()) > 0;
    case WordsRole:
        return unit.name + u'\n' + unit.nameEn + u'\n' + unit.code;
    default:
        return {};
    }
}

QVariant UnitModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns) {
        return {};
    }
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole) {
        const bool words = column == Column::Unit || column == Column::Reasons;
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (words ? Qt::AlignLeft : Qt::AlignRight));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case Column::Rank:
        return tr("Rank");
    case Column::Unit:
        return tr("Unit");
    case Column::Open:
        return tr("Open");
    case Column::Overdue:
        return tr("Overdue");
    case Column::OnDuty:
        return tr("On duty");
    case Column::Distance:
        return tr("Distance");
    case Column::Reasons:
        return tr("Why");
    }
    return {};
}

} // namespace gridward
