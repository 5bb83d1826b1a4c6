// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/steprunner.h"
#include "ui/workspaces/queueworkspace.h"

#include <QHash>
#include <QSet>

class QPushButton;

namespace gridward {

class BandBar;
class BatchDispatch;
class EvidencePair;
class RunReport;
class UnitPort;

/**
 * The workspace `supervision`, the other axis: what is to be verified and checked, who was sent,
 * what is overdue, stuck, without evidence, supervised or urged, and whom to call back. The steps
 * that are taken there have a key each; before and after stand beside each other. Cases that
 * whoever sits here dispatched or handled are shown as not theirs, and no step is offered. GUI
 * thread.
 */
class SupervisionWorkspace final : public QueueWorkspace
{
    Q_OBJECT
public:
    /** What its keys do; Pass is verifying or checking, by where the case stands. */
    enum class Deed { Pass, Rework, Send, Urge, Supervise, CallBack };

    /** All of them outlive it. Without a UnitPort people are called by their ids. */
    SupervisionWorkspace(DistrictPort &district,
                         LiveCases &live,
                         UnitPort *people = nullptr,
                         QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;
    /** A queue, or "pictures" (to check, with its form), "send", "batch", "band": for pictures. */
    bool showScene(const QString &id);
    /** False while pictures are being read. */
    [[nodiscard]] bool isSettled() const;
    /** Takes the step with the chosen case, or says why that is not possible. */
    void act(Deed deed);
    [[nodiscard]] BandBar &bands() const { return *mBands; }
    [[nodiscard]] EvidencePair &evidence() const { return *mEvidence; }

signals:
    /** Somebody wants to draw closed cases for another look, or to record what one found. */
    void samplingRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void narrow(QueueFilter &filter) const override;
    [[nodiscard]] bool narrows() const override;
    void widen() override;
    void takeQueue() override;
    void takeChoice() override;
    void enterSide() override;
    void takeBack() override;

private:
    struct Button
    {
        Deed deed;
        QPushButton *button;
    };

    QWidget *makeActionBar();
    void showSamplingOffer();
    void connectSources();
    void takeUser();
    void takeFile();
    void countBands();
    void askBands();
    void nameSent();
    void showOffers();
    void retranslateActions();
    void takeRun(const QString &what, const QList<StepOutcome> &outcomes);
    [[nodiscard]] bool takeKey(int key);
    [[nodiscard]] CaseAction actionOf(Deed deed) const;
    /** Why the desk does not take the step, though the rules may allow it; empty if it does. */
    [[nodiscard]] QString whyNotHere(Deed deed) const;
    /** Why the chosen case is not theirs; empty if it is. */
    [[nodiscard]] QString whyNotTheirs() const;
    [[nodiscard]] bool isBatch() const;

    LiveCases &mLive;
    UnitPort *mPeople;
    BandBar *mBands;
    EvidencePair *mEvidence;
    BatchDispatch *mBatch;
    RunReport *mReport;
    QPushButton *mSampling;
    StepRunner mRunner; ///< tries again what was lost
    QString mWhat;      ///< the run in words
    QString mUser;      ///< whose runs they are
    bool mCountsBands = false;
    QHash<QString, QString> mSent; ///< names of those who were sent, by id
    QSet<QString> mAsked;          ///< ids whose names are on their way, or that nobody has
    QList<Button> mButtons;
};

} // namespace gridward
