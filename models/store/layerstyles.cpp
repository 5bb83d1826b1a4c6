// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/layerstyles.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** As QGIS makes it where nobody has saved a style yet. */
const QString kMakeTable =
    u"CREATE TABLE IF NOT EXISTS public.layer_styles ("
    "id serial PRIMARY KEY, f_table_catalog varchar, f_table_schema varchar, "
    "f_table_name varchar, f_geometry_column varchar, styleName text, "
    "styleQML xml, styleSLD xml, useAsDefault boolean, description text, "
    "owner varchar(63) DEFAULT CURRENT_USER, ui xml, "
    "update_time timestamp DEFAULT CURRENT_TIMESTAMP, type varchar)"_s;

Result<bool> asked(SqlConnection &connection, const QString &sql)
{
    const Result<QVariant> answer = connection.scalar(sql);
    return answer ? Result<bool>(answer.value().toBool()) : Result<bool>(answer.error());
}

Result<bool> hasTable(SqlConnection &connection)
{
    return asked(connection, u"SELECT to_regclass('public.layer_styles') IS NOT NULL"_s);
}

Result<bool> mayWrite(SqlConnection &connection)
{
    const Result<bool> there = hasTable(connection);
    if (!there) {
        return there;
    }
    return asked(connection,
                 there.value() ? u"SELECT has_table_privilege('public.layer_styles', 'INSERT') "
                                 "AND has_table_privilege('public.layer_styles', 'DELETE')"_s
                               : u"SELECT coalesce(has_schema_privilege(to_regnamespace('public'), "
                                 "'CREATE'), false)"_s);
}

Result<void> write(SqlConnection &connection, const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::Internal, file, source.errorString()};
    }
    // "TABLE.qml", or "TABLE.point.qml" where a table has shapes of several kinds.
    const QStringList parts = QFileInfo(file).fileName().chopped(4).split(u'.');
    const QString kind = parts.value(1);
    Result<SqlStatement> prepared = connection.prepare(
        u"INSERT INTO public.layer_styles (f_table_catalog, f_table_schema, f_table_name, "
        "f_geometry_column, styleName, styleQML, useAsDefault, description, type) "
        "VALUES (current_database(), 'gridward', ?, 'geom', 'Gridward', "
        "XMLPARSE(DOCUMENT ?), true, 'Gridward', ?)"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    return statement.bind(parts.first())
        .bind(QString::fromUtf8(source.readAll()))
        .bindTextOrNull(kind.isEmpty() ? kind : kind.left(1).toUpper() + kind.mid(1))
        .run();
}

} // namespace

Result<void> writeLayerStyles(SqlConnection &connection)
{
    const Result<bool> may = mayWrite(connection);
    if (!may || !may.value()) {
        return may ? Result<void>() : Result<void>(may.error());
    }
    for (const QString &step : {kMakeTable, u"GRANT SELECT ON public.layer_styles TO PUBLIC"_s}) {
        if (Result<void> run = connection.execute(step); !run) {
            return run;
        }
    }
    if (Result<void> removed = removeLayerStyles(connection); !removed) {
        return removed;
    }
    const QDir folder(u":/schema/styles"_s);
    for (const QString &name : folder.entryList({u"*.qml"_s}, QDir::Files, QDir::Name)) {
        if (Result<void> written = write(connection, folder.filePath(name)); !written) {
            return written;
        }
    }
    return {};
}

Result<void> removeLayerStyles(SqlConnection &connection)
{
    const Result<bool> there = hasTable(connection);
    const Result<bool> may = there && there.value() ? mayWrite(connection) : there;
    if (!may || !may.value()) {
        return may ? Result<void>() : Result<void>(may.error());
    }
    return connection.execute(u"DELETE FROM public.layer_styles WHERE f_table_schema = 'gridward' "
                              "AND description = 'Gridward'"_s);
}

} // namespace gridward
