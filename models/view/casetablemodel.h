// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/view/caseheat.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

namespace gridward {

class DistrictPort;
class LiveCases;

/**
 * The open cases as rows, in no order of their own, and what stands in the cells of every queue.
 * Holds only which case is in which row, and that only once somebody asks: the values stay in
 * LiveCases, and queues are read from its index. What an update costs does not grow with the number
 * of cases that stay as they are, and neither does the number of signals: at most one for rows that
 * moved, one each for rows that went and came, and a bounded number for changed ones. It does not
 * look at the clock by itself: passTime() tells queues that some limits may have run out. GUI
 * thread.
 */
class CaseTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    /** Remaining and Reported stand beside each other: both change with the time alone. */
    enum class Column { Level, Number, Class, Text, Place, State, Unit, Remaining, Reported };
    static constexpr int kColumns = 9;

    /** What stands over the column, in the language of the moment; see setPeople(). */
    [[nodiscard]] static QString title(Column column, bool namesPeople = false);

    /** The same for every column of a row. */
    enum Role {
        IdRole = Qt::UserRole, ///< QUuid of the case
        LevelRole,             ///< int of CaseLevel
        StateRole,             ///< int of CaseState
        ClockRole,             ///< int of HandlingClock
        VersionRole,           ///< version of the case
        HeatRole,              ///< int of Heat
        RequestRole,           ///< int of RequestKind
        OwnWorkRole,           ///< bool: not theirs to judge, see setJudge()
    };
    /** How the handling clock stands. */
    enum class HandlingClock { None, Running, Short, Overdue, Stopped };
    [[nodiscard]] static HandlingClock clockOf(const Case &subject, Instant now);

    /** Both outlive it. */
    CaseTableModel(const LiveCases &live, const DistrictPort &district, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    [[nodiscard]] CaseId idAt(int row) const;
    /** -1 for a case that is not open. */
    [[nodiscard]] int rowOf(const CaseId &id) const;
    [[nodiscard]] const Case *find(const CaseId &id) const;
    [[nodiscard]] const DistrictPort &district() const { return mDistrict; }
    [[nodiscard]] const LiveCases &live() const { return mLive; }
    /** What data() says of this case. */
    [[nodiscard]] QVariant value(const Case &subject, Column column, int role) const;
    /** What the cell says at this moment; clocks to the second in the last hour. */
    [[nodiscard]] QString text(const Case &subject, Column column) const;

    [[nodiscard]] const HeatLimits &heatLimits() const { return mHeat; }
    void setHeatLimits(const HeatLimits &limits);

    /** Names of people by id: who of them is in charge stands there instead of the unit. */
    void setPeople(const QHash<QString, QString> &names);
    [[nodiscard]] bool namesPeople() const { return !mPeople.isEmpty(); }
    /** Names of those who were sent to verify or to check something, by id. */
    void setSent(const QHash<QString, QString> &names);
    [[nodiscard]] const QHash<QString, QString> &people() const { return mSent; }
    /** Rows that this account, or the person behind it, dispatched or handled say so: they are not
     * theirs to judge. */
    void setJudge(const QString &user, const QString &person);
    [[nodiscard]] bool isOwnWork(const Case &subject) const;

    /** All rows lie in one street: which one need not be said in each. */
    void setOneStreet(bool one);

    /** The language is another now. */
    void retranslate();

public slots:
    /** The time has jumped: tells the clock columns of all rows at once. */
    void refreshClocks();
    /** Some seconds have passed: queues take in what has become overdue. Rows are not told: the
     * tables look at the clocks of those that can be seen. */
    void passTime() { emit timePassed(); }

signals:
    void clocksRefreshed();
    void timePassed();
    /** From when on a waiting case is hot is another now. */
    void heatLimitsChanged();
    /** Names or language are others now: texts too. */
    void namesChanged();

private:
    void reset();
    void take(const QList<Case> &cases);
    void removeCases(const QList<CaseId> &ids);
    void addCases(const QList<CaseId> &ids);
    void tellAltered(const QList<CaseId> &ids);
    void tellAll();
    void makeRows() const;
    [[nodiscard]] QVariant toolTip(const Case &subject, Column column) const;

    const LiveCases &mLive;
    const DistrictPort &mDistrict;
    HeatLimits mHeat;
    // Rows for whom a plain model is enough; nobody pays for them who does not ask.
    mutable bool mHasRows = false;
    mutable QList<CaseId> mRows;
    mutable QHash<QUuid, int> mRowOf;
    QHash<QString, QString> mPeople;
    QHash<QString, QString> mSent;
    bool mJudges = false;
    QString mJudge;
    QString mJudgePerson;
    bool mOneStreet = false;
};

} // namespace gridward
