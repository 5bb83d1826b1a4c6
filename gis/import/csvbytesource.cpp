// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/csvbytesource.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cpl_vsi.h>
#include <cstring>
#include <iconv.h>
#include <zlib.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::size_t kChunk = 256 * 1024;
constexpr int kGzipOnly = 15 + 16; // inflateInit2: the largest window, with a gzip header
const auto kNoConversion = reinterpret_cast<iconv_t>(-1); // NOLINT(performance-no-int-to-ptr)

struct CsvByteText
{
    Q_DECLARE_TR_FUNCTIONS(CsvByteSource)
};

bool isUtf8(const QString &encoding)
{
    return encoding.isEmpty() || encoding.compare("utf-8"_L1, Qt::CaseInsensitive) == 0 ||
           encoding.compare("utf8"_L1, Qt::CaseInsensitive) == 0;
}

/** GB18030 reads all that GBK and GB2312 write, and more. */
QByteArray iconvName(const QString &encoding)
{
    const QString upper = encoding.trimmed().toUpper();
    const bool chinese = upper == "GBK"_L1 || upper == "GB2312"_L1 || upper == "CP936"_L1;
    return chinese ? QByteArray("GB18030") : upper.toLatin1();
}

} // namespace

struct CsvByteSource::Handles
{
    VSILFILE *file = nullptr;
    z_stream packed{};
    bool unpacks = false;
    iconv_t conversion = kNoConversion;
};

CsvByteSource::CsvByteSource()
    : mHandles(std::make_unique<Handles>())
{
}

CsvByteSource::~CsvByteSource()
{
    if (mHandles->conversion != kNoConversion) {
        iconv_close(mHandles->conversion);
    }
    if (mHandles->unpacks) {
        inflateEnd(&mHandles->packed);
    }
    if (mHandles->file != nullptr) {
        VSIFCloseL(mHandles->file);
    }
}

Result<std::unique_ptr<CsvByteSource>> CsvByteSource::open(const QString &path,
                                                           const QString &encoding)
{
    std::unique_ptr<CsvByteSource> source(new CsvByteSource);
    source->mPath = path;
    const QByteArray file = path.toUtf8();
    VSIStatBufL status;
    if (VSIStatL(file.constData(), &status) != 0) {
        return Error{ErrorCode::NotFound, CsvByteText::tr("There is no file %1.").arg(path), {}};
    }
    source->mHandles->file = QFileInfo(path).isDir() ? nullptr : VSIFOpenL(file.constData(), "rb");
    if (source->mHandles->file == nullptr) {
        return Error{ErrorCode::Unreadable,
                     CsvByteText::tr("%1 cannot be opened for reading.").arg(path),
                     QString::fromLocal8Bit(std::strerror(errno))};
    }
    source->mSize = static_cast<qint64>(status.st_size);
    if (!isUtf8(encoding)) {
        source->mHandles->conversion = iconv_open("UTF-8", iconvName(encoding).constData());
        if (source->mHandles->conversion == kNoConversion) {
            return Error{ErrorCode::InvalidInput,
                         CsvByteText::tr("“%1” is not an encoding this program knows. Say UTF-8, "
                                         "GBK, GB18030, BIG5 or another common name.")
                             .arg(encoding),
                         {}};
        }
    }
    char head[2] = {};
    const Result<qsizetype> got = source->readRaw(head, 2);
    if (!got) {
        return got.error();
    }
    source->mHead = QByteArray(head, got.value());
    source->mIsPacked = source->mHead == "\x1f\x8b";
    if (source->mIsPacked) {
        source->mPacked.resize(kChunk);
        std::ranges::copy(source->mHead, source->mPacked.begin());
        z_stream &packed = source->mHandles->packed;
        packed.next_in = reinterpret_cast<Bytef *>(source->mPacked.data());
        packed.avail_in = static_cast<uInt>(source->mHead.size());
        source->mHead.clear();
        source->mHandles->unpacks = inflateInit2(&packed, kGzipOnly) == Z_OK;
        if (!source->mHandles->unpacks) {
            return Error{ErrorCode::Internal, u"inflateInit2 failed"_s, {}};
        }
    }
    return source;
}

bool CsvByteSource::converts() const
{
    return mHandles->conversion != kNoConversion;
}

int CsvByteSource::percent() const
{
    return mSize > 0 ? static_cast<int>(std::min<qint64>(100, mRead * 100 / mSize)) : 100;
}

Error CsvByteSource::damaged(const QString &what, const QString &detail) const
{
    return Error{ErrorCode::Unreadable, what.arg(mPath), detail};
}

Result<qsizetype> CsvByteSource::readRaw(char *to, qsizetype size)
{
    if (mRawEnded) {
        return qsizetype(0);
    }
    const std::size_t got = VSIFReadL(to, 1, static_cast<std::size_t>(size), mHandles->file);
    if (got < static_cast<std::size_t>(size)) {
        if (VSIFEofL(mHandles->file) == 0 || mRead + static_cast<qint64>(got) < mSize) {
            return damaged(CsvByteText::tr("%1 could not be read to its end. Nothing was taken."),
                           u"short read after %1 bytes"_s.arg(mRead));
        }
        mRawEnded = true;
    }
    mRead += static_cast<qint64>(got);
    mHash.addData(QByteArrayView(to, static_cast<qsizetype>(got)));
    return static_cast<qsizetype>(got);
}

Result<qsizetype> CsvByteSource::readPlain(char *to, qsizetype size)
{
    if (mIsPacked) {
        return readPacked(to, size);
    }
    if (!mHead.isEmpty()) {
        const qsizetype count = std::min(size, mHead.size());
        std::copy_n(mHead.constData(), count, to);
        mHead.remove(0, count);
        return count;
    }
    return readRaw(to, size);
}

/** True if there are packed bytes to go on with. */
Result<bool> CsvByteSource::refillPacked()
{
    z_stream &packed = mHandles->packed;
    if (packed.avail_in > 0) {
        return true;
    }
    const Result<qsizetype> got = readRaw(mPacked.data(), static_cast<qsizetype>(mPacked.size()));
    if (!got) {
        return got.error();
    }
    packed.next_in = reinterpret_cast<Bytef *>(mPacked.data());
    packed.avail_in = static_cast<uInt>(got.value());
    return got.value() > 0;
}

/** Behind a member: another one may follow (cat a.gz b.gz), or padding with zeros, or the end. */
Result<bool> CsvByteSource::beginMember()
{
    z_stream &packed = mHandles->packed;
    bool padded = false;
    while (true) {
        const Result<bool> more = refillPacked();
        if (!more || !more.value()) {
            return more;
        }
        if (*packed.next_in != 0) {
            break;
        }
        padded = true;
        ++packed.next_in;
        --packed.avail_in;
    }
    if (padded || *packed.next_in != 0x1f) {
        return damaged(CsvByteText::tr("%1 is damaged: behind the end of the packed text comes "
                                       "something else. Nothing was taken."),
                       u"no gzip member"_s);
    }
    inflateReset(&packed);
    mMemberEnded = false;
    return true;
}

Result<qsizetype> CsvByteSource::readPacked(char *to, qsizetype size)
{
    z_stream &packed = mHandles->packed;
    packed.next_out = reinterpret_cast<Bytef *>(to);
    packed.avail_out = static_cast<uInt>(size);
    while (packed.avail_out == static_cast<uInt>(size)) {
        if (mMemberEnded) {
            const Result<bool> more = beginMember();
            if (!more) {
                return more.error();
            }
            if (!more.value()) {
                return qsizetype(0);
            }
        }
        const Result<bool> more = refillPacked();
        if (!more) {
            return more.error();
        }
        if (!more.value()) {
            return damaged(CsvByteText::tr("%1 breaks off before its end: the copy is not "
                                           "complete. Fetch it again. Nothing was taken."),
                           u"truncated gzip stream"_s);
        }
        const int answer = inflate(&packed, Z_NO_FLUSH);
        mMemberEnded = answer == Z_STREAM_END;
        if (answer != Z_OK && answer != Z_STREAM_END) {
            return damaged(CsvByteText::tr("%1 is damaged. Fetch it again. Nothing was taken."),
                           QString::fromLatin1(packed.msg != nullptr ? packed.msg : "inflate"));
        }
    }
    return size - static_cast<qsizetype>(packed.avail_out);
}

/** Converts the next bytes of the file; nothing is ready afterwards only at its end. */
Result<void> CsvByteSource::convertMore()
{
    constexpr std::size_t kLongestExpansion = 4; // bytes of UTF-8 for one of any encoding
    mForeign.resize(kChunk);
    mReady.resize(kChunk * kLongestExpansion);
    mReadyFrom = 0;
    mReadyEnd = 0;
    bool ended = false;
    while (mReadyEnd == 0 && !ended) {
        const Result<qsizetype> got = readPlain(mForeign.data() + mForeignSize,
                                                static_cast<qsizetype>(kChunk - mForeignSize));
        if (!got) {
            return got.error();
        }
        ended = got.value() == 0;
        char *in = mForeign.data();
        std::size_t inLeft = mForeignSize + static_cast<std::size_t>(got.value());
        char *out = mReady.data();
        std::size_t outLeft = mReady.size();
        while (inLeft > 0 && outLeft > 0) {
            const std::size_t answer = iconv(mHandles->conversion, &in, &inLeft, &out, &outLeft);
            if (answer != static_cast<std::size_t>(-1) || errno == E2BIG ||
                (errno == EINVAL && !ended)) { // the rest of a character comes with the next chunk
                break;
            }
            *out++ = '\xff'; // not in this encoding: the reader refuses the record
            --outLeft;
            ++in;
            --inLeft;
        }
        std::memmove(mForeign.data(), in, inLeft);
        mForeignSize = inLeft;
        mReadyEnd = static_cast<std::size_t>(out - mReady.data());
    }
    return {};
}

Result<qsizetype> CsvByteSource::readConverted(char *to, qsizetype size)
{
    if (mReadyFrom == mReadyEnd) {
        if (const Result<void> converted = convertMore(); !converted) {
            return converted.error();
        }
    }
    const std::size_t count = std::min(static_cast<std::size_t>(size), mReadyEnd - mReadyFrom);
    std::memcpy(to, mReady.data() + mReadyFrom, count);
    mReadyFrom += count;
    return static_cast<qsizetype>(count);
}

Result<qsizetype> CsvByteSource::read(char *to, qsizetype size)
{
    return converts() ? readConverted(to, size) : readPlain(to, size);
}

bool looksLikeGbk(const char *bytes, qsizetype size)
{
    qsizetype pairs = 0;
    qsizetype common = 0; // of GB 2312: both bytes from A1 on, which Latin text and Big5 are not
    for (qsizetype i = 0; i + 1 < size; ++i) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        const auto trail = static_cast<unsigned char>(bytes[i + 1]);
        if (lead < 0x81 || lead == 0xff) {
            continue;
        }
        ++pairs;
        common += lead >= 0xa1 && trail >= 0xa1 && trail != 0xff ? 1 : 0;
        ++i;
    }
    return pairs > 0 && common * 100 >= pairs * 85;
}

} // namespace gridward
