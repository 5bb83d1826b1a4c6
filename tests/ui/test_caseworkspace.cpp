// SPDX-License-Identifier: GPL-3.0-or-later
// The page of one case: what it shows, how one gets to another case and back, and its folder.
#include "models/view/livecases.h"
#include "tests/support/casebuilder.h"
#include "tests/support/fakedossiers.h"
#include "tests/support/testregistry.h"
#include "ui/casepage/caseworkspace.h"
#include "ui/casepage/chainlog.h"
#include "ui/casepage/evidencepanel.h"
#include "ui/casepage/folderpaper.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/caserowlist.h"
#include "ui/panels/picturestage.h"
#include "ui/theme/theme.h"

#include <QBuffer>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QByteArray picture(Qt::GlobalColor color)
{
    QImage image(320, 200, QImage::Format_RGB32);
    image.fill(color);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "png");
    return bytes;
}

CaseDossier dossierOf(const Case &subject)
{
    CaseDossier dossier;
    dossier.file.subject = subject;
    dossier.at = Instant{};
    CaseEvent report;
    report.sequence = 1;
    report.actor = u"acceptor1"_s;
    report.to = subject.state;
    report.note = u"told by phone"_s;
    report.hash = QByteArray(32, 'a');
    dossier.file.events = {report};
    dossier.chain.links = {true};
    dossier.chain.isComplete = dossier.chain.isHistory = dossier.chain.isRowTrue = true;
    dossier.chain.head = report.hash;
    dossier.log = "{}\n";
    return dossier;
}

EvidenceItem evidence(EvidencePhase phase, const QString &name)
{
    EvidenceItem item;
    item.attachment = {name, u"image/png"_s, picture(Qt::blue)};
    item.phase = phase;
    item.place = 0;
    item.sequence = 1;
    item.at = Instant{};
    return item;
}

} // namespace

class TestCaseWorkspace : public QObject
{
    Q_OBJECT
    struct Bench
    {
        LiveCases live;
        FakeDistrict district;
        FakeDossiers dossiers;
        std::unique_ptr<CaseWorkspace> page;

        explicit Bench(const Case &subject)
        {
            district.who = {u"admin1"_s, {}, u"admin"_s, {}, {}, false, false};
            show(subject);
            live.reset({subject});
            page = std::make_unique<CaseWorkspace>(
                district, live, CaseWorkspace::Desk{&dossiers, nullptr, {}});
            page->setTheme(theme(ThemeName::Day));
            page->resize(1800, 1000);
            page->show();
        }
        void show(const Case &subject)
        {
            CaseFile file;
            file.subject = subject;
            district.file = file;
            dossiers.theDossier = dossierOf(subject);
        }
        template <typename T>
        [[nodiscard]] T *part(const QString &name) const
        {
            return page->findChild<T *>(name);
        }
        [[nodiscard]] bool isContentShown() const
        {
            return page->findChild<ChainLog *>()->isVisible();
        }
        [[nodiscard]] QString all() const
        {
            QStringList texts;
            for (const QLabel *label : page->findChildren<QLabel *>()) {
                if (label->isVisible()) {
                    texts.append(label->text());
                }
            }
            return texts.join(u'\n');
        }
    };

private slots:
    void nothingRefusedAndBrokenAreDifferentThings()
    {
        Bench bench(aCase(1));
        QVERIFY(!bench.isContentShown());
        QTRY_VERIFY(bench.all().contains(u"No case is open"_s));
        bench.dossiers.theDossier = Error{ErrorCode::Refused, u"not your street"_s, {}};
        bench.page->showCase(Case(aCase(1)).id);
        QTRY_VERIFY(bench.page->isSettled());
        QVERIFY(!bench.isContentShown());
        QTRY_VERIFY(bench.all().contains(u"not for you to see"_s));
        QTRY_VERIFY(bench.all().contains(u"not your street"_s));
        QVERIFY(!bench.part<QPushButton>(u"caseFolder"_s)->isEnabled());
        bench.dossiers.theDossier = Error{ErrorCode::Unreachable, u"disk"_s, {}};
        bench.page->showCase(Case(aCase(2)).id);
        QTRY_VERIFY(bench.all().contains(u"could not be read"_s));
    }

    void itShowsTheWholeCaseAndFollowsIt()
    {
        const Case subject = aCase(1);
        Bench bench(subject);
        bench.dossiers.theDossier = [&] {
            CaseDossier dossier = dossierOf(subject);
            dossier.evidence = {evidence(EvidencePhase::Before, u"hole.png"_s),
                                evidence(EvidencePhase::After, u"mended.png"_s)};
            return dossier;
        }();
        bench.page->showCase(subject.id);
        QTRY_VERIFY(bench.isContentShown() && bench.page->isSettled());
        for (const QString &words :
             {u"told by phone"_s, u"hole.png"_s, u"mended.png"_s, u"Verified"_s}) {
            QTRY_VERIFY2(bench.all().contains(words), qPrintable(words));
        }
        // Before stands at the left of after.
        const QList<PictureView *> pictures = bench.page->findChildren<PictureView *>();
        QCOMPARE(pictures.size(), 2);
        QTRY_VERIFY(pictures.at(0)->mapTo(bench.page.get(), QPoint()).x() <
                    pictures.at(1)->mapTo(bench.page.get(), QPoint()).x());
        const qsizetype asked = bench.dossiers.asked.size();
        Case changed = subject;
        changed.version = 3;
        bench.show(changed);
        bench.live.update({changed});
        QTRY_COMPARE(bench.dossiers.asked.size(), asked + 1); // once, not for every part
        bench.live.update({changed});
        QTRY_VERIFY(bench.district.asked.size() >= 3); // the panel read the case again
        QCOMPARE(bench.dossiers.asked.size(), asked + 1);
    }

    void everyPictureCanBeShownLarge()
    {
        const Case subject = aCase(1);
        Bench bench(subject);
        bench.dossiers.theDossier = [&] {
            CaseDossier dossier = dossierOf(subject);
            dossier.evidence = {evidence(EvidencePhase::Before, u"hole.png"_s),
                                evidence(EvidencePhase::After, u"mended.png"_s),
                                evidence(EvidencePhase::After, u"later.png"_s),
                                evidence(EvidencePhase::Check, u"check.png"_s)};
            return dossier;
        }();
        bench.page->showCase(subject.id);
        QTRY_VERIFY(bench.isContentShown() && bench.page->isSettled());
        const QList<PictureView *> pictures = bench.page->findChildren<PictureView *>();
        QCOMPARE(pictures.size(), 4);
        const auto opened = [&](PictureView *view) {
            QTest::mouseClick(view, Qt::LeftButton, {}, {4, 4});
            for (PictureStage *stage : bench.page->findChildren<PictureStage *>()) {
                if (stage->isVisible()) {
                    return stage;
                }
            }
            return static_cast<PictureStage *>(nullptr);
        };
        PictureStage *stage = opened(pictures.at(0));
        QVERIFY(stage != nullptr);
        QCOMPARE(stage->place(), 0);
        QTRY_VERIFY(stage->isSettled());
        QVERIFY(!stage->image(0).isNull() && !stage->image(1).isNull()); // before and after
        // A double click opens it, and does not close it again.
        QTest::mouseClick(stage, Qt::LeftButton);
        QVERIFY(stage->isVisible());
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(stage, Qt::Key_Right);
        }
        QCOMPARE(stage->place(), 2); // two pairs and the check
        QTRY_VERIFY(stage->isSettled());
        QVERIFY(stage->image(1).isNull());
        QTest::keyClick(stage, Qt::Key_Left);
        QCOMPARE(stage->place(), 1);
        QTest::keyClick(stage, Qt::Key_P, Qt::ControlModifier); // nothing behind it is done
        QVERIFY(bench.page->findChildren<QFileDialog *>().isEmpty());
        QTest::keyClick(stage, Qt::Key_Escape);
        QVERIFY(!stage->isVisible());
        QCOMPARE(bench.page->shownCase(),
                 std::optional(subject.id)); // Esc closed the pictures only
        PictureStage *other = opened(pictures.at(3));
        QVERIFY(other != nullptr);
        QCOMPARE(other->place(), 2);
    }

    void aBrokenChainIsUnmistakable()
    {
        const Case subject = aCase(1);
        Bench bench(subject);
        CaseDossier dossier = dossierOf(subject);
        dossier.chain.links = {false};
        bench.dossiers.theDossier = dossier;
        bench.page->showCase(subject.id);
        QTRY_VERIFY(bench.isContentShown());
        const auto *log = bench.page->findChild<ChainLog *>();
        int alerts = 0;
        for (const QLabel *label : log->findChildren<QLabel *>(u"caseNotice"_s)) {
            alerts += label->property("level").toString() == u"error"_s ? 1 : 0;
        }
        QCOMPARE(alerts, 2);                              // what it says above, and at the step
        QTRY_COMPARE(bench.all().count(u"CHANGED"_s), 2); // there, and above the whole page
        Case changed = subject;
        changed.version = 3;
        bench.show(changed);
        bench.live.update({changed});
        QTRY_COMPARE(bench.all().count(u"CHANGED"_s), 0);
    }

    void oneGoesToOtherCasesAndBack()
    {
        const Case first = aCase(1);
        const Case second = aCase(2);
        Bench bench(first);
        CaseDossier dossier = dossierOf(first);
        dossier.file.related = {second};
        bench.dossiers.theDossier = dossier;
        bench.page->showCase(first.id);
        QTRY_VERIFY(bench.isContentShown());
        auto *list = bench.page->findChild<CaseRowList *>();
        QVERIFY(list != nullptr);
        bench.show(second);
        emit list->chosen(second.id);
        QCOMPARE(*bench.page->shownCase(), second.id);
        bench.show(first);
        QSignalSpy left(bench.page.get(), &CaseWorkspace::left);
        QTest::keyClick(bench.page.get(), Qt::Key_Escape);
        QCOMPARE(*bench.page->shownCase(), first.id);
        QCOMPARE(left.size(), 0);
        QTest::keyClick(bench.page.get(), Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
    }

    void whoSitsDownNextSeesNothingOfTheOneBefore()
    {
        const Case subject = aCase(1);
        Bench bench(subject);
        bench.page->showCase(Case(aCase(2)).id);
        bench.page->showCase(subject.id);
        QTRY_VERIFY(bench.isContentShown());
        bench.dossiers.theDossier = Error{ErrorCode::Refused, u"no"_s, {}};
        bench.dossiers.late = true;
        bench.district.setUser(u"other"_s);
        QVERIFY(!bench.page->dossier()); // before there is an answer
        QVERIFY(!bench.isContentShown());
        bench.dossiers.waiting.takeLast()();
        QTRY_VERIFY(bench.page->isSettled());
        QVERIFY(!bench.page->dossier());
        // Neither does the way back lead to what the one before looked at.
        QSignalSpy left(bench.page.get(), &CaseWorkspace::left);
        QTest::keyClick(bench.page.get(), Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
    }

    void anAnswerOfAnotherCaseIsNotShown()
    {
        const Case first = aCase(1);
        const Case second = aCase(2);
        Bench bench(first);
        bench.dossiers.late = true;
        bench.page->showCase(first.id);
        bench.show(second);
        bench.page->showCase(second.id);
        QVERIFY(bench.dossiers.waiting.size() >= 2);
        bench.dossiers.waiting.takeLast()();
        QTRY_VERIFY(bench.page->dossier());
        bench.dossiers.waiting.takeFirst()();
        QCoreApplication::processEvents();
        QCOMPARE(bench.page->dossier()->file.subject.id, second.id);
    }

    void whatCannotBeReadAgainStaysAndIsSaidToBeOld()
    {
        const Case subject = aCase(1);
        Bench bench(subject);
        bench.page->showCase(subject.id);
        QTRY_VERIFY(bench.isContentShown() && bench.page->isSettled());
        Case changed = subject;
        changed.version = 3;
        bench.show(changed);
        bench.dossiers.theDossier = Error{ErrorCode::Unreachable, u"disk"_s, {}};
        bench.live.update({changed});
        QTRY_VERIFY(bench.all().contains(u"Not updated since"_s));
        QVERIFY(bench.isContentShown());
    }

    void evidenceThatIsNotOfTheLogIsUnmistakable()
    {
        const Case subject = aCase(1);
        Bench bench(subject);
        CaseDossier dossier = dossierOf(subject);
        dossier.evidence = {evidence(EvidencePhase::Before, u"hole.png"_s)};
        dossier.evidence.first().state = EvidenceItem::State::Changed;
        bench.dossiers.theDossier = dossier;
        bench.page->showCase(subject.id);
        QTRY_VERIFY(bench.isContentShown());
        QTRY_VERIFY(bench.all().contains(u"The evidence is NOT what the log says"_s));
        // It is said of that case, not of one that cannot be seen.
        bench.dossiers.theDossier = Error{ErrorCode::Refused, u"no"_s, {}};
        bench.page->showCase(Case(aCase(2)).id);
        QTRY_VERIFY(!bench.isContentShown());
        QVERIFY(!bench.all().contains(u"The evidence is NOT"_s));
    }

    void whoMayNotTakeTheFolderIsNotOfferedIt()
    {
        for (const auto &[role, may] :
             {std::pair{u"dispatcher"_s, true}, std::pair{u"filer"_s, false}}) {
            const Case subject = aCase(1);
            Bench bench(subject);
            bench.district.who.role = role;
            bench.page->showCase(subject.id);
            QTRY_VERIFY(bench.isContentShown());
            QCOMPARE(bench.part<QPushButton>(u"caseFolder"_s)->isEnabled(), may);
        }
    }

    void wordsAndNumbersFindACase()
    {
        const Case subject = aCase(1);
        Bench bench(subject);
        bench.dossiers.found = QList<Case>{aCase(7)};
        QTest::keyClick(bench.page.get(), Qt::Key_Slash);
        auto *field = bench.part<QLineEdit>(u"caseFind"_s);
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"Road 1"_s);
        QTRY_COMPARE(bench.dossiers.sought, QStringList{u"Road 1"_s});
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(bench.page->shownCase());
        QCOMPARE(*bench.page->shownCase(), Case(aCase(7)).id); // what the store finds comes first
        // Where it finds nothing: open cases that have all of the words.
        bench.dossiers.found = QList<Case>{};
        bench.dossiers.sought.clear();
        QTest::keyClick(bench.page.get(), Qt::Key_Slash);
        QTest::keyClicks(field, u"Road nowhere"_s);
        QTRY_COMPARE(bench.dossiers.sought, QStringList{u"Road nowhere"_s});
        QTest::keyClick(field, Qt::Key_Return);
        QTest::qWait(50);
        QCOMPARE(*bench.page->shownCase(), Case(aCase(7)).id);
    }

    void aNarrowWindowHasOneColumn()
    {
        const Case subject = aCase(1);
        Bench bench(subject);
        bench.page->showCase(subject.id);
        QTRY_VERIFY(bench.isContentShown());
        auto *right = bench.part<QScrollArea>(u"caseRight"_s);
        QVERIFY(right->isVisible());
        bench.page->resize(1280, 700);
        QTRY_VERIFY(!right->isVisible());
        QVERIFY(bench.isContentShown()); // it stands in the middle now
        QVERIFY(bench.part<QScrollArea>(u"caseMiddle"_s)
                    ->isAncestorOf(bench.page->findChild<ChainLog *>()));
    }

    void theFolderIsWrittenOrSaidNotToBe()
    {
        const Case subject = aCase(1);
        Bench bench(subject);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"case.pdf"_s);
        bench.page->showCase(subject.id);
        QTRY_VERIFY(bench.isContentShown());
        QSignalSpy said(bench.page.get(), &CaseWorkspace::messageRequested);
        bench.dossiers.grant = Error{ErrorCode::Refused, u"may not"_s, {}};
        bench.page->writeFolder(path);
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(!QFileInfo::exists(path));
        bench.dossiers.grant = FolderGrant{dossierOf(subject), {}};
        bench.page->writeFolder(path);
        QTRY_COMPARE(said.size(), 2);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(5) == "%PDF-");
        QCOMPARE(bench.dossiers.taken.size(), 2);
    }

    /** P passes a check, on every desk: here it must not ask for a file. */
    void theFolderHasAKeyThatIsNoStep()
    {
        Bench bench(aCase(1));
        bench.page->showCase(Case(aCase(1)).id);
        QTRY_VERIFY(bench.isContentShown());
        QTest::keyClick(bench.page.get(), Qt::Key_P);
        QVERIFY(bench.page->findChildren<QFileDialog *>().isEmpty());
        QTest::keyClick(bench.page.get(), Qt::Key_P, Qt::ControlModifier);
        QCOMPARE(bench.page->findChildren<QFileDialog *>().size(), 1);
    }

    void aFolderReplacesWholeOrNotAtAll()
    {
        QTemporaryDir folder;
        const CaseFolder content = makeCaseFolder(dossierOf(aCase(1)), {});
        const QString path = folder.filePath(u"case.pdf"_s);
        const Result<WrittenFolder> first = writeCaseFolder(content, path);
        QVERIFY(first && !first.value().replaced);
        QCOMPARE(first.value().files, 1);
        const Result<WrittenFolder> second = writeCaseFolder(content, path);
        QVERIFY(second && second.value().replaced);
        QVERIFY(!writeCaseFolder(content, folder.filePath(u"none/case.pdf"_s)));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"case.pdf"_s});
    }
};

static const TestRegistration<TestCaseWorkspace> sRegistered;

} // namespace gridward

#include "test_caseworkspace.moc"
