// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogue.h"
#include "models/service/pinyin.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace gridward {

/**
 * Finds a class as a call taker types it: its code, the initials of its pinyin (bllj = 暴露垃圾),
 * the pinyin in full, or words of its name in Chinese or English. Immutable once made; any thread.
 */
class ClassFinder
{
public:
    /** How often a class was reported of late, by classId(): usual ones come first among equals. */
    using Use = QHash<QString, int>;

    [[nodiscard]] static std::shared_ptr<const ClassFinder>
    make(const QList<CatalogueEntry> &entries, const Use &use = {});

    /**
     * Best first: the code, the initials, the name from its beginning, then what contains it; the
     * usual ones first among equals. Without a text the usual ones of all.
     */
    [[nodiscard]] QList<CatalogueEntry> find(const QString &text, int limit) const;
    [[nodiscard]] qsizetype size() const { return mRows.size(); }

private:
    /** What a class is found by. */
    struct Row
    {
        CatalogueEntry entry;
        QString name; ///< Chinese, without punctuation
        QString english;
        QList<QStringList> sounds; ///< the readings of each character of the name
        int use = 0;
    };
    [[nodiscard]] static int rankOf(const Row &row, const QString &text);

    QList<Row> mRows; ///< the usual ones first
};

/** "matter/06010": kind and code of a class, of whatever scheme. */
[[nodiscard]] QString classId(const ClassKey &key);

} // namespace gridward
