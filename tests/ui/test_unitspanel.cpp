// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/livecases.h"
#include "models/view/unitmodel.h"
#include "tests/support/casebuilder.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/fakeunits.h"
#include "tests/support/testregistry.h"
#include "ui/panels/commandbar.h"
#include "ui/panels/unitspanel.h"

#include <QFontMetrics>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace gridward {

class TestUnitsPanel : public QObject
{
    Q_OBJECT

    using Column = UnitModel::Column;

    struct Bench
    {
        LiveCases live;
        FakeDistrict district;
        FakeUnits units;
        std::unique_ptr<UnitsPanel> panel;

        Bench()
        {
            UnitPicture picture;
            QList<UnitProposal> proposals;
            for (const QString &name : {u"Dongcheng Urban Facilities Support Centre"_s,
                                        u"Dongcheng Public Order Patrol Brigade"_s}) {
                Organisation unit;
                unit.code = name.section(u' ', 1, 1);
                unit.name = name;
                unit.handles = true;
                picture.units.append(unit);
                UnitProposal one;
                one.unit = unit;
                one.reasons = {{ReasonCode::ClassStreet, 4.0}, {ReasonCode::Distance, 142.0}};
                proposals.append(one);
            }
            units.shown = picture;
            panel = std::make_unique<UnitsPanel>(district, live, units);
            panel->setProposals(Case(aCase(1)).id, u"1"_s, proposals);
        }
        void show(int width) const
        {
            panel->resize(width, 480);
            panel->show();
            QCoreApplication::processEvents();
        }
        [[nodiscard]] int width(Column column) const
        {
            return panel->table().columnWidth(static_cast<int>(column));
        }
        [[nodiscard]] bool isShown(Column column) const
        {
            return !panel->table().isColumnHidden(static_cast<int>(column));
        }
    };

private slots:
    void namesHaveWhatNumbersDoNotNeed()
    {
        const Bench b;
        b.show(350);
        const QFontMetrics words(b.panel->table().horizontalHeader()->font());
        for (const Column column : {Column::Open, Column::Overdue}) {
            QVERIFY(b.isShown(column));
            const QString title =
                b.panel->model().headerData(static_cast<int>(column), Qt::Horizontal).toString();
            QVERIFY(b.width(column) >= words.horizontalAdvance(title));
            QVERIFY2(b.width(column) <= words.horizontalAdvance(title) + 24, qPrintable(title));
        }
        // The longest name is whole in two lines: that is how units are told apart.
        int longest = 0;
        for (int row = 0; row < b.panel->model().rowCount(); ++row) {
            const QString name =
                b.panel->model().index(row, static_cast<int>(Column::Unit)).data().toString();
            longest = std::max(longest, words.horizontalAdvance(name));
        }
        QVERIFY(2 * b.width(Column::Unit) >= longest);
        QVERIFY(b.panel->table().wordWrap());
        QVERIFY(!b.isShown(Column::Distance));
        QVERIFY(!b.isShown(Column::Reasons));
        // Nothing overhangs, and nothing stays empty.
        const int spare =
            b.panel->table().viewport()->width() - b.panel->table().horizontalHeader()->length();
        QVERIFY2(spare >= 0 && spare <= 4, qPrintable(QString::number(spare)));
    }
    void roomGoesToTheNameBeforeTheReasons()
    {
        const Bench b;
        b.show(520);
        QVERIFY(b.width(Column::Unit) >= 200);
        QVERIFY(b.isShown(Column::Distance));
        QVERIFY(!b.isShown(Column::Reasons));
        b.show(1000);
        QVERIFY(b.isShown(Column::Rank));
        QVERIFY(b.isShown(Column::Reasons));
        QVERIFY(b.width(Column::Unit) > 240);
        QCOMPARE(b.panel->table().horizontalHeader()->length(),
                 b.panel->table().viewport()->width());
    }
    void nothingChosenIsNoRefusal()
    {
        const Bench b;
        b.panel->setCases({});
        QCOMPARE(b.panel->findChild<QLabel *>(u"panelNote"_s)->text(),
                 u"Choose cases in the queue, or drop cases on a unit."_s);
    }
    void offersKeepTheirNumbers()
    {
        const QFontMetrics metrics(QGuiApplication::font());
        const QString name = u"Dongcheng Urban Facilities Support Centre of the North"_s;
        const QString detail = u"handles this class in this street · 140 m away · 5 open"_s;
        QCOMPARE(offerText(name, detail, metrics, 4000), name + u"    "_s + detail);
        for (const int room : {700, 500, 300}) {
            const QString text = offerText(name, detail, metrics, room);
            QVERIFY(text.startsWith(u"Dongch"_s));
            QVERIFY2(text.endsWith(u"5 open"_s), qPrintable(text));
            QVERIFY(metrics.horizontalAdvance(text) <= room);
        }
    }
};
static const TestRegistration<TestUnitsPanel> sRegistration;

} // namespace gridward

#include "test_unitspanel.moc"
