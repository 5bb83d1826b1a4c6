// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/casetablemodel.h"

#include "models/domain/language.h"
#include "models/service/districtport.h"
#include "models/view/casewords.h"
#include "models/view/livecases.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::chrono::hours kShortTime{2};
/** Changed rows that lie apart are told one by one up to here, and as one range beyond. */
constexpr qsizetype kMostRanges = 64;

} // namespace

CaseTableModel::HandlingClock CaseTableModel::clockOf(const Case &subject, Instant now)
{
    if (!subject.dueAt) {
        return HandlingClock::None;
    }
    if (isOverdue(subject, now)) {
        return HandlingClock::Overdue;
    }
    if (subject.handledAt) {
        return HandlingClock::Stopped;
    }
    return *subject.dueAt - now < kShortTime ? HandlingClock::Short : HandlingClock::Running;
}

void CaseTableModel::setPeople(const QHash<QString, QString> &names)
{
    if (names != mPeople) {
        mPeople = names;
        emit headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
        tellAll();
    }
}

void CaseTableModel::setSent(const QHash<QString, QString> &names)
{
    if (names != mSent) {
        mSent = names;
        tellAll();
        emit namesChanged();
    }
}

void CaseTableModel::setJudge(const QString &user, const QString &person)
{
    if (!mJudges || user != mJudge || person != mJudgePerson) {
        mJudges = true;
        mJudge = user;
        mJudgePerson = person;
        tellAll();
        emit namesChanged();
    }
}

bool CaseTableModel::isOwnWork(const Case &subject) const
{
    return mJudges && gridward::isOwnWork(subject, mJudge, mJudgePerson);
}

QString CaseTableModel::title(Column column, bool namesPeople)
{
    switch (column) {
    case Column::Level:
        return tr("Level");
    case Column::Number:
        return tr("Number");
    case Column::Class:
        return tr("Class");
    case Column::Text:
        return tr("Problem");
    case Column::Place:
        return tr("Street and grid");
    case Column::State:
        return tr("State");
    case Column::Unit:
        return namesPeople ? tr("In charge") : tr("Unit");
    case Column::Remaining:
        return tr("Handling limit");
    case Column::Reported:
        return tr("Reported");
    }
    return {};
}

CaseTableModel::CaseTableModel(const LiveCases &live, const DistrictPort &district, QObject *parent)
    : QAbstractTableModel(parent)
    , mLive(live)
    , mDistrict(district)
{
    connect(&live, &LiveCases::wasReset, this, &CaseTableModel::reset);
    connect(&live, &LiveCases::changed, this, &CaseTableModel::take);
    connect(&district, &DistrictPort::districtChanged, this, [this] {
        tellAll();
        emit namesChanged();
    });
}

void CaseTableModel::makeRows() const
{
    if (mHasRows) {
        return;
    }
    mHasRows = true;
    mRows.reserve(mLive.all().size());
    mRowOf.reserve(mLive.all().size());
    for (const Case &subject : mLive.all()) {
        mRowOf.insert(subject.id.value, static_cast<int>(mRows.size()));
        mRows.append(subject.id);
    }
}

int CaseTableModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid()) {
        return 0;
    }
    makeRows();
    return static_cast<int>(mRows.size());
}

int CaseTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant CaseTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Case *subject = mLive.find(mRows.at(index.row()));
    if (subject == nullptr) {
        return {};
    }
    return value(*subject, static_cast<Column>(index.column()), role);
}

QVariant CaseTableModel::value(const Case &subject, Column column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return text(subject, column);
    case Qt::ToolTipRole:
        return toolTip(subject, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (column == Column::Remaining || column == Column::Reported
                                        ? Qt::AlignRight
                                        : Qt::AlignLeft));
    case IdRole:
        return subject.id.value;
    case LevelRole:
        return static_cast<int>(subject.level);
    case StateRole:
        return static_cast<int>(subject.state);
    case ClockRole:
        return static_cast<int>(clockOf(subject, mDistrict.clock().now()));
    case VersionRole:
        return subject.version;
    case HeatRole:
        return static_cast<int>(heatOf(subject, mHeat, mDistrict.clock().now()));
    case RequestRole:
        return static_cast<int>(subject.request);
    case OwnWorkRole:
        return isOwnWork(subject);
    default:
        return {};
    }
}

QString CaseTableModel::text(const Case &subject, Column column) const
{
    const DistrictNames &names = mDistrict.names();
    switch (column) {
    case Column::Level:
        return case_words::word(subject.level);
    case Column::Number:
        return subject.number;
    case Column::Class:
        return names.className(subject.classKey, isEnglish());
    case Column::Text:
        return subject.text;
    case Column::Place: {
        if (subject.grid.isEmpty()) {
            return subject.street.isEmpty() ? subject.address : names.division(subject.street);
        }
        const QString grid = names.grid(subject.grid);
        return subject.street.isEmpty() || mOneStreet
                   ? grid
                   : names.division(subject.street) + u" · "_s + grid;
    }
    case Column::State: // what somebody has to decide on goes before where the case stands
        if (isOwnWork(subject)) {
            return tr("Not yours");
        }
        return subject.request == RequestKind::None ? case_words::word(subject.state)
                                                    : case_words::word(subject.request);
    case Column::Unit: {
        const QString unit =
            subject.unit.isEmpty() ? QString() : names.unit(subject.unit, isEnglish());
        const QString person = mPeople.value(subject.person);
        return person.isEmpty() ? unit : person; // of which unit says the tool tip
    }
    case Column::Remaining:
        return case_words::tickingClockText(subject, mDistrict.clock().now());
    case Column::Reported:
        return subject.reportedAt
                   ? case_words::sinceText(*subject.reportedAt, mDistrict.clock().now())
                   : QString();
    }
    return {};
}

QVariant CaseTableModel::toolTip(const Case &subject, Column column) const
{
    switch (column) {
    case Column::Level: {
        const Instant now = mDistrict.clock().now();
        return heatOf(subject, mHeat, now) == Heat::None
                   ? text(subject, column)
                   : tr("%1: waits too long, for %2 (limit %3)")
                         .arg(text(subject, column),
                              case_words::durationText(now - *waitingSince(subject)),
                              case_words::durationText(mHeat.of(subject.level)));
    }
    case Column::State:
        if (isOwnWork(subject)) {
            return tr("%1. You dispatched or handled it: somebody else has to judge it.")
                .arg(case_words::word(subject.state));
        }
        return subject.request == RequestKind::None
                   ? text(subject, column)
                   : tr("%1: %2").arg(case_words::word(subject.state), text(subject, column));
    case Column::Text:
        return subject.text;
    case Column::Place:
        return subject.address.isEmpty() ? text(subject, column) : subject.address;
    case Column::Class:
        return u"%1 %2"_s.arg(subject.classKey.code, text(subject, column));
    case Column::Remaining:
        if (subject.dueAt) {
            const Instant now = mDistrict.clock().now();
            const QString due = tr("Due %1").arg(case_words::timeText(*subject.dueAt, now));
            return subject.suspendedUntil
                       ? due + u'\n' +
                             tr("Suspended until %1")
                                 .arg(case_words::timeText(*subject.suspendedUntil, now))
                       : due;
        }
        return subject.stageDueAt
                   ? tr("No unit has the case yet: this is the limit of the stage that it is in, "
                        "until %1.")
                         .arg(case_words::timeText(*subject.stageDueAt, mDistrict.clock().now()))
                   : QString();
    case Column::Reported:
        return subject.reportedAt
                   ? case_words::timeText(*subject.reportedAt, mDistrict.clock().now())
                   : QString();
    case Column::Unit:
        return mPeople.contains(subject.person)
                   ? text(subject, column) + u" · "_s +
                         mDistrict.names().unit(subject.unit, isEnglish())
                   : text(subject, column);
    default:
        return text(subject, column);
    }
}

QVariant CaseTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns) {
        return {};
    }
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (column == Column::Remaining || column == Column::Reported
                                        ? Qt::AlignRight
                                        : Qt::AlignLeft));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    return column == Column::Place && mOneStreet ? tr("Grid") : title(column, namesPeople());
}

CaseId CaseTableModel::idAt(int row) const
{
    makeRows();
    return mRows.value(row);
}

int CaseTableModel::rowOf(const CaseId &id) const
{
    makeRows();
    return mRowOf.value(id.value, -1);
}

const Case *CaseTableModel::find(const CaseId &id) const
{
    return mLive.find(id);
}

void CaseTableModel::setHeatLimits(const HeatLimits &limits)
{
    if (limits != mHeat) {
        mHeat = limits;
        tellAll();
        emit heatLimitsChanged();
    }
}

void CaseTableModel::setOneStreet(bool one)
{
    if (one != mOneStreet) {
        mOneStreet = one;
        emit headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
        tellAll();
        emit namesChanged();
    }
}

void CaseTableModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    tellAll();
    emit namesChanged();
}

void CaseTableModel::tellAll()
{
    if (!mRows.isEmpty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
    }
}

void CaseTableModel::refreshClocks()
{
    if (!mRows.isEmpty()) {
        emit dataChanged(index(0, static_cast<int>(Column::Remaining)),
                         index(rowCount() - 1, static_cast<int>(Column::Reported)));
    }
    emit clocksRefreshed();
}

void CaseTableModel::reset()
{
    beginResetModel();
    mHasRows = false;
    mRows.clear();
    mRowOf.clear();
    endResetModel();
}

void CaseTableModel::take(const QList<Case> &cases)
{
    if (!mHasRows) {
        return;
    }
    QList<CaseId> gone;
    QList<CaseId> came;
    QList<CaseId> altered;
    QSet<QUuid> seen; // a case may be told twice in one burst
    for (const Case &subject : cases) {
        if (seen.contains(subject.id.value)) {
            continue;
        }
        seen.insert(subject.id.value);
        const bool known = mRowOf.contains(subject.id.value);
        const bool open = mLive.find(subject.id) != nullptr;
        if (known) {
            (open ? altered : gone).append(subject.id);
        } else if (open) {
            came.append(subject.id);
        }
    }
    removeCases(gone);
    tellAltered(altered);
    addCases(came);
}

void CaseTableModel::removeCases(const QList<CaseId> &ids)
{
    if (ids.isEmpty()) {
        return;
    }
    // Those that go change places with the last ones, so that they go as one range.
    const auto kept = static_cast<int>(mRows.size() - ids.size());
    QList<int> holes;
    QSet<int> leaving;
    for (const CaseId &id : ids) {
        const int row = mRowOf.value(id.value);
        leaving.insert(row);
        if (row < kept) {
            holes.append(row);
        }
    }
    if (!holes.isEmpty()) {
        emit layoutAboutToBeChanged();
        QHash<int, int> moved; // from row to row
        int last = static_cast<int>(mRows.size()) - 1;
        for (const int hole : holes) {
            while (leaving.contains(last)) {
                --last;
            }
            moved.insert(last, hole);
            moved.insert(hole, last);
            mRows.swapItemsAt(hole, last);
            mRowOf[mRows.at(hole).value] = hole;
            --last;
        }
        const QModelIndexList before = persistentIndexList();
        for (const QModelIndex &old : before) {
            const int to = moved.value(old.row(), old.row());
            changePersistentIndex(old, index(to, old.column()));
        }
        emit layoutChanged();
    }
    beginRemoveRows({}, kept, static_cast<int>(mRows.size()) - 1);
    mRows.resize(kept);
    for (const CaseId &id : ids) {
        mRowOf.remove(id.value);
    }
    endRemoveRows();
}

void CaseTableModel::addCases(const QList<CaseId> &ids)
{
    if (ids.isEmpty()) {
        return;
    }
    const auto first = static_cast<int>(mRows.size());
    beginInsertRows({}, first, first + static_cast<int>(ids.size()) - 1);
    for (const CaseId &id : ids) {
        mRowOf.insert(id.value, static_cast<int>(mRows.size()));
        mRows.append(id);
    }
    endInsertRows();
}

void CaseTableModel::tellAltered(const QList<CaseId> &ids)
{
    if (ids.isEmpty()) {
        return;
    }
    QList<int> rows;
    for (const CaseId &id : ids) {
        rows.append(mRowOf.value(id.value));
    }
    std::ranges::sort(rows);
    QList<std::pair<int, int>> ranges;
    for (const int row : std::as_const(rows)) {
        if (!ranges.isEmpty() && ranges.last().second + 1 == row) {
            ranges.last().second = row;
        } else {
            ranges.append({row, row});
        }
    }
    if (ranges.size() > kMostRanges) {
        ranges = {{rows.first(), rows.last()}};
    }
    for (const auto &[first, last] : std::as_const(ranges)) {
        emit dataChanged(index(first, 0), index(last, kColumns - 1));
    }
}

} // namespace gridward
