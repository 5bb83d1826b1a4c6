// SPDX-License-Identifier: GPL-3.0-or-later
// Every class of the catalogue is found as a call taker types it.
#include "models/service/classfinder.h"
#include "tests/support/testregistry.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace gridward {

class TestClassFinder : public QObject
{
    Q_OBJECT

    QList<CatalogueEntry> mEntries;
    std::shared_ptr<const ClassFinder> mFinder;

    [[nodiscard]] static QString initialsOf(const QString &name)
    {
        QString initials;
        for (const QChar one : name) {
            if (one.isLetterOrNumber()) {
                initials += pinyinOf(one).first().front();
            }
        }
        return initials;
    }
    [[nodiscard]] static QString soundsOf(const QString &name)
    {
        QString sounds;
        for (const QChar one : name) {
            if (one.isLetterOrNumber()) {
                sounds += pinyinOf(one).first();
            }
        }
        return sounds;
    }
    /** Place among what is found, from 0; -1 if it is not there. */
    [[nodiscard]] int placeOf(const CatalogueEntry &entry, const QString &typed) const
    {
        const QList<CatalogueEntry> found = mFinder->find(typed, 12);
        for (int place = 0; place < found.size(); ++place) {
            if (found.at(place).key == entry.key) {
                return place;
            }
        }
        return -1;
    }

private slots:
    void initTestCase()
    {
        QFile file(
            QStringLiteral(GRIDWARD_TEST_DATA "/../../resources/catalogue/gbt47678.5-2026.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
        for (const QString &line : lines.mid(1)) {
            const QStringList parts = line.trimmed().split(u',');
            if (parts.size() < 7) {
                continue;
            }
            CatalogueEntry entry;
            entry.key = {parts.at(0), caseKindFromId(parts.at(1)).value(), parts.at(2)};
            entry.majorName = parts.at(4);
            entry.name = parts.at(5);
            entry.nameEn = parts.at(6);
            mEntries.append(entry);
        }
        QCOMPARE(mEntries.size(), 403);
        mFinder = ClassFinder::make(mEntries);
        QCOMPARE(mFinder->size(), 403);
    }
    void everyClassIsFound()
    {
        for (const CatalogueEntry &entry : std::as_const(mEntries)) {
            const QString name = entry.name;
            // A component and the matter about it may share a code, and a beginning of their names.
            QVERIFY2(placeOf(entry, entry.key.code) >= 0 && placeOf(entry, entry.key.code) < 2,
                     qPrintable(name));
            QVERIFY2(placeOf(entry, name) >= 0 && placeOf(entry, name) < 2, qPrintable(name));
            const int initials = placeOf(entry, initialsOf(name));
            QVERIFY2(initials >= 0 && initials < 4, qPrintable(name + initialsOf(name)));
            QVERIFY2(placeOf(entry, soundsOf(name)) >= 0 && placeOf(entry, soundsOf(name)) < 4,
                     qPrintable(name + soundsOf(name)));
        }
    }
    void asPeopleTypeIt_data()
    {
        // Read by hand, not by the finder.
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        for (const auto &[typed, name] : {std::pair{"bllj", "暴露垃圾"},
                                          {"BLLJ", "暴露垃圾"},
                                          {"baolulaji", "暴露垃圾"},
                                          {"baolul", "暴露垃圾"},
                                          {"暴露", "暴露垃圾"},
                                          {"垃圾", "积存垃圾渣土"},
                                          {"06010", "暴露垃圾"},
                                          {"zdjy", "占道经营"},
                                          {"jcljzt", "积存垃圾渣土"},
                                          {"gxdclx", "共享单车乱象"},
                                          {"ltsk", "露天烧烤"},
                                          {"yjlg", "沿街晾挂"},
                                          {"jtsfgg", "街头散发广告"},
                                          {"lvdi", "绿地"},
                                          {"ldhl", "绿地护栏"},
                                          {"ludihulan", "绿地护栏"},
                                          {"ktsw", "空调室外机低挂"},
                                          {"rqtyz", "燃气调压站（箱）"},
                                          {"rqdyz", "燃气调压站（箱）"},
                                          {"xdsyc", "行道树异常"},
                                          {"hds", "行道树"},
                                          {"xlcjc", "畜力车进城"},
                                          {"clcjc", "畜力车进城"},
                                          {"tcxxxsp", "停车信息显示屏"},
                                          {"ljzt", "积存垃圾渣土"},
                                          {"shuijing", "水井"}}) {
            QTest::addRow("%s", typed) << QString::fromUtf8(typed) << QString::fromUtf8(name);
        }
    }
    void asPeopleTypeIt()
    {
        QFETCH(QString, typed);
        QFETCH(QString, name);
        QStringList found;
        for (const CatalogueEntry &entry : mFinder->find(typed, 12)) {
            found.append(entry.name);
        }
        QVERIFY2(found.contains(name), qPrintable(found.join(u' ')));
    }
    void aMatterComesBeforeTheComponentOfItsName()
    {
        for (const QString &typed : {u"03006"_s, u"污水"_s, u"井盖"_s}) {
            QCOMPARE(mFinder->find(typed, 1).first().key.kind, CaseKind::Matter);
        }
        QCOMPARE(mFinder->find(u"03006"_s, 2).last().key.kind, CaseKind::Component);
    }
    void inEnglishToo()
    {
        const QString english = mFinder->find(u"暴露垃圾"_s, 1).first().nameEn;
        QVERIFY(!english.isEmpty());
        QCOMPARE(mFinder->find(english.toUpper(), 1).first().name, u"暴露垃圾"_s);
        QVERIFY(!mFinder->find(u"manhole"_s, 5).isEmpty());
    }
    void theUsualComesFirstAmongEquals()
    {
        const auto manholes = mFinder->find(u"井盖"_s, 12);
        QVERIFY(manholes.size() > 3);
        const CatalogueEntry wanted = manholes.at(3);
        const auto finder = ClassFinder::make(mEntries, {{classId(wanted.key), 7}});
        QCOMPARE(finder->find(u"井盖"_s, 1).first().key, wanted.key);
        QCOMPARE(finder->find({}, 1).first().key, wanted.key);
        // … but what fits better stays before it.
        const auto garbage = ClassFinder::make(
            mEntries, {{classId(mFinder->find(u"积存垃圾渣土"_s, 1).first().key), 99}});
        QCOMPARE(garbage->find(u"bllj"_s, 1).first().name, u"暴露垃圾"_s);
    }
    void nothingIsFoundForNonsense()
    {
        QVERIFY(mFinder->find(u"qqqq"_s, 5).isEmpty());
        QVERIFY(mFinder->find(u"99999"_s, 5).isEmpty());
    }
};
static const TestRegistration<TestClassFinder> sRegistration;

} // namespace gridward

#include "test_classfinder.moc"
