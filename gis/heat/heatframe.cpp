// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heatframe.h"

#include "gis/heat/asidefile.h"

#include <qgsfillsymbol.h>
#include <qgsfillsymbollayer.h>
#include <qgslayout.h>
#include <qgslayoutitemlabel.h>
#include <qgslayoutitemmap.h>
#include <qgslayoutitempage.h>
#include <qgslayoutitempolygon.h>
#include <qgslayoutitemscalebar.h>
#include <qgslayoutpagecollection.h>
#include <qgsreadwritecontext.h>
#include <qgstextformat.h>

#include <QCoreApplication>
#include <QDomDocument>
#include <QFile>
#include <QFontMetricsF>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <cerrno>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeatSheet)
};

constexpr double kGrowth = 0.7; ///< of lettering with the side of the paper: 2.6 times on A0
constexpr double kMillimetres = 25.4;
constexpr double kPointsOfAnInch = 72.0;
constexpr double kSure = 0.97; ///< of a width: letters on a page are not quite as wide as measured

const QString kMap = u"map"_s;
const QString kScaleBar = u"scale-bar"_s;
const QStringList kLabels{u"title"_s,
                          u"subtitle"_s,
                          u"legend-title"_s,
                          u"parameters"_s,
                          u"sources"_s,
                          u"date"_s,
                          u"simulated"_s};
const QStringList kOthers{u"legend"_s, u"north"_s}; ///< of whatever kind

/** Letters of the program stand in for those that the font of the template lacks. */
QFont fontOf(const QgsTextFormat &format)
{
    QFont font = format.font();
    QStringList families{font.family(), u"Noto Sans CJK SC"_s, u"Noto Sans"_s, u"sans-serif"_s};
    families.removeDuplicates();
    font.setFamilies(families);
    // Shaping takes other glyphs for digits in Latin text, which a PDF cannot be searched for.
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

QgsTextFormat enlarged(QgsTextFormat format, double unit)
{
    QFont font = fontOf(format);
    format.setSize(format.size() * unit);
    font.setPointSizeF(format.size());
    format.setFont(font);
    return format;
}

Result<QByteArray> bytesOf(const QString &file)
{
    QFile template_(file.isEmpty() ? u":/print/heatsheet.qpt"_s : file);
    if (!template_.exists()) {
        return Error{ErrorCode::NotFound,
                     Words::tr("There is no template “%1”. Check its name.").arg(file),
                     {}};
    }
    if (!template_.open(QIODevice::ReadOnly)) {
        return Error{
            ErrorCode::Unreadable,
            Words::tr("The template “%1” cannot be read. Check who may read it.").arg(file),
            template_.errorString()};
    }
    return template_.readAll();
}

Error noTemplate(const QString &file, const QString &detail)
{
    return {ErrorCode::InvalidInput,
            Words::tr("“%1” is no print layout template. Save one in QGIS by Layout > Save as "
                      "Template.")
                .arg(file),
            detail};
}

} // namespace

HeatFrame::HeatFrame(QgsLayout &layout)
    : mLayout(&layout)
{
}

QStringList HeatFrame::itemIds()
{
    return kLabels + kOthers + QStringList{kMap, kScaleBar};
}

Result<HeatFrame> HeatFrame::load(QgsLayout &layout, const QString &file)
{
    const Result<QByteArray> bytes = bytesOf(file);
    if (!bytes) {
        return bytes.error();
    }
    QDomDocument document;
    QString problem;
    if (!document.setContent(bytes.value(), &problem)) {
        return noTemplate(file, problem);
    }
    bool isLoaded = false;
    layout.loadFromTemplate(document, QgsReadWriteContext(), true, &isLoaded);
    if (!isLoaded || layout.pageCollection()->pageCount() < 1) {
        return noTemplate(file, u"loadFromTemplate"_s);
    }
    HeatFrame frame(layout);
    if (const Result<void> whole = frame.check(file); !whole) {
        return whole.error();
    }
    frame.mDrawn = layout.pageCollection()->page(0)->rect().size();
    return frame;
}

Result<void> HeatFrame::check(const QString &file) const
{
    for (const QString &id : itemIds()) {
        const QgsLayoutItem *found = mLayout->itemById(id);
        if (found == nullptr) {
            return Error{
                ErrorCode::InvalidInput,
                Words::tr("The template “%1” has no item “%2”. In QGIS, give an item this id under "
                          "Item Properties > Main. It needs: %3")
                    .arg(file, id, itemIds().join(u", "_s)),
                {}};
        }
        const bool isRight =
            kLabels.contains(id) ? qobject_cast<const QgsLayoutItemLabel *>(found) != nullptr
            : id == kMap         ? qobject_cast<const QgsLayoutItemMap *>(found) != nullptr
            : id == kScaleBar    ? qobject_cast<const QgsLayoutItemScaleBar *>(found) != nullptr
                                 : true;
        if (!isRight) {
            return Error{
                ErrorCode::InvalidInput,
                Words::tr("The item “%2” of the template “%1” is of another kind than it must be: "
                          "“map” is a map, “scale-bar” a scale bar, and all words are labels.")
                    .arg(file, id),
                {}};
        }
    }
    return {};
}

double HeatFrame::unitOn(const QSizeF &page) const
{
    return letteringOn(page, mDrawn);
}

QRectF HeatFrame::placed(const QRectF &box, const QSizeF &page, double unit) const
{
    const auto fit = [unit](double from, double to, double drawn, double now) {
        const double more = now / unit - drawn;
        const double middle = drawn / 2.0;
        return std::pair((from >= middle ? from + more : from) * unit,
                         (to > middle ? to + more : to) * unit);
    };
    const auto [left, right] = fit(box.left(), box.right(), mDrawn.width(), page.width());
    const auto [top, bottom] = fit(box.top(), box.bottom(), mDrawn.height(), page.height());
    return QRectF(QPointF(left, top), QPointF(right, bottom));
}

QRectF HeatFrame::mapOn(const QSizeF &page) const
{
    return placed(boxOf(kMap), page, unitOn(page));
}

void HeatFrame::enlarge(QgsLayoutItem &item) const
{
    const QgsLayoutMeasurement stroke = item.frameStrokeWidth();
    item.setFrameStrokeWidth(QgsLayoutMeasurement(stroke.length() * mUnit, stroke.units()));
    if (auto *label = qobject_cast<QgsLayoutItemLabel *>(&item)) {
        label->setTextFormat(enlarged(label->textFormat(), mUnit));
        label->setMarginX(label->marginX() * mUnit);
        label->setMarginY(label->marginY() * mUnit);
    } else if (auto *bar = qobject_cast<QgsLayoutItemScaleBar *>(&item)) {
        bar->setTextFormat(enlarged(bar->textFormat(), mUnit));
        bar->setHeight(bar->height() * mUnit);
        bar->setLabelBarSpace(bar->labelBarSpace() * mUnit);
        bar->setBoxContentSpace(bar->boxContentSpace() * mUnit);
    }
}

void HeatFrame::fitTo(const QSizeF &page)
{
    mUnit = unitOn(page);
    QList<QgsLayoutItem *> items;
    mLayout->layoutItems(items);
    for (QgsLayoutItem *item : std::as_const(items)) {
        if (qobject_cast<QgsLayoutItemPage *>(item) != nullptr) {
            continue;
        }
        enlarge(*item);
        if (qobject_cast<QgsLayoutItemScaleBar *>(item) != nullptr) {
            // As long as it must be: only the corner it hangs by has a place.
            const QgsLayoutPoint at = item->positionWithUnits();
            const QRectF corner = placed(QRectF(at.x(), at.y(), 0.0, 0.0), page, mUnit);
            item->attemptMove(QgsLayoutPoint(corner.topLeft()));
        } else {
            const QRectF box(item->pos(), item->rect().size());
            item->attemptSetSceneRect(placed(box, page, mUnit));
        }
    }
    mLayout->pageCollection()->page(0)->setPageSize(QgsLayoutSize(page));
}

QgsLayoutItem &HeatFrame::item(const QString &id) const
{
    return *mLayout->itemById(id); // check() has seen it
}

QgsLayoutItemMap &HeatFrame::map() const
{
    return *qobject_cast<QgsLayoutItemMap *>(mLayout->itemById(kMap));
}

QgsLayoutItemScaleBar &HeatFrame::scaleBar() const
{
    return *qobject_cast<QgsLayoutItemScaleBar *>(mLayout->itemById(kScaleBar));
}

QgsLayoutItemLabel &HeatFrame::label(const QString &id) const
{
    return *qobject_cast<QgsLayoutItemLabel *>(mLayout->itemById(id));
}

QRectF HeatFrame::boxOf(const QString &id) const
{
    const QgsLayoutItem &found = item(id);
    return QRectF(found.pos(), found.rect().size());
}

double letteringOn(const QSizeF &page, const QSizeF &drawn)
{
    const auto side = [](const QSizeF &size) { return std::min(size.width(), size.height()); };
    return std::pow(side(page) / side(drawn), kGrowth);
}

double lineWidth(const QgsLayoutItemLabel &label, const QString &text)
{
    const double large = 100.0; // points: no rounding to pixels
    QFont font = fontOf(label.textFormat());
    font.setPointSizeF(large);
    const QFontMetricsF metrics(font);
    return metrics.horizontalAdvance(text) * kMillimetres / metrics.fontDpi() *
           label.textFormat().size() / large;
}

QStringList wrappedText(const QgsLayoutItemLabel &label, const QString &text, double width)
{
    QStringList lines;
    QTextBoundaryFinder breaks(QTextBoundaryFinder::Line, text);
    qsizetype start = 0;
    qsizetype until = 0; ///< so much has room
    for (qsizetype at = breaks.toNextBoundary(); at >= 0; at = breaks.toNextBoundary()) {
        if (until > start && lineWidth(label, text.mid(start, at - start).trimmed()) > width) {
            lines.append(text.mid(start, until - start).trimmed());
            start = until;
        }
        until = at;
    }
    lines.append(text.mid(start).trimmed());
    return lines;
}

void fitText(QgsLayoutItemLabel &label, const QSizeF &box, const QString &text, double least)
{
    constexpr double kSmaller = 0.96;
    constexpr double kLineHeight = 1.45; ///< of fonts with Chinese letters, of their size
    const double points = label.textFormat().size();
    QStringList lines;
    for (double share = 1.0;; share *= kSmaller) {
        const bool isLeast = share <= least;
        QgsTextFormat format = label.textFormat();
        format.setSize(points * std::max(share, least));
        label.setTextFormat(format);
        const double line = format.size() * kMillimetres / kPointsOfAnInch * kLineHeight;
        const auto room = std::max<qsizetype>(1, qsizetype(box.height() / line));
        lines = wrappedText(label, text, box.width() * kSure);
        const bool isWide = std::ranges::all_of(lines, [&](const QString &one) {
            return lineWidth(label, one) <= box.width() * kSure;
        });
        if (isLeast && (lines.size() > room || !isWide)) {
            const QString last = lines.mid(room - 1).join(u' ');
            lines = lines.mid(0, room - 1) << last;
        }
        if (isLeast || (lines.size() <= room && isWide)) {
            break;
        }
    }
    for (QString &line : lines) {
        line = fittingText(label, line, box.width());
    }
    label.setText(lines.join(u'\n'));
}

QString fittingText(const QgsLayoutItemLabel &label, const QString &text, double width)
{
    QString shown = text;
    while (shown.size() > 1 && lineWidth(label, shown) > width * kSure) {
        shown = shown.left(shown.size() - 2) + u'…';
    }
    return shown;
}

} // namespace gridward
