// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/logging.h"
#include "app/session.h"
#include "gis/engine/mapengine.h"
#include "models/settings/settings.h"
#include "tests/support/typing.h"
#include "ui/theme/theme.h"
#include "ui/workspaces/intakeworkspace.h"

#include <QApplication>
#include <QTest>

#include <memory>

namespace gridward {

/** The real main window on a real store, the call desk in front; one a process. */
class DeskWindow
{
public:
    /** False if it does not come up. */
    bool open(const QString &store, const QString &profile, const QString &user)
    {
        Result<std::unique_ptr<MapEngine>> engine = MapEngine::start(profile);
        if (!engine) {
            return false;
        }
        mEngine = std::move(engine).value();
        applyTheme(*static_cast<QApplication *>(QCoreApplication::instance()),
                   theme(ThemeName::Day));
        mLogging = std::make_unique<Logging>(QString());
        mSettings = std::make_unique<Settings>(QString());
        mSession =
            std::make_unique<Session>(*mLogging, *mSettings, *mEngine, MapMode::Headless, mClock);
        mSession->window().resize(1366, 768);
        mSession->window().show();
        QApplication::setActiveWindow(&mSession->window());
        DistrictSeat seat;
        seat.user = user;
        mSession->store().open(store, seat);
        return QTest::qWaitFor([this] { return mSession->district().state() == StoreState::Live; },
                               20'000) &&
               showDesk();
    }
    bool showDesk()
    {
        mSession->window().showScreen(QStringLiteral("intake"));
        mDesk = mSession->window().findChild<IntakeWorkspace *>();
        return mDesk != nullptr &&
               QTest::qWaitFor([this] { return !mSession->isBusy() && mDesk->isSettled(); },
                               20'000);
    }
    /** Typed where the keyboard is. */
    static void type(const QString &text) { typeText(text); }
    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        if (QApplication::focusWidget() == nullptr) {
            QFAIL("the keyboard is nowhere");
        }
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    bool settle()
    {
        return QTest::qWaitFor([this] { return mDesk->isSettled() && !mSession->isBusy(); },
                               20'000);
    }
    [[nodiscard]] Session &session() { return *mSession; }
    [[nodiscard]] IntakeWorkspace &desk() { return *mDesk; }
    void close()
    {
        mSession.reset();
        mEngine.reset();
    }

private:
    SystemClock mClock;
    std::unique_ptr<MapEngine> mEngine;
    std::unique_ptr<Logging> mLogging;
    std::unique_ptr<Settings> mSettings;
    std::unique_ptr<Session> mSession;
    IntakeWorkspace *mDesk = nullptr;
};

} // namespace gridward
