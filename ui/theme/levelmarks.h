// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"

#include <QColor>
#include <QIcon>

class QPainter;
class QRectF;

namespace gridward {

struct Theme;

/**
 * What the four levels look like in lists and forms: a colour, a shape (circle, triangle, diamond,
 * square) and always a word beside it. GUI thread.
 */

/** For words: 4.5:1 or more on every ground of the theme, the selection too. */
[[nodiscard]] QColor levelColor(CaseLevel level, const Theme &theme);
/** Fills the shape; the outline is levelColor(). */
[[nodiscard]] QColor levelFill(CaseLevel level, const Theme &theme);
/** The shape, as large as fits into the box. */
void paintLevel(QPainter &painter, const QRectF &box, CaseLevel level, const Theme &theme);
[[nodiscard]] QIcon levelIcon(CaseLevel level, const Theme &theme);

/** The ground of selected rows: a breath of the accent, so that the levels keep their colours. */
[[nodiscard]] QColor selectionGround(const Theme &theme);

} // namespace gridward
