// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace gridward {

// Month-end sampling (月末抽查, SEED-100): closed cases are drawn at random to be looked at again
// on the spot. Anybody can repeat a draw: docs/sampling.md says how with a shell alone.

/** How the closed cases of a month are cut before some of each part are drawn. */
enum class SamplingStrata : std::uint8_t { None, Street, Department };

/** What was found on the spot. */
enum class RecheckResult : std::uint8_t {
    Confirmed, ///< as the log says
    Refuted,   ///< not as the log says, or not any more
    Missing,   ///< the place, or what the case was about, could not be found
};

[[nodiscard]] QString toId(SamplingStrata strata);
[[nodiscard]] std::optional<SamplingStrata> samplingStrataFromId(QStringView id);
[[nodiscard]] QString toId(RecheckResult result);
[[nodiscard]] std::optional<RecheckResult> recheckResultFromId(QStringView id);

/** How many are drawn: a number of cases, or a share of them. */
struct SamplingSize
{
    int count = 0;   ///< of cases; 0: a share
    int percent = 0; ///< of the cases, rounded up; 0: a number

    bool operator==(const SamplingSize &) const = default;
    /** "50", "5%". */
    [[nodiscard]] QString toText() const;
    [[nodiscard]] static std::optional<SamplingSize> fromText(QStringView text);
    /** Never more than there are. */
    [[nodiscard]] int of(qsizetype population) const;
};

/** A case that may be drawn, and the part it belongs to. */
struct PopulationRow
{
    QString number;
    QString stratum; ///< code of the street or unit; empty where nothing is cut

    bool operator==(const PopulationRow &) const = default;
};

/** Name of the way in which drawSample() draws; recorded with every draw. */
[[nodiscard]] const QString &samplingMethod();

/**
 * The population as it is recorded: a line for each case, its number, a tab and its stratum, ended
 * by a line feed; shorter numbers first, then in their order. The same cases give the same bytes.
 */
[[nodiscard]] QByteArray populationText(QList<PopulationRow> rows);
/** The rows of such a text; InvalidInput if it is none. */
[[nodiscard]] Result<QList<PopulationRow>> populationFrom(const QByteArray &text);
/** SHA-256 of the text, in hexadecimal. */
[[nodiscard]] QString populationHash(const QByteArray &text);

/**
 * Draws: the cases whose SHA-256 over "SEED|NUMBER" is smallest, in that order. Of several strata
 * each gives its share of `count`, rounded down; what is left over goes to those with the largest
 * remainders, of equal ones to the first by code. Numbers of the cases drawn, by their hash. Pure.
 */
[[nodiscard]] QStringList
drawSample(const QList<PopulationRow> &population, int count, const QString &seed);

/** What somebody found; final. */
struct Recheck
{
    RecheckResult result = RecheckResult::Confirmed;
    QString note;   ///< why; not empty unless it was confirmed
    QString user;   ///< account
    QString person; ///< behind it; may be empty
    Instant at;
    QStringList evidence; ///< names of what is kept with it

    bool operator==(const Recheck &) const = default;
};

/** A draw, as it is recorded for good, and how far its cases have been looked at. */
struct Sampling
{
    qint64 id = 0;
    QString month; ///< "2026-10", by the district's own time
    QString area;  ///< code of the division; empty: the whole district
    SamplingStrata strata = SamplingStrata::None;
    SamplingSize size;
    QString seed;             ///< decimal
    bool isSeedGiven = false; ///< by whoever drew; else by the program
    QString method;
    int population = 0;
    QString populationHash;
    int drawn = 0;
    QString user;
    QString person;
    Instant at;
    int confirmed = 0;
    int refuted = 0;
    int missing = 0;

    bool operator==(const Sampling &) const = default;
    [[nodiscard]] int done() const { return confirmed + refuted + missing; }
};

/** A case that was drawn. */
struct SampledCase
{
    int place = 0;   ///< in the draw, from 1
    Case subject;    ///< as it stands now
    int version = 0; ///< that was drawn
    QString stratum;
    std::optional<Recheck> recheck;
    /** Whoever asks had it in hand or judged it: somebody else has to look at it again. */
    bool isOwn = false;

    bool operator==(const SampledCase &) const = default;
};

/** The first and the last day of a month such as "2026-10"; nothing for what is no month. */
[[nodiscard]] std::optional<std::pair<QDate, QDate>> daysOfMonth(const QString &month);

} // namespace gridward
