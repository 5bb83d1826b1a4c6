// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/settings.h"

namespace gridward {

Settings::Settings(const QString &file)
    : mFile(file)
{
    if (!file.isEmpty()) {
        mStorage = std::make_unique<QSettings>(file, QSettings::IniFormat);
    }
}

QVariant Settings::read(const QString &key) const
{
    return mStorage ? mStorage->value(key) : mMemory.value(key);
}

void Settings::write(const QString &key, const QVariant &value)
{
    if (mStorage) {
        mStorage->setValue(key, value);
    } else {
        mMemory.insert(key, value);
    }
}

void Settings::remove(const QString &key)
{
    if (mStorage) {
        mStorage->remove(key);
    } else {
        mMemory.remove(key);
    }
}

} // namespace gridward
