// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/inboxmodel.h"

#include "models/domain/language.h"
#include "models/view/casewords.h"
#include "models/view/inboxwords.h"

#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr qsizetype kMostOneByOne = 48; ///< more rows that come or go are shown anew

constexpr quint8 bitOf(InboxLane lane)
{
    return static_cast<quint8>(1U << static_cast<unsigned>(lane));
}

} // namespace

InboxModel::InboxModel(const DistrictPort &district, QObject *parent)
    : QAbstractTableModel(parent)
    , mDistrict(district)
{
    connect(&district, &DistrictPort::districtChanged, this, &InboxModel::retranslate);
}

int InboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(mShown.size());
}

int InboxModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant InboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case Column::Number:
        return tr("Row");
    case Column::Received:
        return tr("Received");
    case Column::Text:
        return tr("What was told");
    case Column::Place:
        return tr("Place");
    case Column::Class:
        return tr("Class");
    case Column::Alike:
        return tr("Alike");
    case Column::Stand:
        return tr("State");
    }
    return {};
}

QString InboxModel::className(const InboxClass &of) const
{
    const QString name =
        mDistrict.names().className({mDistrict.info().scheme, of.kind, of.code}, isEnglish());
    return of.kind == CaseKind::Component ? tr("%1 (component)").arg(name) : name;
}

QString InboxModel::standOf(const InboxItem &item) const
{
    switch (item.state) {
    case InboxState::Registered:
        return item.caseNumber.isEmpty() ? tr("Registered")
                                         : tr("Registered as case %1").arg(item.caseNumber);
    case InboxState::Joined:
        return item.caseNumber.isEmpty() ? tr("Joined")
                                         : tr("Joined to case %1").arg(item.caseNumber);
    case InboxState::Refused:
        return tr("Refused: %1").arg(inbox_words::reasonText(item.reason));
    case InboxState::Waiting:
        break;
    }
    if (isLed(item)) {
        return tr("One with row %1").arg(item.leader.value);
    }
    if (isReady(item)) {
        return tr("Ready");
    }
    return !item.place && !item.chosenClass ? tr("Needs place and class")
           : !item.place                    ? tr("Needs place")
                                            : tr("Needs class");
}

QStringList InboxModel::longWords(Column column)
{
    switch (column) {
    case Column::Number:
        return {u"0000"_s, u"000 +0"_s};
    case Column::Received: {
        const Instant now{std::chrono::days(20'000)};
        return {case_words::timeText(now, now)};
    }
    case Column::Alike:
        return {tr("%n row(s)", nullptr, 20), tr("%n case(s)", nullptr, 20)};
    case Column::Stand:
        return {tr("Ready"),
                tr("Needs place and class"),
                tr("Needs place"),
                tr("Needs class"),
                tr("One with row %1").arg(u"000"_s)};
    case Column::Text:
    case Column::Place:
    case Column::Class:
        break;
    }
    return {};
}

bool InboxModel::isUsed(Column column) const
{
    return std::ranges::any_of(mShown, [&](InboxId id) {
        const Entry &entry = *mEntries.constFind(id);
        switch (column) {
        case Column::Place:
            return entry.item.place || entry.item.proposedPlace || !entry.item.address.isEmpty();
        case Column::Class:
            return entry.item.chosenClass || entry.item.proposedClass;
        case Column::Alike:
            return entry.casesNear > 0 || mTwins.hasTwins(id);
        case Column::Number:
        case Column::Received:
        case Column::Text:
        case Column::Stand:
            break;
        }
        return true;
    });
}

QString InboxModel::text(const Entry &entry, Column column) const
{
    const InboxItem &item = entry.item;
    switch (column) {
    case Column::Number: {
        const int more = followers(item.id);
        return more > 0 ? u"%1 +%2"_s.arg(item.id.value).arg(more) : QString::number(item.id.value);
    }
    case Column::Received:
        return item.receivedAt ? case_words::timeText(*item.receivedAt, mDistrict.clock().now())
                               : item.toldAt;
    case Column::Text:
        return item.text;
    case Column::Place:
        if (item.place) {
            const QString words = item.proposedPlace && item.proposedPlace->point == *item.place
                                      ? item.proposedPlace->words
                                      : item.address;
            const QString grid = item.grid.isEmpty() ? tr("outside of every grid")
                                                     : mDistrict.names().grid(item.grid);
            return words.isEmpty() ? grid : words;
        }
        return item.proposedPlace ? item.proposedPlace->words : item.address;
    case Column::Class:
        return item.chosenClass     ? className(*item.chosenClass)
               : item.proposedClass ? className(*item.proposedClass)
                                    : QString();
    case Column::Alike: {
        const auto twins = mTwins.twinsOf(item.id).size();
        QStringList parts;
        if (twins > 0) {
            parts.append(tr("%n row(s)", nullptr, static_cast<int>(twins)));
        }
        if (entry.casesNear > 0) {
            parts.append(tr("%n case(s)", nullptr, entry.casesNear));
        }
        return parts.join(u" · "_s);
    }
    case Column::Stand:
        return standOf(item);
    }
    return {};
}

QVariant InboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Entry &entry = *mEntries.constFind(idAt(index.row()));
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, column);
    case Qt::ToolTipRole:
        if (column == Column::Class && !entry.item.chosenClass && entry.item.proposedClass) {
            return tr("Proposed by these words: %1").arg(entry.item.classWords);
        }
        if (column == Column::Place && !entry.item.place && !entry.item.proposedPlace) {
            return tr("As it was told; no place was found for it: %1").arg(entry.item.address);
        }
        return text(entry, column);
    case IdRole:
        return entry.item.id.value;
    case ProposedRole:
        return (column == Column::Class && !entry.item.chosenClass && entry.item.proposedClass) ||
               (column == Column::Place && !entry.item.place && entry.item.proposedPlace);
    case ToldRole:
        return column == Column::Place && !entry.item.place && !entry.item.proposedPlace;
    default:
        return {};
    }
}

quint8 InboxModel::lanesOf(const Entry &entry) const
{
    const InboxItem &item = entry.item;
    if (!item.isWaiting()) {
        return bitOf(InboxLane::Done);
    }
    quint8 lanes = bitOf(InboxLane::Waiting);
    if (isLed(item)) {
        return 0; // it is worked on with its leader
    }
    lanes |= item.place ? quint8{0} : bitOf(InboxLane::NeedsPlace);
    lanes |= item.chosenClass ? quint8{0} : bitOf(InboxLane::NeedsClass);
    lanes |=
        mTwins.hasTwins(item.id) || entry.casesNear > 0 ? bitOf(InboxLane::Duplicates) : quint8{0};
    lanes |= isReady(item) ? bitOf(InboxLane::Ready) : quint8{0};
    return lanes;
}

void InboxModel::countCases(InboxId id)
{
    Entry &entry = mEntries[id];
    entry.casesNear = entry.item.isWaiting() ? static_cast<int>(mCases.near(entry.item).size()) : 0;
}

void InboxModel::put(const InboxItem &item, QSet<InboxId> &touched)
{
    for (const InboxId twin : mTwins.twinsOf(item.id)) {
        touched.insert(twin);
    }
    auto entry = mEntries.find(item.id);
    if (entry == mEntries.end()) {
        entry = mEntries.insert(item.id, {});
        const auto place = std::ranges::lower_bound(mAll, item.id);
        mAll.insert(place - mAll.begin(), item.id);
        if (!mBatches.contains(item.batch)) {
            mBatches.append(item.batch);
        }
    }
    const InboxItem before = std::exchange(entry->item, item);
    follow(before, item, touched);
    if (const auto cell = mCellOf.constFind(item.id); cell != mCellOf.constEnd()) {
        mCells[*cell].removeOne(item.id);
        mCellOf.erase(cell);
    }
    if (const std::optional<GeoPoint> place = likelyPlace(item); place && item.isWaiting()) {
        const quint64 cell = cellsAround(*place).first();
        mCells[cell].append(item.id);
        mCellOf.insert(item.id, cell);
    }
    mTwins.put(asWorkedOn(item));
    countCases(item.id);
    touched.insert(item.id);
    for (const InboxId twin : mTwins.twinsOf(item.id)) {
        touched.insert(twin);
    }
}

/** Who follows whom now; who leads others comes and goes with all of them. */
void InboxModel::follow(const InboxItem &before, const InboxItem &after, QSet<InboxId> &touched)
{
    if (before.isWaiting() && !before.leader.isNull()) {
        mFollowers[before.leader].remove(after.id);
        touched.insert(before.leader);
    }
    if (after.isWaiting() && !after.leader.isNull()) {
        mFollowers[after.leader].insert(after.id);
        touched.insert(after.leader);
    }
    // Also a row that has just come: those before it were taken for rows on their own.
    for (const InboxId follower : mFollowers.value(after.id)) {
        touched.insert(follower);
        for (const InboxId twin : mTwins.twinsOf(follower)) {
            touched.insert(twin);
        }
        mTwins.put(asWorkedOn(mEntries.constFind(follower)->item));
        for (const InboxId twin : mTwins.twinsOf(follower)) {
            touched.insert(twin);
        }
    }
}

bool InboxModel::isLed(const InboxItem &item) const
{
    const InboxItem *leader = item.leader.isNull() ? nullptr : find(item.leader);
    return leader != nullptr && leader->isWaiting();
}

bool InboxModel::isReady(const InboxItem &item) const
{
    return asWorkedOn(item).isReady();
}

/** The row without a leader that has ended. */
InboxItem InboxModel::asWorkedOn(InboxItem item) const
{
    if (!isLed(item)) {
        item.leader = {};
    }
    return item;
}

bool InboxModel::isLikelyKnown(InboxId id) const
{
    const auto entry = mEntries.constFind(id);
    return entry != mEntries.constEnd() && (mTwins.hasTwins(id) || entry->casesNear > 0);
}

void InboxModel::judge(const QSet<InboxId> &touched)
{
    for (const InboxId id : touched) {
        const auto entry = mEntries.find(id);
        if (entry == mEntries.end()) {
            continue;
        }
        const quint8 lanes = lanesOf(*entry);
        for (std::size_t lane = 0; lane < kInboxLanes.size(); ++lane) {
            const quint8 bit = bitOf(kInboxLanes.at(lane));
            const int more = (lanes & bit ? 1 : 0) - (entry->lanes & bit ? 1 : 0);
            mCounts.at(lane) += more;
            mBatchCounts.at(lane) += entry->item.batch == mBatch ? more : 0;
        }
        entry->lanes = lanes;
    }
}

void InboxModel::take(const QList<InboxItem> &items)
{
    QSet<InboxId> touched;
    for (const InboxItem &item : items) {
        put(item, touched);
    }
    judge(touched);
    showTouched(touched);
    emit countsChanged();
}

void InboxModel::clear()
{
    beginResetModel();
    mEntries.clear();
    mAll.clear();
    mShown.clear();
    mCounts.fill(0);
    mBatchCounts.fill(0);
    mBatches.clear();
    mTwins.clear();
    mCells.clear();
    mCellOf.clear();
    mFollowers.clear();
    endResetModel();
    emit countsChanged();
}

bool InboxModel::fits(const Entry &entry) const
{
    const InboxItem &item = entry.item;
    if (!(entry.lanes & bitOf(mLane)) || (!mBatch.isEmpty() && item.batch != mBatch)) {
        return false;
    }
    return std::ranges::all_of(mWords, [&](const QString &word) {
        return item.text.contains(word, Qt::CaseInsensitive) ||
               item.address.contains(word, Qt::CaseInsensitive) || item.number == word ||
               QString::number(item.id.value) == word;
    });
}

void InboxModel::showAgain()
{
    beginResetModel();
    fillShown();
    endResetModel();
}

void InboxModel::fillShown()
{
    mShown.clear();
    for (const InboxId id : std::as_const(mAll)) {
        if (fits(*mEntries.constFind(id))) {
            mShown.append(id);
        }
    }
}

/** The place of a row in what is shown, or the row of a place: the lane of the ended ones is upside
 * down. */
int InboxModel::turned(int row) const
{
    return mLane == InboxLane::Done ? rowCount() - 1 - row : row;
}

void InboxModel::showTouched(const QSet<InboxId> &touched)
{
    QList<InboxId> come;
    QList<InboxId> go;
    bool isChanged = false;
    for (const InboxId id : touched) {
        const auto entry = mEntries.constFind(id);
        if (entry == mEntries.constEnd()) {
            continue;
        }
        const bool isShown = rowOf(id) >= 0;
        if (fits(*entry) != isShown) {
            (isShown ? go : come).append(id);
        }
        isChanged = isChanged || isShown;
    }
    std::ranges::sort(come);
    const bool isBehind = mLane != InboxLane::Done && go.isEmpty() && !come.isEmpty() &&
                          (mShown.isEmpty() || mShown.last() < come.first());
    if (isBehind) { // as they are read: page after page
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(come.size()) - 1);
        mShown += come;
        endInsertRows();
        come.clear();
    }
    if (come.size() + go.size() > kMostOneByOne) {
        showAgain();
        return;
    }
    for (const InboxId id : std::as_const(go)) {
        const int row = rowOf(id);
        const int place = turned(row);
        beginRemoveRows({}, row, row);
        mShown.remove(place);
        endRemoveRows();
    }
    for (const InboxId id : std::as_const(come)) {
        const auto place = static_cast<int>(std::ranges::lower_bound(mShown, id) - mShown.begin());
        const int row = mLane == InboxLane::Done ? rowCount() - place : place;
        beginInsertRows({}, row, row);
        mShown.insert(place, id);
        endInsertRows();
    }
    if (isChanged && !mShown.isEmpty()) {
        // One signal: the view paints what it shows, however many rows that are.
        emit dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
    }
}

void InboxModel::setLane(InboxLane lane)
{
    if (lane != mLane) {
        beginResetModel(); // before it turns round: whoever keeps a place asks for it by its row
        mLane = lane;
        fillShown();
        endResetModel();
    }
}

void InboxModel::setFilter(const QString &words, const QString &batch)
{
    mWords = words.split(u' ', Qt::SkipEmptyParts);
    if (batch != mBatch) {
        mBatch = batch;
        mBatchCounts.fill(0);
        for (const Entry &entry : std::as_const(mEntries)) {
            for (std::size_t lane = 0; lane < kInboxLanes.size(); ++lane) {
                const bool counts =
                    entry.item.batch == mBatch && (entry.lanes & bitOf(kInboxLanes.at(lane)));
                mBatchCounts.at(lane) += counts ? 1 : 0;
            }
        }
    }
    showAgain();
}

void InboxModel::resetCases(const QHash<QUuid, Case> &open)
{
    mCases.clear();
    for (const Case &subject : open) {
        mCases.put(subject);
    }
    QSet<InboxId> touched;
    for (const InboxId id : std::as_const(mAll)) {
        const int before = mEntries[id].casesNear;
        countCases(id);
        if (mEntries[id].casesNear != before) {
            touched.insert(id);
        }
    }
    judge(touched);
    showTouched(touched);
    emit countsChanged();
}

void InboxModel::takeCases(const QList<Case> &cases)
{
    QSet<InboxId> touched;
    const auto touchAround = [&](const Case *subject) {
        if (subject != nullptr && subject->place) {
            for (const quint64 cell : cellsAround(*subject->place)) {
                for (const InboxId id : mCells.value(cell)) {
                    touched.insert(id);
                }
            }
        }
    };
    for (const Case &subject : cases) {
        touchAround(mCases.find(subject.id));
        mCases.put(subject);
        if (!isOpen(subject.state)) {
            mCases.remove(subject.id);
        }
        touchAround(&subject);
    }
    for (const InboxId id : std::as_const(touched)) {
        countCases(id);
    }
    judge(touched);
    showTouched(touched);
    emit countsChanged();
}

int InboxModel::count(InboxLane lane) const
{
    return mCounts.at(static_cast<std::size_t>(lane));
}

int InboxModel::countInBatch(InboxLane lane) const
{
    return mBatch.isEmpty() ? count(lane) : mBatchCounts.at(static_cast<std::size_t>(lane));
}

const InboxItem *InboxModel::find(InboxId id) const
{
    const auto entry = mEntries.constFind(id);
    return entry == mEntries.constEnd() ? nullptr : &entry->item;
}

InboxId InboxModel::idAt(int row) const
{
    return row < 0 || row >= mShown.size() ? InboxId{} : mShown.at(turned(row));
}

int InboxModel::rowOf(InboxId id) const
{
    const auto place = std::ranges::lower_bound(mShown, id);
    return place != mShown.end() && *place == id ? turned(static_cast<int>(place - mShown.begin()))
                                                 : -1;
}

QList<std::pair<CaseId, Likeness>> InboxModel::casesNear(InboxId id) const
{
    const InboxItem *item = find(id);
    return item != nullptr && item->isWaiting() ? mCases.near(*item)
                                                : QList<std::pair<CaseId, Likeness>>();
}

void InboxModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (!mShown.isEmpty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
    }
}

} // namespace gridward
