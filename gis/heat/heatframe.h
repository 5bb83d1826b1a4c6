// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QRectF>
#include <QString>
#include <QStringList>

class QgsLayout;
class QgsLayoutItem;
class QgsLayoutItemLabel;
class QgsLayoutItemMap;
class QgsLayoutItemScaleBar;

namespace gridward {

/**
 * The frame of a sheet, as a template of QGIS (.qpt) draws it: one page whose items have the ids of
 * itemIds(). It grows with the paper: lettering and lines by the paper's side to the power of 0.7,
 * since large sheets are read from further away, but not as far as they are larger; an item across
 * the middle of the page takes what room is left, and what lies beyond the middle moves along.
 * Lengths are millimetres. GUI thread; the layout must outlive it.
 */
class HeatFrame
{
public:
    /** "title", "map" …: what a template has to name. */
    [[nodiscard]] static QStringList itemIds();

    /** The template of the file, or our own for an empty name. NotFound, Unreadable, InvalidInput
     * with the id that misses or is of another kind. */
    [[nodiscard]] static Result<HeatFrame> load(QgsLayout &layout, const QString &file);

    /** As the template has it, before it was fitted. */
    [[nodiscard]] const QSizeF &drawnSize() const { return mDrawn; }
    /** How many times as large letters are on such a page. */
    [[nodiscard]] double unitOn(const QSizeF &page) const;
    /** Where the map lies on such a page. */
    [[nodiscard]] QRectF mapOn(const QSizeF &page) const;
    /** Lays everything on a page of that size; once. */
    void fitTo(const QSizeF &page);

    [[nodiscard]] double unit() const { return mUnit; }
    [[nodiscard]] QgsLayoutItemMap &map() const;
    [[nodiscard]] QgsLayoutItemScaleBar &scaleBar() const;
    [[nodiscard]] QgsLayoutItemLabel &label(const QString &id) const;
    [[nodiscard]] QgsLayoutItem &item(const QString &id) const;
    /** Where an item lies. */
    [[nodiscard]] QRectF boxOf(const QString &id) const;

private:
    explicit HeatFrame(QgsLayout &layout);
    [[nodiscard]] Result<void> check(const QString &file) const;
    [[nodiscard]] QRectF placed(const QRectF &box, const QSizeF &page, double unit) const;
    void enlarge(QgsLayoutItem &item) const;

    QgsLayout *mLayout;
    QSizeF mDrawn;
    double mUnit = 1.0;
};

/** How many times as large letters are on a page as on the one they were drawn for. */
[[nodiscard]] double letteringOn(const QSizeF &page, const QSizeF &drawn);
/** Millimetres that a line takes in the letters of a label. */
[[nodiscard]] double lineWidth(const QgsLayoutItemLabel &label, const QString &text);
/**
 * Letters in which the text, in as many lines as the box has room for, fits into it: as they are if
 * they can be, smaller otherwise, down to `least` of their size; text that is too long even then
 * ends in "…".
 */
void fitText(QgsLayoutItemLabel &label, const QSizeF &box, const QString &text, double least);
/** The text in lines of that width at most, broken between words. */
[[nodiscard]] QStringList
wrappedText(const QgsLayoutItemLabel &label, const QString &text, double width);
/** The line, or as much of it as has room in so many millimetres. */
[[nodiscard]] QString
fittingText(const QgsLayoutItemLabel &label, const QString &text, double width);

} // namespace gridward
