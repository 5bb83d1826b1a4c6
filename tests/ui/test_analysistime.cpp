// SPDX-License-Identifier: GPL-3.0-or-later
// The analysis workspace beyond one map: recipes, another period, steps, hours of the week, spots.
#include "tests/support/fakeanalysis.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/testregistry.h"
#include "ui/panels/hourmatrix.h"
#include "ui/panels/playbar.h"
#include "ui/panels/spotpanel.h"
#include "ui/theme/theme.h"
#include "ui/workspaces/analysisworkspace.h"

#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

Instant now()
{
    return instantFromIso(u"2026-11-20T08:00:00Z").value(); // a Friday, 16:00 in Beijing
}

/** The workspace over fakes, with a case in each of the last hundred hours. */
struct Desk
{
    Desk()
    {
        district.time.set(now());
        district.storeInfo.timeZone = u"Asia/Shanghai"_s;
        for (int hour = 0; hour < 100; ++hour) {
            district.points.longitudes.append(116.30 + 0.0001 * hour);
            district.points.latitudes.append(39.90);
            district.points.ids.append(
                CaseId::make(now() - std::chrono::hours(99 - hour), 0, static_cast<quint64>(hour)));
        }
        district.points.visited = 100;
        workspace.setTheme(theme(ThemeName::Day));
        workspace.resize(1270, 700);
        workspace.show();
        workspace.activateWindow();
        QTest::qWait(50); // shortcuts are those of the active window
    }
    template <typename T>
    T *part(const char *name)
    {
        return workspace.findChild<T *>(QString::fromLatin1(name));
    }
    bool isReady()
    {
        const bool given = QTest::qWaitFor([&] { return !analysis.points.isEmpty(); }, 5000);
        HeatFacts facts;
        facts.cases = 100;
        facts.radiusMetres = 412.3;
        facts.highest = 10.0;
        emit analysis.surfaceCompleted(facts);
        return given && workspace.state() == AnalysisWorkspace::State::Ready;
    }

    FakeDistrict district;
    FakeAnalysis analysis;
    AnalysisWorkspace workspace{district, analysis, new QWidget};
};

} // namespace

class TestAnalysisTime : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void levelSourceAndLimit()
    {
        Desk d;
        d.part<QComboBox>("analysisLevel")->setCurrentIndex(1);
        d.part<QComboBox>("analysisSource")->setCurrentIndex(2);
        d.part<QComboBox>("analysisLate")->setCurrentIndex(2);
        QTRY_COMPARE(d.district.pointQueries.size(), 2);
        const CasePlaceQuery query = d.district.pointQueries.last();
        QCOMPARE(query.level, CaseLevel::Red);
        QCOMPARE(query.source, CaseSource::Hotline);
        QCOMPARE(query.late, true);
        QCOMPARE(query.at, now());
        d.part<QComboBox>("analysisLate")->setCurrentIndex(1);
        QTRY_COMPARE(d.district.pointQueries.size(), 3);
        QCOMPARE(d.district.pointQueries.last().late, false);
    }
    void recipesAreOrderedAtOnce()
    {
        Desk d;
        QVERIFY(d.isReady());
        const auto last = [&] { return d.analysis.orders.last().recipe; };
        d.part<QComboBox>("heatKernel")->setCurrentIndex(1);
        QCOMPARE(last().shape, KernelShape::Gaussian);
        QVERIFY(!d.part<QLabel>("bandwidthChosen")->isVisible());
        d.part<QComboBox>("bandwidthRule")->setCurrentIndex(2);
        QCOMPARE(last().rule, BandwidthRule::Silverman);
        QVERIFY(!d.part<QSlider>("radiusSlider")->isEnabled());
        QVERIFY(d.part<QLabel>("bandwidthChosen")->isVisible());
        QVERIFY(d.part<QLabel>("bandwidthChosen")->text().contains(u"412"_s));
        QCOMPARE(last().halfLifeDays, 0.0);
        d.part<QSpinBox>("heatHalfLife")->setValue(14);
        d.part<QCheckBox>("heatDecay")->setChecked(true);
        QCOMPARE(last().halfLifeDays, 14.0);
        d.part<QCheckBox>("heatEdge")->setChecked(true);
        QVERIFY(last().isEdgeCorrected);
        d.part<QComboBox>("heatUnit")->setCurrentIndex(1);
        QCOMPARE(last().unit, HeatUnit::PerSquareKilometreAndMonth);
        d.part<QComboBox>("heatRamp")->setCurrentIndex(3);
        d.part<QComboBox>("heatClasses")->setCurrentIndex(2);
        QCOMPARE(d.analysis.orders.last().ramp, HeatRamp::Greys);
        QCOMPARE(d.analysis.orders.last().classes, HeatClasses::Quantiles);
        QCOMPARE(d.district.pointQueries.size(), 1); // the same cases
    }
    void countsAgainstWhatTheStoreHas()
    {
        Desk none;
        QVERIFY(none.isReady());
        QCOMPARE(none.part<QComboBox>("heatUnit")->count(), 2);
        Desk d;
        d.district.denominators.insert(Denominator::Components, {{116.3}, {39.9}});
        emit d.district.districtChanged();
        auto *unit = d.part<QComboBox>("heatUnit");
        QTRY_COMPARE(unit->count(), 3);
        QVERIFY(d.analysis.denominators.isEmpty()); // nobody wants it yet
        unit->setCurrentIndex(2);
        QCOMPARE(d.analysis.orders.last().recipe.unit, HeatUnit::PerTenThousand);
        QCOMPARE(d.analysis.orders.last().per, Denominator::Components);
        QCOMPARE(d.analysis.denominators.size(), 1);
        d.district.denominators.clear();
        emit d.district.districtChanged();
        QTRY_COMPARE(unit->count(), 2); // the choice goes with it
        QCOMPARE(d.analysis.orders.last().recipe.unit, HeatUnit::PerSquareKilometre);
    }
    void comparesWithAnotherPeriod()
    {
        Desk d;
        QVERIFY(d.isReady());
        auto *with = d.part<QComboBox>("compareWith");
        auto *show = d.part<QComboBox>("compareShow");
        QVERIFY(!show->isEnabled());
        const CasePlaceQuery first = d.district.pointQueries.last();
        with->setCurrentIndex(1);
        QCOMPARE(d.district.pointQueries.last().to, first.from);
        QCOMPARE(first.from - d.district.pointQueries.last().from, first.to - first.from);
        QTRY_VERIFY(!d.analysis.compared.isEmpty() && d.analysis.compared.last());
        QCOMPARE(d.analysis.orders.last().layout, HeatLayout::SideBySide);
        QCOMPARE(d.analysis.words.size(), 2);
        QVERIFY(d.analysis.words.last().contains(u"2026-10"_s));
        show->setCurrentIndex(1);
        QCOMPARE(d.analysis.orders.last().layout, HeatLayout::Swipe);
        show->setCurrentIndex(2);
        QCOMPARE(d.analysis.orders.last().compare, HeatCompare::Difference);
        QCOMPARE(d.analysis.orders.last().layout, HeatLayout::One);
        show->setCurrentIndex(3);
        QCOMPARE(d.analysis.orders.last().compare, HeatCompare::Ratio);
        QVERIFY(d.isReady());
        QVERIFY(d.part<QPushButton>("exportPdf")->isEnabled());
        QVERIFY(d.part<QPushButton>("exportGeoTiff")->isEnabled());
        const QString title = d.part<QLineEdit>("exportTitle")->placeholderText();
        QVERIFY2(title.contains(u"2026-10-2"_s) && title.contains(u"2026-09-2"_s),
                 qPrintable(title)); // both periods
        with->setCurrentIndex(2);
        QCOMPARE(d.district.pointQueries.last().from,
                 instantFromIso(u"2025-10-21T16:00:00+08:00").value());
        with->setCurrentIndex(0);
        QVERIFY(!d.analysis.compared.last());
        QCOMPARE(d.analysis.orders.last().compare, HeatCompare::Off);
        QVERIFY(d.isReady());
        QVERIFY(d.part<QPushButton>("exportPdf")->isEnabled());
    }
    void comparesWithChosenDays()
    {
        Desk d;
        QVERIFY(d.isReady());
        auto *with = d.part<QComboBox>("compareWith");
        auto *first = d.part<QDateEdit>("compareFirst");
        auto *last = d.part<QDateEdit>("compareLast");
        QVERIFY(!first->isVisible());
        with->setCurrentIndex(3);
        QVERIFY(first->isVisible() && last->isVisible());
        QVERIFY(first->date() < last->date()); // the days before, until somebody chooses
        first->setDate(QDate(2026, 3, 1));
        last->setDate(QDate(2026, 3, 31));
        QCOMPARE(d.district.pointQueries.last().from,
                 instantFromIso(u"2026-03-01T00:00:00+08:00").value());
        QCOMPARE(d.district.pointQueries.last().to,
                 instantFromIso(u"2026-04-01T00:00:00+08:00").value());
        QVERIFY(d.isReady());
        QTRY_VERIFY(d.analysis.words.last().contains(u"2026-03-31"_s));
        // The other end gives way, and what was chosen stays when the cases are read again.
        first->setDate(QDate(2026, 4, 5));
        QCOMPARE(last->date(), QDate(2026, 4, 5));
        d.workspace.refresh();
        QCOMPARE(first->date(), QDate(2026, 4, 5));
    }
    void hoursFilterTheMap()
    {
        Desk d;
        QVERIFY(d.isReady());
        auto *matrix = d.part<HourMatrix>("hourMatrix");
        QVERIFY(!matrix->isVisible());
        QTest::keyClick(&d.workspace, Qt::Key_H);
        QVERIFY(matrix->isVisible());
        QTRY_COMPARE(matrix->counts().at(4 * 24 + 16), 1); // Friday, 16:00 in Beijing
        QCOMPARE(matrix->counts().at(4 * 24 + 17), 0);
        const qsizetype before = d.analysis.points.size();
        HourMatrix &keys = *matrix;
        keys.setFocus();
        for (int day = 0; day < 4; ++day) {
            QTest::keyClick(&keys, Qt::Key_Down);
        }
        for (int hour = 0; hour < 15; ++hour) {
            QTest::keyClick(&keys, Qt::Key_Right);
        }
        QTest::keyClick(&keys, Qt::Key_Space);
        QTest::keyClick(&keys, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(matrix->chosen().count(), 2);
        QVERIFY(d.analysis.points.size() > before);
        QCOMPARE(d.analysis.points.last().ids.size(), 2);
        QVERIFY(matrix->accessibleDescription().contains(u"16:00"_s));
        QVERIFY(d.part<QLabel>("hoursText")->text().contains(u"1"_s));
        QTest::keyClick(&keys, Qt::Key_Escape);
        QCOMPARE(d.analysis.points.last().ids.size(), 100);
        QTest::mouseClick(matrix, Qt::LeftButton, {}, QPoint(matrix->width() - 3, 40));
        QCOMPARE(matrix->chosen().count(), 1);
        QTest::keyClick(&d.workspace, Qt::Key_H); // hidden, it filters nothing
        QCOMPARE(d.analysis.points.last().ids.size(), 100);
    }
    void theMapFiltersTheHours()
    {
        Desk d;
        QVERIFY(d.isReady());
        d.part<QToolButton>("hoursButton")->click();
        auto *matrix = d.part<HourMatrix>("hourMatrix");
        const auto sum = [&] {
            qint64 all = 0;
            for (const qint64 count : matrix->counts()) {
                all += count;
            }
            return all;
        };
        QTRY_COMPARE(sum(), 100);
        emit d.analysis.viewChanged({116.29995, 39.0, 116.30095, 40.0}); // the first ten
        d.part<QCheckBox>("hoursInView")->setChecked(true);
        QTRY_COMPARE(sum(), 10);
        emit d.analysis.viewChanged({116.29995, 39.0, 116.30195, 40.0});
        QTRY_COMPARE(sum(), 20);
        d.part<QCheckBox>("hoursInView")->setChecked(false);
        QTRY_COMPARE(sum(), 100);
    }
    void playsThePeriodInSteps()
    {
        Desk d;
        QVERIFY(d.isReady());
        auto *bar = d.part<PlayBar>("playBar");
        auto *slider = d.part<QSlider>("playSlider");
        QVERIFY(!d.part<QToolButton>("playButton")->isEnabled());
        d.part<QComboBox>("playStep")->setCurrentIndex(2);
        QCOMPARE(d.analysis.plays.last().bounds.size(), 6); // from Wednesday, over four Mondays
        QCOMPARE(slider->maximum(), 4);
        QVERIFY(d.analysis.words.first().startsWith(u"2026-10-21"_s));
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(d.analysis.plays.last().step, 1);
        QCOMPARE(d.analysis.words.first(), u"2026-10-26 – 2026-11-01"_s);
        QTest::keyClick(slider, Qt::Key_Space);
        QVERIFY(bar->isPlaying());
        QTRY_COMPARE(slider->value(), 2);
        QTest::qWait(1000); // the picture of this step is not there yet
        QCOMPARE(slider->value(), 2);
        QVERIFY(d.isReady());
        QTRY_COMPARE(slider->value(), 3);
        QTest::keyClick(slider, Qt::Key_Space);
        QVERIFY(!bar->isPlaying());
        d.part<QComboBox>("playStep")->setCurrentIndex(0);
        QVERIFY(d.analysis.plays.last().bounds.isEmpty());
        QVERIFY(d.analysis.words.first().isEmpty());
    }
    void filesSayWhatIsOnTheMap()
    {
        Desk d;
        QVERIFY(d.isReady());
        QVERIFY(d.workspace.exportTo(u"/tmp/all.pdf"_s));
        const HeatExport all = d.analysis.exports.last();
        QVERIFY2(!all.selection.contains(u"registered"_s), qPrintable(all.selection));
        emit d.analysis.exported(all.path, std::nullopt);
        d.part<QComboBox>("playStep")->setCurrentIndex(2);
        d.part<QSlider>("playSlider")->setValue(1);
        HourChoice evening;
        evening.set(18);
        d.part<QToolButton>("hoursButton")->setChecked(true);
        d.workspace.findChild<HourMatrix *>()->setChosen(evening);
        QVERIFY(d.isReady());
        QVERIFY(d.workspace.exportTo(u"/tmp/step.pdf"_s));
        const HeatExport step = d.analysis.exports.last();
        QCOMPARE(step.period, u"2026-10-26 – 2026-11-01"_s);
        QCOMPARE(step.from, instantFromIso(u"2026-10-25T16:00:00Z").value());
        QCOMPARE(step.to, instantFromIso(u"2026-11-01T16:00:00Z").value());
        QVERIFY(step.from > all.from && step.to < all.to);
        QCOMPARE(step.selection, all.selection + u" · registered Mon 18:00–19:00"_s);
        QVERIFY(!step.isOneOfMany);
        // A step is compared with nothing, whatever is chosen for the whole.
        emit d.analysis.exported(step.path, std::nullopt);
        d.part<QComboBox>("compareWith")->setCurrentIndex(1);
        d.part<QComboBox>("compareShow")->setCurrentIndex(2);
        QVERIFY(d.isReady());
        QVERIFY(d.workspace.exportTo(u"/tmp/step2.pdf"_s));
        QVERIFY(d.analysis.exports.last().other.isEmpty());
        QVERIFY2(!d.analysis.exports.last().title.contains(u"against"_s),
                 qPrintable(d.analysis.exports.last().title));
        emit d.analysis.exported(step.path, std::nullopt);
        d.part<QComboBox>("playStep")->setCurrentIndex(0);
        QVERIFY(d.isReady());
        QVERIFY(d.workspace.exportTo(u"/tmp/all2.pdf"_s));
        QVERIFY(!d.analysis.exports.last().other.isEmpty());
        QVERIFY(d.analysis.exports.last().title.contains(u"against"_s));
    }
    void writesAPictureOfEachStep()
    {
        const QTemporaryDir folder;
        Desk d;
        QVERIFY(d.isReady());
        auto *each = d.part<QAction>("exportSteps");
        QVERIFY(!each->isEnabled()); // there is one map only
        auto *slider = d.part<QSlider>("playSlider");
        d.part<QComboBox>("playStep")->setCurrentIndex(2);
        slider->setValue(3);
        QVERIFY(d.isReady());
        QVERIFY(each->isEnabled());
        QSignalSpy ended(&d.workspace, &AnalysisWorkspace::exported);
        QSignalSpy said(&d.workspace, &AnalysisWorkspace::messageRequested);
        d.workspace.exportSteps(folder.path());
        QVERIFY(!d.part<PlayBar>("playBar")->isEnabled());
        // Neither a key nor somebody's leave comes between its pages.
        QTest::keyClick(&d.workspace, Qt::Key_H);
        QVERIFY(!d.part<QToolButton>("hoursButton")->isChecked());
        const qsizetype queries = d.district.pointQueries.size();
        emit d.district.districtChanged();
        const QStringList days{u"21"_s, u"26"_s, u"02"_s, u"09"_s, u"16"_s};
        for (int step = 0; step < 5; ++step) {
            QCOMPARE(d.analysis.plays.last().step, step);
            QTest::qWait(20);
            QCOMPARE(d.analysis.exports.size(), step); // not before its map is there
            QVERIFY(d.isReady());
            QTRY_COMPARE(d.analysis.exports.size(), step + 1);
            const HeatExport order = d.analysis.exports.last();
            QCOMPARE(order.path,
                     folder.filePath(
                         u"heat-2026-%1-%2.png"_s.arg(step < 2 ? 10 : 11).arg(days.at(step))));
            QCOMPARE(order.format, HeatFormat::Png);
            QVERIFY(order.isOneOfMany && order.period.startsWith(order.path.chopped(4).right(10)));
            QVERIFY(ended.isEmpty());
            emit d.analysis.exported(order.path, std::nullopt);
        }
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended.first().first().toString(), folder.path());
        QVERIFY(!ended.first().at(1).value<std::optional<Error>>());
        QVERIFY(said.last().first().value<Message>().text.contains(u"5 picture"_s));
        QCOMPARE(slider->value(), 3);                          // as before
        QCOMPARE(d.district.pointQueries.size(), queries + 1); // now it is read again
        QVERIFY(d.part<PlayBar>("playBar")->isEnabled() && slider->isEnabled());
    }
    void aSeriesThatEndsEarly_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"failed",
                                "read again",
                                "stopped while writing",
                                "stopped while computing",
                                "computing fails",
                                "taken"}) {
            QTest::newRow(how) << QString::fromLatin1(how);
        }
    }
    void aSeriesThatEndsEarly()
    {
        QFETCH(QString, how);
        const QTemporaryDir folder;
        Desk d;
        QVERIFY(d.isReady());
        d.part<QComboBox>("playStep")->setCurrentIndex(2);
        QVERIFY(d.isReady());
        QSignalSpy ended(&d.workspace, &AnalysisWorkspace::exported);
        QSignalSpy said(&d.workspace, &AnalysisWorkspace::messageRequested);
        if (how == "taken"_L1) {
            QFile old(folder.filePath(u"heat-2026-11-16.png"_s));
            QVERIFY(old.open(QIODevice::WriteOnly));
        }
        d.workspace.exportSteps(folder.path());
        ErrorCode code = ErrorCode::Conflict;
        if (how != "taken"_L1) {
            QTRY_COMPARE(d.analysis.exports.size(), 1);
            emit d.analysis.exported(d.analysis.exports.last().path, std::nullopt);
            QCOMPARE(d.analysis.plays.last().step, 1);
        }
        if (how == "failed"_L1) {
            QVERIFY(d.isReady());
            QTRY_COMPARE(d.analysis.exports.size(), 2);
            code = ErrorCode::DiskFull;
            emit d.analysis.exported(d.analysis.exports.last().path, Error{code, u"full"_s, {}});
        } else if (how == "read again"_L1) {
            QVERIFY(d.isReady());
            QTRY_COMPARE(d.analysis.exports.size(), 2);
            d.workspace.refresh();
            QCOMPARE(d.analysis.cancelled, 1); // the picture under way
            emit d.analysis.exported(d.analysis.exports.last().path,
                                     Error{ErrorCode::Cancelled, u"stopped"_s, {}});
        } else if (how == "stopped while writing"_L1) {
            QVERIFY(d.isReady());
            QTRY_COMPARE(d.analysis.exports.size(), 2);
            d.part<QToolButton>("exportStop")->click();
            QCOMPARE(d.analysis.cancelled, 1);
            QVERIFY(ended.isEmpty()); // it is not gone yet
            code = ErrorCode::Cancelled;
            emit d.analysis.exported(d.analysis.exports.last().path, Error{code, u"gone"_s, {}});
        } else if (how == "stopped while computing"_L1) {
            code = ErrorCode::Cancelled;
            d.part<QToolButton>("exportStop")->click();
            QVERIFY(d.isReady()); // nothing of it comes when that map is there
            QTest::qWait(20);
            QCOMPARE(d.analysis.exports.size(), 1);
        } else if (how == "computing fails"_L1) {
            code = ErrorCode::InvalidInput;
            emit d.analysis.failed(Error{code, u"no ground"_s, {}});
        }
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended.first().at(1).value<std::optional<Error>>().value().code, code);
        const QString words = said.last().first().value<Message>().text;
        QVERIFY2(
            words.contains(how == "taken"_L1 ? u"heat-2026-11-16.png"_s : u"1 of 5 pictures"_s),
            qPrintable(words));
        QVERIFY(d.part<PlayBar>("playBar")->isEnabled());
        QCOMPARE(d.part<QSlider>("playSlider")->value(), 0);
    }
    void aSpotListsItsCases()
    {
        Desk d;
        QVERIFY(d.isReady());
        Case near;
        near.id = CaseId::make(now(), 0, 1);
        near.number = u"1101012026112000001"_s;
        near.address = u"景山前街4号"_s;
        near.reportedAt = now();
        Case far = near;
        far.id = CaseId::make(now(), 0, 2);
        far.number = u"1101012026112000002"_s;
        d.district.shownCases = {near, far}; // a third one is not to be seen
        const HeatSpot spot{
            {116.3, 39.9},
            12.5,
            300.0,
            3,
            {{near.id, 12.4}, {CaseId::make(now(), 0, 3), 100.0}, {far.id, 1250.0}}};
        emit d.analysis.spotChosen(spot);
        auto *panel = d.part<SpotPanel>("spotPanel");
        auto *list = d.part<QListView>("spotCases");
        QVERIFY(panel->isVisible());
        QTRY_COMPARE(list->model()->rowCount(), 2);
        QCOMPARE(d.district.casesAsked.last().size(), 3);
        const QString first = list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY(first.contains(u"12 m"_s) && first.contains(near.number));
        QVERIFY(first.contains(near.address));
        QVERIFY(list->model()
                    ->index(1, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(u"1.3 km"_s) ||
                list->model()
                    ->index(1, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(u"1.2 km"_s));
        QSignalSpy requested(&d.workspace, &AnalysisWorkspace::caseRequested);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(requested.size(), 1);
        QCOMPARE(requested.first().first().value<CaseId>(), far.id);
        QTest::keyClick(list, Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
        QVERIFY(d.analysis.cleared > 0);
    }
    void everythingHasANameAndIsReached()
    {
        Desk d;
        for (const char *name : {"analysisLevel",
                                 "analysisSource",
                                 "analysisLate",
                                 "heatKernel",
                                 "bandwidthRule",
                                 "heatUnit",
                                 "heatHalfLife",
                                 "heatRamp",
                                 "heatClasses",
                                 "compareWith",
                                 "compareShow",
                                 "playStep",
                                 "playButton",
                                 "playSlider",
                                 "hoursButton",
                                 "hourMatrix",
                                 "spotClose",
                                 "spotCases"}) {
            QVERIFY2(!d.part<QWidget>(name)->accessibleName().isEmpty(), name);
            QVERIFY2((d.part<QWidget>(name)->focusPolicy() & Qt::TabFocus) != 0, name);
        }
    }
};

static const TestRegistration<TestAnalysisTime> sRegistration;

} // namespace gridward

#include "test_analysistime.moc"
