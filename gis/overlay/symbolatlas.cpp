// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/overlay/symbolatlas.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kCaseBox = 40;    ///< logical pixels around a single case
constexpr int kClusterBox = 54; ///< around a cluster, with its badge
constexpr int kStaffBox = 28;
constexpr int kColumns = 24; ///< of clusters, in the sheet

/** Hands out boxes of the sheet row by row. */
class Shelf
{
public:
    Shelf(int width, double scale)
        : mWidth(width)
        , mScale(scale)
    {
    }
    QRect take(double width, double height)
    {
        const QSize size(static_cast<int>(std::ceil(width * mScale)),
                         static_cast<int>(std::ceil(height * mScale)));
        if (mNext.x() + size.width() > mWidth) {
            mNext = {0, mNext.y() + mRow};
            mRow = 0;
        }
        const QRect box(mNext, size);
        mNext.rx() += size.width();
        mRow = std::max(mRow, size.height());
        return box;
    }
    [[nodiscard]] int height() const { return mNext.y() + mRow; }

private:
    int mWidth;
    double mScale;
    QPoint mNext;
    int mRow = 0;
};

constexpr std::array kLevels{CaseLevel::Blue, CaseLevel::Yellow, CaseLevel::Orange, CaseLevel::Red};

const QString kGlyphTexts = u"0123456789.万k"_s;
constexpr int kPoint = 10;
constexpr int kTenThousand = 11;
constexpr int kThousand = 12;

} // namespace

void SymbolAtlas::Digits::push(int glyph)
{
    glyphs.at(static_cast<std::size_t>(length++)) = static_cast<std::int8_t>(glyph);
}

SymbolAtlas::Digits SymbolAtlas::Digits::of(int count, bool chinese)
{
    Digits digits;
    const auto number = [&digits](int value) {
        int unit = 1;
        while (value / unit >= 10) {
            unit *= 10;
        }
        for (; unit > 0; unit /= 10) {
            digits.push(value / unit % 10);
        }
    };
    // The same as countText(), which would ask for memory in every frame.
    if (count < 10'000) {
        number(count);
    } else if (!chinese) {
        number(count / 1000);
        digits.push(kThousand);
    } else {
        number(count / 10'000);
        if (const int tenth = count / 1000 % 10; tenth != 0 && count < 100'000) {
            digits.push(kPoint);
            digits.push(tenth);
        }
        digits.push(kTenThousand);
    }
    return digits;
}

SymbolAtlas::SymbolAtlas(const SymbolArt &art, double scale)
    : mScale(scale)
    , mTheme(art.theme())
{
    std::vector<std::pair<QRect, Draw>> work;
    Shelf shelf(static_cast<int>(std::ceil(kColumns * kClusterBox * scale)), scale);
    const auto add = [&](QRect &slot, int box, Draw draw) {
        slot = shelf.take(box, box);
        work.emplace_back(slot, std::move(draw));
    };
    for (const CaseLevel level : kLevels) {
        const auto row = static_cast<std::size_t>(level);
        for (int pictogram = 1; pictogram <= kPictograms; ++pictogram) {
            for (const bool late : {false, true}) {
                add(mCases.at(row).at(static_cast<std::size_t>(pictogram - 1))[late ? 1 : 0],
                    kCaseBox,
                    [&art, level, pictogram, late](QPainter &painter) {
                        art.drawCase(painter, level, pictogram, late);
                    });
            }
        }
        for (int size = 0; size < kClusterSizes; ++size) {
            const auto column = static_cast<std::size_t>(size);
            add(mClusters.at(row).at(column), kClusterBox, [&art, level, size](QPainter &painter) {
                art.drawCluster(painter, level, size);
            });
            add(mBadges.at(row).at(column), kClusterBox, [&art, level, size](QPainter &painter) {
                art.drawBadge(painter, level, size);
            });
        }
    }
    for (int size = 0; size < kClusterSizes; ++size) {
        for (int steps = 1; steps <= kOverdueSteps; ++steps) {
            add(mArcs.at(static_cast<std::size_t>(size)).at(static_cast<std::size_t>(steps)),
                kClusterBox,
                [&art, size, steps](QPainter &painter) {
                    art.drawOverdueArc(painter, size, steps);
                });
        }
    }
    for (const bool several : {false, true}) {
        add(mStaff[several ? 1 : 0], kStaffBox, [&art, several](QPainter &painter) {
            art.drawStaff(painter, several);
        });
    }
    for (auto &inks : mFigures) {
        for (Figures &figures : inks) {
            for (Glyph &glyph : figures.glyphs) {
                glyph.source = shelf.take(18, 20);
            }
        }
    }
    makeSheet(shelf.height(), work);
    drawFigures(art);
}

void SymbolAtlas::makeSheet(int height, const std::vector<std::pair<QRect, Draw>> &work)
{
    mSheet = QImage(static_cast<int>(std::ceil(kColumns * kClusterBox * mScale)),
                    height,
                    QImage::Format_ARGB32_Premultiplied);
    mSheet.fill(Qt::transparent);
    QPainter painter(&mSheet);
    for (const auto &[box, draw] : work) {
        painter.save();
        // The middle of the symbol is a corner of pixels: what is straight stays sharp.
        painter.translate(box.topLeft() + QPoint(box.width() / 2, box.height() / 2));
        painter.scale(mScale, mScale);
        draw(painter);
        painter.restore();
    }
}

void SymbolAtlas::drawFigures(const SymbolArt &art)
{
    QPainter painter(&mSheet);
    painter.setRenderHint(QPainter::TextAntialiasing);
    const std::array<QColor, InkCount> inks{levelInk(CaseLevel::Blue, MapTheme::Day),
                                            levelInk(CaseLevel::Yellow, MapTheme::Day),
                                            art.staffInk()};
    for (int ink = 0; ink < InkCount; ++ink) {
        for (int size = 0; size < SizeCount; ++size) {
            Figures &figures =
                mFigures.at(static_cast<std::size_t>(ink)).at(static_cast<std::size_t>(size));
            QFont font = art.numberFont(size == Large ? 1 : 4);
            font.setPixelSize(static_cast<int>(std::lround(font.pixelSize() * mScale)));
            // Grey shades only: coloured fringes do not suit a transparent ground.
            font.setStyleStrategy(QFont::NoSubpixelAntialias);
            const QFontMetricsF metrics(font);
            const int baseline = static_cast<int>(std::lround(15.0 * mScale));
            figures.rise = baseline - static_cast<int>(std::lround(metrics.capHeight() / 2.0));
            painter.setFont(font);
            painter.setPen(inks.at(static_cast<std::size_t>(ink)));
            for (int i = 0; i < kGlyphs; ++i) {
                Glyph &glyph = figures.glyphs.at(static_cast<std::size_t>(i));
                const QString text = kGlyphTexts.mid(i, 1);
                glyph.advance = static_cast<int>(std::lround(metrics.horizontalAdvance(text)));
                painter.drawText(glyph.source.topLeft() + QPoint(2, baseline), text);
            }
        }
    }
}

void SymbolAtlas::blit(QPainter &painter, QPoint at, const QRect &source) const
{
    painter.drawImage(
        QPoint(at.x() - source.width() / 2, at.y() - source.height() / 2), mSheet, source);
}

SymbolAtlas::Ink SymbolAtlas::inkOf(CaseLevel level) const
{
    return levelInk(level, mTheme).lightness() > 128 ? Light : Dark;
}

void SymbolAtlas::drawCount(QPainter &painter, QPoint at, const Digits &digits, Ink ink) const
{
    const Figures &figures = mFigures.at(ink).at(digits.length < 4 ? Large : Small);
    int width = 0;
    for (int i = 0; i < digits.length; ++i) {
        width += figures.glyphs
                     .at(static_cast<std::size_t>(digits.glyphs.at(static_cast<std::size_t>(i))))
                     .advance;
    }
    QPoint place(at.x() - (width + 1) / 2 - 2, at.y() - figures.rise);
    for (int i = 0; i < digits.length; ++i) {
        const Glyph &glyph = figures.glyphs.at(
            static_cast<std::size_t>(digits.glyphs.at(static_cast<std::size_t>(i))));
        painter.drawImage(place, mSheet, glyph.source);
        place.rx() += glyph.advance;
    }
}

void SymbolAtlas::drawCase(
    QPainter &painter, QPoint at, CaseLevel level, int pictogram, bool overdue) const
{
    blit(painter,
         at,
         mCases.at(static_cast<std::size_t>(level))
             .at(static_cast<std::size_t>(pictogram - 1))[overdue ? 1 : 0]);
}

void SymbolAtlas::drawCluster(
    QPainter &painter, QPoint at, CaseLevel level, int count, int overdue, bool chinese) const
{
    const auto row = static_cast<std::size_t>(level);
    const auto size = static_cast<std::size_t>(clusterSizeOf(count));
    blit(painter, at, mClusters.at(row).at(size));
    if (const int steps = overdueStepsOf(overdue, count); steps > 0) {
        blit(painter, at, mArcs.at(size).at(static_cast<std::size_t>(steps)));
    }
    if (level != CaseLevel::Blue) {
        blit(painter, at, mBadges.at(row).at(size));
    }
    drawCount(painter, at, Digits::of(count, chinese), inkOf(level));
}

void SymbolAtlas::drawStaff(QPainter &painter, QPoint at, int count) const
{
    blit(painter, at, mStaff[count > 1 ? 1 : 0]);
    if (count > 1) {
        drawCount(painter, at, Digits::of(count, false), Staff);
    }
}

} // namespace gridward
