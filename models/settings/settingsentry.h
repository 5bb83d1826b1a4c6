// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace gridward {

/**
 * One setting: its key in the file, its default, what it accepts and one line of doc. Declared as a
 * constant beside the code that uses it; read and written through Settings.
 */
template <typename T>
struct SettingsEntry
{
    QString key;
    T defaultValue;
    QString doc;
    /** What may be stored; anything else in the file counts as the default. Empty: everything. */
    std::function<bool(const T &)> accepts = {};
};

} // namespace gridward
