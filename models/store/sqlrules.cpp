// SPDX-License-Identifier: GPL-3.0-or-later
// Rule books and working calendars of a GeoPackageStore: written once, never changed.
#include "models/store/sqlstore.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SqlStore)
};

/** The text that the statement finds; nothing if there is no row. */
template <typename Bind>
Result<std::optional<QString>>
contentOf(SqlConnection &connection, const QString &sql, const Bind &bind)
{
    Result<SqlStatement> prepared = connection.prepare(sql);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    bind(statement);
    if (const Result<void> run = statement.run(); !run) {
        return run.error();
    }
    return statement.next() ? std::optional(statement.text(0)) : std::nullopt;
}

Error differs(const RuleBook &book)
{
    return Error{ErrorCode::Conflict,
                 Words::tr("There is another version %1 of the rule book in the store. What cases "
                           "were decided by is never changed: give the new one a higher version.")
                     .arg(book.version),
                 {}};
}

Error differs(const WorkingCalendar &calendar)
{
    return Error{ErrorCode::Conflict,
                 Words::tr("There is another working calendar %1 in the store. What deadlines were "
                           "counted with is never changed: give the new one a higher version.")
                     .arg(calendar.key()),
                 {}};
}

/** All that the statement finds, in its order. */
template <typename T>
Result<QList<T>> readForms(Result<SqlStatement> prepared)
{
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.run(); !run) {
        return run.error();
    }
    QList<T> forms;
    while (statement.next()) {
        Result<T> form = T::fromJson(statement.text(0).toUtf8());
        if (!form) {
            return Error{ErrorCode::Unreadable,
                         Words::tr("The rules or calendars of the store cannot be read; somebody "
                                   "changed the file. Take the last backup."),
                         form.error().message};
        }
        forms.append(std::move(form).value());
    }
    return forms;
}

} // namespace

Result<void> SqlStore::write(const RuleBook &book)
{
    if (Result<void> may = mGuard.may(Thing::Rules, u"change"_s); !may) {
        return may;
    }
    return mConnection.transaction([&]() -> Result<void> {
        const QString content = QString::fromUtf8(book.toJson());
        const Result<std::optional<QString>> known =
            contentOf(mConnection,
                      u"SELECT content FROM gridward_rule_books WHERE version = ?"_s,
                      [&](SqlStatement &look) { look.bind(book.version); });
        if (!known) {
            return known.error();
        }
        if (known.value()) {
            return *known.value() == content ? Result<void>() : Result<void>(differs(book));
        }
        Result<SqlStatement> prepared = mConnection.prepare(
            u"INSERT INTO gridward_rule_books (version, valid_from, content) VALUES (?, ?, ?)"_s);
        if (!prepared) {
            return prepared.error();
        }
        SqlStatement insert = std::move(prepared).value();
        insert.bind(book.version).bind(book.validFrom).bind(content);
        const Result<void> run = insert.run();
        return run ? noteChange(u"gridward_rule_books"_s) : run;
    });
}

Result<void> SqlStore::write(const WorkingCalendar &calendar)
{
    if (Result<void> may = mGuard.may(Thing::Rules, u"change"_s); !may) {
        return may;
    }
    return mConnection.transaction([&]() -> Result<void> {
        const QString content = QString::fromUtf8(calendar.toJson());
        const Result<std::optional<QString>> known = contentOf(
            mConnection,
            u"SELECT content FROM gridward_calendars WHERE calendar_id = ? AND version = ?"_s,
            [&](SqlStatement &look) { look.bind(calendar.id()).bind(calendar.version()); });
        if (!known) {
            return known.error();
        }
        if (known.value()) {
            return *known.value() == content ? Result<void>() : Result<void>(differs(calendar));
        }
        Result<SqlStatement> prepared =
            mConnection.prepare(u"INSERT INTO gridward_calendars (calendar_id, version, content) "
                                "VALUES (?, ?, ?)"_s);
        if (!prepared) {
            return prepared.error();
        }
        SqlStatement insert = std::move(prepared).value();
        insert.bind(calendar.id()).bind(calendar.version()).bind(content);
        const Result<void> run = insert.run();
        return run ? noteChange(u"gridward_calendars"_s) : run;
    });
}

Result<QList<RuleBook>> SqlStore::ruleBooks()
{
    return readForms<RuleBook>(
        mConnection.prepare(u"SELECT content FROM gridward_rule_books ORDER BY version"_s));
}

Result<QList<WorkingCalendar>> SqlStore::calendars()
{
    return readForms<WorkingCalendar>(mConnection.prepare(
        u"SELECT content FROM gridward_calendars ORDER BY calendar_id, version"_s));
}

} // namespace gridward
