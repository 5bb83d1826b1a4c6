// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/pinyin.h"
#include "tests/support/testregistry.h"

using namespace Qt::StringLiterals;

namespace gridward {

class TestPinyin : public QObject
{
    Q_OBJECT

private slots:
    void namesAreFoundByTheirSound_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("found");
        QTest::newRow("initials") << u"新河环卫所"_s << u"xhhws"_s << true;
        QTest::newRow("initials inside") << u"新河环卫所"_s << u"hws"_s << true;
        QTest::newRow("in full") << u"王芳"_s << u"wangf"_s << true;
        QTest::newRow("capitals") << u"王芳"_s << u"WF"_s << true;
        QTest::newRow("first letter") << u"王芳"_s << u"w"_s << true;
        QTest::newRow("one letter inside") << u"王芳"_s << u"f"_s << false;
        QTest::newRow("umlaut") << u"吕绿"_s << u"lv"_s << true;
        QTest::newRow("over a mark") << u"城管（三）中队"_s << u"cgs"_s << true;
        QTest::newRow("another") << u"王芳"_s << u"li"_s << false;
        QTest::newRow("Chinese") << u"王芳"_s << u"芳"_s << false; // found as it stands
        QTest::newRow("no Chinese name") << u"Water company"_s << u"wc"_s << false;
        QTest::newRow("nothing") << u"王芳"_s << QString() << false;
    }
    void namesAreFoundByTheirSound()
    {
        QFETCH(QString, name);
        QFETCH(QString, typed);
        QFETCH(bool, found);
        QCOMPARE(soundsLike(name, typed), found);
    }
};

static const TestRegistration<TestPinyin> registration;

} // namespace gridward

#include "test_pinyin.moc"
