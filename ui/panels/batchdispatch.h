// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/steprunner.h"

#include <QHash>
#include <QList>
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

    /** Which are chosen; not while it sends. */
    void setCases(const QList<CaseId> &cases);
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

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeActions(QGridLayout &grid);
    [[nodiscard]] QList<Case> possible(CaseAction action) const;
    /** By the rules of whyNot(), and for a decision by what the unit has asked for. */
    [[nodiscard]] std::optional<QString> refusal(CaseAction action, const Case &subject) const;
    void lookForRequests();
    void takeRequests(const CaseId &id, const Result<CaseFile> &file);
    [[nodiscard]] QString whyNotAll(CaseAction action) const;
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
