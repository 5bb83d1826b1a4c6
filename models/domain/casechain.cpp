// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/casechain.h"

#include <algorithm>

namespace gridward {

bool ChainCheck::isSound() const
{
    return isComplete && isHistory && isRowTrue && !links.contains(false);
}

QList<int> ChainCheck::broken(const QList<CaseEvent> &events) const
{
    QList<int> sequences;
    for (qsizetype i = 0; i < std::min(links.size(), events.size()); ++i) {
        if (!links.at(i)) {
            sequences.append(events.at(i).sequence);
        }
    }
    return sequences;
}

ChainCheck checkChain(const CaseRecord &stored, const QList<CaseEvent> &events)
{
    ChainCheck check;
    check.isComplete = !events.isEmpty();
    QByteArray before;
    int expected = 0;
    for (const CaseEvent &event : events) {
        check.links.append(chainHash(before, stored.subject.id, event) == event.hash);
        check.isComplete = check.isComplete && event.sequence == ++expected;
        before = event.hash;
    }
    check.head = before;
    const Result<CaseRecord> told = replayRecord(stored.subject.id, events);
    check.isHistory = told.isOk();
    check.isRowTrue = told && told.value() == stored;
    return check;
}

} // namespace gridward
