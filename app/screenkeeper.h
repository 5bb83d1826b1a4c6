// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <optional>

class QDBusServiceWatcher;

namespace gridward {

/**
 * Holds the screen saver and the blanking of the screen off while a wall is shown, by asking the
 * desktop (org.freedesktop.ScreenSaver on the session bus). Asks again when that service comes back
 * after it went; a desktop without one is left alone. Its cookie goes with the program. GUI thread.
 */
class ScreenKeeper final : public QObject
{
    Q_OBJECT
public:
    explicit ScreenKeeper(QObject *parent = nullptr);
    ~ScreenKeeper() override;

    /** From now on, until told otherwise. */
    void setHeld(bool held);
    /** The desktop has said that it holds it off. */
    [[nodiscard]] bool isHeld() const { return mCookie.has_value(); }

signals:
    void heldChanged();

private:
    void ask();
    void release();

    bool mWanted = false;
    bool mAsked = false; ///< and not answered yet
    std::optional<uint> mCookie;
    QDBusServiceWatcher *mWatcher;
};

} // namespace gridward
