// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/overlay/symbolart.h"

#include <QImage>
#include <QPoint>
#include <QRect>

#include <array>
#include <functional>
#include <utility>
#include <vector>

class QPainter;

namespace gridward {

/**
 * Every symbol drawn once, for one theme and one density of pixels: a frame then only copies. All
 * positions are device pixels of the middle of the symbol. Immutable; any thread.
 */
class SymbolAtlas
{
public:
    /** `scale`: device pixels to a logical pixel. */
    SymbolAtlas(const SymbolArt &art, double scale);

    [[nodiscard]] double scale() const { return mScale; }

    void drawCase(QPainter &painter, QPoint at, CaseLevel level, int pictogram, bool overdue) const;
    void drawCluster(
        QPainter &painter, QPoint at, CaseLevel level, int count, int overdue, bool chinese) const;
    void drawStaff(QPainter &painter, QPoint at, int count) const;

private:
    /** Glyphs of numbers: the ten figures, then ".", "万", "k". */
    static constexpr int kGlyphs = 13;
    struct Glyph
    {
        QRect source;
        int advance = 0;
    };
    /** One font in one ink. */
    struct Figures
    {
        std::array<Glyph, kGlyphs> glyphs;
        int rise = 0; ///< from the middle of the figures up to the top of their pictures
    };
    enum Ink { Light, Dark, Staff, InkCount };
    enum Size { Large, Small, SizeCount };

    /** Glyph numbers of a count, without asking for memory. */
    struct Digits
    {
        std::array<std::int8_t, 12> glyphs{};
        int length = 0;

        void push(int glyph);
        static Digits of(int count, bool chinese);
    };

    using Draw = std::function<void(QPainter &)>;
    void makeSheet(int height, const std::vector<std::pair<QRect, Draw>> &work);
    void drawFigures(const SymbolArt &art);
    void blit(QPainter &painter, QPoint at, const QRect &source) const;
    void drawCount(QPainter &painter, QPoint at, const Digits &digits, Ink ink) const;
    [[nodiscard]] Ink inkOf(CaseLevel level) const;

    double mScale;
    MapTheme mTheme;
    QImage mSheet;
    std::array<std::array<std::array<QRect, 2>, kPictograms>, 4> mCases; ///< level, picture, late
    std::array<std::array<QRect, kClusterSizes>, 4> mClusters;
    std::array<std::array<QRect, kClusterSizes>, 4> mBadges;
    std::array<std::array<QRect, kOverdueSteps + 1>, kClusterSizes> mArcs;
    std::array<QRect, 2> mStaff;
    std::array<std::array<Figures, SizeCount>, InkCount> mFigures;
};

} // namespace gridward
