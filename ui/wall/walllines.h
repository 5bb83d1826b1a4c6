// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wall/walltile.h"

namespace gridward {

/**
 * A list of two-line rows: what and where at the left, how it stands at the right. As many as there
 * is room for in a size that can be read, in columns where one is not enough and the tile is wide;
 * below them how many there are besides. GUI thread.
 */
class WallLines final : public WallTile
{
    Q_OBJECT
public:
    WallLines(const QString &name, QWidget *parent);

    void setContent(const LinesContent &content);
    [[nodiscard]] const QList<WallLine> &lines() const { return mLines; }
    /** What is said where there are none. */
    [[nodiscard]] const QString &emptyText() const { return mEmpty; }
    [[nodiscard]] int visibleLines() const;

protected:
    void restyle() override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] double rowHeight() const;
    [[nodiscard]] int columnWidth() const { return width() / mColumns; }
    /** So many of one column. */
    [[nodiscard]] int visibleRows() const;
    [[nodiscard]] QRect rowBox(double position) const;
    void paintLine(QPainter &painter, const QRect &box, const WallLine &line) const;
    void measure();
    /** Between the two parts of a right end, pixels. */
    [[nodiscard]] int gap(double size) const;
    /** Of all lines in text of that size: the left column and the right one, pixels. */
    [[nodiscard]] std::pair<int, int> widest(double size) const;

    QList<WallLine> mLines;
    QString mEmpty;
    RowMotion mMotion;
    double mSize = 1.0;  ///< of text, in units
    int mRightWidth = 0; ///< of the right column
    int mColumns = 1;    ///< of rows
    bool mHasLevels = false;
    bool mIsTwoLines = true;
    bool mTellsRest = true; ///< how many there are besides those shown
};

} // namespace gridward
