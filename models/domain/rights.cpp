// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/rights.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace gridward {

namespace {

using A = CaseAction;

struct RoleRights
{
    const char *role;
    std::initializer_list<CaseAction> actions;
};

constexpr std::initializer_list<CaseAction> kNone{};
constexpr std::initializer_list<CaseAction> kAcceptor{A::Report};
constexpr std::initializer_list<CaseAction> kFiler{
    A::Verify, A::File, A::Refuse, A::Void, A::Close, A::Reopen, A::Archive};
constexpr std::initializer_list<CaseAction> kDispatcher{A::Dispatch, A::Transfer, A::Rework};
constexpr std::initializer_list<CaseAction> kHandler{A::Accept, A::Return, A::Handle, A::Feedback};
constexpr std::initializer_list<CaseAction> kStreet{A::Assign};
constexpr std::initializer_list<CaseAction> kChecker{A::Verify, A::Check, A::Rework};
constexpr std::initializer_list<CaseAction> kSupervisor{A::Check, A::Rework, A::Urge, A::Supervise};

constexpr std::array kRights{RoleRights{"acceptor", kAcceptor},
                             RoleRights{"filer", kFiler},
                             RoleRights{"dispatcher", kDispatcher},
                             RoleRights{"handler", kHandler},
                             RoleRights{"street", kStreet},
                             RoleRights{"checker", kChecker},
                             RoleRights{"supervisor", kSupervisor},
                             RoleRights{"analyst", kNone},
                             RoleRights{"leader", kNone},
                             RoleRights{"admin", kNone}};
constexpr const char *kOwner = "owner";

} // namespace

QStringList roleIds()
{
    QStringList ids;
    for (const RoleRights &entry : kRights) {
        ids.append(QString::fromLatin1(entry.role));
    }
    ids.append(QString::fromLatin1(kOwner));
    return ids;
}

bool mayDo(const QString &role, CaseAction action)
{
    if (role == QLatin1String(kOwner)) {
        return true;
    }
    for (const RoleRights &entry : kRights) {
        if (role == QLatin1String(entry.role)) {
            return std::ranges::find(entry.actions, action) != entry.actions.end();
        }
    }
    return false;
}

} // namespace gridward
