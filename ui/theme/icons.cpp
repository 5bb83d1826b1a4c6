// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QPixmap drawn(const QByteArray &svg, const QColor &color, int size)
{
    QByteArray colored = svg;
    colored.replace("#000000", color.name().toLatin1());
    QSvgRenderer renderer(colored);
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

} // namespace

QIcon themedIcon(const QString &name, const Theme &theme)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray svg = file.readAll();
    QIcon icon;
    for (const int size : {16, 20, 24, 32, 40, 48, 64}) {
        icon.addPixmap(drawn(svg, theme.text, size), QIcon::Normal, QIcon::Off);
        icon.addPixmap(drawn(svg, theme.accent, size), QIcon::Normal, QIcon::On);
        icon.addPixmap(drawn(svg, theme.mutedText, size), QIcon::Disabled, QIcon::Off);
    }
    return icon;
}

} // namespace gridward
