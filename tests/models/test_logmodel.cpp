// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/logmodel.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;

namespace gridward {

class TestLogModel : public QObject
{
    Q_OBJECT
    static LogLine line(int number)
    {
        return {QDateTime::fromSecsSinceEpoch(number, Qt::UTC),
                LogLine::Level::Warning,
                u"gridward.test"_s,
                QString::number(number)};
    }

private slots:
    void keepsTheNewest()
    {
        LogModel model(5);
        const QAbstractItemModelTester tester(&model);
        model.append({});
        QCOMPARE(model.rowCount(), 0);
        for (int i = 0; i < 8; ++i) {
            model.append({line(i)});
        }
        QCOMPARE(model.rowCount(), 5);
        const int text = static_cast<int>(LogModel::Column::Text);
        QCOMPARE(model.index(0, text).data().toString(), u"3"_s);
        QCOMPARE(model.index(4, text).data().toString(), u"7"_s);
        QList<LogLine> many;
        for (int i = 100; i < 120; ++i) {
            many.append(line(i));
        }
        model.append(many);
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.index(0, text).data().toString(), u"115"_s);
        model.retranslate();
    }
    void showsEveryColumn()
    {
        LogModel model;
        model.append({line(3600)});
        for (int column = 0; column < model.columnCount(); ++column) {
            QVERIFY(!model.index(0, column).data().toString().isEmpty());
            QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
        }
        QCOMPARE(model.index(0, 0).data().toString(), u"01:00:00.000"_s);
    }
};
static const TestRegistration<TestLogModel> sRegistration;

} // namespace gridward

#include "test_logmodel.moc"
