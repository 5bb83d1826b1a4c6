// SPDX-License-Identifier: GPL-3.0-or-later
// The permission matrix: what is meant, what the store keeps, and what the services do.
#include "models/domain/rights.h"
#include "models/service/accessdesk.h"
#include "models/service/casedesk.h"
#include "models/store/accessstore.h"
#include "models/store/accountstore.h"
#include "models/store/auditstore.h"
#include "models/store/personalstore.h"
#include "models/store/staffstore.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QFile>

#include <map>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** Where something is, seen from a user of street one and unit U1; nearer ones come first. */
enum class Where { Own, Unit, Division, Elsewhere };
constexpr std::array kWheres{Where::Own, Where::Unit, Where::Division, Where::Elsewhere};

const QString kHere = u"110101001001001"_s;
const QString kThere = u"110101002001001"_s;

/** What a reach means, written once more without the code under test. */
bool isMeant(Reach reach, Where where)
{
    switch (where) {
    case Where::Own:
        return reach >= Reach::Own;
    case Where::Unit:
        return reach >= Reach::Unit;
    case Where::Division:
        return reach >= Reach::Division;
    default:
        return reach == Reach::District;
    }
}

using Table = std::map<std::pair<QString, QString>, Reach>; ///< permission, role

Table meantTable()
{
    Table table;
    QFile file(QStringLiteral(GRIDWARD_TEST_DATA "/permissions.txt"));
    if (!file.open(QIODevice::ReadOnly)) {
        return table;
    }
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const QStringList words = line.simplified().split(u' ', Qt::SkipEmptyParts);
        if (words.size() != 3 || line.startsWith(u'#')) {
            continue;
        }
        for (const QString &role : words.at(2).split(u',')) {
            table[{words.at(0), role}] = *reachFromId(words.at(1));
        }
    }
    return table;
}

QStringList builtInRoles()
{
    QStringList roles = roleIds();
    roles.removeAll(u"owner"_s);
    return roles;
}

} // namespace

class TestPermissions : public QObject
{
    Q_OBJECT
private:
    StoreMaker mMaker;
    std::unique_ptr<SqlStore> mStore;
    FixedClock mClock{testStart()};
    int mCount = 0;

    static User userOf(const QString &role)
    {
        return {u"u-"_s + role, u"p-"_s + role, role, u"110101001"_s, u"U1"_s, false, false};
    }
    /** A case at that place, as seen from the user of the role. */
    CaseId addCase(const QString &role, Where where)
    {
        CaseStep step = reportStep(testStart());
        const bool there = where == Where::Elsewhere;
        step.actor = u"somebody"_s;
        step.facts.insert(QLatin1String(fact::kGrid), there ? kThere : kHere);
        step.facts.insert(QLatin1String(fact::kCommunity), (there ? kThere : kHere).left(12));
        step.facts.insert(QLatin1String(fact::kStreet), (there ? kThere : kHere).left(9));
        if (where == Where::Unit) {
            step.facts.insert(QLatin1String(fact::kUnit), u"U1"_s);
        }
        if (where == Where::Own) {
            step.facts.insert(QLatin1String(fact::kUnit), u"U2"_s);
            step.facts.insert(QLatin1String(fact::kPerson), userOf(role).person);
        }
        const CaseId id = CaseId::make(testStart(), 1, static_cast<quint32>(++mCount));
        return mStore->cases().add(id, step) ? id : CaseId{};
    }
    Result<void> tryStep(const User &user, CaseAction action, const CaseId &id)
    {
        CaseStep step = stepOf(action, CaseState::Reported, testStart());
        step.actor = user.name;
        const Result<Case> done = mStore->cases().append(id, 1, step);
        return done ? Result<void>() : Result<void>(done.error());
    }
    Result<void> tryReport(const User &user, Where where)
    {
        CaseStep step = reportStep(testStart());
        const QString grid = where == Where::Elsewhere ? kThere : kHere;
        step.actor = user.name;
        step.facts.insert(QLatin1String(fact::kGrid), grid);
        step.facts.insert(QLatin1String(fact::kCommunity), grid.left(12));
        step.facts.insert(QLatin1String(fact::kStreet), grid.left(9));
        const Result<Case> done =
            mStore->cases().add(CaseId::make(testStart(), 2, static_cast<quint32>(++mCount)), step);
        return done ? Result<void>() : Result<void>(done.error());
    }
    /** What the store does for this user; nothing if the permission is not a matter of the store.
     */
    std::optional<Result<void>>
    tryAtStore(const User &user, Thing thing, const QString &action, Where where);
    std::optional<Result<void>> tryAtCases(const User &user, const QString &action, Where where);
    std::optional<Result<void>> tryPersonal(const User &user, const QString &action, Where where);
    std::optional<Result<void>> tryChange(Thing thing, Where where);
    Result<void> tryHandOver(Where where)
    {
        Handover given;
        given.post = u"street"_s;
        given.area = where == Where::Elsewhere ? kThere : kHere;
        given.fromPerson = u"p1"_s;
        given.toPerson = u"p1"_s;
        given.at = testStart() + std::chrono::seconds(++mCount);
        return mStore->staff().write(QList<Handover>{given});
    }
    void grant(const Grant &one)
    {
        Permissions permissions = Permissions::standard();
        permissions.set(one);
        if (one.thing == Thing::Personal) { // what belongs to a case is only for who sees the case
            permissions.set({one.role, Thing::Case, u"see"_s, Reach::District});
        }
        QVERIFY(mStore->access().write(permissions));
    }

private slots:
    void initTestCase_data() { addStoreKinds(); }
    void init()
    {
        QFETCH_GLOBAL(const QString, kind);
        mStore.reset();
        mStore = mMaker.empty(kind);
        QVERIFY(mStore);
        QVERIFY(fillSmallDistrict(*mStore));
        QVERIFY(mStore->write(QList<Division>{
            {u"110101002"_s, u"110101"_s, u"street"_s, u"二街道"_s, 1, 1.0, {}},
            {u"110101002001"_s, u"110101002"_s, u"community"_s, u"二社区"_s, 1, 1.0, {}}}));
        UnitGrid there = smallGrids().first();
        there.code = kThere;
        there.community = kThere.left(12);
        there.street = kThere.left(9);
        QVERIFY(mStore->write({there}, u"test"_s, {}, testStart()));
        QList<User> users;
        QList<Person> people{{u"p1"_s, u"甲"_s, u"U1"_s, {}, {}, {}}};
        for (const QString &role : builtInRoles()) {
            users.append(userOf(role));
            people.append({u"p-"_s + role, role, u"U1"_s, {}, {}, {}});
        }
        QVERIFY(mStore->write(people));
        QVERIFY(mStore->write(users));
    }
    /** Every role × permission: what the program gives is what is meant. */
    void standardIsWhatIsMeant()
    {
        const Table meant = meantTable();
        QVERIFY(!meant.empty());
        const Permissions standard = Permissions::standard();
        int cells = 0;
        QStringList differing;
        for (const QString &role : builtInRoles()) {
            for (const Thing thing : allThings()) {
                for (const QString &action : actionsOn(thing)) {
                    const QString id = toId(thing) + u':' + action;
                    const auto found = meant.find({id, role});
                    const Reach wanted = found == meant.end() ? Reach::None : found->second;
                    const Reach is = standard.reach(role, thing, action);
                    if (is != wanted) {
                        differing.append(
                            u"%1 %2: %3, meant %4"_s.arg(role, id, toId(is), toId(wanted)));
                    }
                    ++cells;
                }
            }
        }
        QVERIFY2(differing.isEmpty(), qPrintable(differing.join(u'\n')));
        // Nothing is meant that does not exist.
        for (const auto &[key, reach] : meant) {
            const std::optional<Thing> thing = thingFromId(key.first.section(u':', 0, 0));
            QVERIFY2(thing && actionsOn(*thing).contains(key.first.section(u':', 1)),
                     qPrintable(key.first));
        }
        qInfo("%d cells", cells);
    }
    /** Every role × action × scope, with things near and far, against the store. */
    void theStoreKeepsEveryCell_data();
    void theStoreKeepsEveryCell();
    void goingRoundTheScreenIsRefused();
    void nobodyWritesInAnothersName();
    void whoIsNotWhoTheySayMayNothing();
    void furtherPostsCountWhileTheyLast();
    void listsLeaveOutWhatIsNotTheirs();
    void aGrantedStepIsTaken();
    void theLastKeeperStays();
    void nobodyTakesWhatIsNotTheirs();
    void whatHasNoPlaceIsGrantedWhole();
    void aPostToComeKeepsNobodyIn();
    void previewSaysWhatTheStoreDoes();
};

std::optional<Result<void>>
TestPermissions::tryAtCases(const User &user, const QString &action, Where where)
{
    if (action == "export"_L1 || action == "print"_L1) {
        return std::nullopt; // the store gives rows; what becomes of them is asked above it
    }
    if (action == "sample"_L1 || action == "recheck"_L1) {
        return std::nullopt; // of a month that is over: test_sampling tries those
    }
    if (action == "import"_L1) {
        mStore->actAs(user, testStart());
        const Result<std::unique_ptr<CaseBatch>> batch = mStore->cases().beginBatch();
        return batch ? Result<void>() : Result<void>(batch.error());
    }
    if (action == "report"_L1) {
        mStore->actAs(user, testStart());
        return tryReport(user, where);
    }
    const CaseId id = addCase(user.role, where);
    mStore->actAs(user, testStart());
    if (action == "see"_L1) {
        const Result<Case> seen = mStore->cases().find(id);
        return seen ? Result<void>() : Result<void>(seen.error());
    }
    return tryStep(user, *caseActionFromId(action), id);
}

std::optional<Result<void>>
TestPermissions::tryPersonal(const User &user, const QString &action, Where where)
{
    const PersonalActor by{user.name, u"test"_s, testStart()};
    if (action == "import"_L1) {
        mStore->actAs(user, testStart());
        Household household;
        household.id = u"h1"_s;
        household.grid = where == Where::Elsewhere ? kThere : kHere;
        return mStore->personal().importHouseholds({household}, u"h.csv"_s, by);
    }
    const CaseId id = addCase(user.role, where);
    if (!mStore->personal().writeCaller(id, {u"王小明"_s, u"13800000000"_s, true}, by)) {
        return Result<void>(Error{ErrorCode::Internal, u"no caller to open"_s, {}});
    }
    const qsizetype before = mStore->audit().list({}).value().size();
    mStore->actAs(user, testStart());
    Result<void> done;
    if (action == "open"_L1) {
        const Result<Caller> opened = mStore->personal().openCaller(id, Purpose::CallBack, by);
        done = opened ? Result<void>() : Result<void>(opened.error());
    } else {
        done = mStore->personal().writeCaller(id, {u"李四"_s, {}, true}, by);
    }
    mStore->actAs(std::nullopt, {});
    // Every look and every change is written down, and what was refused is neither.
    const qsizetype written = mStore->audit().list({}).value().size() - before;
    return written == (done ? 1 : 0)
               ? done
               : Result<void>(Error{ErrorCode::Internal, u"%1 entries"_s.arg(written), {}});
}

std::optional<Result<void>> TestPermissions::tryChange(Thing thing, Where where)
{
    const QString area = where == Where::Elsewhere ? kThere : kHere;
    switch (thing) {
    case Thing::Division:
        return mStore->write(smallDivisions());
    case Thing::Place:
        return mStore->write(smallPlaces());
    case Thing::Staff:
        return mStore->write(
            QList<Duty>{{u"p1"_s, u"manager"_s, area, QDate(2026, 11, 1), QDate()}});
    case Thing::Roster:
        return mStore->write(QList<Shift>{
            {u"p1"_s, u"street"_s, area, testStart(), testStart() + std::chrono::hours(1)}});
    case Thing::Catalogue:
        return mStore->write(smallCatalogue());
    case Thing::Rules: {
        RuleBook book = sampleRuleBook();
        book.version = ++mCount;
        return mStore->write(book);
    }
    case Thing::Account:
        return mStore->write(QList<User>{userOf(u"analyst"_s)});
    case Thing::Role:
        return mStore->access().write(mStore->access().permissions().value());
    case Thing::Store:
        return mStore->writeInfo(mStore->info());
    default:
        return std::nullopt;
    }
}

std::optional<Result<void>>
TestPermissions::tryAtStore(const User &user, Thing thing, const QString &action, Where where)
{
    if (thing == Thing::Case) {
        return tryAtCases(user, action, where);
    }
    if (thing == Thing::Personal) {
        return tryPersonal(user, action, where);
    }
    mStore->actAs(user, testStart());
    if (action == "hand-over"_L1) {
        return tryHandOver(where);
    }
    if (thing == Thing::Audit && action == "see"_L1) {
        const Result<QList<AuditRecord>> log = mStore->audit().list({});
        return log ? Result<void>() : Result<void>(log.error());
    }
    return action == "change"_L1 ? tryChange(thing, where) : std::nullopt;
}

void TestPermissions::theStoreKeepsEveryCell_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<Reach>("reach");
    for (const QString &role : builtInRoles()) {
        for (const Reach reach : allReaches()) {
            QTest::addRow("%s %s", qPrintable(role), qPrintable(toId(reach))) << role << reach;
        }
    }
}

void TestPermissions::theStoreKeepsEveryCell()
{
    QFETCH(const QString, role);
    QFETCH(const Reach, reach);
    const User user = userOf(role);
    mStore->actAs(std::nullopt, {});
    int tried = 0;
    for (const Thing thing : allThings()) {
        for (const QString &action : actionsOn(thing)) {
            // Whether something is near or far matters where things have a place.
            const bool isOfCases = thing == Thing::Case || thing == Thing::Personal;
            const bool hasPlace = isOfCases || thing == Thing::Staff || thing == Thing::Roster;
            bool isFirst = true;
            for (const Where where : kWheres) {
                const bool isImport = isOfCases && action == "import"_L1;
                const bool isAnywhere = !hasPlace || (isImport && thing == Thing::Case);
                const bool isUnsure =
                    (!isOfCases || isImport) && (where == Where::Own || where == Where::Unit);
                if ((isAnywhere && where != Where::Own) || (!isAnywhere && isUnsure)) {
                    continue;
                }
                if (isFirst) {
                    grant({role, thing, action, reach});
                }
                isFirst = false;
                const std::optional<Result<void>> done = tryAtStore(user, thing, action, where);
                mStore->actAs(std::nullopt, {});
                if (!done) {
                    break;
                }
                // Who reports is the reporter: within the own part it is always their own.
                const bool isReport = thing == Thing::Case && action == "report"_L1;
                const Where as = isReport && where != Where::Elsewhere ? Where::Own : where;
                const bool meant = isAnywhere ? reach == Reach::District : isMeant(reach, as);
                QVERIFY2(done->isOk() == meant,
                         qPrintable(u"%1 %2:%3 reach %4 where %5: %6"_s
                                        .arg(role, toId(thing), action, toId(reach))
                                        .arg(static_cast<int>(where))
                                        .arg(done->isOk() ? u"allowed"_s : done->error().message)));
                QVERIFY(done->isOk() || done->error().code == ErrorCode::Refused);
                ++tried;
            }
        }
    }
    QVERIFY(tried > 120);
}

void TestPermissions::goingRoundTheScreenIsRefused()
{
    // What the table does not give is tried at the desk, which no screen stands before, with the
    // store working for nobody in particular: both have to refuse by themselves.
    CaseDesk desk(*mStore, mClock, u"test"_s);
    int refused = 0;
    for (const QString &role : builtInRoles()) {
        const User user = userOf(role);
        for (const QString &id : actionsOn(Thing::Case)) {
            const std::optional<CaseAction> action = caseActionFromId(id);
            if (!action || *action == CaseAction::Report || *action == CaseAction::Import) {
                continue;
            }
            const Reach reach = Permissions::standard().reach(role, Thing::Case, id);
            for (const Where where : kWheres) {
                if (isMeant(reach, where)) {
                    continue;
                }
                const CaseId subject = addCase(role, where);
                ActionRequest request;
                request.action = *action;
                request.note = u"?"_s;
                request.target = u"U1"_s;
                const Result<Case> done = desk.act(subject, request, user);
                QVERIFY2(!done, qPrintable(role + u' ' + id));
                QCOMPARE(done.error().code, ErrorCode::Refused);
                QCOMPARE(mStore->cases().events(subject).value().size(), 1);
                const CaseRecord record = mStore->cases().record(subject).value();
                for (const ActionOffer &offer : desk.offers(record, user).value()) {
                    QVERIFY(offer.action != *action || !offer.allowed);
                }
                ++refused;
            }
        }
        if (Permissions::standard().reach(role, Thing::Case, u"report"_s) == Reach::None) {
            ReportDraft draft;
            draft.classCode = u"06010"_s;
            draft.place = GeoPoint{116.305, 39.905};
            draft.text = u"?"_s;
            const Result<Case> done = desk.report(draft, user);
            QVERIFY(!done && done.error().code == ErrorCode::Refused);
            QVERIFY2(done.error().message.contains(u"report"_s), qPrintable(done.error().message));
        }
    }
    QVERIFY(refused > 700);
    // Accounts and rights, by the desk behind their page.
    for (const QString &role : builtInRoles()) {
        AccessDesk access(*mStore, mClock, userOf(role), u"test"_s);
        const bool isAdmin = role == "admin"_L1;
        User changed = userOf(u"analyst"_s);
        changed.role = u"leader"_s;
        QCOMPARE(access.save(changed).isOk(), isAdmin);
        QCOMPARE(access.save(UserPost{changed.name, u"filer"_s, {}, {}, {}, {}}).isOk(), isAdmin);
        QCOMPARE(access.set({u"leader"_s, Thing::Case, u"file"_s, Reach::Own}).isOk(), isAdmin);
        QCOMPARE(access.add({u"guide-"_s + role, u"指导员"_s, {}, false}).isOk(), isAdmin);
        QCOMPARE(access.reset(u"leader"_s).isOk(), isAdmin);
        QCOMPARE(access.read().isOk(), isAdmin || role == "leader"_L1); // who may see roles
    }
}

void TestPermissions::nobodyWritesInAnothersName()
{
    const CaseId id = addCase(u"filer"_s, Where::Division);
    const User filer = userOf(u"filer"_s);
    mStore->actAs(filer, testStart());
    User other = filer;
    other.name = u"u-checker"_s;
    const Result<void> forged = tryStep(other, CaseAction::File, id);
    QVERIFY(!forged && forged.error().code == ErrorCode::Refused);
    AuditEntry entry;
    entry.actor = other.name;
    QCOMPARE(mStore->audit().append(entry).error().code, ErrorCode::Refused);
    entry.actor = filer.name;
    QVERIFY(mStore->audit().append(entry));
}

void TestPermissions::whoIsNotWhoTheySayMayNothing()
{
    const CaseId id = addCase(u"filer"_s, Where::Division);
    const auto seen = [&](const User &user) {
        mStore->actAs(user, testStart());
        const bool ok = mStore->cases().find(id).isOk();
        mStore->actAs(std::nullopt, {});
        return ok;
    };
    User user = userOf(u"analyst"_s);
    QVERIFY(seen(user));
    user.role = u"admin"_s; // a role that is not theirs
    QVERIFY(!seen(user));
    user = userOf(u"analyst"_s);
    user.division.clear(); // a wider part than theirs
    QVERIFY(!seen(user));
    user.division = u"110101001001"_s; // a part of theirs
    QVERIFY(seen(user));
    user.division = u"110101002"_s;
    QVERIFY(!seen(user));
    user.name = u"nobody"_s;
    QVERIFY(!seen(user));
    user = userOf(u"analyst"_s);
    user.isDisabled = true;
    QVERIFY(mStore->write(QList<User>{user}));
    QVERIFY(!seen(userOf(u"analyst"_s))); // at once, whatever the seat still believes
}

void TestPermissions::furtherPostsCountWhileTheyLast()
{
    const CaseId id = addCase(u"analyst"_s, Where::Division);
    const UserPost post{u"u-analyst"_s,
                        u"filer"_s,
                        u"110101001"_s,
                        u"U1"_s,
                        QDate(2026, 11, 20),
                        QDate(2026, 11, 21)};
    QVERIFY(mStore->access().write(QList<UserPost>{post}));
    const User filer = inPost(userOf(u"analyst"_s), post);
    const auto mayFile = [&](Instant at) {
        mStore->actAs(filer, at);
        const Result<void> done = tryStep(filer, CaseAction::File, id);
        mStore->actAs(std::nullopt, {});
        return done.isOk() || done.error().code == ErrorCode::Conflict; // a second time
    };
    QVERIFY(!mayFile(testStart() - std::chrono::days(2)));
    QVERIFY(mayFile(testStart()));
    QVERIFY(!mayFile(testStart() + std::chrono::days(2)));
}

void TestPermissions::listsLeaveOutWhatIsNotTheirs()
{
    const QString role = u"handler"_s;
    QHash<Where, CaseId> ids;
    for (const Where where : kWheres) {
        ids.insert(where, addCase(role, where));
    }
    for (const Reach reach : allReaches()) {
        mStore->actAs(std::nullopt, {});
        grant({role, Thing::Case, u"see"_s, reach});
        mStore->actAs(userOf(role), testStart());
        CaseQuery everything;
        everything.openOnly = true;
        QSet<QUuid> listed;
        const Result<QList<Case>> list = mStore->cases().list(everything);
        QVERIFY2(list, list ? "" : qPrintable(list.error().message + list.error().detail));
        for (const Case &one : list.value()) {
            listed.insert(one.id.value);
        }
        QSet<QUuid> visited;
        const auto take = [&](const Case &one, const QList<CaseEvent> &) {
            visited.insert(one.id.value);
            return true;
        };
        QVERIFY(mStore->cases().visitAll(take));
        qsizetype places = 0;
        CasePlaceQuery period;
        period.from = testStart() - std::chrono::days(1);
        period.to = testStart() + std::chrono::days(1);
        QVERIFY(mStore->cases().visitPlaces(period, [&](const CasePlace &) {
            ++places;
            return true;
        }));
        qsizetype meant = 0;
        for (const Where where : kWheres) {
            const bool wanted = isMeant(reach, where);
            meant += wanted ? 1 : 0;
            QCOMPARE(listed.contains(ids.value(where).value), wanted);
            QCOMPARE(visited.contains(ids.value(where).value), wanted);
            QCOMPARE(mStore->cases().events(ids.value(where)).isOk(), wanted);
            QCOMPARE(mStore->cases().attachments(ids.value(where)).isOk(), wanted);
        }
        QCOMPARE(places, meant);
        QCOMPARE(mStore->cases().countRegistered(period.from, period.to).value(), meant);
    }
}

void TestPermissions::aGrantedStepIsTaken()
{
    // The life cycle names who files; a district lets its leader do it too.
    CaseDesk desk(*mStore, mClock, u"test"_s);
    const CaseId id = addCase(u"leader"_s, Where::Division);
    ActionRequest file;
    file.action = CaseAction::File;
    const User leader = userOf(u"leader"_s);
    QCOMPARE(desk.act(id, file, leader).error().code, ErrorCode::Refused);
    grant({u"leader"_s, Thing::Case, u"file"_s, Reach::Division});
    mStore->actAs(leader, testStart());
    const Result<Case> filed = desk.act(id, file, leader);
    QVERIFY2(filed, filed ? "" : qPrintable(filed.error().message));
    QCOMPARE(filed.value().state, CaseState::Filed);
    // What is taken away is gone, for the filer too.
    mStore->actAs(std::nullopt, {});
    grant({u"filer"_s, Thing::Case, u"file"_s, Reach::None});
    const CaseId other = addCase(u"filer"_s, Where::Division);
    const Result<Case> refused = desk.act(other, file, userOf(u"filer"_s));
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"file"_s), qPrintable(refused.error().message));
}

void TestPermissions::theLastKeeperStays()
{
    AccessDesk desk(*mStore, mClock, userOf(u"admin"_s), u"test"_s);
    User admin = userOf(u"admin"_s);
    admin.isDisabled = true;
    QCOMPARE(desk.save(admin).error().code, ErrorCode::Refused);
    admin = userOf(u"admin"_s);
    admin.role = u"analyst"_s;
    QCOMPARE(desk.save(admin).error().code, ErrorCode::Refused);
    QCOMPARE(desk.set({u"admin"_s, Thing::Role, u"change"_s, Reach::None}).error().code,
             ErrorCode::Refused);
    QVERIFY(!mStore->users().value().isEmpty());
    QCOMPARE(mStore->user(admin.name).value()->role, u"admin"_s);
    User second = userOf(u"leader"_s);
    second.role = u"admin"_s;
    QVERIFY(desk.save(second));
    QVERIFY(desk.save(admin)); // now somebody else keeps the keys
    const QList<AuditRecord> log = mStore->audit().list({}).value();
    QCOMPARE(log.size(), 2); // what was refused changed nothing
    QCOMPARE(log.first().entry.kind, AuditKind::Account);
    QCOMPARE(log.first().entry.actor, u"u-admin"_s);
    QVERIFY(mStore->audit().findings().value().isEmpty());
}

void TestPermissions::nobodyTakesWhatIsNotTheirs()
{
    // A street office of street one, and somebody of the centre who serves the whole district.
    Organisation office{u"S1"_s, {}, u"一街道办"_s, {}, {}, u"110101001"_s, false};
    Organisation centre{u"C"_s, {}, u"中心"_s, {}, {}, {}, false};
    QVERIFY(mStore->write(QList<Organisation>{office, centre}));
    const Person head{u"p-admin"_s, u"主任"_s, u"C"_s, u"010"_s, {}, {}};
    const Person clerk{u"p-clerk"_s, u"科员"_s, u"S1"_s, {}, {}, {}};
    QVERIFY(mStore->write(QList<Person>{head, clerk}));
    mStore->actAs(userOf(u"street"_s), testStart());
    QVERIFY(mStore->write(QList<Person>{clerk}));
    Person taken = head;
    taken.organisation = u"S1"_s;
    QCOMPARE(mStore->write(QList<Person>{taken}).error().code, ErrorCode::Refused);
    centre.division = u"110101001"_s;
    QCOMPARE(mStore->write(QList<Organisation>{centre}).error().code, ErrorCode::Refused);
    // Whoever acts for somebody has their posts: the clerk's account is the street's to lend …
    const QDate from(2026, 11, 1);
    const QDate to(2026, 12, 31);
    QVERIFY(mStore->staff().write(
        QList<Leave>{{u"p-clerk"_s, from, to, LeaveKind::Sick, u"p-street"_s, {}}}));
    // … but not once the clerk has a post for all of the district.
    mStore->actAs(std::nullopt, {});
    QVERIFY(mStore->write(
        QList<User>{{u"u-clerk"_s, u"p-clerk"_s, u"street"_s, u"110101001"_s, {}, false, false}}));
    QVERIFY(mStore->access().write(
        QList<UserPost>{{u"u-clerk"_s, u"admin"_s, {}, {}, QDate(2026, 1, 1), {}}}));
    mStore->actAs(userOf(u"street"_s), testStart());
    QCOMPARE(mStore->staff()
                 .write(QList<Leave>{{u"p-clerk"_s, from, to, LeaveKind::Other, u"p-street"_s, {}}})
                 .error()
                 .code,
             ErrorCode::Refused);
    mStore->actAs(std::nullopt, {});
}

void TestPermissions::whatHasNoPlaceIsGrantedWhole()
{
    AccessDesk desk(*mStore, mClock, userOf(u"admin"_s), u"test"_s);
    for (const Reach reach : {Reach::Own, Reach::Unit, Reach::Division}) {
        QCOMPARE(desk.set({u"leader"_s, Thing::Account, u"change"_s, reach}).error().code,
                 ErrorCode::InvalidInput);
        QVERIFY(desk.set({u"leader"_s, Thing::Case, u"file"_s, reach}));
    }
    QVERIFY(desk.set({u"leader"_s, Thing::Account, u"change"_s, Reach::District}));
}

void TestPermissions::aPostToComeKeepsNobodyIn()
{
    const auto keep = [&](const QString &name) {
        return mStore->accounts().write(
            StoredPassword{{name, false, testStart()}, QByteArray("$argon2id$none")});
    };
    QVERIFY(keep(u"u-admin"_s));
    QVERIFY(keep(u"u-leader"_s));
    QVERIFY(mStore->access().write(
        QList<UserPost>{{u"u-leader"_s, u"admin"_s, {}, {}, QDate(2099, 1, 1), {}}}));
    User admin = userOf(u"admin"_s);
    admin.isDisabled = true;
    if (mStore->accounts().keepsLogins()) {
        QVERIFY(mStore->write(QList<User>{admin})); // a superuser of the server is bound by nothing
        return;
    }
    QCOMPARE(mStore->write(QList<User>{admin}).error().code, ErrorCode::Refused);
    User leader = userOf(u"leader"_s);
    leader.role = u"admin"_s;
    QVERIFY(mStore->write(QList<User>{leader}));
    QVERIFY(mStore->write(QList<User>{admin}));
}

void TestPermissions::previewSaysWhatTheStoreDoes()
{
    for (const Where where : kWheres) {
        addCase(u"handler"_s, where);
    }
    AccessDesk desk(*mStore, mClock, userOf(u"admin"_s), u"test"_s);
    for (const QString &role : builtInRoles()) {
        for (const QString &place : {kHere, kThere}) {
            const AccessPreview preview = desk.preview(userOf(role), place).value();
            for (const PreviewLine &line : preview.lines) {
                const Where far = place == kHere ? Where::Division : Where::Elsewhere;
                QCOMPARE(line.isHere, isMeant(line.reach, far));
                QCOMPARE(line.isPartly, !line.isHere && place == kHere && line.reach > Reach::None);
            }
            const int open = place == kThere ? 0 : role == "handler"_L1 ? 2 : 3;
            QCOMPARE(preview.openCases, open);
        }
    }
    QCOMPARE(desk.preview(userOf(u"filer"_s), u"nowhere"_s).error().code, ErrorCode::InvalidInput);
    AccessDesk nosy(*mStore, mClock, userOf(u"filer"_s), u"test"_s);
    QCOMPARE(nosy.preview(userOf(u"admin"_s), kHere).error().code, ErrorCode::Refused);
}

static const TestRegistration<TestPermissions> registration;

} // namespace gridward

#include "test_permissions.moc"
