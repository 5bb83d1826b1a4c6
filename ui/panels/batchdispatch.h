// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"

#include <QList>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace gridward {

class ChoiceList;
class LiveCases;
struct Theme;

/**
 * Sends several cases to one unit: each is a step of its own, so that one that somebody else took
 * first keeps none of the others back. GUI thread.
 */
class BatchDispatch final : public QWidget
{
    Q_OBJECT
public:
    /** Both outlive it. */
    BatchDispatch(DistrictPort &district, const LiveCases &live, QWidget *parent = nullptr);

    /** Which are chosen; not while it sends. */
    void setCases(const QList<CaseId> &cases);
    [[nodiscard]] bool isRunning() const { return mRunning; }
    void focusChoice();
    void setTheme(const Theme &theme);

signals:
    /** All were tried: so many went, and for each of the others its number and the reason. */
    void finished(int sent, const QStringList &failures);
    void leaveAsked();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Order
    {
        CaseId id;
        QString number;
        int version = 0;
    };
    [[nodiscard]] QList<Order> sendable() const;
    void askProposals();
    void start();
    void sendNext();
    void update();

    DistrictPort &mDistrict;
    const LiveCases &mLive;
    QList<CaseId> mCases;
    CaseId mFirst; ///< whose proposals are shown
    int mQuestion = 0;
    bool mRunning = false;
    bool mStopped = false;
    QList<Order> mOrders;
    qsizetype mNext = 0;
    int mSent = 0;
    QStringList mFailures;
    ActionRequest mRequest;

    QLabel *mHeading;
    QLabel *mHint;
    ChoiceList *mUnits;
    QLabel *mNoteLabel;
    QPlainTextEdit *mNote;
    QProgressBar *mProgress;
    QPushButton *mSend;
    QPushButton *mStop;
};

} // namespace gridward
