// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/steprunner.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QUuid>
#include <QWidget>

#include <optional>

class QButtonGroup;
class QComboBox;
class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace gridward {

class ChoiceList;
class LiveCases;
struct Theme;

/**
 * One step for several cases: dispatch to one unit, file, return, urge, decide what was asked for.
 * Each case is a step of its own, so that one that somebody else took first keeps none of the
 * others back. Says of each step how many of the chosen can take it, and why the others cannot. GUI
 * thread.
 */
class BatchDispatch final : public QWidget
{
    Q_OBJECT
public:
    /** Both outlive it. */
    BatchDispatch(DistrictPort &district, const LiveCases &live, QWidget *parent = nullptr);

    /**
     * Which are chosen; not while it sends. Those that are gone from the choice because somebody
     * else changed them stay in the set: it is said which, and a run reports them as not done.
     */
    void setCases(const QList<CaseId> &cases);
    /** So few are left only because others were first: what is being entered stays open. */
    [[nodiscard]] bool holds(const QList<CaseId> &chosen) const;
    /** The desk itself changes the chosen ones: whatever leaves the choice now is no loss. */
    void forget();
    /** Steps of this desk: the versions that they left are nobody else's. */
    void noteOwn(const QList<StepOutcome> &outcomes);
    [[nodiscard]] const QList<CaseId> &cases() const { return mCases; }
    [[nodiscard]] bool isRunning() const { return mRunner.isRunning(); }
    /** A reason or a note was begun: other cases would take it away. */
    [[nodiscard]] bool isTouched() const;
    void choose(CaseAction action);
    void focusChoice();
    void setTheme(const Theme &theme);

signals:
    /** All were tried: the step in words, and how each went. */
    void finished(const QString &what, const QList<gridward::StepOutcome> &outcomes);
    void leaveAsked();
    /** Ranked for this case. */
    void proposalsRead(const gridward::CaseId &id,
                       const QString &number,
                       const QList<gridward::UnitProposal> &proposals);

public:
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeActions();
    [[nodiscard]] QList<Case> possible(CaseAction action) const;
    /** By the rules of whyNot(), and for a decision by what the unit has asked for. */
    [[nodiscard]] std::optional<QString> refusal(CaseAction action, const Case &subject) const;
    void remember();
    [[nodiscard]] bool isChanged(const CaseId &id) const;
    [[nodiscard]] bool haveLeft(const QList<CaseId> &chosen) const;
    /** Those that others changed so that they cannot take the step. */
    [[nodiscard]] QList<CaseId> lost() const;
    void tellLost();
    void tellHint(int count);
    [[nodiscard]] int outsideCount() const;
    [[nodiscard]] QList<CaseAction> offered() const;
    void placeActions();
    void standOnFirst();
    [[nodiscard]] int columnsFor(const QList<CaseAction> &some) const;
    [[nodiscard]] int widthOf(const QList<CaseAction> &some, int columns) const;
    void lookForRequests();
    void takeRequests(const CaseId &id, const Result<CaseFile> &file);
    /** At the most so many reasons, the most frequent first; 0: all. */
    [[nodiscard]] QString whyNotAll(CaseAction action, int most) const;
    void askProposals();
    void start();
    void update();
    void updateActions();
    void updateSend();
    [[nodiscard]] bool decides() const;
    [[nodiscard]] bool needsNote() const;

    DistrictPort &mDistrict;
    const LiveCases &mLive;
    StepRunner mRunner;
    QString mUser; ///< who writes here
    QList<CaseId> mCases;
    struct AsChosen
    {
        QString number;
        int version = 0;
    };
    QHash<QUuid, AsChosen> mAsChosen; ///< as they were when they were chosen
    QSet<QUuid> mGone;                ///< no longer chosen, but not by this user
    QHash<QUuid, int> mOwn;           ///< versions that own steps left
    QHash<QString, QString> mStreets; ///< of the units that are proposed
    QList<CaseAction> mPlaced;        ///< whose buttons are there
    int mColumns = 0;                 ///< beside each other
    bool mActionWasChosen = false;    ///< by somebody
    /** What each of the chosen has been asked for that this user decides; others are not read. */
    QHash<QUuid, QList<CaseAction>> mRequests;
    int mReading = 0; ///< the reading of requests that is on its way; 0: none
    int mLastReading = 0;
    CaseId mFirst; ///< whose proposals are shown
    CaseAction mAction = CaseAction::Dispatch;
    int mQuestion = 0;
    int mCount = 0; ///< that can take the step
    QString mWhat;  ///< the step on its way, in words

    QLabel *mHeading;
    QLabel *mLeft;
    QGridLayout *mGrid;
    QButtonGroup *mActions;
    QLabel *mWhyNot;
    QLabel *mHint;
    ChoiceList *mUnits;
    QComboBox *mAnswer;
    QLabel *mNoteLabel;
    QPlainTextEdit *mNote;
    QProgressBar *mProgress;
    QPushButton *mSend;
    QPushButton *mStop;
};

} // namespace gridward
