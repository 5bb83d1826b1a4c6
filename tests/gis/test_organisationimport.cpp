// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/organisationreader.h"
#include "tests/support/memorystore.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const QString kHeader = u"code,name,name_en,kind,parent,division,handles\n"_s;

} // namespace

#define GRIDWARD_TAKE(name, expression)                                                            \
    const auto name##Result = expression;                                                          \
    QVERIFY2(name##Result, name##Result ? "" : qPrintable(name##Result.error().message));          \
    const auto &name = name##Result.value()

class TestOrganisationImport : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        mFolder = std::make_unique<QTemporaryDir>();
        mOptions = {};
        mOptions.divisions = {u"110101"_s, u"110101001"_s};
        const Result<QList<UnitKind>> kinds =
            readUnitKinds(QString::fromUtf8(GRIDWARD_TEST_DATA) +
                          u"/../../resources/catalogue/handling-units-sample.csv"_s);
        QVERIFY2(kinds, kinds ? "" : qPrintable(kinds.error().message));
        mOptions.kinds = kinds.value();
    }

    void kindsOfTheCatalogue()
    {
        QCOMPARE(mOptions.kinds.size(), 58);
        const auto find = [this](const QString &key) {
            return *std::ranges::find(mOptions.kinds, key, &UnitKind::key);
        };
        QVERIFY(find(u"sanitation"_s).handles);
        QVERIFY(!find(u"dept-water"_s).handles);
        QCOMPARE(find(u"sanitation"_s).name, u"环卫作业单位"_s);
    }

    void allFields()
    {
        // The team stands before the office that it belongs to.
        write(kHeader + u"T1,环卫一队,Sanitation Team 1,sanitation,OFFICE,110101001,\n"
                        "OFFICE,东华门街道办事处,,街道办事处,,110101001,no\n"
                        "DEPT,水务局,,Water affairs bureau,,,是\n"
                        "GOV,区政府,,,,,\n"_s);
        GRIDWARD_TAKE(report, readOrganisations(file(), mOptions));
        QVERIFY(report.refused.isEmpty());
        QCOMPARE(report.read, 4);
        const QList<Organisation> expected{
            {u"T1"_s,
             u"OFFICE"_s,
             u"环卫一队"_s,
             u"Sanitation Team 1"_s,
             u"sanitation"_s,
             u"110101001"_s,
             true},
            {u"OFFICE"_s,
             {},
             u"东华门街道办事处"_s,
             {},
             u"subdistrict-office"_s,
             u"110101001"_s,
             false},
            {u"DEPT"_s, {}, u"水务局"_s, {}, u"dept-water"_s, {}, true},
            {u"GOV"_s, {}, u"区政府"_s, {}, {}, {}, false}};
        QCOMPARE(report.organisations, expected);
    }

    void otherColumnNames()
    {
        write(
            u"单位编码;单位名称;单位类别;上级单位;服务区域\nT1;环卫一队;环卫作业单位;;110101\n"_s);
        GRIDWARD_TAKE(report, readOrganisations(file(), mOptions));
        QCOMPARE(report.organisations.value(0).kind, u"sanitation"_s);
        QCOMPARE(report.organisations.value(0).division, u"110101"_s);
        write(u"id,title\nT1,环卫一队\n"_s);
        const Error error = readOrganisations(file(), mOptions).error();
        QCOMPARE(error.code, ErrorCode::InvalidInput);
        QVERIFY(error.message.contains(u"code"_s) && error.message.contains(u"id, title"_s));
        mOptions.source.mapping = {{u"code"_s, u"ID"_s}, {u"name"_s, u"title"_s}};
        GRIDWARD_TAKE(mapped, readOrganisations(file(), mOptions));
        QCOMPARE(mapped.organisations.value(0).code, u"T1"_s);
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("rows"); ///< of which the last is refused
        QTest::addColumn<QString>("said");
        QTest::newRow("no code") << u",x,,,,,\n"_s << u"no code"_s;
        QTest::newRow("no name") << u"A,,,,,,\n"_s << u"no name"_s;
        QTest::newRow("twice") << u"A,x,,,,,\nA,y,,,,,\n"_s << u"line 2"_s;
        QTest::newRow("kind") << u"A,x,,dragons,,,\n"_s << u"dragons"_s;
        QTest::newRow("parent") << u"A,x,,,NOBODY,,\n"_s << u"NOBODY"_s;
        QTest::newRow("its own parent") << u"A,x,,,A,,\n"_s << u"above itself"_s;
        QTest::newRow("division") << u"A,x,,,,999999,\n"_s << u"999999"_s;
        QTest::newRow("handles") << u"A,x,,,,,perhaps\n"_s << u"perhaps"_s;
    }
    void refusals()
    {
        QFETCH(QString, rows);
        QFETCH(QString, said);
        write(kHeader + rows + u"GOOD,good,,,,,\n"_s);
        GRIDWARD_TAKE(report, readOrganisations(file(), mOptions));
        QCOMPARE(report.organisations.size(), report.read - 1);
        QCOMPARE(report.organisations.last().code, u"GOOD"_s);
        QCOMPARE(report.refused.size(), 1);
        QCOMPARE(report.refused.first().line, rows.count(u'\n') + 1);
        QVERIFY2(report.refused.first().reason.contains(said),
                 qPrintable(report.refused.first().reason));
    }

    void belowTheRefused()
    {
        // What is below a refused row is refused with it, and so is a ring.
        write(kHeader +
              u"C,c,,,B,,\nB,b,,,A,,\nA,a,,dragons,,,\n"
              "X,x,,,Y,,\nY,y,,,X,,\nGOOD,g,,,OLD,,\nOLD,old,,,GOOD,,\nFINE,fine,,,OLD,,\n"_s);
        mOptions.known = {{u"OLD"_s, {}, u"old"_s, {}, {}, {}, false}};
        GRIDWARD_TAKE(report, readOrganisations(file(), mOptions));
        QList<qint64> lines;
        for (const Refusal &refusal : report.refused) {
            lines.append(refusal.line);
        }
        QCOMPARE(lines, (QList<qint64>{2, 3, 4, 5, 6, 7, 8}));
        // The store's own OLD stays as it is.
        QCOMPARE(report.organisations.size(), 1);
        QCOMPARE(report.organisations.first().code, u"FINE"_s);
    }

    void twiceDoublesNothing()
    {
        MemoryStore store;
        write(kHeader + u"A,old name,,sanitation,,,\nB,b,,,A,,\n"_s);
        GRIDWARD_TAKE(first, readOrganisations(file(), mOptions));
        QVERIFY(store.write(first.organisations));
        mOptions.known = store.organisations().value();
        write(kHeader + u"A,new name,,sanitation,,,no\n"_s);
        GRIDWARD_TAKE(second, readOrganisations(file(), mOptions));
        QVERIFY(store.write(second.organisations));
        GRIDWARD_TAKE(stored, store.organisations());
        QCOMPARE(stored.size(), 2);
        QCOMPARE(stored.first().name, u"new name"_s);
        QVERIFY(!stored.first().handles);
    }

private:
    [[nodiscard]] QString file() const { return mFolder->filePath(u"o.csv"_s); }
    void write(const QString &text) const
    {
        QFile out(file());
        QVERIFY(out.open(QIODevice::WriteOnly));
        QVERIFY(out.write(text.toUtf8()) > 0);
    }

    std::unique_ptr<QTemporaryDir> mFolder;
    OrganisationReadOptions mOptions;
};
static const TestRegistration<TestOrganisationImport> sRegistration;

} // namespace gridward

#include "test_organisationimport.moc"
