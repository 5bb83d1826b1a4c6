// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>
#include <QStringView>

#include <array>
#include <cstddef>
#include <optional>

namespace gridward {

/** An enumerator and the neutral id under which stores, files and the command line know it. */
template <typename E>
struct IdOf
{
    E value;
    const char *id;
};

template <typename E>
IdOf(E, const char *) -> IdOf<E>;

/** The id of a value; every value must be in its table. */
template <typename E, std::size_t N>
[[nodiscard]] QString idIn(const std::array<IdOf<E>, N> &table, E value)
{
    for (const IdOf<E> &entry : table) {
        if (entry.value == value) {
            return QString::fromLatin1(entry.id);
        }
    }
    Q_ASSERT(false);
    return {};
}

template <typename E, std::size_t N>
[[nodiscard]] std::optional<E> valueIn(const std::array<IdOf<E>, N> &table, QStringView id)
{
    for (const IdOf<E> &entry : table) {
        if (id == QLatin1String(entry.id)) {
            return entry.value;
        }
    }
    return std::nullopt;
}

} // namespace gridward
