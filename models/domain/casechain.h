// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseprocess.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace gridward {

/** How far the log of one case can be believed. */
struct ChainCheck
{
    QList<bool> links; ///< of each event, in order: its hash follows from it and the one before
    bool isComplete = false; ///< numbered from 1 without gaps, and there is at least one
    bool isHistory = false;  ///< the events, one after the other, make a case
    bool isRowTrue = false;  ///< what the store says of the case now is what they make
    QByteArray head;         ///< the last hash as it is stored

    bool operator==(const ChainCheck &) const = default;
    /** Nothing in it was changed, left out or added, and the case is what it says. */
    [[nodiscard]] bool isSound() const;
    /** Sequence numbers of the events whose hash does not follow. */
    [[nodiscard]] QList<int> broken(const QList<CaseEvent> &events) const;
};

/**
 * Verifies the log of a case link by link, each against the hash that is stored before it, so that
 * what was changed can be named; and holds the stored record against what the log makes of it. The
 * events are in order, oldest first. Pure.
 */
[[nodiscard]] ChainCheck checkChain(const CaseRecord &stored, const QList<CaseEvent> &events);

} // namespace gridward
