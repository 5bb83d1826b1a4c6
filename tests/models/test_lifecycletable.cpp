// SPDX-License-Identifier: GPL-3.0-or-later
// Every (state, action, role): allowed with its effect, or refused with its reason.
#include "models/domain/caserules.h"
#include "models/domain/lifecycledrawing.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const QList<Role> &everyRole()
{
    static const QList<Role> roles{Role::Acceptor,
                                   Role::Filer,
                                   Role::Dispatcher,
                                   Role::Handler,
                                   Role::Street,
                                   Role::Checker,
                                   Role::Supervisor,
                                   Role::Analyst,
                                   Role::Leader,
                                   Role::Admin,
                                   Role::System};
    return roles;
}

struct Expected
{
    QString to;
    int answers = 0; ///< how often something was asked for before
};

/** state/action/role → what is meant. */
class MeantTable
{
public:
    bool read()
    {
        QFile file(QStringLiteral(GRIDWARD_TEST_DATA "/lifecycle.txt"));
        if (!file.open(QIODevice::ReadOnly)) {
            return false;
        }
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
            if (words.size() != 4 || line.startsWith(u'#')) {
                continue;
            }
            for (const QString &name : statesOf(words.at(0))) {
                QString state = name;
                const auto answers = static_cast<int>(state.count(u'!'));
                state.remove(u'!');
                for (const QString &role : words.at(2).split(u',')) {
                    const QString to = words.at(3) == "="_L1 ? state : words.at(3);
                    mCells.insert(state + u'/' + words.at(1) + u'/' + role, {to, answers});
                    mPairs.insert(state + u'/' + words.at(1));
                    mRights.insert(words.at(1) + u'/' + role);
                }
            }
        }
        return !mCells.isEmpty();
    }
    [[nodiscard]] std::optional<Expected> cell(CaseState state, CaseAction action, Role role) const
    {
        const auto found = mCells.constFind(toId(state) + u'/' + toId(action) + u'/' + toId(role));
        return found != mCells.cend() ? std::optional(*found) : std::nullopt;
    }
    [[nodiscard]] StepRefusal refusal(CaseState state, CaseAction action, Role role) const
    {
        if (!mRights.contains(toId(action) + u'/' + toId(role))) {
            return StepRefusal::LacksRight;
        }
        return mPairs.contains(toId(state) + u'/' + toId(action)) ? StepRefusal::NotByThisRole
                                                                  : StepRefusal::NotNow;
    }
    [[nodiscard]] qsizetype size() const { return mCells.size(); }

private:
    static QStringList statesOf(const QString &text)
    {
        if (text != "open"_L1) {
            return text.split(u',');
        }
        QStringList open;
        for (const QString &id : caseStateIds()) {
            if (isOpen(*caseStateFromId(id))) {
                open.append(id);
            }
        }
        return open;
    }

    QHash<QString, Expected> mCells;
    QSet<QString> mPairs;
    QSet<QString> mRights;
};

const Instant kNow = *instantFromIso(u"2026-11-20T02:00:00Z"_s);

Actor actorIn(Role role)
{
    return {toId(role) + u"9"_s, u"P-"_s + toId(role), u"UNIT"_s, role, false, {u"UNIT"_s}};
}

/** A case in a state in which nothing else speaks against the step. */
CaseRecord recordFor(CaseState state, CaseAction action, const Actor &actor, int answers)
{
    CaseRecord record;
    Case &subject = record.subject;
    subject.number = u"1101012026112000001"_s;
    subject.version = 7;
    subject.state = state;
    subject.classKey = {defaultScheme(), CaseKind::Matter, u"06010"_s};
    subject.source = CaseSource::Hotline; // staff are not called back
    subject.unit = u"UNIT"_s;
    subject.dueAt = kNow + std::chrono::hours(1);
    subject.stageDueAt = subject.dueAt;
    CaseProcess &process = record.process;
    process.rules = 1;
    process.lastAt = kNow - std::chrono::hours(2);
    process.clocks[static_cast<std::size_t>(Stage::Handle)].limit = Limit{4, LimitUnit::UrgentHour};
    process.clocks[static_cast<std::size_t>(Stage::Handle)].due = subject.dueAt;
    if (state == CaseState::Suspended) {
        subject.suspendedUntil = kNow + std::chrono::days(3);
        process.clocks[static_cast<std::size_t>(Stage::Handle)].left = std::chrono::hours(1);
    }
    if (action == CaseAction::Checkin || action == CaseAction::Handover ||
        action == CaseAction::Release) {
        process.scene = CaseScene{actor.identity(), kNow, kNow, 30, false, std::nullopt};
    }
    if (action == CaseAction::Answer || action == CaseAction::Arrive) {
        process.calls.append({u"UNIT"_s, u"street1"_s, kNow, std::nullopt, std::nullopt});
    }
    if (action == CaseAction::Appeal) {
        subject.overdueAt = kNow - std::chrono::hours(1);
    }
    if (answers > 0) {
        process.request.kind = action == CaseAction::Extend    ? CaseRequest::Kind::Extend
                               : action == CaseAction::Suspend ? CaseRequest::Kind::Suspend
                                                               : CaseRequest::Kind::Appeal;
        process.request.answers = answers;
        process.request.by = u"P-somebody"_s;
    }
    return record;
}

StepRequest requestFor(CaseAction action)
{
    StepRequest request;
    request.action = action;
    request.note = u"why"_s;
    request.target =
        action == CaseAction::Handle || action == CaseAction::Answer || action == CaseAction::Arrive
            ? QString()
            : u"OTHER"_s;
    request.until = kNow + std::chrono::days(2);
    request.hasEvidence = true;
    request.children = {u"child"_s};
    Case other;
    other.id = CaseId::make(kNow, 1, 1);
    other.state = CaseState::Filed;
    request.other = other;
    return request;
}

/** The last step was one's own, and led here from that state. */
void addLastStep(StepRequest &request, const CaseRecord &record, const Actor &actor, CaseState from)
{
    CaseEvent own;
    own.sequence = record.subject.version;
    own.action = CaseAction::File;
    own.at = kNow - std::chrono::minutes(1);
    own.actor = actor.user;
    own.from = from;
    own.to = record.subject.state;
    request.undone = own;
    request.before = record;
    request.before->subject.version -= 1;
    request.before->subject.state = from;
}

} // namespace

class TestLifeCycleTable : public QObject
{
    Q_OBJECT
private:
    MeantTable mMeant;
    RuleBook mBook;
    WorkingCalendar mCalendar;

private slots:
    void initTestCase()
    {
        QVERIFY(mMeant.read());
        mBook.stageLimits[static_cast<std::size_t>(Stage::Accept)] =
            Limit{15, LimitUnit::UrgentMinute};
    }
    void everyCell_data()
    {
        QTest::addColumn<CaseState>("state");
        QTest::addColumn<CaseAction>("action");
        QTest::addColumn<Role>("role");
        int cells = 0;
        for (const QString &state : caseStateIds()) {
            for (const QString &action : caseActionIds()) {
                if (action == "report"_L1 || action == "import"_L1) {
                    continue; // they begin a case: no state goes before them
                }
                for (const Role role : everyRole()) {
                    QTest::newRow(qPrintable(state + u' ' + action + u' ' + toId(role)))
                        << *caseStateFromId(state) << *caseActionFromId(action) << role;
                    ++cells;
                }
            }
        }
        QCOMPARE(cells, 16 * 33 * 11);
    }
    void everyCell()
    {
        QFETCH(CaseState, state);
        QFETCH(CaseAction, action);
        QFETCH(Role, role);
        const std::optional<Expected> meant = mMeant.cell(state, action, role);
        const Actor actor = actorIn(role);
        const CaseRecord record = recordFor(state, action, actor, meant ? meant->answers : 0);
        StepRequest request = requestFor(action);
        if (action == CaseAction::Withdraw) {
            addLastStep(request, record, actor, meant ? *caseStateFromId(meant->to) : state);
        }
        const std::variant<CaseStep, Refused> decision =
            decide(record, request, actor, {mBook, mCalendar}, kNow);
        if (const Refused *refused = std::get_if<Refused>(&decision)) {
            QVERIFY2(!meant, qPrintable(u"refused: "_s + toId(refused->why)));
            QCOMPARE(toId(refused->why), toId(mMeant.refusal(state, action, role)));
            return;
        }
        QVERIFY2(meant, "allowed, but not meant to be");
        const CaseStep &step = std::get<CaseStep>(decision);
        QCOMPARE(toId(step.to), meant->to);
        QVERIFY(isLawful(state, action, step.to));
        // The step can be applied: it has an effect, and never erases who had been at it.
        CaseEvent event;
        event.sequence = record.subject.version + 1;
        event.action = step.action;
        event.at = step.at;
        event.actor = step.actor;
        event.from = state;
        event.to = step.to;
        event.note = step.note;
        const Result<CaseRecord> after = applyRecord(record, event, step.facts);
        QVERIFY2(after, after ? "" : qPrintable(after.error().message));
        QCOMPARE(after.value().subject.state, step.to);
        QCOMPARE(after.value().subject.version, record.subject.version + 1);
        QVERIFY(after.value() != record);
    }
    void countsThem()
    {
        int cells = 0;
        int allowed = 0;
        for (const QString &state : caseStateIds()) {
            for (const QString &action : caseActionIds()) {
                for (const Role role : everyRole()) {
                    if (action == "report"_L1 || action == "import"_L1) {
                        continue;
                    }
                    ++cells;
                    allowed += mMeant.cell(*caseStateFromId(state), *caseActionFromId(action), role)
                                   ? 1
                                   : 0;
                }
            }
        }
        QCOMPARE(allowed, static_cast<int>(mMeant.size()));
        qInfo("%d cells: %d allowed, %d refused with a reason", cells, allowed, cells - allowed);
    }
    void setbacksNeedAReason()
    {
        for (const Transition &row : lifeCycle()) {
            const bool isSetback =
                row.action == CaseAction::Return || row.action == CaseAction::Rework ||
                row.action == CaseAction::Refuse || row.action == CaseAction::Void ||
                row.action == CaseAction::Reopen || row.action == CaseAction::Transfer;
            QVERIFY2(!isSetback || row.needsReason,
                     qPrintable(toId(row.from) + u' ' + toId(row.action)));
        }
    }
    /** docs/lifecycle.md is drawn from the code: GRIDWARD_DRAW=1 writes it anew. */
    void isDrawnInTheDocuments()
    {
        const QString path = QStringLiteral(GRIDWARD_TEST_DATA "/../../docs/lifecycle.md");
        QFile file(path);
        if (qEnvironmentVariableIsSet("GRIDWARD_DRAW")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(lifeCycleDrawing().toUtf8());
            file.close();
        }
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
        QVERIFY2(QString::fromUtf8(file.readAll()) == lifeCycleDrawing(),
                 "docs/lifecycle.md is not what the code says; run test_lifecycle with "
                 "GRIDWARD_DRAW=1 and look at what changed");
    }
};

static const TestRegistration<TestLifeCycleTable> kRegistered;

} // namespace gridward

#include "test_lifecycletable.moc"
