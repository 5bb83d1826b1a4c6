// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseid.h"
#include "models/service/districtport.h"

#include <QJsonObject>
#include <QTimer>
#include <QWidget>

#include <optional>

class QFrame;
class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedLayout;
class QToolButton;

namespace gridward {

class CallerLine;
class CaseActionForm;
class CaseDetails;
class ConflictView;
class DraftPort;
class LiveCases;
class PersonalPort;
class StepDrafts;
class TypingGuard;
struct Theme;

/**
 * One case: what it is, how its clock stands, what happened and what this user may do with it.
 * Follows the case as it changes. GUI thread.
 */
class CasePanel final : public QWidget
{
    Q_OBJECT
public:
    /** The port and the cases must outlive it. */
    CasePanel(DistrictPort &district, LiveCases &live, QWidget *parent = nullptr);

    /** Shows who reported a case, masked; it outlives the panel. */
    void setPersonal(PersonalPort &personal);
    /** Keeps what is begun in the form of a step; they outlive the panel. */
    void setDrafts(DraftPort &drafts);
    void showCase(const CaseId &id);
    void clear();
    /** What was done here last is not said any more: it is taken back. */
    void forgetOutcome();
    void setTheme(const Theme &theme);
    /** Where nothing could be closed, there is no button for it. */
    void setCloseVisible(bool visible);
    /** It is part of the page of the case: what that shows elsewhere is left out. */
    void setOnPage();
    [[nodiscard]] const std::optional<CaseId> &shownCase() const { return mShown; }
    /** What is known of it; nothing while it is being read. */
    [[nodiscard]] const std::optional<CaseFile> &file() const { return mFile; }
    /** Something is being entered or written: another case would take it away. */
    [[nodiscard]] bool isBusy() const;
    /** Somebody else changed the case while something was being entered; both versions show. */
    [[nodiscard]] bool isInConflict() const;
    /** Both versions as if a step had been begun at that one: for pictures. False if none is. */
    bool showConflictWith(int version);

    /** Asks what the step needs; says why not, if it is not offered. */
    void startAction(CaseAction action);
    /** Why that is not possible now; empty if it is, nothing while that is not known. */
    [[nodiscard]] std::optional<QString> refusalOf(CaseAction action) const;
    /** The keyboard goes to the first thing that can be done here. */
    void focusActions();

signals:
    void mapRequested(const gridward::CaseId &id);
    /** All of it on a page of its own. */
    void pageRequested(const gridward::CaseId &id);
    void closeRequested();
    /** A step was taken here and is written. */
    void acted(const gridward::CaseId &id);
    /** The same: how the case stands after it, and what was done in words. */
    void stepTaken(const gridward::Case &after,
                   const gridward::ActionRequest &request,
                   const QString &what);
    /** Another case is shown, or none, or the shown one was read again. */
    void fileChanged();
    /** What refusalOf() says may be something else now. */
    void offersChanged();
    /** No longer busy without a step having been taken. */
    void actionLeft();
    /** What became of a step, to be read wherever one goes on to; stepTaken() tells as well. */
    void outcomeMissed(bool isDone, const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Notice { None, Info, Success, Warning, Error };

    void makeHead();
    QWidget *makeBody();
    void load();
    void take(const Result<CaseFile> &file);
    void refuseWithoutUnit();
    void takeChanges(const QList<Case> &cases);
    void run(const ActionRequest &request);
    /** A step on its way. */
    struct Sent
    {
        int run = 0;
        CaseId id;
        QString number;
        ActionRequest request;
        QString what;        ///< in words
        QJsonObject content; ///< of the form
        QString user;
    };
    void takeUser();
    void takeOutcome(const Sent &sent, const Result<Case> &outcome);
    void tellMissed(const Sent &sent, const Result<Case> &outcome);
    void closeForm();
    void setNotice(Notice level, const QString &text);
    void leaveOvertaken();
    void typeOn(const QString &text);
    // What happens while a step is being entered (casepanelsteps.cpp).
    void followForm();
    void openConflict(int version);
    void fitDetails();
    void proceed();
    void giveUp();
    void discard();
    void leaveForm();
    void leaveKept();
    void openForm(CaseAction action);
    void keepEntering(CaseAction action);
    void keepDraft();
    void dropDraft();
    void restoreDraft();
    void retranslate();
    void showHead();
    void showClock();
    void showActions();
    void showRefused();
    [[nodiscard]] const Case *subject() const;
    [[nodiscard]] const ActionOffer *offerOf(CaseAction action) const;
    [[nodiscard]] QString reasonText(const ActionOffer &offer) const;
    [[nodiscard]] QString whoText(bool anything) const;

    DistrictPort &mDistrict;
    LiveCases &mLive;
    const Theme *mTheme;
    std::optional<CaseId> mShown;
    std::optional<CaseFile> mFile;
    std::optional<CaseAction> mWanted; ///< to be started when the file is there
    bool mFocusWanted = false;
    QString mUser; ///< whose form it is
    bool mRunning = false;
    int mRun = 0;           ///< which of the steps that were sent is waited for
    int mUndecided = 0;     ///< of a conflict: the version that the step was begun at
    bool mLost = false;     ///< a step was sent, and somebody else was first
    bool mRestore = false;  ///< a draft of the shown case is to be looked for
    bool mRestored = false; ///< the form holds a draft and was not touched since
    int mQuestion = 0;      ///< only the last answer counts
    QTimer mMinute;

    QStackedLayout *mStack;
    QLabel *mEmpty;
    QWidget *mHead;
    QLabel *mLevelMark;
    QLabel *mLevel;
    QLabel *mNumber;
    QLabel *mClass;
    QLabel *mState;
    QLabel *mClock;
    QToolButton *mPage;
    QToolButton *mMap;
    QToolButton *mClose;
    QLabel *mNotice;
    QWidget *mActionBox; ///< buttons, as whom, why not more
    QGridLayout *mActions;
    QList<QPushButton *> mButtons;
    QLabel *mWho;
    QToolButton *mMore; ///< steps that do not move the case
    QToolButton *mWhyNot;
    QLabel *mRefused;
    CaseActionForm *mForm;
    ConflictView *mConflict;
    StepDrafts *mDrafts = nullptr;
    CallerLine *mCaller;
    CaseDetails *mDetails;
    QScrollArea *mScroll;
    bool mTypesOn = false; ///< a reason was being typed when somebody else was first
    QWidget *mFill;        ///< below a conflict that leaves no room for the details
    TypingGuard *mTyping;
};

} // namespace gridward
