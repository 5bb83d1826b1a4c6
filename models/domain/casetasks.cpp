// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/casetasks.h"

using namespace Qt::StringLiterals;

namespace gridward {

Task taskRow(const Case &subject, const CaseTask &task)
{
    Task row;
    row.id = subject.id.toText() + u'/' + QString::number(task.event);
    row.caseId = subject.id.toText();
    row.kind = task.verifies ? u"verify"_s : u"check"_s;
    row.person = task.person;
    row.area = !subject.grid.isEmpty()        ? subject.grid
               : !subject.community.isEmpty() ? subject.community
                                              : subject.street;
    row.created = task.at;
    row.due = task.until;
    return row;
}

QList<Task>
taskRows(const std::optional<CaseTask> &before, const CaseRecord &after, const CaseEvent &event)
{
    const std::optional<CaseTask> &now = after.process.task;
    QList<Task> rows;
    if (before == now) {
        return rows;
    }
    if (before && (!now || now->event != before->event)) {
        Task ended = taskRow(after.subject, *before);
        ended.done = event.at;
        ended.result = toId(event.action);
        rows.append(ended);
    }
    if (now) {
        rows.append(taskRow(after.subject, *now));
    }
    return rows;
}

} // namespace gridward
