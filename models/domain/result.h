// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <variant>

namespace gridward {

/** What kind of thing went wrong; programs decide by it, people read the message. */
enum class ErrorCode {
    InvalidInput, ///< what was given is not what was asked for
    NotFound,     ///< it is not there
    Unreadable,   ///< it is there but damaged, locked, or of another kind
    Unsupported,  ///< this version cannot do it
    Unreachable,  ///< a store or a service does not answer
    Refused,      ///< a permission or a rule says no
    SignInNeeded, ///< a server wants to know who asks: a name and a password that are right
    Conflict,     ///< someone else was first
    Cancelled,    ///< the user stopped it
    DiskFull,     ///< there is no room left
    Internal,     ///< a fault of ours
};

/** Why something failed. A plain value. */
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message; ///< for the user: what, where, and what to do; translated
    QString detail;  ///< for the log: what the library underneath said; not translated

    bool operator==(const Error &) const = default;
};

/**
 * A value, or the reason why there is none. Ask before taking: value() on a failure and error() on
 * a success are faults of the caller (they throw std::bad_variant_access).
 */
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) // NOLINT(google-explicit-constructor): `return value;` is the point
        : mState(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error) // NOLINT(google-explicit-constructor): the same for `return Error{…};`
        : mState(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool isOk() const { return mState.index() == 0; }
    explicit operator bool() const { return isOk(); }

    [[nodiscard]] const T &value() const & { return std::get<0>(mState); }
    /** By value, so that a loop over the value of a temporary is safe. */
    [[nodiscard]] T value() && { return std::get<0>(std::move(mState)); }
    [[nodiscard]] const Error &error() const { return std::get<1>(mState); }

private:
    std::variant<T, Error> mState;
};

/** Success without a value, or the reason why not. */
template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) // NOLINT(google-explicit-constructor)
        : mError(std::move(error))
    {
    }

    [[nodiscard]] bool isOk() const { return !mError.has_value(); }
    explicit operator bool() const { return isOk(); }
    [[nodiscard]] const Error &error() const { return mError.value(); }

private:
    std::optional<Error> mError;
};

} // namespace gridward
