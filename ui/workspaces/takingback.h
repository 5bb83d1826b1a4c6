// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/steprunner.h"
#include "ui/notify/messagebar.h"

#include <QList>
#include <QObject>

namespace gridward {

/**
 * The last own steps of a desk, and taking them back: the last one, or just that one which a
 * message speaks of. What somebody else sits down to is not theirs to take back. GUI thread.
 */
class TakingBack final : public QObject
{
    Q_OBJECT
public:
    /** The port outlives it. */
    explicit TakingBack(DistrictPort &district, QObject *parent = nullptr);

    /** Returns the id by which takeBack() knows it; 0 where there is nothing to take back. */
    int remember(OwnSteps own);
    /** Steps were taken of which it does not know: those before them are no longer the last. */
    void forget();
    /** A message with a button that takes back that one; without, for id 0. */
    [[nodiscard]] Message messageOf(const QString &text, Message::Level level, int id);
    /** The last step, or run of steps; in words, and empty if there is none. */
    [[nodiscard]] QString last() const { return mOwn.isEmpty() ? QString() : mOwn.last().what; }
    [[nodiscard]] bool isEmpty() const { return mOwn.isEmpty(); }

    void takeLastBack();
    void takeBack(int id);

signals:
    void messageRequested(const gridward::Message &message);
    /** It was tried: what came of it in a line, and whether that is bad. */
    void tried(const QString &text, bool isBad);

private:
    [[nodiscard]] QString whyKept(const StepOutcome &outcome) const;
    void take();
    void start(const OwnSteps &own);

    DistrictPort &mDistrict;
    StepRunner mRunner;
    QList<OwnSteps> mOwn; ///< last one last
    OwnSteps mTaken;      ///< is being taken back
    QString mUser;        ///< whose they are
    int mLastId = 0;
};

} // namespace gridward
