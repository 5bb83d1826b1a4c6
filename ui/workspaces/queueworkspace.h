// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"
#include "models/view/casefilterproxy.h"
#include "models/view/casestages.h"
#include "models/view/casetablemodel.h"
#include "models/view/queueview.h"
#include "ui/notify/messagebar.h"

#include <QList>
#include <QPointer>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QBoxLayout;
class QButtonGroup;
class QLabel;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace gridward {

class CasePanel;
class CaseTable;
class DeskMemory;
class LiveCases;
class QueueFilterBar;
class StageStrip;
class TakingBack;
struct Theme;

/** One of the queues of a workspace; its words are asked for again when the language changes. */
struct QueueDefinition
{
    QString id;
    QueueFilter filter;       ///< what makes the queue
    QList<int> hiddenColumns; ///< columns that would say the same in every row
    std::function<QString()> title;
    std::function<QString()> emptyTitle;
    std::function<QString()> emptyText;
    QList<int> keptColumns{}; ///< what it is about: the last to give way in a narrow window
};

/**
 * What the workspaces with queues have in common: the queues with their counts, how many cases
 * stand at which stage, filters over all of them, saved views, the table, the panel of the chosen
 * case beside it, and what to say when there is nothing to show. Only the queue that is shown fills
 * in all its rows. GUI thread.
 */
class QueueWorkspace : public QWidget
{
    Q_OBJECT
public:
    /** Both outlive it. */
    QueueWorkspace(DistrictPort &district,
                   LiveCases &live,
                   const QList<QueueDefinition> &queues,
                   QWidget *parent = nullptr);
    ~QueueWorkspace() override;

    virtual void setTheme(const Theme &theme);
    /** Where views, columns and limits are kept; it outlives this. Without one nothing is kept. */
    void setMemory(DeskMemory &memory);
    /** False if there is no such queue. */
    bool showQueue(const QString &id);
    [[nodiscard]] QString shownQueue() const;
    /** How many the queue has under the filters, filled in or not. */
    [[nodiscard]] int count(const QString &queue) const;
    /** How many open cases of the workspace, or of the street that is chosen in it, stand at that
     * stage, whatever the other filters are. */
    [[nodiscard]] qint64 stageCount(CaseStage stage) const;
    [[nodiscard]] const QList<QueueView> &views() const { return mViews; }
    /** Chooses the case in the queue shown, or else in one that has it; false if none does. */
    bool showCase(const CaseId &id);

    /**
     * Asks in the panel what the step of the chosen case needs. False, and said why, if a step of
     * another case is being entered there: no key acts on a case that is not the chosen one.
     */
    bool startAction(CaseAction action);
    [[nodiscard]] CasePanel &panel() const { return *mPanel; }
    [[nodiscard]] CaseTable &table() const;

public slots:
    /** The keyboard goes to the field that narrows the queue down. */
    void find();
    void clearFilters();
    /** Only cases of this unit; empty: of all. */
    void filterUnit(const QString &code);
    /** Cases at this stage, in the first queue that has them; again: all. */
    void chooseStage(gridward::CaseStage stage);
    /** The saved view of that place, from 0; nothing if there is none. */
    void showView(int place);
    void showViewMenu();
    /** Saves, renames and deletes views. */
    void editViews();
    /** After how long cases that wait are hot. */
    void editHeatLimits();
    /** The last own step, or run of steps, of this desk. */
    virtual void takeBack();

signals:
    /** The user wants to see the keys. */
    void keysRequested();
    void mapRequested(const gridward::CaseId &id);
    void messageRequested(const gridward::Message &message);

protected:
    /** The keyboard goes to the rows, or to what stands there where there are none. */
    void focusQueue();
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

    /** Another case or several are chosen: shows it in the panel, unless that is busy. */
    virtual void takeChoice();
    /** Enter, while something else than the panel of a case is beside the queue. */
    virtual void enterSide();
    /** False, and said, if the panel is busy with another case than the one that is chosen. */
    bool panelIsFree();
    /** Says which case is being entered: it comes first. */
    void tellEntering();
    [[nodiscard]] TakingBack &takingBack() const { return *mTakingBack; }
    void retranslate();
    [[nodiscard]] DistrictPort &district() const { return mDistrict; }
    /** What stands at the right; the panel is its first page. */
    [[nodiscard]] QStackedWidget &side() const { return *mSide; }
    void setHeading(std::function<QString()> heading);
    /** What a queue shows beside what makes it and what is filtered; asked at every filtering. */
    virtual void narrow(QueueFilter &filter) const;
    /** narrow() hides cases of the queue shown that the clear button and Esc bring back. */
    [[nodiscard]] virtual bool narrows() const { return false; }
    /** Takes off what narrows() tells of. */
    virtual void widen() {}
    /** narrow() says something else now. */
    void refilter() { applyFilters(); }
    [[nodiscard]] CaseTableModel &cases() { return mCases; }
    /** The street and the part of the district that all of its queues are about. */
    [[nodiscard]] QueueFilter scope() const;
    /** Another queue is shown now. */
    virtual void takeQueue() {}

private:
    struct Queue
    {
        QueueDefinition definition;
        std::unique_ptr<CaseFilterProxy> proxy;
        CaseTable *table = nullptr;
        QPushButton *button = nullptr;
    };

    void makeConnections();
    void connectPanel();
    void makeKeys();
    QWidget *makeHead();
    QWidget *makeStages();
    QWidget *makeNothing();
    void addQueue(const QueueDefinition &definition);
    void connectTable(CaseTable &table, int place);
    void choose(int place);
    void goToQueue(int place);
    /** The queue has cases of the stage. */
    [[nodiscard]] static bool hasStage(const Queue &one, CaseStage stage);
    bool takeFilterOff();
    void applyFilters();
    void filterQueue(int place);
    void filterOthers(int round, int place);
    void fillShown();
    void updateCounts();
    void countNow();
    void updateState();
    bool mPassesKey = false; ///< a key of the empty queue goes to its table
    void showNothing(const QString &title, const QString &text, bool clearable);
    void showHeat();
    void toggleHottest();
    [[nodiscard]] QList<CaseState> waitingStates() const;
    [[nodiscard]] int waitingQueue() const;
    void showOrder();
    void readMemory();
    void keepColumns(int place);
    void takeViews(const QList<QueueView> &views);
    [[nodiscard]] QueueView presentView() const;
    [[nodiscard]] QString memoryKey(const QString &of) const;
    [[nodiscard]] bool isFiltered() const;
    [[nodiscard]] const Queue &queue() const { return mQueues.at(static_cast<size_t>(mShown)); }

    DistrictPort &mDistrict;
    LiveCases &mLive;
    CaseTableModel mCases;
    DeskMemory *mMemory = nullptr;
    QString mMemoryOf; ///< whose views and columns are in force
    QList<QueueView> mViews;
    std::optional<CaseStage> mStage;
    bool mHotOnly = false; ///< only those that wait too long
    std::vector<Queue> mQueues;
    int mShown = 0;
    std::optional<Instant> mStaleSince;
    std::function<QString()> mHeadingText;
    bool mCounting = false;
    int mFilterRound = 0; ///< a newer filter leaves the older one behind
    qint64 mTooLong = -1;
    TakingBack *mTakingBack;

    QLabel *mHeading;
    QButtonGroup *mButtons;
    QBoxLayout *mButtonRow;
    StageStrip *mStages;
    QPushButton *mHot;
    QToolButton *mOrder;
    QToolButton *mViewsButton;
    QToolButton *mSettings;
    QueueFilterBar *mFilters;
    QLabel *mStale;
    QSplitter *mSplitter;
    QStackedWidget *mStack;
    QWidget *mNothing;
    QLabel *mNothingTitle;
    QLabel *mNothingText;
    QPushButton *mNothingClear;
    QStackedWidget *mSide;
    CasePanel *mPanel;
};

} // namespace gridward
