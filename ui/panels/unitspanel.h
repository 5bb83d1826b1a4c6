// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseid.h"
#include "models/service/responsibility.h"
#include "models/view/unitmodel.h"

#include <QList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTableView;

namespace gridward {

class DistrictPort;
class LiveCases;
class UnitPort;
struct Theme;

/**
 * The handling units with their load, who is there, and how they rank for the chosen case. Enter or
 * a double click sends the chosen cases there; so does dropping cases on a unit. GUI thread.
 */
class UnitsPanel final : public QWidget
{
    Q_OBJECT
public:
    /** All outlive it. */
    UnitsPanel(DistrictPort &district,
               const LiveCases &live,
               const UnitPort &units,
               QWidget *parent = nullptr);

    /**
     * For whom the units are ranked, and who could take it; none: nobody. Of another case the best
     * unit is chosen; of the same one the choice stays.
     */
    void
    setProposals(const CaseId &id, const QString &number, const QList<UnitProposal> &proposals);
    /** Those that Enter sends: not before the units are ranked for one of them. */
    void setCases(const QList<CaseId> &cases);
    /** All units again: the words were for the case that is gone. */
    void clearSearch();
    void setTheme(const Theme &theme);
    [[nodiscard]] UnitModel &model() const { return *mModel; }
    [[nodiscard]] QTableView &table() const { return *mTable; }

signals:
    /** These are to go there: the ones that the panel speaks of. */
    void unitAccepted(const QList<gridward::CaseId> &cases, const QString &unit);
    /** These cases were dropped on it. */
    void casesDropped(const QList<gridward::CaseId> &cases, const QString &unit);
    /** … beside every unit. */
    void dropMissed();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Delegate;
    /** What the words of a column and of its heading need. */
    [[nodiscard]] int widthOf(UnitModel::Column column) const;
    [[nodiscard]] bool isRanked() const;
    void accept();
    void choose(const QString &unit);
    [[nodiscard]] QString chosenUnit() const;
    bool takeDrag(QEvent *event);
    bool takeKey(QObject *watched, QEvent *event);
    void fitColumns();
    void retranslate();
    void tellHint();
    /** Of several chosen ones; of one why it cannot go. */
    [[nodiscard]] QString hintFor(int can, int chosen, const QString &why) const;
    [[nodiscard]] QString unitAt(const QPoint &place) const;

    DistrictPort &mDistrict;
    const LiveCases &mLive;
    UnitModel *mModel;
    QSortFilterProxyModel *mSorted;
    QLineEdit *mFind;
    QTableView *mTable;
    QLabel *mHint;
    Delegate *mDelegate;
    CaseId mRanked; ///< of which case the proposal is
    QString mNumber;
    QString mBefore;      ///< which unit was chosen before all of them were read anew
    QList<CaseId> mCases; ///< what Enter sends
};

} // namespace gridward
