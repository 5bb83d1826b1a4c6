// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/view/caseindex.h"
#include "models/view/casetablemodel.h"
#include "models/view/queuefilter.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringMatcher>
#include <QTimer>

#include <array>
#include <optional>
#include <vector>

namespace gridward {

/**
 * A queue: the open cases that pass a filter, in an order. Read from the index of LiveCases: the
 * first rows are there at once, at a cost that does not grow with the number of cases; the others
 * follow in slices of the event loop. rowCount() is what has been filled in, count() how many there
 * are. What the index cannot answer (words, a community, orders by other columns) is looked for in
 * slices too. Changes move, insert and remove exactly their rows; many at once, a new filter and a
 * new order are told as one removal, one insertion and one layout. Selections survive all of that,
 * as far as rows are filled in. GUI thread.
 */
class CaseFilterProxy final : public QAbstractTableModel
{
    Q_OBJECT
public:
    /** Most urgent first: overdue and least time left; then without a limit, by level and age; then
     * handed back, longest waiting first. What sort() does for column -1. */
    static constexpr int kByUrgency = -1;
    /** Those first that wait longest to be filed or dispatched, by the limit of their level. */
    static constexpr int kByHeat = -2;
    /** So many rows are there at once. */
    static constexpr int kFirst = 100;
    static constexpr int kAllSlices = 1'000'000;

    /** The model outlives it. */
    explicit CaseFilterProxy(CaseTableModel &cases, QObject *parent = nullptr);

    [[nodiscard]] const QueueFilter &filter() const { return mFilter; }
    void setFilter(const QueueFilter &filter);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    [[nodiscard]] int sortColumn() const { return mColumn; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return mSortOrder; }
    /** Whether rows beyond the first are filled in: not for queues that nobody looks at. */
    void setFilling(bool filling);

    /** How many cases pass the filter; while isCounting(), how many were found so far. */
    [[nodiscard]] qint64 count() const;
    [[nodiscard]] bool isCounting() const;
    /** Every case that passes is a row. */
    [[nodiscard]] bool isFilled() const { return mFilled; }
    /** Fills in all rows at once. */
    void fill();
    /** Whether the case is in the queue, filled in or not. */
    [[nodiscard]] bool passes(const CaseId &id) const;
    /** Fills in as far as this case; false if it does not pass or is further down than that. */
    bool reveal(const CaseId &id, int mostSlices = kAllSlices);
    /** All that pass, in their order, filled in or not. */
    [[nodiscard]] QList<CaseId> allCases() const;

    [[nodiscard]] CaseId idAt(int row) const;
    /** -1 if it is no row. */
    [[nodiscard]] int rowOf(const CaseId &id) const;
    /** Null where there is no such row. */
    [[nodiscard]] const Case *caseAt(int row) const;
    /** What stands in the column Remaining of this queue now: its clock, or what it watches. */
    [[nodiscard]] QString remainingText(const Case &subject) const;
    /** How hot it is in this queue now. */
    [[nodiscard]] Heat heat(const Case &subject) const;
    /** Null for a case that is not open. */
    [[nodiscard]] const Case *find(const CaseId &id) const { return mCases.find(id); }
    [[nodiscard]] CaseTableModel &cases() const { return mCases; }
    /** What all of this has cost since it was made: lists and cases looked at. */
    [[nodiscard]] qint64 visits() const { return mVisits; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    /** count() may be another. */
    void countChanged();
    /** Another filter or order: rows may go now and come back later. */
    void aboutToRearrange();
    /** The first rows of it are there. */
    void rearranged();

private:
    /** By what a row is sorted where that is not urgency. */
    struct ColumnKey
    {
        int group = 0;
        qint64 number = 0;
        QString text;

        bool operator==(const ColumnKey &) const = default;
    };

    [[nodiscard]] const CaseIndex &leaves() const;
    [[nodiscard]] CaseIndex::Order orderRead() const;
    [[nodiscard]] bool byIndex() const { return mMajor.has_value(); }
    [[nodiscard]] ColumnKey keyOf(const Case &subject) const;
    [[nodiscard]] bool isBefore(quint32 one, quint32 other) const;
    [[nodiscard]] bool needsCheck() const;
    [[nodiscard]] bool accepts(quint32 slot) const;
    [[nodiscard]] bool acceptsText(const Case &subject) const;
    [[nodiscard]] const QString &classWords(const Case &subject) const;
    [[nodiscard]] int placeOf(quint32 slot) const;
    [[nodiscard]] int rowOfSlot(quint32 slot) const;
    /** Whether a case in this slot belongs among the rows that are filled in. */
    [[nodiscard]] bool isInside(quint32 slot) const;
    CaseIndex::Page page(int most, qint64 mostVisits, const std::optional<CaseIndex::Entry> &after);

    void restart();
    void setMajor();
    void begin();
    void collect();
    void showFirst();
    void goOn();
    void slice();
    void append(std::vector<quint32> rows);
    [[nodiscard]] std::vector<quint32> nextOrdered(std::size_t most) const;
    [[nodiscard]] bool wantsMore() const;

    void take();
    void takeOne(const CaseIndex::Change &change);
    void takeMany(const std::vector<CaseIndex::Change> &changes);
    void order(quint32 before, quint32 after);
    void passTime();
    void putRow(quint32 slot);
    void removeRow(int row);
    /** Rows become these, told as one removal, one insertion and one layout at the most. */
    void become(const std::vector<quint32> &rows);
    void removeOthers(const std::vector<char> &stays);
    void layOut(const std::vector<quint32> &rows);
    void tellRows(int first, int last, int firstColumn, int lastColumn);

    CaseTableModel &mCases;
    QueueFilter mFilter;
    QList<QStringMatcher> mWords; ///< of the filter's text
    int mColumn = kByUrgency;
    Qt::SortOrder mSortOrder = Qt::AscendingOrder;
    std::optional<CaseIndex::Order> mMajor{CaseIndex::Order{}}; ///< absent: mOrdered is needed
    Instant mNow{};             ///< overdue is judged as of this moment
    Instant mHeatAt{};          ///< heat is compared as of this moment
    std::vector<quint32> mRows; ///< slots, sorted
    bool mSorted = true;        ///< false amid a change that concerns many rows
    bool mFilled = false;
    bool mFilling = true;
    std::optional<CaseIndex::Entry> mAfter; ///< last one visited for a row, or for mOrdered

    // Orders that the index does not have: everything that passes, sorted here.
    SlotList mOrdered;
    QHash<quint32, ColumnKey> mKeys;
    bool mCollected = false;

    QTimer mSlice;
    qint64 mVisits = 0;
    mutable std::array<QHash<QString, QString>, 2> mClassWords; ///< by kind and code
};

} // namespace gridward
