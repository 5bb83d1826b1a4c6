// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/papertext.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPolygonF>
#include <QTextLayout>
#include <QTextOption>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr qreal kEm = 100.0; ///< pixels

QFont fontOf(bool bold)
{
    QStringList families{u"Noto Sans CJK SC"_s, u"Noto Sans"_s, u"sans-serif"_s};
    if (QLocale().language() != QLocale::Chinese) {
        // Figures among Latin words come from that family as variants that no reader of a PDF can
        // turn back into text: nobody would find a case by its number.
        families.prepend(u"DejaVu Sans"_s);
        families.prepend(u"Noto Sans"_s);
    }
    QFont font(families);
    font.setPixelSize(static_cast<int>(kEm));
    font.setHintingPreference(QFont::PreferNoHinting); // the metrics of paper, not of a screen
    font.setBold(bold);
    return font;
}

} // namespace

PaperText::PaperText(qreal size, bool bold)
    : mFont(fontOf(bold))
    , mScale(size / kEm)
{
}

qreal PaperText::height(const QString &text, qreal width) const
{
    return QFontMetricsF(mFont)
               .boundingRect(
                   QRectF(0, 0, width / mScale, 1e6), Qt::TextWordWrap | Qt::AlignLeft, text)
               .height() *
           mScale;
}

qreal PaperText::lineHeight() const
{
    return QFontMetricsF(mFont).lineSpacing() * mScale;
}

QStringList PaperText::lines(const QString &text, qreal width) const
{
    QStringList all;
    for (const QString &part : text.split(u'\n')) {
        QTextLayout layout(part, mFont);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width / mScale);
            all.append(part.mid(line.textStart(), line.textLength()).trimmed());
        }
        layout.endLayout();
        if (part.isEmpty()) {
            all.append(QString());
        }
    }
    return all;
}

void PaperText::draw(QPainter &painter, const QRectF &area, int flags, const QString &text) const
{
    painter.save();
    painter.setFont(mFont);
    painter.translate(area.topLeft());
    painter.scale(mScale, mScale);
    painter.drawText(QRectF(0, 0, area.width() / mScale, area.height() / mScale), flags, text);
    painter.restore();
}

void paintPaperMark(QPainter &painter, const QRectF &box, CaseLevel level)
{
    painter.save();
    painter.setPen(QPen(Qt::black, 0.9));
    const QRectF area = box.adjusted(0.5, 0.5, -0.5, -0.5);
    switch (level) {
    case CaseLevel::Blue:
        painter.setBrush(Qt::white);
        painter.drawEllipse(area);
        break;
    case CaseLevel::Yellow:
        painter.setBrush(QColor(0xd0, 0xd0, 0xd0));
        painter.drawPolygon(
            QPolygonF{{area.center().x(), area.top()}, area.bottomRight(), area.bottomLeft()});
        break;
    case CaseLevel::Orange:
        painter.setBrush(QColor(0x70, 0x70, 0x70));
        painter.drawPolygon(QPolygonF{{area.center().x(), area.top()},
                                      {area.right(), area.center().y()},
                                      {area.center().x(), area.bottom()},
                                      {area.left(), area.center().y()}});
        break;
    case CaseLevel::Red:
        painter.setBrush(Qt::black);
        painter.drawRect(area);
        break;
    }
    painter.restore();
}

} // namespace gridward
