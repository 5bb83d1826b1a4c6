// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/schemamigrations.h"

#include "models/store/casemigration.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kClocks = 2;      ///< cases got columns that only their events can tell
constexpr int kMilestones = 14; ///< what the indicators count
constexpr int kSupervision = 15;

} // namespace

namespace {

QList<Migration> migrationsIn(const QString &path)
{
    QList<Migration> migrations;
    const QDir folder(path);
    for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            migrations.append(
                {name.left(4).toInt(), name.chopped(4).mid(5), QString::fromUtf8(file.readAll())});
        }
    }
    return migrations;
}

} // namespace

QList<Migration> serverMigrations()
{
    return migrationsIn(u":/schema/postgis"_s);
}

QString clusterRoles()
{
    QFile file(u":/schema/cluster/roles.sql"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QList<Migration> geoPackageMigrations()
{
    QList<Migration> migrations = migrationsIn(u":/schema/gpkg"_s);
    for (Migration &migration : migrations) {
        if (migration.version == kClocks) {
            migration.work = deriveCasesAgain;
        } else if (migration.version == kMilestones) {
            migration.work = deriveMilestones;
        } else if (migration.version == kSupervision) {
            migration.work = deriveSupervision;
        }
    }
    return migrations;
}

QHash<QString, QString> guardsOf(const QList<Migration> &migrations)
{
    static const QRegularExpression kMakes(u"^CREATE TRIGGER (\\w+)"_s);
    static const QRegularExpression kDrops(u"^DROP TRIGGER (\\w+)"_s);
    QHash<QString, QString> guards;
    for (const Migration &migration : migrations) {
        for (const QString &statement : statementsOf(migration.sql)) {
            if (const QRegularExpressionMatch made = kMakes.match(statement); made.hasMatch()) {
                guards.insert(made.captured(1), statement.chopped(1)); // without the semicolon
            } else if (const QRegularExpressionMatch gone = kDrops.match(statement);
                       gone.hasMatch()) {
                guards.remove(gone.captured(1));
            }
        }
    }
    return guards;
}

QStringList statementsOf(const QString &sql)
{
    QStringList statements;
    QString statement;
    for (const QString &line : sql.split(u'\n')) {
        if (line.trimmed().isEmpty() || line.startsWith("--"_L1)) {
            continue;
        }
        statement += line + u'\n';
        const bool trigger = statement.startsWith("CREATE TRIGGER"_L1);
        if (trigger ? line == "END;"_L1 : line.endsWith(u';')) {
            statements.append(statement.trimmed());
            statement.clear();
        }
    }
    if (!statement.trimmed().isEmpty()) {
        statements.append(statement.trimmed());
    }
    return statements;
}

} // namespace gridward
