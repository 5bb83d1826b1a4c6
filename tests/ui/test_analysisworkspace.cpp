// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeanalysis.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/testregistry.h"
#include "ui/panels/heatlegendbar.h"
#include "ui/theme/theme.h"
#include "ui/workspaces/analysisworkspace.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gridward {

namespace {

using State = AnalysisWorkspace::State;

Instant now()
{
    return instantFromIso(u"2026-11-20T08:00:00Z").value();
}

CatalogueEntry entryOf(CaseKind kind, const QString &code, const QString &name)
{
    CatalogueEntry entry;
    entry.key = {u"GBT47678.5-2026"_s, kind, code};
    entry.majorCode = code.left(2);
    entry.majorName = u"大类"_s + entry.majorCode;
    entry.name = name;
    return entry;
}

/** Twelve cases without a place and two with one. */
struct Ground
{
    Ground()
    {
        district.time.set(now());
        district.storeInfo.name = u"试验区"_s;
        district.entries = {entryOf(CaseKind::Matter, u"06010"_s, u"路面破损"_s),
                            entryOf(CaseKind::Matter, u"01002"_s, u"乱堆物料"_s),
                            entryOf(CaseKind::Component, u"01001"_s, u"供水井盖"_s)};
        district.points = {{116.30, 116.31}, {39.90, 39.91}, 12};
    }
    FakeDistrict district;
    FakeAnalysis analysis;
};

/** The workspace over fakes. */
struct Bench : Ground
{
    Bench()
    {
        workspace.resize(1000, 700);
        workspace.show();
    }
    /** Once the places were read: the surface is there. */
    bool complete(qint64 cases = 2)
    {
        HeatFacts facts;
        facts.cases = cases;
        facts.withoutPlace = 12;
        facts.radiusMetres = 300.0;
        facts.pixelMetres = 20.0;
        facts.highest = 123.4;
        facts.epsg = 32650;
        emit analysis.surfaceCompleted(facts);
        return workspace.state() == (cases > 0 ? State::Ready : State::Empty);
    }
    template <typename T>
    T *part(const char *name)
    {
        return workspace.findChild<T *>(QString::fromLatin1(name));
    }
    QString words(const char *name) { return part<QLabel>(name)->text(); }
    bool isShown(const char *name) { return part<QWidget>(name)->isVisible(); }
    /** The question that follows a change of the filter. */
    CasePlaceQuery nextQuery(const std::function<void()> &change)
    {
        const qsizetype before = district.pointQueries.size();
        change();
        return QTest::qWaitFor([&] { return district.pointQueries.size() > before; }, 5000)
                   ? district.pointQueries.last()
                   : CasePlaceQuery{};
    }

    AnalysisWorkspace workspace{district, analysis, new QWidget};
};

} // namespace

class TestAnalysisWorkspace : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void asksForTheLastThirtyDaysFirst()
    {
        Bench b;
        QCOMPARE(b.district.pointQueries.size(), 1);
        const CasePlaceQuery query = b.district.pointQueries.first();
        QCOMPARE(query.from, now() - std::chrono::days(30));
        QVERIFY(query.to > now() && query.to <= now() + 1s); // this very moment is in it
        QVERIFY(!query.kind && query.classCode.isEmpty() && query.street.isEmpty());
        QVERIFY(!query.openOnly);
        QCOMPARE(b.workspace.state(), State::Loading);
        QTRY_COMPARE(b.analysis.points.size(), 1);
        QCOMPARE(b.analysis.points.first().longitudes.size(), 2);
        QCOMPARE(b.analysis.orders.last().recipe.bandwidth, 300.0);
    }
    void asksForNothingWhileHidden()
    {
        FakeDistrict district;
        FakeAnalysis analysis;
        AnalysisWorkspace workspace(district, analysis, new QWidget);
        workspace.refresh();
        QVERIFY(district.pointQueries.isEmpty());
        workspace.show();
        QCOMPARE(district.pointQueries.size(), 1);
    }
    void periods_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<int>("days");
        QTest::newRow("24 hours") << 0 << 1;
        QTest::newRow("7 days") << 1 << 7;
        QTest::newRow("90 days") << 3 << 90;
    }
    void periods()
    {
        QFETCH(int, index);
        QFETCH(int, days);
        Bench b;
        const CasePlaceQuery query =
            b.nextQuery([&] { b.part<QComboBox>("analysisPeriod")->setCurrentIndex(index); });
        QCOMPARE(query.from, now() - std::chrono::days(days));
        QVERIFY(!b.isShown("analysisFrom"));
    }
    void daysAreThoseOfTheDistrict()
    {
        Bench b;
        b.part<QComboBox>("analysisPeriod")->setCurrentIndex(4);
        QVERIFY(b.isShown("analysisFrom"));
        auto *from = b.part<QDateEdit>("analysisFrom");
        auto *to = b.part<QDateEdit>("analysisTo");
        QCOMPARE(to->date(), QDate(2026, 11, 20));
        const CasePlaceQuery query = b.nextQuery([&] {
            from->setDate({2026, 11, 1});
            to->setDate({2026, 11, 10});
        });
        QCOMPARE(query.from, instantFromIso(u"2026-11-01T00:00:00+08:00").value());
        QCOMPARE(query.to, instantFromIso(u"2026-11-11T00:00:00+08:00").value());
        // The last day is never before the first.
        from->setDate({2026, 11, 15});
        QCOMPARE(to->date(), QDate(2026, 11, 15));
        to->setDate({2026, 11, 2});
        QCOMPARE(from->date(), QDate(2026, 11, 2));
    }
    void kindClassAndOpen()
    {
        Bench b;
        auto *classes = b.part<QComboBox>("analysisClass");
        QTRY_COMPARE(classes->count(), 7); // all, three major classes, three classes
        CasePlaceQuery query =
            b.nextQuery([&] { b.part<QComboBox>("analysisKind")->setCurrentIndex(1); });
        QCOMPARE(query.kind, CaseKind::Matter);
        QCOMPARE(classes->count(), 5);
        query = b.nextQuery([&] { b.part<QCheckBox>("analysisOpenOnly")->setChecked(true); });
        QVERIFY(query.openOnly);
        query = b.nextQuery([&] {
            classes->setFocus();
            classes->lineEdit()->selectAll();
            QTest::keyClicks(classes, u"6010"_s);
            QCOMPARE(classes->completer()->completionCount(), 1);
            QTest::keyClick(classes, Qt::Key_Return);
        });
        QCOMPARE(query.classCode, u"06010"_s);
        QCOMPARE(query.kind, CaseKind::Matter);
        QVERIFY(classes->lineEdit()->text().startsWith(u"06010"_s));

        // Words that choose nothing do not stay.
        const QString chosen = classes->lineEdit()->text();
        classes->lineEdit()->setText(u"no such class"_s);
        QTest::keyClick(classes->lineEdit(), Qt::Key_Return);
        QCOMPARE(classes->lineEdit()->text(), chosen);
        query = b.nextQuery([&] {
            classes->lineEdit()->clear();
            b.part<QSpinBox>("radiusMetres")->setFocus();
            QTest::keyClick(classes->lineEdit(), Qt::Key_Return);
        });
        QCOMPARE(query.classCode, QString());
    }
    void majorClassIsTheBeginningOfACode()
    {
        Bench b;
        auto *classes = b.part<QComboBox>("analysisClass");
        QTRY_COMPARE(classes->count(), 7);
        const int major = classes->findText(u"06 "_s, Qt::MatchStartsWith);
        const CasePlaceQuery query = b.nextQuery([&] {
            classes->setCurrentIndex(major);
            emit classes->activated(major);
        });
        QCOMPARE(query.classCode, u"06"_s);
        QCOMPARE(query.kind, CaseKind::Matter);
    }
    void countsAndSaysWhatIsMissing()
    {
        Bench b;
        QTRY_COMPARE(b.analysis.points.size(), 1);
        QVERIFY(b.complete(2));
        QVERIFY(b.words("analysisCount").contains(u"2"_s));
        QVERIFY(b.isShown("analysisMissing"));
        QVERIFY(b.words("analysisMissing").contains(u"12"_s));
        QVERIFY(b.words("analysisAsOf").contains(u"2026-11-20 16:00"_s)); // in Beijing
        QVERIFY(b.words("analysisDetails").contains(u"32650"_s));
        QVERIFY(b.isShown("heatLegend") && !b.isShown("mapNotice"));
        emit b.analysis.legendChanged(
            {u"cases per km²"_s, {{0.0, 0U, true}, {1000.0, 0xff00ff00U, true}}});
        QVERIFY(b.part<HeatLegendBar>("heatLegend")->accessibleName().contains(u"km²"_s));
        QVERIFY(b.part<HeatLegendBar>("heatLegend")->accessibleDescription().contains(u"1,000"_s));
    }
    void filesAreNeverScrolledAway()
    {
        Bench b;
        b.workspace.resize(1270, 560);
        QCoreApplication::processEvents();
        for (const char *name : {"exportGeoTiff", "exportPng", "exportPdf"}) {
            const auto *button = b.part<QPushButton>(name);
            QCOMPARE(button->visibleRegion().boundingRect(), button->rect());
        }
    }
    void saysThatNothingMatches()
    {
        Bench b;
        b.district.points = {};
        b.workspace.refresh();
        QTRY_VERIFY(!b.analysis.points.isEmpty() && b.analysis.points.last().longitudes.isEmpty());
        QVERIFY(b.complete(0));
        QVERIFY(b.isShown("mapNotice") && !b.isShown("heatLegend"));
        QVERIFY(!b.part<QPushButton>("exportPdf")->isEnabled());
    }
    void saysWhatWentWrongAndTriesAgain()
    {
        Bench b;
        QTRY_COMPARE(b.analysis.points.size(), 1);
        emit b.analysis.failed({ErrorCode::Internal, u"it is broken"_s, {}});
        QCOMPARE(b.workspace.state(), State::Failed);
        QCOMPARE(b.words("mapNoticeText"), u"it is broken"_s);
        QVERIFY(b.isShown("mapNoticeAction"));
        const qsizetype before = b.district.pointQueries.size();
        b.part<QPushButton>("mapNoticeAction")->click();
        QCOMPARE(b.district.pointQueries.size(), before + 1);
        QCOMPARE(b.workspace.state(), State::Loading);
        emit b.analysis.failed({ErrorCode::Cancelled, u"stopped"_s, {}});
        QCOMPARE(b.workspace.state(), State::Stopped);
    }
    void loadingShowsAndStops()
    {
        Bench b;
        QTRY_COMPARE(b.analysis.points.size(), 1);
        QTRY_VERIFY(b.isShown("loadingState")); // only when it takes a while
        QVERIFY(!b.part<QPushButton>("exportGeoTiff")->isEnabled());
        b.part<QToolButton>("loadingStop")->click();
        QCOMPARE(b.analysis.cancelled, 1);
        QVERIFY(b.complete());
        QVERIFY(!b.isShown("loadingState"));
        QVERIFY(b.part<QPushButton>("exportGeoTiff")->isEnabled());
    }
    void staleIsSaid()
    {
        Bench b;
        QTRY_COMPARE(b.analysis.points.size(), 1);
        QVERIFY(b.complete());
        b.district.storeState = StoreState::Stale;
        emit b.district.stateChanged(StoreState::Stale);
        QVERIFY(b.isShown("staleState"));
        QCOMPARE(b.workspace.state(), State::Ready); // what was read stays
        b.district.storeState = StoreState::Live;
        emit b.district.stateChanged(StoreState::Live);
        QVERIFY(!b.isShown("staleState"));
        b.district.storeState = StoreState::None;
        emit b.district.stateChanged(StoreState::None);
        QCOMPARE(b.workspace.state(), State::NoStore);
    }
    void radiusIsOneThing()
    {
        Bench b;
        QTRY_COMPARE(b.analysis.points.size(), 1);
        QVERIFY(b.complete());
        const qsizetype questions = b.district.pointQueries.size();
        b.part<QSlider>("radiusSlider")->setValue(10);
        QCOMPARE(b.part<QSpinBox>("radiusMetres")->value(), 500);
        QTRY_COMPARE(b.analysis.orders.last().recipe.bandwidth, 500.0);
        QCOMPARE(b.workspace.state(), State::Loading);
        b.part<QSpinBox>("radiusMetres")->setValue(4321); // beyond the slider
        QTRY_COMPARE(b.analysis.orders.last().recipe.bandwidth, 4321.0);
        QCOMPARE(b.district.pointQueries.size(), questions); // the same cases
        QVERIFY(b.complete());
        b.part<QComboBox>("heatRamp")->setCurrentIndex(1);
        QCOMPARE(b.analysis.orders.last().ramp, HeatRamp::Magma);
    }
    void exportsWhatIsShown()
    {
        Bench b;
        QTemporaryDir folder;
        QTRY_COMPARE(b.analysis.points.size(), 1);
        QVERIFY(b.complete());
        b.part<QPushButton>("exportPdf")->click();
        auto *dialog = b.workspace.findChild<QFileDialog *>();
        QVERIFY(dialog != nullptr && !dialog->isModal());
        QCOMPARE(dialog->defaultSuffix(), u"pdf"_s);
        const QString path = folder.filePath(u"heat.pdf"_s);
        emit dialog->fileSelected(path);
        dialog->close();
        QCOMPARE(b.analysis.exports.size(), 1);
        const HeatExport order = b.analysis.exports.first();
        QCOMPARE(order.fewestPersonal, 5); // nothing that rests on fewer people leaves
        QCOMPARE(order.paper, u"A4"_s);
        QCOMPARE(order.path, path);
        QCOMPARE(order.format, HeatFormat::Pdf);
        QVERIFY(order.title.contains(u"试验区"_s));
        QVERIFY(order.period.contains(u"2026-11-20 16:00"_s));
        QVERIFY(!order.selection.isEmpty());
        QCOMPARE(order.from, now() - std::chrono::days(30));

        QVERIFY(b.isShown("exportProgress"));
        QVERIFY(!b.part<QPushButton>("exportPdf")->isEnabled());
        b.part<QToolButton>("exportStop")->click();
        QCOMPARE(b.analysis.cancelled, 1);
        QSignalSpy messages(&b.workspace, &AnalysisWorkspace::messageRequested);
        emit b.analysis.exported(path, Error{ErrorCode::DiskFull, u"no room"_s, {}});
        QCOMPARE(messages.size(), 1);
        QCOMPARE(messages.first().first().value<Message>().level, Message::Level::Error);
        QCOMPARE(messages.first().first().value<Message>().text, u"no room"_s);
        QVERIFY(!b.isShown("exportProgress"));
        QVERIFY(b.part<QPushButton>("exportPdf")->isEnabled());
        emit b.analysis.exported(path, std::nullopt);
        QCOMPARE(messages.last().first().value<Message>().level, Message::Level::Success);

        b.workspace.setFewestPersonal(9); // as the office set it
        b.part<QPushButton>("exportPng")->click();
        emit b.workspace.findChild<QFileDialog *>()->fileSelected(folder.filePath(u"heat.png"_s));
        QCOMPARE(b.analysis.exports.last().fewestPersonal, 9);
    }
    void themesAndTranslatesTheMap()
    {
        Bench b;
        b.workspace.setTheme(theme(ThemeName::Night));
        QCOMPARE(b.analysis.theme, MapTheme::Night);
        QEvent language(QEvent::LanguageChange);
        QApplication::sendEvent(&b.workspace, &language);
        QCOMPARE(b.analysis.retranslated, 1);
    }
    void everyControlHasANameAndIsReached()
    {
        Bench b;
        for (const char *name : {"analysisPeriod",
                                 "analysisFrom",
                                 "analysisTo",
                                 "analysisKind",
                                 "analysisClass",
                                 "analysisStreet",
                                 "radiusSlider",
                                 "radiusMetres",
                                 "heatRamp",
                                 "analysisRefresh",
                                 "exportTitle",
                                 "exportStop",
                                 "loadingStop"}) {
            QVERIFY2(!b.part<QWidget>(name)->accessibleName().isEmpty(), name);
        }
        for (const char *name : {"analysisPeriod",
                                 "analysisClass",
                                 "analysisOpenOnly",
                                 "radiusSlider",
                                 "analysisRefresh",
                                 "exportGeoTiff",
                                 "exportPng",
                                 "exportPdf",
                                 "loadingStop"}) {
            QVERIFY2((b.part<QWidget>(name)->focusPolicy() & Qt::TabFocus) != 0, name);
        }
    }
};

static const TestRegistration<TestAnalysisWorkspace> sRegistration;

} // namespace gridward

#include "test_analysisworkspace.moc"
