// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakedistrict.h"
#include "tests/support/fakeevaluation.h"
#include "tests/support/fakepersonal.h"
#include "tests/support/testregistry.h"
#include "ui/evaluation/evaluationworkspace.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Ground
{
    FakeDistrict district;
    FakeEvaluation evaluation;
    FakeAudit audit;
    std::atomic<int> books = 0;
    std::unique_ptr<EvaluationWorkspace> page;

    Ground()
    {
        district.time.set(instantFromIso(u"2026-11-20T08:00:00Z").value());
        district.storeInfo.name = u"试验区"_s;
        evaluation.cases = thirty(15);
        page = std::make_unique<EvaluationWorkspace>(
            district, evaluation, audit, [this](const QList<TableSheet> &, const QString &) {
                ++books;
                return Result<void>();
            });
        page->setTheme(theme(ThemeName::Day));
        page->resize(1366, 700);
    }
    /** A third of them in the first street; of those so many are filed, spread evenly. */
    static QList<EvaluatedCase> thirty(int filed)
    {
        QList<EvaluatedCase> cases;
        for (int i = 0; i < 30; ++i) {
            EvaluatedCase one;
            one.street = i % 3 == 0 ? u"S1"_s : u"S2"_s;
            one.state = i * filed % 30 < filed ? CaseState::Filed : CaseState::Registered;
            cases.append(one);
        }
        return cases;
    }
    [[nodiscard]] bool says(const QString &text) const
    {
        return std::ranges::any_of(page->findChildren<QLabel *>(), [&](const QLabel *label) {
            return label->isVisible() && label->text() == text;
        });
    }
    template <typename T>
    [[nodiscard]] T *named(const QString &text) const
    {
        for (T *one : page->findChildren<T *>()) {
            if (one->text() == text) {
                return one;
            }
        }
        return nullptr;
    }
    void choosePeriod(const QString &kind) const
    {
        for (QComboBox *box : page->findChildren<QComboBox *>()) {
            if (const int place = box->findText(kind); place >= 0) {
                box->setCurrentIndex(place);
                emit box->activated(place);
            }
        }
    }
    void type(const QString &period) const
    {
        auto *field = page->findChild<QLineEdit *>(u"evaluationPeriod"_s);
        field->setText(period);
        QTest::keyClick(field, Qt::Key_Return);
    }
    bool show()
    {
        page->show();
        return settle();
    }
    bool settle()
    {
        return QTest::qWaitFor([this] { return page->isSettled(); });
    }
    [[nodiscard]] QTableView *indicators() const
    {
        return page->findChild<QTableView *>(u"evaluationIndicators"_s);
    }
    [[nodiscard]] QTableView *units() const
    {
        return page->findChild<QTableView *>(u"evaluationUnits"_s);
    }
    static QString cell(const QTableView *table, int row, int column)
    {
        return table->model()->index(row, column).data().toString();
    }
};

} // namespace

class TestEvaluationWorkspace : public QObject
{
    Q_OBJECT

private slots:
    void asksForNothingWhileHidden()
    {
        Ground g;
        emit g.district.districtChanged();
        QCOMPARE(g.evaluation.orders.size(), 0);
        QVERIFY(g.show());
        // This month, the one before, the same one a year ago.
        QCOMPARE(g.evaluation.orders.size(), 3);
        QCOMPARE(g.evaluation.orders.at(0).period.toText(), u"2026-11"_s);
        QCOMPARE(g.evaluation.orders.at(1).period.toText(), u"2026-10"_s);
        QCOMPARE(g.evaluation.orders.at(2).period.toText(), u"2025-11"_s);
    }
    void showsFiguresAndWhatIsBehindThem()
    {
        Ground g;
        QVERIFY(g.show());
        QCOMPARE(g.indicators()->model()->rowCount(), 15);
        QCOMPARE(Ground::cell(g.indicators(), 0, IndicatorModel::Value), u"50.00 %"_s);
        QCOMPARE(Ground::cell(g.indicators(), 0, IndicatorModel::Cases), u"15 / 30"_s);
        QCOMPARE(Ground::cell(g.units(), 0, UnitFigureModel::Name), u"S1"_s);
        QCOMPARE(Ground::cell(g.units(), 0, UnitFigureModel::Cases), u"5 / 10"_s);
        QCOMPARE(g.evaluation.asked.last().unit, std::optional<QString>());
        g.units()->selectRow(1);
        QVERIFY(g.settle());
        QCOMPARE(g.evaluation.asked.last().unit, std::optional(u"S2"_s));
        QCOMPARE(g.evaluation.trends.last(), std::optional(u"S2"_s));
        g.indicators()->selectRow(2);
        QVERIFY(g.settle());
        QCOMPARE(g.evaluation.asked.last().indicator, Indicator::Dispatch);
        QCOMPARE(g.evaluation.asked.last().unit, std::optional(u"S2"_s));
        QCOMPARE(g.evaluation.orders.size(), 3); // figures were not counted again
    }
    void comparesWithTheMonthBeforeAndTheYearBefore()
    {
        Ground g;
        g.evaluation.casesIn = {{u"2026-10"_s, Ground::thirty(12)},
                                {u"2025-11"_s, Ground::thirty(18)}};
        QVERIFY(g.show());
        QCOMPARE(Ground::cell(g.indicators(), 0, IndicatorModel::Value), u"50.00 %"_s);
        QCOMPARE(Ground::cell(g.indicators(), 0, IndicatorModel::Before), u"+10.00 pp"_s);
        QCOMPARE(Ground::cell(g.indicators(), 0, IndicatorModel::YearBefore), u"−10.00 pp"_s);
        // Nothing to be compared with: a street that had no case then.
        for (EvaluatedCase &one : g.evaluation.casesIn[u"2026-10"_s]) {
            one.street = u"S2"_s;
        }
        g.page->refresh();
        QVERIFY(g.settle());
        QCOMPARE(Ground::cell(g.units(), 0, UnitFigureModel::Before), u"–"_s);
        QVERIFY(Ground::cell(g.units(), 0, UnitFigureModel::YearBefore) != u"–"_s);
    }
    void unitsAreSortedAndRankedByTheChosenFigure()
    {
        Ground g;
        const auto add = [&](const QString &street, CaseState state, int count) {
            for (int i = 0; i < count; ++i) {
                EvaluatedCase one;
                one.street = street;
                one.state = state;
                g.evaluation.cases.append(one);
            }
        };
        g.evaluation.cases.clear();
        add(u"A"_s, CaseState::Registered, 9); // nothing was due to be dispatched
        add(u"B"_s, CaseState::Filed, 4);      // too few
        add(u"C"_s, CaseState::Filed, 6);
        add(u"C"_s, CaseState::AtUnit, 2);
        QVERIFY(g.show());
        QCOMPARE(Ground::cell(g.units(), 1, UnitFigureModel::Cases), u"4 / 4"_s);
        g.indicators()->selectRow(2); // dispatch
        QVERIFY(g.settle());
        QCOMPARE(Ground::cell(g.units(), 1, UnitFigureModel::Cases), u"0 / 4"_s);
        QCOMPARE(Ground::cell(g.units(), 0, UnitFigureModel::Rank), u"–"_s);
        QCOMPARE(Ground::cell(g.units(), 1, UnitFigureModel::Rank), u"too few"_s);
        QCOMPARE(Ground::cell(g.units(), 2, UnitFigureModel::Rank), u"1"_s);
        g.units()->sortByColumn(UnitFigureModel::Value, Qt::DescendingOrder);
        QCOMPARE(Ground::cell(g.units(), 0, UnitFigureModel::Name), u"C"_s);
        QCOMPARE(Ground::cell(g.units(), 2, UnitFigureModel::Name), u"A"_s); // has no value
    }
    void whatIsChosenStaysChosen()
    {
        Ground g;
        QVERIFY(g.show());
        g.units()->selectRow(1);
        QVERIFY(g.settle());
        g.page->refresh();
        QVERIFY(g.settle());
        QCOMPARE(g.units()->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(g.units()->selectionModel()->selectedRows().first().row(), 1);
        QCOMPARE(g.evaluation.asked.last().unit, std::optional(u"S2"_s));
    }
    void anAnswerThatComesLateIsNotShown()
    {
        Ground g;
        g.evaluation.casesIn = {{u"2026-09"_s, Ground::thirty(6)}};
        QVERIFY(g.show());
        g.evaluation.late = true;
        g.page->refresh(); // this month once more …
        g.type(u"2026-09"_s);
        for (int i = 0; i < 3 && !g.evaluation.waiting.isEmpty(); ++i) {
            g.evaluation.giveAnswers(); // … and what was asked then is answered first
            QCoreApplication::processEvents();
        }
        QVERIFY(g.settle());
        QCOMPARE(Ground::cell(g.indicators(), 0, IndicatorModel::Value), u"20.00 %"_s);
        // Nor are the cases of a unit that is not chosen any more.
        g.evaluation.behind.total = 7;
        g.units()->selectRow(0);
        g.evaluation.behind.total = 9;
        g.units()->selectRow(1);
        g.evaluation.giveAnswers(true);
        QVERIFY(g.settle());
        QVERIFY(g.says(u"The newest 0 of 9 cases"_s));
    }
    void aTimeHasNoRest()
    {
        Ground g;
        QVERIFY(g.show());
        g.named<QAbstractButton>(u"The rest"_s)->click();
        QVERIFY(g.settle());
        QCOMPARE(g.evaluation.asked.last().side, FigureSide::Rest);
        g.indicators()->selectRow(static_cast<int>(Indicator::FirstLook));
        QVERIFY(g.settle());
        QCOMPARE(g.evaluation.asked.last().indicator, Indicator::FirstLook);
        QCOMPARE(g.evaluation.asked.last().side, FigureSide::Whole);
        QVERIFY(!g.named<QAbstractButton>(u"The rest"_s)->isEnabled());
    }
    void aNarrowerPeriodIsTheNewestOfIt()
    {
        Ground g;
        QVERIFY(g.show());
        g.type(u"2026"_s);
        QVERIFY(g.settle());
        g.choosePeriod(u"Week"_s);
        QVERIFY(g.settle());
        QCOMPARE(g.page->order().period.toText(), u"2026-W47"_s); // today's
        g.type(u"2025"_s);
        QVERIFY(g.settle());
        g.choosePeriod(u"Month"_s);
        QVERIFY(g.settle());
        QCOMPARE(g.page->order().period.toText(), u"2025-12"_s); // it is over: its last one
    }
    void onlyWhoMayTakesTheFiguresOut()
    {
        for (const auto &[role, may] :
             {std::pair{u"leader"_s, true}, std::pair{u"handler"_s, false}}) {
            Ground g;
            g.district.who.role = role;
            QVERIFY(g.show());
            QCOMPARE(g.district.may(Thing::Statistics, u"export"_s), may);
            QCOMPARE(g.named<QPushButton>(u"CSV …"_s)->isEnabled(), may);
        }
    }
    void listsTheRest()
    {
        Ground g;
        QVERIFY(g.show());
        for (QAbstractButton *button : g.page->findChildren<QAbstractButton *>()) {
            if (button->text() == u"The rest"_s) {
                button->click();
            }
        }
        QVERIFY(g.settle());
        QCOMPARE(g.evaluation.asked.last().side, FigureSide::Rest);
    }
    void takesATypedPeriod()
    {
        Ground g;
        QVERIFY(g.show());
        auto *field = g.page->findChild<QLineEdit *>(u"evaluationPeriod"_s);
        field->setText(u"2026-10-05..2026-10-11"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(g.settle());
        QCOMPARE(g.page->order().period.toText(), u"2026-10-05..2026-10-11"_s);
        QSignalSpy told(g.page.get(), &EvaluationWorkspace::messageRequested);
        field->setText(u"last month"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!told.isEmpty());
        QCOMPARE(g.page->order().period.toText(), u"2026-10-05..2026-10-11"_s); // what was stands
        QCOMPARE(field->text(), u"last month"_s); // … and so does what was typed
    }
    void showsBothDefinitions()
    {
        Ground g;
        QVERIFY(g.show());
        g.page->findChild<QCheckBox *>()->setChecked(true);
        QVERIFY(g.settle());
        QCOMPARE(g.indicators()->model()->rowCount(),
                 static_cast<int>(indicatorDefinitions().size()));
        QStringList names;
        for (int row = 0; row < g.indicators()->model()->rowCount(); ++row) {
            names.append(Ground::cell(g.indicators(), row, IndicatorModel::Name));
        }
        QCOMPARE(names.removeDuplicates(), 0); // which of the two it is
    }
    void keepsTheIndicatorBesideItsOtherDefinition()
    {
        Ground g;
        QVERIFY(g.show());
        auto *both = g.page->findChild<QCheckBox *>();
        const auto chosen = [&g] {
            return Ground::cell(
                g.indicators(), g.indicators()->currentIndex().row(), IndicatorModel::Name);
        };
        g.indicators()->selectRow(static_cast<int>(Indicator::InTimeClosing));
        const QString name = chosen();
        both->setChecked(true);
        QVERIFY(g.settle());
        QCOMPARE(chosen(), name);
        QCOMPARE(g.evaluation.asked.last().indicator, Indicator::InTimeClosing);
        g.indicators()->selectRow(g.indicators()->currentIndex().row() + 1);
        QCOMPARE(chosen(), name + u" (2nd)"_s);
        both->setChecked(false);
        QVERIFY(g.settle());
        QCOMPARE(chosen(), name);
        QCOMPARE(g.evaluation.asked.last().definition, Definition::Standard);
    }
    void goesBackToAllOfThem()
    {
        Ground g;
        QVERIFY(g.show());
        g.units()->selectRow(1);
        QVERIFY(g.settle());
        QCOMPARE(g.evaluation.asked.last().unit, std::optional(u"S2"_s));
        g.page->activateWindow();
        g.units()->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(g.page.get()));
        QTest::keyClick(g.units(), Qt::Key_Escape);
        QVERIFY(g.settle());
        QCOMPARE(g.evaluation.asked.last().unit, std::optional<QString>());
    }
    void fitsASmallScreen()
    {
        applyTheme(*qApp, theme(ThemeName::Day)); // its letters
        Ground g;
        const int room = 1366 - 98;                         // what the rail leaves
        QVERIFY2(g.page->minimumSizeHint().width() <= room, // before it knows how wide it is
                 qPrintable(QString::number(g.page->minimumSizeHint().width())));
        auto *field = g.page->findChild<QLineEdit *>(u"evaluationPeriod"_s);
        QVERIFY(g.show());
        field->setText(u"2026-10-05..2026-11-11"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(g.settle());
        QVERIFY2(g.page->minimumSizeHint().width() <= room,
                 qPrintable(QString::number(g.page->minimumSizeHint().width())));
        QVERIFY(field->width() - field->fontMetrics().horizontalAdvance(field->text()) >= 16);
    }
    void saysWhyThereAreNone()
    {
        Ground g;
        g.evaluation.refusal = Error{ErrorCode::Refused, u"you may not"_s, {}};
        QVERIFY(g.show());
        bool isTold = false;
        for (const QLabel *label : g.page->findChildren<QLabel *>()) {
            isTold = isTold || (label->isVisible() && label->text() == u"you may not"_s);
        }
        QVERIFY(isTold);
    }
    void writesOnlyWhatIsNoted()
    {
        Ground g;
        QVERIFY(g.show());
        QTemporaryDir folder;
        const QString csv = folder.filePath(u"a.csv"_s);
        g.page->exportTo(csv);
        QVERIFY(g.settle());
        QFile table(csv);
        QVERIFY(table.open(QIODevice::ReadOnly));
        const QByteArray text = table.readAll();
        QVERIFY(text.startsWith("\xef\xbb\xbf"
                                "Code,Name,Cases,Filing rate (%),"));
        QVERIFY(text.trimmed().split('\n').last().contains(",All,30,50.00,15,30,"));
        QVERIFY(QFile::exists(csv + u".meta.json"_s));
        g.page->exportTo(folder.filePath(u"a.xlsx"_s));
        QVERIFY(g.settle());
        QCOMPARE(g.books.load(), 1);
        g.page->exportTo(folder.filePath(u"a.pdf"_s));
        QVERIFY(g.settle());
        QFile pdf(folder.filePath(u"a.pdf"_s));
        QVERIFY(pdf.open(QIODevice::ReadOnly) && pdf.read(5) == "%PDF-");
        QProcess reader;
        reader.start(u"pdftotext"_s, {u"-layout"_s, pdf.fileName(), u"-"_s});
        QVERIFY2(reader.waitForFinished(), "pdftotext (poppler-utils) is needed");
        const QByteArray paper = reader.readAllStandardOutput();
        QVERIFY2(paper.contains("evaluation 2026-11") && paper.contains("50.00 %"), paper);
        g.audit.refusal = Error{ErrorCode::Refused, u"no"_s, {}};
        const QString other = folder.filePath(u"b.csv"_s);
        g.page->exportTo(other);
        QVERIFY(g.settle());
        QVERIFY(!QFile::exists(other));
    }
};
static const TestRegistration<TestEvaluationWorkspace> sRegistration;

} // namespace gridward

#include "test_evaluationworkspace.moc"
