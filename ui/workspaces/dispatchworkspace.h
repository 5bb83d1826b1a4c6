// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/steprunner.h"
#include "models/view/deskcommand.h"
#include "ui/panels/commandbar.h"
#include "ui/panels/deskmap.h"
#include "ui/workspaces/queueworkspace.h"

#include <QList>

namespace gridward {

class BatchDispatch;
class DraftPort;
class PanelDocks;
class RowNumbers;
class RunReport;
class UnitPort;
class UnitsPanel;

/**
 * The workspace `dispatch`: what awaits filing, dispatch or is at the units, one case or many at a
 * time, made for the keyboard: units and map beside the queue, a command line below it, the last
 * own steps to take back. Its panels can go to other monitors. GUI thread.
 */
class DispatchWorkspace final : public QueueWorkspace
{
    Q_OBJECT
public:
    /** What it is made with besides; without units there is neither their list nor a map. */
    struct Desk
    {
        UnitPort *units = nullptr;
        std::function<DeskMap::Made()> makeMap = {};
        DraftPort *drafts = nullptr;
        DeskMemory *memory = nullptr; ///< of panels and commands
    };
    /** The ports outlive it. */
    DispatchWorkspace(DistrictPort &district, LiveCases &live, QWidget *parent = nullptr);
    DispatchWorkspace(DistrictPort &district,
                      LiveCases &live,
                      const Desk &desk,
                      QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;
    /** "units", "map", "batch", "command", "conflict": for pictures; false if there is none. */
    bool showScene(const QString &id);
    /** False while anything that it shows is still being read. */
    [[nodiscard]] bool isSettled() const;
    /** Panels outside of the window show nothing while nobody may look. */
    void setCovered(bool covered);
    [[nodiscard]] PanelDocks &docks() const { return *mDocks; }
    [[nodiscard]] CommandBar &command() const { return *mCommand; }

public slots:
    void takeBack() override;
    void startCommand();

protected:
    void changeEvent(QEvent *event) override;
    void takeChoice() override;
    void enterSide() override;

private:
    void makeDocks();
    void makeCommand();
    void readHistory();
    void makeShortcuts();
    void makeConnections();
    void connectUnits();
    void connectMap();

    void takeFile();
    void rankUnits();
    void readUnitsFor(const CaseId &id);
    void dispatchChosen();
    void dispatchTo(const QList<CaseId> &cases, const QString &unit);
    void assign(const CaseId &id, const QString &person, const QString &name);
    void choose(const QList<CaseId> &cases);

    // The command line (dispatchcommands.cpp).
    [[nodiscard]] DeskView view() const;
    [[nodiscard]] CommandBar::Preview preview(const DeskOrder &order) const;
    void carryOut(const DeskOrder &order);
    [[nodiscard]] QList<StepOrder> stepsOf(const DeskOrder &order) const;

    // Steps and taking them back (dispatchsteps.cpp).
    void run(const QString &what, const QList<StepOrder> &orders, bool byCommand = false);
    void takeRun(const QString &what, const QList<StepOutcome> &outcomes);
    /** It lies in another street than the one that this unit works in. */
    [[nodiscard]] bool isOutside(const Case &subject, const QString &unit) const;
    [[nodiscard]] QString outsideText(const QList<StepOutcome> &outcomes) const;
    void tell(const QString &what, const QList<StepOutcome> &outcomes, int own);
    void leaveUser();

    LiveCases &mLive;
    Desk mDesk;
    StepRunner mRunner;
    QString mWhat;               ///< the run on its way, in words
    bool mIsDrop = false;        ///< cases were let go over a unit: nobody was asked
    bool mWasDropped = false;    ///< the run on its way began so
    bool mByCommand = false;     ///< it was typed: the answer is said there
    QList<StepOutcome> mRefused; ///< those that were not even tried
    QString mUser;               ///< who works here
    CaseId mMentioned;           ///< of which case the command line speaks
    QList<UnitProposal> mMentionedUnits;
    int mQuestion = 0;
    int mRanking = 0;

    BatchDispatch *mBatch;
    RunReport *mReport;
    PanelDocks *mDocks;
    CommandBar *mCommand = nullptr;
    UnitsPanel *mUnits = nullptr;
    DeskMap *mMap = nullptr;
    QToolButton *mPanels = nullptr;
    QList<RowNumbers *> mNumbers;
};

} // namespace gridward
