// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/layers/mapink.h"

#include <qgstextbuffersettings.h>

#include <QFont>

using namespace Qt::StringLiterals;

namespace gridward {

QgsTextFormat textFormat(MapTheme theme, double size, int weight, const Ink &ink)
{
    QFont font(u"Noto Sans CJK SC"_s);
    font.setWeight(static_cast<QFont::Weight>(weight));
    QgsTextBufferSettings halo;
    halo.setEnabled(true);
    halo.setSize(0.7);
    halo.setColor(theme == MapTheme::Day ? QColor(255, 255, 255, 220) : QColor(16, 20, 27, 220));
    QgsTextFormat format;
    format.setFont(font);
    format.setSize(size);
    format.setColor(QColor(ink.in(theme)));
    format.setBuffer(halo);
    return format;
}

} // namespace gridward
