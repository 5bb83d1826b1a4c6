// SPDX-License-Identifier: GPL-3.0-or-later
// The call desk by the keyboard alone: what is sent, how few keys it takes, and that nothing typed
// is ever lost.
#include "models/view/livecases.h"
#include "tests/support/casebuilder.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/fakedrafts.h"
#include "tests/support/fakeintake.h"
#include "tests/support/fakemap.h"
#include "tests/support/fakepersonal.h"
#include "tests/support/testregistry.h"
#include "tests/support/typing.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/intakeform.h"
#include "ui/panels/photostrip.h"
#include "ui/panels/similarpanel.h"
#include "ui/panels/usualreasons.h"
#include "ui/theme/theme.h"
#include "ui/workspaces/filingqueue.h"
#include "ui/workspaces/intakeworkspace.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QTranslator>
#include <QUrl>

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

class TestIntakeDesk : public QObject
{
    Q_OBJECT

    struct Bench
    {
        FakeDistrict district;
        FakeIntake intake;
        FakePersonal personal;
        FakeDrafts drafts;
        FakeMap map;
        LiveCases cases;
        std::unique_ptr<IntakeWorkspace> desk;
        int keys = 0; ///< pressed so far

        Bench()
        {
            district.who.name = u"acceptor1"_s;
            district.who.role = u"acceptor"_s;
            district.time.set(Case(aCase(500)).reportedAt.value());
            QList<CatalogueEntry> entries;
            for (const auto &[kind, code, name] :
                 {std::tuple{CaseKind::Component, u"01037"_s, u"路灯"_s},
                  std::tuple{CaseKind::Matter, u"06010"_s, u"暴露垃圾"_s},
                  std::tuple{CaseKind::Matter, u"06011"_s, u"积存垃圾渣土"_s}}) {
                CatalogueEntry entry;
                entry.key = {defaultScheme(), kind, code};
                entry.name = name;
                entries.append(entry);
            }
            intake.finder = ClassFinder::make(entries);
            intake.candidates = QList<PlaceCandidate>{{PlaceCandidate::Kind::Address,
                                                       u"a1"_s,
                                                       u"多福巷1号"_s,
                                                       u"G1"_s,
                                                       u"一街道"_s,
                                                       {116.301, 39.901}},
                                                      {PlaceCandidate::Kind::Component,
                                                       u"11010101037000002"_s,
                                                       u"路灯"_s,
                                                       u"G1"_s,
                                                       u"一街道"_s,
                                                       {116.302, 39.902},
                                                       true,
                                                       u"01037"_s}};
            district.facts =
                PlaceFacts{u"G1"_s, u"第1网格"_s, u"一社区"_s, u"一街道"_s, u"多福巷1号"_s};
            district.reported = Case(aCase(5));
            make();
        }
        void make()
        {
            desk = std::make_unique<IntakeWorkspace>(IntakeWorkspace::Parts{
                district, cases, intake, personal, drafts, map, mapStandIn()});
            desk->setTheme(theme(ThemeName::Day));
            desk->resize(1366, 768);
            desk->show();
            QApplication::setActiveWindow(desk.get());
            key(Qt::Key_F2);
        }
        [[nodiscard]] static QWidget *mapStandIn()
        {
            auto *widget = new QWidget;
            widget->setObjectName(u"mapStandIn"_s);
            return widget;
        }
        void type(const QString &text)
        {
            keys += static_cast<int>(text.size());
            typeText(text);
        }
        /** A modifier is a key too. */
        void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
        {
            keys += modifiers == Qt::NoModifier ? 1 : 2;
            QTest::keyClick(QApplication::focusWidget() != nullptr ? QApplication::focusWidget()
                                                                   : desk.get(),
                            key,
                            modifiers);
        }
        [[nodiscard]] QString focus() const { return QApplication::focusWidget()->objectName(); }
        [[nodiscard]] IntakeForm &form() const { return desk->form(); }
        [[nodiscard]] QString notice() const
        {
            const auto *label = form().findChild<QLabel *>(u"caseNotice"_s);
            return label->isHidden() ? QString() : label->text();
        }
        /** The place is found when the fingers have rested. */
        bool located()
        {
            return QTest::qWaitFor([this] { return form().isSettled(); });
        }
    };

    QTemporaryDir mHome;

    /** All that a report needs. */
    static void fill(Bench &b)
    {
        emit b.map.picked(MapPick{{116.4, 39.9}, {}, {}, {}, {}});
        b.form().findChild<QLineEdit *>(u"intakeClass"_s)->setFocus();
        b.type(u"bllj"_s);
        b.key(Qt::Key_Return);
        b.type(u"words"_s);
    }

private slots:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", mHome.path().toLocal8Bit()); // where pasted pictures are kept
    }
    void aWholeReportByFewKeys()
    {
        Bench b;
        QCOMPARE(b.focus(), u"intakePlace"_s);
        b.type(u"多福巷1"_s);
        QVERIFY(b.located());
        b.keys = 0; // beyond address and text
        b.key(Qt::Key_Return);
        QCOMPARE(b.focus(), u"intakeClass"_s);
        b.type(u"bllj"_s);
        b.key(Qt::Key_Return);
        QCOMPARE(b.focus(), u"intakeText"_s);
        const int before = b.keys;
        b.type(u"bags on the pavement"_s);
        b.keys = before;
        b.key(Qt::Key_Return);
        QCOMPARE(b.focus(), u"intakeSource"_s);
        b.type(u"3"_s);
        b.key(Qt::Key_Return);
        b.type(u"2"_s); // yellow
        b.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(b.keys <= 25, qPrintable(QString::number(b.keys)));
        qInfo("%d keys beyond address and text", b.keys);
        QCOMPARE(b.district.reports.size(), 1);
        const ReportDraft &sent = b.district.reports.first();
        QCOMPARE(sent.kind, CaseKind::Matter);
        QCOMPARE(sent.classCode, u"06010"_s);
        QCOMPARE(sent.place, std::optional(GeoPoint{116.301, 39.901}));
        QCOMPARE(sent.address, u"多福巷1号"_s);
        QCOMPARE(sent.text, u"bags on the pavement"_s);
        QCOMPARE(toId(sent.source), caseSourceIds().at(2));
        QCOMPARE(sent.level, std::optional(CaseLevel::Yellow));
        QVERIFY(!sent.duplicateOf);
        // Ready for the next call.
        QCOMPARE(b.focus(), u"intakePlace"_s);
        QVERIFY(b.form().content().isEmpty());
        QVERIFY(b.drafts.kept_.isEmpty());
    }
    void theShortestReport()
    {
        Bench b;
        b.type(u"多福巷1"_s);
        QVERIFY(b.located());
        b.keys = 0;
        b.key(Qt::Key_Return);
        b.type(u"bllj"_s);
        b.key(Qt::Key_Return);
        QTest::keyClicks(QApplication::focusWidget(), u"x"_s);
        b.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(b.district.reports.size(), 1);
        QCOMPARE(b.keys, 8);
        QVERIFY(!b.district.reports.first().level); // the rules know
        QCOMPARE(b.district.reports.first().source, CaseSource::Hotline);
    }
    void whoTypesFasterThanTheStore()
    {
        Bench b;
        b.intake.holdsBack = true;
        b.type(u"多福巷1"_s);
        b.key(Qt::Key_Return); // nothing was found yet
        QCOMPARE(b.focus(), u"intakeClass"_s);
        b.type(u"bllj"_s);
        b.key(Qt::Key_Return);
        b.type(u"words"_s);
        QVERIFY(!b.form().place());
        b.intake.release();
        QTRY_VERIFY(b.form().place());
        QCOMPARE(b.focus(), u"intakeText"_s); // not called back
        QCOMPARE(b.form().words(), u"words"_s);
    }
    void anAnswerThatCameTooLateSaysNothing()
    {
        Bench b;
        b.intake.holdsBack = true;
        b.type(u"多"_s);
        QTRY_COMPARE(b.intake.located.size(), 1);
        const auto old = b.intake.held;
        b.intake.holdsBack = false;
        b.intake.candidates = QList<PlaceCandidate>();
        b.type(u"福"_s);
        QVERIFY(b.located());
        old->addResult(
            QList<PlaceCandidate>{{PlaceCandidate::Kind::Grid, u"G"_s, u"G"_s, {}, {}, {}}});
        old->finish();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(!b.form().place());
    }
    void aComponentBringsItsClass()
    {
        Bench b;
        b.type(u"1101010103"_s);
        QVERIFY(b.located());
        b.key(Qt::Key_Down);
        b.key(Qt::Key_Return);
        b.key(Qt::Key_Return); // the class is there
        QTest::keyClicks(QApplication::focusWidget(), u"dark"_s);
        b.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(b.district.reports.first().component, u"11010101037000002"_s);
        QCOMPARE(b.district.reports.first().kind, CaseKind::Component);
        QCOMPARE(b.district.reports.first().classCode, u"01037"_s);
    }
    void anAreaIsNoPlace()
    {
        Bench b;
        PlaceCandidate area{PlaceCandidate::Kind::Division, u"S1"_s, u"一街道"_s, {}, {}, {}};
        area.exact = false;
        b.intake.candidates = QList<PlaceCandidate>{area};
        b.type(u"一街道"_s);
        QVERIFY(b.located());
        b.key(Qt::Key_Return);
        QVERIFY(!b.form().place());
        QVERIFY(b.notice().contains(u"一街道"_s));
        QCOMPARE(b.map.shown.last(), std::pair(MapThing::Division, u"S1"_s));
        emit b.map.picked(MapPick{{116.4, 39.9}, {}, {}, {}, u"G1"_s});
        QCOMPARE(b.form().place(), std::optional(GeoPoint{116.4, 39.9}));
        QCOMPARE(b.map.shown.last().first, MapThing::Place);
    }
    void outsideOfTheDistrictNothingGoes()
    {
        Bench b;
        b.district.facts = PlaceFacts{};
        emit b.map.picked(MapPick{{10.0, 20.0}, {}, {}, {}, {}});
        QVERIFY(b.notice().contains(u"outside"_s));
        b.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(b.district.reports.isEmpty());
    }
    void whatIsMissingIsSaid()
    {
        Bench b;
        b.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(b.notice().contains(u"the place"_s));
        QCOMPARE(b.focus(), u"intakePlace"_s);
        emit b.map.picked(MapPick{{116.4, 39.9}, {}, {}, {}, {}});
        b.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(b.notice().contains(u"the class"_s));
        QCOMPARE(b.focus(), u"intakeClass"_s);
        QVERIFY(b.district.reports.isEmpty());
    }
    void anErrorKeepsEverything()
    {
        Bench b;
        b.district.reported = Error{ErrorCode::Unreachable, u"The database is locked."_s, {}};
        emit b.map.picked(MapPick{{116.4, 39.9}, {}, {}, {}, {}});
        b.type(u"bllj"_s);
        b.key(Qt::Key_Return);
        b.type(u"text"_s);
        const IntakeContent before = b.form().content();
        b.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(b.notice().contains(u"locked"_s));
        QCOMPARE(b.form().content(), before);
        QVERIFY(b.drafts.kept_.contains({u"report"_s, u"seat-1"_s}));
    }
    void aDuplicateIsJoined()
    {
        Bench b;
        Case known = aCase(490).text(u"bags"_s);
        b.intake.found = QList<SimilarCase>{{known, 12.0}};
        emit b.map.picked(MapPick{{116.4, 39.9}, {}, {}, {}, {}});
        QCOMPARE(b.intake.asked.last().classCode, QString()); // any class as yet
        QCOMPARE(b.desk->similar().count(), 1);
        b.key(Qt::Key_F8);
        QVERIFY(b.notice().contains(u"what the problem is"_s)); // the caller has said something
        b.form().findChild<QPlainTextEdit *>(u"intakeText"_s)->setFocus();
        b.type(u"again"_s);
        QSignalSpy told(b.desk.get(), &IntakeWorkspace::messageRequested);
        b.key(Qt::Key_F8);
        QCOMPARE(b.district.reports.size(), 1);
        QCOMPARE(b.district.reports.first().duplicateOf, std::optional(known.id));
        QCOMPARE(b.district.reports.first().classCode, known.classKey.code);
        QCOMPARE(told.size(), 1);
        QVERIFY(told.first().first().value<Message>().text.contains(known.number));
    }
    void whatIsSimilarFollowsTheClass()
    {
        Bench b;
        emit b.map.picked(MapPick{{116.4, 39.9}, {}, {}, {}, {}});
        b.type(u"bllj"_s);
        b.key(Qt::Key_Return);
        QCOMPARE(b.intake.asked.last().classCode, u"06010"_s);
        const qsizetype asked = b.intake.asked.size();
        b.type(u"words are no question"_s);
        QCOMPARE(b.intake.asked.size(), asked);
        // Somebody else reports next door.
        Case other = aCase(499);
        other.place = GeoPoint{116.4, 39.9};
        b.cases.update({other});
        QTRY_COMPARE(b.intake.asked.size(), asked + 1);
    }
    void aDraftComesBack()
    {
        Bench b;
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
    void anotherUserSeesNothingOfIt()
    {
        Bench b;
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
        Bench b;
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
        Bench b;
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
        Bench b;
        fill(b);
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
        Bench b;
        fill(b);
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
        fill(b);
        b.form().photos().addFiles({u"/nowhere/gone.jpg"_s});
        b.key(Qt::Key_Return, Qt::ControlModifier);
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
        const Bench b;
        QTRY_VERIFY(!QFile::exists(folder + u"old.png"_s));
        QVERIFY(QFile::exists(folder + u"new.png"_s));
    }
    void anotherPlaceHasAnotherAddress()
    {
        Bench b;
        b.type(u"多福巷1"_s);
        QVERIFY(b.located());
        b.key(Qt::Key_Return);
        QCOMPARE(b.form().address(), u"多福巷1号"_s);
        PlaceFacts other = b.district.facts.value();
        other.address = u"长安街9号"_s;
        b.district.facts = other;
        b.form().setPlace({116.33, 39.91});
        QCOMPARE(b.form().address(), u"长安街9号"_s);
        // What somebody has written there is theirs, and is it in a draft as well.
        auto *field = b.form().findChild<QLineEdit *>(u"intakeAddress"_s);
        b.desk.reset();
        b.make();
        QCOMPARE(b.form().address(), u"长安街9号"_s);
        other.address = u"东街3号"_s;
        b.district.facts = other;
        b.form().setPlace({116.34, 39.91});
        QCOMPARE(b.form().address(), u"东街3号"_s);
        field = b.form().findChild<QLineEdit *>(u"intakeAddress"_s);
        field->setText(u"opposite of the school"_s);
        b.form().setPlace({116.35, 39.91});
        QCOMPARE(b.form().address(), u"opposite of the school"_s);
    }
    void aPlaceThatCouldNotBeReadIsReadAgain()
    {
        Bench b;
        const auto facts = b.district.facts;
        b.district.facts = Error{ErrorCode::Unreachable, u"Locked."_s, {}};
        fill(b);
        QVERIFY(b.notice().contains(u"Locked."_s));
        auto *send = b.form().findChild<QPushButton *>(u"intakeSend"_s);
        QVERIFY(send->isEnabled());
        b.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(b.district.reports.isEmpty());
        b.district.facts = facts;
        b.key(Qt::Key_Return, Qt::ControlModifier); // reads it again, and goes
        QCOMPARE(b.district.reports.size(), 1);
        // By itself when the store is there again.
        b.district.facts = Error{ErrorCode::Unreachable, u"Locked."_s, {}};
        fill(b);
        QVERIFY(!b.form().facts());
        b.district.facts = facts;
        emit b.district.stateChanged(StoreState::Live);
        QVERIFY(b.form().facts());
    }
    void noKeyStandsTwice_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << QString();
        QTest::newRow("zh_CN") << u"zh_CN"_s;
    }
    void noKeyStandsTwice()
    {
        QFETCH(QString, language);
        QTranslator words;
        if (!language.isEmpty()) {
            QVERIFY(words.load(u":/translations/gridward_zh_CN.qm"_s));
            QCoreApplication::installTranslator(&words);
        }
        {
            const Bench b;
            QHash<QString, QString> taken;
            const auto take = [&](const QString &text) {
                const QKeySequence key = QKeySequence::mnemonic(text);
                if (!key.isEmpty()) {
                    QVERIFY2(!taken.contains(key.toString()),
                             qPrintable(taken.value(key.toString()) + u" / "_s + text));
                    taken.insert(key.toString(), text);
                }
            };
            for (const QLabel *label : b.desk->findChildren<QLabel *>()) {
                if (label->isVisible() && label->buddy() != nullptr) {
                    take(label->text());
                }
            }
            for (const auto *button : b.desk->findChildren<QAbstractButton *>()) {
                if (button->isVisible()) {
                    take(button->text());
                }
            }
            QVERIFY(taken.size() >= 8);
        }
        QCoreApplication::removeTranslator(&words);
    }
    void onANarrowScreenTheMapGoes()
    {
        Bench b;
        auto *map = b.desk->findChild<QWidget *>(u"mapStandIn"_s);
        QVERIFY(map->isVisible());
        b.desk->resize(683, 384); // a small notebook at 200 %
        QVERIFY(b.desk->width() <= 683);
        QVERIFY(!map->isVisible());
        b.desk->resize(1366, 768);
        QVERIFY(map->isVisible());
    }
    void whatAwaitsFilingIsCountedWhateverIsFiltered()
    {
        Bench b;
        b.cases.reset({Case(aCase(480).state(CaseState::Reported)),
                       Case(aCase(481).state(CaseState::Verifying))});
        auto *tab = b.desk->findChild<QPushButton *>(u"intakeFiling"_s);
        QVERIFY2(tab->text().endsWith(u'2'), qPrintable(tab->text()));
        b.key(Qt::Key_F3);
        b.desk->filing().filterUnit(u"nobody"_s);
        b.cases.update({Case(aCase(482).state(CaseState::Reported))});
        QVERIFY2(tab->text().endsWith(u'3'), qPrintable(tab->text()));
        QTRY_COMPARE(b.desk->filing().count(u"awaiting"_s), 0);
        QVERIFY2(tab->text().endsWith(u'3'), qPrintable(tab->text()));
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
        Bench b;
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
        b.key(Qt::Key_F9);
        QVERIFY(b.form().place());
        QVERIFY(groundDistance(*b.form().place(), {116.301, 39.901}) < 1.0);
        QVERIFY(said().contains(u"Taken at the place"_s));
        b.form().setPlace({116.33, 39.901});
        QVERIFY(said().contains(u"km away"_s));
        QCOMPARE(b.form().content().photos.size(), 4);
    }
    void noMorePicturesThanGo()
    {
        Bench b;
        QStringList paths;
        for (int i = 0; i < kMostPhotos + 3; ++i) {
            paths.append(u"/nowhere/%1.jpg"_s.arg(i));
        }
        b.form().photos().addFiles(paths);
        QCOMPARE(b.form().photos().paths().size(), kMostPhotos);
        QTRY_VERIFY(!b.form().photos().isLoading());
        QVERIFY(b.form().photos().attachments().isEmpty());
    }
    void whoMayNotReportIsTold()
    {
        Bench b;
        b.district.who.role = u"analyst"_s;
        b.district.setUser(u"analyst1"_s);
        QVERIFY(!b.form().findChild<QLineEdit *>(u"intakePlace"_s)->isEnabled());
        QVERIFY(!b.form().findChild<QPushButton *>(u"intakeSend"_s)->isEnabled());
    }
    void whatAwaitsFilingByTheKeyboard()
    {
        Bench b;
        b.district.who.role = u"filer"_s;
        b.district.setUser(u"filer1"_s);
        const Case reported = aCase(480).state(CaseState::Reported);
        CaseFile file;
        file.subject = reported;
        file.offers = {{CaseAction::Refuse, true, {}}};
        b.district.file = file;
        b.cases.reset({reported});
        b.key(Qt::Key_F3);
        QTRY_COMPARE(b.desk->filing().count(u"awaiting"_s), 1);
        QTRY_VERIFY(b.desk->panel().shownCase() == reported.id);
        b.key(Qt::Key_F6);
        auto *note = b.desk->panel().findChild<QPlainTextEdit *>(u"actionNote"_s);
        QTRY_VERIFY(note->isVisible());
        auto *first = b.desk->panel().findChild<QPushButton *>(u"usualReason-2"_s);
        QVERIFY(first);
        b.key(Qt::Key_2, Qt::AltModifier);
        QTRY_VERIFY(note->toPlainText().contains(u"outside"_s));
        b.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(b.district.acts.size(), 1);
        QCOMPARE(b.district.acts.first().second.action, CaseAction::Refuse);
        QVERIFY(!b.district.acts.first().second.note.isEmpty());
    }
    void scenesForPictures()
    {
        Bench b;
        Case recent = aCase(495);
        recent.place = GeoPoint{116.4, 39.9};
        b.cases.reset({recent});
        for (const QString &scene :
             {u"filled"_s, u"duplicates"_s, u"outside"_s, u"filing"_s, u"empty"_s}) {
            QVERIFY2(b.desk->showScene(scene), qPrintable(scene));
            QTRY_VERIFY(b.desk->isSettled());
        }
        QVERIFY(!b.desk->showScene(u"nonsense"_s));
    }
};
static const TestRegistration<TestIntakeDesk> sRegistration;

} // namespace gridward

#include "test_intake.moc"
