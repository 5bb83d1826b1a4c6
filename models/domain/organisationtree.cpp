// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/organisationtree.h"

#include <QSet>

#include <algorithm>

namespace gridward {

QList<Organisation> withThoseBelow(const QList<Organisation> &all, const QString &code)
{
    const auto root = std::ranges::find(all, code, &Organisation::code);
    if (code.isEmpty() || root == all.end()) {
        return {};
    }
    QList<Organisation> found{*root};
    QSet<QString> taken{code}; // a circle of parents is no reason to go on for ever
    for (qsizetype next = 0; next < found.size(); ++next) {
        const QString parent = found.at(next).code;
        for (const Organisation &one : all) {
            if (one.parent == parent && !taken.contains(one.code)) {
                taken.insert(one.code);
                found.append(one);
            }
        }
    }
    return found;
}

} // namespace gridward
