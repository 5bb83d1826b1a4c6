// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/view/wall/wallcontent.h"

#include <QFont>
#include <QString>
#include <QWidget>

namespace gridward {

struct Theme;

/**
 * What the parts of the wall have in common: a size of text (unit), a theme, and grey instead of
 * colours while what they show is out of date. Opaque, so that repainting one repaints nothing
 * around it. GUI thread.
 */
class WallPanel : public QWidget
{
    Q_OBJECT
public:
    explicit WallPanel(QWidget *parent);

    /** Smallest text, pixels. */
    void setUnit(int pixels);
    void setTheme(const Theme &theme);
    /** What is shown is out of date, and looks so. */
    void setStale(bool stale);
    [[nodiscard]] int unit() const { return mUnit; }
    [[nodiscard]] bool isStale() const { return mStale; }

protected:
    /** Unit, theme, size or language are others now. */
    virtual void restyle() {}
    void resizeEvent(QResizeEvent *event) override;

    [[nodiscard]] const Theme &look() const { return *mTheme; }
    [[nodiscard]] QFont textFont(double units, QFont::Weight weight = QFont::Normal) const;
    [[nodiscard]] int pixels(double units) const;
    /** The colour of a shape, or a grey in its place. */
    [[nodiscard]] QColor ink(const QColor &color) const;
    /** The colour for text on a ground, lighter or darker until it is legible from afar (7:1); a
     * grey in its place while it is out of date. */
    [[nodiscard]] QColor inkOn(const QColor &wanted, const QColor &ground) const;
    /** On the surface of the panel: text, text that is less important, numbers that are good,
     * warn or alarm. */
    [[nodiscard]] QColor textInk() const;
    [[nodiscard]] QColor quietInk() const;
    [[nodiscard]] QColor toneInk(WallTone tone) const;
    [[nodiscard]] QColor levelInk(CaseLevel level) const;
    /** Circle, triangle, diamond, square, as on the map: the level without its colour. */
    void paintLevel(QPainter &painter, const QRectF &box, CaseLevel level) const;
    /** The same in one colour, on a ground of the level's own. */
    static void
    paintLevel(QPainter &painter, const QRectF &box, CaseLevel level, const QColor &color);
    /** One line, cut with dots if it is too long; gives back the width it takes. */
    int paintText(QPainter &painter,
                  const QRect &box,
                  const QString &text,
                  const QColor &color,
                  Qt::Alignment alignment = Qt::AlignLeft) const;

private:
    const Theme *mTheme;
    int mUnit = 24;
    bool mStale = false;
};

} // namespace gridward
