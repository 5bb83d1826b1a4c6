// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/logging.h"
#include "app/session.h"
#include "gis/engine/mapengine.h"
#include "models/settings/settings.h"
#include "ui/theme/theme.h"

#include <QApplication>

#include <memory>

namespace gridward {

/**
 * The main window by day with all that it stands on, as a flow test has it: one a process. Nothing
 * is shown or opened yet.
 */
class FlowWindow
{
public:
    /** False if the map engine does not start. */
    [[nodiscard]] bool make(const QString &profile, MapMode mode = MapMode::Headless)
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
        mSession = std::make_unique<Session>(*mLogging, *mSettings, *mEngine, mode, mClock);
        return true;
    }
    /** The window goes, and then what it stood on. */
    void reset()
    {
        mSession.reset();
        mEngine.reset();
    }
    [[nodiscard]] Session *operator->() const { return mSession.get(); }
    [[nodiscard]] Session &operator*() const { return *mSession; }

private:
    SystemClock mClock;
    std::unique_ptr<MapEngine> mEngine;
    std::unique_ptr<Logging> mLogging;
    std::unique_ptr<Settings> mSettings;
    std::unique_ptr<Session> mSession;
};

} // namespace gridward
