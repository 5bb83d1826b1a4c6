// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/result.h"

#include <QHash>
#include <QList>
#include <QString>

#include <functional>

namespace gridward {

/** A row of a crosswalk: a class of one scheme and what it is in another. */
struct CrosswalkRow
{
    ClassKey from;
    ClassKey to;         ///< without a code: nothing is known that it could be
    bool byRule = false; ///< may be applied without asking; else a person decides
    QString note;

    bool operator==(const CrosswalkRow &) const = default;
};

/** What becomes of one class. */
struct ClassMapping
{
    enum class Kind {
        ByRule,   ///< the targets are what it is
        Proposed, ///< a person decides; the targets are what the table proposes
        Unmapped, ///< there is no target
    };

    ClassKey from;
    Kind kind = Kind::Unmapped;
    QList<ClassKey> targets; ///< at most one of a kind if by rule
    QString reason;          ///< why a person has to decide, or why there is none; translated

    bool operator==(const ClassMapping &) const = default;
};

/** What a crosswalk makes of a set of classes, in the order they were given. */
struct CrosswalkReport
{
    QList<ClassMapping> byRule;
    QList<ClassMapping> proposed;
    QList<ClassMapping> unmapped;
};

/**
 * The way from the classes of one edition to those of another. It changes no case: a case keeps the
 * edition it was filed under. An old component leads to two targets, the component and the matter
 * that mirrors it. A plain value.
 */
class Crosswalk
{
public:
    /** InvalidInput if a row is there twice or leads into its own scheme. */
    [[nodiscard]] static Result<Crosswalk> make(const QList<CrosswalkRow> &rows);

    [[nodiscard]] ClassMapping map(const ClassKey &key, const QString &toScheme) const;
    /** `isThere` says which targets exist; a target that does not is none. */
    [[nodiscard]] CrosswalkReport
    report(const QList<ClassKey> &keys,
           const QString &toScheme,
           const std::function<bool(const ClassKey &)> &isThere) const;

private:
    QHash<QString, QList<CrosswalkRow>> mRows; ///< by the class they come from
};

/** "rule", "proposed", "unmapped": for scripts. */
[[nodiscard]] QString toId(ClassMapping::Kind kind);

} // namespace gridward
