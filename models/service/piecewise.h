// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtservice.h"

#include <QPromise>

#include <functional>
#include <memory>
#include <utility>

namespace gridward {

// Answers that take long, read in pieces: each a question of its own, one behind the other, so that
// others get their turn on the store's thread. GUI thread.

/** A reader that is on its way, and what is made of it. */
template <typename Reader, typename T>
struct PieceReading
{
    Reader reader;
    std::function<T(const Reader &)> finish;
    QPromise<Result<T>> answer;
};

template <typename Reader, typename T>
void readNextPiece(DistrictService &district,
                   QObject *asker,
                   const std::shared_ptr<PieceReading<Reader, T>> &reading)
{
    district.askStore<bool>([reading](Store &store) { return reading->reader.readOn(store); })
        .then(asker, [&district, asker, reading](const Result<bool> &more) {
            if (more && more.value()) {
                readNextPiece(district, asker, reading);
                return;
            }
            reading->answer.addResult(more ? Result<T>(reading->finish(reading->reader))
                                           : Result<T>(more.error()));
            reading->answer.finish();
        });
}

/**
 * Reader::readOn(Store &) is called on the store's thread until it says false; `finish` makes the
 * answer of it on the GUI thread. `district` and `asker` outlive each other's futures: nothing is
 * answered once the asker is gone.
 */
template <typename Reader, typename T>
[[nodiscard]] QFuture<Result<T>> readInPieces(DistrictService &district,
                                              QObject *asker,
                                              Reader reader,
                                              std::function<T(const Reader &)> finish)
{
    const auto reading = std::make_shared<PieceReading<Reader, T>>(
        PieceReading<Reader, T>{std::move(reader), std::move(finish), {}});
    reading->answer.start();
    QFuture<Result<T>> future = reading->answer.future();
    readNextPiece(district, asker, reading);
    return future;
}

} // namespace gridward
