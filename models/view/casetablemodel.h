// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QTimer>

namespace gridward {

class DistrictPort;
class LiveCases;

/**
 * The open cases as rows, in no order of their own: the source of every queue. Holds only which
 * case is in which row; the values stay in LiveCases. What an update costs does not grow with the
 * number of cases that stay as they are, and neither does the number of signals: at most one for
 * rows that moved, one each for rows that went and came, and a bounded number for changed ones.
 * Clocks are told anew once a minute. GUI thread.
 */
class CaseTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    /** Remaining and Reported stand beside each other: both change with the time alone. */
    enum class Column { Level, Number, Class, Text, Place, State, Unit, Remaining, Reported };
    static constexpr int kColumns = 9;

    /** The same for every column of a row. */
    enum Role {
        IdRole = Qt::UserRole, ///< QUuid of the case
        LevelRole,             ///< int of CaseLevel
        StateRole,             ///< int of CaseState
        ClockRole,             ///< int of HandlingClock
        VersionRole,           ///< version of the case
    };
    /** How the handling clock stands. */
    enum class HandlingClock { None, Running, Short, Overdue, Stopped };

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

    /** The language is another now. */
    void retranslate();

public slots:
    /** The time has passed: tells the clock columns of all rows at once. */
    void refreshClocks();

signals:
    // What proxies with an order of their own live on: cheaper than rows.
    /** Their rows go after this; LiveCases knows them no more. */
    void casesAboutToGo(const QList<gridward::CaseId> &ids);
    void casesCame(const QList<gridward::CaseId> &ids);
    void casesAltered(const QList<gridward::CaseId> &ids);
    void clocksRefreshed();
    /** Names or language are others now: texts too. */
    void namesChanged();

private:
    void reset();
    void take(const QList<Case> &cases);
    void removeCases(const QList<CaseId> &ids);
    void addCases(const QList<CaseId> &ids);
    void tellAltered(const QList<CaseId> &ids);
    void tellAll();
    [[nodiscard]] QString text(const Case &subject, Column column) const;
    [[nodiscard]] QVariant toolTip(const Case &subject, Column column) const;

    const LiveCases &mLive;
    const DistrictPort &mDistrict;
    QList<CaseId> mRows;
    QHash<QUuid, int> mRowOf;
    QTimer mMinute;
};

} // namespace gridward
