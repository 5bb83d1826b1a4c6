// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/personal.h"
#include "models/service/casedesk.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace gridward {

/** What stands in the form of the call desk: what a draft keeps and a crash must not lose. */
struct IntakeContent
{
    QString typed; ///< in the field of the place
    std::optional<GeoPoint> place;
    bool exact = true; ///< the place is no more than somewhere in an area
    QString component; ///< code
    QString address;
    QString classTyped; ///< while no class is chosen
    CaseKind kind = CaseKind::Matter;
    QString classCode; ///< empty: none is chosen
    QString text;
    CaseSource source = CaseSource::Hotline;
    std::optional<CaseLevel> level; ///< nothing: by the rules
    Caller caller;
    QStringList photos; ///< files
    /** Who has written the address: what the program filled in goes when the place goes. */
    enum class AddressFrom { Caller, Place, Program };
    /** Place: the words typed as the place, where nothing is called exactly so. */
    AddressFrom addressFrom = AddressFrom::Caller;

    bool operator==(const IntakeContent &) const = default;

    /** Nothing that anybody would miss. */
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QJsonObject toJson() const;
    /** What cannot be read is left out: half a draft is better than none. */
    [[nodiscard]] static IntakeContent fromJson(const QJsonObject &json);
};

} // namespace gridward
