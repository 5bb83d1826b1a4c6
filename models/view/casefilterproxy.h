// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/view/casetablemodel.h"

#include <QAbstractProxyModel>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringMatcher>

#include <array>

namespace gridward {

/** Which cases a queue shows: all that is set must hold. */
struct QueueFilter
{
    QList<CaseState> states; ///< none: all
    QList<CaseLevel> levels; ///< none: all
    QString division;        ///< the part of the district that the user works on; empty: all of it
    QString street;          ///< code; empty: all
    QString unit;            ///< code; empty: all
    QString text;            ///< every word of it: in number, class, problem, place or address
    bool overdueOnly = false;

    bool operator==(const QueueFilter &) const = default;
};

/**
 * A queue: the rows of a CaseTableModel that pass a filter, in an order. Keeps them in a sorted
 * list of its own: a change costs a search in it, where QSortFilterProxyModel goes through all
 * rows. Few changes move rows exactly; many at once, a new filter and a new order are told as one
 * removal, one insertion and one layout. Selections survive all of that. GUI thread.
 */
class CaseFilterProxy final : public QAbstractProxyModel
{
    Q_OBJECT
public:
    /** Most urgent first: overdue and least time left; then without a limit, by level and age; then
     * handed back, longest waiting first. What sort() does for column -1. */
    static constexpr int kByUrgency = -1;

    /** The model outlives it. */
    explicit CaseFilterProxy(CaseTableModel &cases, QObject *parent = nullptr);

    [[nodiscard]] const QueueFilter &filter() const { return mFilter; }
    void setFilter(const QueueFilter &filter);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    [[nodiscard]] CaseId idAt(int row) const;
    /** -1 if the queue does not show it. */
    [[nodiscard]] int rowOf(const CaseId &id) const;
    /** Null where there is no such row. */
    [[nodiscard]] const Case *caseAt(int row) const;
    /** Null for a case that is not open. */
    [[nodiscard]] const Case *find(const CaseId &id) const { return mCases.find(id); }
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    [[nodiscard]] QModelIndex
    index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex mapToSource(const QModelIndex &proxyIndex) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex &sourceIndex) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    /** rowCount() may be another. */
    void countChanged();

private:
    /** By what a row is sorted: number first, then text, then the id. */
    struct Key
    {
        int group = 0;
        qint64 first = 0;
        qint64 second = 0;
        QString text;
        QUuid id;

        bool operator==(const Key &) const = default;
    };
    class Before;

    [[nodiscard]] Key keyOf(const Case &subject) const;
    [[nodiscard]] Key urgencyOf(const Case &subject) const;
    [[nodiscard]] bool accepts(const Case &subject) const;
    [[nodiscard]] bool acceptsText(const Case &subject) const;
    [[nodiscard]] const QString &classWords(const Case &subject) const;
    [[nodiscard]] int placeOf(const Key &key) const;

    void remove(const QList<CaseId> &ids);
    void put(const QList<CaseId> &ids);
    void putOne(const CaseId &id);
    void removeOne(const CaseId &id);
    void rebuild();
    void rearrange();
    void removeOthers(const QList<bool> &stays);
    void layOut(const QList<int> &order);
    /** Of all that pass the filter, in their order. */
    [[nodiscard]] QList<Key> wantedKeys() const;
    int newSlot(Key key);
    void tellRows(int first, int last, int firstColumn, int lastColumn);

    CaseTableModel &mCases;
    QueueFilter mFilter;
    QList<QStringMatcher> mWords; ///< of the filter's text
    int mColumn = kByUrgency;
    Qt::SortOrder mOrder = Qt::AscendingOrder;
    QList<Key> mKeys; ///< slots; those in mFree are not in use
    QList<int> mFree;
    QHash<QUuid, int> mSlotOf;
    QList<int> mRows;                                           ///< slots, sorted
    mutable std::array<QHash<QString, QString>, 2> mClassWords; ///< by kind and code
};

} // namespace gridward
