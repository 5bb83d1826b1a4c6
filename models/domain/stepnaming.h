// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace gridward {

/**
 * One of the ways in which districts name the steps of a case to the outside (SEED-084 to
 * SEED-086): the states of the life cycle stay the same, screens group them under these labels. A
 * plain value.
 */
struct StepNaming
{
    QString id;           ///< "four", "five", "six", "seven"
    QStringList labels;   ///< in Chinese, as districts write them
    QStringList labelsEn; ///< the same in English

    bool operator==(const StepNaming &) const = default;

    /**
     * Index of the step that a case in this state is in: the step whose work is under way, or the
     * one at which the case ended. Never falls on the way from registered to archived.
     */
    [[nodiscard]] int stepOf(CaseState state) const;
};

/** All namings, the one with the fewest steps first. */
[[nodiscard]] QList<StepNaming> stepNamings();
/** Nothing for an id that no naming has. */
[[nodiscard]] std::optional<StepNaming> stepNaming(const QString &id);
/** Their ids, in the same order. */
[[nodiscard]] QStringList stepNamingIds();

} // namespace gridward
