// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/notify/messagebar.h"

#include <QFontMetrics>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gridward {

class TestMessageBar : public QObject
{
    Q_OBJECT
private slots:
    void newestFirstAndNothingLost()
    {
        MessageBar bar;
        QVERIFY(bar.isHidden());
        bar.show({Message::Level::Error, u"first"_s});
        bar.show({Message::Level::Warning, u"second"_s});
        QCOMPARE(bar.currentText(), u"second"_s);
        QCOMPARE(bar.count(), 2);
        bar.findChild<QToolButton *>(u"messageClose"_s)->click();
        QCOMPARE(bar.currentText(), u"first"_s);
        bar.closeCurrent();
        QVERIFY(bar.isHidden());
        bar.closeCurrent(); // one too many does no harm
    }
    void whatPassesDoesNotComeBack()
    {
        MessageBar bar;
        bar.show({Message::Level::Error, u"stays"_s});
        bar.show({Message::Level::Success, u"first step"_s, u"Take back"_s, [] {}});
        bar.show({Message::Level::Success, u"second step"_s, u"Take back"_s, [] {}});
        QCOMPARE(bar.count(), 2);
        bar.closeCurrent();
        QCOMPARE(bar.currentText(), u"stays"_s);
    }
    void standsInFrontAndMovesNothing()
    {
        QWidget host;
        auto *below = new QLabel(u"workspace"_s, &host);
        auto *layout = new QVBoxLayout(&host);
        layout->addWidget(below);
        host.resize(1200, 700);
        host.show();
        QVERIFY(QTest::qWaitForWindowExposed(&host));
        const QRect before = below->geometry();
        MessageBar bar;
        bar.layOver(host);
        QVERIFY(bar.isHidden());
        bar.show({Message::Level::Warning, QString(600, u'x')});
        QCOMPARE(below->geometry(), before);
        QVERIFY(host.rect().contains(bar.geometry()));
        host.resize(640, 480);
        QVERIFY(host.rect().contains(bar.geometry()));
        bar.setParent(nullptr);
    }
    void liesOverTheRowAboveWhileThatIsFree()
    {
        QWidget host;
        auto *row = new QLabel(u"No alarm waits."_s);
        row->setFixedHeight(32);
        auto *desk = new QLineEdit;
        auto *layout = new QVBoxLayout(&host);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
        layout->addWidget(row);
        layout->addStretch(1);
        layout->addWidget(desk);
        host.resize(1200, 700);
        host.show();
        bool isFree = true;
        MessageBar bar;
        bar.layOver(host, row, [&] { return isFree; });
        bar.show({Message::Level::Warning, u"a short one"_s});
        QVERIFY2(row->geometry().contains(bar.geometry()),
                 qPrintable(u"%1+%2"_s.arg(bar.y()).arg(bar.height())));
        // What needs more than its usual width takes it before it lies on the page.
        host.resize(1366, 700);
        const int oneLine = bar.height();
        QString text;
        while (QFontMetrics(bar.font()).horizontalAdvance(text) < 720) {
            text += u"word "_s;
        }
        bar.show({Message::Level::Warning, text});
        QVERIFY(bar.width() > 880);
        QCOMPARE(bar.height(), oneLine);
        bar.show({Message::Level::Warning, u"a short one"_s});
        QVERIFY(bar.width() <= 880);
        isFree = false; // an alarm comes
        bar.place();
        QCOMPARE(bar.y(), row->geometry().bottom() + 1);
        isFree = true;
        bar.show({Message::Level::Warning, QString(u"a long one "_s).repeated(60)});
        QCOMPARE(bar.y(), 0);
        QVERIFY(host.rect().contains(bar.geometry()));
        bar.setParent(nullptr);
    }
    void whatIsOldDoesNotComeBack()
    {
        MessageBar bar;
        bar.show({Message::Level::Error, u"of this morning"_s});
        QTest::qWait(2100);
        bar.show({Message::Level::Error, u"first of a moment"_s});
        bar.show({Message::Level::Error, u"second of a moment"_s});
        bar.closeCurrent();
        QCOMPARE(bar.currentText(), u"first of a moment"_s);
        bar.closeCurrent();
        QVERIFY(bar.isHidden());
    }
    void doesNotCoverWhatOneTypes()
    {
        QWidget host;
        auto *upper = new QLineEdit;
        auto *rows = new QListWidget;
        auto *lower = new QLineEdit;
        auto *layout = new QVBoxLayout(&host);
        layout->addWidget(upper);
        layout->addWidget(rows, 1);
        layout->addWidget(lower);
        for (int i = 0; i < 100; ++i) {
            rows->addItem(QString::number(i));
        }
        host.resize(1200, 700);
        MessageBar bar;
        bar.layOver(host);
        host.show();
        host.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&host));
        lower->setFocus();
        bar.show({Message::Level::Warning, u"it stays"_s});
        QVERIFY(!bar.geometry().intersects(lower->geometry()));
        QVERIFY(host.rect().contains(bar.geometry()));
        upper->setFocus();
        QVERIFY(!bar.geometry().intersects(upper->geometry()));
        // Nor the row at the lower end of a list, when the keys come to it.
        rows->setCurrentRow(0);
        rows->setFocus();
        const auto row = [&] {
            const QRect at = rows->visualItemRect(rows->currentItem());
            return QRect(rows->viewport()->mapTo(&host, at.topLeft()), at.size());
        };
        rows->setCurrentRow(99);
        QTRY_VERIFY(!bar.geometry().intersects(row()));
        bar.setParent(nullptr);
    }
    void actionRunsOnceAndCloses()
    {
        MessageBar bar;
        int runs = 0;
        bar.show({Message::Level::Error, u"text"_s, u"Do"_s, [&] {
                      ++runs;
                      bar.show({Message::Level::Info, u"done"_s});
                  }});
        bar.findChild<QPushButton *>(u"messageAction"_s)->click();
        QCOMPARE(runs, 1);
        QCOMPARE(bar.currentText(), u"done"_s);
        QCOMPARE(bar.count(), 1);
    }
    void textIsPlain()
    {
        MessageBar bar;
        bar.show({Message::Level::Error, u"<b>file</b>"_s});
        QCOMPARE(bar.findChild<QLabel *>(u"messageText"_s)->textFormat(), Qt::PlainText);
    }
};
static const TestRegistration<TestMessageBar> sRegistration;

} // namespace gridward

#include "test_messagebar.moc"
