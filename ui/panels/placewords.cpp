// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/placewords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PlaceWords)
};

} // namespace

QString kindWord(const PlaceCandidate &one)
{
    switch (one.kind) {
    case PlaceCandidate::Kind::Coordinates:
        return Words::tr("Coordinates");
    case PlaceCandidate::Kind::Address:
        return one.exact ? Words::tr("Address") : Words::tr("Near this");
    case PlaceCandidate::Kind::KeyPlace:
        return Words::tr("Key place");
    case PlaceCandidate::Kind::Component:
        return Words::tr("Component");
    case PlaceCandidate::Kind::Grid:
        return Words::tr("Grid");
    case PlaceCandidate::Kind::Division:
        return Words::tr("Area");
    }
    return {};
}

QString titleOf(const PlaceCandidate &one)
{
    const bool isNumbered =
        one.kind == PlaceCandidate::Kind::Component || one.kind == PlaceCandidate::Kind::Grid;
    return isNumbered && one.title != one.id ? u"%1  %2"_s.arg(one.title, one.id) : one.title;
}

} // namespace gridward
