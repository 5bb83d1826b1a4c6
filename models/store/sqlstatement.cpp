// SPDX-License-Identifier: GPL-3.0-or-later
// What is bound to a statement and read from its rows, in a file's way or a server's.
#include "models/store/ewkb.h"
#include "models/store/geopackageblob.h"
#include "models/store/serverstatement.h"
#include "models/store/sqlconnection.h"

using namespace Qt::StringLiterals;

namespace gridward {

SqlStatement::~SqlStatement()
{
    if (mQuery != nullptr) {
        mQuery->finish();
    }
    if (mServer != nullptr) {
        mServer->finish();
    }
}

SqlStatement &SqlStatement::bind(const QVariant &value)
{
    if (mServer != nullptr) {
        mServer->bind(value);
    } else {
        mQuery->bindValue(mNext++, value);
    }
    return *this;
}

SqlStatement &SqlStatement::bind(const QString &value)
{
    // A null QString would become NULL; our text columns are empty instead.
    return bind(QVariant(value.isNull() ? u""_s : value));
}

SqlStatement &SqlStatement::bind(QDate value)
{
    return bind(value.isValid() ? QVariant(value.toString(Qt::ISODate)) : QVariant());
}

SqlStatement &SqlStatement::bind(const std::optional<Instant> &value)
{
    return bind(value ? QVariant(toIsoText(*value)) : QVariant());
}

SqlStatement &SqlStatement::bindTextOrNull(const QString &value)
{
    return bind(value.isEmpty() ? QVariant() : QVariant(value));
}

SqlStatement &SqlStatement::bind(const std::optional<GeoPoint> &place)
{
    if (!place) {
        return bind(QVariant());
    }
    return mServer != nullptr ? bind(QVariant(ewkb::fromPoint(*place)))
                              : bind(geopackage::fromPoint(*place));
}

SqlStatement &SqlStatement::bindShape(const QByteArray &wkb, bool multi)
{
    if (wkb.isEmpty()) {
        return bind(QVariant());
    }
    return mServer != nullptr ? bind(QVariant(ewkb::fromWkb(wkb, multi)))
                              : bind(geopackage::fromWkb(wkb, multi));
}

Result<void> SqlStatement::run()
{
    if (mServer != nullptr) {
        return mServer->run();
    }
    mNext = 0;
    if (mQuery->exec()) {
        return {};
    }
    const QSqlError error = mQuery->lastError();
    return SqlConnection::errorFor(error, mQuery->lastQuery());
}

bool SqlStatement::next()
{
    return mServer != nullptr ? mServer->next() : mQuery->next();
}

qint64 SqlStatement::changedRows() const
{
    return mServer != nullptr ? mServer->changedRows() : mQuery->numRowsAffected();
}

QString SqlStatement::text(int column) const
{
    return mServer != nullptr ? mServer->text(column) : mQuery->value(column).toString();
}

QByteArray SqlStatement::bytes(int column) const
{
    return mServer != nullptr ? mServer->bytes(column) : mQuery->value(column).toByteArray();
}

qint64 SqlStatement::longNumber(int column) const
{
    return mServer != nullptr ? mServer->number(column) : mQuery->value(column).toLongLong();
}

double SqlStatement::real(int column) const
{
    return mServer != nullptr ? mServer->real(column) : mQuery->value(column).toDouble();
}

bool SqlStatement::isNull(int column) const
{
    return mServer != nullptr ? mServer->isNull(column) : mQuery->isNull(column);
}

QDate SqlStatement::date(int column) const
{
    return QDate::fromString(text(column).left(10), Qt::ISODate);
}

std::optional<Instant> SqlStatement::instant(int column) const
{
    return instantFromIso(text(column));
}

std::optional<GeoPoint> SqlStatement::point(int column) const
{
    return mServer != nullptr ? ewkb::toPoint(bytes(column)) : geopackage::toPoint(bytes(column));
}

QByteArray SqlStatement::shape(int column) const
{
    return mServer != nullptr ? ewkb::toWkb(bytes(column)) : geopackage::toWkb(bytes(column));
}

} // namespace gridward
