// SPDX-License-Identifier: GPL-3.0-or-later
// The supervision desk: its queues and their counts, keys, what is not theirs, before and after.
#include "models/view/livecases.h"
#include "models/view/watchwords.h"
#include "tests/support/casebuilder.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/fakeunits.h"
#include "tests/support/testregistry.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/supervision/bandbar.h"
#include "ui/supervision/evidencepair.h"
#include "ui/theme/theme.h"
#include "ui/workspaces/supervisionworkspace.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gridward {

class TestSupervisionDesk : public QObject
{
    Q_OBJECT

    static constexpr Instant kNow{std::chrono::hours{24 * 365 * 56} + 24h * 60};

    struct Bench
    {
        LiveCases live;
        FakeDistrict district;
        FakeUnits units;
        std::unique_ptr<SupervisionWorkspace> workspace;

        explicit Bench(const QList<Case> &open)
        {
            district.time.set(kNow);
            district.who.name = u"supervisor1"_s;
            district.who.person = u"p7"_s;
            district.who.role = u"supervisor"_s;
            workspace = std::make_unique<SupervisionWorkspace>(district, live, &units);
            workspace->setTheme(theme(ThemeName::Day));
            workspace->resize(1286, 700);
            workspace->show();
            live.reset(open);
            QCoreApplication::processEvents();
        }
        void offer(const QList<CaseAction> &actions)
        {
            CaseFile file;
            file.subject = *live.find(workspace->table().currentCase());
            for (const CaseAction action : actions) {
                file.offers.append({action, true, {}});
            }
            district.file = file;
            live.update({file.subject});
            QCoreApplication::processEvents();
        }
        [[nodiscard]] QPushButton *button(const QString &name) const
        {
            return workspace->findChild<QPushButton *>(name);
        }
    };
    static Case stepped(int number, Instant at)
    {
        Case one = aCase(number);
        one.steppedAt = at;
        return one;
    }

private slots:
    void everyQueueHasItsCases()
    {
        Case asked = stepped(1, kNow);
        asked.state = CaseState::Verifying;
        asked.taskPerson = u"c1"_s;
        asked.taskDueAt = kNow + 10min;
        Case done = stepped(2, kNow);
        done.state = CaseState::FedBack;
        done.handledAt = kNow - 1h;
        done.lacksPicture = true;
        Case late = stepped(3, kNow - 2 * 24h);
        late.state = CaseState::Handling;
        late.dueAt = kNow - 4 * 24h;
        late.rung = 150;
        late.replyDueAt = kNow - 1h;
        Case passed = stepped(4, kNow);
        passed.state = CaseState::PendingClose;
        passed.source = CaseSource::Hotline;
        Bench b({asked, done, late, passed});
        const QHash<QString, Case> wanted{{u"verify"_s, asked},
                                          {u"check"_s, done},
                                          {u"tasks"_s, asked},
                                          {u"overdue"_s, late},
                                          {u"stuck"_s, late},
                                          {u"evidence"_s, done},
                                          {u"supervised"_s, late},
                                          {u"ladder"_s, late},
                                          {u"callback"_s, passed}};
        for (auto one = wanted.cbegin(); one != wanted.cend(); ++one) {
            QVERIFY2(b.workspace->showScene(one.key()), qPrintable(one.key()));
            QCOMPARE(b.workspace->shownQueue(), one.key());
            QTRY_COMPARE(b.workspace->count(one.key()), 1);
            QTRY_COMPARE(b.workspace->table().queue().rowCount(), 1);
            QCOMPARE(b.workspace->table().queue().idAt(0), one->id);
        }
        // And leaves them again.
        late.replyDueAt.reset();
        b.live.update({late});
        QTRY_COMPARE(b.workspace->count(u"supervised"_s), 0);
    }
    void bandsCountAndNarrowAndMoveWithTheTime()
    {
        QList<Case> open;
        for (const auto &[number, age] : {std::pair{1, 2h},
                                          std::pair{2, 30h},
                                          std::pair{3, 100h},
                                          std::pair{4, 24h * 10},
                                          std::pair{5, 24h * 40}}) {
            Case one = aCase(number).state(CaseState::Handling).due(kNow - age);
            one.steppedAt = kNow;
            open.append(one);
        }
        Bench b(open);
        QVERIFY(b.workspace->showQueue(u"overdue"_s));
        QTRY_COMPARE(b.workspace->count(u"overdue"_s), 5);
        const auto text = [&](int band) { return b.button(u"band-%1"_s.arg(band))->text(); };
        for (int band = 0; band < 5; ++band) {
            QTRY_COMPARE(text(band),
                         watch_words::word(kAgeBands.at(static_cast<std::size_t>(band))) +
                             u"  1"_s);
        }
        b.workspace->bands().choose(AgeBand::ThreeDays);
        QTRY_COMPARE(b.workspace->table().queue().rowCount(), 1);
        QCOMPARE(b.workspace->table().queue().idAt(0), open.at(1).id);
        // A day later it is another one, and nobody was asked for it.
        const auto asked = b.district.asked.size();
        b.district.time.set(kNow + 24h);
        b.workspace->table().tick();
        QTRY_COMPARE(b.workspace->table().queue().rowCount(), 2);
        QCOMPARE(b.workspace->table().queue().idAt(0), open.at(1).id);
        QTRY_COMPARE(text(1), watch_words::word(AgeBand::ThreeDays) + u"  2"_s);
        QVERIFY(b.district.asked.size() - asked <= 1); // the case that is shown
        QVERIFY(b.workspace->showQueue(u"stuck"_s));
        QVERIFY(b.button(u"band-0"_s)->isHidden()); // nothing is stuck within its first day
    }
    void keysTakeTheStepsOfTheirState()
    {
        Case asked = stepped(1, kNow);
        asked.state = CaseState::Verifying;
        Case done = stepped(2, kNow);
        done.state = CaseState::FedBack;
        done.handledAt = kNow - 1h;
        Bench b({asked, done});
        const auto formOf = [&](const QString &queue, Qt::Key key) {
            b.workspace->showQueue(queue);
            QCoreApplication::processEvents();
            b.offer({CaseAction::Verify,
                     CaseAction::Check,
                     CaseAction::Rework,
                     CaseAction::Entrust,
                     CaseAction::Supervise});
            QTest::keyClick(&b.workspace->table(), key);
            const auto *form = b.workspace->panel().findChild<QWidget *>(u"caseActionForm"_s);
            const QString heading = form->findChild<QLabel *>(u"formHeading"_s)->text();
            const bool isOpen = !form->isHidden();
            b.workspace->panel().findChild<QPushButton *>(u"cancelAction"_s)->click();
            QCoreApplication::processEvents();
            return isOpen ? heading : QString();
        };
        QCOMPARE(formOf(u"verify"_s, Qt::Key_P), u"Verified as true"_s);
        QCOMPARE(formOf(u"check"_s, Qt::Key_P), u"Check passed"_s);
        QCOMPARE(formOf(u"check"_s, Qt::Key_W), u"Send to rework"_s);
        QCOMPARE(formOf(u"check"_s, Qt::Key_E), u"Send a collector"_s);
        QCOMPARE(formOf(u"check"_s, Qt::Key_S), u"Supervise"_s);
    }
    void whatIsNotTheirsIsSaidAndOffersNothing()
    {
        Case done = stepped(2, kNow);
        done.state = CaseState::FedBack;
        done.handledAt = kNow - 1h;
        done.hands = u"dispatcher1,p7"_s; // the person behind this account
        Bench b({done});
        QTRY_COMPARE(b.workspace->table().currentCase(), done.id);
        b.offer({CaseAction::Check, CaseAction::Rework, CaseAction::Urge});
        const QModelIndex state =
            b.workspace->table().queue().index(0, static_cast<int>(CaseTableModel::Column::State));
        QCOMPARE(state.data().toString(), u"Not yours"_s);
        QVERIFY(state.data(CaseTableModel::OwnWorkRole).toBool());
        for (const QString &key : {u"p"_s, u"w"_s, u"t"_s}) {
            QVERIFY2(!b.button(u"supervision-"_s + key)->isEnabled(), qPrintable(key));
        }
        QSignalSpy said(b.workspace.get(), &QueueWorkspace::messageRequested);
        QTest::keyClick(&b.workspace->table(), Qt::Key_P);
        QCOMPARE(said.size(), 1);
        QVERIFY(b.workspace->panel().findChild<QWidget *>(u"caseActionForm"_s)->isHidden());
        // Another one sits down: it is theirs.
        b.district.who.person = u"p8"_s;
        b.district.setUser(u"supervisor2"_s);
        QCoreApplication::processEvents();
        QVERIFY(b.button(u"supervision-p"_s)->isEnabled());
        QVERIFY(state.data().toString() != u"Not yours"_s);
    }
    void severalAreUrgedTogether()
    {
        QList<Case> open;
        for (int i = 1; i < 4; ++i) {
            Case one = aCase(i).state(CaseState::Handling).due(kNow - 2h);
            one.steppedAt = kNow;
            open.append(one);
        }
        Bench b(open);
        b.workspace->showScene(u"batch"_s);
        QCoreApplication::processEvents();
        QTest::keyClick(&b.workspace->table(), Qt::Key_T);
        auto *note = b.workspace->findChild<QPlainTextEdit *>(u"batchNote"_s);
        QVERIFY(note != nullptr && note->isVisible());
        note->setPlainText(u"今日完成"_s);
        b.button(u"sendBatch"_s)->click();
        QTRY_COMPARE(b.district.acts.size(), 3);
        for (const auto &[id, request] : std::as_const(b.district.acts)) {
            QCOMPARE(request.action, CaseAction::Urge);
            QCOMPARE(request.note, u"今日完成"_s);
        }
    }
    void beforeAndAfterStandBesideEachOther()
    {
        Case done = stepped(2, kNow);
        done.state = CaseState::FedBack;
        done.handledAt = kNow - 1h;
        const auto picture = [](const QString &name, const QColor &color) {
            QImage image(40, 30, QImage::Format_RGB32);
            image.fill(color);
            QByteArray content;
            QBuffer buffer(&content);
            buffer.open(QIODevice::WriteOnly);
            image.save(&buffer, "png");
            return Attachment{name, u"image/png"_s, content};
        };
        const auto eventWith = [](CaseAction action, const Attachment &attachment) {
            CaseEvent event;
            event.action = action;
            event.actor = u"somebody"_s;
            event.facts = factsText(
                {{u"attachments"_s,
                  QJsonArray{QJsonObject{
                      {u"name"_s, attachment.name},
                      {u"sha256"_s,
                       QString::fromLatin1(
                           QCryptographicHash::hash(attachment.content, QCryptographicHash::Sha256)
                               .toHex())}}}}});
            return event;
        };
        const Attachment before = picture(u"a.png"_s, Qt::red);
        const Attachment after = picture(u"b.png"_s, Qt::green);
        FakeDistrict district;
        district.time.set(kNow);
        EvidencePair pair(district);
        pair.resize(900, 260);
        pair.show();
        CaseFile file;
        file.subject = done;
        file.events = {eventWith(CaseAction::Report, before)};
        file.attachments = {before};
        pair.setFile(file);
        QTRY_VERIFY(pair.isSettled());
        QCOMPARE(pair.before(), 1);
        QCOMPARE(pair.after(), 0);
        QVERIFY(pair.findChild<QLabel *>(u"evidenceAfter"_s)->text().contains(u"No picture"_s));
        file.events.append(eventWith(CaseAction::Handle, after));
        file.attachments.append(after);
        pair.setFile(file);
        QTRY_COMPARE(pair.after(), 1);
        const QImage shown =
            pair.findChild<QLabel *>(u"evidenceAfter"_s)->pixmap(Qt::ReturnByValue).toImage();
        QCOMPARE(shown.pixelColor(shown.width() / 2, shown.height() / 2), QColor(Qt::green));
    }
};
static const TestRegistration<TestSupervisionDesk> sRegistration;

} // namespace gridward

#include "test_supervision.moc"
