// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <memory>
#include <string>
#include <vector>

namespace gridward {

class CsvByteSource;

/** How a CSV file is written. */
struct CsvRecordFormat
{
    char delimiter = ',';
    QString encoding; ///< as iconv knows it ("GBK", "GB18030", "BIG5"); empty: UTF-8
};

/** One record of a CSV file. The views hold until the next one is read. */
struct CsvRawRecord
{
    qint64 line = 0;                    ///< physical line on which it begins, from 1
    std::vector<QByteArrayView> fields; ///< UTF-8, unquoted; nothing if the record is refused
    QByteArrayView raw;                 ///< as it stands in the file (UTF-8), without line end
    QString refusal;                    ///< why it cannot be used; empty if it can
};

/**
 * Reads a CSV file (RFC 4180: quotes, line breaks inside them; LF or CRLF; with or without BOM) or
 * the same packed by gzip, record by record in bounded memory. Not thread safe; any one thread.
 *
 * A record that is damaged is handed out as refused and the next physical line begins a new one: an
 * unclosed quote, text behind a closing one, a record over 1 MB, bytes of another encoding, a zero
 * byte, or more or fewer fields than the header. Empty lines are passed over. A file that cannot be
 * read to its end is an Error, never a short file.
 */
class CsvRecordReader
{
public:
    static constexpr qsizetype kLongestRecord = 1 << 20;

    CsvRecordReader(const CsvRecordReader &) = delete;
    CsvRecordReader &operator=(const CsvRecordReader &) = delete;
    ~CsvRecordReader();

    /**
     * Opens and reads the header. NotFound, Unreadable, or InvalidInput: an unknown encoding, no
     * header, a column twice, or a beginning that is not in the encoding (it says which line and,
     * for what looks like GBK, what to say).
     */
    [[nodiscard]] static Result<std::unique_ptr<CsvRecordReader>>
    open(const QString &path, const CsvRecordFormat &format);

    [[nodiscard]] const QStringList &header() const { return mHeader; }

    /** Reads on; false behind the last record. Unreadable if the file breaks off or is damaged. */
    [[nodiscard]] Result<bool> next(CsvRawRecord &record);

    /** How much of the file (packed, if it is) has been read, 0 to 100. */
    [[nodiscard]] int percent() const;
    /** SHA-256 of the file as it lies there; of all of it once next() said false. */
    [[nodiscard]] QByteArray fileHash() const;

private:
    enum class Scan { Complete, NeedsMore, Damaged };

    explicit CsvRecordReader(std::unique_ptr<CsvByteSource> source, char delimiter);

    [[nodiscard]] Result<void> fill();
    [[nodiscard]] Result<void> checkBeginning(const QString &path);
    [[nodiscard]] Result<void> readHeader(const QString &path);
    [[nodiscard]] Result<bool> readRecord(CsvRawRecord &record);
    [[nodiscard]] Result<bool> readQuoted(CsvRawRecord &record);
    [[nodiscard]] Result<bool> skipLongLine(CsvRawRecord &record);
    /** Ends of the first physical line: of its text, and behind its line break. */
    [[nodiscard]] Result<bool> findLine(qsizetype &end);
    void splitPlain(CsvRawRecord &record, qsizetype end);
    [[nodiscard]] Scan splitQuoted(CsvRawRecord &record, qsizetype &end, QString &damage);
    void refuse(CsvRawRecord &record, qsizetype end, const QString &why);
    void check(CsvRawRecord &record) const;

    std::unique_ptr<CsvByteSource> mSource;
    char mDelimiter;
    QStringList mHeader;
    std::vector<char> mBuffer;
    qsizetype mStart = 0; ///< of what is not yet handed out
    qsizetype mEnd = 0;
    bool mAtEnd = false;  ///< the source has no more
    qint64 mLine = 1;     ///< of mStart
    std::string mScratch; ///< unquoted text
};

} // namespace gridward
