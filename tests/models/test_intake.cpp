// SPDX-License-Identifier: GPL-3.0-or-later
// What the call desk asks: what typed text may mean, what may be the same problem, what a picture
// says about itself.
#include "models/domain/innerpoint.h"
#include "models/domain/spokencoordinates.h"
#include "models/service/intakedesk.h"
#include "models/service/photofacts.h"
#include "tests/support/sqlwork.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace gridward {

using std::chrono::hours;
using std::chrono::minutes;

class TestIntake : public QObject
{
    Q_OBJECT

    StoreMaker mMaker;
    std::unique_ptr<SqlStore> mStore;
    PlaceBook mBook;
    const GeoPoint mHere{116.305, 39.905}; ///< where reportStep() puts its cases
    const Instant mNow = testStart() + hours(30);

    bool begin()
    {
        QFETCH_GLOBAL(QString, kind);
        mStore = mMaker.empty(kind);
        mBook = PlaceBook();
        return mStore && fillSmallDistrict(*mStore) && mStore->write(smallPlaces()).isOk() &&
               mStore->write(smallComponents()).isOk() && mStore->write(smallAddresses()).isOk() &&
               mBook.refresh(*mStore).isOk();
    }
    [[nodiscard]] QList<PlaceCandidate> located(const QString &text)
    {
        return mBook.locate(*mStore, text, 12).value();
    }
    bool add(Instant at, quint64 bits, CaseState state, const GeoPoint &place)
    {
        CaseStep report = ::gridward::reportStep(at);
        report.facts.insert(QLatin1String(fact::kLongitude), place.longitude);
        report.facts.insert(QLatin1String(fact::kLatitude), place.latitude);
        const CaseId id = CaseId::make(at, 1, bits);
        if (!mStore->cases().add(id, report)) {
            return false;
        }
        return state == CaseState::Reported ||
               mStore->cases().append(id, 1, stepOf(CaseAction::Refuse, state, at)).isOk();
    }
    [[nodiscard]] QList<SimilarCase> similar(const QString &code)
    {
        return mBook.similar(*mStore, {mHere, CaseKind::Matter, code}, mNow).value();
    }

private slots:
    void initTestCase_data() { addStoreKinds(); }
    void init() { QVERIFY(begin()); }

    void coordinatesAsTheyAreTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("is");
        for (const char *typed : {"116.40,39.92",
                                  "116.40 39.92",
                                  "39.92,116.40",
                                  "39.92N 116.40E",
                                  "E116.40 N39.92",
                                  "116.40E,39.92N",
                                  "东经116.40 北纬39.92",
                                  "北纬39.92，东经116.40",
                                  "116°24'0\" 39°55'12\"",
                                  "116°24′00″E 39°55′12″N",
                                  "东经116度24分，北纬39度55分12秒",
                                  "N39.92E116.40",
                                  " 116.40 , 39.92 "}) {
            QTest::addRow("%s", typed) << QString::fromUtf8(typed) << true;
        }
        for (const char *typed : {"多福巷12号",
                                  "12 5",
                                  "110101001001001",
                                  "116.40",
                                  "200.5,99.1",
                                  "39.92N 40.1N",
                                  "116°70'0\" 39°55'12\"",
                                  "5号楼3单元",
                                  ""}) {
            QTest::addRow("no: %s", typed) << QString::fromUtf8(typed) << false;
        }
    }
    void coordinatesAsTheyAreTyped()
    {
        QFETCH(QString, typed);
        QFETCH(bool, is);
        const std::optional<GeoPoint> point = spokenCoordinates(typed);
        QCOMPARE(point.has_value(), is);
        if (point) {
            QVERIFY(std::abs(point->longitude - 116.40) < 1e-9);
            QVERIFY(std::abs(point->latitude - 39.92) < 1e-9);
        }
    }
    void theDistrictSettlesTheOrder()
    {
        const GeoPoint urumqi{87.6, 43.8};
        QCOMPARE(spokenCoordinates(u"43.8, 87.6"_s, urumqi), std::optional(urumqi));
        QCOMPARE(spokenCoordinates(u"87.6, 43.8"_s, urumqi), std::optional(urumqi));
    }
    void aPointInsideOfAnArea()
    {
        const std::optional<GeoPoint> inside = innerPoint(smallGrids().first().outline);
        QVERIFY(inside);
        QVERIFY(inside->longitude > 116.30 && inside->longitude < 116.31);
        QVERIFY(!innerPoint({}));
        QVERIFY(!innerPoint("nonsense"));
    }

    void whatTextMayMean_data()
    {
        using Kind = PlaceCandidate::Kind;
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("exact");
        const auto row = [](const char *typed, Kind kind, const char *id, bool exact = true) {
            QTest::addRow("%s", typed) << QString::fromUtf8(typed) << static_cast<int>(kind)
                                       << QString::fromUtf8(id) << exact;
        };
        row("多福巷2号", Kind::Address, "a2");
        row("多福巷2", Kind::Address, "a2");
        row("福巷1", Kind::Address, "a1");
        row("巷2号", Kind::Address, "a2");
        row("多福巷 2号", Kind::Address, "a2");
        row("多福巷77号院3单元", Kind::Address, "a2", false); // nobody has entered that door
        row("116.3055,39.9055", Kind::Coordinates, "");
        row("11010101037000002", Kind::Component, "11010101037000002");
        row("1101010103", Kind::Component, "11010101037000001");
        row("110101001001003", Kind::Grid, "110101001001003", false);
        row("第4网格", Kind::Grid, "110101001001004", false);
        row("一社区小学", Kind::KeyPlace, "k1");
        row("一街道", Kind::Division, "110101001", false);
    }
    void whatTextMayMean()
    {
        QFETCH(QString, typed);
        QFETCH(int, kind);
        QFETCH(QString, id);
        QFETCH(bool, exact);
        const QList<PlaceCandidate> found = located(typed);
        QVERIFY(!found.isEmpty());
        QCOMPARE(static_cast<int>(found.first().kind), kind);
        QCOMPARE(found.first().id, id);
        QCOMPARE(found.first().exact, exact);
        QVERIFY(isValid(found.first().place));
        QVERIFY(!found.first().where.isEmpty());
    }
    void whatIsNotThere()
    {
        for (const QString &typed :
             {u""_s, u"   "_s, u"上海外滩"_s, u"999999999"_s, u"%"_s, u"\""_s}) {
            QVERIFY2(located(typed).isEmpty(), qPrintable(typed));
        }
        const QList<PlaceCandidate> outside = located(u"121.5,31.2"_s);
        QCOMPARE(outside.size(), 1);
        QVERIFY(outside.first().grid.isEmpty());
        QVERIFY(mBook.locate(*mStore, u"多福巷"_s, 1).value().size() == 1);
    }
    void aDoorThatNobodyHasEntered()
    {
        const auto door = [this](const char *id, const char *road, const char *number) {
            const QString street = QString::fromUtf8(road);
            const QString house = QString::fromUtf8(number);
            return Address{QString::fromUtf8(id),
                           u"东城区%1%2号"_s.arg(street, house),
                           street,
                           house,
                           smallGrids().first().code,
                           mHere};
        };
        QVERIFY(mStore->write(QList<Address>{door("n1", "工人体育馆七巷", "1"),
                                             door("n2", "工人体育馆路", "10"),
                                             door("n3", "东环南巷", "23"),
                                             door("n4", "东环南巷", "71"),
                                             door("n5", "珠市口东大街", "8")}));
        // Another street, however much of its name is the same: kilometres away.
        for (const QString &typed : {u"体育馆路11号"_s, u"体育馆路zzlm"_s, u"口东大街9号"_s}) {
            QVERIFY2(located(typed).isEmpty(), qPrintable(typed));
        }
        // The same street: the nearest number first, and said so.
        for (const QString &typed :
             {u"东环南巷99号"_s, u"东城区东环南巷99号院2单元"_s, u"东四街道东环南巷甲99号"_s}) {
            const QList<PlaceCandidate> found = located(typed);
            QCOMPARE(found.size(), 2);
            QCOMPARE(found.first().id, u"n4"_s);
            QVERIFY(!found.first().exact && !found.last().exact);
        }
        QCOMPARE(located(u"东环南巷25号"_s).first().id, u"n3"_s);
        QCOMPARE(located(u"珠市口东大街11号"_s).first().id, u"n5"_s);
    }
    void followsWhatIsImported()
    {
        QVERIFY(located(u"新开路"_s).isEmpty());
        Address moved = smallAddresses().first();
        moved.text = u"新开路9号"_s;
        QVERIFY(mStore->write(QList<Address>{moved}));
        QCOMPARE(located(u"新开路"_s).size(), 1);
        QVERIFY(located(u"多福巷1号"_s).isEmpty() || located(u"多福巷1号"_s).first().id != u"a1"_s);
        KeyPlace place = smallPlaces().first();
        place.id = u"k9"_s;
        place.name = u"新开医院"_s;
        QVERIFY(mStore->write(QList<KeyPlace>{place}));
        QVERIFY(mBook.refresh(*mStore));
        QCOMPARE(located(u"新开医院"_s).first().id, u"k9"_s);
    }
    void theExactDoorOfALongRoad()
    {
        // Number 12 comes after 120 to 129, 1200 to 1299 and all others, in the file and by its id.
        QList<Address> addresses;
        constexpr int count = 2'000;
        for (int i = count; i > 0; --i) {
            addresses.append({u"z%1"_s.arg(count - i, 6, 10, QLatin1Char('0')),
                              u"建国路%1号"_s.arg(i),
                              u"建国路"_s,
                              QString::number(i),
                              smallGrids().at(i > 5 ? 0 : 1).code,
                              mHere});
        }
        QVERIFY(mStore->write(addresses));
        for (const QString &typed : {u"建国路12"_s, u"建国路12号"_s, u"国路 12"_s}) {
            const QList<PlaceCandidate> found = located(typed);
            QVERIFY2(!found.isEmpty(), qPrintable(typed));
            QCOMPARE(found.first().title, u"建国路12号"_s);
        }
        // What else is asked counts before anything is left out.
        PlaceQuery query;
        query.text = u"建国路"_s;
        query.grid = smallGrids().at(1).code;
        QCOMPARE(mStore->addresses(query).value().size(), 5);
        query.grid.clear();
        query.after = u"z001989"_s;
        QCOMPARE(mStore->addresses(query).value().size(), 10);
    }
    void looksNeverGrowWithTheDistrict()
    {
        // Of a text that names thousands, 500 addresses are looked at, 1,500 if it ends with a
        // number; going through all of them takes more than eight steps each.
        constexpr qint64 kMost = 60'000;
        constexpr int count = 20'000;
        QList<Address> addresses;
        QList<Component> components;
        for (int i = 0; i < count; ++i) {
            addresses.append({u"x%1"_s.arg(i),
                              u"长安街%1号"_s.arg(i),
                              u"长安街"_s,
                              QString::number(i),
                              smallGrids().first().code,
                              mHere});
            Component component = smallComponents().first();
            component.code = u"11010101038%1"_s.arg(i, 6, 10, QLatin1Char('0'));
            components.append(component);
        }
        QVERIFY(mStore->write(addresses));
        QVERIFY(mStore->write(components));
        SqlConnection &connection = mStore->connection();
        if (connection.isServer()) { // as it does by itself within a minute
            QVERIFY(connection.execute(u"ANALYZE addresses, components"_s));
        }
        for (const QString &typed : {u"长安街"_s,
                                     u"长安街777号"_s,
                                     u"长安街1"_s, // half of them
                                     u"长安街77x"_s,
                                     u"长安街77号x"_s,
                                     u"长安街99999号"_s,
                                     u"没有这条路"_s,
                                     u"11010101038000777"_s,
                                     u"110101010380007"_s,
                                     u"11010101039"_s}) {
            const SqlWork work(connection);
            QVERIFY(mBook.locate(*mStore, typed, 12).isOk());
            const qint64 steps = work.steps();
            QVERIFY2(steps < kMost, qPrintable(u"%1: %2 steps"_s.arg(typed).arg(steps)));
        }
    }

    void whatMayBeTheSame()
    {
        const GeoPoint near{mHere.longitude + 0.0003, mHere.latitude}; // 26 m
        const GeoPoint far{mHere.longitude + 0.001, mHere.latitude};   // 85 m
        QVERIFY(add(mNow - hours(1), 1, CaseState::Reported, mHere));
        QVERIFY(add(mNow - hours(2), 2, CaseState::Reported, near));
        QVERIFY(add(mNow - hours(3), 3, CaseState::Reported, far));
        QVERIFY(add(mNow - hours(4), 4, CaseState::Refused, mHere));
        QVERIFY(add(mNow - hours(25), 5, CaseState::Reported, mHere));
        for (const QString &code : {u"06010"_s, QString()}) {
            const QList<SimilarCase> found = similar(code);
            QCOMPARE(found.size(), 2);
            QVERIFY(found.at(0).metres < 1.0);
            QVERIFY(found.at(1).metres > 20.0 && found.at(1).metres < kSimilarMetres);
        }
        QVERIFY(similar(u"06011"_s).isEmpty());
        const auto component =
            mBook.similar(*mStore, {mHere, CaseKind::Component, u"06010"_s}, mNow).value();
        QVERIFY(component.isEmpty());
    }
    void acrossTheBorderOfAGrid()
    {
        // 10 m west and 10 m east of the border between the first grid and the second.
        const GeoPoint west{116.30988, 39.905};
        const GeoPoint east{116.31012, 39.905};
        CaseStep report = reportStep(mNow - hours(1));
        report.facts.insert(QLatin1String(fact::kLongitude), east.longitude);
        report.facts.insert(QLatin1String(fact::kLatitude), east.latitude);
        report.facts.insert(u"grid"_s, smallGrids().at(1).code);
        QVERIFY(mStore->cases().add(CaseId::make(mNow - hours(1), 1, 1), report));
        QCOMPARE(mBook.similar(*mStore, {west}, mNow).value().size(), 1);
    }
    void oldCasesAreNotLookedAt()
    {
        QHash<QString, qint64> few;
        for (const int old : {200, 2'000}) {
            QVERIFY(begin());
            for (int i = 0; i < old; ++i) {
                QVERIFY(add(testStart() - hours(48) + minutes(i),
                            static_cast<quint64>(i) + 1,
                            CaseState::Reported,
                            mHere));
            }
            QVERIFY(add(mNow - hours(1), 99'999, CaseState::Reported, mHere));
            for (const QString &code : {u"06010"_s, QString()}) {
                const SqlWork work(mStore->connection());
                const auto found = similar(code);
                QVERIFY(found.size() >= 1);
                const qint64 before = few.value(code, work.steps());
                few.insert(code, before);
                QVERIFY2(work.steps() <= before * 2 + 500,
                         qPrintable(u"%1: %2 then %3"_s.arg(code).arg(before).arg(work.steps())));
            }
        }
    }
    void usualClassesAreCounted()
    {
        QVERIFY(addCases(*mStore, 5));
        QCOMPARE(usualClasses(*mStore).value().value(u"matter/06010"_s), 5);
    }

    void whatPicturesSay_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("placed");
        QTest::addColumn<QString>("taken");
        QTest::newRow("place and local time")
            << u"placed.jpg"_s << true << u"2026-11-21T06:30:00.000Z"_s;
        QTest::newRow("south west, with an offset")
            << u"offset.jpg"_s << true << u"2026-11-21T06:30:00.000Z"_s;
        QTest::newRow("only a time") << u"nowhere.jpg"_s << false << u"2026-11-20T01:00:00.000Z"_s;
        QTest::newRow("a camera without a fix") << u"zero.jpg"_s << false << QString();
        QTest::newRow("nonsense") << u"broken.jpg"_s << true << QString();
        QTest::newRow("nothing") << u"plain.jpg"_s << false << QString();
    }
    void whatPicturesSay()
    {
        QFETCH(QString, file);
        QFETCH(bool, placed);
        QFETCH(QString, taken);
        QFile photo(QStringLiteral(GRIDWARD_TEST_DATA "/photos/") + file);
        QVERIFY(photo.open(QIODevice::ReadOnly));
        const Result<PhotoFacts> facts =
            readPhotoFacts(photo.readAll(), QTimeZone("Asia/Shanghai"));
        QVERIFY(facts);
        QCOMPARE(facts.value().mediaType, u"image/jpeg"_s);
        QCOMPARE(facts.value().place.has_value(), placed);
        QCOMPARE(facts.value().takenAt ? toIsoText(*facts.value().takenAt) : QString(), taken);
        if (file == "placed.jpg"_L1) {
            QVERIFY(groundDistance(*facts.value().place, {116.301, 39.901}) < 1.0);
        } else if (file == "offset.jpg"_L1) {
            QVERIFY(groundDistance(*facts.value().place, {-70.25, -33.5}) < 1.0);
        }
    }
    void whatIsNoPicture()
    {
        QFile heic(QStringLiteral(GRIDWARD_TEST_DATA "/photos/apple.heic"));
        QVERIFY(heic.open(QIODevice::ReadOnly));
        const QTimeZone zone = QTimeZone::utc();
        const Result<PhotoFacts> apple = readPhotoFacts(heic.readAll(), zone);
        QCOMPARE(apple.error().code, ErrorCode::Unsupported);
        QVERIFY(apple.error().message.contains(u"JPEG"_s));
        QCOMPARE(readPhotoFacts("%PDF-1.4", zone).error().code, ErrorCode::Unsupported);
        QCOMPARE(readPhotoFacts({}, zone).error().code, ErrorCode::Unsupported);
        QCOMPARE(readPhotoFacts(QByteArray(kLargestPhoto + 1, 'x'), zone).error().code,
                 ErrorCode::InvalidInput);
        QVERIFY(readPhotoFacts("\xFF\xD8\xFFgarbage", zone)); // says nothing, and no harm done
    }
};
static const TestRegistration<TestIntake> sRegistration;

} // namespace gridward

#include "test_intake.moc"
