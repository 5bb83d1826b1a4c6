// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing that is entered at the call desk is ever lost: drafts, what was emptied, pictures.
#include "tests/support/intakebench.h"
#include "tests/support/testregistry.h"
#include "ui/panels/photostrip.h"

#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSemaphore>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QUrl>

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

class TestIntakeDrafts : public QObject
{
    Q_OBJECT

    QTemporaryDir mHome;

private slots:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", mHome.path().toLocal8Bit()); // where pasted pictures are kept
    }
    void aDraftComesBack()
    {
        IntakeBench b;
        emit b.map.picked(MapPick{{116.4, 39.9}, {}, {}, {}, {}});
        b.type(u"bllj"_s);
        b.key(Qt::Key_Return);
        b.type(u"half a sen"_s);
        const IntakeContent before = b.form().content();
        b.desk.reset();
        b.make();
        QCOMPARE(b.form().content(), before);
        QVERIFY(b.notice().contains(u"Restored"_s));
        QVERIFY(b.form().chosenClass());
        b.key(Qt::Key_F12);
        QVERIFY(b.form().content().isEmpty());
        QVERIFY(b.drafts.kept_.isEmpty());
        b.key(Qt::Key_F12);
        QCOMPARE(b.form().content(), before);
        QVERIFY(!b.drafts.kept_.isEmpty());
    }
    void theNoteOutlivesTheCatalogue()
    {
        IntakeBench b;
        emit b.map.picked(MapPick{{116.4, 39.9}, {}, {}, {}, {}});
        b.type(u"bllj"_s);
        b.key(Qt::Key_Return);
        QVERIFY(b.form().chosenClass());
        b.desk.reset();
        const auto all = std::exchange(b.intake.finder, nullptr); // it takes its time
        b.make();
        QVERIFY(b.notice().contains(u"Restored"_s));
        QVERIFY(!b.form().chosenClass());
        b.intake.finder = all;
        emit b.district.districtChanged();
        QTRY_VERIFY(b.form().chosenClass());
        QVERIFY(b.notice().contains(u"Restored"_s));
    }
    void anotherUserSeesNothingOfIt()
    {
        IntakeBench b;
        b.form().setContent(
            {u"多福巷"_s, {}, true, {}, {}, {}, {}, {}, u"secret"_s, {}, {}, {}, {}});
        b.drafts.kept_.clear();
        b.district.setUser(u"acceptor2"_s);
        QVERIFY(b.form().content().isEmpty());
    }
    void nobodysCallerGoesToTheNext_data()
    {
        QTest::addColumn<bool>("covered");
        QTest::newRow("another user") << false;
        QTest::newRow("covered") << true;
    }
    void nobodysCallerGoesToTheNext()
    {
        QFETCH(bool, covered);
        IntakeBench b;
        b.type(u"多福巷"_s);
        b.key(Qt::Key_F12);
        if (covered) {
            emit b.personal.maskWanted();
        } else {
            b.district.setUser(u"acceptor2"_s);
        }
        b.key(Qt::Key_F12);
        QVERIFY(b.form().content().isEmpty());
    }
    void eachSeatHasADraftOfItsOwn()
    {
        IntakeBench b;
        IntakeContent there;
        there.text = u"begun there"_s;
        b.drafts.kept_.insert({u"report"_s, u"seat-2"_s},
                              {u"report"_s, u"seat-2"_s, {}, there.toJson()});
        b.desk.reset();
        b.make();
        QVERIFY(b.form().content().isEmpty()); // it is offered, not filled in
        auto *line = b.desk->findChild<QWidget *>(u"intakeElsewhere"_s);
        QVERIFY(line->isVisible());
        QVERIFY(line->findChild<QLabel *>()->text().contains(u"seat-2"_s));
        b.form().findChild<QPlainTextEdit *>(u"intakeText"_s)->setPlainText(u"begun here"_s);
        QVERIFY(b.drafts.kept_.contains({u"report"_s, u"seat-1"_s}));
        QVERIFY(b.drafts.kept_.contains({u"report"_s, u"seat-2"_s}));
        auto *take = b.desk->findChild<QPushButton *>(u"intakeTakeOver"_s);
        take->click();
        QCOMPARE(b.form().words(), u"begun here"_s); // not written over
        b.key(Qt::Key_F12);
        take->click();
        QCOMPARE(b.form().words(), u"begun there"_s);
        QVERIFY(!line->isVisible());
        QVERIFY(b.drafts.kept_.contains({u"report"_s, u"seat-1"_s}));
        QVERIFY(!b.drafts.kept_.contains({u"report"_s, u"seat-2"_s}));
    }
    void aPastedPictureIsNeverLost()
    {
        IntakeBench b;
        fillReport(b);
        QImage picture(2'000, 2'000, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QMimeData pasted;
        pasted.setImageData(picture);
        QVERIFY(b.form().photos().add(&pasted));
        QCOMPARE(b.form().photos().paths().size(), 1); // at once
        const QString path = b.form().photos().paths().first();
        QVERIFY(path.startsWith(mHome.path()));
        QVERIFY(b.form().photos().isLoading());
        QTRY_VERIFY(!b.form().photos().isLoading());
        const IntakeContent before = b.form().content();
        b.key(Qt::Key_F12);
        b.key(Qt::Key_F12);
        QCOMPARE(b.form().content(), before);
        QTRY_VERIFY(!b.form().photos().isLoading());
        QCOMPARE(b.form().photos().attachments().size(), 1);
        // The next user sees nothing of it; whose it is finds it again.
        const auto theirs = std::exchange(b.drafts.kept_, {});
        b.district.setUser(u"acceptor2"_s);
        QVERIFY(b.form().photos().paths().isEmpty());
        QThreadPool::globalInstance()->waitForDone();
        QVERIFY(QFile::exists(path));
        b.drafts.kept_ = theirs;
        b.district.setUser(u"acceptor1"_s);
        QTRY_COMPARE(b.form().photos().attachments().size(), 1);
        b.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(b.district.reports.size(), 1);
        QCOMPARE(b.district.reports.first().attachments.size(), 1);
        QTRY_VERIFY(!QFile::exists(path)); // it is in the store
    }
    void sendingWaitsForAPicture()
    {
        IntakeBench b;
        fillReport(b);
        QImage picture(2'000, 2'000, QImage::Format_RGB32);
        picture.fill(Qt::blue);
        QMimeData pasted;
        pasted.setImageData(picture);
        QVERIFY(b.form().photos().add(&pasted));
        b.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(b.district.reports.isEmpty());
        QTRY_COMPARE(b.district.reports.size(), 1);
        QCOMPARE(b.district.reports.first().attachments.size(), 1);
        QVERIFY(b.form().photos().paths().isEmpty()); // none for the next call
        QThreadPool::globalInstance()->waitForDone();
        QVERIFY(b.form().content().isEmpty());
        // One that cannot go is told first.
        fillReport(b);
        QSemaphore mayRead; // it is still being read when the report is sent
        const int threads = QThreadPool::globalInstance()->maxThreadCount();
        for (int i = 0; i < threads; ++i) {
            QThreadPool::globalInstance()->start([&mayRead] { mayRead.acquire(); });
        }
        b.form().photos().addFiles({u"/nowhere/gone.jpg"_s});
        b.key(Qt::Key_Return, Qt::ControlModifier);
        mayRead.release(threads);
        QTRY_VERIFY(b.notice().contains(u"a picture cannot go"_s));
        QCOMPARE(b.district.reports.size(), 1);
        b.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(b.district.reports.size(), 2);
    }
    void oldPastedPicturesGo()
    {
        const QString folder =
            QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/pasted/"_s;
        QVERIFY(folder.startsWith(mHome.path()));
        QVERIFY(QDir().mkpath(folder));
        for (const auto &[name, days] : {std::pair{u"old.png"_s, 31}, {u"new.png"_s, 29}}) {
            QFile file(folder + name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-days),
                                     QFileDevice::FileModificationTime));
        }
        const IntakeBench b;
        QTRY_VERIFY(!QFile::exists(folder + u"old.png"_s));
        QVERIFY(QFile::exists(folder + u"new.png"_s));
    }
    void draftsKeepEveryField()
    {
        IntakeContent content;
        content.typed = u"t"_s;
        content.place = GeoPoint{116.1, 39.2};
        content.exact = false;
        content.component = u"c"_s;
        content.address = u"a"_s;
        content.classTyped = u"x"_s;
        content.kind = CaseKind::Component;
        content.classCode = u"01"_s;
        content.text = u"w"_s;
        content.source = CaseSource::Video;
        content.level = CaseLevel::Orange;
        content.caller = {u"n"_s, u"p"_s, true};
        content.photos = {u"/a.jpg"_s, u"/b.jpg"_s};
        QCOMPARE(IntakeContent::fromJson(content.toJson()), content);
        QVERIFY(IntakeContent::fromJson({}).isEmpty());
    }
    void picturesAreComparedWithTheCase()
    {
        IntakeBench b;
        b.district.time.set(*instantFromIso(u"2026-11-21T07:00:00Z"));
        const QString folder = QStringLiteral(GRIDWARD_TEST_DATA "/photos/");
        QMimeData dropped;
        dropped.setUrls({QUrl::fromLocalFile(folder + u"placed.jpg"_s),
                         QUrl::fromLocalFile(folder + u"plain.jpg"_s),
                         QUrl::fromLocalFile(folder + u"apple.heic"_s),
                         QUrl::fromLocalFile(folder + u"gone.jpg"_s)});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&b.form(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({10, 10}, Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&b.form(), &drop);
        QCOMPARE(b.form().photos().paths().size(), 4);
        QTRY_VERIFY(!b.form().photos().isLoading());
        QCOMPARE(b.form().photos().attachments().size(), 2);
        const auto said = [&] {
            QStringList all;
            for (const QLabel *label : b.form().photos().findChildren<QLabel *>()) {
                all.append(label->text());
            }
            return all.join(u'\n');
        };
        QVERIFY(said().contains(u"F9"_s));
        QVERIFY(said().contains(u"HEIC"_s));
        QVERIFY(said().contains(u"gone"_s));
        QVERIFY(said().contains(u"neither where nor when"_s));
        b.type(u"多福巷1"_s);
        QVERIFY(b.located());
        b.key(Qt::Key_Return);
        b.key(Qt::Key_F9);
        QVERIFY(b.form().place());
        const auto *where = b.form().findChild<QLineEdit *>(u"intakePlace"_s);
        QCOMPARE(where->text(), toDisplayText(*b.form().place())); // not the words of another one
        QVERIFY(groundDistance(*b.form().place(), {116.301, 39.901}) < 1.0);
        QVERIFY(said().contains(u"Taken at the place"_s));
        b.form().setPlace({116.33, 39.901});
        QVERIFY(said().contains(u"km away"_s));
        QCOMPARE(b.form().content().photos.size(), 4);
    }
    void picturesAreLookedForWhereTheyAre()
    {
        IntakeBench b;
        const auto folder = [&] {
            b.key(Qt::Key_F7);
            auto *dialog = b.desk->findChild<QFileDialog *>();
            const QString at = dialog != nullptr ? dialog->directory().absolutePath() : QString();
            if (dialog != nullptr) {
                const QString photos = QStringLiteral(GRIDWARD_TEST_DATA "/photos");
                emit dialog->filesSelected({photos + u"/placed.jpg"_s});
                delete dialog;
            }
            return at;
        };
        const QString first = folder();
        QVERIFY2(!first.isEmpty() && first != QDir::currentPath(), qPrintable(first));
        const QDir photos(QStringLiteral(GRIDWARD_TEST_DATA "/photos"));
        QCOMPARE(QDir(folder()).canonicalPath(), photos.canonicalPath());
        QTRY_VERIFY(!b.form().photos().isLoading());
    }
    void noMorePicturesThanGo()
    {
        IntakeBench b;
        QStringList paths;
        for (int i = 0; i < kMostPhotos + 3; ++i) {
            paths.append(u"/nowhere/%1.jpg"_s.arg(i));
        }
        b.form().photos().addFiles(paths);
        QCOMPARE(b.form().photos().paths().size(), kMostPhotos);
        QTRY_VERIFY(!b.form().photos().isLoading());
        QVERIFY(b.form().photos().attachments().isEmpty());
    }
};
static const TestRegistration<TestIntakeDrafts> sRegistration;

} // namespace gridward

#include "test_intakedrafts.moc"
