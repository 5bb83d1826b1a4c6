// SPDX-License-Identifier: GPL-3.0-or-later
// What the call desk makes of a place, a class and a telephone number: whose words stand where, and
// what is said of what nobody knows.
#include "tests/support/intakebench.h"
#include "tests/support/testregistry.h"
#include "ui/panels/suggestfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gridward {

class TestIntakePlace : public QObject
{
    Q_OBJECT

    static QLineEdit *line(const IntakeBench &b, const QString &name)
    {
        return b.form().findChild<QLineEdit *>(name);
    }
    static QString level(const IntakeBench &b)
    {
        return b.form().findChild<QLabel *>(u"caseNotice"_s)->property("level").toString();
    }
    static void click(IntakeBench &b, const GeoPoint &place)
    {
        emit b.map.picked(MapPick{place, {}, {}, {}, {}});
    }

private slots:
    void theNextCallComesFromTheUsualSource()
    {
        IntakeBench b;
        auto *source = b.form().findChild<QComboBox *>(u"intakeSource"_s);
        auto *keep = b.form().findChild<QCheckBox *>(u"intakeKeepSource"_s);
        fillReport(b);
        source->setCurrentIndex(source->findData(toId(CaseSource::App)));
        b.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(b.district.reports.last().source, CaseSource::App);
        QCOMPARE(source->currentData().toString(), toId(CaseSource::Hotline));
        // Unless one has a pile of them.
        fillReport(b);
        source->setCurrentIndex(source->findData(toId(CaseSource::App)));
        keep->setChecked(true);
        b.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(b.district.reports.size(), 2);
        QCOMPARE(source->currentData().toString(), toId(CaseSource::App));
        // Whoever sits down next has not asked for that.
        b.district.setUser(u"acceptor2"_s);
        QCOMPARE(source->currentData().toString(), toId(CaseSource::Hotline));
    }
    void theNearestDoorIsNotWhatTheCallerTold()
    {
        IntakeBench b;
        click(b, {116.4, 39.9});
        QCOMPARE(b.form().address(), u"near 多福巷1号"_s);
        b.desk.reset();
        b.make();
        QCOMPARE(b.form().address(), u"near 多福巷1号"_s);
        PlaceFacts other = b.district.facts.value();
        other.address = u"东街3号"_s;
        b.district.facts = other;
        click(b, {116.41, 39.9});
        QCOMPARE(b.form().address(), u"near 东街3号"_s); // after a restart as well
        // What somebody types there is theirs.
        line(b, u"intakeAddress"_s)->setFocus();
        line(b, u"intakeAddress"_s)->selectAll();
        b.type(u"opposite of the school"_s);
        b.desk.reset();
        b.make();
        click(b, {116.42, 39.9});
        QCOMPARE(b.form().address(), u"opposite of the school"_s);
    }
    void wordsThatNobodyKnowsStayTheCallers()
    {
        IntakeBench b;
        b.intake.candidates = QList<PlaceCandidate>();
        b.type(u"the old gate"_s);
        QVERIFY(b.located());
        click(b, {116.4, 39.9});
        QCOMPARE(b.form().address(), u"the old gate"_s);
        // So do those of a door that is entered nowhere, when its place is clicked.
        IntakeBench near;
        PlaceCandidate door{
            PlaceCandidate::Kind::Address, u"a1"_s, u"多福巷1号"_s, u"G1"_s, {}, {116.301, 39.901}};
        door.exact = false;
        near.intake.candidates = QList<PlaceCandidate>{door};
        near.type(u"多福巷3"_s);
        QVERIFY(near.located());
        near.key(Qt::Key_Return);
        QCOMPARE(near.form().address(), u"多福巷3"_s);
        click(near, {116.3011, 39.901});
        QCOMPARE(near.form().address(), u"多福巷3"_s);
    }
    void aPlaceThatNobodyKnowsHoldsOneUp()
    {
        IntakeBench b;
        b.intake.candidates = QList<PlaceCandidate>();
        b.type(u"nowhere"_s);
        QVERIFY(b.located());
        const auto *where = b.form().findChild<QLabel *>(u"intakeWhere"_s);
        QCOMPARE(where->property("level").toString(), u"error"_s);
        b.key(Qt::Key_Return);
        QCOMPARE(b.focus(), u"intakePlace"_s);
        QCOMPARE(level(b), u"error"_s);
        QVERIFY(b.notice().contains(u"nowhere"_s));
        b.type(u"x"_s);
        QVERIFY(b.notice().isEmpty()); // it is looked for again
        // Enter was faster than the answer: one is called back, as nothing stands behind it yet.
        b.key(Qt::Key_Return);
        QTRY_COMPARE(b.focus(), u"intakePlace"_s);
        QCOMPARE(level(b), u"error"_s);
    }
    void aClassThatNobodyKnowsTakesNoWords()
    {
        IntakeBench b;
        click(b, {116.4, 39.9});
        QCOMPARE(b.focus(), u"intakeClass"_s);
        b.type(u"qqqq"_s);
        b.key(Qt::Key_Return);
        QCOMPARE(b.focus(), u"intakeText"_s);
        QCOMPARE(level(b), u"error"_s);
        QVERIFY(b.notice().contains(u"qqqq"_s));
        b.type(u"words"_s); // of the caller: they are in their place
        QCOMPARE(b.form().words(), u"words"_s);
        QVERIFY(b.notice().contains(u"qqqq"_s));
        b.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(b.district.reports.isEmpty());
        QCOMPARE(b.focus(), u"intakeClass"_s);
        b.type(u"q"_s);
        QVERIFY(b.notice().isEmpty());
    }
    void theClassIsTakenFromTheListOfOnesWords()
    {
        IntakeBench b;
        click(b, {116.4, 39.9});
        b.type(u"lj"_s);
        b.key(Qt::Key_Escape); // no list
        b.key(Qt::Key_Return);
        QCOMPARE(level(b), u"error"_s);
        b.type(u"words"_s);
        b.key(Qt::Key_Return, Qt::ControlModifier); // opens it again
        QCOMPARE(b.focus(), u"intakeClass"_s);
        QVERIFY(b.form().findChild<SuggestField *>(u"intakeClassSuggest"_s)->isOpen());
        b.key(Qt::Key_Return);
        QVERIFY(b.form().chosenClass());
        QVERIFY2(b.notice().isEmpty(), qPrintable(b.notice())); // it is mended
        QCOMPARE(b.form().words(), u"words"_s);
    }
    void theListFollowsItsField()
    {
        IntakeBench b;
        click(b, {116.4, 39.9});
        b.type(u"bllj"_s);
        const auto *list = b.desk->findChild<QWidget *>(u"suggestPopup"_s);
        for (const QWidget *one : b.desk->findChildren<QWidget *>(u"suggestPopup"_s)) {
            list = one->isVisible() ? one : list;
        }
        QVERIFY(list != nullptr && list->isVisible());
        const QLineEdit *field = line(b, u"intakeClass"_s);
        const auto below = [&] {
            return list->y() - field->mapTo(b.desk.get(), QPoint(0, field->height())).y();
        };
        const int before = below();
        const int at = list->y();
        b.form().setNotice(u"error"_s, u"Something goes wrong meanwhile."_s);
        QTRY_VERIFY(list->y() > at);
        QCOMPARE(below(), before);
        b.key(Qt::Key_Return);
        QVERIFY(b.form().chosenClass());
    }
    void aPlaceOutsideKeepsTheKeyboard()
    {
        IntakeBench b;
        const auto facts = b.district.facts;
        b.district.facts = PlaceFacts{};
        b.type(u"多福巷1"_s);
        QVERIFY(b.located());
        b.key(Qt::Key_Return);
        QVERIFY(b.notice().contains(u"outside"_s));
        QCOMPARE(b.focus(), u"intakePlace"_s);
        b.district.facts = facts;
    }
    void enterMeansWhatStandsThereNow()
    {
        IntakeBench b;
        const auto candidates = b.intake.candidates;
        b.type(u"多福巷1"_s);
        QVERIFY(b.located()); // its list is open
        PlaceCandidate other;
        other.kind = PlaceCandidate::Kind::Address;
        other.title = u"多福巷12号"_s;
        other.place = {116.41, 39.91};
        b.intake.candidates = QList<PlaceCandidate>{other};
        b.type(u"2"_s);
        b.key(Qt::Key_Return); // faster than the answer
        QVERIFY(b.located());
        QCOMPARE(b.intake.located.last(), u"多福巷12"_s);
        QCOMPARE(b.form().place(), std::optional(other.place));
        b.intake.candidates = candidates;
    }
    void theDistrictIsThereToClickAfterAPlaceOutside()
    {
        IntakeBench b;
        const PlaceFacts inside = b.district.facts.value();
        b.district.facts = PlaceFacts{};
        const int before = b.map.zoomedToAll;
        click(b, {116.05, 40.35});
        QVERIFY(b.located());
        QCOMPARE(b.map.zoomedToAll, before + 1);
        b.district.facts = inside;
        const qsizetype shown = b.map.shown.size();
        click(b, {116.4, 39.9});
        QVERIFY(b.located());
        QVERIFY(b.map.shown.mid(shown).contains(std::pair(MapThing::Grid, u"G1"_s))); // near again
        QCOMPARE(b.map.zoomedToAll, before + 1);
    }
    void theButtonsStayOnALowScreen()
    {
        IntakeBench b;
        b.district.facts = PlaceFacts{};
        b.desk->resize(1366, 560);
        click(b, {116.05, 40.35}); // with two lines about it at the head
        QVERIFY(b.located());
        for (const QString &name : {u"intakeSend"_s, u"intakeDiscard"_s}) {
            const auto *button = b.form().findChild<QPushButton *>(name);
            const QRect place(button->mapTo(b.desk.get(), QPoint()), button->size());
            QVERIFY2(b.desk->rect().contains(place), qPrintable(name));
            QCOMPARE(button->visibleRegion().boundingRect(), button->rect());
        }
    }
    void aLongClassKeepsItsCode()
    {
        IntakeBench b;
        CatalogueEntry entry;
        entry.key = {defaultScheme(), CaseKind::Matter, u"06010"_s};
        entry.name = QString(40, u'构');
        b.intake.finder = ClassFinder::make({entry});
        emit b.district.districtChanged();
        QTRY_VERIFY(b.located());
        auto *field = b.form().findChild<QLineEdit *>(u"intakeClass"_s);
        const auto *unknown = b.form().findChild<QLabel *>(u"intakeUnknownClass"_s);
        field->setFocus();
        b.type(u"zzlm"_s);
        QVERIFY(unknown->isVisible()); // not only when Enter is pressed
        field->clear();
        b.type(u"06010"_s);
        QVERIFY(!unknown->isVisible());
        b.key(Qt::Key_Return);
        QVERIFY2(field->text().endsWith(u"…  06010"_s), qPrintable(field->text()));
        QVERIFY(field->fontMetrics().horizontalAdvance(field->text()) < field->width());
        QCOMPARE(b.form().chosenClass()->name, entry.name);
    }
    void anAreaIsShownForItself()
    {
        IntakeBench b;
        const auto near = b.intake.candidates;
        b.type(u"多福巷1"_s);
        QVERIFY(b.located());
        b.key(Qt::Key_Return);
        PlaceCandidate area{PlaceCandidate::Kind::Division, u"S1"_s, u"一街道"_s, {}, {}, {}};
        area.exact = false;
        b.form().clear();
        b.form().focusPlace();
        b.intake.candidates = QList<PlaceCandidate>{area};
        b.type(u"一街"_s);
        QVERIFY(b.located());
        b.key(Qt::Key_Return);
        QCOMPARE(b.map.shown.last().first, MapThing::Division);
        b.intake.candidates = near;
        b.form().clear();
        b.form().focusPlace();
        const qsizetype before = b.map.shown.size();
        b.type(u"多福巷1"_s);
        QVERIFY(b.located());
        b.key(Qt::Key_Return);
        // As near as the first one was.
        QVERIFY(b.map.shown.mid(before).contains(std::pair(MapThing::Grid, u"G1"_s)));
        QCOMPARE(b.map.shown.last().first, MapThing::Place);
    }
    void oneComesBackToTheFieldOneLeft()
    {
        IntakeBench b;
        b.type(u"多福巷1"_s);
        QVERIFY(b.located());
        b.key(Qt::Key_Return);
        b.type(u"bllj"_s);
        b.key(Qt::Key_Return);
        b.type(u"wor"_s);
        b.desk->hide();
        b.desk->show();
        QApplication::setActiveWindow(b.desk.get());
        QCOMPARE(b.focus(), u"intakeText"_s);
        b.type(u"ds"_s);
        QCOMPARE(b.form().words(), u"words"_s);
        b.form().focusPlace();
        line(b, u"intakePlace"_s)->deselect();
        b.desk->hide();
        b.desk->show();
        QApplication::setActiveWindow(b.desk.get());
        QCOMPARE(b.focus(), u"intakePlace"_s);
        b.type(u"x"_s); // whatever the next key is, it wipes nothing
        QVERIFY(line(b, u"intakePlace"_s)->text().contains(u"多福巷1"_s));
    }
    void whoSignsInHasTheKeyboardInTheForm()
    {
        IntakeBench b;
        b.district.who = User{}; // the district is not open yet
        b.desk.reset();
        b.desk = std::make_unique<IntakeWorkspace>(IntakeWorkspace::Parts{
            b.district, b.cases, b.intake, b.personal, b.drafts, b.map, IntakeBench::mapStandIn()});
        b.desk->show();
        QApplication::setActiveWindow(b.desk.get());
        QVERIFY(!line(b, u"intakePlace"_s)->isEnabled());
        b.district.who.role = u"acceptor"_s;
        b.district.setUser(u"acceptor2"_s);
        QCOMPARE(b.focus(), u"intakePlace"_s);
    }
    void whatComesBackIsGoneOnWith()
    {
        IntakeBench b;
        fillReport(b);
        b.desk.reset();
        b.desk = std::make_unique<IntakeWorkspace>(IntakeWorkspace::Parts{
            b.district, b.cases, b.intake, b.personal, b.drafts, b.map, IntakeBench::mapStandIn()});
        b.desk->resize(1366, 768);
        b.desk->show();
        QApplication::setActiveWindow(b.desk.get());
        QCOMPARE(b.form().words(), u"words"_s);
        QCOMPARE(b.focus(), u"intakeText"_s);
        b.type(u" go on"_s);
        b.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(b.district.reports.size(), 1);
        QCOMPARE(b.district.reports.first().text, u"words go on"_s);
    }
    void theMapRegistersToo()
    {
        IntakeBench b;
        fillReport(b);
        auto *map = b.desk->findChild<QWidget *>(u"mapStandIn"_s);
        map->setFocusPolicy(Qt::StrongFocus);
        map->setFocus();
        b.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(b.district.reports.size(), 1);
    }
    void theFirstThatIsMissingIsGoneTo()
    {
        IntakeBench b;
        const auto facts = b.district.facts;
        b.district.facts = PlaceFacts{};
        click(b, {10.0, 20.0});
        const auto *where = b.form().findChild<QLabel *>(u"intakeWhere"_s);
        QCOMPARE(where->property("level").toString(), u"error"_s);
        b.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(b.focus(), u"intakePlace"_s); // not the class
        QVERIFY(b.notice().contains(u"inside"_s));
        b.type(u"多"_s);
        QVERIFY2(b.notice().isEmpty(), qPrintable(b.notice()));
        b.district.facts = facts;
    }
    void whatAPlaceIsCalledStandsInItsField()
    {
        IntakeBench b;
        b.type(u"1101010103"_s);
        QVERIFY(b.located());
        b.key(Qt::Key_Down);
        b.key(Qt::Key_Return);
        QCOMPARE(line(b, u"intakePlace"_s)->text(), u"路灯  11010101037000002"_s);
        // The class came with it, and nobody types over it.
        QCOMPARE(b.focus(), u"intakeText"_s);
        QVERIFY(b.form().chosenClass());

        PlaceCandidate park{
            PlaceCandidate::Kind::KeyPlace, u"p1"_s, u"东单公园"_s, u"G1"_s, {}, {116.3, 39.9}};
        park.exact = false;
        b.form().clear();
        b.form().focusPlace();
        b.intake.candidates = QList<PlaceCandidate>{park};
        b.type(u"东单"_s);
        QVERIFY(b.located());
        b.key(Qt::Key_Return);
        QCOMPARE(line(b, u"intakePlace"_s)->text(), u"东单公园"_s);
    }
    void theHintOfAnAreaGoesWhenOneTypesOn()
    {
        IntakeBench b;
        PlaceCandidate area{PlaceCandidate::Kind::Division, u"S1"_s, u"一街道"_s, {}, {}, {}};
        area.exact = false;
        b.intake.candidates = QList<PlaceCandidate>{area};
        b.type(u"一街"_s);
        QVERIFY(b.located());
        b.key(Qt::Key_Return);
        QCOMPARE(level(b), u"info"_s);
        QCOMPARE(b.map.shown.last(), std::pair(MapThing::Division, u"S1"_s));
        b.type(u"道"_s);
        QVERIFY(b.notice().isEmpty());
    }
    void aTelephoneNumberIsOne_data()
    {
        QTest::addColumn<QString>("phone");
        QTest::addColumn<bool>("valid");
        QTest::newRow("mobile") << u"138 0013 8000"_s << true;
        QTest::newRow("abroad") << u"+41-44-000"_s << true;
        QTest::newRow("full width") << u"１３８"_s << true;
        QTest::newRow("none") << QString() << true;
        QTest::newRow("words") << u"ask at the gate"_s << false;
        QTest::newRow("extension") << u"010-1234#5"_s << false;
    }
    void aTelephoneNumberIsOne()
    {
        QFETCH(QString, phone);
        QFETCH(bool, valid);
        IntakeBench b;
        auto *field = line(b, u"reportCallerPhone"_s);
        QVERIFY(field->isVisible());
        fillReport(b);
        field->setFocus();
        b.type(phone);
        const auto *said = b.form().findChild<QLabel *>(u"fieldError"_s);
        QCOMPARE(said->isVisible(), !valid);
        b.form().focusPlace();
        b.key(Qt::Key_Return, Qt::ControlModifier);
        const qsizetype sent = b.district.reports.size() + b.personal.reports.size();
        QCOMPARE(sent, valid ? 1 : 0);
        if (!valid) {
            QCOMPARE(b.focus(), u"reportCallerPhone"_s);
            QStringList saying; // below the field, once
            for (const QLabel *label : b.form().findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().contains(u"digits"_s)) {
                    saying.append(label->objectName());
                }
            }
            QCOMPARE(saying, QStringList(u"fieldError"_s));
        }
    }
};
static const TestRegistration<TestIntakePlace> sRegistration;

} // namespace gridward

#include "test_intakeplace.moc"
