// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/stamp.h"
#include "models/view/roundlist.h"

#include <QList>
#include <QString>
#include <QStringList>

class QPagedPaintDevice;
class QPainter;

namespace gridward {

/**
 * The list of a round on paper (A4, upright), black on white: a row a case with a box to tick; a
 * level is a shape and a word. A page ends between two cases, and every page has the head. In the
 * language of the moment; units are points. GUI thread.
 */
class RoundPaper
{
public:
    RoundPaper(const RoundList &list, const Stamp &stamp);

    /** How many pages it makes. */
    [[nodiscard]] int pageCount() const { return static_cast<int>(mPages.size()); }
    /** Paints all pages; false if the device cannot take them. */
    [[nodiscard]] bool paint(QPagedPaintDevice &device) const;

private:
    /** A line of the table: a case, or what stands above those of one community. */
    struct Row
    {
        qsizetype group = 0;               ///< in a heading the first one of its community
        const RoundEntry *entry = nullptr; ///< null: the heading of a group
        bool isContinued = false;          ///< the heading again, on the next page
        qreal top = 0.0;
        qreal height = 0.0;
    };
    using Page = QList<Row>;

    void layOut();
    [[nodiscard]] bool namesPeople(qsizetype group) const;
    [[nodiscard]] QStringList cellsOf(const RoundEntry &entry, qsizetype group) const;
    [[nodiscard]] qreal heightOf(const RoundEntry &entry, qsizetype group) const;
    void paintHead(QPainter &painter, int page) const;
    void paintFoot(QPainter &painter) const;
    void paintGroup(QPainter &painter, const Row &row) const;
    void paintEntry(QPainter &painter, const Row &row) const;
    [[nodiscard]] QString timeOf(Instant moment, const QString &format) const;
    [[nodiscard]] QString zoneText() const;

    RoundList mList;
    Stamp mStamp;
    QList<Page> mPages;
};

} // namespace gridward
