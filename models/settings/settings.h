// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/settingsentry.h"

#include <QSettings>
#include <QString>
#include <QVariant>

#include <memory>

namespace gridward {

/**
 * The settings of this user in one INI file. Unknown keys are kept; a value equal to its default is
 * not stored, so that a better default reaches everyone who never chose. Lives on the GUI thread;
 * the file is read once and written by QSettings when the event loop is idle. No secrets here.
 */
class Settings
{
public:
    /** With an empty path nothing is read or stored: for headless work that must not depend on it.
     */
    explicit Settings(const QString &file);

    [[nodiscard]] QString fileName() const { return mFile; }

    template <typename T>
    [[nodiscard]] T value(const SettingsEntry<T> &entry) const
    {
        const QVariant stored = read(entry.key);
        // An INI file holds text: what does not convert was edited by hand and went wrong.
        if (!stored.isValid() || !stored.canConvert<T>()) {
            return entry.defaultValue;
        }
        const T result = stored.value<T>();
        return entry.accepts && !entry.accepts(result) ? entry.defaultValue : result;
    }

    /** Refuses (returns false, stores nothing) what the entry does not accept. */
    template <typename T>
    bool setValue(const SettingsEntry<T> &entry, const T &value)
    {
        if (entry.accepts && !entry.accepts(value)) {
            return false;
        }
        if (value == entry.defaultValue) {
            remove(entry.key);
        } else {
            write(entry.key, QVariant::fromValue(value));
        }
        return true;
    }

private:
    [[nodiscard]] QVariant read(const QString &key) const;
    void write(const QString &key, const QVariant &value);
    void remove(const QString &key);

    QString mFile;
    std::unique_ptr<QSettings> mStorage;
    QVariantMap mMemory; ///< used instead of mStorage when there is no file
};

} // namespace gridward
