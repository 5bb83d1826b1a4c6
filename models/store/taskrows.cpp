// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/taskrows.h"

using namespace Qt::StringLiterals;

namespace gridward {

Result<void> writeTasks(SqlConnection &connection, const QList<Task> &tasks)
{
    for (const Task &task : tasks) {
        Result<SqlStatement> prepared = connection.prepare(
            u"INSERT INTO tasks (task_id, case_uuid, kind, person, area, text, created_at, due_at, "
            "done_at, result) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (task_id) DO "
            "UPDATE "
            "SET due_at = excluded.due_at, done_at = excluded.done_at, result = excluded.result"_s);
        if (!prepared) {
            return prepared.error();
        }
        SqlStatement statement = std::move(prepared).value();
        Result<void> run = statement.bind(task.id)
                               .bind(task.caseId)
                               .bind(task.kind)
                               .bind(task.person)
                               .bind(task.area)
                               .bind(task.text)
                               .bind(std::optional(task.created))
                               .bind(task.due)
                               .bind(task.done)
                               .bind(task.result)
                               .run();
        if (!run) {
            return run;
        }
    }
    return {};
}

} // namespace gridward
