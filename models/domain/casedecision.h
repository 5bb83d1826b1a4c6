// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseclocks.h"
#include "models/domain/caserules.h"

#include <QJsonObject>

namespace gridward {

/** What is asked for by that action; None for one that asks for nothing. */
[[nodiscard]] CaseRequest::Kind kindOf(CaseAction action);

/**
 * One decision of decide(): checks one thing after another, gathers facts on the way. Lives no
 * longer than what it was made from.
 */
class CaseDecision
{
public:
    CaseDecision(const CaseRecord &record,
                 const StepRequest &request,
                 const Actor &actor,
                 const Rules &rules,
                 Instant now)
        : mRecord(record)
        , mSubject(record.subject)
        , mProcess(record.process)
        , mRequest(request)
        , mActor(actor)
        , mRules(rules)
        , mNow(now)
    {
        mTurn.to = mSubject.state;
    }

    [[nodiscard]] std::variant<CaseStep, Refused> make();

private:
    bool refuse(StepRefusal why, const QString &what = {})
    {
        mRefused = {why, what};
        return false;
    }
    void put(const char *name, const QJsonValue &value)
    {
        mFacts.insert(QLatin1StringView(name), value);
    }
    void withdraw();
    void leaveBundle();

    // What must hold before anything is decided.
    bool findRow();
    bool checkAxes();
    bool checkUnit();
    bool checkInput();
    bool checkEvidence();
    bool fillFacts();
    // What each step adds to the facts, refusing what its own rules refuse.
    bool file();
    bool applyLevel();
    bool dispatch();
    bool transfer();
    bool handle();
    bool extend();
    bool suspend();
    bool check();
    bool close();
    bool appeal();
    bool merge();
    bool call();
    bool come();
    bool send();
    bool supervise();
    bool reply();
    bool callBack();
    [[nodiscard]] bool speaksForCase() const;
    [[nodiscard]] bool isInHands(const QString &identity) const;
    bool checkin();
    bool handover();
    bool release();
    bool takeBack();
    bool ask();
    bool decideRequest();
    void reopen();
    void startScene(const QString &person);
    void comeBack();
    [[nodiscard]] Limit handlingLimit() const;
    CaseStep finish();

    const CaseRecord &mRecord;
    const Case &mSubject;
    const CaseProcess &mProcess;
    const StepRequest &mRequest;
    const Actor &mActor;
    const Rules &mRules;
    Instant mNow;
    Transition mRow{};
    ClockTurn mTurn;
    QJsonObject mFacts;
    Refused mRefused;
};

} // namespace gridward
