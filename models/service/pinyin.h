// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace gridward {

// Names found by how they sound: initials of their pinyin (hws = 环卫所) or the pinyin itself. For
// classes, units and people alike. Any thread.

/** The readings of each character of a name, the usual one first. */
using NameSounds = QList<QStringList>;

/** Is it a Chinese character? */
[[nodiscard]] bool isHan(QChar one);
/** The readings of a Chinese character in plain letters, the usual one first; itself for others. */
[[nodiscard]] QStringList pinyinOf(QChar character);
[[nodiscard]] NameSounds soundsOf(const QString &name);

/** Do the initials of the sounds from there on begin with these letters? */
[[nodiscard]] bool initialsBegin(const NameSounds &sounds, qsizetype from, const QString &letters);
/** Can the letters be read as the sounds from there on, the last one perhaps not yet typed out? */
[[nodiscard]] bool soundsBegin(const NameSounds &sounds, qsizetype from, QStringView letters);
/** Are the letters the sounds from there on, all of them? */
[[nodiscard]] bool soundsAre(const NameSounds &sounds, qsizetype from, QStringView letters);

/**
 * Can the letters be read as a part of a Chinese name, by initials or in full? One letter alone is
 * its beginning. False for letters or names that have no sounds: those are compared as they stand.
 */
[[nodiscard]] bool soundsLike(const QString &name, const QString &typed);

} // namespace gridward
