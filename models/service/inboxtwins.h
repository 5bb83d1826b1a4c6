// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/inboxitem.h"

#include <QHash>
#include <QList>
#include <QStringView>

#include <array>
#include <cstdint>
#include <optional>

namespace gridward {

/** How much two texts have in common: pairs of neighbouring characters, folded into 256 bits. */
class TextSketch
{
public:
    TextSketch() = default;
    explicit TextSketch(QStringView text);

    /** 0 (nothing) to 1 (the same pairs). 0 for texts too short to say anything. */
    [[nodiscard]] double likeness(const TextSketch &other) const;

private:
    std::array<std::uint64_t, 4> mBits{};
};

/** Why a row or a case is likely the same trouble as another. */
struct Likeness
{
    double text = 0.0;            ///< see TextSketch::likeness()
    std::optional<double> metres; ///< between the places, if both have one
    bool isSameClass = false;
    bool isSameAddress = false;
};

/**
 * Are they likely one trouble? Within 50 m: the same class told of within 24 hours, or texts that
 * are alike. Without places: the same text, or the same address and texts that are alike.
 */
[[nodiscard]] std::optional<Likeness> likenessOf(const InboxItem &one, const InboxItem &other);
/** The same for a case that is known. */
[[nodiscard]] std::optional<Likeness> likenessOf(const InboxItem &one, const Case &known);

/** Keys of the nine cells in which anything within 50 m lies; the one of the point first. */
[[nodiscard]] QList<quint64> cellsAround(const GeoPoint &point);
/** Where a row is, or else where it is likely to be. */
[[nodiscard]] std::optional<GeoPoint> likelyPlace(const InboxItem &item);

/**
 * Finds the likely duplicates among rows while they come, change and go: by text, address and place
 * in cells of 50 m, so that nothing is compared with everything. Each row is compared with 64
 * others of a cell or address at the most. GUI thread.
 */
class InboxTwins
{
public:
    /** Adds or replaces it; only waiting rows without a leader have twins. */
    void put(const InboxItem &item);
    void remove(InboxId id);
    void clear();

    /** Rows that are likely the same, by number. */
    [[nodiscard]] QList<InboxId> twinsOf(InboxId id) const;
    [[nodiscard]] bool hasTwins(InboxId id) const { return mLinks.contains(id); }

private:
    struct Entry
    {
        InboxItem item; ///< shares its texts with whoever gave it
        TextSketch sketch;
        QList<quint64> keys;
    };
    void link(InboxId one, InboxId other);

    QHash<InboxId, Entry> mEntries;
    QHash<quint64, QList<InboxId>> mBlocks; ///< by text, address or cell
    QHash<InboxId, QList<InboxId>> mLinks;
};

/** Open cases by their place, for the question which ones a row may tell of. GUI thread. */
class OpenCaseIndex
{
public:
    void clear() { mCells.clear(); }
    void put(const Case &subject);
    void remove(const CaseId &id);
    /** Likely the same, the nearest first. */
    [[nodiscard]] QList<std::pair<CaseId, Likeness>> near(const InboxItem &item) const;
    [[nodiscard]] const Case *find(const CaseId &id) const;

private:
    QHash<quint64, QList<CaseId>> mCells;
    QHash<QUuid, Case> mCases;
};

} // namespace gridward
