// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QPushButton;

namespace gridward {

/** The case as it was at that version, from its own log; nothing if the log does not say. */
[[nodiscard]] std::optional<Case> caseAtVersion(const CaseFile &file, int version);
/** "dispatcher2: Dispatch → City management · note": what happened after that version. */
[[nodiscard]] QStringList
happenedSince(const CaseFile &file, int version, const DistrictPort &district);

/**
 * Two people were at one case: what it was when this one began, what it is now, who did what in
 * between, and what is about to be done. Asks whether to do it on the new state or to give up; the
 * keyboard is here and not on a button, so that an Enter on its way decides nothing, nor does a
 * second Ctrl+Enter: it goes to the button that does, Esc leaves. GUI thread.
 */
class ConflictView final : public QFrame
{
    Q_OBJECT
public:
    explicit ConflictView(const DistrictPort &district, QWidget *parent = nullptr);

    /**
     * `entered`: what is about to be done, a line each. `refusal`: why it cannot be done any more;
     * empty if it can.
     */
    void open(const CaseFile &now, int version, const QStringList &entered, const QString &refusal);
    [[nodiscard]] bool mayProceed() const { return mRefusal.isEmpty(); }
    /** Leaving keeps what was typed, so that it can also be discarded; before open(). */
    void setKeepsTyped(bool keeps);
    /** What is about to be done is something else now: it was typed on. */
    void setEntered(const QStringList &entered);
    /** The keyboard goes to the button that decides. */
    void focusDecision();
    /** Enter and Esc, for whoever holds the view and got the key instead. */
    void takeKey(const QKeyEvent &key);

signals:
    /** On the new state. */
    void proceedWanted();
    void givenUp();
    /** Given up, and what was typed is not wanted any more. */
    void discarded();
    /** Letters of a sentence that was being typed when the view came between. */
    void typed(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] bool isOwnDoing() const;
    void retranslate();
    void fillSides();
    void addSide(int row, const QString &name, const QString &before, const QString &after);

    const DistrictPort &mDistrict;
    CaseFile mNow;
    int mVersion = 0;
    QStringList mEntered;
    QString mRefusal;
    bool mKeepsTyped = false;
    QLabel *mHeading;
    QGridLayout *mSides;
    QLabel *mBetween;
    QLabel *mPlan;
    QLabel *mWhy;
    QPushButton *mProceed;
    QPushButton *mGiveUp;
    QPushButton *mDiscard;
    QLabel *mKeys;
};

} // namespace gridward
