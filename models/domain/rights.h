// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseevent.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <initializer_list>
#include <optional>

namespace gridward {

/**
 * The roles of domain reference 2.5, the local owner of a store without accounts, and the program
 * itself, which resumes, urges and archives.
 */
enum class Role : std::uint8_t {
    Acceptor,
    Filer,
    Dispatcher,
    Handler,
    Street,
    Checker,
    Supervisor,
    Analyst,
    Leader,
    Admin,
    Owner,
    System,
};

[[nodiscard]] QString toId(Role role);
[[nodiscard]] std::optional<Role> roleFromId(QStringView id);

/** A set of roles. The owner is in every set that is not empty; the program only where named. */
class Roles
{
public:
    constexpr Roles() = default;
    constexpr Roles(std::initializer_list<Role> roles)
    {
        for (const Role role : roles) {
            mBits = static_cast<std::uint16_t>(mBits | bit(role));
        }
    }
    [[nodiscard]] constexpr bool contains(Role role) const
    {
        return (mBits & bit(role)) != 0 || (role == Role::Owner && mBits != 0);
    }
    [[nodiscard]] constexpr bool isEmpty() const { return mBits == 0; }

private:
    static constexpr std::uint16_t bit(Role role)
    {
        return static_cast<std::uint16_t>(1U << static_cast<unsigned>(role));
    }
    std::uint16_t mBits = 0;
};

/** The roles that a user may have: all but the program's own. */
[[nodiscard]] QStringList roleIds();

/** May somebody in this role take this step of a case, in whatever state? By the life cycle. */
[[nodiscard]] bool mayDo(Role role, CaseAction action);
/** The same by id; unknown roles may nothing. */
[[nodiscard]] bool mayDo(const QString &role, CaseAction action);

} // namespace gridward
