// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/sqlconnection.h"
#include "models/store/storeguard.h"

#include <QStringList>
#include <QVariant>

namespace gridward {

/** What a user may see, as conditions on the table `cases` and the values they are bound to. */
struct SightSql
{
    QStringList conditions;
    QVariantList values;

    SightSql(const CaseSight &sight, SqlDialect dialect);
    /** " AND …", or nothing. */
    [[nodiscard]] QString text() const;
};

} // namespace gridward
