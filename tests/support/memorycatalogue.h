// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace gridward {

/** The catalogue of a MemoryStore, with the promises of Store. A plain value. */
class MemoryCatalogue
{
public:
    void write(const QList<CatalogueEntry> &rows)
    {
        for (const CatalogueEntry &row : rows) {
            const auto before = mClasses.find(keyOf(row.key));
            if (before != mClasses.end() && isWorthKeeping(before->second, row)) {
                CatalogueEntry old = before->second;
                old.validTo = old.validTo.isValid() ? old.validTo : row.validFrom;
                mHistory.append(old);
            }
            mClasses[keyOf(row.key)] = row;
        }
    }
    [[nodiscard]] Result<void> write(const QList<FilingStandard> &rows)
    {
        for (const FilingStandard &row : rows) {
            const auto [place, isNew] = mStandards.try_emplace({row.id, row.version}, row);
            FilingStandard dated = place->second;
            dated.validFrom = row.validFrom;
            dated.validTo = row.validTo;
            if (!isNew && dated != row) {
                return Error{ErrorCode::Conflict, QStringLiteral("it is not changed"), {}};
            }
            place->second = row;
        }
        return {};
    }

    [[nodiscard]] QStringList schemes() const
    {
        QStringList schemes;
        for (const auto &[key, row] : mClasses) {
            schemes.append(row.key.scheme);
        }
        schemes.sort();
        schemes.removeDuplicates();
        return schemes;
    }
    [[nodiscard]] QList<CatalogueEntry> classes(const QString &scheme) const
    {
        QList<CatalogueEntry> rows;
        for (const auto &[key, row] : mClasses) {
            if (row.key.scheme == scheme) {
                rows.append(row);
            }
        }
        return rows;
    }
    [[nodiscard]] std::optional<CatalogueEntry> entry(const ClassKey &key) const
    {
        const auto found = mClasses.find(keyOf(key));
        return found != mClasses.end() ? std::optional(found->second) : std::nullopt;
    }
    [[nodiscard]] QList<CatalogueEntry> history(const ClassKey &key) const
    {
        QList<CatalogueEntry> rows = mHistory;
        rows.removeIf([&](const CatalogueEntry &row) { return row.key != key; });
        return rows;
    }
    [[nodiscard]] QList<FilingStandard> inForce() const
    {
        std::map<QString, FilingStandard> newest;
        for (const auto &[key, row] : mStandards) {
            newest[row.id] = row; // they come by version
        }
        QList<FilingStandard> rows;
        for (const auto &[id, row] : newest) {
            if (row.isInForce()) {
                rows.append(row);
            }
        }
        std::ranges::stable_sort(
            rows, {}, [](const FilingStandard &row) { return keyOf(row.key); });
        return rows;
    }
    [[nodiscard]] std::optional<FilingStandard> standard(const QString &id, int version) const
    {
        const auto found = mStandards.find({id, version});
        return found != mStandards.end() ? std::optional(found->second) : std::nullopt;
    }
    [[nodiscard]] QList<FilingStandard> versions(const QString &id) const
    {
        QList<FilingStandard> rows;
        for (const auto &[key, row] : mStandards) {
            if (row.id == id) {
                rows.append(row);
            }
        }
        return rows;
    }

private:
    [[nodiscard]] static std::tuple<QString, QString, QString> keyOf(const ClassKey &key)
    {
        return {key.scheme, toId(key.kind), key.code};
    }
    [[nodiscard]] static bool isWorthKeeping(CatalogueEntry before, const CatalogueEntry &after)
    {
        const bool cameBack = !before.isInForce() && after.isInForce();
        before.validFrom = after.validFrom;
        before.validTo = after.validTo;
        return cameBack || before != after;
    }

    std::map<std::tuple<QString, QString, QString>, CatalogueEntry> mClasses;
    QList<CatalogueEntry> mHistory;
    std::map<std::pair<QString, int>, FilingStandard> mStandards;
};

} // namespace gridward
