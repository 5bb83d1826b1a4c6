// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/casefilterproxy.h"

#include "models/service/districtport.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** So many changes at once are told one by one; more are told as one. */
constexpr qsizetype kFew = 200;

qint64 milliseconds(const std::optional<Instant> &moment)
{
    return moment ? moment->time_since_epoch().count() : 0;
}

} // namespace

/** Which slot comes first, in the order that was asked for. */
class CaseFilterProxy::Before
{
public:
    explicit Before(const CaseFilterProxy &queue)
        : mQueue(queue)
    {
    }
    bool operator()(const Key &one, const Key &other) const
    {
        return mQueue.mOrder == Qt::AscendingOrder ? less(one, other) : less(other, one);
    }
    bool operator()(int one, int other) const
    {
        return (*this)(mQueue.mKeys.at(one), mQueue.mKeys.at(other));
    }
    bool operator()(int one, const Key &other) const
    {
        return (*this)(mQueue.mKeys.at(one), other);
    }

private:
    static bool less(const Key &one, const Key &other)
    {
        if (one.group != other.group) {
            return one.group < other.group;
        }
        if (one.first != other.first) {
            return one.first < other.first;
        }
        if (one.second != other.second) {
            return one.second < other.second;
        }
        const int texts = one.text.compare(other.text);
        return texts != 0 ? texts < 0 : one.id < other.id;
    }
    const CaseFilterProxy &mQueue;
};

CaseFilterProxy::CaseFilterProxy(CaseTableModel &cases, QObject *parent)
    : QAbstractProxyModel(parent)
    , mCases(cases)
{
    setSourceModel(&cases);
    connect(
        &cases, &QAbstractItemModel::modelAboutToBeReset, this, &CaseFilterProxy::beginResetModel);
    connect(&cases, &QAbstractItemModel::modelReset, this, [this] {
        rebuild();
        endResetModel();
        emit countChanged();
    });
    connect(&cases, &CaseTableModel::casesAboutToGo, this, &CaseFilterProxy::remove);
    connect(&cases, &CaseTableModel::casesCame, this, &CaseFilterProxy::put);
    connect(&cases, &CaseTableModel::casesAltered, this, &CaseFilterProxy::put);
    connect(&cases, &CaseTableModel::clocksRefreshed, this, [this] {
        if (mFilter.overdueOnly) {
            rearrange();
        }
        tellRows(0,
                 rowCount() - 1,
                 static_cast<int>(CaseTableModel::Column::Remaining),
                 static_cast<int>(CaseTableModel::Column::Reported));
    });
    connect(&cases, &CaseTableModel::namesChanged, this, [this] {
        mClassWords = {};
        if (!mWords.isEmpty()) {
            rearrange();
        }
        tellRows(0, rowCount() - 1, 0, CaseTableModel::kColumns - 1);
    });
    connect(&cases,
            &QAbstractItemModel::headerDataChanged,
            this,
            &QAbstractItemModel::headerDataChanged);
    rebuild();
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
        rearrange();
    }
}

void CaseFilterProxy::sort(int column, Qt::SortOrder order)
{
    // The limit column sorts by what it means, which is urgency.
    if (column != mColumn || order != mOrder) {
        mColumn = column;
        mOrder = order;
        rearrange();
    }
}

CaseId CaseFilterProxy::idAt(int row) const
{
    return row >= 0 && row < mRows.size() ? CaseId{mKeys.at(mRows.at(row)).id} : CaseId{};
}

int CaseFilterProxy::rowOf(const CaseId &id) const
{
    const auto slot = mSlotOf.constFind(id.value);
    if (slot == mSlotOf.constEnd()) {
        return -1;
    }
    const int place = placeOf(mKeys.at(*slot));
    // Amid a rearrangement the rows are not sorted.
    return place < mRows.size() && mRows.at(place) == *slot
               ? place
               : static_cast<int>(mRows.indexOf(*slot));
}

const Case *CaseFilterProxy::caseAt(int row) const
{
    return mCases.find(idAt(row));
}

Qt::ItemFlags CaseFilterProxy::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled |
                                 Qt::ItemNeverHasChildren
                           : Qt::NoItemFlags;
}

QModelIndex CaseFilterProxy::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex CaseFilterProxy::parent(const QModelIndex & /*child*/) const
{
    return {};
}

int CaseFilterProxy::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(mRows.size());
}

int CaseFilterProxy::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : CaseTableModel::kColumns;
}

bool CaseFilterProxy::hasChildren(const QModelIndex &parent) const
{
    return !parent.isValid() && !mRows.isEmpty();
}

QModelIndex CaseFilterProxy::mapToSource(const QModelIndex &proxyIndex) const
{
    if (!proxyIndex.isValid()) {
        return {};
    }
    const int row = mCases.rowOf(idAt(proxyIndex.row()));
    return row < 0 ? QModelIndex() : mCases.index(row, proxyIndex.column());
}

QModelIndex CaseFilterProxy::mapFromSource(const QModelIndex &sourceIndex) const
{
    if (!sourceIndex.isValid()) {
        return {};
    }
    const int row = rowOf(mCases.idAt(sourceIndex.row()));
    return row < 0 ? QModelIndex() : createIndex(row, sourceIndex.column());
}

QVariant CaseFilterProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal ? mCases.headerData(section, orientation, role)
                                         : QVariant();
}

CaseFilterProxy::Key CaseFilterProxy::urgencyOf(const Case &subject) const
{
    Key key;
    key.id = subject.id.value;
    if (subject.dueAt && !subject.handledAt) {
        key.first = milliseconds(subject.dueAt);
    } else if (!subject.handledAt) {
        key.group = 1;
        key.first = -static_cast<qint64>(subject.level);
        key.second = milliseconds(subject.reportedAt);
    } else {
        key.group = 2;
        key.first = milliseconds(subject.handledAt);
    }
    return key;
}

CaseFilterProxy::Key CaseFilterProxy::keyOf(const Case &subject) const
{
    using Column = CaseTableModel::Column;
    Key key = urgencyOf(subject);
    if (mColumn == kByUrgency) {
        return key;
    }
    switch (static_cast<Column>(mColumn)) {
    case Column::Remaining:
        break;
    case Column::Level:
        key.group = static_cast<int>(subject.level);
        break;
    case Column::State:
        key.group = static_cast<int>(subject.state);
        break;
    case Column::Reported:
        key = {0, milliseconds(subject.reportedAt), 0, {}, key.id};
        break;
    case Column::Number:
        key = {0, 0, 0, subject.number, key.id};
        break;
    case Column::Class:
        // By code: the order of the catalogue in every language.
        key = {static_cast<int>(subject.classKey.kind), 0, 0, subject.classKey.code, key.id};
        break;
    case Column::Text:
        key = {0, 0, 0, subject.text, key.id};
        break;
    case Column::Place:
        key = {0, 0, 0, subject.street + subject.grid, key.id};
        break;
    case Column::Unit:
        key = {0, 0, 0, subject.unit, key.id};
        break;
    }
    return key;
}

bool CaseFilterProxy::accepts(const Case &subject) const
{
    const QueueFilter &f = mFilter;
    return (f.states.isEmpty() || f.states.contains(subject.state)) &&
           (f.levels.isEmpty() || f.levels.contains(subject.level)) &&
           (f.street.isEmpty() || subject.street == f.street) &&
           (f.unit.isEmpty() || subject.unit == f.unit) &&
           (f.division.isEmpty() || subject.street.startsWith(f.division) ||
            subject.community.startsWith(f.division)) &&
           (!f.overdueOnly || isOverdue(subject, mCases.district().clock().now())) &&
           (mWords.isEmpty() || acceptsText(subject));
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

int CaseFilterProxy::placeOf(const Key &key) const
{
    const auto place = std::lower_bound(mRows.cbegin(), mRows.cend(), key, Before(*this));
    return static_cast<int>(place - mRows.cbegin());
}

int CaseFilterProxy::newSlot(Key key)
{
    const QUuid id = key.id;
    int slot = static_cast<int>(mKeys.size());
    if (mFree.isEmpty()) {
        mKeys.append(std::move(key));
    } else {
        slot = mFree.takeLast();
        mKeys[slot] = std::move(key);
    }
    mSlotOf.insert(id, slot);
    return slot;
}

void CaseFilterProxy::remove(const QList<CaseId> &ids)
{
    if (ids.size() > kFew) {
        rearrange(); // LiveCases knows them no more, so they are not wanted
        return;
    }
    for (const CaseId &id : ids) {
        removeOne(id);
    }
    emit countChanged();
}

void CaseFilterProxy::removeOne(const CaseId &id)
{
    const int row = rowOf(id);
    if (row >= 0) {
        beginRemoveRows({}, row, row);
        mFree.append(mRows.takeAt(row));
        mSlotOf.remove(id.value);
        endRemoveRows();
    }
}

void CaseFilterProxy::put(const QList<CaseId> &ids)
{
    if (ids.size() > kFew) {
        rearrange();
        tellRows(0, rowCount() - 1, 0, CaseTableModel::kColumns - 1);
        return;
    }
    for (const CaseId &id : ids) {
        putOne(id);
    }
    emit countChanged();
}

void CaseFilterProxy::putOne(const CaseId &id)
{
    const Case *subject = mCases.find(id);
    if (subject == nullptr || !accepts(*subject)) {
        removeOne(id);
        return;
    }
    Key key = keyOf(*subject);
    const int row = rowOf(id);
    int place = placeOf(key);
    if (row < 0) {
        beginInsertRows({}, place, place);
        mRows.insert(place, newSlot(std::move(key)));
        endInsertRows();
        return;
    }
    const int slot = mRows.at(row);
    if (place == row || place == row + 1) {
        mKeys[slot] = std::move(key);
        place = row;
    } else {
        beginMoveRows({}, row, row, {}, place);
        place -= place > row ? 1 : 0;
        mKeys[slot] = std::move(key);
        mRows.move(row, place);
        endMoveRows();
    }
    tellRows(place, place, 0, CaseTableModel::kColumns - 1);
}

QList<CaseFilterProxy::Key> CaseFilterProxy::wantedKeys() const
{
    QList<Key> wanted;
    for (int row = 0; row < mCases.rowCount(); ++row) {
        const Case *subject = mCases.find(mCases.idAt(row));
        if (subject != nullptr && accepts(*subject)) {
            wanted.append(keyOf(*subject));
        }
    }
    std::sort(wanted.begin(), wanted.end(), Before(*this));
    return wanted;
}

void CaseFilterProxy::rebuild()
{
    mKeys.clear();
    mFree.clear();
    mSlotOf.clear();
    mRows.clear();
    const QList<Key> wanted = wantedKeys();
    for (const Key &key : wanted) {
        mRows.append(newSlot(key));
    }
}

void CaseFilterProxy::rearrange()
{
    const QList<Key> wanted = wantedKeys();
    QList<bool> stays(mKeys.size(), false);
    QList<qsizetype> coming;
    for (qsizetype place = 0; place < wanted.size(); ++place) {
        const auto slot = mSlotOf.constFind(wanted.at(place).id);
        if (slot == mSlotOf.constEnd()) {
            coming.append(place);
        } else {
            stays[*slot] = true;
        }
    }
    removeOthers(stays);
    if (!coming.isEmpty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(coming.size()) - 1);
        for (const qsizetype place : std::as_const(coming)) {
            mRows.append(newSlot(wanted.at(place)));
        }
        endInsertRows();
    }
    QList<int> order;
    order.reserve(wanted.size());
    for (const Key &key : wanted) {
        const int slot = mSlotOf.value(key.id);
        mKeys[slot] = key;
        order.append(slot);
    }
    if (order != mRows) {
        layOut(order);
    }
    emit countChanged();
}

void CaseFilterProxy::removeOthers(const QList<bool> &stays)
{
    QList<int> order = mRows;
    const auto others =
        std::stable_partition(order.begin(), order.end(), [&](int slot) { return stays.at(slot); });
    const auto kept = static_cast<int>(others - order.begin());
    if (kept == mRows.size()) {
        return;
    }
    if (order != mRows) {
        layOut(order); // so that they go as one range
    }
    beginRemoveRows({}, kept, rowCount() - 1);
    for (qsizetype row = kept; row < mRows.size(); ++row) {
        mSlotOf.remove(mKeys.at(mRows.at(row)).id);
        mFree.append(mRows.at(row));
    }
    mRows.resize(kept);
    endRemoveRows();
}

void CaseFilterProxy::layOut(const QList<int> &order)
{
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<int> rowOfSlot(before.isEmpty() ? 0 : mKeys.size(), -1);
    if (!before.isEmpty()) {
        for (int row = 0; row < order.size(); ++row) {
            rowOfSlot[order.at(row)] = row;
        }
    }
    QModelIndexList after;
    for (const QModelIndex &old : before) {
        after.append(createIndex(rowOfSlot.at(mRows.at(old.row())), old.column()));
    }
    mRows = order;
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void CaseFilterProxy::tellRows(int first, int last, int firstColumn, int lastColumn)
{
    if (last >= first) {
        emit dataChanged(index(first, firstColumn), index(last, lastColumn));
    }
}

} // namespace gridward
