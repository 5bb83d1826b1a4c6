// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/areadivisions.h"

#include "gis/import/geos.h"

#include <QMap>
#include <QSet>

#include <algorithm>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QByteArray unionOf(const QList<QByteArray> &outlines)
{
    const Geos geos;
    std::vector<Geos::Geometry> parts;
    std::vector<const GEOSGeometry *> all;
    for (const QByteArray &outline : outlines) {
        Geos::Geometry part = geos.read(outline);
        if (part) {
            parts.push_back(std::move(part));
            all.push_back(parts.back().get());
        }
    }
    const Geos::Geometry whole = geos.unionOf(all);
    return whole && GEOSisEmpty_r(geos.handle(), whole.get()) == 0 ? geos.write(whole.get())
                                                                   : QByteArray();
}

/** A division in the making. */
struct Group
{
    Division division;
    QList<QByteArray> outlines;
};

} // namespace

CodeLengths CodeLengths::of(const GridCodeTemplate &codeTemplate)
{
    QList<int> parts;
    for (const QString &part : codeTemplate.text().split(u'+')) {
        parts.append(part.toInt());
    }
    const auto upTo = [&parts](qsizetype count) {
        return count > 0 ? std::accumulate(parts.begin(), parts.begin() + count, 0) : 0;
    };
    CodeLengths lengths;
    lengths.community = upTo(parts.size() - 1);
    if (parts.size() >= 4) {
        lengths.street = upTo(parts.size() - 2);
        lengths.district = upTo(parts.size() - 3);
    } else if (parts.size() == 3) {
        lengths.district = upTo(1);
    }
    return lengths;
}

QList<Division> divisionsOf(const QList<UnitGrid> &grids,
                            const CodeLengths &lengths,
                            const QHash<QString, QString> &names,
                            const QList<Division> &known)
{
    QSet<QString> have;
    for (const Division &division : known) {
        have.insert(division.code);
    }
    // One level after another: communities from grids, streets from communities, the district.
    QMap<QString, Group> communities;
    QMap<QString, Group> streets;
    QMap<QString, Group> districts;
    const auto add = [&names](QMap<QString, Group> &level,
                              const QString &code,
                              const QString &parent,
                              const QString &name,
                              int people,
                              double area,
                              const QByteArray &outline) {
        Group &group = level[code];
        group.division.code = code;
        group.division.parent = parent;
        group.division.level = name;
        group.division.name = names.value(code, code);
        group.division.population += people;
        group.division.area += area;
        group.outlines.append(outline);
    };
    const auto outlineAll = [](QMap<QString, Group> &level) {
        for (Group &group : level) {
            group.division.outline = unionOf(group.outlines);
        }
    };
    for (const UnitGrid &grid : grids) {
        const QString parent =
            !grid.street.isEmpty() ? grid.street : grid.community.left(lengths.district);
        add(communities,
            grid.community,
            parent,
            u"community"_s,
            grid.residents,
            grid.area,
            grid.outline);
    }
    outlineAll(communities);
    for (const Group &group : std::as_const(communities)) {
        const Division &one = group.division;
        const QString district = one.parent.left(lengths.district);
        const bool isStreet = lengths.street > 0 && one.parent != district;
        add(isStreet ? streets : districts,
            one.parent,
            isStreet ? district : QString(),
            isStreet ? u"street"_s : u"district"_s,
            one.population,
            one.area,
            one.outline);
    }
    outlineAll(streets);
    for (const Group &group : std::as_const(streets)) {
        const Division &one = group.division;
        add(districts, one.parent, {}, u"district"_s, one.population, one.area, one.outline);
    }
    outlineAll(districts);
    QList<Division> result;
    for (const auto *level : {&districts, &streets, &communities}) {
        for (const Group &group : *level) {
            if (!group.division.code.isEmpty() && !have.contains(group.division.code)) {
                result.append(group.division);
            }
        }
    }
    return result;
}

} // namespace gridward
