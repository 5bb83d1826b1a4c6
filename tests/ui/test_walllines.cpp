// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/theme/theme.h"
#include "ui/wall/walllines.h"

#include <QImage>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

LinesContent linesOf(int count)
{
    LinesContent content;
    for (int i = 0; i < count; ++i) {
        WallLine line;
        line.key = QString::number(i);
        line.title = u"一街道%1"_s.arg(i);
        line.right = u"2 of 28 grids"_s;
        content.lines.append(line);
    }
    return content;
}

/** A list of so many lines in a tile of so many units. */
struct Tile
{
    static constexpr int kUnit = 20;
    WallLines lines{u"lines"_s, nullptr};

    Tile(int count, double wide, double high)
    {
        lines.setTheme(theme(ThemeName::Night));
        lines.setUnit(kUnit);
        lines.resize(static_cast<int>(wide * kUnit), static_cast<int>(high * kUnit));
        lines.show();
        lines.setContent(linesOf(count));
    }
    /** Whether text is painted in a part of the tile: lines between rows are faint. */
    [[nodiscard]] bool isInked(double from, double to)
    {
        const QImage picture = lines.grab().toImage();
        const int ground = qGray(picture.pixel(picture.width() / 2, picture.height() - 2));
        const int top = picture.height() / 3;
        for (int x = static_cast<int>(from * picture.width()); x < to * picture.width(); ++x) {
            for (int y = top; y < picture.height() - 2 * kUnit; ++y) {
                if (std::abs(qGray(picture.pixel(x, y)) - ground) > 90) {
                    return true;
                }
            }
        }
        return false;
    }
};

} // namespace

class TestWallLines : public QObject
{
    Q_OBJECT
private slots:
    void aNarrowTileTellsHowManyMoreThereAre()
    {
        Tile tile(40, 24, 20);
        QVERIFY(tile.lines.visibleLines() > 5);
        QVERIFY(tile.lines.visibleLines() < 15);
    }
    void aWideOneHasColumns()
    {
        const int one = Tile(40, 24, 20).lines.visibleLines();
        Tile three(40, 96, 20);
        QCOMPARE(three.lines.visibleLines(), 3 * one);
        Tile all(2 * one, 64, 20);
        QCOMPARE(all.lines.visibleLines(), 2 * one); // no "and 12 more" beside an empty half
        QVERIFY(all.isInked(0.51, 0.6));
        QVERIFY(all.isInked(0.9, 0.99));
    }
    void whatFitsIsNotTornApart()
    {
        Tile tile(4, 96, 20);
        QCOMPARE(tile.lines.visibleLines(), 4);
        QVERIFY(!tile.isInked(0.51, 0.6)); // one column, its figures at the right
        QVERIFY(tile.isInked(0.9, 0.99));
    }
};

static const TestRegistration<TestWallLines> sRegistration;

} // namespace gridward

#include "test_walllines.moc"
