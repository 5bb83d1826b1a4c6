// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/district.h"
#include "models/domain/result.h"
#include "models/store/store.h"

#include <QHash>
#include <QList>
#include <QString>

namespace gridward {

/** A name in Chinese and, where there is one, in English. */
struct BilingualName
{
    QString name;
    QString nameEn;

    [[nodiscard]] const QString &in(bool english) const
    {
        return english && !nameEn.isEmpty() ? nameEn : name;
    }
    bool operator==(const BilingualName &) const = default;
};

/** A node of the division tree, or a unit grid at its end. */
struct NamedArea
{
    QString code;
    QString parent;
    QString level; ///< as Division::level, or "grid"
    QString name;

    bool operator==(const NamedArea &) const = default;
};

/**
 * What the codes in cases are called. A plain value, copied out of a store once and again when it
 * changes; a code without a name is its own name.
 */
class DistrictNames
{
public:
    /** Blocks; on the store's thread. */
    [[nodiscard]] static Result<DistrictNames> read(Store &store);

    [[nodiscard]] QString division(const QString &code) const;
    [[nodiscard]] QString grid(const QString &code) const;
    [[nodiscard]] QString unit(const QString &code, bool english) const;
    [[nodiscard]] QString className(const ClassKey &key, bool english) const;
    /** Code of the major class (大类): of matters and components alike. */
    [[nodiscard]] QString majorClass(const ClassKey &key) const;

    /** Units and streets for choosing from, by code. */
    [[nodiscard]] const QHash<QString, BilingualName> &units() const { return mUnits; }
    [[nodiscard]] const QHash<QString, QString> &streets() const { return mStreets; }
    /** Divisions, parents before children, and grids behind them. */
    [[nodiscard]] const QList<NamedArea> &areas() const { return mAreas; }
    /**
     * "一街道 · 一社区 · 第1网格": where an area lies, without the district itself; "一街道 ·
     * 一社区第1网格" where a name has its community's in it.
     */
    [[nodiscard]] QString path(const QString &code) const;

private:
    struct ClassName
    {
        BilingualName name;
        QString majorCode;
    };
    QHash<QString, QString> mDivisions;
    QHash<QString, QString> mStreets;
    QHash<QString, QString> mGrids;
    QHash<QString, BilingualName> mUnits;
    QList<NamedArea> mAreas;
    QHash<QString, qsizetype> mAreaRows; ///< by code
    QHash<QString, ClassName> mClasses;  ///< by scheme, kind and code
};

} // namespace gridward
