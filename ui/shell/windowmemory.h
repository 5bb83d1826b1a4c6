// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace gridward {

/**
 * What a window keeps across restarts (where its panels are, what was typed into a command line):
 * app lends it the settings of the user. Either function may be missing: then nothing is kept.
 */
struct WindowMemory
{
    std::function<QByteArray(const QString &key)> reader = {};
    std::function<void(const QString &key, const QByteArray &value)> writer = {};

    [[nodiscard]] QByteArray read(const QString &key) const
    {
        return reader ? reader(key) : QByteArray();
    }
    void keep(const QString &key, const QByteArray &value) const
    {
        if (writer) {
            writer(key, value);
        }
    }
};

} // namespace gridward
