// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/casebuilder.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/fakedrafts.h"
#include "tests/support/testregistry.h"
#include "ui/panels/choicelist.h"
#include "ui/panels/reportform.h"
#include "ui/theme/levelmarks.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

class TestReportForm : public QObject
{
    Q_OBJECT

    struct Bench
    {
        FakeDistrict district;
        std::unique_ptr<ReportForm> form;

        Bench()
        {
            district.who.name = u"acceptor1"_s;
            district.who.role = u"acceptor"_s;
            for (const auto &[kind, code, name, english] :
                 {std::tuple{CaseKind::Component, u"01001"_s, u"上水井盖"_s, u"Manhole"_s},
                  std::tuple{CaseKind::Matter, u"06010"_s, u"暴露垃圾"_s, u"Exposed garbage"_s},
                  std::tuple{CaseKind::Matter, u"06011"_s, u"积存渣土"_s, u"Spoil"_s}}) {
                CatalogueEntry entry;
                entry.key = {defaultScheme(), kind, code};
                entry.name = name;
                entry.nameEn = english;
                district.entries.append(entry);
            }
            district.facts =
                PlaceFacts{u"G1"_s, u"First grid"_s, u"Community"_s, u"Street"_s, u"Road 5"_s};
            district.reported = Case(aCase(5));
            form = std::make_unique<ReportForm>(district);
            form->setTheme(theme(ThemeName::Day));
            form->show();
        }
        template <typename T>
        [[nodiscard]] T *child(const QString &name) const
        {
            return form->findChild<T *>(name);
        }
        [[nodiscard]] ChoiceList *classes() const { return form->findChild<ChoiceList *>(); }
    };

private slots:
    void whatWasBegunComesBack()
    {
        Bench b;
        FakeDrafts drafts;
        b.form->setDrafts(drafts);
        b.form->setPlace({116.4, 39.9});
        QTest::keyClicks(b.classes()->field(), u"spoil"_s);
        QVERIFY(drafts.kept_.isEmpty()); // a look at the list is nobody's work
        auto *text = b.child<QPlainTextEdit>(u"reportText"_s);
        QTest::keyClicks(text, u"half a sen"_s);
        QVERIFY(drafts.kept_.contains({u"map-report"_s, drafts.seat()}));
        // The next user sees nothing of it, and takes nothing of it away.
        b.district.setUser(u"acceptor2"_s);
        QCOMPARE(drafts.kept_.size(), 1);
        const auto theirs = std::exchange(drafts.kept_, {});
        b.district.setUser(u"acceptor3"_s); // has begun nothing
        QVERIFY(text->toPlainText().isEmpty());
        // After a crash.
        drafts.kept_ = theirs;
        b.district.setUser(u"acceptor1"_s);
        b.form = std::make_unique<ReportForm>(b.district);
        b.form->setDrafts(drafts);
        b.form->setPlace({116.5, 39.9});
        QCOMPARE(b.form->draft().text, u"half a sen"_s);
        QCOMPARE(b.form->draft().classCode, u"06011"_s);
        QCOMPARE(b.form->draft().address, u"Road 5"_s); // that of this place
        QVERIFY(b.child<QLabel>(u"caseNotice"_s)->text().contains(u"did not send"_s));
        b.child<QPushButton>(u"reportSend"_s)->click();
        QCOMPARE(b.district.reports.size(), 1);
        QVERIFY(drafts.kept_.isEmpty());
    }
    void sendsWhatWasEntered()
    {
        Bench b;
        QSignalSpy reported(b.form.get(), &ReportForm::reported);
        b.form->setPlace({116.4, 39.9});
        QCOMPARE(b.child<QLineEdit>(u"reportAddress"_s)->text(), u"Road 5"_s);
        QVERIFY(!b.child<QPushButton>(u"reportSend"_s)->isEnabled());
        QTest::keyClicks(b.classes()->field(), u"garb"_s);
        QCOMPARE(b.classes()->visibleCount(), 1);
        QTest::keyClick(b.classes()->field(), Qt::Key_Return);
        QCOMPARE(b.form->focusWidget(), b.child<QToolButton>(u"reportLevel-blue"_s));
        b.child<QToolButton>(u"reportLevel-red"_s)->click();
        QTest::keyClick(b.child<QToolButton>(u"reportLevel-red"_s), Qt::Key_Return);
        auto *source = b.child<QComboBox>(u"reportSource"_s);
        QCOMPARE(b.form->focusWidget(), source);
        source->setCurrentIndex(source->findData(u"hotline"_s));
        QTest::keyClick(source, Qt::Key_Return);
        auto *text = b.child<QPlainTextEdit>(u"reportText"_s);
        QCOMPARE(b.form->focusWidget(), text);
        QTest::keyClicks(text, u"bags on the pavement"_s);
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(b.district.reports.size(), 1);
        const ReportDraft &draft = b.district.reports.first();
        QCOMPARE(draft.kind, CaseKind::Matter);
        QCOMPARE(draft.classCode, u"06010"_s);
        QCOMPARE(draft.place, (GeoPoint{116.4, 39.9}));
        QCOMPARE(draft.text, u"bags on the pavement"_s);
        QCOMPARE(draft.address, u"Road 5"_s);
        QCOMPARE(draft.source, CaseSource::Hotline);
        QCOMPARE(draft.level, CaseLevel::Red);
        QCOMPARE(reported.value(0).value(0).value<CaseId>(), Case(aCase(5)).id);
        QVERIFY(text->toPlainText().isEmpty()); // ready for the next
    }
    void findsClassesByCodeAndInBothLanguages()
    {
        Bench b;
        for (const QString &words : {u"01001"_s, u"井盖"_s, u"MANHOLE"_s}) {
            b.classes()->clearFilter();
            b.classes()->field()->insert(words);
            QCOMPARE(b.classes()->visibleCount(), 1);
            QCOMPARE(b.classes()->current(), u"component/01001"_s);
        }
        QTest::keyClicks(b.classes()->field(), u"zzz"_s);
        QVERIFY(b.classes()->current().isEmpty());
    }
    void outsideOfTheDistrictNothingGoes()
    {
        Bench b;
        b.district.facts = PlaceFacts{};
        b.form->setPlace({10.0, 20.0});
        QVERIFY(!b.child<QPlainTextEdit>(u"reportText"_s)->isEnabled());
        QVERIFY(!b.child<QPushButton>(u"reportSend"_s)->isEnabled());
        QVERIFY(b.child<QLabel>(u"caseNotice"_s)->text().contains(u"outside"_s));
        b.district.facts = PlaceFacts{u"G1"_s, {}, {}, {}, u"Road 6"_s};
        b.form->setPlace({116.4, 39.9});
        QVERIFY(b.child<QPlainTextEdit>(u"reportText"_s)->isEnabled());
        QVERIFY(b.child<QLabel>(u"caseNotice"_s)->isHidden());
        // An address that somebody wrote is not overwritten by the next place.
        b.child<QLineEdit>(u"reportAddress"_s)->setText(u"behind the school"_s);
        b.form->setPlace({116.5, 39.9});
        QCOMPARE(b.form->draft().address, u"behind the school"_s);
    }
    void errorsKeepWhatWasEntered()
    {
        Bench b;
        b.district.reported = Error{ErrorCode::Unreachable, u"no store"_s, {}};
        b.form->setPlace({116.4, 39.9});
        b.child<QPlainTextEdit>(u"reportText"_s)->setPlainText(u"text"_s);
        b.child<QPushButton>(u"reportSend"_s)->click();
        QCOMPARE(b.child<QLabel>(u"caseNotice"_s)->text(), u"no store"_s);
        QCOMPARE(b.form->draft().text, u"text"_s);
        QSignalSpy cancelled(b.form.get(), &ReportForm::cancelled);
        QTest::keyClick(b.form.get(), Qt::Key_Escape);
        QCOMPARE(cancelled.count(), 1);
    }
    void whoMayNotReportIsTold()
    {
        Bench b;
        b.district.who.role = u"analyst"_s;
        b.district.setUser(u"analyst1"_s);
        b.form->setPlace({116.4, 39.9});
        QVERIFY(!b.child<QPlainTextEdit>(u"reportText"_s)->isEnabled());
    }
    void levelsCanBeReadOnEveryGround()
    {
        for (const ThemeName name : {ThemeName::Day, ThemeName::Night}) {
            const Theme &look = theme(name);
            const QColor chosen = selectionGround(look);
            for (const QColor &ground : {look.surface, look.window, look.hover, chosen}) {
                for (int level = 0; level < 4; ++level) {
                    const double ratio =
                        contrastRatio(levelColor(static_cast<CaseLevel>(level), look), ground);
                    QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
                }
            }
            for (const QColor &ink : {look.text, look.errorText, look.warningText}) {
                QVERIFY(contrastRatio(ink, chosen) >= 4.5);
            }
        }
        QSet<QByteArray> shapes;
        for (int level = 0; level < 4; ++level) {
            const QImage alpha = levelIcon(static_cast<CaseLevel>(level), theme(ThemeName::Day))
                                     .pixmap(24, 24)
                                     .toImage()
                                     .convertToFormat(QImage::Format_Alpha8);
            shapes.insert(
                QByteArray(reinterpret_cast<const char *>(alpha.constBits()), alpha.sizeInBytes()));
        }
        QCOMPARE(shapes.size(), 4); // told apart without colour
    }
};
static const TestRegistration<TestReportForm> sRegistration;

} // namespace gridward

#include "test_reportform.moc"
