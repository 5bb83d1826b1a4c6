// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/staffing.h"

#include <QDate>
#include <QString>

/** The words of the interface for staff and roster, in the language of the moment. GUI thread. */
namespace gridward::staff_words {

/** Of a duty in a grid, or of a user's role; an unknown id is its own word. */
[[nodiscard]] QString roleWord(const QString &role);
/** Of a post of the duty roster. */
[[nodiscard]] QString rosterPostWord(const QString &post);
[[nodiscard]] QString word(LeaveKind kind);
/** "first aid, driver": of comma separated tags. */
[[nodiscard]] QString skillsText(const QString &tags);
/** "Chinese, English": of comma separated BCP 47 tags. */
[[nodiscard]] QString languagesText(const QString &tags);
/** "2026-11-20", or "until further notice" for an end that is open. */
[[nodiscard]] QString dayText(QDate day);
[[nodiscard]] QString endText(QDate day);
/** "2026-11-01 – 2026-11-09" */
[[nodiscard]] QString spanText(QDate from, QDate to);

} // namespace gridward::staff_words
