// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QFont>
#include <QStyleFactory>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const Theme kDay{
    .name = ThemeName::Day,
    .window = QColor(QRgb(0xf3f5f8)),
    .surface = QColor(QRgb(0xffffff)),
    .rail = QColor(QRgb(0xe7ebf1)),
    .hover = QColor(QRgb(0xdbe2ec)),
    .border = QColor(QRgb(0xc9d1dc)),
    .text = QColor(QRgb(0x1c2430)),
    .mutedText = QColor(QRgb(0x55606f)),
    .accent = QColor(QRgb(0x1d5fd3)),
    .accentText = QColor(QRgb(0xffffff)),
    .infoText = QColor(QRgb(0x174a9e)),
    .infoGround = QColor(QRgb(0xe3edfc)),
    .successText = QColor(QRgb(0x14613c)),
    .successGround = QColor(QRgb(0xdff3e8)),
    .warningText = QColor(QRgb(0x6e4a00)),
    .warningGround = QColor(QRgb(0xfdf1d2)),
    .errorText = QColor(QRgb(0x97190f)),
    .errorGround = QColor(QRgb(0xfde4e1)),
};

const Theme kNight{
    .name = ThemeName::Night,
    .window = QColor(QRgb(0x11161e)),
    .surface = QColor(QRgb(0x19202b)),
    .rail = QColor(QRgb(0x0c1016)),
    .hover = QColor(QRgb(0x273142)),
    .border = QColor(QRgb(0x334053)),
    .text = QColor(QRgb(0xe8ecf3)),
    .mutedText = QColor(QRgb(0x9fabbb)),
    .accent = QColor(QRgb(0x6ea2ff)),
    .accentText = QColor(QRgb(0x0b1320)),
    .infoText = QColor(QRgb(0xb9d3ff)),
    .infoGround = QColor(QRgb(0x1b2f52)),
    .successText = QColor(QRgb(0xa9e5c4)),
    .successGround = QColor(QRgb(0x143826)),
    .warningText = QColor(QRgb(0xffdf8f)),
    .warningGround = QColor(QRgb(0x453509)),
    .errorText = QColor(QRgb(0xffc2bb)),
    .errorGround = QColor(QRgb(0x55201b)),
};

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.surface);
    palette.setColor(QPalette::AlternateBase, theme.window);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.mutedText);
    palette.setColor(QPalette::Button, theme.surface);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.errorText);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.accentText);
    palette.setColor(QPalette::ToolTipBase, theme.surface);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    palette.setColor(QPalette::Light, theme.surface);
    palette.setColor(QPalette::Midlight, theme.hover);
    palette.setColor(QPalette::Mid, theme.border);
    palette.setColor(QPalette::Dark, theme.border);
    palette.setColor(QPalette::Shadow, theme.border);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, theme.mutedText);
    }
    return palette;
}

/** The style sheet names colours as @token; longer names first, since some begin with others. */
QString styleSheetOf(const Theme &theme)
{
    QFile file(u":/styles/gridward.qss"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString sheet = QString::fromUtf8(file.readAll());
    const std::initializer_list<std::pair<QLatin1StringView, QColor>> tokens{
        {"@successGround"_L1, theme.successGround},
        {"@successText"_L1, theme.successText},
        {"@warningGround"_L1, theme.warningGround},
        {"@warningText"_L1, theme.warningText},
        {"@errorGround"_L1, theme.errorGround},
        {"@errorText"_L1, theme.errorText},
        {"@infoGround"_L1, theme.infoGround},
        {"@infoText"_L1, theme.infoText},
        {"@accentText"_L1, theme.accentText},
        {"@mutedText"_L1, theme.mutedText},
        {"@surface"_L1, theme.surface},
        {"@window"_L1, theme.window},
        {"@border"_L1, theme.border},
        {"@accent"_L1, theme.accent},
        {"@hover"_L1, theme.hover},
        {"@rail"_L1, theme.rail},
        {"@text"_L1, theme.text},
    };
    for (const auto &[token, color] : tokens) {
        sheet.replace(token, color.name());
    }
    return sheet;
}

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

} // namespace

const Theme &theme(ThemeName name)
{
    return name == ThemeName::Day ? kDay : kNight;
}

void applyTheme(QApplication &application, const Theme &theme)
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    // Digits of this family are all of one width, so that counters do not dance.
    QFont font(QStringList{u"Noto Sans CJK SC"_s, u"Noto Sans"_s, u"sans-serif"_s});
    font.setPixelSize(type_scale::kBody);
    QApplication::setFont(font);
    QApplication::setPalette(paletteOf(theme));
    application.setStyleSheet(styleSheetOf(theme));
}

double contrastRatio(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace gridward
