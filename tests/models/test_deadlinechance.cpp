// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/lifecycle.h"
#include "tests/support/casehistory.h"
#include "tests/support/testregistry.h"

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** Lives through whatever the life cycle allows, by chance. */
class RandomLife
{
public:
    explicit RandomLife(unsigned seed)
        : mRandom(seed)
        , mNow(cn(u"2026-09-01 00:00"_s) + std::chrono::minutes(below(60 * 24 * 150)))
    {
        history.book.extensions = 3;
        history.book.suspensions = 3;
        history.books.first() = history.book;
    }

    CaseHistory history;

    bool live(int deeds)
    {
        const QString source = below(2) == 0 ? u"report patrol"_s : u"report hotline"_s;
        if (!history.play(cnText(mNow) + u' ' + source)) {
            return false;
        }
        for (int i = 0; i < deeds; ++i) {
            step();
        }
        return true;
    }

private:
    int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(mRandom); }
    template <typename T>
    T oneOf(const QList<T> &list)
    {
        return list.at(below(static_cast<int>(list.size())));
    }

    void step()
    {
        constexpr int kMinutes[] = {1, 20, 240, 1500, 20'000};
        if (below(4) != 0) {
            mNow += std::chrono::minutes(below(kMinutes[below(5)]));
            mNow += std::chrono::milliseconds(below(3) == 0 ? below(60'000) : 0);
        }
        if (below(60) == 0) {
            changeRules();
        }
        if (below(3) != 0 && !history.tick(mNow)) {
            return;
        }
        if (!history.record.subject.bundle.isEmpty() && below(5) == 0 &&
            stageOf(history.record.subject.state) == Stage::Handle) {
            history.follow(mNow, mNow + std::chrono::minutes(below(3000) - 300));
            return;
        }
        QList<Transition> rows;
        for (const Transition &row : lifeCycle()) {
            const bool isNote = row.effect == Effect::Note;
            if (row.from == history.record.subject.state && !row.roles.isEmpty() &&
                row.action != CaseAction::Void && row.action != CaseAction::Refuse &&
                row.action != CaseAction::Merge && row.action != CaseAction::Archive &&
                (!isNote || below(8) == 0)) {
                rows.append(row);
            }
        }
        if (!rows.isEmpty()) {
            attempt(oneOf(rows));
        }
    }

    void attempt(const Transition &row)
    {
        static const QList<Role> kRoles{Role::Filer,
                                        Role::Dispatcher,
                                        Role::Handler,
                                        Role::Street,
                                        Role::Checker,
                                        Role::Supervisor,
                                        Role::Acceptor};
        for (const Role role : kRoles) {
            if (!row.roles.contains(role)) {
                continue;
            }
            if (row.action == CaseAction::File) {
                static const QList<QString> kLimits{u"2 urgent-hour"_s,
                                                    u"90 urgent-minute"_s,
                                                    u"1 urgent-day"_s,
                                                    u"4 working-hour"_s,
                                                    u"1 working-day"_s,
                                                    u"5 working-day, 2 working-hour"_s,
                                                    u"15 working-day"_s,
                                                    u"3 natural-day"_s,
                                                    QString()};
                history.file(oneOf(kLimits), mNow);
                return;
            }
            if (row.action == CaseAction::Dispatch && below(4) == 0) {
                const Instant due = mNow + std::chrono::minutes(below(6000) - 60);
                history.dispatch(u"U1 with "_s + cnText(due).left(16), mNow);
                return;
            }
            StepRequest request;
            request.note = u"why"_s;
            request.target = row.action == CaseAction::Call ? u"D"_s + QString::number(below(1000))
                                                            : oneOf<QString>({u"U1"_s, u"U2"_s});
            if (row.action == CaseAction::Handle) {
                request.target.clear();
            }
            if (row.action == CaseAction::Suspend) {
                request.until = mNow + std::chrono::minutes(1 + below(20'000));
            }
            request.grants = below(4) != 0;
            history.take(row.action, role, request, mNow);
            return;
        }
    }

    void changeRules()
    {
        RuleBook book = history.book;
        ++book.version;
        if (below(2) == 0) {
            QByteArray json = sampleCalendar().toJson();
            json.replace("\"version\":1", "\"version\":" + QByteArray::number(book.version));
            if (below(2) == 0) {
                json.replace("\"date\":\"2026-10-08\"", "\"date\":\"2026-10-09\"");
                json.replace("\"holidays\":[",
                             "\"holidays\":[{\"date\":\"2026-11-18\",\"name\":\"x\"},");
            }
            const WorkingCalendar calendar = WorkingCalendar::fromJson(json).value();
            book.calendar = calendar.key();
            history.useRules(book, calendar);
            return;
        }
        const auto check = static_cast<std::size_t>(Stage::Check);
        book.stageLimits[check] = below(2) == 0 ? std::nullopt : std::optional(Limit{});
        history.useRules(book, history.calendar);
    }

    std::mt19937 mRandom;
    Instant mNow;
};

} // namespace

/** Two ways of counting, one while it happens and one afterwards, always say the same. */
class TestDeadlineChance : public QObject
{
    Q_OBJECT
private slots:
    void whateverHappens()
    {
        // More of them by hand: GRIDWARD_LIVES=100000.
        constexpr int kLives = 200;
        constexpr int kDeeds = 30;
        const int lives = std::max(qEnvironmentVariableIntValue("GRIDWARD_LIVES"), kLives);
        for (int seed = 1; seed <= lives; ++seed) {
            RandomLife life(static_cast<unsigned>(seed));
            QVERIFY2(life.live(kDeeds), qPrintable(life.history.refusal));
            const QString contradiction = life.history.contradiction();
            QVERIFY2(contradiction.isEmpty(),
                     qPrintable(u"life %1, %2"_s.arg(QString::number(seed), contradiction)));
        }
    }
};

static const TestRegistration<TestDeadlineChance> testRegistration;

} // namespace gridward

#include "test_deadlinechance.moc"
