// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

class QApplication;

namespace gridward {

/** Light for the desk, dark for the wall; both are complete. */
enum class ThemeName { Day, Night };

/** The colours of one theme. Every text colour has a contrast of 4.5:1 or more on its grounds. */
struct Theme
{
    ThemeName name = ThemeName::Day;
    QColor window;  ///< behind everything
    QColor surface; ///< panels, lists, fields
    QColor rail;    ///< the workspace rail
    QColor hover;   ///< ground under the mouse
    QColor border;
    QColor text;
    QColor mutedText;  ///< secondary text, on window, surface and rail
    QColor accent;     ///< the one accent: selection, focus, the current workspace
    QColor accentText; ///< text on accent
    QColor infoText;
    QColor infoGround;
    QColor successText;
    QColor successGround;
    QColor warningText;
    QColor warningGround;
    QColor errorText;
    QColor errorGround;
};

/** The typographic scale, in logical pixels. */
namespace type_scale {
inline constexpr int kSmall = 12;
inline constexpr int kBody = 14;
inline constexpr int kTitle = 16;
inline constexpr int kHeading = 22;
} // namespace type_scale

[[nodiscard]] const Theme &theme(ThemeName name);

/** Fusion style, fonts, palette and style sheet for every window. GUI thread. */
void applyTheme(QApplication &application, const Theme &theme);

/** Contrast of two opaque colours, 1 to 21 (WCAG 2.1, relative luminance). */
[[nodiscard]] double contrastRatio(const QColor &one, const QColor &other);

} // namespace gridward
