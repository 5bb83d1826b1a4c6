// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"

#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QStringList>

class QPainter;

namespace gridward {

/** Of the letters on paper, so that a search in the PDF finds words and numbers. */
[[nodiscard]] QStringList paperFamilies();

/**
 * Text on paper: paints and measures at a hundred pixels to an em, so that nothing is rounded to
 * whole points. All sizes in points. Any thread.
 */
class PaperText
{
public:
    explicit PaperText(qreal size, bool bold = false);

    /** Of the text as it is broken into lines of that width. */
    [[nodiscard]] qreal height(const QString &text, qreal width) const;
    /** From one line to the next. */
    [[nodiscard]] qreal lineHeight() const;
    /** The text as lines that fit the width; at least one, and one for each line break. */
    [[nodiscard]] QStringList lines(const QString &text, qreal width) const;
    /** One line, so that lines beside one another stand on the same height whatever is in them. */
    void drawLine(QPainter &painter, const QPointF &topLeft, const QString &text) const;
    void draw(QPainter &painter, const QRectF &area, int flags, const QString &text) const;

private:
    QFont mFont;
    qreal mScale;
};

/** The shape of a level on the screens, by outline and filling alone: the worse the darker. */
void paintPaperMark(QPainter &painter, const QRectF &box, CaseLevel level);

} // namespace gridward
