// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/caseimport.h"
#include "tests/support/memorystore.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gridward {

/** The whole sets; skipped unless GRIDWARD_DATA names the folder that has them. */
class TestCaseImportFull : public QObject
{
    Q_OBJECT
private slots:
    void sets_data()
    {
        QTest::addColumn<QString>("set");
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<qint64>("rows");
        QTest::addColumn<qint64>("compared");
        QTest::newRow("boston") << u"boston-311"_s << u"cases-*.csv.gz"_s << qint64(41'827)
                                << qint64(33'356);
        QTest::newRow("zurich") << u"zurich-zwn"_s << u"reports.csv.gz"_s << qint64(41'493)
                                << qint64(0);
        QTest::newRow("taipei") << u"taipei-1999"_s << u"cases-*.csv.gz"_s << qint64(1'228'055)
                                << qint64(0);
    }
    void sets()
    {
        QFETCH(QString, set);
        QFETCH(QString, pattern);
        QFETCH(qint64, rows);
        QFETCH(qint64, compared);
        const QString root = qEnvironmentVariable("GRIDWARD_DATA");
        if (root.isEmpty()) {
            QSKIP("GRIDWARD_DATA does not name a folder with the full sets");
        }
        const QDir folder(root + u'/' + set);
        const QStringList files = folder.entryList({pattern}, QDir::Files, QDir::Name);
        QVERIFY(!files.isEmpty());
        const Result<CaseProfile> profile = CaseProfile::find(
            set, {QString::fromUtf8(GRIDWARD_TEST_DATA) + u"/../../resources/profiles"_s});
        QVERIFY(profile.isOk());
        const QTemporaryDir scratch;
        MemoryStore store;
        store.setLean(true);
        for (int run = 0; run < 2; ++run) {
            QElapsedTimer timer;
            timer.start();
            CaseImportReport sum;
            for (const QString &file : files) {
                CaseImportOptions options;
                options.file = folder.filePath(file);
                options.profile = profile.value();
                options.actor = u"importer"_s;
                options.now = *instantFromIso(u"2026-11-21T07:00:00Z"_s);
                options.refusedFile = scratch.filePath(file + u".refused.csv"_s);
                const Result<CaseImportReport> done = importCases(store, options, {});
                QVERIFY2(done.isOk(), done ? "" : qPrintable(done.error().message));
                const CaseImportReport &report = done.value();
                QCOMPARE(report.accepted + report.known + report.refused, report.read);
                sum.read += report.read;
                sum.accepted += report.accepted;
                sum.known += report.known;
                sum.refused += report.refused;
                sum.onTimeCompared += report.onTimeCompared;
                sum.onTimeEqual += report.onTimeEqual;
            }
            qInfo("%s: read %lld, accepted %lld, known %lld, refused %lld, %lld ms",
                  qPrintable(set),
                  static_cast<long long>(sum.read),
                  static_cast<long long>(sum.accepted),
                  static_cast<long long>(sum.known),
                  static_cast<long long>(sum.refused),
                  static_cast<long long>(timer.elapsed()));
            QCOMPARE(sum.read, rows);
            QCOMPARE(sum.refused, 0);
            QCOMPARE(run == 0 ? sum.accepted : sum.known, rows);
            QCOMPARE(sum.onTimeCompared, compared);
            QCOMPARE(sum.onTimeEqual, compared);
        }
    }
};
static const TestRegistration<TestCaseImportFull> sRegistration;

} // namespace gridward

#include "test_caseimport_full.moc"
