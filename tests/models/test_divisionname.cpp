// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/divisionname.h"
#include "tests/support/testregistry.h"

using namespace Qt::StringLiterals;

namespace gridward {

class TestDivisionName : public QObject
{
    Q_OBJECT
private slots:
    void isAWordAlsoWithoutAName_data()
    {
        QTest::addColumn<QString>("level");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("called");
        QTest::newRow("a name") << u"street"_s << u"Donghuamen"_s << u"Donghuamen"_s;
        QTest::newRow("none") << u"street"_s << QString() << u"Street 110101001"_s;
        QTest::newRow("its code") << u"street"_s << u"110101001"_s << u"Street 110101001"_s;
        QTest::newRow("a community") << u"community"_s << QString() << u"Community 110101001"_s;
        QTest::newRow("a level of its own") << u"lane"_s << QString() << u"110101001"_s;
    }
    void isAWordAlsoWithoutAName()
    {
        QFETCH(const QString, level);
        QFETCH(const QString, name);
        Division division;
        division.code = u"110101001"_s;
        division.level = level;
        division.name = name;
        QTEST(calledName(division), "called");
    }
};
static const TestRegistration<TestDivisionName> sRegistration;

} // namespace gridward

#include "test_divisionname.moc"
