// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/simulation/democast.h"

#include "models/service/casedesk.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

DemoCast::DemoCast(const DemoDistrict &district, const std::vector<FilingStandard> &standards)
{
    addUsers(district);
    addUnits(district, standards);
}

void DemoCast::addUsers(const DemoDistrict &district)
{
    QHash<QString, QString> collectors;
    QHash<QString, QString> streetUsers;
    for (const User &user : district.users) {
        mActors.insert(user.name, actorOf(user));
        if (user.role == "acceptor"_L1 && !user.division.isEmpty()) {
            collectors.insert(user.division, user.name);
        } else if (user.role == "acceptor"_L1) {
            mAcceptors.append(user.name);
        } else if (user.role == "filer"_L1) {
            mFilers.append(user.name);
        } else if (user.role == "dispatcher"_L1) {
            mDispatchers.append(user.name);
        } else if (user.role == "checker"_L1) {
            mCheckers.append(user.name);
        } else if (user.role == "supervisor"_L1) {
            mSupervisors.append(user.name);
        } else if (user.role == "street"_L1) {
            streetUsers.insert(user.division, user.name);
        }
    }
    QHash<QString, int> streets;
    for (const UnitGrid &grid : district.grids) {
        if (!streets.contains(grid.street)) {
            streets.insert(grid.street, static_cast<int>(streets.size()));
        }
        mStreetOfGrid.push_back(streets.value(grid.street));
        mCollectorOfGrid.append(collectors.value(grid.community, mAcceptors.value(0)));
        mStreetUserOfGrid.append(streetUsers.value(grid.street));
    }
}

void DemoCast::addUnits(const DemoDistrict &district, const std::vector<FilingStandard> &standards)
{
    QHash<QString, QStringList> people; // of a unit, that handle
    QHash<QString, QString> unitOfPerson;
    for (const Person &person : district.people) {
        unitOfPerson.insert(person.id, person.organisation);
    }
    for (const Duty &duty : district.duties) {
        if (duty.role == "handler"_L1) {
            people[unitOfPerson.value(duty.person)].append(duty.person);
        }
    }
    QHash<QString, QString> handlers;
    for (const User &user : district.users) {
        if (user.role == "handler"_L1 && !user.actsForAllUnits) {
            handlers.insert(user.organisation, user.name);
        }
    }
    QHash<QString, int> places;
    const auto placeOf = [&](const QString &code, bool ofStreet) {
        if (!places.contains(code)) {
            places.insert(code, static_cast<int>(mUnits.size()));
            mUnits.push_back(
                {code, handlers.value(code, u"handler1"_s), people.value(code), ofStreet});
        }
        return places.value(code);
    };
    QStringList streets;
    for (const UnitGrid &grid : district.grids) {
        if (!streets.contains(grid.street)) {
            streets.append(grid.street);
        }
    }
    for (const QString &street : std::as_const(streets)) {
        mStreetUnits.emplace_back(placeOf(district.unitFor(u"subdistrict-office"_s, street), true),
                                  placeOf(district.unitFor(u"enforcement"_s, street), true));
    }
    for (const FilingStandard &standard : standards) {
        std::vector<int> units;
        for (const QString &street : std::as_const(streets)) {
            const QString code = district.unitFor(standard.unitKind, street);
            units.push_back(code.isEmpty() ? mStreetUnits[units.size()].first
                                           : placeOf(code, false));
        }
        mUnitOfStandard.push_back(units);
    }
}

const DemoCast::Unit &DemoCast::unitFor(int standard, int grid, bool other) const
{
    const int street = mStreetOfGrid[static_cast<std::size_t>(grid)];
    const int unit =
        mUnitOfStandard[static_cast<std::size_t>(standard)][static_cast<std::size_t>(street)];
    const auto &[office, team] = mStreetUnits[static_cast<std::size_t>(street)];
    const int chosen = !other ? unit : unit == office ? team : office;
    return mUnits[static_cast<std::size_t>(chosen)];
}

const DemoCast::Unit *DemoCast::unit(const QString &code) const
{
    const auto found = std::ranges::find(mUnits, code, &Unit::code);
    return found == mUnits.end() ? nullptr : &*found;
}

SceneCast DemoCast::sceneCast(int grid, const QString &dispatcher) const
{
    const int street = mStreetOfGrid[static_cast<std::size_t>(grid)];
    const Unit &team =
        mUnits[static_cast<std::size_t>(mStreetUnits[static_cast<std::size_t>(street)].second)];
    SceneCast scene{actor(mCollectorOfGrid.at(grid)),
                    actor(dispatcher),
                    actor(mSupervisors.value(0)),
                    actor(team.handler)};
    scene.called.organisation = team.code;
    return scene;
}

QString oneOf(const QStringList &list, RandomStream &random)
{
    return list.isEmpty() ? QString() : list.at(random.pickOf(list.size()));
}

QString simulatedReason(CaseAction action, RandomStream &random)
{
    static const QStringList kRefuse{
        u"不属于网格管理范围，已告知反映人"_s, u"现场未达到立案条件"_s, u"属其他区管辖，已转出"_s};
    static const QStringList kVoid{
        u"重复上报"_s, u"现场核实问题不存在"_s, u"位置有误，已重新上报"_s};
    static const QStringList kReturn{u"非本单位职责，申请退回"_s, u"权属不符，请重新派遣"_s};
    static const QStringList kRework{
        u"现场未处置到位"_s, u"问题仍然存在，请继续处置"_s, u"照片与现场不符"_s};
    static const QStringList kReopen{u"反映人回访不满意"_s, u"问题反弹"_s};
    switch (action) {
    case CaseAction::Refuse:
        return oneOf(kRefuse, random);
    case CaseAction::Void:
        return oneOf(kVoid, random);
    case CaseAction::Return:
        return oneOf(kReturn, random);
    case CaseAction::Rework:
        return oneOf(kRework, random);
    case CaseAction::Reopen:
        return oneOf(kReopen, random);
    default:
        return {};
    }
}

} // namespace gridward
