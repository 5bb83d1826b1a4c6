// SPDX-License-Identifier: GPL-3.0-or-later
// What the page and the folder of a case say can be believed, and who may take the folder.
#include "models/domain/casechain.h"
#include "models/domain/outlinerings.h"
#include "models/service/casejson.h"
#include "models/service/dossierdesk.h"
#include "models/store/auditstore.h"
#include "models/store/geopackagestore.h"
#include "models/view/casefolder.h"
#include "models/view/casewords.h"
#include "tests/support/casehistory.h"
#include "tests/support/storebuilders.h"
#include "tests/support/testregistry.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** Plays it and chains its events as a store does. */
bool play(CaseHistory &history, const QString &script)
{
    if (!history.play(script)) {
        return false;
    }
    QByteArray hash;
    for (CaseEvent &event : history.events) {
        event.hash = hash = chainHash(hash, history.record.subject.id, event);
    }
    return true;
}

QByteArray hashOf(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

} // namespace

class TestCaseDossier : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir mFolder;
    FixedClock mClock{testStart()};
    std::unique_ptr<GeoPackageStore> mStore;
    CaseId mId;
    int mNext = 0;

    void makeStore()
    {
        const QString path = mFolder.filePath(u"d%1.gpkg"_s.arg(++mNext));
        Result<std::unique_ptr<GeoPackageStore>> made = GeoPackageStore::create(path, smallInfo());
        QVERIFY(made);
        mStore = std::move(made).value();
        QVERIFY(fillSmallDistrict(*mStore));
        QVERIFY(mStore->write(smallComponents()));
        QVERIFY(mStore->write(smallPlaces()));
        QVERIFY(mStore->write(
            QList<User>{{u"two"_s, {}, u"dispatcher"_s, {}, {}, false, false},
                        {u"filer"_s, {}, u"filer"_s, {}, {}, false, false},
                        {u"elsewhere"_s, {}, u"dispatcher"_s, u"110101002"_s, {}, false, false}}));
        CaseStep report = reportStep(testStart());
        report.attachments = {{u"前.jpg"_s, u"image/jpeg"_s, "not a picture"},
                              {u"a(b).txt"_s, u"text/plain"_s, "words"}};
        mId = CaseId::make(testStart(), 1, static_cast<quint64>(mNext));
        QVERIFY(mStore->cases().add(mId, report));
    }
    User userOf(const QString &name)
    {
        const Result<std::optional<User>> user = mStore->user(name);
        return user && user.value() ? *user.value() : User{};
    }
    Result<CaseDossier> read()
    {
        CaseDesk desk(*mStore, mClock, u"test"_s);
        return readDossier(*mStore, desk, mId, userOf(u"two"_s), testStart());
    }
    Result<FolderGrant> take(const QString &name)
    {
        const User user = userOf(name);
        mStore->actAs(user, testStart());
        CaseDesk desk(*mStore, mClock, u"test"_s);
        Result<FolderGrant> grant =
            grantFolder(*mStore, desk, mId, user, u"/tmp/x.pdf"_s, {name, u"test"_s, testStart()});
        mStore->actAs(std::nullopt, testStart());
        return grant;
    }
    qsizetype exportsNoted()
    {
        AuditQuery query;
        query.kind = AuditKind::Export;
        const Result<QList<AuditRecord>> notes = mStore->audit().list(query);
        return notes ? notes.value().size() : -1;
    }

private slots:
    void anUntouchedLogIsSound()
    {
        CaseHistory history;
        QVERIFY(play(history, u"2026-11-20 15:50 report\n2026-11-20 16:00 file 4 working-hour"_s));
        const ChainCheck check = checkChain(history.record, history.events);
        QVERIFY(check.isSound());
        QCOMPARE(check.links.count(true), history.events.size());
        QCOMPARE(check.head, history.events.last().hash);
        QVERIFY(check.broken(history.events).isEmpty());
    }

    void whatWasChangedIsNamed()
    {
        CaseHistory history;
        QVERIFY(play(history,
                     u"2026-11-20 15:50 report\n2026-11-20 16:00 file 4 working-hour\n"
                     "2026-11-20 16:05 dispatch U1"_s));
        QList<CaseEvent> changed = history.events;
        changed[1].note = u"another reason"_s;
        const ChainCheck note = checkChain(history.record, changed);
        QVERIFY(!note.isSound());
        QCOMPARE(note.broken(changed), QList<int>{changed.at(1).sequence});
        // Whoever makes the hash fit again breaks the next link instead.
        changed[1].hash = chainHash(changed.at(0).hash, history.record.subject.id, changed.at(1));
        QCOMPARE(checkChain(history.record, changed).broken(changed),
                 QList<int>{changed.at(2).sequence});
    }

    void whatWasCutOrForgedIsSeen()
    {
        CaseHistory history;
        QVERIFY(play(history,
                     u"2026-11-20 15:50 report\n2026-11-20 16:00 file 4 working-hour\n"
                     "2026-11-20 16:05 dispatch U1"_s));
        QList<CaseEvent> cut = history.events;
        cut.removeLast(); // the chain of what is left holds: the row knows better
        const ChainCheck end = checkChain(history.record, cut);
        QVERIFY(!end.links.contains(false));
        QVERIFY(!end.isRowTrue && !end.isSound());
        QList<CaseEvent> hole = history.events;
        hole.removeAt(1);
        QVERIFY(!checkChain(history.record, hole).isComplete);
        CaseRecord forged = history.record;
        forged.subject.level = CaseLevel::Red;
        QVERIFY(!checkChain(forged, history.events).isSound());
        QVERIFY(!checkChain(history.record, {}).isSound());
    }

    void evidenceIsHeldAgainstTheLog()
    {
        CaseEvent report;
        report.sequence = 1;
        report.at = testStart();
        const auto entry = [](const QString &name, const QByteArray &content) {
            return QJsonObject{{u"name"_s, name},
                               {u"sha256"_s, QString::fromLatin1(hashOf(content).toHex())}};
        };
        report.facts = factsText(
            {{QLatin1String(fact::kAttachments),
              QJsonArray{
                  entry(u"a.txt"_s, "a"), entry(u"b.txt"_s, "b"), entry(u"gone.txt"_s, "g")}}});
        const QList<EvidenceItem> items = evidenceOf({report},
                                                     {{u"a.txt"_s, u"text/plain"_s, "a"},
                                                      {u"b.txt"_s, u"text/plain"_s, "B"},
                                                      {u"new.txt"_s, u"text/plain"_s, "n"}},
                                                     std::nullopt,
                                                     QTimeZone::utc());
        QCOMPARE(items.size(), 4);
        QCOMPARE(items.at(0).state, EvidenceItem::State::Holds);
        QCOMPARE(items.at(0).phase, EvidencePhase::Before);
        QCOMPARE(items.at(1).state, EvidenceItem::State::Changed);
        QCOMPARE(items.at(2).state, EvidenceItem::State::Unlogged);
        QCOMPARE(items.at(2).place, 2);
        QCOMPARE(items.at(3).state, EvidenceItem::State::Missing);
        QCOMPARE(items.at(3).attachment.name, u"gone.txt"_s);
        QCOMPARE(items.at(3).place, -1);
    }

    void picturesFromElsewhereAndLongAgoAreOdd()
    {
        EvidenceItem item;
        item.at = testStart();
        item.photo = PhotoFacts{u"image/jpeg"_s, {}, testStart() - std::chrono::hours(23)};
        item.metres = 199.0;
        QVERIFY(!item.isFar() && !item.isOddTime());
        item.metres = 201.0;
        item.photo->takenAt = testStart() - std::chrono::hours(25);
        QVERIFY(item.isFar() && item.isOddTime());
        item.photo->takenAt = testStart() + std::chrono::hours(25);
        QVERIFY(item.isOddTime());
    }

    void outlinesAreReadOrNot()
    {
        const OutlineRings rings = outlineRings(smallGrids().first().outline);
        QCOMPARE(rings.size(), 1);
        QVERIFY(rings.first().size() >= 4);
        QByteArray cut = smallGrids().first().outline;
        cut.chop(5);
        QVERIFY(outlineRings(cut).isEmpty());
        QVERIFY(outlineRings({}).isEmpty());
        QVERIFY(outlineRings(QByteArray(400, '\xff')).isEmpty());
    }

    void aDossierHasAllThatBelongsToTheCase()
    {
        makeStore();
        const Result<CaseDossier> dossier = read();
        QVERIFY2(dossier, dossier ? "" : qPrintable(dossier.error().message));
        const CaseDossier &all = dossier.value();
        QVERIFY(all.chain.isSound());
        QCOMPARE(all.evidence.size(), 2);
        QCOMPARE(all.evidence.first().state, EvidenceItem::State::Holds);
        QCOMPARE(all.people.size(), 1);
        QCOMPARE(all.people.first().account, u"tester"_s);
        QVERIFY(std::ranges::any_of(all.surroundings.grids,
                                    [](const auto &grid) { return grid.isOwn; }));
        const Result<CaseRecord> record = mStore->cases().record(mId);
        const QByteArray shown =
            QJsonDocument(caseShowJson(record.value(), all.file.events, testStart(), false))
                .toJson(QJsonDocument::Compact) +
            '\n';
        QCOMPARE(all.log, shown);
        QVERIFY(all.surroundings.cases.isEmpty()); // it is no case near itself
    }

    void evidenceThatTheClassAsksForIsMissed()
    {
        makeStore();
        RuleBook book = sampleRuleBook();
        book.version += 1;
        ClassRule rule;
        rule.scheme = defaultScheme();
        rule.classCode = mStore->cases().find(mId).value().classKey.code;
        rule.evidenceFor = {u"report"_s, u"handle"_s};
        book.classes.append(rule);
        QVERIFY(mStore->write(book) && mStore->publish());
        const Result<CaseDossier> before = read();
        QVERIFY2(before, before ? "" : qPrintable(before.error().message));
        QVERIFY(before.value().missingEvidence.isEmpty()); // it came with the report
        CaseStep dispatch = stepOf(CaseAction::Dispatch, CaseState::AtUnit, testStart());
        dispatch.facts = {{QLatin1String(fact::kUnit), u"U1"_s}};
        int version = 1;
        for (const CaseStep &step : {stepOf(CaseAction::File, CaseState::Filed, testStart()),
                                     dispatch,
                                     stepOf(CaseAction::Handle, CaseState::FedBack, testStart())}) {
            const Result<Case> taken = mStore->cases().append(mId, version++, step);
            QVERIFY2(taken, taken ? "" : qPrintable(taken.error().message));
        }
        const Result<CaseDossier> after = read();
        QVERIFY2(after, after ? "" : qPrintable(after.error().message));
        QCOMPARE(after.value().missingEvidence, QList<CaseAction>{CaseAction::Handle});
    }

    void aForgedRowIsToldInTheFolder()
    {
        makeStore();
        const auto isToldAs = [this](bool alert) {
            const Result<CaseDossier> dossier = read();
            if (!dossier) {
                return false;
            }
            const CaseFolder folder = makeCaseFolder(dossier.value(), {});
            const auto alerts =
                std::ranges::count(folder.blocks, FolderBlock::Kind::Alert, &FolderBlock::kind);
            return alert ? alerts >= 2 : alerts == 0; // on the cover and above the log
        };
        QVERIFY(isToldAs(false));
        SqlConnection &connection = mStore->connection();
        QVERIFY(connection.execute(u"UPDATE cases SET text = 'nothing'"_s));
        QVERIFY(isToldAs(true));
    }

    void everyTimeInTheFolderHasItsYear()
    {
        makeStore();
        const CaseDossier dossier = read().value();
        const CaseFolder folder = makeCaseFolder(dossier, {});
        QStringList words;
        for (const FolderBlock &block : folder.blocks) {
            words.append(block.text);
            for (const dossier_words::Line &line : block.lines) {
                words.append({line.label, line.value});
            }
            for (const QStringList &row : block.rows) {
                words.append(row);
            }
        }
        static const QRegularExpression time(u"(\\d{4}-)?\\d{2}-\\d{2} \\d{2}:\\d{2}"_s);
        int times = 0;
        for (const QString &text : std::as_const(words)) {
            for (auto found = time.globalMatch(text); found.hasNext(); ++times) {
                QVERIFY2(!found.next().captured(1).isEmpty(), qPrintable(text));
            }
        }
        QVERIFY(times > 5);
        // Who is on duty is so at one moment: the folder says at which.
        const QString at = dossier_words::fullTime(dossier.at);
        QVERIFY(std::ranges::any_of(folder.blocks, [&](const FolderBlock &block) {
            return block.kind == FolderBlock::Kind::Heading && block.text.contains(at);
        }));
        // The page on the screen is read today.
        QVERIFY(!case_words::timeText(dossier.at, dossier.at).startsWith(at.first(4)));
    }

    void namesInTheFolderAreSafeAndUnique()
    {
        makeStore();
        const CaseFolder folder = makeCaseFolder(read().value(), {});
        QCOMPARE(folder.files.size(), 3);
        QCOMPARE(folder.files.at(0).name, u"00-log.json"_s);
        QCOMPARE(folder.files.at(1).name, u"01-_.jpg"_s);
        QCOMPARE(folder.files.at(1).original, u"前.jpg"_s);
        QCOMPARE(folder.files.at(2).name, u"02-a_b_.txt"_s);
        QCOMPARE(folder.files.at(2).content, "words");
    }

    void aFolderIsNotedOrRefused()
    {
        makeStore();
        const Result<FolderGrant> taken = take(u"two"_s);
        QVERIFY2(taken, taken ? "" : qPrintable(taken.error().message));
        QCOMPARE(taken.value().stamp.user, u"two"_s);
        QCOMPARE(exportsNoted(), 1);
        // Filers print cases, but do not take them out; and nobody takes what they do not see.
        const Result<FolderGrant> printed = take(u"filer"_s);
        QVERIFY(!printed);
        QCOMPARE(printed.error().code, ErrorCode::Refused);
        const Result<FolderGrant> unseen = take(u"elsewhere"_s);
        QVERIFY(!unseen);
        QCOMPARE(exportsNoted(), 1);
    }

    void casesAreFoundByNumber()
    {
        makeStore();
        const QString number = mStore->cases().find(mId).value().number;
        CaseDesk desk(*mStore, mClock, u"test"_s);
        const auto found = [&](const QString &text) {
            const Result<QList<Case>> cases = findCases(*mStore, desk, text, userOf(u"two"_s));
            return cases ? cases.value().size() : -1;
        };
        QCOMPARE(found(number), 1);
        QCOMPARE(found(u"#"_s + number.left(10)), 1);
        QCOMPARE(found(mId.toText()), 1);
        QCOMPARE(found(u"110"_s), 0); // fewer than four digits fit everything
        QCOMPARE(found(u"垃圾"_s), 0);
        const Result<QList<Case>> unseen = findCases(*mStore, desk, number, userOf(u"elsewhere"_s));
        QVERIFY(unseen && unseen.value().isEmpty());
    }
};

static const TestRegistration<TestCaseDossier> sRegistered;

} // namespace gridward

#include "test_casedossier.moc"
