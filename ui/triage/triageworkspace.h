// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"
#include "models/service/inboxport.h"
#include "models/view/inboxmodel.h"
#include "ui/notify/messagebar.h"
#include "ui/triage/triageform.h"

#include <QList>
#include <QWidget>

#include <array>

class QLabel;
class QSplitter;
class QStackedWidget;

namespace gridward {

class IntakePort;
class LiveCases;
class TriageBar;
class TriageHead;
class TriageImport;
class TriagePanel;
class TriageReader;
class TriageRuns;
class TriageTable;
class TypingGuard;

/**
 * The workspace `triage`: thousands of rows that came in, taken in lanes, many at a time, to their
 * end as a case, a part of one, or a refusal. Made for the keyboard; live when others work on the
 * same inbox. Puts the parts together: TriageReader reads, TriageRuns does what is ordered,
 * TriageTable, TriagePanel, TriageForm, TriageImport and TriageBar show. GUI thread.
 */
class TriageWorkspace final : public QWidget
{
    Q_OBJECT
public:
    /** All of them outlive it. */
    TriageWorkspace(DistrictPort &district,
                    LiveCases &live,
                    InboxPort &inbox,
                    IntakePort &intake,
                    QWidget *parent = nullptr);
    ~TriageWorkspace() override;

    void setTheme(const Theme &theme);
    /** The desk was left alone or locked. */
    void maskCaller();
    /** "needs-place", "needs-class", "duplicates", "ready", "done", "waiting", and with a form
     * open "classify", "locate", "merge", "refuse"; false for any other. For pictures. */
    bool showScene(const QString &id);
    /** True once the rows are read. */
    [[nodiscard]] bool isSettled() const;
    /** Shows how it is understood; writes nothing. */
    void previewFile(const QString &file);
    [[nodiscard]] const InboxModel &rows() const { return mRows; }

signals:
    void messageRequested(const gridward::Message &message);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeSide();
    QWidget *makeNothing();
    void makeConnections();
    void takeBatches();
    void connectSteps();
    void chooseLane(InboxLane lane);
    void applyFilter();
    /** The keyboard goes to what is worked with: the form that is open, or else the rows. */
    void focusRows();
    void takeChoice();
    void takeKey(int key);
    void startForm(TriageForm::Mode mode);
    void leaveForm();
    void group();
    void registerReady();
    void undo();
    void undoSelected();
    void endRun(const QList<InboxItem> &after, const QList<InboxId> &failed, bool isUndo);
    void guardTyping();
    void chooseFile();
    void updateActions();
    void updateState();
    void showTrouble();
    void showNothing();
    [[nodiscard]] static QString nothingIn(InboxLane lane);
    void retranslate();
    [[nodiscard]] bool isBusy() const;

    DistrictPort &mDistrict;
    InboxPort &mInbox;
    InboxModel mRows;
    TriageReader *mReader;
    TriageRuns *mRuns;
    QString mImported;        ///< the batch that came in and is not shown yet
    bool mIsFromForm = false; ///< what is being carried out
    int mUndosWanted = 0;     ///< as soon as the rows are known as the last run left them
    std::array<InboxId, kInboxLanes.size()> mLaneRows{}; ///< where one was in each
    TypingGuard *mTyping;

    TriageHead *mHead;
    QLabel *mTrouble; ///< why what is shown is not all
    QSplitter *mSplitter;
    QStackedWidget *mStack;
    TriageTable *mTable;
    QWidget *mNothing; ///< lies over the table, which keeps the keyboard
    QLabel *mNothingTitle;
    QLabel *mNothingText;
    TriageImport *mImport;
    TriagePanel *mPanel;
    TriageForm *mForm;
    TriageBar *mBar;
};

} // namespace gridward
