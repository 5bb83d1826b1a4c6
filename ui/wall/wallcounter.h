// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wall/wallpanel.h"

#include <optional>

namespace gridward {

/** One number, with its unit, in figures that are read from eight metres, and a word for it. */
class WallCounter final : public WallPanel
{
    Q_OBJECT
public:
    WallCounter(const QString &name, QWidget *parent);

    /** Zero is always plain; a number that is not known is a dash. */
    void setCounter(const CountersContent::Counter &counter);
    [[nodiscard]] std::optional<int> number() const;
    [[nodiscard]] QString numberText() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /** The word to the right of the number, where the panel is flat; nothing if it has no room. */
    bool paintBeside(QPainter &painter, const QRect &inside, const QColor &tone) const;
    /** The word below the number. */
    void paintAbove(QPainter &painter, const QRect &inside, const QColor &tone) const;
    /** With its unit; `start` is on the base line. */
    void paintNumber(QPainter &painter, const QPoint &start, double size, const QColor &tone) const;
    /** Of a number with the unit, pixels. */
    [[nodiscard]] int widthOf(const QString &text, double size) const;
    /** The largest size, in units, at which the number and its unit have room there. */
    [[nodiscard]] double fittingSize(const QSize &room) const;

    CountersContent::Counter mCounter;
};

} // namespace gridward
