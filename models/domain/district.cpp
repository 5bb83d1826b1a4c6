// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/district.h"

#include "models/domain/idtable.h"

#include <algorithm>
#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {
constexpr std::array kTypes{IdOf{GridType::Residential, "residential"},
                            IdOf{GridType::Business, "business"},
                            IdOf{GridType::Enterprise, "enterprise"},
                            IdOf{GridType::Crowded, "crowded"}};
constexpr std::array kLevels{IdOf{GridLevel::Daily, "daily"},
                             IdOf{GridLevel::General, "general"},
                             IdOf{GridLevel::Key, "key"},
                             IdOf{GridLevel::Comprehensive, "comprehensive"}};
} // namespace

QString toId(GridType type)
{
    return idIn(kTypes, type);
}

QString toId(GridLevel level)
{
    return idIn(kLevels, level);
}

std::optional<GridType> gridTypeFromId(QStringView id)
{
    return valueIn(kTypes, id);
}

std::optional<GridLevel> gridLevelFromId(QStringView id)
{
    return valueIn(kLevels, id);
}

std::optional<GridCodeTemplate> GridCodeTemplate::parse(const QString &text)
{
    GridCodeTemplate result;
    for (const QString &part : text.split(u'+')) {
        bool isNumber = false;
        const int length = part.trimmed().toInt(&isNumber);
        if (!isNumber || length < 1 || length > 12) {
            return std::nullopt;
        }
        result.mParts.append(length);
    }
    return result.mParts.size() >= 2 ? std::optional(result) : std::nullopt;
}

GridCodeTemplate GridCodeTemplate::standard()
{
    GridCodeTemplate result;
    result.mParts = {6, 3, 3, 3};
    return result;
}

int GridCodeTemplate::length() const
{
    return std::accumulate(mParts.begin(), mParts.end(), 0);
}

bool GridCodeTemplate::matches(const QString &code) const
{
    return code.size() == length() &&
           std::ranges::all_of(code, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QString GridCodeTemplate::communityOf(const QString &code) const
{
    return code.left(length() - mParts.last());
}

QString GridCodeTemplate::text() const
{
    QStringList parts;
    for (const int part : mParts) {
        parts.append(QString::number(part));
    }
    return parts.join(u'+');
}

} // namespace gridward
