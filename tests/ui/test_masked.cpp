// SPDX-License-Identifier: GPL-3.0-or-later
// Masked values on the screens: opened for a purpose, gone again, never in the clipboard; and the
// page of the audit log.
#include "models/view/livecases.h"
#include "models/view/personalwords.h"
#include "tests/support/casebuilder.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/fakepersonal.h"
#include "tests/support/testregistry.h"
#include "ui/admin/auditpage.h"
#include "ui/panels/callerline.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/householdlist.h"
#include "ui/panels/maskedline.h"
#include "ui/panels/reportform.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const QString kName = u"哨兵欧阳某某ZQX"_s;
const QString kPhone = u"10009876543"_s;

/** Everything that a widget and those in it show or tell. */
QString allTexts(const QWidget &widget)
{
    QString text;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        text += label->text() + label->toolTip() + label->accessibleName() + u'\n';
    }
    for (const QLineEdit *line : widget.findChildren<QLineEdit *>()) {
        text += line->text() + u'\n';
    }
    return text;
}

void choosePurpose(const QWidget &line, Purpose purpose)
{
    const auto *open = line.findChild<QToolButton *>(u"maskedOpen"_s);
    for (QAction *action : open->menu()->actions()) {
        if (action->data().toString() == toId(purpose)) {
            action->trigger();
        }
    }
}

AuditRecord recordOf(qint64 sequence, AuditKind kind = AuditKind::SignIn)
{
    AuditRecord record;
    record.sequence = sequence;
    record.entry.at = Instant(std::chrono::seconds(1'790'000'000 + sequence));
    record.entry.actor = u"filer1"_s;
    record.entry.kind = kind;
    record.entry.subject = u"subject %1"_s.arg(sequence);
    return record;
}

} // namespace

class TestMaskedScreens : public QObject
{
    Q_OBJECT

    struct Bench
    {
        LiveCases live;
        FakeDistrict district;
        FakePersonal personal;
        Case one = aCase(1);
        Case other = aCase(2);
        std::unique_ptr<CallerLine> line;

        Bench()
        {
            district.who.name = u"acceptor1"_s;
            district.who.role = u"acceptor"_s;
            personal.callers.insert(one.id.toText(), {kName, kPhone, true});
            personal.callers.insert(other.id.toText(), {u"别人"_s, {}, true});
            line = std::make_unique<CallerLine>(district);
            line->setPersonal(personal);
            line->show();
            line->showCase(one.id);
        }
        bool shows() const { return allTexts(*line).contains(kName); }
        bool open(Purpose purpose = Purpose::CallBack)
        {
            choosePurpose(*line, purpose);
            return QTest::qWaitFor([this] { return shows(); });
        }
    };

private slots:
    void isMaskedUntilAPurposeIsChosen()
    {
        Bench b;
        QTRY_VERIFY(b.line->isVisible());
        QVERIFY(allTexts(*b.line).contains(maskText()));
        QVERIFY(!b.shows());
        QVERIFY(b.personal.opened.isEmpty());
        QVERIFY(b.open());
        QCOMPARE(b.personal.opened, QList<Purpose>{Purpose::CallBack});
        QVERIFY(allTexts(*b.line).contains(kPhone));
        // A visit to a household is no purpose here.
        const auto *open = b.line->findChild<QToolButton *>(u"maskedOpen"_s);
        QCOMPARE(open->menu()->actions().size(), purposesFor(PersonalKind::Caller).size());
    }

    void isNotThereWithoutACaller()
    {
        Bench b;
        QTRY_VERIFY(b.line->isVisible());
        b.line->showCase(CaseId::make(Instant(std::chrono::seconds(9)), 1, 9));
        QTRY_VERIFY(!b.line->isVisible());
    }

    void isMaskedAgain_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"case", "no case", "user", "state", "lock", "hidden", "window"}) {
            QTest::newRow(what) << QString::fromLatin1(what);
        }
    }
    void isMaskedAgain()
    {
        QFETCH(QString, what);
        Bench b;
        QVERIFY(b.open());
        if (what == "case"_L1) {
            b.line->showCase(b.other.id);
        } else if (what == "no case"_L1) {
            b.line->showCase(std::nullopt);
        } else if (what == "user"_L1) {
            b.district.setUser(u"filer1"_s);
        } else if (what == "state"_L1) {
            emit b.district.stateChanged(StoreState::SignedOut);
        } else if (what == "lock"_L1) {
            b.personal.maskAll();
        } else if (what == "hidden"_L1) {
            b.line->hide();
        } else {
            QEvent left(QEvent::WindowDeactivate);
            QApplication::sendEvent(b.line.get(), &left);
        }
        QVERIFY(!b.shows());
    }

    void isMaskedAgainAfterItsTime()
    {
        MaskedLine line(PersonalKind::Caller);
        line.show();
        line.showValue({kName}, 1);
        QVERIFY(line.isOpen());
        QTRY_VERIFY_WITH_TIMEOUT(!line.isOpen(), 3000);
        QVERIFY(!allTexts(line).contains(kName));
    }

    void anAnswerThatComesLateIsNotShown()
    {
        Bench b;
        choosePurpose(*b.line, Purpose::CallBack);
        b.line->showCase(b.other.id); // before the answer is taken
        QTest::qWait(0);
        QTRY_COMPARE(b.personal.opened.size(), 1);
        QCoreApplication::processEvents();
        QVERIFY(!b.shows());
    }

    void neverReachesTheClipboard()
    {
        Bench b;
        QGuiApplication::clipboard()->setText(u"before"_s);
        QVERIFY(b.open());
        for (QWidget *widget : b.line->findChildren<QWidget *>()) {
            if (!widget->isVisible()) {
                continue;
            }
            widget->setFocus();
            for (const QKeySequence &keys :
                 {QKeySequence(QKeySequence::SelectAll), QKeySequence(QKeySequence::Copy)}) {
                QTest::keySequence(widget, keys);
            }
            QTest::mouseDClick(widget, Qt::LeftButton);
            QTest::mousePress(widget, Qt::LeftButton, {}, QPoint(2, 2));
            QTest::mouseMove(widget, QPoint(60, 10));
            QTest::mouseRelease(widget, Qt::LeftButton, {}, QPoint(60, 10));
            if (auto *label = qobject_cast<QLabel *>(widget)) {
                QCOMPARE(label->textInteractionFlags(), Qt::NoTextInteraction);
                QCOMPARE(label->contextMenuPolicy(), Qt::PreventContextMenu);
                QVERIFY(!label->hasSelectedText());
            }
        }
        QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
        QVERIFY(!QGuiApplication::clipboard()->text(QClipboard::Selection).contains(kName));
    }

    void saysWhyItWasRefused()
    {
        Bench b;
        QTRY_VERIFY(b.line->isVisible());
        b.personal.refusal = Error{ErrorCode::Refused, u"Lacks the permission."_s, {}};
        choosePurpose(*b.line, Purpose::Handling);
        QTRY_VERIFY(allTexts(*b.line).contains(u"Lacks the permission."_s));
        QVERIFY(!b.shows());
    }

    void thereIsNoButtonForWhoMayNot()
    {
        Bench b;
        QTRY_VERIFY(b.line->isVisible());
        b.district.who.role = u"analyst"_s;
        emit b.district.userChanged();
        QTRY_VERIFY(b.line->isVisible());
        QVERIFY(!b.line->findChild<QToolButton *>(u"maskedOpen"_s)->isVisible());
    }

    void aCaseThatChangesMasksIt()
    {
        Bench b;
        b.live.reset({b.one});
        CaseFile file;
        file.subject = b.one;
        b.district.file = file;
        CasePanel panel(b.district, b.live);
        panel.setPersonal(b.personal);
        panel.resize(400, 600);
        panel.show();
        panel.showCase(b.one.id);
        auto *line = panel.findChild<CallerLine *>();
        QTRY_VERIFY(line->isVisible());
        choosePurpose(*line, Purpose::CallBack);
        QTRY_VERIFY(allTexts(panel).contains(kName));
        ++b.one.version;
        b.live.update({b.one});
        QTRY_VERIFY(!allTexts(panel).contains(kName));
    }

    void householdsAreCountedAndListedMasked()
    {
        FakeDistrict district;
        district.who.role = u"street"_s;
        FakePersonal personal;
        personal.count.all = {CellCount::Telling::Few, 0};
        Household home;
        home.id = u"H1"_s;
        home.head = kName;
        personal.households.insert(u"H1"_s, home);
        HouseholdList list(district);
        list.setPersonal(personal);
        list.showGrid(u"G1"_s);
        list.resize(400, 400);
        QTRY_VERIFY(!list.isHidden());
        list.show();
        QTRY_VERIFY(allTexts(list).contains(u"fewer than 5"_s));
        QVERIFY(personal.opened.isEmpty());
        list.findChild<QPushButton *>(u"householdShow"_s)->click();
        QTRY_VERIFY(list.findChild<MaskedLine *>() != nullptr);
        QVERIFY(!allTexts(list).contains(kName));
        choosePurpose(*list.findChild<MaskedLine *>(), Purpose::CareVisit);
        QTRY_VERIFY(allTexts(list).contains(kName));
        QCOMPARE(personal.opened, QList<Purpose>{Purpose::CareVisit});
        personal.maskAll();
        QVERIFY(!allTexts(list).contains(kName));
        // Without the permission there is a number, and no list.
        district.who.role = u"analyst"_s;
        emit district.userChanged();
        QTRY_VERIFY(!list.findChild<QPushButton *>(u"householdShow"_s)->isVisible());
    }

    void theFormAsksForTheCaller()
    {
        FakeDistrict district;
        district.who.role = u"acceptor"_s;
        FakePersonal personal;
        ReportForm form(district);
        auto *name = form.findChild<QLineEdit *>(u"reportCallerName"_s);
        QVERIFY(name->isHidden()); // nobody to keep it
        form.setPersonal(personal);
        QVERIFY(!name->isHidden());
        name->setText(kName);
        form.findChild<QLineEdit *>(u"reportCallerPhone"_s)->setText(kPhone);
        QCOMPARE(form.caller(), (Caller{kName, kPhone, true}));
        QVERIFY(!form.draft().text.contains(kName));
        personal.maskAll(); // the desk was left
        QVERIFY(form.caller().isEmpty());
        name->setText(kName);
        district.who.role = u"dispatcher"_s;
        emit district.userChanged();
        QVERIFY(form.caller().isEmpty());
        QVERIFY(name->isHidden());
    }

    // The page of the audit log.

    void readsTheLogAndGoesOnReading()
    {
        FakeDistrict district;
        district.who.role = u"admin"_s;
        FakeAudit audit;
        for (qint64 sequence = 450; sequence > 0; --sequence) {
            audit.records.append(recordOf(sequence));
        }
        audit.checked.last = 450;
        AuditPage page(district, audit);
        page.resize(1200, 600);
        page.show();
        page.open();
        auto *table = page.findChild<QTableView *>(u"auditTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 200);
        const QAbstractItemModelTester tester(table->model());
        QTRY_VERIFY(allTexts(page).contains(u"Checked to entry 450: intact"_s));
        for (int pages = 0; pages < 6 && table->model()->rowCount() < 450; ++pages) {
            table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum());
            QTest::qWait(20);
        }
        QTRY_COMPARE(table->model()->rowCount(), 450);
        QVERIFY(!table->model()->canFetchMore({}));
        QTRY_VERIFY(page.isSettled());
    }

    void filtersByWhatIsAskedFor()
    {
        FakeDistrict district;
        district.who.role = u"admin"_s;
        district.storeInfo.timeZone = u"Asia/Shanghai"_s;
        FakeAudit audit;
        AuditPage page(district, audit);
        page.open();
        auto *kind = page.findChild<QComboBox *>(u"auditKind"_s);
        kind->setCurrentIndex(kind->findData(u"export"_s));
        page.findChild<QLineEdit *>(u"auditUser"_s)->setText(u"admin1"_s);
        page.findChild<QLineEdit *>(u"auditText"_s)->setText(u"grids"_s);
        page.findChild<QComboBox *>(u"auditPeriod"_s)->setCurrentIndex(1);
        QTRY_COMPARE(audit.queries.last().actor, u"admin1"_s);
        const AuditQuery query = audit.queries.last();
        QCOMPARE(query.kind, std::optional(AuditKind::Export));
        QCOMPARE(query.text, u"grids"_s);
        QVERIFY(query.from.has_value());
        QVERIFY(*query.from <= district.clock().now());
        QVERIFY(district.clock().now() - *query.from < std::chrono::hours(24));
    }

    void tellsOfABrokenChain()
    {
        FakeDistrict district;
        district.who.role = u"admin"_s;
        FakeAudit audit;
        audit.checked = {7, {u"Entry 3 was changed."_s}};
        AuditPage page(district, audit);
        page.open();
        QTRY_VERIFY(allTexts(page).contains(u"Checked to entry 7: broken. Entry 3 was changed."_s));
    }

    void saysInWordsWhatHappened()
    {
        AuditModel model;
        AuditRecord opened = recordOf(1, AuditKind::PersonalOpened);
        opened.entry.facts = {{u"what"_s, u"household"_s},
                              {u"purpose"_s, u"care-visit"_s},
                              {u"grid"_s, u"G1"_s},
                              {u"simulated"_s, true}};
        model.setAreaName(
            [](const QString &code) { return code == "G1"_L1 ? u"第一网格"_s : code; });
        model.setRecords({opened}, false);
        const auto text = [&](AuditModel::Column column) {
            return model.index(0, static_cast<int>(column)).data().toString();
        };
        QCOMPARE(text(AuditModel::Column::What), u"Personal data opened"_s);
        QCOMPARE(text(AuditModel::Column::Facts),
                 u"Household · Grid: 第一网格 · Purpose: Care visit · simulated"_s);
        for (const QString &id : auditKindIds()) {
            QVERIFY(audit_words::word(*auditKindFromId(id)) != id);
        }
        for (const Purpose purpose : allPurposes()) {
            QVERIFY(personal_words::word(purpose) != toId(purpose));
        }
    }
};

static const TestRegistration<TestMaskedScreens> sRegistration;

} // namespace gridward

#include "test_masked.moc"
