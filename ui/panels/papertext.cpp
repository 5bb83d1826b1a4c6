// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/papertext.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>
#include <QTextLayout>
#include <QTextOption>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr qreal kEm = 100.0; ///< pixels
/** Letters that are spaced, be it by next to nothing, are not joined: "fi" stays two letters, which
 * a search in the PDF finds. */
constexpr qreal kNoLigatures = 0.05;
/** Of the size: room for Latin and Chinese letters in one line, and where they stand in it. */
constexpr qreal kLine = 1.42;
constexpr qreal kBaseline = 1.08;

QFont fontOf(bool bold)
{
    QFont font(paperFamilies());
    font.setPixelSize(static_cast<int>(kEm));
    font.setLetterSpacing(QFont::AbsoluteSpacing, kNoLigatures);
    font.setHintingPreference(QFont::PreferNoHinting); // the metrics of paper, not of a screen
    font.setBold(bold);
    return font;
}

} // namespace

QStringList paperFamilies()
{
    // The Chinese family comes last: figures and Latin words would come from it as variants that no
    // reader of a PDF can turn back into text, and nobody would find a case by its number.
    return {u"Noto Sans"_s, u"DejaVu Sans"_s, u"Noto Sans CJK SC"_s, u"sans-serif"_s};
}

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
    return kEm * mScale * kLine;
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

void PaperText::drawLine(QPainter &painter, const QPointF &topLeft, const QString &text) const
{
    painter.save();
    painter.setFont(mFont);
    painter.translate(topLeft);
    painter.scale(mScale, mScale);
    painter.drawText(QPointF(0, kEm * kBaseline), text);
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
