// SPDX-License-Identifier: GPL-3.0-or-later
// The supervision desk: its queues and their counts, keys, what is not theirs, before and after.
#include "models/view/casefilterproxy.h"
#include "models/view/casewords.h"
#include "models/view/livecases.h"
#include "models/view/watchwords.h"
#include "tests/support/casebuilder.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/fakeunits.h"
#include "tests/support/testregistry.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/panels/picturestage.h"
#include "ui/panels/runreport.h"
#include "ui/panels/stepwhy.h"
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
    static Attachment picture(const QString &name, const QColor &color)
    {
        QImage image(40, 30, QImage::Format_RGB32);
        image.fill(color);
        QByteArray content;
        QBuffer buffer(&content);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "png");
        return {name, u"image/png"_s, content};
    }
    static CaseEvent eventWith(CaseAction action, const Attachment &attachment)
    {
        const QByteArray hash =
            QCryptographicHash::hash(attachment.content, QCryptographicHash::Sha256).toHex();
        CaseEvent event;
        event.action = action;
        event.actor = u"somebody"_s;
        event.facts = factsText({{u"attachments"_s,
                                  QJsonArray{QJsonObject{{u"name"_s, attachment.name},
                                                         {u"sha256"_s, QLatin1String(hash)}}}}});
        return event;
    }
    static void add(CaseFile &file, CaseAction action, const Attachment &attachment)
    {
        file.events.append(eventWith(action, attachment));
        file.attachments.append(attachment);
    }
    /** What the middle of a side shows. */
    static QColor shown(const EvidencePair &pair, const QString &side)
    {
        const QImage image =
            pair.findChild<QLabel *>(u"evidence"_s + side)->pixmap(Qt::ReturnByValue).toImage();
        return image.isNull() ? QColor() : image.pixelColor(image.width() / 2, image.height() / 2);
    }
    static Case handedIn(int number)
    {
        Case one = stepped(number, kNow);
        one.state = CaseState::FedBack;
        one.handledAt = kNow - 1h;
        return one;
    }
    static Case overdue(int number, std::chrono::milliseconds age = 2h)
    {
        Case one = aCase(number).state(CaseState::Handling).due(kNow - age);
        one.steppedAt = kNow;
        return one;
    }
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
    void aBandHoldsOnlyWhereItIsSeen()
    {
        QList<Case> open;
        for (const auto &[number, age] : {std::pair{1, 2h}, {2, 30h}, {3, 100h}}) {
            Case one = aCase(number).state(CaseState::Handling).due(kNow - age);
            one.steppedAt = kNow - age;
            one.rung = 100;
            open.append(one);
        }
        Bench b(open);
        QVERIFY(b.workspace->showScene(u"band"_s));
        QTRY_COMPARE(b.workspace->count(u"overdue"_s), 1);
        QTRY_COMPARE(b.workspace->count(u"stuck"_s), 2); // its own tab says all of them
        QCOMPARE(b.workspace->count(u"ladder"_s), 3);
        auto *clear = b.button(u"queueClear"_s);
        QVERIFY(clear != nullptr && clear->isVisible());
        QVERIFY(b.workspace->showQueue(u"ladder"_s));
        QTRY_COMPARE(b.workspace->count(u"overdue"_s), 3);
        QVERIFY(!clear->isVisible()); // nothing is hidden here
        // There again as it was left, and gone with the other filters.
        QVERIFY(b.workspace->showQueue(u"overdue"_s));
        QTRY_COMPARE(b.workspace->count(u"overdue"_s), 1);
        QTRY_VERIFY(clear->isVisible());
        clear->click();
        QTRY_COMPARE(b.workspace->count(u"overdue"_s), 3);
        QVERIFY(!b.workspace->bands().chosen());
        QVERIFY(!clear->isVisible());
        // Esc takes it off too.
        b.workspace->bands().choose(AgeBand::ThreeDays);
        QTRY_COMPARE(b.workspace->table().queue().rowCount(), 1);
        b.workspace->table().setFocus();
        QTest::keyClick(&b.workspace->table(), Qt::Key_Escape);
        QTRY_COMPARE(b.workspace->table().queue().rowCount(), 3);
    }
    void whatPassedIsNotPassedAgain()
    {
        Case passed = stepped(4, kNow);
        passed.state = CaseState::PendingClose;
        passed.source = CaseSource::Hotline;
        Bench b({passed});
        QVERIFY(b.workspace->showQueue(u"callback"_s));
        QTRY_COMPARE(b.workspace->table().currentCase(), passed.id);
        b.offer({CaseAction::Check, CaseAction::Rework, CaseAction::Callback});
        QVERIFY(!b.button(u"supervision-p"_s)->isEnabled());
        QVERIFY(b.button(u"supervision-p"_s)->toolTip().contains(u"passed its check already"_s));
        QVERIFY(b.button(u"supervision-w"_s)->isEnabled());
        QVERIFY(b.button(u"supervision-b"_s)->isEnabled());
        QSignalSpy said(b.workspace.get(), &QueueWorkspace::messageRequested);
        QTest::keyClick(&b.workspace->table(), Qt::Key_P);
        QCOMPARE(said.size(), 1);
        QVERIFY(b.workspace->panel().findChild<QWidget *>(u"caseActionForm"_s)->isHidden());
    }
    void theShownCaseStaysInSightWhereverItGoes()
    {
        QList<Case> open;
        for (int i = 1; i <= 60; ++i) {
            Case one = stepped(i, kNow);
            one.state = CaseState::PendingClose;
            one.source = CaseSource::Hotline;
            one.checkedAt = kNow - 100h + std::chrono::minutes(i);
            open.append(one);
        }
        Bench b(open);
        QVERIFY(b.workspace->showQueue(u"callback"_s));
        CaseTable &table = b.workspace->table();
        QTRY_COMPARE(table.queue().rowCount(), 60);
        QTest::keyClick(&table, Qt::Key_Home);
        QCOMPARE(table.currentCase(), open.first().id);
        const auto isSeen = [&table] {
            return table.viewport()->rect().contains(
                table.visualRect(table.currentIndex()).center());
        };
        Case moved = open.first();
        moved.checkedAt = kNow - 100h + 31min + 30s;
        b.live.update({moved});
        QTRY_COMPARE(table.currentIndex().row(), 30);
        QCOMPARE(table.currentCase(), moved.id);
        QCOMPARE(table.selectedCases(), QList<CaseId>{moved.id});
        QVERIFY(isSeen());
        QTest::keyClick(&table, Qt::Key_J);
        QCOMPARE(table.currentIndex().row(), 31);
        QVERIFY(isSeen());
        QTest::keyClick(&table, Qt::Key_End);
        QCOMPARE(table.currentIndex().row(), 59);
        // Where one looked elsewhere, the key that goes there shows it all the same.
        table.scrollToTop();
        QVERIFY(!isSeen());
        QTest::keyClick(&table, Qt::Key_End);
        QVERIFY(isSeen());
    }
    void theCheckHasAClockOfItsOwn()
    {
        const auto handedIn = [](int number, Instant at, std::optional<Instant> due) {
            Case one = stepped(number, at);
            one.state = CaseState::FedBack;
            one.dueAt = at + 24h; // the unit kept its limit
            one.handledAt = at;
            one.stageDueAt = due;
            return one;
        };
        const Case fresh = handedIn(1, kNow - 2h, kNow + 6h);
        const Case late = handedIn(2, kNow - 3 * 24h, kNow - 2 * 24h);
        const Case open = handedIn(3, kNow - 24h, std::nullopt); // an old store had no such limit
        Case passed = handedIn(4, kNow - 24h, kNow - 20h);
        passed.state = CaseState::PendingClose;
        Bench b({fresh, late, open, passed});
        QVERIFY(b.workspace->showQueue(u"check"_s));
        const CaseFilterProxy &queue = b.workspace->table().queue();
        QTRY_COMPARE(queue.rowCount(), 3);
        QCOMPARE(b.workspace->count(u"check"_s), 3);
        const auto cell = [&queue](int row, CaseTableModel::Column column, int role) {
            return queue.index(row, static_cast<int>(column)).data(role);
        };
        const auto clock = [&cell](int row) {
            return cell(row, CaseTableModel::Column::Remaining, CaseTableModel::ClockRole).toInt();
        };
        using Column = CaseTableModel::Column;
        using Handling = CaseTableModel::HandlingClock;
        QCOMPARE(queue.headerData(static_cast<int>(Column::Remaining), Qt::Horizontal).toString(),
                 u"Check limit"_s);
        QCOMPARE(queue.idAt(0), late.id); // what was to be checked first
        QCOMPARE(cell(0, Column::Remaining, Qt::DisplayRole).toString(), u"2 d 0 h late"_s);
        QCOMPARE(clock(0), static_cast<int>(Handling::Overdue));
        QVERIFY(cell(0, Column::Remaining, Qt::ToolTipRole)
                    .toString()
                    .contains(u"handed in on time"_s)); // of the unit
        // Three times its limit: a flame, and why.
        QCOMPARE(cell(0, Column::Level, CaseTableModel::HeatRole).toInt(),
                 static_cast<int>(Heat::Hot));
        QVERIFY(cell(0, Column::Level, Qt::ToolTipRole).toString().contains(u"3 d 0 h"_s));
        const int freshRow = queue.rowOf(fresh.id);
        QCOMPARE(cell(freshRow, Column::Remaining, Qt::DisplayRole).toString(),
                 u"6 h 0 min left"_s);
        QCOMPARE(clock(freshRow), static_cast<int>(Handling::Running));
        QCOMPARE(cell(freshRow, Column::Level, CaseTableModel::HeatRole).toInt(),
                 static_cast<int>(Heat::None));
        // The card says the same.
        QVERIFY(b.workspace->table().selectCase(late.id));
        b.offer({CaseAction::Check});
        const auto *chip = b.workspace->panel().findChild<QLabel *>(u"caseClock"_s);
        QCOMPARE(chip->text(), u"check 2 d 0 h overdue · handed in on time"_s);
        QCOMPARE(chip->property("late").toString(), u"yes"_s);
        // Once it passed, no check runs any more.
        QCOMPARE(case_words::checkText(passed, kNow), QString());
        // Its stage is found in it, and no other.
        b.workspace->chooseStage(CaseStage::Checking);
        QCOMPARE(b.workspace->shownQueue(), u"check"_s);
        QTRY_COMPARE(b.workspace->count(u"check"_s), 3);
    }
    void aMessageNamesOneCaseOfTheQueue()
    {
        const QString first = shortNumber(u"1101012026111700063"_s);
        QCOMPARE(first, u"1117-00063"_s);
        QVERIFY(first != shortNumber(u"1101012026111800063"_s));
        QCOMPARE(shortNumber(u"11010120261117100063"_s), u"1117-100063"_s); // a very busy day
        QCOMPARE(shortNumber(u"SR-2026-00063"_s), u"…00063"_s);             // of another system
    }
    void theNumberIsReadInEveryQueue()
    {
        Case one = stepped(1, kNow - 2 * 24h);
        one.state = CaseState::Handling;
        one.unit = u"U1"_s;
        one.dueAt = kNow - 4 * 24h;
        one.rung = 100;
        one.rungTier = u"street"_s; // the longest of the words
        one.nextAt = kNow + 24h;
        one.replyDueAt = kNow - 1h;
        Bench b({one});
        constexpr int number = static_cast<int>(CaseTableModel::Column::Number);
        constexpr int remaining = static_cast<int>(CaseTableModel::Column::Remaining);
        for (const int width : {1286, 1840}) {
            b.workspace->resize(width, 700);
            for (const QString &queue : {u"overdue"_s, u"stuck"_s, u"supervised"_s, u"ladder"_s}) {
                QVERIFY(b.workspace->showQueue(queue));
                QCoreApplication::processEvents();
                const CaseTable &table = b.workspace->table();
                QTRY_COMPARE(table.queue().rowCount(), 1);
                QVERIFY2(!table.isColumnHidden(number), qPrintable(queue));
                QFont font(table.font());
                // Whole on a usual screen; where the words beside it are long, by its end.
                const int digits = width > 1800 && queue != "ladder"_L1 ? 19 : 5;
                QVERIFY2(table.columnWidth(number) >=
                             QFontMetrics(font).horizontalAdvance(u"0"_s.repeated(digits)) + 16,
                         qPrintable(queue));
                // And why it is there is read whole.
                QVERIFY2(!table.isColumnHidden(remaining), qPrintable(queue));
                font.setWeight(QFont::DemiBold);
                const QString said = table.queue().index(0, remaining).data().toString();
                QVERIFY2(table.columnWidth(remaining) >=
                             QFontMetrics(font).horizontalAdvance(said) + 16,
                         qPrintable(said));
            }
        }
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
        QVERIFY(!b.button(u"sendBatch"_s)->isEnabled()); // as for one alone: not without a word
        note->setPlainText(u"今日完成"_s);
        b.button(u"sendBatch"_s)->click();
        QTRY_COMPARE(b.district.acts.size(), 3);
        for (const auto &[id, request] : std::as_const(b.district.acts)) {
            QCOMPARE(request.action, CaseAction::Urge);
            QCOMPARE(request.note, u"今日完成"_s);
        }
        // And not twice by the same button.
        QTRY_VERIFY(!b.button(u"stopBatch"_s)->text().contains(u"Stop"_s));
        QVERIFY(!b.button(u"sendBatch"_s)->isEnabled());
        b.button(u"sendBatch"_s)->click();
        QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
        QCoreApplication::processEvents();
        QCOMPARE(b.district.acts.size(), 3);
    }
    void theKeyOfUrgingUrgesWhateverElseTheyMayDo()
    {
        QList<Case> open;
        for (int i = 1; i < 3; ++i) {
            open.append(stepped(i, kNow - 100h)); // filed: could be dispatched
        }
        Bench b(open);
        b.district.who.role = u"owner"_s;
        b.district.setUser(u"owner1"_s);
        QVERIFY(b.workspace->showQueue(u"stuck"_s));
        QTRY_COMPARE(b.workspace->table().queue().rowCount(), 2);
        b.workspace->table().selectAll();
        QTest::keyClick(&b.workspace->table(), Qt::Key_T);
        b.workspace->findChild<QPlainTextEdit *>(u"batchNote"_s)->setPlainText(u"why"_s);
        b.button(u"sendBatch"_s)->click();
        QTRY_COMPARE(b.district.acts.size(), 2);
        for (const auto &[id, request] : std::as_const(b.district.acts)) {
            QCOMPARE(request.action, CaseAction::Urge);
        }
    }
    void beforeAndAfterStandBesideEachOther()
    {
        Case done = stepped(2, kNow);
        done.state = CaseState::FedBack;
        done.handledAt = kNow - 1h;
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
        QCOMPARE(shown(pair, u"After"_s), QColor(Qt::green));
        // Enter shows both as large as the window; nothing behind it hears of the keys.
        pair.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&pair));
        auto *picked = pair.findChild<QLabel *>(u"evidenceAfter"_s);
        picked->setFocus(Qt::TabFocusReason);
        QVERIFY(picked->hasFocus());
        QTest::keyClick(picked, Qt::Key_Return);
        QPointer<PictureStage> stage = pair.findChild<PictureStage *>();
        QVERIFY(stage && stage->hasFocus());
        QCOMPARE(stage->size(), pair.size());
        QTRY_VERIFY(stage->isSettled());
        const QImage large = stage->grab().toImage();
        QCOMPARE(large.pixelColor(large.width() / 4, large.height() / 2), QColor(Qt::red));
        QCOMPARE(large.pixelColor(large.width() * 3 / 4, large.height() / 2), QColor(Qt::green));
        pair.resize(700, 300);
        QTRY_COMPARE(stage->size(), pair.size());
        QTest::keyClick(stage, Qt::Key_Escape);
        QVERIFY(picked->hasFocus());
        QTRY_VERIFY(!stage);
    }
    void everyPictureStandsOnItsSide()
    {
        FakeDistrict district;
        district.time.set(kNow);
        EvidencePair pair(district);
        pair.resize(900, 260);
        pair.show();
        const auto words = [&](const QString &side) {
            return pair.findChild<QLabel *>(u"evidence"_s + side)->text();
        };
        CaseFile file;
        file.subject = aCase(2);
        pair.setFile(file);
        QVERIFY(words(u"Before"_s).contains(u"with the report"_s));
        QVERIFY(words(u"After"_s).contains(u"not handed in yet"_s));
        file.subject = handedIn(2);
        add(file, CaseAction::Report, picture(u"a.png"_s, Qt::red));
        add(file, CaseAction::Verify, picture(u"b.png"_s, Qt::blue));
        add(file, CaseAction::Report, {u"letter.pdf"_s, u"application/pdf"_s, "%PDF-"});
        add(file, CaseAction::Check, picture(u"c.png"_s, Qt::white)); // of neither
        add(file, CaseAction::Feedback, picture(u"d.png"_s, Qt::yellow));
        add(file, CaseAction::Handle, picture(u"e.png"_s, Qt::green));
        pair.setFile(file);
        QTRY_COMPARE(pair.before(), 2);
        QTRY_COMPARE(pair.after(), 2);
        QTRY_VERIFY(pair.isSettled());
        QCOMPARE(shown(pair, u"Before"_s), QColor(Qt::red));  // as it was first
        QCOMPARE(shown(pair, u"After"_s), QColor(Qt::green)); // and as it was last
        pair.showNext();
        QCOMPARE(shown(pair, u"Before"_s), QColor(Qt::blue));
        QCOMPARE(shown(pair, u"After"_s), QColor(Qt::yellow));
        pair.showNext();
        QCOMPARE(shown(pair, u"Before"_s), QColor(Qt::red));
        // What was still being read of a case does not come to the next one.
        pair.setFile(file);
        CaseFile other;
        other.subject = handedIn(3);
        pair.setFile(other);
        QTRY_VERIFY(pair.isSettled());
        QCOMPARE(pair.before() + pair.after(), 0);
    }
    void picturesStandWhereTheWorkIsJudged()
    {
        const Case done = handedIn(2);
        Bench b({done, overdue(3)});
        const auto &pair = *b.workspace->findChild<EvidencePair *>();
        QTRY_COMPARE(b.workspace->table().currentCase(), done.id);
        CaseFile file;
        file.subject = done;
        add(file, CaseAction::Report, picture(u"a.png"_s, Qt::red));
        add(file, CaseAction::Handle, picture(u"b.png"_s, Qt::green));
        add(file, CaseAction::Handle, picture(u"c.png"_s, Qt::blue));
        b.district.file = file;
        b.live.update({done});
        QTRY_COMPARE(pair.after(), 2);
        QVERIFY(pair.isVisible());
        QCOMPARE(shown(pair, u"After"_s), QColor(Qt::blue));
        QTest::keyClick(&b.workspace->table(), Qt::Key_N);
        QCOMPARE(shown(pair, u"After"_s), QColor(Qt::green));
        // Nothing is chosen there: no pictures of the case before.
        b.workspace->showQueue(u"callback"_s);
        QCoreApplication::processEvents();
        QTRY_VERIFY(pair.isSettled());
        QCOMPARE(pair.before() + pair.after(), 0);
        for (const auto &[queue, has] : {std::pair{u"verify"_s, false},
                                         std::pair{u"tasks"_s, true},
                                         std::pair{u"overdue"_s, false},
                                         std::pair{u"stuck"_s, false},
                                         std::pair{u"evidence"_s, true},
                                         std::pair{u"supervised"_s, false},
                                         std::pair{u"ladder"_s, false},
                                         std::pair{u"callback"_s, true}}) {
            b.workspace->showQueue(queue);
            QVERIFY2(pair.isVisible() == has, qPrintable(queue));
        }
    }
    void bandsAreOfTheQueueThatIsShown()
    {
        Case stuck = aCase(6).state(CaseState::Handling);
        stuck.steppedAt = kNow - 100h;
        Bench b({overdue(1), overdue(2, 30h), stuck});
        const auto count = [&](int band) {
            return b.button(u"band-%1"_s.arg(band))->text().section(u"  "_s, -1);
        };
        const auto rows = [&] { return b.workspace->table().queue().rowCount(); };
        QVERIFY(!b.workspace->bands().isVisible()); // to check: nothing is late there
        QVERIFY(b.workspace->showQueue(u"overdue"_s));
        QVERIFY(b.workspace->bands().isVisible());
        QTRY_COMPARE(count(0), u"1"_s);
        QTRY_COMPARE(count(1), u"1"_s);
        // Counted anew when a case changes.
        QCoreApplication::processEvents(); // what was counted for the queue
        b.live.update({overdue(3)});
        QCoreApplication::processEvents();
        QCOMPARE(count(0), u"2"_s); // at once, not with the next tick
        b.district.time.set(kNow + 23h);
        b.workspace->table().tick();
        QCoreApplication::processEvents();
        QCOMPARE(count(0), u"0"_s);
        QCOMPARE(count(1), u"3"_s);
        b.district.time.set(kNow);
        b.workspace->table().tick();
        // Pressed once more it narrows nothing.
        b.button(u"band-0"_s)->click();
        QTRY_COMPARE(rows(), 2);
        b.button(u"band-0"_s)->click();
        QTRY_COMPARE(rows(), 3);
        QVERIFY(!b.button(u"band-0"_s)->isChecked());
        // The first day is none of those that are stuck.
        b.button(u"band-0"_s)->click();
        QVERIFY(b.workspace->showQueue(u"stuck"_s));
        QTRY_COMPARE(rows(), 1);
        QVERIFY(!b.workspace->bands().chosen());
        QTRY_COMPARE(count(1), u"0"_s);
        QTRY_COMPARE(count(2), u"1"_s);
    }
    void bandsOfACommunityCountItsCases()
    {
        Case elsewhere = overdue(2);
        elsewhere.community = u"110101001002"_s;
        elsewhere.grid = u"110101001002001"_s;
        Bench b({overdue(1), elsewhere});
        b.district.who.division = u"110101001001"_s;
        emit b.district.userChanged();
        QVERIFY(b.workspace->showQueue(u"overdue"_s));
        QTRY_COMPARE(b.workspace->table().queue().rowCount(), 1);
        QTRY_VERIFY(b.button(u"band-0"_s)->text().endsWith(u"  1"_s));
    }
    void whoWasSentIsNamed()
    {
        Case asked = stepped(1, kNow);
        asked.state = CaseState::Checking;
        asked.handledAt = kNow - 1h;
        asked.taskPerson = u"c1"_s;
        asked.taskDueAt = kNow + 10min;
        Bench b({});
        Person person;
        person.id = u"c1"_s;
        person.name = u"Li Na"_s;
        b.units.found = person;
        b.live.reset({asked});
        QVERIFY(b.workspace->showQueue(u"check"_s));
        QTRY_COMPARE(b.workspace->count(u"check"_s), 1); // it is still to be checked
        QVERIFY(b.workspace->showQueue(u"tasks"_s));
        const QModelIndex when = b.workspace->table().queue().index(
            0, static_cast<int>(CaseTableModel::Column::Remaining));
        QTRY_VERIFY(when.data().toString().startsWith(u"Li Na, "_s));
        QVERIFY(when.data().toString().endsWith(u"left"_s));
        using HandlingClock = CaseTableModel::HandlingClock;
        const auto clock = [&] {
            return static_cast<HandlingClock>(when.data(CaseTableModel::ClockRole).toInt());
        };
        QCOMPARE(clock(), HandlingClock::Running);
        b.district.time.set(kNow + 20min);
        QVERIFY(when.data().toString().endsWith(u"late"_s));
        QCOMPARE(clock(), HandlingClock::Overdue);
    }
    void aQueueSaysWhatItWaitsFor()
    {
        Case one = overdue(1);
        one.replyDueAt = kNow + 1h;
        QVERIFY(watch_words::text(one, Watch::Reply, kNow, {}).endsWith(u"left"_s));
        QVERIFY(watch_words::text(one, Watch::Reply, kNow + 2h, {}).endsWith(u"late"_s));
        one.rung = 80;
        one.nextAt = kNow + 3h;
        QVERIFY(watch_words::text(one, Watch::Ladder, kNow, {}).startsWith(u"80 %, next"_s));
        one.suspendedUntil = kNow + 3h; // then it resumes: that is no rung
        QCOMPARE(watch_words::text(one, Watch::Ladder, kNow, {}), u"80 %"_s);
        using HandlingClock = CaseTableModel::HandlingClock;
        QCOMPARE(watch_words::clock(one, Watch::Ladder, kNow), HandlingClock::Short);
        one.rung = 100;
        QCOMPARE(watch_words::clock(one, Watch::Ladder, kNow), HandlingClock::Overdue);
        // What is due now is not late yet.
        QueueFilter late;
        late.watch = Watch::Overdue;
        QVERIFY(!passes(overdue(1, 0h), late, kNow));
        QVERIFY(passes(overdue(1, 0h), late, kNow + 1ms));
        Case ended = overdue(1);
        ended.state = CaseState::Closed;
        QVERIFY(!passes(ended, late, kNow));
    }
    void onlyTheUrgingIsOfSeveral()
    {
        Bench b({overdue(1), overdue(2)});
        b.workspace->showScene(u"batch"_s);
        QCoreApplication::processEvents();
        QVERIFY(b.workspace->findChild<QPushButton *>(u"sendBatch"_s)->isVisible());
        QSignalSpy said(b.workspace.get(), &QueueWorkspace::messageRequested);
        QTest::keyClick(&b.workspace->table(), Qt::Key_S);
        QCOMPARE(said.size(), 1);
        QVERIFY(b.button(u"supervision-t"_s)->isEnabled());
        QVERIFY(!b.button(u"supervision-s"_s)->isEnabled());
        // Whoever may not urge has no use for several.
        b.district.who.role = u"checker"_s;
        b.district.setUser(u"checker1"_s);
        b.workspace->showScene(u"batch"_s);
        QCoreApplication::processEvents();
        QVERIFY(!b.workspace->findChild<QPushButton *>(u"sendBatch"_s)->isVisible());
    }
    void aKeyWithControlIsNoStep()
    {
        Bench b({handedIn(1)});
        QTRY_COMPARE(b.workspace->count(u"check"_s), 1);
        b.offer({CaseAction::Check});
        const auto *form = b.workspace->panel().findChild<QWidget *>(u"caseActionForm"_s);
        QTest::keyClick(&b.workspace->table(), Qt::Key_P, Qt::ControlModifier);
        QVERIFY(form->isHidden());
        QTest::keyClick(&b.workspace->table(), Qt::Key_P, Qt::KeypadModifier);
        QVERIFY(!form->isHidden());
    }
    void whatCouldNotBeUrgedIsToldToWhoDidIt()
    {
        Bench b({overdue(1), overdue(2)});
        const auto urge = [&] {
            b.workspace->showScene(u"batch"_s);
            QCoreApplication::processEvents();
            QTest::keyClick(&b.workspace->table(), Qt::Key_T);
            b.workspace->findChild<QPlainTextEdit *>(u"batchNote"_s)->setPlainText(u"今日"_s);
            b.button(u"sendBatch"_s)->click();
        };
        const auto &report = *b.workspace->findChild<RunReport *>();
        QSignalSpy said(b.workspace.get(), &QueueWorkspace::messageRequested);
        const auto last = [&] { return said.last().first().value<Message>(); };
        // Those that went can be taken back, but not while they go.
        b.district.acted = Case(overdue(1));
        b.district.late = true;
        urge();
        emit b.workspace->table().withdrawAsked();
        QCOMPARE(said.size(), 1);
        QVERIFY(last().text.contains(u"still being written"_s));
        b.district.late = false;
        b.district.giveAnswers();
        QTRY_COMPARE(b.district.acts.size(), 2);
        QTRY_COMPARE(last().level, Message::Level::Success);
        QVERIFY(last().action);
        QVERIFY(!report.isOpen());
        // Those that did not are shown until somebody decides.
        b.district.acted = Error{ErrorCode::Refused, u"not any more"_s, {}};
        urge();
        QTRY_VERIFY(report.isOpen());
        QTRY_COMPARE(last().level, Message::Level::Warning);
        QVERIFY(last().text.contains(u"not any more"_s));
        b.offer({CaseAction::Urge, CaseAction::Supervise}); // the case below it could have them
        for (const QString &key : {u"t"_s, u"s"_s}) {
            QVERIFY2(!b.button(u"supervision-"_s + key)->isEnabled(), qPrintable(key));
        }
        // And are none of whoever sits down next.
        b.district.setUser(u"supervisor2"_s);
        QVERIFY(!report.isOpen());
    }
    void whoMayDrawIsOfferedIt()
    {
        Bench b({});
        QVERIFY(b.button(u"supervision-sampling"_s)->isVisible());
        QSignalSpy wanted(b.workspace.get(), &SupervisionWorkspace::samplingRequested);
        b.button(u"supervision-sampling"_s)->click();
        QCOMPARE(wanted.size(), 1);
        b.district.who.role = u"dispatcher"_s;
        b.district.setUser(u"dispatcher1"_s);
        QVERIFY(!b.button(u"supervision-sampling"_s)->isVisible());
    }
};
static const TestRegistration<TestSupervisionDesk> sRegistration;

} // namespace gridward

#include "test_supervision.moc"
