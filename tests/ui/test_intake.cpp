// SPDX-License-Identifier: GPL-3.0-or-later
// The call desk by the keyboard alone: what is sent, how few keys it takes, and what awaits filing.
#include "tests/support/intakebench.h"
#include "tests/support/testregistry.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/panels/similarpanel.h"
#include "ui/panels/usualreasons.h"
#include "ui/workspaces/filingqueue.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace gridward {

class TestIntakeDesk : public QObject
{
    Q_OBJECT

private slots:
    void aWholeReportByFewKeys()
    {
        IntakeBench b;
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
        IntakeBench b;
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
        IntakeBench b;
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
        IntakeBench b;
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
        IntakeBench b;
        b.type(u"1101010103"_s);
        QVERIFY(b.located());
        b.key(Qt::Key_Down);
        b.key(Qt::Key_Return);
        QTest::keyClicks(QApplication::focusWidget(), u"dark"_s);
        QCOMPARE(b.form().words(), u"dark"_s);
        b.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(b.district.reports.first().component, u"11010101037000002"_s);
        QCOMPARE(b.district.reports.first().kind, CaseKind::Component);
        QCOMPARE(b.district.reports.first().classCode, u"01037"_s);
    }
    void anAreaIsNoPlace()
    {
        IntakeBench b;
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
        IntakeBench b;
        b.district.facts = PlaceFacts{};
        emit b.map.picked(MapPick{{10.0, 20.0}, {}, {}, {}, {}});
        QVERIFY(b.notice().contains(u"outside"_s));
        b.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(b.district.reports.isEmpty());
    }
    void whatIsMissingIsSaid()
    {
        IntakeBench b;
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
        IntakeBench b;
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
        IntakeBench b;
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
        IntakeBench b;
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
    void anotherPlaceHasAnotherAddress()
    {
        IntakeBench b;
        b.type(u"多福巷1"_s);
        QVERIFY(b.located());
        b.key(Qt::Key_Return);
        QCOMPARE(b.form().address(), u"多福巷1号"_s);
        PlaceFacts other = b.district.facts.value();
        other.address = u"长安街9号"_s;
        b.district.facts = other;
        b.form().setPlace({116.33, 39.91});
        QCOMPARE(b.form().address(), u"near 长安街9号"_s);
        // What somebody has written there is theirs, and is it in a draft as well.
        auto *field = b.form().findChild<QLineEdit *>(u"intakeAddress"_s);
        b.desk.reset();
        b.make();
        QCOMPARE(b.form().address(), u"near 长安街9号"_s);
        other.address = u"东街3号"_s;
        b.district.facts = other;
        b.form().setPlace({116.34, 39.91});
        QCOMPARE(b.form().address(), u"near 东街3号"_s);
        field = b.form().findChild<QLineEdit *>(u"intakeAddress"_s);
        field->setText(u"opposite of the school"_s);
        b.form().setPlace({116.35, 39.91});
        QCOMPARE(b.form().address(), u"opposite of the school"_s);
    }
    void aPlaceThatCouldNotBeReadIsReadAgain()
    {
        IntakeBench b;
        const auto facts = b.district.facts;
        b.district.facts = Error{ErrorCode::Unreachable, u"Locked."_s, {}};
        fillReport(b);
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
        fillReport(b);
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
            const IntakeBench b;
            QHash<QString, QString> taken;
            const auto take = [&](const QString &text) {
                const QKeySequence key = QKeySequence::mnemonic(text);
                if (!key.isEmpty()) {
                    QVERIFY2(!taken.contains(key.toString()),
                             qPrintable(taken.value(key.toString()) + u" / "_s + text));
                    taken.insert(key.toString(), text);
                }
            };
            QList<const QLabel *> labels;
            for (const QLabel *label : b.desk->findChildren<QLabel *>()) {
                if (label->isVisible() && label->buddy() != nullptr) {
                    take(label->text());
                    labels.append(label);
                }
            }
            for (const auto *button : b.desk->findChildren<QAbstractButton *>()) {
                if (button->isVisible()) {
                    take(button->text());
                }
            }
            // Each of them brings the keyboard to its field.
            for (const QLabel *label : std::as_const(labels)) {
                const QKeySequence key = QKeySequence::mnemonic(label->text());
                QVERIFY2(!key.isEmpty(), qPrintable(label->text()));
                b.desk->setFocus();
                QTest::keyClick(b.desk.get(), key[0].key(), Qt::AltModifier);
                const QWidget *buddy = label->buddy();
                const QWidget *there = QApplication::focusWidget();
                QVERIFY2(there != nullptr && (there == buddy || buddy->isAncestorOf(there)),
                         qPrintable(label->text()));
            }
            QVERIFY(taken.size() >= 8);
        }
        QCoreApplication::removeTranslator(&words);
    }
    void onANarrowScreenTheMapGoes()
    {
        IntakeBench b;
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
        IntakeBench b;
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
    void whoMayNotReportIsTold()
    {
        IntakeBench b;
        b.district.who.role = u"analyst"_s;
        b.district.setUser(u"analyst1"_s);
        QVERIFY(!b.form().findChild<QLineEdit *>(u"intakePlace"_s)->isEnabled());
        QVERIFY(!b.form().findChild<QPushButton *>(u"intakeSend"_s)->isEnabled());
    }
    void whatAwaitsFilingByTheKeyboard()
    {
        IntakeBench b;
        b.district.who.role = u"filer"_s;
        b.district.setUser(u"filer1"_s);
        const Case reported = aCase(480).state(CaseState::Reported);
        CaseFile file;
        file.subject = reported;
        file.offers = {{CaseAction::Refuse, true, {}}};
        b.district.file = file;
        b.district.acted = reported;
        b.cases.reset({reported});
        QSignalSpy told(b.desk.get(), &IntakeWorkspace::messageRequested);
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
        // A slip of the hand: by the message, or by the key.
        QTRY_COMPARE(told.size(), 1);
        const Message message = told.first().first().value<Message>();
        QCOMPARE(message.actionText, u"Take back"_s);
        b.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(b.district.acts.size(), 2);
        QCOMPARE(b.district.acts.last().second.action, CaseAction::Withdraw);
        QCOMPARE(b.district.acts.last().first, reported.id);
    }
    void whatIsBeingVerifiedIsLeftAlone()
    {
        IntakeBench b;
        b.district.who.role = u"filer"_s;
        b.district.setUser(u"filer1"_s);
        const Case first = aCase(470).state(CaseState::Reported);
        const Case second = aCase(480).state(CaseState::Reported);
        b.cases.reset({first, second});
        b.key(Qt::Key_F3);
        QTRY_COMPARE(b.desk->filing().count(u"awaiting"_s), 2);
        QTRY_VERIFY(b.desk->panel().shownCase().has_value());
        const Case subject = b.desk->panel().shownCase() == first.id ? first : second;
        CaseFile file;
        file.subject = subject;
        file.offers = {{CaseAction::Verify, true, {}}};
        b.district.file = file;
        Case verifying = subject;
        verifying.state = CaseState::Verifying;
        ++verifying.version;
        b.district.acted = verifying;
        b.cases.update({subject}); // read again, with what is offered
        b.desk->filing().table().selectCase(verifying.id == first.id ? second.id : first.id);
        b.desk->filing().table().selectCase(subject.id);
        b.key(Qt::Key_F7);
        QTRY_VERIFY(b.desk->panel().isBusy());
        b.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(b.district.acts.size(), 1);
        QCOMPARE(b.district.acts.first().second.action, CaseAction::Verify);
        b.cases.update({verifying});
        QTRY_COMPARE(b.desk->filing().table().currentCase(),
                     subject.id == first.id ? second.id : first.id);
        QCOMPARE(b.desk->filing().count(u"awaiting"_s), 2);
    }
    void scenesForPictures()
    {
        IntakeBench b;
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
