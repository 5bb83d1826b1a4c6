// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/service/responsibility.h"
#include "models/service/unitport.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QTimer>

#include <map>

namespace gridward {

class DistrictPort;
class LiveCases;

/**
 * The handling units as rows: how much each has to do, how much of it is late, who is there, and
 * for the case in question its rank, distance and reasons. Counts follow the live cases change by
 * change, the time by the minute; neither asks the store. GUI thread.
 */
class UnitModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Rank, Unit, Open, Overdue, OnDuty, Distance, Reasons };
    static constexpr int kColumns = 7;

    enum Role {
        CodeRole = Qt::UserRole, ///< of the unit
        SortRole,                ///< what the column is sorted by
        LateRole,                ///< bool: bad news
        WordsRole,               ///< what it is found by
    };

    /** All outlive it. */
    UnitModel(DistrictPort &district,
              const LiveCases &live,
              const UnitPort &units,
              QObject *parent = nullptr);

    /** For the case in question, best first; none: no case is. */
    void setProposals(const QList<UnitProposal> &proposals);
    /** Best first, and behind them every other unit: what a command line chooses from. */
    [[nodiscard]] QList<UnitProposal> ranked() const { return withTheOthers(mProposals); }
    /** The same for proposals that are not shown. */
    [[nodiscard]] QList<UnitProposal> withTheOthers(const QList<UnitProposal> &proposals) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    [[nodiscard]] QString codeAt(int row) const;
    /** In the language of the moment. */
    [[nodiscard]] QString nameAt(int row) const;
    /** -1 for an unknown code. */
    [[nodiscard]] int rowOf(const QString &code) const;
    /** Of the unit's people who are there now. */
    [[nodiscard]] QStringList namesOnDuty(const QString &unit) const;

    void retranslate();

public slots:
    /** The time has passed. */
    void refreshClocks();

private:
    struct Load
    {
        int open = 0;
        int late = 0;                   ///< handed back too late: they stay so
        std::map<Instant, int> running; ///< ends of clocks that still run

        [[nodiscard]] int overdue(Instant now) const;
    };
    struct Counted
    {
        QString unit;
        std::optional<Instant> due;
        bool late = false;
    };

    void readUnits();
    void reset();
    void take(const QList<Case> &cases);
    void count(const Counted &one, int step);
    void tell(int row, Column first, Column last);
    [[nodiscard]] QString textOf(const Organisation &unit, Column column) const;
    [[nodiscard]] QVariant sortKey(const Organisation &unit, Column column) const;
    [[nodiscard]] std::optional<double> distanceOf(const QString &unit) const;

    DistrictPort &mDistrict;
    const LiveCases &mLive;
    const UnitPort &mPort;
    QList<Organisation> mUnits;
    QHash<QString, int> mRowOf;
    QHash<QString, Load> mLoads;
    QHash<QUuid, Counted> mCounted;
    QList<UnitProposal> mProposals;
    QHash<QString, int> mRankOf; ///< places in mProposals
    QTimer mMinute;
};

} // namespace gridward
