// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace gridward {

/**
 * Numbers in an order that is given with each call, in pieces: putting in, taking out, finding and
 * ranking cost a search and one piece, however many there are. The order must be total and the same
 * each time.
 */
class SlotList
{
public:
    struct Position
    {
        std::size_t piece = 0;
        std::size_t place = 0;
    };

    [[nodiscard]] std::size_t size() const { return mSize; }
    [[nodiscard]] bool isEmpty() const { return mSize == 0; }
    void clear()
    {
        mPieces.clear();
        mSize = 0;
    }

    /** The first for which `isBefore` is false; those for which it is true stand before. */
    template <typename IsBefore>
    [[nodiscard]] Position find(IsBefore isBefore) const
    {
        const auto piece = std::partition_point(
            mPieces.begin(), mPieces.end(), [&](const auto &one) { return isBefore(one.back()); });
        if (piece == mPieces.end()) {
            return {mPieces.size(), 0};
        }
        const auto place = std::partition_point(piece->begin(), piece->end(), isBefore);
        return {static_cast<std::size_t>(piece - mPieces.begin()),
                static_cast<std::size_t>(place - piece->begin())};
    }
    [[nodiscard]] bool atEnd(Position at) const { return at.piece >= mPieces.size(); }
    [[nodiscard]] quint32 at(Position at) const { return mPieces[at.piece][at.place]; }
    [[nodiscard]] Position next(Position at) const
    {
        return at.place + 1 < mPieces[at.piece].size() ? Position{at.piece, at.place + 1}
                                                       : Position{at.piece + 1, 0};
    }
    /** How many stand before it. */
    [[nodiscard]] std::size_t rank(Position at) const
    {
        std::size_t before = at.place;
        for (std::size_t piece = 0; piece < at.piece; ++piece) {
            before += mPieces[piece].size();
        }
        return before;
    }

    template <typename Before>
    void insert(quint32 slot, Before before)
    {
        ++mSize;
        if (mPieces.empty()) {
            mPieces.push_back({slot});
            return;
        }
        Position at = find([&](quint32 one) { return before(one, slot); });
        if (atEnd(at)) {
            at = {mPieces.size() - 1, mPieces.back().size()};
        }
        std::vector<quint32> &piece = mPieces[at.piece];
        piece.insert(piece.begin() + static_cast<std::ptrdiff_t>(at.place), slot);
        if (piece.size() > kMost) {
            const auto half = piece.begin() + kMost / 2;
            std::vector<quint32> rest(half, piece.end());
            piece.erase(half, piece.end());
            mPieces.insert(mPieces.begin() + static_cast<std::ptrdiff_t>(at.piece) + 1,
                           std::move(rest));
        }
    }
    /** False if it is not there. */
    template <typename Before>
    bool remove(quint32 slot, Before before)
    {
        const Position at = find([&](quint32 one) { return before(one, slot); });
        if (atEnd(at) || this->at(at) != slot) {
            return false;
        }
        std::vector<quint32> &piece = mPieces[at.piece];
        piece.erase(piece.begin() + static_cast<std::ptrdiff_t>(at.place));
        if (piece.empty()) {
            mPieces.erase(mPieces.begin() + static_cast<std::ptrdiff_t>(at.piece));
        }
        --mSize;
        return true;
    }
    /** Behind all others, whatever the order says: arrange() comes after. */
    void append(quint32 slot)
    {
        if (mPieces.empty() || mPieces.back().size() >= kMost / 2) {
            mPieces.emplace_back();
        }
        mPieces.back().push_back(slot);
        ++mSize;
    }
    template <typename Before>
    void arrange(Before before)
    {
        std::vector<quint32> all;
        all.reserve(mSize);
        for (const std::vector<quint32> &piece : mPieces) {
            all.insert(all.end(), piece.begin(), piece.end());
        }
        std::sort(all.begin(), all.end(), before);
        clear();
        for (const quint32 slot : all) {
            append(slot);
        }
    }

private:
    static constexpr std::size_t kMost = 1024;

    std::vector<std::vector<quint32>> mPieces; ///< none is empty
    std::size_t mSize = 0;
};

} // namespace gridward
