// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/divisionname.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DivisionName)
};

} // namespace

QString calledName(const Division &division)
{
    // Borders drawn around grids know codes only.
    if (!division.name.isEmpty() && division.name != division.code) {
        return division.name;
    }
    if (division.level == "district"_L1) {
        return Words::tr("District %1").arg(division.code);
    }
    if (division.level == "street"_L1) {
        return Words::tr("Street %1").arg(division.code);
    }
    if (division.level == "community"_L1) {
        return Words::tr("Community %1").arg(division.code);
    }
    return division.code;
}

} // namespace gridward
