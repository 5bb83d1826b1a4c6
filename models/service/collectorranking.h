// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseprocess.h"
#include "models/service/responsibility.h"

#include <QList>

namespace gridward {

class Store;

/** May somebody be sent to verify or to check this case now? */
[[nodiscard]] bool isSendable(CaseState state);

/**
 * Who could be sent to verify or to check a case, the nearest first, 20 at the most: collectors of
 * the grids (managers, assistants, inspectors, monitors) who are on duty now, or anybody on duty
 * where none of them is. Never who dispatched or handled the case, never anybody of the units whose
 * work it is, nobody on leave. By straight distance in steps of 250 m, then by how many tasks they
 * have already, then by distance; whose place is not known comes last. Blocks; on the store's
 * thread. Costs a look at who is on duty in the district.
 */
[[nodiscard]] Result<QList<PersonProposal>>
rankCollectors(Store &store, const CaseRecord &record, Instant now);

} // namespace gridward
