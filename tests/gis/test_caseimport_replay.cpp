// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/casereplay.h"
#include "models/domain/lifecycle.h"
#include "tests/support/memorystore.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gridward {

class TestCaseReplay : public QObject
{
    Q_OBJECT

    const Instant kNow = *instantFromIso(u"2026-11-21T07:00:00Z"_s);
    QTemporaryDir mFolder;

    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(mFolder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("no room for test files");
        }
        return file.fileName();
    }
    CaseImportOptions options(const QString &file, const QString &profile) const
    {
        const QString data = QString::fromUtf8(GRIDWARD_TEST_DATA);
        const Result<CaseProfile> found =
            CaseProfile::find(profile, {data + u"/../../resources/profiles"_s});
        CaseImportOptions options;
        options.file = file;
        options.profile = found ? found.value() : CaseProfile();
        options.actor = u"player"_s;
        options.now = kNow;
        return options;
    }
    static QString data(const QString &name)
    {
        return QString::fromUtf8(GRIDWARD_TEST_DATA) + u"/cases/"_s + name;
    }
    static QByteArray boston(const QByteArray &rows)
    {
        return "case_id,opened_at,target_at,closed_at,on_time,status,closure_code,subject,reason,"
               "type,"
               "queue,department,neighborhood,lat,lon,source\n" +
               rows;
    }

private slots:
    void replayInOrder()
    {
        const auto store = std::make_unique<MemoryStore>();
        const QByteArray later =
            "2,2011-07-02 01:00:00,2011-07-04 01:00:00,2011-07-03 01:00:00,ONTIME,Closed,"
            "Resolved,s,r,t,q,PWDx,n,42.3,-71.07,Twitter\n";
        const QByteArray earlier =
            "1,2011-07-01 01:00:00,,2011-07-05 01:00:00,,Closed,Duplicate,s,r,t,q,PWDx,"
            "n,42.3,-71.07,Twitter\n";
        const Result<std::unique_ptr<CaseReplay>> opened = CaseReplay::open(
            *store,
            options(write(u"r.csv"_s, boston(later + "bad\n" + earlier)), u"boston-311"_s),
            {});
        QVERIFY(opened.isOk());
        CaseReplay &replaying = *opened.value();
        QCOMPARE(replaying.count(), 2);
        QCOMPARE(replaying.refused(), 1);
        const ReplayItem first = *replaying.next().value();
        const ReplayItem second = *replaying.next().value();
        QVERIFY(!replaying.next().value());
        QCOMPARE(first.line, 4);
        QCOMPARE(second.line, 2);
        QCOMPARE(first.reportedAt, *replaying.begins());
        QCOMPARE(second.steps.size(), 6);
        QCOMPARE(second.steps.back().to, CaseState::Closed);
        QCOMPARE(toIsoText(second.steps.back().at), u"2011-07-03T05:00:00.000Z"_s);

        const ReplayClock clock{*replaying.begins(), kNow, 3600.0}; // a day in 24 s
        const ReplayItem moved = CaseReplay::moved(second, clock);
        QCOMPARE(moved.reportedAt, kNow + std::chrono::seconds(24));
        QCOMPARE(moved.steps.back().at, kNow + std::chrono::seconds(48));
        QVERIFY(store->cases().add(moved.id, moved.steps.front()).isOk());
        for (int i = 1; i < moved.steps.size(); ++i) {
            QVERIFY(store->cases().append(moved.id, i, moved.steps.at(i)).isOk());
        }
        const Case played = store->cases().find(moved.id).value();
        QCOMPARE(*played.reportedAt, moved.reportedAt);
        QCOMPARE(*played.dueAt, kNow + std::chrono::seconds(72));
        QCOMPARE(*played.handledAt, *played.closedAt);
        QCOMPARE(played.unit, u"PWDx"_s);
        QVERIFY(!isOverdue(played, kNow));
        QCOMPARE(played.externalId, u"2"_s);
    }

    void replayIsLegal_data()
    {
        QTest::addColumn<QString>("set");
        QTest::newRow("boston") << u"boston-311"_s;
        QTest::newRow("taipei") << u"taipei-1999"_s;
        QTest::newRow("zurich") << u"zurich-zwn"_s;
    }
    void replayIsLegal()
    {
        QFETCH(QString, set);
        const auto store = std::make_unique<MemoryStore>();
        const Result<std::unique_ptr<CaseReplay>> opened =
            CaseReplay::open(*store, options(data(set + u".csv"_s), set), {});
        QVERIFY(opened.isOk());
        Instant before{};
        qint64 count = 0;
        while (const std::optional<ReplayItem> item = opened.value()->next().value()) {
            ++count;
            QVERIFY(item->reportedAt >= before);
            before = item->reportedAt;
            CaseState state = item->steps.front().to;
            QCOMPARE(item->steps.front().action, CaseAction::Report);
            for (qsizetype i = 1; i < item->steps.size(); ++i) {
                const CaseStep &step = item->steps.at(i);
                const std::optional<Transition> legal = transition(state, step.action);
                QVERIFY(legal && legal->to == step.to);
                QVERIFY(!legal->needsReason || !step.note.isEmpty());
                QVERIFY(step.at >= item->steps.at(i - 1).at);
                state = step.to;
            }
        }
        QCOMPARE(count, opened.value()->count());
        QVERIFY(count >= 230);
        QVERIFY(store->cases().list({}).value().isEmpty());
    }
};
static const TestRegistration<TestCaseReplay> sRegistration;

} // namespace gridward

#include "test_caseimport_replay.moc"
