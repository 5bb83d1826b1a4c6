// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/casefilterproxy.h"

#include "models/service/districtport.h"
#include "models/view/livecases.h"
#include "models/view/watchwords.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** What one slice of the event loop does, a few milliseconds: rows as they come, or looked into. */
constexpr int kRowsOfSlice = 4000;
constexpr qint64 kVisitsOfSlice = 2000;
constexpr qint64 kNoEnd = 1'000'000'000;

} // namespace

CaseFilterProxy::CaseFilterProxy(CaseTableModel &cases, QObject *parent)
    : QAbstractTableModel(parent)
    , mCases(cases)
    , mNow(cases.district().clock().now())
{
    connect(&cases.live(), &LiveCases::wasReset, this, [this] {
        beginResetModel();
        mRows.clear();
        begin();
        endResetModel();
        emit countChanged();
    });
    connect(&cases.live(), &LiveCases::changed, this, &CaseFilterProxy::take);
    connect(&cases, &CaseTableModel::timePassed, this, &CaseFilterProxy::passTime);
    connect(&cases, &CaseTableModel::clocksRefreshed, this, [this] {
        if (mFilter.shortOrOverdue) {
            restart();
        }
        passTime();
        tellRows(0,
                 rowCount() - 1,
                 static_cast<int>(CaseTableModel::Column::Remaining),
                 static_cast<int>(CaseTableModel::Column::Reported));
    });
    connect(&cases, &CaseTableModel::heatLimitsChanged, this, [this] {
        if (mColumn == kByHeat) {
            restart();
        }
        tellRows(0, rowCount() - 1, 0, CaseTableModel::kColumns - 1);
    });
    connect(&cases, &CaseTableModel::namesChanged, this, [this] {
        mClassWords = {};
        if (!mWords.isEmpty()) {
            restart();
        }
        tellRows(0, rowCount() - 1, 0, CaseTableModel::kColumns - 1);
    });
    connect(&cases,
            &QAbstractItemModel::headerDataChanged,
            this,
            &QAbstractItemModel::headerDataChanged);
    mSlice.setSingleShot(true);
    mSlice.setInterval(0);
    connect(&mSlice, &QTimer::timeout, this, &CaseFilterProxy::slice);
    begin();
}

const CaseIndex &CaseFilterProxy::leaves() const
{
    return mCases.live().index();
}

void CaseFilterProxy::setFilter(const QueueFilter &filter)
{
    if (filter != mFilter) {
        mFilter = filter;
        mWords.clear();
        for (const QString &word : filter.text.split(u' ', Qt::SkipEmptyParts)) {
            // Digits and Chinese have no case, and are found far faster so.
            const bool caseless = word.toLower() == word.toUpper();
            mWords.append(QStringMatcher(word, caseless ? Qt::CaseSensitive : Qt::CaseInsensitive));
        }
        setMajor();
        restart();
    }
}

void CaseFilterProxy::sort(int column, Qt::SortOrder order)
{
    using Column = CaseTableModel::Column;
    // The limit column sorts by what it means, which is urgency.
    if (column == static_cast<int>(Column::Remaining) && order == Qt::AscendingOrder) {
        column = kByUrgency;
    }
    if (column == mColumn && order == mSortOrder) {
        return;
    }
    mColumn = column;
    mSortOrder = order;
    setMajor();
    restart();
}

/** What of the order the lists of the index have. */
void CaseFilterProxy::setMajor()
{
    using Column = CaseTableModel::Column;
    const bool descending = mSortOrder == Qt::DescendingOrder;
    mMajor.reset();
    if (mFilter.watch != Watch::None) {
        // Most urgent is what the watch says; its lists have no other order.
        if (mColumn == kByUrgency) {
            mMajor = CaseIndex::Order{CaseIndex::Major::Watch, mFilter.watch, false};
        }
    } else if (mColumn == kByUrgency) {
        mMajor = CaseIndex::Order{};
    } else if (mColumn == static_cast<int>(Column::Level)) {
        mMajor = CaseIndex::Order{CaseIndex::Major::Level, Watch::None, descending};
    } else if (mColumn == static_cast<int>(Column::State)) {
        mMajor = CaseIndex::Order{CaseIndex::Major::State, Watch::None, descending};
    }
}

void CaseFilterProxy::setFilling(bool filling)
{
    mFilling = filling;
    goOn();
}

// What is in it

bool CaseFilterProxy::needsCheck() const
{
    return !mWords.isEmpty() || !leaves().isExact(mFilter);
}

bool CaseFilterProxy::isCounting() const
{
    return needsCheck() && !(byIndex() ? mFilled : mCollected);
}

qint64 CaseFilterProxy::count() const
{
    if (!needsCheck()) {
        return leaves().count(mFilter, mNow);
    }
    return static_cast<qint64>(byIndex() ? mRows.size() : mOrdered.size());
}

QList<CaseId> CaseFilterProxy::allCases() const
{
    std::vector<quint32> found;
    if (mFilled) {
        found = mRows;
    } else if (!byIndex() && mCollected) {
        found.reserve(mOrdered.size());
        for (SlotList::Position at; !mOrdered.atEnd(at); at = mOrdered.next(at)) {
            found.push_back(mOrdered.at(at));
        }
    } else {
        CaseIndex::PageOrder all{orderRead(), mNow};
        all.most = static_cast<int>(kNoEnd);
        all.accepts = [this](quint32 slot) { return accepts(slot); };
        found = leaves().page(mFilter, all).found;
    }
    QList<CaseId> ids;
    ids.reserve(static_cast<qsizetype>(found.size()));
    for (const quint32 slot : found) {
        ids.append(CaseId{leaves().entry(slot).key.id});
    }
    return ids;
}

CaseId CaseFilterProxy::idAt(int row) const
{
    return row >= 0 && row < rowCount()
               ? CaseId{leaves().entry(mRows[static_cast<std::size_t>(row)]).key.id}
               : CaseId{};
}

int CaseFilterProxy::rowOf(const CaseId &id) const
{
    const quint32 slot = leaves().slotOf(id.value);
    return slot == CaseIndex::kNone ? -1 : rowOfSlot(slot);
}

const Case *CaseFilterProxy::caseAt(int row) const
{
    return mCases.find(idAt(row));
}

int CaseFilterProxy::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(mRows.size());
}

int CaseFilterProxy::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : CaseTableModel::kColumns;
}

QVariant CaseFilterProxy::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Case *subject = caseAt(index.row());
    if (subject == nullptr) {
        return {};
    }
    const auto column = static_cast<CaseTableModel::Column>(index.column());
    if (column == CaseTableModel::Column::Remaining && mFilter.watch != Watch::None) {
        if (role == Qt::DisplayRole) {
            return remainingText(*subject);
        }
        if (role == CaseTableModel::ClockRole) {
            return static_cast<int>(
                watch_words::clock(*subject, mFilter.watch, mCases.district().clock().now()));
        }
    }
    if (role == CaseTableModel::HeatRole) {
        return static_cast<int>(heat(*subject));
    }
    if (role == Qt::ToolTipRole &&
        (column == CaseTableModel::Column::Remaining || column == CaseTableModel::Column::Level)) {
        const Instant now = mCases.district().clock().now();
        const QString said = column == CaseTableModel::Column::Level
                                 ? watch_words::heatToolTip(*subject, mFilter.watch, now)
                                 : watch_words::toolTip(*subject, mFilter.watch, now);
        if (!said.isEmpty()) {
            return said;
        }
    }
    return mCases.value(*subject, column, role);
}

Heat CaseFilterProxy::heat(const Case &subject) const
{
    return heatOf(watch_words::heatShare(
        subject, mFilter.watch, mCases.heatLimits(), mCases.district().clock().now()));
}

QString CaseFilterProxy::remainingText(const Case &subject) const
{
    const QString watched =
        watch_words::text(subject, mFilter.watch, mCases.district().clock().now(), mCases.people());
    return watched.isEmpty() ? mCases.text(subject, CaseTableModel::Column::Remaining) : watched;
}

Qt::ItemFlags CaseFilterProxy::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled |
                                 Qt::ItemNeverHasChildren
                           : Qt::NoItemFlags;
}

QVariant CaseFilterProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole &&
        section == static_cast<int>(CaseTableModel::Column::Remaining)) {
        if (const QString title = watch_words::title(mFilter.watch); !title.isEmpty()) {
            return title;
        }
    }
    return orientation == Qt::Horizontal ? mCases.headerData(section, orientation, role)
                                         : QVariant();
}

// What passes, and in which order

CaseFilterProxy::ColumnKey CaseFilterProxy::keyOf(const Case &subject) const
{
    using Column = CaseTableModel::Column;
    if (mColumn == kByHeat) {
        const qint64 share =
            watch_words::heatShare(subject, mFilter.watch, mCases.heatLimits(), mHeatAt);
        return {share < 0 ? 1 : 0, -share, {}};
    }
    const auto milliseconds = [](const std::optional<Instant> &moment) {
        return moment ? moment->time_since_epoch().count() : 0;
    };
    switch (static_cast<Column>(mColumn)) {
    case Column::Reported:
        return {0, milliseconds(subject.reportedAt), {}};
    case Column::Number:
        return {0, 0, subject.number};
    case Column::Class:
        // By code: the order of the catalogue in every language.
        return {static_cast<int>(subject.classKey.kind), 0, subject.classKey.code};
    case Column::Text:
        return {0, 0, subject.text};
    case Column::Place:
        return {0, 0, subject.street + subject.grid};
    case Column::Unit:
        return {0, 0, subject.unit};
    case Column::Remaining: // the other way round
        return {subject.handledAt ? 2 : subject.dueAt ? 0 : 1, milliseconds(subject.dueAt), {}};
    case Column::Level:
        return {0, static_cast<qint64>(subject.level), {}};
    case Column::State:
        return {0, static_cast<qint64>(subject.state), {}};
    }
    return {};
}

bool CaseFilterProxy::isBefore(quint32 one, quint32 other) const
{
    const CaseIndex::Entry &first = leaves().entry(one);
    const CaseIndex::Entry &second = leaves().entry(other);
    if (byIndex()) {
        return leaves().isBefore(first, second, *mMajor);
    }
    static const ColumnKey sNone;
    const auto keyOfOne = mKeys.constFind(one);
    const auto keyOfOther = mKeys.constFind(other);
    const ColumnKey &a = keyOfOne == mKeys.constEnd() ? sNone : *keyOfOne;
    const ColumnKey &b = keyOfOther == mKeys.constEnd() ? sNone : *keyOfOther;
    int compared = a.group != b.group ? a.group - b.group : 0;
    if (compared == 0) {
        compared = a.number < b.number ? -1 : a.number > b.number ? 1 : a.text.compare(b.text);
    }
    if (compared != 0) {
        return (compared < 0) == (mSortOrder == Qt::AscendingOrder);
    }
    return first.key < second.key;
}

bool CaseFilterProxy::accepts(quint32 slot) const
{
    const Case *subject = mCases.find(CaseId{leaves().entry(slot).key.id});
    if (subject == nullptr) {
        return false;
    }
    return gridward::passes(*subject, mFilter, mNow) && (mWords.isEmpty() || acceptsText(*subject));
}

const QString &CaseFilterProxy::classWords(const Case &subject) const
{
    QString &words =
        mClassWords.at(static_cast<std::size_t>(subject.classKey.kind))[subject.classKey.code];
    if (words.isEmpty()) {
        const DistrictNames &names = mCases.district().names();
        words = subject.classKey.code + u'\n' + names.className(subject.classKey, false) + u'\n' +
                names.className(subject.classKey, true);
    }
    return words;
}

bool CaseFilterProxy::acceptsText(const Case &subject) const
{
    return std::ranges::all_of(mWords, [&](const QStringMatcher &word) {
        const auto in = [&word](const QString &text) { return word.indexIn(text) >= 0; };
        return in(subject.text) || in(subject.number) || in(subject.address) ||
               in(classWords(subject)) || in(mCases.district().names().grid(subject.grid));
    });
}

// Reading it, slice by slice

CaseIndex::Page
CaseFilterProxy::page(int most, qint64 mostVisits, const std::optional<CaseIndex::Entry> &after)
{
    CaseIndex::PageOrder wanted{orderRead(), mNow, after};
    wanted.most = most;
    wanted.mostVisits = mostVisits;
    if (needsCheck()) {
        wanted.accepts = [this](quint32 slot) { return accepts(slot); };
    }
    CaseIndex::Page found = leaves().page(mFilter, wanted);
    mVisits += found.visited;
    return found;
}

/** In which order the index is read where that is not the order of the rows. */
CaseIndex::Order CaseFilterProxy::orderRead() const
{
    if (mMajor) {
        return *mMajor;
    }
    return mFilter.watch == Watch::None
               ? CaseIndex::Order{}
               : CaseIndex::Order{CaseIndex::Major::Watch, mFilter.watch, false};
}

void CaseFilterProxy::begin()
{
    mNow = mCases.district().clock().now();
    mHeatAt = mNow;
    mAfter.reset();
    mFilled = false;
    mOrdered.clear();
    mKeys.clear();
    mCollected = false;
    if (byIndex()) {
        CaseIndex::Page first = page(kFirst, kVisitsOfSlice, {});
        mRows = std::move(first.found);
        mAfter = first.last;
        mFilled = first.complete;
    } else {
        collect();
        mRows = nextOrdered(kFirst);
        mFilled = mCollected && mRows.size() == mOrdered.size();
    }
    goOn();
}

void CaseFilterProxy::restart()
{
    emit aboutToRearrange();
    const std::vector<quint32> before = std::exchange(mRows, {});
    begin();
    become(std::exchange(mRows, before));
    emit countChanged();
    emit rearranged();
}

void CaseFilterProxy::collect()
{
    const CaseIndex::Page some = page(static_cast<int>(kNoEnd), kVisitsOfSlice, mAfter);
    mAfter = some.last;
    mCollected = some.complete;
    for (const quint32 slot : some.found) {
        const Case *subject = mCases.find(CaseId{leaves().entry(slot).key.id});
        if (subject != nullptr) {
            mKeys.insert(slot, keyOf(*subject));
            mOrdered.insert(slot, [this](quint32 a, quint32 b) { return isBefore(a, b); });
        }
    }
}

std::vector<quint32> CaseFilterProxy::nextOrdered(std::size_t most) const
{
    SlotList::Position at;
    if (!mRows.empty()) {
        at = mOrdered.find([&](quint32 slot) { return !isBefore(mRows.back(), slot); });
    }
    std::vector<quint32> rows;
    for (; !mOrdered.atEnd(at) && rows.size() < most; at = mOrdered.next(at)) {
        rows.push_back(mOrdered.at(at));
    }
    return rows;
}

bool CaseFilterProxy::wantsMore() const
{
    if (mFilled) {
        return false;
    }
    if (!byIndex() && !mCollected) {
        return true;
    }
    // Words have to be looked for to be counted at all.
    return mFilling || mRows.size() < kFirst || (byIndex() && needsCheck());
}

void CaseFilterProxy::goOn()
{
    if (wantsMore() && !mSlice.isActive()) {
        mSlice.start();
    }
}

void CaseFilterProxy::slice()
{
    if (!wantsMore()) {
        return;
    }
    if (byIndex()) {
        CaseIndex::Page more = needsCheck() ? page(kRowsOfSlice, kVisitsOfSlice, mAfter)
                                            : page(kRowsOfSlice, kNoEnd, mAfter);
        mAfter = more.last;
        append(std::move(more.found));
        mFilled = more.complete;
    } else if (!mCollected) {
        collect();
        // The best of those found so far; what comes later pushes in between.
        const std::vector<quint32> before = std::exchange(mRows, {});
        const std::vector<quint32> first = nextOrdered(kFirst);
        mRows = before;
        become(first);
        mFilled = mCollected && mRows.size() == mOrdered.size();
    } else {
        std::vector<quint32> more = nextOrdered(kRowsOfSlice);
        mFilled = more.size() < static_cast<std::size_t>(kRowsOfSlice);
        append(std::move(more));
    }
    if (needsCheck()) {
        emit countChanged();
    }
    goOn();
}

void CaseFilterProxy::append(std::vector<quint32> rows)
{
    if (rows.empty()) {
        return;
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    mRows.insert(mRows.end(), rows.begin(), rows.end());
    endInsertRows();
}

void CaseFilterProxy::fill()
{
    const bool filling = std::exchange(mFilling, true);
    while (wantsMore()) {
        slice();
    }
    mFilling = filling;
}

bool CaseFilterProxy::passes(const CaseId &id) const
{
    const quint32 slot = leaves().slotOf(id.value);
    return slot != CaseIndex::kNone && accepts(slot);
}

bool CaseFilterProxy::reveal(const CaseId &id, int mostSlices)
{
    const quint32 slot = leaves().slotOf(id.value);
    if (slot == CaseIndex::kNone || !accepts(slot)) {
        return false;
    }
    const bool filling = std::exchange(mFilling, true);
    for (int done = 0; done < mostSlices && rowOfSlot(slot) < 0 && wantsMore(); ++done) {
        slice();
    }
    mFilling = filling;
    return rowOfSlot(slot) >= 0;
}

} // namespace gridward
