// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QString>

#include <cstddef>
#include <memory>
#include <vector>

namespace gridward {

/**
 * The bytes of a text file as UTF-8: unpacked if it is packed by gzip, converted if it is written
 * in another encoding. What cannot be converted becomes the byte FF, which no UTF-8 text holds.
 * Belongs to a CsvRecordReader and its thread.
 */
class CsvByteSource
{
public:
    CsvByteSource(const CsvByteSource &) = delete;
    CsvByteSource &operator=(const CsvByteSource &) = delete;
    ~CsvByteSource();

    /** NotFound, Unreadable; InvalidInput for an unknown encoding. */
    [[nodiscard]] static Result<std::unique_ptr<CsvByteSource>> open(const QString &path,
                                                                     const QString &encoding);

    /** Up to `size` bytes; 0 at the end. Unreadable if the file breaks off or is damaged. */
    [[nodiscard]] Result<qsizetype> read(char *to, qsizetype size);

    [[nodiscard]] bool converts() const;
    [[nodiscard]] int percent() const;
    [[nodiscard]] QByteArray fileHash() const { return mHash.result(); }

private:
    struct Handles;

    CsvByteSource();
    [[nodiscard]] Result<qsizetype> readRaw(char *to, qsizetype size);
    [[nodiscard]] Result<qsizetype> readPlain(char *to, qsizetype size);
    [[nodiscard]] Result<qsizetype> readPacked(char *to, qsizetype size);
    [[nodiscard]] Result<void> convertMore();
    [[nodiscard]] Result<qsizetype> readConverted(char *to, qsizetype size);
    [[nodiscard]] Result<bool> refillPacked();
    [[nodiscard]] Result<bool> beginMember();
    [[nodiscard]] Error damaged(const QString &what, const QString &detail) const;

    std::unique_ptr<Handles> mHandles;
    QString mPath;
    qint64 mSize = 0;
    qint64 mRead = 0;
    bool mIsPacked = false;
    bool mMemberEnded = false;
    bool mRawEnded = false;
    QByteArray mHead; ///< the first bytes, read to see whether it is packed
    std::vector<char> mPacked;
    std::vector<char> mForeign; ///< not yet converted
    std::size_t mForeignSize = 0;
    std::vector<char> mReady; ///< converted, not yet handed out
    std::size_t mReadyFrom = 0;
    std::size_t mReadyEnd = 0;
    QCryptographicHash mHash{QCryptographicHash::Sha256};
};

/** True if the bytes, which are not UTF-8, read as Chinese in GBK. */
[[nodiscard]] bool looksLikeGbk(const char *bytes, qsizetype size);

} // namespace gridward
