// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/dialogs/shortcutsheet.h"

#include <QAction>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace gridward {

class TestShortcutSheet : public QObject
{
    Q_OBJECT
    static QStringList texts(const ShortcutSheet &sheet, const QString &name)
    {
        QStringList result;
        for (const QLabel *label : sheet.findChildren<QLabel *>(name)) {
            result.append(label->text());
        }
        return result;
    }

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void listsEveryAction()
    {
        QAction open(u"Add files"_s);
        open.setShortcut(Qt::CTRL | Qt::Key_O);
        open.setToolTip(u"Add map files (Ctrl+O)"_s);
        QAction zoom(u"Zoom &in"_s);
        zoom.setShortcuts({Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal});
        QAction silent(u"Without keys"_s);
        QAction hidden(u"Not now"_s);
        hidden.setShortcut(Qt::Key_F9);
        hidden.setVisible(false);
        ShortcutSheet sheet([&] {
            return QList<ShortcutGroup>{{u"Files"_s, {&open, &silent, &hidden}, {}},
                                        {u"Map"_s, {&zoom}, {{u"Wheel"_s, u"Zooms"_s}}},
                                        {u"Empty"_s, {&silent}, {}}};
        });
        QCOMPARE(texts(sheet, u"shortcutHeading"_s), (QStringList{u"Files"_s, u"Map"_s}));
        QCOMPARE(texts(sheet, u"keyCap"_s),
                 (QStringList{u"Ctrl+O"_s, u"Ctrl++ / Ctrl+="_s, u"Wheel"_s}));
        QCOMPARE(texts(sheet, u"shortcutText"_s),
                 (QStringList{u"Add map files"_s, u"Zoom in"_s, u"Zooms"_s}));
    }
    void followsTheLanguage()
    {
        QAction action(u"Quit"_s);
        action.setShortcut(Qt::CTRL | Qt::Key_Q);
        ShortcutSheet sheet([&] { return QList<ShortcutGroup>{{u"A"_s, {&action}, {}}}; });
        action.setText(u"退出"_s);
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&sheet, &change);
        QCOMPARE(texts(sheet, u"shortcutText"_s), QStringList{u"退出"_s});
    }
    void closesByEscapeAndF1()
    {
        ShortcutSheet sheet([] { return QList<ShortcutGroup>{}; });
        sheet.show();
        QTest::keyClick(&sheet, Qt::Key_Escape);
        QVERIFY(!sheet.isVisible());
        sheet.show();
        QVERIFY(QTest::qWaitForWindowExposed(&sheet));
        sheet.activateWindow();
        QTest::keyClick(&sheet, Qt::Key_F1);
        QTRY_VERIFY(!sheet.isVisible());
    }
    void fitsASmallScreen()
    {
        QList<QAction *> actions;
        QObject owner;
        for (int i = 0; i < 60; ++i) {
            auto *action =
                new QAction(u"Does something that takes a few words, number %1"_s.arg(i), &owner);
            action->setShortcut(
                QKeySequence(Qt::CTRL | Qt::SHIFT | static_cast<Qt::Key>(0x41 + i)));
            actions.append(action);
        }
        ShortcutSheet sheet([&] {
            return QList<ShortcutGroup>{{u"A"_s, actions.mid(0, 20), {}},
                                        {u"B"_s, actions.mid(20, 20), {}},
                                        {u"C"_s, actions.mid(40, 20), {}}};
        });
        QVERIFY(sheet.width() <= 1366 && sheet.height() <= 768 - 40);
        QCOMPARE(texts(sheet, u"shortcutText"_s).size(), 60);
    }
};
static const TestRegistration<TestShortcutSheet> sRegistration;

} // namespace gridward

#include "test_shortcutsheet.moc"
