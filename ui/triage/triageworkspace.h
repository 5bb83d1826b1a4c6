// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"
#include "models/service/inboxport.h"
#include "models/view/inboxmodel.h"
#include "ui/notify/messagebar.h"
#include "ui/triage/triageform.h"

#include <QHash>
#include <QList>
#include <QTimer>
#include <QWidget>

#include <array>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace gridward {

class LiveCases;
class TriageImport;
class TriagePanel;
class TriageTable;

/**
 * The workspace `triage`: thousands of rows that came in, taken in lanes, many at a time, to their
 * end as a case, a part of one, or a refusal. Made for the keyboard; live when others work on the
 * same inbox. GUI thread.
 */
class TriageWorkspace final : public QWidget
{
    Q_OBJECT
public:
    /** All of them outlive it. */
    TriageWorkspace(DistrictPort &district,
                    LiveCases &live,
                    InboxPort &inbox,
                    QWidget *parent = nullptr);
    ~TriageWorkspace() override;

    void setTheme(const Theme &theme);
    /** The desk was left alone or locked. */
    void maskCaller();
    /** "needs-place", "needs-class", "duplicates", "ready", "done", "waiting", and with a form
     * open "classify", "locate", "merge", "refuse"; false for any other. For pictures. */
    bool showScene(const QString &id);
    /** True once the rows are read. */
    [[nodiscard]] bool isSettled() const { return !mIsReading; }
    /** Shows how it is understood; writes nothing. */
    void previewFile(const QString &file);
    [[nodiscard]] const InboxModel &rows() const { return mRows; }

signals:
    void messageRequested(const gridward::Message &message);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    struct Action
    {
        Qt::Key key;
        QPushButton *button;
    };
    QWidget *makeHead();
    QWidget *makeFilters();
    QWidget *makeActions();
    QWidget *makeNothing();
    void makeConnections();
    void readAll();
    void readPage(InboxId after, int turn);
    void readChanges();
    void take(const QList<InboxItem> &items);
    void readDone();
    void readCounts();
    void failReading(const Error &error);
    void chooseLane(InboxLane lane);
    void applyFilter();
    void takeChoice();
    void takeKey(int key);
    void startForm(TriageForm::Mode mode);
    void leaveForm();
    void group();
    void carryOut(const QList<InboxOrder> &orders);
    void registerReady();
    /** What Ctrl+Enter takes now, and how many ready rows it leaves for a closer look. */
    struct Ready
    {
        QList<InboxId> ids;
        int left = 0;
    };
    [[nodiscard]] Ready readyRows() const;
    [[nodiscard]] QList<InboxOrder> takeBackOrders() const;
    [[nodiscard]] bool mayImport() const;
    void showTrouble();
    void undo();
    void tellFinished(const QList<InboxOutcome> &outcomes);
    void remember(const QList<InboxOutcome> &outcomes);
    void importFile();
    void takeImported(const Result<InboxImportReport> &report);
    void updateActions();
    void updateState();
    void fillBatches();
    void retranslate();

    DistrictPort &mDistrict;
    InboxPort &mInbox;
    InboxModel mRows;
    qint64 mChange = 0; ///< everything up to here is in the rows
    int mTurn = 0;      ///< of those who sit here
    bool mIsReading = false;
    bool mWantsChanges = false;
    bool mHasDone = false;
    qint64 mDoneRows = -1; ///< that ended, shown or not; -1: nobody knows yet
    int mRunTurn = 0;      ///< in which the rows were that are being worked on
    int mLeftRows = 0;     ///< that were left out of what is being registered
    bool mIsStale = true;  ///< to be read when it is looked at
    std::optional<Error> mError;
    QHash<InboxId, InboxItem> mBefore; ///< of the rows that are being worked on
    QList<QList<InboxOrder>> mUndo;    ///< the last one last
    bool mIsUndoing = false;
    bool mIsFromForm = false;
    bool mIsImporting = false;

    QLabel *mHeading;
    std::array<QPushButton *, kInboxLanes.size()> mLanes{};
    QLineEdit *mFind;
    QComboBox *mBatch;
    QPushButton *mOpenFile;
    QLabel *mTrouble; ///< why what is shown is not all
    QSplitter *mSplitter;
    QStackedWidget *mStack;
    TriageTable *mTable;
    QWidget *mNothing;
    QLabel *mNothingTitle;
    QLabel *mNothingText;
    TriageImport *mImport;
    TriagePanel *mPanel;
    TriageForm *mForm;
    QList<Action> mActions;
    QPushButton *mRegister;
    QPushButton *mStop;
    QProgressBar *mProgress;
    QTimer mTyping;
    QTimer mAgain; ///< until the rows can be read
};

} // namespace gridward
