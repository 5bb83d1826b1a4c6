// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/csvrecordreader.h"

#include "gis/import/csvbytesource.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr qsizetype kChunk = 256 * 1024;
constexpr qsizetype kProbed = 64 * 1024;
constexpr qsizetype kShownOfLongLine = 4096;

struct CsvText
{
    Q_DECLARE_TR_FUNCTIONS(CsvRecordReader)
};

Error invalid(const QString &message)
{
    return Error{ErrorCode::InvalidInput, message, {}};
}

QByteArrayView withoutReturn(QByteArrayView line)
{
    return line.endsWith('\r') ? line.chopped(1) : line;
}

} // namespace

CsvRecordReader::CsvRecordReader(std::unique_ptr<CsvByteSource> source, char delimiter)
    : mSource(std::move(source))
    , mDelimiter(delimiter)
    , mBuffer(static_cast<std::size_t>(kLongestRecord + kChunk))
{
}

CsvRecordReader::~CsvRecordReader() = default;

int CsvRecordReader::percent() const
{
    return mSource->percent();
}

QByteArray CsvRecordReader::fileHash() const
{
    return mSource->fileHash();
}

Result<std::unique_ptr<CsvRecordReader>> CsvRecordReader::open(const QString &path,
                                                               const CsvRecordFormat &format)
{
    Result<std::unique_ptr<CsvByteSource>> source = CsvByteSource::open(path, format.encoding);
    if (!source) {
        return source.error();
    }
    std::unique_ptr<CsvRecordReader> reader(
        new CsvRecordReader(std::move(source).value(), format.delimiter));
    if (const Result<void> filled = reader->fill(); !filled) {
        return filled.error();
    }
    if (const Result<void> sound = reader->checkBeginning(path); !sound) {
        return sound.error();
    }
    if (const Result<void> read = reader->readHeader(path); !read) {
        return read.error();
    }
    return reader;
}

/** Reads another chunk behind what is there. */
Result<void> CsvRecordReader::fill()
{
    if (mStart > 0) {
        std::memmove(
            mBuffer.data(), mBuffer.data() + mStart, static_cast<std::size_t>(mEnd - mStart));
        mEnd -= mStart;
        mStart = 0;
    }
    const qsizetype room = std::min(kChunk, static_cast<qsizetype>(mBuffer.size()) - mEnd);
    const qsizetype wanted = mEnd + room;
    while (mEnd < wanted && !mAtEnd) {
        const Result<qsizetype> got = mSource->read(mBuffer.data() + mEnd, wanted - mEnd);
        if (!got) {
            return got.error();
        }
        mEnd += got.value();
        mAtEnd = got.value() == 0;
    }
    return {};
}

Result<void> CsvRecordReader::checkBeginning(const QString &path)
{
    const QByteArrayView all(mBuffer.data(), std::min(mEnd, kProbed));
    if (!mSource->converts() && (all.startsWith("\xff\xfe") || all.startsWith("\xfe\xff"))) {
        return invalid(CsvText::tr("%1 is written in UTF-16. Say --encoding UTF-16, or “encoding” "
                                   "in the profile.")
                           .arg(path));
    }
    qint64 line = 1;
    for (qsizetype from = 0; from < all.size(); ++line) {
        const qsizetype found = all.indexOf('\n', from);
        if (found < 0 && (!mAtEnd || all.size() < mEnd)) {
            break; // only a part of the line is here
        }
        const qsizetype end = found < 0 ? all.size() : found;
        if (!all.sliced(from, end - from).isValidUtf8()) {
            if (mSource->converts()) {
                return invalid(CsvText::tr("%1, line %2 is not in the encoding that was named. Say "
                                           "another one with --encoding, or in the profile.")
                                   .arg(path)
                                   .arg(line));
            }
            return invalid(
                (looksLikeGbk(all.data() + from, all.size() - from)
                     ? CsvText::tr("%1, line %2 is not UTF-8. It looks like GBK: say --encoding "
                                   "GBK, or “encoding” in the profile.")
                     : CsvText::tr("%1, line %2 is not UTF-8. Say with --encoding how it is "
                                   "written, or with “encoding” in the profile."))
                    .arg(path)
                    .arg(line));
        }
        from = end + 1;
    }
    if (all.startsWith("\xef\xbb\xbf")) {
        mStart = 3;
    }
    return {};
}

Result<void> CsvRecordReader::readHeader(const QString &path)
{
    CsvRawRecord record;
    const Result<bool> read = readRecord(record);
    if (!read) {
        return read.error();
    }
    if (!read.value()) {
        return invalid(
            CsvText::tr("%1 is empty: it has no line with the names of the columns.").arg(path));
    }
    if (!record.refusal.isEmpty()) {
        return invalid(CsvText::tr("%1, line %2 should name the columns, but %3.")
                           .arg(path)
                           .arg(record.line)
                           .arg(record.refusal));
    }
    for (const QByteArrayView field : record.fields) {
        const QString name = QString::fromUtf8(field).trimmed();
        if (!name.isEmpty() && mHeader.contains(name)) {
            return invalid(CsvText::tr("%1 has two columns “%2”.").arg(path, name));
        }
        mHeader.append(name);
    }
    return {};
}

Result<bool> CsvRecordReader::next(CsvRawRecord &record)
{
    Result<bool> read = readRecord(record);
    if (read && read.value() && record.refusal.isEmpty()) {
        check(record);
    }
    return read;
}

void CsvRecordReader::check(CsvRawRecord &record) const
{
    if (!record.raw.isValidUtf8()) {
        record.refusal = mSource->converts() ? CsvText::tr("not in the encoding of the file")
                                             : CsvText::tr("not UTF-8");
    } else if (record.raw.contains('\0')) {
        record.refusal = CsvText::tr("holds a zero byte");
    } else if (static_cast<qsizetype>(record.fields.size()) != mHeader.size()) {
        record.refusal = CsvText::tr("has %1 fields, but the header names %2")
                             .arg(static_cast<qsizetype>(record.fields.size()))
                             .arg(mHeader.size());
    }
    if (!record.refusal.isEmpty()) {
        record.fields.clear();
    }
}

Result<bool> CsvRecordReader::findLine(qsizetype &end)
{
    qsizetype searched = mStart;
    while (true) {
        const void *found =
            std::memchr(mBuffer.data() + searched, '\n', static_cast<std::size_t>(mEnd - searched));
        if (found != nullptr) {
            end = static_cast<const char *>(found) - mBuffer.data();
            return true;
        }
        if (mAtEnd) {
            end = mEnd;
            return true;
        }
        if (mEnd - mStart > kLongestRecord) {
            return false;
        }
        searched = mEnd - mStart;
        if (const Result<void> filled = fill(); !filled) { // moves mStart to 0
            return filled.error();
        }
    }
}

Result<bool> CsvRecordReader::readRecord(CsvRawRecord &record)
{
    while (true) {
        record.fields.clear();
        record.refusal.clear();
        qsizetype end = 0;
        const Result<bool> found = findLine(end);
        if (!found) {
            return found.error();
        }
        record.line = mLine;
        if (!found.value() || end - mStart > kLongestRecord) {
            return skipLongLine(record);
        }
        if (mStart >= mEnd) {
            return false;
        }
        const QByteArrayView line =
            withoutReturn(QByteArrayView(mBuffer.data() + mStart, end - mStart));
        if (line.isEmpty()) {
            mStart = std::min(end + 1, mEnd);
            ++mLine;
            continue;
        }
        if (line.contains('"')) {
            return readQuoted(record);
        }
        splitPlain(record, end);
        return true;
    }
}

void CsvRecordReader::splitPlain(CsvRawRecord &record, qsizetype end)
{
    record.raw = withoutReturn(QByteArrayView(mBuffer.data() + mStart, end - mStart));
    const char *from = record.raw.begin();
    for (const char *at = from; at != record.raw.end(); ++at) {
        if (*at == mDelimiter) {
            record.fields.emplace_back(from, at - from);
            from = at + 1;
        }
    }
    record.fields.emplace_back(from, record.raw.end() - from);
    mStart = std::min(end + 1, mEnd);
    ++mLine;
}

Result<bool> CsvRecordReader::readQuoted(CsvRawRecord &record)
{
    while (true) {
        qsizetype end = mStart;
        QString damage;
        switch (splitQuoted(record, end, damage)) {
        case Scan::Complete:
            if (end - mStart > kLongestRecord) {
                break; // refused below
            }
            record.raw = withoutReturn(QByteArrayView(mBuffer.data() + mStart, end - mStart));
            mLine += std::count(mBuffer.data() + mStart, mBuffer.data() + end, '\n') + 1;
            mStart = std::min(end + 1, mEnd);
            return true;
        case Scan::Damaged:
            refuse(record, end, damage);
            return true;
        case Scan::NeedsMore:
            if (!mAtEnd && mEnd - mStart <= kLongestRecord) {
                if (const Result<void> filled = fill(); !filled) {
                    return filled.error();
                }
                continue;
            }
            break;
        }
        refuse(record,
               end,
               mAtEnd && mEnd - mStart <= kLongestRecord
                   ? CsvText::tr("opens a quote that is never closed")
                   : CsvText::tr("opens a quote that is not closed within 1 MB"));
        return true;
    }
}

/** Hands out the first physical line as refused; the record begins anew behind it. */
void CsvRecordReader::refuse(CsvRawRecord &record, qsizetype end, const QString &why)
{
    const void *found =
        std::memchr(mBuffer.data() + mStart, '\n', static_cast<std::size_t>(mEnd - mStart));
    end = found != nullptr ? static_cast<const char *>(found) - mBuffer.data() : mEnd;
    record.fields.clear();
    record.refusal = why;
    record.raw = withoutReturn(QByteArrayView(mBuffer.data() + mStart, end - mStart));
    mStart = std::min(end + 1, mEnd);
    ++mLine;
}

CsvRecordReader::Scan
CsvRecordReader::splitQuoted(CsvRawRecord &record, qsizetype &end, QString &damage)
{
    record.fields.clear();
    mScratch.clear();
    mScratch.reserve(static_cast<std::size_t>(mEnd - mStart)); // so that views stay where they are
    const char *at = mBuffer.data() + mStart;
    const char *const stop = mBuffer.data() + mEnd;
    while (true) {
        if (at != stop && *at == '"') {
            const std::size_t begin = mScratch.size();
            for (++at;; ++at) {
                const char *quote = static_cast<const char *>(
                    std::memchr(at, '"', static_cast<std::size_t>(stop - at)));
                if (quote == nullptr || (quote + 1 == stop && !mAtEnd)) {
                    return Scan::NeedsMore;
                }
                mScratch.append(at, quote);
                at = quote + 1;
                if (at == stop || *at != '"') {
                    break;
                }
                mScratch.push_back('"');
            }
            record.fields.emplace_back(mScratch.data() + begin,
                                       static_cast<qsizetype>(mScratch.size() - begin));
            if (at != stop && *at == '\r' && (at + 1 == stop || at[1] == '\n')) {
                ++at;
            }
        } else {
            const char *from = at;
            at = std::find_if(
                at, stop, [this](char one) { return one == mDelimiter || one == '\n'; });
            const QByteArrayView field(from, at - from);
            record.fields.push_back(at == stop || *at == '\n' ? withoutReturn(field) : field);
        }
        if (at == stop) {
            end = mEnd;
            return mAtEnd ? Scan::Complete : Scan::NeedsMore;
        }
        if (*at == '\n') {
            end = at - mBuffer.data();
            return Scan::Complete;
        }
        if (*at != mDelimiter) {
            damage = CsvText::tr("has text behind a closing quote");
            return Scan::Damaged;
        }
        ++at;
    }
}

/** A physical line over the limit: its beginning is kept for the report, the rest is passed over.
 */
Result<bool> CsvRecordReader::skipLongLine(CsvRawRecord &record)
{
    mScratch.assign(mBuffer.data() + mStart, static_cast<std::size_t>(kShownOfLongLine));
    mScratch += "…";
    record.raw = QByteArrayView(mScratch.data(), static_cast<qsizetype>(mScratch.size()));
    record.refusal = CsvText::tr("is longer than 1 MB");
    while (true) {
        const void *found =
            std::memchr(mBuffer.data() + mStart, '\n', static_cast<std::size_t>(mEnd - mStart));
        if (found != nullptr) {
            mStart = static_cast<const char *>(found) - mBuffer.data() + 1;
            break;
        }
        mStart = mEnd;
        if (mAtEnd) {
            break;
        }
        if (const Result<void> filled = fill(); !filled) {
            return filled.error();
        }
    }
    ++mLine;
    return true;
}

} // namespace gridward
