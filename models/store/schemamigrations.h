// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace gridward {

class SqlConnection;

/** One numbered step of a schema: `NNNN_name.sql`, and what SQL cannot do. */
struct Migration
{
    int version = 0;
    QString name;
    QString sql;
    /** Done behind the statements, in the same transaction; only where there may be rows. */
    std::function<Result<void>(SqlConnection &)> work{};
};

/** The steps of this program for GeoPackage stores, by number. */
[[nodiscard]] QList<Migration> geoPackageMigrations();
/** Those of a store on a server. */
[[nodiscard]] QList<Migration> serverMigrations();
/** What makes the roles of a cluster that its stores share, if they are not there. */
[[nodiscard]] QString clusterRoles();

/** The triggers that these migrations leave behind: the statement that makes each, by name. */
[[nodiscard]] QHash<QString, QString> guardsOf(const QList<Migration> &migrations);

/**
 * The single statements of a migration: each ends with a semicolon at the end of a line, that of a
 * trigger with `END;` on a line of its own. Comment lines are dropped.
 */
[[nodiscard]] QStringList statementsOf(const QString &sql);

} // namespace gridward
