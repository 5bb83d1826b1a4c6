// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue that comes with the program, against the text of the domain reference.
#include "models/domain/catalogueworkbook.h"
#include "models/domain/crosswalk.h"
#include "models/service/simulation/simulationdata.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QString resource(const QString &name)
{
    return QStringLiteral(GRIDWARD_TEST_DATA) + u"/../../resources/"_s + name;
}

QString keyOf(const ClassKey &key)
{
    return toId(key.kind) + u' ' + key.code;
}

ClassKey oldClass(CaseKind kind, const QString &code)
{
    return {legacyScheme(), kind, code};
}

ClassKey newClass(CaseKind kind, const QString &code)
{
    return {defaultScheme(), kind, code};
}

} // namespace

class TestCatalogue : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        const Result<SimulationData> data =
            readSimulationData(resource(u"demo"_s), resource(u"catalogue"_s));
        QVERIFY2(data, data ? "" : qPrintable(data.error().message));
        mData = data.value();
    }
    void everyClassIsThatOfTheReference()
    {
        QFile file(QStringLiteral(GRIDWARD_TEST_DATA) + u"/catalogue-47678.txt"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QHash<QString, QString> expected;
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            if (line.isEmpty() || line.startsWith(u'#')) {
                continue;
            }
            const QString code = line.section(u' ', 1, 1);
            const QString name = line.section(u' ', 2);
            expected.insert(line.section(u' ', 0, 1), name);
            if (line.startsWith("component"_L1)) {
                expected.insert(u"matter "_s + code, name + u"异常"_s);
            }
        }
        QCOMPARE(expected.size(), 153 + 250);
        int components = 0;
        int matters = 0;
        for (const CatalogueEntry &entry : std::as_const(mData.catalogue)) {
            if (entry.key.scheme != defaultScheme()) {
                continue;
            }
            ++(entry.key.kind == CaseKind::Component ? components : matters);
            QCOMPARE(entry.name, expected.take(keyOf(entry.key)));
            QCOMPARE(entry.majorCode, entry.key.code.left(2));
            QVERIFY(!entry.local && entry.isInForce());
        }
        QCOMPARE(components, 153);
        QCOMPARE(matters, 250);
        QVERIFY2(expected.isEmpty(), qPrintable(expected.keys().join(u", "_s)));
    }
    void theOlderEditionStandsBeside()
    {
        int components = 0;
        int matters = 0;
        for (const CatalogueEntry &entry : std::as_const(mData.catalogue)) {
            if (entry.key.scheme != legacyScheme()) {
                QCOMPARE(entry.note, QString()); // nothing is in doubt but the older one
                continue;
            }
            ++(entry.key.kind == CaseKind::Component ? components : matters);
            QCOMPARE(entry.key.code.size(), codeLength(legacyScheme()));
            const QString certainty = entry.note.section(u':', 0, 0);
            QVERIFY2(
                QStringList({u"confirmed"_s, u"derived"_s, u"uncertain"_s}).contains(certainty),
                qPrintable(entry.note));
        }
        QCOMPARE(components, 126);
        QCOMPARE(matters, 97);
    }
    void everyClassHasOneToEightConditions()
    {
        QHash<QString, int> counts;
        for (const FilingStandard &standard : std::as_const(mData.standards)) {
            QCOMPARE(standard.key.scheme, defaultScheme());
            QCOMPARE(standard.source, exampleSource()); // an example, and named as one
            QVERIFY(standard.limitValue > 0);
            QVERIFY(!standard.condition.isEmpty() && !standard.closingCondition.isEmpty());
            QVERIFY(!standard.unitKind.isEmpty() && !standard.supervisor.isEmpty());
            ++counts[keyOf(standard.key)];
        }
        QVERIFY(exampleSource().contains(u"示例"_s) && exampleSource().contains(u"example"_s));
        QCOMPARE(counts.size(), 153 + 250);
        QVERIFY(std::ranges::max(counts.values()) <= 8);
    }
    void limitsThatTheReferenceNames()
    {
        const auto limits = [this](const QString &code) {
            QStringList found;
            for (const FilingStandard &standard : std::as_const(mData.standards)) {
                if (standard.key == newClass(CaseKind::Matter, code)) {
                    found.append(toText(standard.limit()));
                }
            }
            return found;
        };
        QVERIFY(limits(u"01001"_s).contains(u"2 urgent-hour"_s)); // a cover missing
        QVERIFY(limits(u"01001"_s).contains(u"4 working-hour"_s));
        QCOMPARE(limits(u"06010"_s), QStringList({u"4 working-hour"_s})); // exposed garbage
        QCOMPARE(limits(u"06011"_s), QStringList({u"5 working-day"_s}));
        QCOMPARE(limits(u"06012"_s), QStringList({u"2 working-hour"_s}));
        QCOMPARE(limits(u"07001"_s), QStringList({u"1 working-day"_s}));
        QVERIFY(limits(u"06001"_s).contains(u"2 urgent-day"_s));
        QVERIFY(limits(u"06001"_s).contains(u"15 working-day"_s));
    }
    void crosswalkTellsRuleProposalAndNothing()
    {
        const QList<CrosswalkRow> rows{
            {oldClass(CaseKind::Component, u"0101"_s),
             newClass(CaseKind::Component, u"01001"_s),
             true,
             u"confirmed"_s},
            {oldClass(CaseKind::Component, u"0101"_s),
             newClass(CaseKind::Matter, u"01001"_s),
             true,
             u"confirmed"_s},
            {oldClass(CaseKind::Component, u"0201"_s),
             newClass(CaseKind::Component, u"02001"_s),
             true,
             u"sure"_s},
            {oldClass(CaseKind::Component, u"0201"_s),
             newClass(CaseKind::Matter, u"02001"_s),
             false,
             u"not sure"_s},
            {oldClass(CaseKind::Matter, u"0500"_s), {{}, {}, {}}, false, u"whole class"_s},
            {oldClass(CaseKind::Matter, u"0101"_s),
             newClass(CaseKind::Matter, u"06001"_s),
             true,
             {}},
            {oldClass(CaseKind::Matter, u"0101"_s),
             newClass(CaseKind::Matter, u"06002"_s),
             true,
             {}},
            {oldClass(CaseKind::Matter, u"0102"_s),
             newClass(CaseKind::Matter, u"99999"_s),
             true,
             {}}};
        const Result<Crosswalk> made = Crosswalk::make(rows);
        QVERIFY(made);
        QList<ClassKey> keys;
        for (const QString &code : {u"0101"_s, u"0201"_s, u"0909"_s}) {
            keys.append(oldClass(CaseKind::Component, code));
        }
        for (const QString &code : {u"0500"_s, u"0101"_s, u"0102"_s}) {
            keys.append(oldClass(CaseKind::Matter, code));
        }
        const CrosswalkReport report = made.value().report(
            keys, defaultScheme(), [](const ClassKey &key) { return key.code != "99999"_L1; });
        QCOMPARE(report.byRule.size(), 1);
        QCOMPARE(report.byRule.first().targets,
                 QList<ClassKey>({newClass(CaseKind::Component, u"01001"_s),
                                  newClass(CaseKind::Matter, u"01001"_s)}));
        QCOMPARE(report.proposed.size(), 2);
        QCOMPARE(report.proposed.first().reason, u"not sure"_s); // one doubt is enough
        QCOMPARE(report.proposed.last().targets.size(), 2);      // a choice is for a person
        QCOMPARE(report.unmapped.size(), 3);
        QCOMPARE(report.unmapped.at(0).from.code, u"0909"_s);
        QVERIFY(!report.unmapped.at(0).reason.isEmpty());
        QCOMPARE(report.unmapped.at(1).reason, u"whole class"_s);
        QVERIFY(report.unmapped.at(2).reason.contains(u"99999"_s));
        // Another target scheme is another question.
        QCOMPARE(made.value().map(keys.first(), u"local:x"_s).kind, ClassMapping::Kind::Unmapped);
    }
    void crosswalkRefusesContradictions()
    {
        const CrosswalkRow row{oldClass(CaseKind::Matter, u"0101"_s),
                               newClass(CaseKind::Matter, u"06001"_s),
                               true,
                               {}};
        QVERIFY(!Crosswalk::make({row, row}));
        CrosswalkRow circle = row;
        circle.to.scheme = legacyScheme();
        const Result<Crosswalk> made = Crosswalk::make({circle});
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::InvalidInput);
    }
    void theVersionOfADay()
    {
        FilingStandard first;
        first.version = 1;
        FilingStandard second = first;
        second.version = 2;
        second.validFrom = QDate(2026, 7, 1);
        QVERIFY(!standardOn({}, QDate(2026, 1, 1)));
        QCOMPARE(standardOn({second, first}, QDate(2026, 6, 30))->version, 1);
        QCOMPARE(standardOn({first, second}, QDate(2026, 7, 1))->version, 2);
        first.validFrom = QDate(2026, 1, 1);
        QCOMPARE(standardOn({first, second}, QDate(2020, 1, 1))->version, 1);
    }
    void theConditionsOfAPlace()
    {
        FilingStandard anywhere;
        anywhere.id = u"1"_s;
        FilingStandard street = anywhere;
        street.id = u"2"_s;
        street.area = u"110101001"_s;
        FilingStandard community = anywhere;
        community.id = u"3"_s;
        community.area = u"110101001002"_s;
        const QList<FilingStandard> all{anywhere, street, community};
        Case subject;
        QCOMPARE(applicableTo(subject, all), QList<FilingStandard>({anywhere}));
        subject.street = u"110101001"_s;
        QCOMPARE(applicableTo(subject, all), QList<FilingStandard>({street}));
        subject.community = u"110101001002"_s;
        subject.grid = u"110101001002003"_s;
        QCOMPARE(applicableTo(subject, all), QList<FilingStandard>({community}));
        subject.street = u"110101002"_s;
        subject.community = u"110101002001"_s;
        subject.grid = u"110101002001001"_s;
        QCOMPARE(applicableTo(subject, all), QList<FilingStandard>({anywhere}));
    }

private:
    SimulationData mData;
};

static const TestRegistration<TestCatalogue> registration;

} // namespace gridward

#include "test_catalogue.moc"
