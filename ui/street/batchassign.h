// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/steprunner.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace gridward {

class ChoiceList;
class LiveCases;
struct Theme;

/** Puts one person in charge of several cases. GUI thread. */
class BatchAssign final : public QWidget
{
    Q_OBJECT
public:
    /** Both outlive it. */
    BatchAssign(DistrictPort &district, const LiveCases &live, QWidget *parent = nullptr);

    /** Which are chosen; not while it runs. */
    void setCases(const QList<CaseId> &cases);
    [[nodiscard]] bool isRunning() const { return mRunner.isRunning(); }
    /** Begins: an empty search, the first of those who are proposed, the cases as they are now. */
    void focusChoice();
    void setTheme(const Theme &theme);

signals:
    /** All were tried; `what`: the step in words. */
    void finished(const QString &what, const QList<gridward::StepOutcome> &outcomes);
    void leaveAsked();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QList<StepOrder> assignable() const;
    void askPeople();
    void begin();
    void start();
    void update();

    DistrictPort &mDistrict;
    const LiveCases &mLive;
    StepRunner mRunner;
    QString mWhat; ///< the step that is being taken, in words
    QList<CaseId> mCases;
    QList<StepOrder> mOrders; ///< of those that could be assigned when it began, as they were
    CaseId mFirst;            ///< whose people are shown
    int mQuestion = 0;
    QLabel *mHeading;
    QLabel *mHint;
    ChoiceList *mPeople;
    QProgressBar *mProgress;
    QPushButton *mSend;
    QPushButton *mStop;
};

} // namespace gridward
