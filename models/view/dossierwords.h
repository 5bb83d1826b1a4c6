// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/casedossier.h"

#include <QList>
#include <QString>
#include <QStringList>

/**
 * What the page and the folder of a case say, in the language of the moment and the time zone of
 * the district: one wording for the screen and for paper. GUI thread.
 */
namespace gridward::dossier_words {

/** A line with its label; bad news stand out. */
struct Line
{
    QString label;
    QString value;
    bool alert = false;

    bool operator==(const Line &) const = default;
};

/** A step as the log has it. */
struct LogRow
{
    int sequence = 0;
    QString time; ///< with seconds, in the zone of the district
    QString step; ///< what was done, and to whom
    QString who;
    QString state; ///< afterwards
    QString note;
    QString hash; ///< its beginning, twelve digits
    bool holds = true;

    bool operator==(const LogRow &) const = default;
};

/** A case that has to do with this one, and how. */
struct Relation
{
    QString word;
    Case other;

    bool operator==(const Relation &) const = default;
};

/** "2026-11-20 16:00:00": for what is looked at later. */
[[nodiscard]] QString fullTime(Instant moment);

/** What it is and how it stands: the block on the cover. */
[[nodiscard]] QList<Line> mainLines(const CaseDossier &dossier);
/** All that is known of it besides. */
[[nodiscard]] QList<Line> formLines(const CaseDossier &dossier);
/** Grid, and who answers for it; then who did what in the case. */
[[nodiscard]] QList<Line> gridLines(const CaseDossier &dossier);
[[nodiscard]] QList<Line> peopleLines(const CaseDossier &dossier);
/** Headline first, then how the deadlines came about; empty for what nobody can explain. */
[[nodiscard]] QStringList clockLines(const CaseDossier &dossier);
/** Of departments: called, answered, arrived, and how long each took. */
[[nodiscard]] QList<Line> callLines(const CaseDossier &dossier);
[[nodiscard]] QList<Relation> relations(const CaseDossier &dossier);
/** What is near: counts, and the nearest few by name. */
[[nodiscard]] QList<Line> nearLines(const CaseDossier &dossier);

[[nodiscard]] QString phaseWord(EvidencePhase phase);
/** With which step it came, when and from whom. */
[[nodiscard]] QString evidenceOrigin(const EvidenceItem &item, const CaseDossier &dossier);
/** Its checks: hash, place and time; a line each. */
[[nodiscard]] QList<Line> evidenceLines(const EvidenceItem &item);
/** What the class asks for and nobody gave; what the log has and the store has not. */
[[nodiscard]] QStringList missingLines(const CaseDossier &dossier);

[[nodiscard]] QList<LogRow> logRows(const CaseDossier &dossier);
/** Whether the chain holds, and if not, where it is broken. */
[[nodiscard]] Line chainLine(const CaseDossier &dossier);
/** Who an account is: the name of the person, or where they work, and the account. */
[[nodiscard]] QString accountText(const QString &account, const CaseDossier &dossier);

} // namespace gridward::dossier_words
