// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/rights.h"

#include "models/domain/idtable.h"
#include "models/domain/lifecycle.h"

#include <algorithm>
#include <array>

namespace gridward {

namespace {

constexpr std::array kRoles{IdOf{Role::Acceptor, "acceptor"},
                            IdOf{Role::Filer, "filer"},
                            IdOf{Role::Dispatcher, "dispatcher"},
                            IdOf{Role::Handler, "handler"},
                            IdOf{Role::Street, "street"},
                            IdOf{Role::Checker, "checker"},
                            IdOf{Role::Supervisor, "supervisor"},
                            IdOf{Role::Analyst, "analyst"},
                            IdOf{Role::Leader, "leader"},
                            IdOf{Role::Admin, "admin"},
                            IdOf{Role::Owner, "owner"},
                            IdOf{Role::System, "system"}};

} // namespace

QString toId(Role role)
{
    return idIn(kRoles, role);
}

std::optional<Role> roleFromId(QStringView id)
{
    return valueIn(kRoles, id);
}

QStringList roleIds()
{
    QStringList ids;
    for (const auto &entry : kRoles) {
        if (entry.value != Role::System) {
            ids.append(QString::fromLatin1(entry.id));
        }
    }
    return ids;
}

bool mayDo(Role role, CaseAction action)
{
    if (action == CaseAction::Report) {
        return reporters().contains(role);
    }
    return std::ranges::any_of(lifeCycle(), [&](const Transition &row) {
        return row.action == action && row.roles.contains(role);
    });
}

bool mayDo(const QString &role, CaseAction action)
{
    const std::optional<Role> known = roleFromId(role);
    return known && mayDo(*known, action);
}

} // namespace gridward
