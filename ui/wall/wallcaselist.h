// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wall/wallpanel.h"
#include "ui/wall/wallwords.h"

#include <QHash>
#include <QList>
#include <QVariantAnimation>

namespace gridward {

/**
 * A few cases as large rows below a heading. A new one moves in from above while the others make
 * room; a row whose words changed repaints alone. Keeps values, asks nobody. GUI thread.
 */
class WallCaseList final : public WallPanel
{
    Q_OBJECT
public:
    enum class Style {
        Rows,      ///< two lines each
        Prominent, ///< three larger lines on a coloured ground
    };
    /** At most `capacity` rows; fewer where they would become too small to read. */
    WallCaseList(const QString &name, Style style, int capacity, QWidget *parent);

    void setHeading(const QString &heading);
    /** What is said when there is no row: nothing wrong, or why they are not there. */
    void setEmptyText(const QString &text);
    void setRows(const QList<WallRow> &rows);
    [[nodiscard]] const QList<WallRow> &rows() const { return mRows; }
    /** How many of the rows there is room for. */
    [[nodiscard]] int visibleRows() const;
    [[nodiscard]] QString emptyText() const { return mEmptyText; }
    [[nodiscard]] QString heading() const { return mHeading; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRect rowArea() const;
    [[nodiscard]] double rowHeight() const;
    [[nodiscard]] QRect rowBox(double position) const;
    /** Where a row is while it moves, in rows. */
    [[nodiscard]] double positionOf(qsizetype index) const;
    void startMoving(const QHash<QUuid, double> &before);
    void paintRow(QPainter &painter, const QRect &box, const WallRow &row) const;
    void paintProminent(QPainter &painter, const QRect &box, const WallRow &row) const;
    void paintLevelColumn(QPainter &painter, const QRect &box, const WallRow &row, double t) const;

    Style mStyle;
    int mCapacity;
    QString mHeading;
    QString mEmptyText;
    QList<WallRow> mRows;
    QHash<QUuid, double> mFrom; ///< where the moving rows come from
    QVariantAnimation mMove;
};

} // namespace gridward
