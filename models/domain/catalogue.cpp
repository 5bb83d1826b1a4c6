// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/catalogue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

QString legacyScheme()
{
    return u"GBT30428.2-2013"_s;
}

int codeLength(const QString &scheme)
{
    return scheme == defaultScheme() ? 5 : scheme == legacyScheme() ? 4 : 0;
}

QString exampleSource()
{
    return u"示例时限表（非国家标准） · example limits, not a national standard"_s;
}

std::optional<FilingStandard> standardOn(const QList<FilingStandard> &versions, QDate day)
{
    if (versions.isEmpty()) {
        return std::nullopt;
    }
    QList<FilingStandard> ordered = versions;
    std::ranges::sort(ordered, std::ranges::greater{}, &FilingStandard::version);
    const auto begun = std::ranges::find_if(ordered, [day](const FilingStandard &one) {
        return !one.validFrom.isValid() || one.validFrom <= day;
    });
    return begun != ordered.end() ? *begun : ordered.last();
}

QList<FilingStandard> applicableTo(const Case &subject, const QList<FilingStandard> &standards)
{
    const auto liesIn = [&subject](const QString &area) {
        return area.isEmpty() || area == subject.street || area == subject.community ||
               subject.grid.startsWith(area) || subject.street.startsWith(area);
    };
    QString smallest;
    for (const FilingStandard &standard : standards) {
        if (standard.area.size() > smallest.size() && liesIn(standard.area)) {
            smallest = standard.area; // the codes of divisions grow downwards
        }
    }
    QList<FilingStandard> result = standards;
    result.removeIf([&](const FilingStandard &one) { return one.area != smallest; });
    return result;
}

std::chrono::milliseconds clockLimit(const FilingStandard &standard)
{
    const bool hours =
        standard.limitUnit == LimitUnit::UrgentHour || standard.limitUnit == LimitUnit::WorkingHour;
    return std::chrono::hours(standard.limitValue * (hours ? 1 : 24));
}

} // namespace gridward
