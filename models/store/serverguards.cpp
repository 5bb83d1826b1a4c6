// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/serverguards.h"

#include <QCoreApplication>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ServerGuards)
};

struct Trigger
{
    QString table;
    QString statement;
};

QMap<QString, Trigger> triggersOf(const QList<Migration> &migrations)
{
    static const QRegularExpression kTriggers(
        u"^(?:CREATE (?:CONSTRAINT )?TRIGGER (\\w+)\\s.*?\\sON (\\w+)\\s.*?;|DROP TRIGGER (\\w+))"_s,
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    QMap<QString, Trigger> triggers;
    for (const Migration &migration : migrations) {
        for (const QRegularExpressionMatch &one : kTriggers.globalMatch(migration.sql)) {
            if (one.captured(1).isEmpty()) {
                triggers.remove(one.captured(3));
            } else {
                triggers.insert(one.captured(1), {one.captured(2), one.captured(0)});
            }
        }
    }
    return triggers;
}

/** What stands between the dollars, by the name of the function. */
QMap<QString, QString> functionsOf(const QList<Migration> &migrations)
{
    static const QRegularExpression kFunctions(
        u"^CREATE (?:OR REPLACE )?FUNCTION (\\w+)\\(.*?\\$\\$(.*?)\\$\\$"_s,
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    QMap<QString, QString> functions;
    for (const Migration &migration : migrations) {
        for (const QRegularExpressionMatch &one : kFunctions.globalMatch(migration.sql)) {
            functions.insert(one.captured(1), one.captured(2));
        }
    }
    return functions;
}

QString isMissing(const QString &guard)
{
    return Words::tr("The guard “%1” of the store is missing.").arg(guard);
}

QString isAnother(const QString &guard)
{
    return Words::tr("The guard “%1” of the store is not the one that the program made; somebody "
                     "changed it.")
        .arg(guard);
}

QString isOff(const QString &guard)
{
    return Words::tr("The guard “%1” of the store is switched off.").arg(guard);
}

Result<void> eachRow(SqlConnection &connection,
                     const QString &sql,
                     const std::function<void(const SqlStatement &)> &take)
{
    Result<SqlStatement> prepared = connection.prepare(sql);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (Result<void> run = statement.run(); !run) {
        return run;
    }
    while (statement.next()) {
        take(statement);
    }
    return {};
}

Result<void>
compareFunctions(SqlConnection &connection, QMap<QString, QString> wanted, QStringList &findings)
{
    Result<void> read = eachRow(connection,
                                u"SELECT proname, prosrc FROM pg_proc "
                                "WHERE pronamespace = 'gridward'::regnamespace ORDER BY proname"_s,
                                [&](const SqlStatement &row) {
                                    const auto one = wanted.constFind(row.text(0));
                                    if (one == wanted.constEnd()) {
                                        return;
                                    }
                                    if (*one != row.text(1)) {
                                        findings.append(isAnother(row.text(0)));
                                    }
                                    wanted.erase(one);
                                });
    for (auto one = wanted.cbegin(); read && one != wanted.cend(); ++one) {
        findings.append(isMissing(one.key()));
    }
    return read;
}

/**
 * The server writes a condition in its own way, which may differ with its version: what it makes of
 * ours is asked from it, on empty tables of the same columns. In a transaction, to be rolled back.
 */
Result<void> compareTriggers(SqlConnection &connection,
                             const QMap<QString, Trigger> &wanted,
                             QStringList &findings)
{
    QString likeOurs;
    QSet<QString> tables;
    for (const Trigger &trigger : wanted) {
        if (!tables.contains(trigger.table)) {
            tables.insert(trigger.table);
            likeOurs += u"CREATE TEMPORARY TABLE %1 (LIKE gridward.%1);\n"_s.arg(trigger.table);
        }
        likeOurs += trigger.statement + u'\n';
    }
    if (Result<void> made = connection.execute(likeOurs); !made) {
        return made;
    }
    // A part of a parted table has a copy of each trigger, which can be switched off by itself.
    return eachRow(
        connection,
        u"SELECT ours.tgname, theirs.tgname IS NULL, theirs.tgenabled <> 'O' OR EXISTS "
        "(SELECT 1 FROM pg_partition_tree(theirs.tgrelid) AS tree JOIN pg_trigger AS part "
        "ON part.tgrelid = tree.relid WHERE part.tgname = ours.tgname AND part.tgenabled <> 'O'), "
        "regexp_replace(pg_get_triggerdef(ours.oid), ' ON \\S+ ', ' ON ') "
        "<> regexp_replace(pg_get_triggerdef(theirs.oid), ' ON \\S+ ', ' ON ') "
        "FROM pg_trigger AS ours JOIN pg_class AS copy ON copy.oid = ours.tgrelid "
        "LEFT JOIN pg_class AS real ON real.relname = copy.relname "
        "AND real.relnamespace = 'gridward'::regnamespace "
        "LEFT JOIN pg_trigger AS theirs ON theirs.tgrelid = real.oid "
        "AND theirs.tgname = ours.tgname "
        "WHERE copy.relnamespace = pg_my_temp_schema() ORDER BY ours.tgname"_s,
        [&](const SqlStatement &row) {
            const QString name = row.text(0);
            if (row.flag(1)) {
                findings.append(isMissing(name));
                return;
            }
            if (row.flag(2)) {
                findings.append(isOff(name));
            }
            if (row.flag(3)) {
                findings.append(isAnother(name));
            }
        });
}

} // namespace

QStringList serverGuardFindings(SqlConnection &connection, const QList<Migration> &migrations)
{
    QStringList findings;
    Result<void> done = compareFunctions(connection, functionsOf(migrations), findings);
    if (done) {
        done = connection.begin(WriteLock::Rows);
    }
    if (done) {
        done = compareTriggers(connection, triggersOf(migrations), findings);
        connection.rollback();
    }
    if (!done) {
        findings.append(Words::tr("Whether the guards of the store are those that the program made "
                                  "cannot be told: %1 Ask an administrator of the database to "
                                  "check.")
                            .arg(done.error().message));
    }
    return findings;
}

} // namespace gridward
