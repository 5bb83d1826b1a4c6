// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/casefile.h"

#include "gis/import/caseplacer.h"
#include "gis/import/csvrecordreader.h"
#include "models/domain/caseevent.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace gridward {

namespace {

constexpr std::size_t kBlockRows = 1024;
constexpr qsizetype kBlockBytes = 4 * 1024 * 1024;
constexpr std::size_t kBlocksWaiting = 4;

/** Blocks on their way from the parsing thread to the writing one. */
class BlockQueue
{
public:
    /** Waits for room; false if nobody wants more. */
    bool put(CaseBlock block)
    {
        std::unique_lock lock(mMutex);
        mChanged.wait(lock, [this] { return mBlocks.size() < kBlocksWaiting || mClosed; });
        if (!mClosed) {
            mBlocks.push_back(std::move(block));
            mChanged.notify_all();
        }
        return !mClosed;
    }
    /** Waits for a block; nothing behind the last one. */
    std::optional<CaseBlock> take()
    {
        std::unique_lock lock(mMutex);
        mChanged.wait(lock, [this] { return !mBlocks.empty() || mClosed; });
        if (mBlocks.empty()) {
            return std::nullopt;
        }
        CaseBlock block = std::move(mBlocks.front());
        mBlocks.pop_front();
        mChanged.notify_all();
        return block;
    }
    void close()
    {
        const std::scoped_lock lock(mMutex);
        mClosed = true;
        mChanged.notify_all();
    }

private:
    std::mutex mMutex;
    std::condition_variable mChanged;
    std::deque<CaseBlock> mBlocks;
    bool mClosed = false;
};

/** What the parsing thread works with and how it ended. */
struct Parsing
{
    std::unique_ptr<CsvRecordReader> reader;
    std::unique_ptr<CaseRowReader> rows;
    std::unique_ptr<CasePlacer> placer;
    BlockQueue queue;
    std::optional<Error> error;

    bool send(CaseBlock &block)
    {
        placer->place(block.rows);
        for (CaseRow &row : block.rows) {
            if (row.refusal == CaseRefusal::None) {
                row.facts = factsOf(row.subject); // here, for the writing thread is the busier one
            }
        }
        block.newClasses = rows->takeNewClasses();
        block.newUnits = rows->takeNewUnits();
        block.percent = reader->percent();
        return queue.put(std::exchange(block, {}));
    }
    void run()
    {
        CaseBlock block;
        CsvRawRecord record;
        qsizetype bytes = 0;
        while (true) {
            const Result<bool> read = reader->next(record);
            if (!read) {
                error = read.error();
                break;
            }
            if (!read.value()) {
                send(block);
                break;
            }
            if (record.refusal.isEmpty()) {
                block.rows.push_back(rows->read(record));
            } else {
                CaseRow row;
                row.line = record.line;
                row.raw = record.raw.toByteArray();
                row.refuse(CaseRefusal::Damaged, record.refusal);
                block.rows.push_back(std::move(row));
            }
            bytes += record.raw.size();
            if (block.rows.size() >= kBlockRows || bytes >= kBlockBytes) {
                bytes = 0;
                if (!send(block)) {
                    break;
                }
            }
        }
        queue.close();
    }
};

} // namespace

Result<QByteArray> readCaseFile(const QString &file,
                                const CaseProfile &profile,
                                const CaseGround &ground,
                                const std::function<Result<void>(CaseBlock &)> &take)
{
    Parsing parsing;
    Result<std::unique_ptr<CsvRecordReader>> reader =
        CsvRecordReader::open(file, {profile.delimiter, profile.encoding});
    if (!reader) {
        return reader.error();
    }
    parsing.reader = std::move(reader).value();
    Result<std::unique_ptr<CaseRowReader>> rows =
        CaseRowReader::create(profile, ground, file, parsing.reader->header());
    if (!rows) {
        return rows.error();
    }
    parsing.rows = std::move(rows).value();
    Result<std::unique_ptr<CasePlacer>> placer = CasePlacer::create(profile.position, ground);
    if (!placer) {
        return placer.error();
    }
    parsing.placer = std::move(placer).value();

    std::thread thread([&parsing] { parsing.run(); });
    std::optional<Error> stopped;
    while (std::optional<CaseBlock> block = parsing.queue.take()) {
        if (const Result<void> taken = take(*block); !taken) {
            stopped = taken.error();
            parsing.queue.close();
            break;
        }
    }
    thread.join();
    if (stopped || parsing.error) {
        return stopped ? *stopped : *parsing.error;
    }
    return parsing.reader->fileHash();
}

} // namespace gridward
