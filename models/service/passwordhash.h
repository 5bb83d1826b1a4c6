// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/service/secret.h"

#include <QByteArray>

namespace gridward {

/** What a try at a password costs. The defaults are libsodium's “moderate” limits. */
struct HashCost
{
    unsigned long long passes = 3;
    std::size_t bytes = 256ULL * 1024 * 1024;
};

/** Argon2id by libsodium. Slow on purpose: never on the GUI thread. Any other thread. */
class PasswordHasher
{
public:
    explicit PasswordHasher(HashCost cost = {});
    PasswordHasher(const PasswordHasher &) = delete;
    PasswordHasher &operator=(const PasswordHasher &) = delete;
    virtual ~PasswordHasher() = default;

    /** With a salt of its own, its parameters and its kind in it; Internal without the memory. */
    [[nodiscard]] virtual Result<QByteArray> hash(const Secret &password) const;
    [[nodiscard]] virtual bool verify(const QByteArray &hash, const Secret &password) const;
    /** Was it made with other parameters than today's? */
    [[nodiscard]] bool isOutdated(const QByteArray &hash) const;
    /** A hash that no password has, of the same cost: for names that have none. */
    [[nodiscard]] const QByteArray &nobody() const { return mNobody; }

private:
    HashCost mCost;
    QByteArray mNobody;
};

/** A keyed hash (BLAKE2b) of `size` bytes; without a key a plain one. */
[[nodiscard]] QByteArray keyedHash(QByteArrayView text, const QByteArray &key, int size);
/** Unguessable bytes. */
[[nodiscard]] QByteArray randomBytes(int count);

} // namespace gridward
