// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QList>
#include <QString>

#include <cstdint>

namespace gridward {

/** What a new password has to be. */
enum class PasswordRule : std::uint8_t {
    Length,    ///< kShortestPassword to kLongestPassword characters, after NFKC
    NotCommon, ///< not on the list of common ones, nor one of them with a few digits
    NotNamed,  ///< not with the user's name or the district's name or code in it
    NotARun,   ///< not one character again and again, nor 12345…, abcde…, qwerty…
};

inline constexpr int kShortestPassword = 10;
inline constexpr int kLongestPassword = 128;

/** A rule and whether a password keeps it. */
struct PasswordCheck
{
    PasswordRule rule = PasswordRule::Length;
    bool isMet = false;

    bool operator==(const PasswordCheck &) const = default;
};

/** For whom and where it is to be a password. */
struct PasswordContext
{
    QString user;
    QString person;       ///< the name of the person; may be empty
    QString district;     ///< its name
    QString districtCode; ///< six digits
};

/** All rules in a fixed order. Pure, but for the list, which is read once; any thread. */
[[nodiscard]] QList<PasswordCheck> checkPassword(const QString &password,
                                                 const PasswordContext &context);
/** The rule in words, as a demand. */
[[nodiscard]] QString passwordRuleWords(PasswordRule rule);
/** Refused with all rules that it breaks. */
[[nodiscard]] Result<void> acceptPassword(const QString &password, const PasswordContext &context);

} // namespace gridward
