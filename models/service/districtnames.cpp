// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/districtnames.h"

#include "models/service/divisionname.h"

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QString keyOf(const ClassKey &key)
{
    return key.scheme + u'/' + toId(key.kind) + u'/' + key.code;
}

} // namespace

Result<DistrictNames> DistrictNames::read(Store &store)
{
    DistrictNames names;
    const Result<QList<Division>> divisions = store.divisions();
    if (!divisions) {
        return divisions.error();
    }
    for (const Division &division : divisions.value()) {
        const QString name = calledName(division);
        names.mDivisions.insert(division.code, name);
        names.mAreas.append({division.code, division.parent, division.level, name});
        if (division.level == "street"_L1) {
            names.mStreets.insert(division.code, name);
        }
    }
    const Result<QList<UnitGrid>> grids = store.grids();
    if (!grids) {
        return grids.error();
    }
    for (const UnitGrid &grid : grids.value()) {
        names.mGrids.insert(grid.code, grid.name);
        names.mAreas.append({grid.code, grid.community, u"grid"_s, grid.name});
    }
    for (qsizetype i = 0; i < names.mAreas.size(); ++i) {
        names.mAreaRows.insert(names.mAreas.at(i).code, i);
    }
    const Result<QList<Organisation>> units = store.organisations();
    if (!units) {
        return units.error();
    }
    for (const Organisation &unit : units.value()) {
        names.mUnits.insert(unit.code, {unit.name, unit.nameEn});
    }
    const Result<QStringList> schemes = store.schemes();
    if (!schemes) {
        return schemes.error();
    }
    // A case is called what its own edition calls it.
    for (const QString &scheme : schemes.value()) {
        const Result<QList<CatalogueEntry>> classes = store.catalogue(scheme);
        if (!classes) {
            return classes.error();
        }
        for (const CatalogueEntry &entry : classes.value()) {
            names.mClasses.insert(keyOf(entry.key), {{entry.name, entry.nameEn}, entry.majorCode});
        }
    }
    return names;
}

QString DistrictNames::division(const QString &code) const
{
    return mDivisions.value(code, code);
}

QString DistrictNames::grid(const QString &code) const
{
    const QString name = mGrids.value(code);
    return name.isEmpty() ? code : name;
}

QString DistrictNames::path(const QString &code) const
{
    QStringList parts;
    QString at = code;
    for (qsizetype steps = 0; mAreaRows.contains(at) && steps < mAreas.size(); ++steps) {
        const NamedArea &area = mAreas.at(mAreaRows.value(at));
        const QString name = area.name.isEmpty() ? area.code : area.name;
        const bool isSaid = !parts.isEmpty() && parts.first().startsWith(name);
        if (!area.parent.isEmpty() && !isSaid) {
            parts.prepend(name);
        }
        at = area.parent;
    }
    return parts.join(u" · "_s);
}

QString DistrictNames::unit(const QString &code, bool english) const
{
    const auto unit = mUnits.constFind(code);
    return unit == mUnits.constEnd() ? code : unit->in(english);
}

QString DistrictNames::className(const ClassKey &key, bool english) const
{
    const auto found = mClasses.constFind(keyOf(key));
    return found == mClasses.constEnd() ? key.code : found->name.in(english);
}

QString DistrictNames::majorClass(const ClassKey &key) const
{
    return mClasses.value(keyOf(key)).majorCode;
}

} // namespace gridward
