// SPDX-License-Identifier: GPL-3.0-or-later
// Staff in a store: what is kept, who may change it where, and what a leave does to the rights and
// to the question who is responsible.
#include "models/domain/audit.h"
#include "models/service/responsibility.h"
#include "models/service/seatchoice.h"
#include "models/service/staffexchange.h"
#include "models/service/staffkeeper.h"
#include "models/store/accessstore.h"
#include "models/store/auditstore.h"
#include "models/store/staffstore.h"
#include "tests/support/responsibilitytest.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const QDate kToday(2026, 11, 21);

Leave away(const QString &who, const QString &deputy, int before = 0, int after = 0)
{
    return {who, kToday.addDays(-before), kToday.addDays(after), LeaveKind::Annual, deputy, {}};
}

} // namespace

class TestStaffStore : public ResponsibilityTest
{
    Q_OBJECT
private:
    StoreMaker mMaker;
    QList<User> mUsers{{u"admin1"_s, u"p0"_s, u"admin"_s, {}, {}, false},
                       {u"street1"_s, u"p1"_s, u"street"_s, kStreet, u"U2"_s, false},
                       {u"street2"_s, u"p2"_s, u"street"_s, kElsewhere, u"U3"_s, false},
                       {u"analyst1"_s, u"p3"_s, u"analyst"_s, {}, {}, false}};

    [[nodiscard]] StaffActor as(int user) const
    {
        return {mUsers.at(user), u"test"_s, testStart()};
    }
    void actAs(int user) { mStore->actAs(mUsers.at(user), testStart()); }
    void actAsProgram() { mStore->actAs(std::nullopt, {}); }
    static ErrorCode codeOfError(const Result<void> &result)
    {
        return result ? ErrorCode::Internal : result.error().code;
    }
    [[nodiscard]] QStringList subjects()
    {
        QStringList all;
        for (const AuditRecord &record : mStore->audit().list({}).value()) {
            all.prepend(record.entry.subject);
        }
        return all;
    }

private slots:
    void initTestCase_data() { addStoreKinds(); }
    void init()
    {
        QFETCH_GLOBAL(QString, kind);
        QVERIFY(begin(mMaker.empty(kind)));
        QVERIFY(mStore->write(QList<Organisation>{unit(u"U2"_s, kOffice, kStreet),
                                                  unit(u"U3"_s, kOffice, kElsewhere),
                                                  unit(u"U1"_s, u"sanitation"_s)}));
        QVERIFY(mStore->write(QList<Person>{person(u"p0"_s, u"U1"_s),
                                            person(u"p1"_s, u"U2"_s),
                                            person(u"p2"_s, u"U3"_s),
                                            person(u"p3"_s, u"U1"_s),
                                            person(u"p4"_s, u"U2"_s)}));
        QVERIFY(mStore->write(mUsers));
    }

    void whatIsWrittenIsRead()
    {
        StaffStore &staff = mStore->staff();
        const Post post{u"dispatcher"_s,
                        u"U1"_s,
                        u"派遣席"_s,
                        u"Desk"_s,
                        2,
                        {u"dispatcher"_s, u"filer"_s},
                        kToday,
                        {}};
        const PostHolding holding{u"dispatcher"_s, u"U1"_s, u"p3"_s, kToday, {}};
        const Leave leave{u"p1"_s, kToday, kToday.addDays(3), LeaveKind::Sick, u"p4"_s, u"注"_s};
        const Handover handover{
            u"street"_s, kStreet, u"p1"_s, u"p4"_s, testStart(), u"备注"_s, u"2 件"_s, {}, {}};
        QVERIFY(staff.write(QList<Post>{post}));
        QVERIFY(staff.write(QList<PostHolding>{holding}));
        QVERIFY(staff.write(QList<Leave>{leave}));
        QVERIFY(staff.write(QList<Handover>{handover}));
        QCOMPARE(staff.posts().value(), QList<Post>{post});
        QCOMPARE(staff.holdings(u"p3"_s).value(), QList<PostHolding>{holding});
        QCOMPARE(staff.holdings({}).value(), QList<PostHolding>{holding});
        QCOMPARE(staff.leaves(kToday.addDays(3), kToday.addDays(9)).value(), QList<Leave>{leave});
        QCOMPARE(staff.leaves(kToday.addDays(4), kToday.addDays(9)).value(), QList<Leave>{});
        QCOMPARE(staff.leavesOf(u"p4"_s).value(), QList<Leave>{leave}); // as the deputy
        const Instant later = testStart() + std::chrono::hours(1);
        QCOMPARE(staff.handovers(testStart(), later).value(), QList<Handover>{handover});
        // The same leave with another end replaces it; a withdrawn one is of no day.
        Leave shorter = leave;
        shorter.to = kToday.addDays(-1);
        QVERIFY(staff.write(QList<Leave>{shorter}));
        QCOMPARE(staff.leaves({}, {}).value(), QList<Leave>{shorter});
        QCOMPARE(staff.leaves(kToday.addDays(-1), kToday).value(), QList<Leave>{});
    }
    void needsAreStandardUntilADistrictHasItsOwn()
    {
        QCOMPARE(mStore->staff().staffingNeeds().value(), standardStaffingNeeds());
        QCOMPARE(mStore->staff().coverageNeeds().value(), standardCoverageNeeds());
        const QList<StaffingNeed> own{{{}, u"head"_s, 1}, {u"key"_s, u"police"_s, 2}};
        const QList<CoverageNeed> hours{{u"street"_s, kStreet, 1, 480, 1080, 31}};
        QVERIFY(mStore->staff().write(own) && mStore->staff().write(hours));
        QCOMPARE(mStore->staff().staffingNeeds().value(), own);
        QCOMPARE(mStore->staff().coverageNeeds().value(), hours);
        QVERIFY(mStore->staff().write(QList<StaffingNeed>{}));
        QCOMPARE(mStore->staff().staffingNeeds().value(), standardStaffingNeeds());
    }
    void whatWasHandedOverStays()
    {
        Handover handover{
            u"street"_s, kStreet, u"p1"_s, u"p4"_s, testStart(), u"备注"_s, {}, {}, {}};
        QVERIFY(enterHandover(*mStore, as(1), handover));
        Handover other = handover;
        other.note = u"改了"_s;
        QCOMPARE(codeOfError(mStore->staff().write(QList<Handover>{other})), ErrorCode::Conflict);
        QVERIFY(acknowledge(*mStore, as(1), handover));
        QCOMPARE(codeOfError(acknowledge(*mStore, as(1), handover)), ErrorCode::Conflict);
        const Handover kept = mStore->staff()
                                  .handovers(testStart(), testStart() + std::chrono::hours(1))
                                  .value()
                                  .first();
        QCOMPARE(kept.note, u"备注"_s);
        QCOMPARE(kept.acknowledgedBy, u"street1"_s);
        handover.post = u"grid"_s;
        QCOMPARE(codeOfError(acknowledge(*mStore, as(1), handover)), ErrorCode::NotFound);
    }
    void peopleArePaged()
    {
        PeopleQuery query;
        query.limit = 2;
        QStringList ids;
        for (int page = 0; page < 9; ++page) {
            const QList<Person> read = mStore->staff().people(query).value();
            if (read.isEmpty()) {
                break;
            }
            for (const Person &one : read) {
                ids.append(one.id);
            }
            query.afterName = read.last().name;
            query.afterId = read.last().id;
        }
        QCOMPARE(ids, QStringList({u"p0"_s, u"p1"_s, u"p2"_s, u"p3"_s, u"p4"_s}));
        PeopleQuery found;
        found.text = u"人p4"_s;
        QCOMPARE(mStore->staff().people(found).value().size(), 1);
        found.organisations = {u"U1"_s};
        QCOMPARE(mStore->staff().people(found).value().size(), 0);
    }

    // Every change by a user who may and by those who may not: through the services, and round
    // them at the store.
    void whoMayChangeWhat_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("user");
        QTest::addColumn<bool>("may");
        const QStringList staff{u"duty"_s, u"leave"_s, u"person"_s, u"post"_s, u"holding"_s};
        for (const QString &what : staff) {
            QTest::addRow("%s by admin1", qPrintable(what)) << what << 0 << true;
            QTest::addRow("%s by street1", qPrintable(what)) << what << 1 << true;
            QTest::addRow("%s by street2", qPrintable(what)) << what << 2 << false;
            QTest::addRow("%s by analyst1", qPrintable(what)) << what << 3 << false;
        }
        QTest::newRow("shift by street1") << u"shift"_s << 1 << true;
        QTest::newRow("shift by street2") << u"shift"_s << 2 << false;
        QTest::newRow("shift by analyst1") << u"shift"_s << 3 << false;
        QTest::newRow("hand-over by street1") << u"hand-over"_s << 1 << true;
        QTest::newRow("hand-over by street2") << u"hand-over"_s << 2 << false;
        QTest::newRow("hand-over by analyst1") << u"hand-over"_s << 3 << true;
        QTest::newRow("staffing needs by admin1") << u"needs"_s << 0 << true;
        QTest::newRow("staffing needs by street1") << u"needs"_s << 1 << false;
        QTest::newRow("coverage by admin1") << u"coverage"_s << 0 << true;
        QTest::newRow("coverage by street1") << u"coverage"_s << 1 << false;
    }
    void whoMayChangeWhat()
    {
        QFETCH(QString, what);
        QFETCH(int, user);
        QFETCH(bool, may);
        const Duty given = duty(u"p4"_s, u"assistant"_s);
        const Leave leave = away(u"p4"_s, {});
        Person changed = person(u"p4"_s, u"U2"_s, u"driver"_s);
        const Post post{u"street"_s, u"U2"_s, u"值班岗"_s, {}, 1, {}, {}, {}};
        const PostHolding holding{u"street"_s, u"U2"_s, u"p4"_s, kToday, {}};
        const Shift shift{
            u"p4"_s, u"street"_s, kStreet, testStart(), testStart() + std::chrono::hours(8)};
        const Handover handover{
            u"street"_s, kStreet, u"p1"_s, u"p4"_s, testStart(), {}, {}, {}, {}};
        Handover next = handover; // what was handed over is written once
        next.at += std::chrono::hours(8);
        const QHash<QString, std::function<Result<void>(bool)>> ways{
            {u"duty"_s,
             [&](bool round) {
                 return round ? mStore->write(QList<Duty>{given})
                              : assignDuty(*mStore, as(user), given);
             }},
            {u"leave"_s,
             [&](bool round) {
                 return round ? mStore->staff().write(QList<Leave>{leave})
                              : enterLeave(*mStore, as(user), leave);
             }},
            {u"person"_s,
             [&](bool round) {
                 return round ? mStore->write(QList<Person>{changed})
                              : enterPerson(*mStore, as(user), changed);
             }},
            {u"post"_s,
             [&](bool round) {
                 return round ? mStore->staff().write(QList<Post>{post})
                              : enterPost(*mStore, as(user), post);
             }},
            {u"holding"_s,
             [&](bool round) {
                 return round ? mStore->staff().write(QList<PostHolding>{holding})
                              : enterHolding(*mStore, as(user), holding);
             }},
            {u"shift"_s,
             [&](bool round) {
                 return round ? mStore->write(QList<Shift>{shift})
                              : enterShift(*mStore, as(user), shift);
             }},
            {u"hand-over"_s,
             [&](bool round) {
                 return round ? mStore->staff().write(QList<Handover>{next})
                              : enterHandover(*mStore, as(user), handover);
             }},
            {u"needs"_s,
             [&](bool round) {
                 return round ? mStore->staff().write(standardStaffingNeeds())
                              : enterStaffingNeeds(*mStore, as(user), standardStaffingNeeds());
             }},
            {u"coverage"_s, [&](bool round) {
                 return round ? mStore->staff().write(standardCoverageNeeds())
                              : enterCoverageNeeds(*mStore, as(user), standardCoverageNeeds());
             }}};
        // The service alone refuses, too: here the store works for the program.
        if (!may) {
            QCOMPARE(codeOfError(ways.value(what)(false)), ErrorCode::Refused);
        }
        for (const bool round : {false, true}) {
            actAs(user);
            const Result<void> done = ways.value(what)(round);
            actAsProgram();
            QVERIFY2(done.isOk() == may, done ? "" : qPrintable(done.error().message));
            if (!may) {
                QCOMPARE(done.error().code, ErrorCode::Refused);
                QVERIFY(!done.error().detail.isEmpty()); // which permission
            }
        }
        // Whoever changes it is written down, once; who was refused left nothing.
        QCOMPARE(mStore->audit().list({}).value().size(), may ? 1 : 0);
    }
    void nothingIsKeptWithoutItsNote()
    {
        // In somebody else's name the log refuses, and so the duty is not there either.
        actAs(0);
        StaffActor other = as(1);
        QVERIFY(!assignDuty(*mStore, other, duty(u"p4"_s, u"assistant"_s)));
        actAsProgram();
        QCOMPARE(mStore->staff().dutiesOf(u"p4"_s).value(), QList<Duty>{});
        QCOMPARE(subjects(), QStringList());
    }
    void dutiesEndAndAreNotGivenTwice()
    {
        const Duty given = duty(u"p4"_s, u"assistant"_s);
        QVERIFY(assignDuty(*mStore, as(0), given));
        QCOMPARE(codeOfError(assignDuty(*mStore, as(0), given)), ErrorCode::Conflict);
        QCOMPARE(codeOfError(endDuty(*mStore, as(0), given, given.from.addDays(-1))),
                 ErrorCode::InvalidInput);
        QVERIFY(endDuty(*mStore, as(0), given, kToday));
        Duty later = given;
        later.from = kToday.addDays(1);
        QVERIFY(assignDuty(*mStore, as(0), later));
        QCOMPARE(mStore->staff().dutiesOf(u"p4"_s).value().size(), 2);
        Duty none = later;
        none.role = u"police"_s;
        QCOMPARE(codeOfError(endDuty(*mStore, as(0), none, kToday.addDays(9))),
                 ErrorCode::NotFound);
        QCOMPARE(codeOfError(assignDuty(*mStore, as(0), duty(u"p4"_s, u"fire"_s, u"nowhere"_s))),
                 ErrorCode::NotFound);
    }

    // Deputies.
    void theDeputyActsDuringTheLeaveOnly_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("after");
        QTest::addColumn<bool>("acts");
        QTest::newRow("today") << 0 << 0 << true;
        QTest::newRow("for a week") << 3 << 3 << true;
        QTest::newRow("over since yesterday") << 5 << -1 << false;
        QTest::newRow("from tomorrow") << -1 << 5 << false;
        QTest::newRow("withdrawn") << 0 << -1 << false;
    }
    void theDeputyActsDuringTheLeaveOnly()
    {
        QFETCH(int, before);
        QFETCH(int, after);
        QFETCH(bool, acts);
        QVERIFY(mStore->staff().write(QList<Leave>{away(u"p1"_s, u"p2"_s, before, after)}));
        const QList<User> posts = postsOf(*mStore, mUsers.at(2), testStart()).value();
        User post = mUsers.at(2);
        post.division = kStreet;
        post.organisation = u"U2"_s;
        QCOMPARE(posts.contains(post), acts);
        QCOMPARE(posts.first(), mUsers.at(2));
        // … and the store believes it.
        mStore->actAs(post, testStart());
        const Result<void> done = mStore->write(QList<Duty>{duty(u"p4"_s, u"assistant"_s)});
        actAsProgram();
        QCOMPARE(done.isOk(), acts);
    }
    void theStoreFollowsALeaveAtOnce()
    {
        User post = mUsers.at(2);
        post.division = kStreet;
        post.organisation = u"U2"_s;
        const auto mayWrite = [&] {
            mStore->actAs(post, testStart());
            const bool may = mStore->write(QList<Duty>{duty(u"p4"_s, u"assistant"_s)}).isOk();
            mStore->actAs(std::nullopt, {});
            return may;
        };
        QVERIFY(!mayWrite());
        QVERIFY(mStore->staff().write(QList<Leave>{away(u"p1"_s, u"p2"_s)}));
        QVERIFY(mayWrite());
        Leave withdrawn = away(u"p1"_s, u"p2"_s);
        withdrawn.to = withdrawn.from.addDays(-1);
        QVERIFY(mStore->staff().write(QList<Leave>{withdrawn}));
        QVERIFY(!mayWrite());
    }
    void nobodyGetsMoreThanTheAbsentHas()
    {
        // The absent one's account is disabled: it gives nothing.
        QVERIFY(mStore->staff().write(QList<Leave>{away(u"p1"_s, u"p2"_s)}));
        User disabled = mUsers.at(1);
        disabled.isDisabled = true;
        QVERIFY(mStore->write(QList<User>{disabled}));
        QCOMPARE(postsOf(*mStore, mUsers.at(2), testStart()).value().size(), 1);
        // A post that the absent one no longer has is not the deputy's either.
        QVERIFY(mStore->write(QList<User>{mUsers.at(1)}));
        QVERIFY(mStore->access().write(QList<UserPost>{
            {u"street1"_s, u"leader"_s, {}, {}, kToday.addDays(-9), kToday.addDays(-1)},
            {u"street1"_s, u"checker"_s, kStreet, {}, kToday, {}}}));
        QStringList roles;
        for (const User &one : postsOf(*mStore, mUsers.at(2), testStart()).value()) {
            roles.append(one.role);
        }
        QCOMPARE(roles, QStringList({u"street"_s, u"street"_s, u"checker"_s}));
    }

    // Who is responsible here now.
    void theDeputyIsNamedInsteadOfTheAbsent()
    {
        QVERIFY(
            mStore->write(QList<Duty>{duty(u"p1"_s, u"manager"_s), duty(u"p4"_s, u"assistant"_s)}));
        QCOMPARE(idsOf(here().staff), QStringList({u"p1"_s, u"p4"_s}));
        QVERIFY(mStore->staff().write(QList<Leave>{away(u"p1"_s, u"p2"_s)}));
        const QList<PersonProposal> staff = here().staff;
        QCOMPARE(idsOf(staff), QStringList({u"p2"_s, u"p4"_s}));
        QCOMPARE(staff.first().role, u"manager"_s);
        QCOMPARE(codeOf(staff.first()), ReasonCode::PostForGrid);
        QVERIFY(reasonsText(staff.first().reasons).contains(u"acts for 人p1, who is on leave"_s));
    }
    void nobodyOnLeaveIsNamed()
    {
        QVERIFY(
            mStore->write(QList<Duty>{duty(u"p1"_s, u"manager"_s), duty(u"p4"_s, u"assistant"_s)}));
        QVERIFY(mStore->staff().write(QList<Leave>{away(u"p1"_s, {})}));
        QCOMPARE(idsOf(here().staff), QStringList({u"p4"_s}));
        // The deputy has a post of their own here: that one counts, if it weighs as much.
        QVERIFY(mStore->staff().write(QList<Leave>{away(u"p1"_s, u"p4"_s)}));
        QCOMPARE(idsOf(here().staff), QStringList({u"p4"_s}));
        QCOMPARE(here().staff.first().role, u"manager"_s);
    }
    void aTurnOfTheAbsentIsTheDeputys()
    {
        const Instant now = testStart();
        QVERIFY(mStore->write(QList<Duty>{duty(u"p4"_s, u"assistant"_s)}));
        QVERIFY(mStore->write(QList<Shift>{{u"p1"_s,
                                            u"grid"_s,
                                            kGrid,
                                            now - std::chrono::hours(1),
                                            now + std::chrono::hours(1)}}));
        QCOMPARE(here().onDuty(), 0);
        QVERIFY(mStore->staff().write(QList<Leave>{away(u"p1"_s, u"p4"_s)}));
        QCOMPARE(here().onDuty(), 1);
    }

    // The whole as a workbook.
    void aWorkbookChangesNothingWhereNothingDiffers()
    {
        QVERIFY(mStore->write(QList<Duty>{duty(u"p1"_s, u"manager"_s)}));
        QVERIFY(mStore->staff().write(QList<Leave>{away(u"p1"_s, u"p4"_s)}));
        const StaffContent content = readStaffContent(*mStore, mUsers.at(0)).value();
        const SheetRows sheets = workbookOf(content, timeZoneNamed(smallInfo().timeZone));
        const StaffDiff same = previewStaff(*mStore, mUsers.at(0), sheets).value();
        QCOMPARE(same.faults, QList<StaffFault>{});
        QCOMPARE(same.changes, QList<StaffChange>{});
        QCOMPARE(same.unchanged, same.read);
        // Into an empty store it makes the same.
        QFETCH_GLOBAL(QString, kind);
        const std::unique_ptr<SqlStore> other = mMaker.empty(kind);
        QVERIFY(other->write(smallDivisions()));
        QVERIFY(other->write(smallGrids(), u"t"_s, u"t"_s, testStart()));
        QVERIFY(other->write(
            QList<Division>{{kElsewhere, kDistrict, u"street"_s, u"二街道"_s, 0, 0.0, {}}}));
        const StaffDiff taken =
            importStaff(*other, {{}, u"t"_s, testStart()}, sheets, u"a.xlsx"_s).value();
        QCOMPARE(taken.faults, QList<StaffFault>{});
        QCOMPARE(readStaffContent(*other, {}).value(), content);
    }
    void badCellsAreNamed()
    {
        SheetRows sheets = workbookOf(readStaffContent(*mStore, {}).value(), QTimeZone::utc());
        sheets.sheets[0][0].cells[0] = QString();     // an organisation without a code
        sheets.sheets[1][1].cells[2] = u"nobody's"_s; // employed by nobody
        sheets.sheets[1].append({9, {u"p0"_s, u"又"_s, {}, {}, {}, {}}}); // there twice
        sheets.sheets[4].append({2, {u"p4"_s, u"fire"_s, kGrid, u"2026-13-01"_s, {}}});
        sheets.sheets[4].append({3, {u"p4"_s, u"fire"_s, kGrid, u"2026/1/5"_s, {}}});
        sheets.sheets[5].append(
            {2, {u"p4"_s, u"2026-11-01"_s, u"2026-11-02"_s, u"holiday"_s, {}, {}}});
        sheets.sheets[6].append(
            {2, {u"p4"_s, u"street"_s, kStreet, u"8 Uhr"_s, u"2026-11-20 16:00"_s}});
        const StaffDiff diff =
            importStaff(*mStore, {{}, u"t"_s, testStart()}, sheets, u"a.xlsx"_s).value();
        QStringList said;
        for (const StaffFault &fault : diff.faults) {
            said.append(u"%1/%2/%3"_s.arg(toId(fault.sheet)).arg(fault.row).arg(fault.column));
        }
        QCOMPARE(said,
                 QStringList({u"organisations/2/code"_s,
                              u"people/3/organisation"_s,
                              u"people/9/"_s,
                              u"duties/2/from"_s,
                              u"leave/2/kind"_s,
                              u"shifts/2/from"_s}));
        // The good part was kept.
        QCOMPARE(mStore->staff().dutiesOf(u"p4"_s).value().size(), 1);
        QCOMPARE(diff.refused(), 6);
        QCOMPARE(subjects(), QStringList({u"staff a.xlsx"_s}));
    }
};

static const TestRegistration<TestStaffStore> registration;

} // namespace gridward

#include "test_staffstore.moc"
