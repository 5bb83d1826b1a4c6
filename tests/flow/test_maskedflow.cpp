// SPDX-License-Identifier: GPL-3.0-or-later
// A caller who is opened on the screen stays there: not on paper, in no picture, log or clipboard.
#include "app/logging.h"
#include "app/session.h"
#include "gis/engine/mapengine.h"
#include "models/settings/settings.h"
#include "models/store/geopackagestore.h"
#include "models/store/personalstore.h"
#include "tests/support/sentinel.h"
#include "tests/support/storebuilders.h"
#include "tests/support/testregistry.h"
#include "ui/panels/callerline.h"
#include "ui/panels/casepanel.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDirIterator>
#include <QLabel>
#include <QLoggingCategory>
#include <QMenu>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gridward {

class TestMaskedFlow : public QObject
{
    Q_OBJECT

    const QString mName = u"哨兵欧阳某某ZQX"_s;
    const QString mPhone = u"10009876543"_s;
    QTemporaryDir mFolder;
    std::unique_ptr<MapEngine> mEngine;
    std::unique_ptr<Logging> mLogging;
    std::unique_ptr<Settings> mSettings;
    SystemClock mClock;
    std::unique_ptr<Session> mSession;
    CaseId mCase;

    [[nodiscard]] QString path(const QString &name) const { return mFolder.filePath(name); }
    [[nodiscard]] static QByteArray contentOf(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] bool isBetrayedBy(const QByteArray &content) const
    {
        return betrays(content, mName) || betrays(content, mPhone);
    }
    [[nodiscard]] bool isShown()
    {
        for (const QLabel *label : mSession->window().findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(mName)) {
                return true;
            }
        }
        return false;
    }
    /** Opens the caller on the screen. */
    bool open()
    {
        auto *panel = mSession->window()
                          .findChild<QWidget *>(u"mapWorkspace"_s)
                          ->findChild<CasePanel *>(u"casePanel"_s);
        mSession->window().showCaseOnMap(mCase);
        auto *line = panel->findChild<CallerLine *>(u"callerLine"_s);
        if (!QTest::qWaitFor([line] { return line->isVisible(); }, 10'000)) {
            return false;
        }
        auto *button = line->findChild<QToolButton *>(u"maskedOpen"_s);
        button->menu()->actions().first()->trigger();
        return QTest::qWaitFor([this] { return isShown(); }, 10'000);
    }

private slots:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(u"gridward.*.debug=true\nqt.sql.*=true"_s);
        Result<std::unique_ptr<GeoPackageStore>> created =
            GeoPackageStore::create(path(u"flow.gpkg"_s), smallInfo());
        QVERIFY(created);
        std::unique_ptr<GeoPackageStore> made = std::move(created).value();
        QVERIFY(fillSmallDistrict(*made));
        QList<User> users;
        for (const char *role : {"acceptor", "admin"}) {
            User user;
            user.role = QString::fromLatin1(role);
            user.name = user.role + u'1';
            users.append(user);
        }
        QVERIFY(made->write(users));
        QVERIFY(addCases(*made, 3));
        mCase = made->cases().list({}).value().first().id;
        QVERIFY(made->personal().writeCaller(
            mCase, {mName, mPhone, true}, {u"acceptor1"_s, u"test"_s, testStart()}));
        QVERIFY(made->publish());
        made.reset();
        Result<std::unique_ptr<MapEngine>> engine = MapEngine::start(path(u"profile"_s));
        QVERIFY(engine);
        mEngine = std::move(engine).value();
        applyTheme(*static_cast<QApplication *>(QCoreApplication::instance()),
                   theme(ThemeName::Day));
        mLogging = std::make_unique<Logging>(path(u"gridward.log"_s));
        mSettings = std::make_unique<Settings>(QString());
        mSession =
            std::make_unique<Session>(*mLogging, *mSettings, *mEngine, MapMode::Headless, mClock);
        mSession->window().resize(1440, 900);
        mSession->window().show();
        DistrictSeat seat;
        seat.user = u"acceptor1"_s;
        mSession->store().open(path(u"flow.gpkg"_s), seat);
        QTRY_COMPARE_WITH_TIMEOUT(mSession->district().state(), StoreState::Live, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!mSession->isBusy(), 20'000);
    }

    void isShownAndGoneAgain()
    {
        QVERIFY(!isShown());
        QVERIFY(open());
        mSession->district().setUser(u"admin1"_s);
        QTRY_VERIFY(!isShown());
        mSession->district().setUser(u"acceptor1"_s);
        QTRY_COMPARE(mSession->district().user().name, u"acceptor1"_s);
        QVERIFY(!isShown());
        QVERIFY(open());
        mSession->personal().maskAll();
        QVERIFY(!isShown());
    }

    void paperDoesNotTell()
    {
        QVERIFY(open());
        PrintOrder order;
        order.path = path(u"map.pdf"_s);
        order.title = u"Map"_s;
        order.stamp = {u"acceptor1"_s, u"王芳"_s, testStart()};
        QSignalSpy printed(&mSession->map(), &MapPort::printed);
        mSession->map().print(order);
        QTRY_COMPARE_WITH_TIMEOUT(printed.size(), 1, 60'000);
        QProcess text;
        text.start(u"pdftotext"_s, {order.path, u"-"_s});
        QVERIFY(text.waitForFinished());
        const QByteArray words = text.readAllStandardOutput();
        QVERIFY2(words.contains("acceptor1"), words.constData()); // who printed it
        QVERIFY(words.contains("2026-11-21 15:00:00 +08:00"));
        QVERIFY(!isBetrayedBy(words) && !isBetrayedBy(contentOf(order.path)));
        QProcess info;
        info.start(u"pdfinfo"_s, {order.path});
        QVERIFY(info.waitForFinished());
        const QByteArray facts = info.readAllStandardOutput();
        QVERIFY2(facts.contains("acceptor1"), facts.constData());
        QVERIFY(facts.contains("2026"));
    }

    void logAndClipboardDoNotTell()
    {
        QVERIFY(open());
        for (QWidget *widget : mSession->window().findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus) {
                widget->setFocus();
                QTest::keySequence(widget, QKeySequence(QKeySequence::SelectAll));
                QTest::keySequence(widget, QKeySequence(QKeySequence::Copy));
            }
            if (isShown()) {
                QVERIFY(!isBetrayedBy(QGuiApplication::clipboard()->text().toUtf8()));
            }
        }
        qInfo("the log is being written");
        mLogging->flush();
        const QByteArray log = contentOf(path(u"gridward.log"_s));
        QVERIFY(log.contains("the log is being written"));
        QVERIFY(!isBetrayedBy(log));
    }

    void noFileButTheStoreTells()
    {
        mSession.reset();
        mLogging.reset();
        QDirIterator files(mFolder.path(), QDir::Files, QDirIterator::Subdirectories);
        int looked = 0;
        while (files.hasNext()) {
            const QString name = files.next();
            if (!name.contains("flow.gpkg"_L1)) {
                ++looked;
                QVERIFY2(!isBetrayedBy(contentOf(name)), qPrintable(name));
            }
        }
        QVERIFY(looked > 0);
        QVERIFY(isBetrayedBy(contentOf(path(u"flow.gpkg"_s)) +
                             contentOf(path(u"flow.gpkg-wal"_s)))); // the search does find
    }

    void cleanupTestCase()
    {
        mSession.reset();
        mSettings.reset();
        mLogging.reset();
        mEngine.reset();
    }
};

static const TestRegistration<TestMaskedFlow> sRegistration;

} // namespace gridward

#include "test_maskedflow.moc"
