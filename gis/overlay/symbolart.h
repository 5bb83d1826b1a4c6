// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/service/mapport.h"

#include <QColor>
#include <QFont>
#include <QImage>
#include <QPointF>
#include <QString>

#include <array>

class QPainter;

namespace gridward {

/** Pictograms are counted from 1 to this. */
inline constexpr int kPictograms = 10;
/** Clusters come in this many sizes. */
inline constexpr int kClusterSizes = 4;
/** The overdue part of a cluster is shown in so many steps. */
inline constexpr int kOverdueSteps = 12;

/** The colour of a level: the same on the map, in its legend and on paper. */
[[nodiscard]] QColor levelColor(CaseLevel level, MapTheme theme);
/** The colour of what stands on that colour: number and pictogram. */
[[nodiscard]] QColor levelInk(CaseLevel level, MapTheme theme);
/** The ring around what is overdue; like none of the levels. */
[[nodiscard]] QColor overdueColor(MapTheme theme);
[[nodiscard]] QColor staffColor(MapTheme theme);

/** 0 (below ten) to kClusterSizes - 1. */
[[nodiscard]] int clusterSizeOf(int count);
/** 0 (none) to kOverdueSteps (all); one at least if there is any. */
[[nodiscard]] int overdueStepsOf(int overdue, int count);
/** "9999", then "1万" and "1.2万" in Chinese, "10k" and "12k" elsewhere. */
[[nodiscard]] QString countText(int count, bool chinese);

/**
 * Draws symbols of cases and staff as vectors, in logical pixels around the painter's origin: onto
 * paper as they are, onto the screen by way of SymbolAtlas. A value; any thread after building.
 */
class SymbolArt
{
public:
    explicit SymbolArt(MapTheme theme);

    [[nodiscard]] MapTheme theme() const { return mTheme; }
    /** `pictogram`: 1 to kPictograms, or 0 for none. */
    void drawCase(QPainter &painter, CaseLevel level, int pictogram, bool overdue) const;
    /** The disc of a cluster; then its arc, badge and number are laid over it, in this order. */
    void drawCluster(QPainter &painter, CaseLevel level, int size) const;
    void drawOverdueArc(QPainter &painter, int size, int steps) const;
    /** The shape of the level beside the number; nothing for blue, whose shape the disc is. */
    void drawBadge(QPainter &painter, CaseLevel level, int size) const;
    void drawStaff(QPainter &painter, bool several) const;
    void drawNumber(QPainter &painter, const QString &text, const QColor &ink) const;
    [[nodiscard]] QFont numberFont(qsizetype length) const;
    [[nodiscard]] QColor staffInk() const;

private:
    void drawPictogram(
        QPainter &painter, int pictogram, QPointF middle, double size, const QColor &ink) const;

    MapTheme mTheme;
    std::array<QByteArray, kPictograms> mPictograms; ///< SVG; empty if it is not there
};

} // namespace gridward
