// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/analysisport.h"

#include <QWidget>

namespace gridward {

/**
 * Two maps of the same ground: one alone, both beside each other, or one laid on the other as far
 * as a divider that is dragged, or moved with the arrow keys. Becomes the parent of both; GUI
 * thread.
 */
class SwipeView final : public QWidget
{
    Q_OBJECT
public:
    SwipeView(QWidget *left, QWidget *right, QWidget *parent = nullptr);

    void setLayoutOfTwo(HeatLayout layout);
    [[nodiscard]] HeatLayout layoutOfTwo() const { return mLayout; }
    /** What the two show, in words; empty: nothing is written. */
    void setWords(const QString &left, const QString &right);
    /** Of the width, from 0 to 1. */
    void setShare(double share);
    [[nodiscard]] double share() const { return mShare; }
    void retranslate();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    class Divider;
    class Tag;

    void place();

    QWidget *mLeft;
    QWidget *mClip; ///< shows its part of the right one
    QWidget *mRight;
    Divider *mDivider;
    Tag *mLeftWords;
    Tag *mRightWords;
    HeatLayout mLayout = HeatLayout::One;
    double mShare = 0.5;
};

} // namespace gridward
