// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/hourofweek.h"

#include <QWidget>

namespace gridward {

/**
 * How many cases each hour of the week has, seven rows by twenty-four columns, in colours and, of
 * the cell under the mouse or the cursor, in numbers. Cells are chosen by clicking and dragging, or
 * with arrow keys and Space (with Shift from the last one on); Escape chooses none. GUI thread.
 */
class HourMatrix final : public QWidget
{
    Q_OBJECT
public:
    explicit HourMatrix(QWidget *parent = nullptr);

    void setCounts(const HourCounts &counts);
    [[nodiscard]] const HourCounts &counts() const { return mCounts; }
    void setChosen(const HourChoice &chosen);
    [[nodiscard]] const HourChoice &chosen() const { return mChosen; }
    /** "Monday, 08:00 to 09:00: 12 cases" */
    [[nodiscard]] QString cellText(int hour) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void chosenChanged();
    /** What is under the mouse or the cursor, in words; empty: nothing. */
    void hovered(const QString &text);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QRectF cell(int hour) const;
    [[nodiscard]] int hourAt(const QPointF &place) const;
    /** The block of cells between two of them, added to what was chosen before. */
    void chooseBlock(int from, int to);
    void choose(const HourChoice &chosen);
    void tell(int hour);
    void retranslate();

    HourCounts mCounts{};
    qint64 mMost = 0;
    HourChoice mChosen;
    HourChoice mBefore; ///< what was chosen when a block was begun
    int mFrom = -1;     ///< where a block was begun
    int mCursor = 0;
    int mUnder = -1; ///< the mouse is over that one
};

} // namespace gridward
