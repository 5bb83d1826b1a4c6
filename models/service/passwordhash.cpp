// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/passwordhash.h"

#include <QCoreApplication>

#include <array>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PasswordHasher)
};

constexpr int kSaltBytes = 16;
constexpr int kHashBytes = 32;

void start()
{
    static const int kStarted = sodium_init();
    Q_UNUSED(kStarted);
}

} // namespace

PasswordHasher::PasswordHasher(HashCost cost)
    : mCost(cost)
{
    start();
    // Made of random bytes, not of a password: it costs nothing now and the same when verified.
    const auto base64 = [](int count) {
        return randomBytes(count).toBase64(QByteArray::OmitTrailingEquals);
    };
    mNobody = "$argon2id$v=19$m=" + QByteArray::number(static_cast<qulonglong>(cost.bytes / 1024)) +
              ",t=" + QByteArray::number(static_cast<qulonglong>(cost.passes)) + ",p=1$" +
              base64(kSaltBytes) + '$' + base64(kHashBytes);
}

Result<QByteArray> PasswordHasher::hash(const Secret &password) const
{
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const QByteArrayView bytes = password.bytes();
    if (crypto_pwhash_str_alg(text.data(),
                              bytes.data(),
                              static_cast<unsigned long long>(bytes.size()),
                              mCost.passes,
                              mCost.bytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0) {
        return Error{ErrorCode::Internal,
                     Words::tr("There is not enough memory to keep a password safely. Close "
                               "something and try again."),
                     u"crypto_pwhash_str"_s};
    }
    return QByteArray(text.data());
}

bool PasswordHasher::verify(const QByteArray &hash, const Secret &password) const
{
    const QByteArrayView bytes = password.bytes();
    return crypto_pwhash_str_verify(
               hash.constData(), bytes.data(), static_cast<unsigned long long>(bytes.size())) == 0;
}

bool PasswordHasher::isOutdated(const QByteArray &hash) const
{
    return crypto_pwhash_str_needs_rehash(hash.constData(), mCost.passes, mCost.bytes) != 0;
}

QByteArray keyedHash(QByteArrayView text, const QByteArray &key, int size)
{
    start();
    // BLAKE2b has a least size; a shorter mark is the beginning of one.
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(),
                       hash.size(),
                       reinterpret_cast<const unsigned char *>(text.data()),
                       static_cast<unsigned long long>(text.size()),
                       key.isEmpty() ? nullptr
                                     : reinterpret_cast<const unsigned char *>(key.constData()),
                       static_cast<std::size_t>(key.size()));
    return QByteArray(reinterpret_cast<const char *>(hash.data()), size);
}

QByteArray randomBytes(int count)
{
    start();
    QByteArray bytes(count, Qt::Uninitialized);
    randombytes_buf(bytes.data(), static_cast<std::size_t>(count));
    return bytes;
}

} // namespace gridward
