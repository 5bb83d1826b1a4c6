// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/inboxtwins.h"

#include <QSet>

#include <algorithm>
#include <bit>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kNear = 50.0; ///< metres
constexpr std::chrono::hours kSoon{24};
constexpr double kAlike = 0.45;   ///< texts that tell of one thing in other words
constexpr double kSameText = 0.9; ///< the same words, but for a date or a name
constexpr int kShortestText = 6;  ///< fewer pairs say nothing
constexpr qsizetype kMostCompared = 64;
constexpr double kCellDegrees = 0.0006; ///< 67 m of latitude; 3 × 3 cells hold 50 m around

enum class Key : quint64 { Text = 1, Address = 2, Cell = 3 };

quint64 keyOf(Key kind, quint64 value)
{
    return (value << 2U) | static_cast<quint64>(kind);
}

QString folded(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar character : text) {
        if (character.isLetterOrNumber()) {
            result.append(character.toLower());
        }
    }
    return result;
}

quint64 cellOf(qint64 column, qint64 row)
{
    return keyOf(Key::Cell,
                 (static_cast<quint64>(column) << 28U) ^ static_cast<quint64>(row & 0xFFFFFFF));
}

std::pair<qint64, qint64> cellAt(const GeoPoint &point)
{
    return {static_cast<qint64>(std::floor(point.longitude / kCellDegrees)),
            static_cast<qint64>(std::floor(point.latitude / kCellDegrees))};
}

std::optional<InboxClass> classOf(const InboxItem &item)
{
    return item.chosenClass ? item.chosenClass : item.proposedClass;
}

bool isSoon(const std::optional<Instant> &one, const std::optional<Instant> &other)
{
    // Without a time nothing speaks against it.
    return !one || !other || (*one < *other ? *other - *one : *one - *other) <= kSoon;
}

std::optional<Likeness> judged(Likeness found, bool isSoonEnough)
{
    if (found.metres && *found.metres > kNear) {
        return std::nullopt;
    }
    const bool isOne =
        found.metres ? (found.isSameClass && isSoonEnough) || found.text >= kAlike
                     : found.text >= kSameText || (found.isSameAddress && found.text >= kAlike);
    return isOne ? std::optional(found) : std::nullopt;
}

/** As likenessOf(), with what was made of the texts before. */
std::optional<Likeness> compared(const InboxItem &one,
                                 const TextSketch &oneSketch,
                                 const InboxItem &other,
                                 const TextSketch &otherSketch)
{
    Likeness found;
    found.text = one.text == other.text ? 1.0 : oneSketch.likeness(otherSketch);
    const std::optional<GeoPoint> here = likelyPlace(one);
    const std::optional<GeoPoint> there = likelyPlace(other);
    if (here && there) {
        found.metres = groundDistance(*here, *there);
    }
    found.isSameClass = classOf(one) && classOf(one) == classOf(other);
    found.isSameAddress = !one.address.isEmpty() && (one.address == other.address ||
                                                     folded(one.address) == folded(other.address));
    return judged(found, isSoon(one.receivedAt, other.receivedAt));
}

} // namespace

QList<quint64> cellsAround(const GeoPoint &point)
{
    const auto [column, row] = cellAt(point);
    QList<quint64> cells{cellOf(column, row)};
    for (qint64 across = -1; across <= 1; ++across) {
        for (qint64 up = -1; up <= 1; ++up) {
            if (across != 0 || up != 0) {
                cells.append(cellOf(column + across, row + up));
            }
        }
    }
    return cells;
}

std::optional<GeoPoint> likelyPlace(const InboxItem &item)
{
    return item.place           ? item.place
           : item.proposedPlace ? std::optional(item.proposedPlace->point)
                                : std::nullopt;
}

TextSketch::TextSketch(QStringView text)
{
    const QString plain = folded(text);
    if (plain.size() <= kShortestText) {
        return;
    }
    for (qsizetype at = 0; at + 1 < plain.size(); ++at) {
        quint64 mixed = (quint64{plain.at(at).unicode()} << 16U | plain.at(at + 1).unicode()) *
                        0x9E3779B97F4A7C15ULL;
        mixed >>= 56U;
        mBits.at(mixed / 64) |= std::uint64_t{1} << (mixed % 64);
    }
}

double TextSketch::likeness(const TextSketch &other) const
{
    int common = 0;
    int all = 0;
    for (std::size_t part = 0; part < mBits.size(); ++part) {
        common += std::popcount(mBits.at(part) & other.mBits.at(part));
        all += std::popcount(mBits.at(part) | other.mBits.at(part));
    }
    return all == 0 ? 0.0 : static_cast<double>(common) / all;
}

std::optional<Likeness> likenessOf(const InboxItem &one, const InboxItem &other)
{
    return compared(one, TextSketch(one.text), other, TextSketch(other.text));
}

std::optional<Likeness> likenessOf(const InboxItem &one, const Case &known)
{
    Likeness found;
    found.text =
        one.text == known.text ? 1.0 : TextSketch(one.text).likeness(TextSketch(known.text));
    const std::optional<GeoPoint> here = likelyPlace(one);
    if (!here || !known.place) {
        return std::nullopt; // in a whole district, words alone say too little of a known case
    }
    found.metres = groundDistance(*here, *known.place);
    const std::optional<InboxClass> mine = classOf(one);
    found.isSameClass =
        mine && mine->kind == known.classKey.kind && mine->code == known.classKey.code;
    found.isSameAddress = !one.address.isEmpty() && folded(one.address) == folded(known.address);
    return judged(found, isSoon(one.receivedAt, known.reportedAt));
}

void InboxTwins::link(InboxId one, InboxId other)
{
    mLinks[one].append(other);
    mLinks[other].append(one);
}

void InboxTwins::put(const InboxItem &item)
{
    remove(item.id);
    if (!item.isWaiting() || !item.leader.isNull()) {
        return;
    }
    Entry entry{item, TextSketch(item.text), {}};
    QList<quint64> asked;
    if (const QString text = folded(item.text); text.size() > kShortestText) {
        entry.keys.append(keyOf(Key::Text, qHash(text, 1)));
    }
    if (const QString address = folded(item.address); !address.isEmpty()) {
        entry.keys.append(keyOf(Key::Address, qHash(address, 2)));
    }
    asked = entry.keys;
    if (const std::optional<GeoPoint> place = likelyPlace(item)) {
        const QList<quint64> cells = cellsAround(*place);
        entry.keys.append(cells.first());
        asked += cells;
    }
    QSet<InboxId> seen;
    for (const quint64 key : std::as_const(asked)) {
        const QList<InboxId> block = mBlocks.value(key);
        const qsizetype first = std::max<qsizetype>(0, block.size() - kMostCompared);
        for (qsizetype place = first; place < block.size(); ++place) {
            const InboxId other = block.at(place);
            if (!seen.contains(other)) {
                seen.insert(other);
                const Entry &known = *mEntries.constFind(other);
                if (compared(item, entry.sketch, known.item, known.sketch)) {
                    link(item.id, other);
                }
            }
        }
    }
    for (const quint64 key : std::as_const(entry.keys)) {
        mBlocks[key].append(item.id);
    }
    mEntries.insert(item.id, std::move(entry));
}

void InboxTwins::remove(InboxId id)
{
    const auto entry = mEntries.constFind(id);
    if (entry == mEntries.constEnd()) {
        return;
    }
    for (const quint64 key : entry->keys) {
        const auto block = mBlocks.find(key);
        block->removeOne(id);
        if (block->isEmpty()) {
            mBlocks.erase(block);
        }
    }
    mEntries.erase(entry);
    for (const InboxId other : mLinks.take(id)) {
        const auto links = mLinks.find(other);
        links->removeOne(id);
        if (links->isEmpty()) {
            mLinks.erase(links);
        }
    }
}

void InboxTwins::clear()
{
    mEntries.clear();
    mBlocks.clear();
    mLinks.clear();
}

QList<InboxId> InboxTwins::twinsOf(InboxId id) const
{
    QList<InboxId> twins = mLinks.value(id);
    std::ranges::sort(twins);
    return twins;
}

void OpenCaseIndex::put(const Case &subject)
{
    remove(subject.id);
    if (isOpen(subject.state) && subject.place) {
        mCells[cellsAround(*subject.place).first()].append(subject.id);
        mCases.insert(subject.id.value, subject);
    }
}

void OpenCaseIndex::remove(const CaseId &id)
{
    const auto known = mCases.constFind(id.value);
    if (known != mCases.constEnd()) {
        mCells[cellsAround(*known->place).first()].removeOne(id);
        mCases.erase(known);
    }
}

const Case *OpenCaseIndex::find(const CaseId &id) const
{
    const auto known = mCases.constFind(id.value);
    return known == mCases.constEnd() ? nullptr : &known.value();
}

QList<std::pair<CaseId, Likeness>> OpenCaseIndex::near(const InboxItem &item) const
{
    QList<std::pair<CaseId, Likeness>> found;
    if (const std::optional<GeoPoint> place = likelyPlace(item)) {
        for (const quint64 cell : cellsAround(*place)) {
            for (const CaseId &id : mCells.value(cell)) {
                if (const std::optional<Likeness> likeness = likenessOf(item, *find(id))) {
                    found.append({id, *likeness});
                }
            }
        }
    }
    std::ranges::stable_sort(found, [](const auto &one, const auto &other) {
        return std::pair(*one.second.metres, one.first.value) <
               std::pair(*other.second.metres, other.first.value);
    });
    return found;
}

} // namespace gridward
