// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/streetport.h" // for moc

namespace gridward {

QStringList StreetOffice::unitCodes() const
{
    QStringList codes;
    for (const Organisation &unit : units) {
        codes.append(unit.code);
    }
    return codes;
}

} // namespace gridward
