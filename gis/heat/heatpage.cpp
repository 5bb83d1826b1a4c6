// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heatpage.h"

#include "gis/heat/asidefile.h"
#include "gis/heat/heathatch.h"
#include "gis/heat/heatmeasure.h"
#include "gis/heat/heatsheet.h"
#include "gis/heatfile/heatlook.h"

#include <qgsmaplayer.h>

#include <QCoreApplication>
#include <QImageWriter>
#include <QLocale>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeatPage)
};

QStringList factsOf(const HeatPage &page)
{
    const QLocale numbers(QLocale::English); // grouped the same way in both languages
    const HeatFacts &facts = page.facts;
    const qint64 others = page.otherLayers.empty() ? facts.compared : page.otherCases;
    const bool hasTwo = !page.otherLayers.empty() || facts.compare != HeatCompare::Off;
    QStringList lines{hasTwo
                          ? Words::tr("Cases on the map: %1, of the other period: %2")
                                .arg(numbers.toString(facts.cases), numbers.toString(others))
                          : Words::tr("Cases on the map: %1").arg(numbers.toString(facts.cases))};
    if (facts.withoutPlace > 0) {
        lines.append(Words::tr("Without a place, not on the map: %1")
                         .arg(numbers.toString(facts.withoutPlace)));
    }
    if (facts.outside > 0) {
        lines.append(Words::tr("Outside of the district, not on the map: %1")
                         .arg(numbers.toString(facts.outside)));
    }
    lines.append(methodWords(facts.recipe, facts.radiusMetres, facts.pixelMetres));
    lines.append(u"WGS 84 / UTM %1%2 (EPSG:%3)"_s.arg(facts.epsg % 100)
                     .arg(facts.epsg / 100 == 326 ? u"N"_s : u"S"_s)
                     .arg(facts.epsg));
    return lines;
}

/** Both periods, by what was made of them. */
QString periodWords(const HeatPage &page)
{
    const HeatExport &order = page.order;
    if (!page.otherLayers.empty()) {
        return Words::tr("%1 beside %2").arg(order.period, order.other);
    }
    switch (page.facts.compare) {
    case HeatCompare::Difference:
        return Words::tr("%1 less %2").arg(order.period, order.other);
    case HeatCompare::Ratio:
        return Words::tr("%1 by %2").arg(order.period, order.other);
    case HeatCompare::Off:
        break;
    }
    return order.period;
}

HeatSheet sheetOf(HeatPage page)
{
    HeatSheet sheet;
    sheet.paper = page.order.paper;
    sheet.dpi = page.order.dpi;
    sheet.title = page.order.title;
    QStringList about{page.district, periodWords(page), page.order.selection};
    about.removeAll(QString());
    sheet.about = about.join(u" · "_s);
    sheet.measure = measureWords(page.facts.recipe.unit, page.facts.compare, page.facts.per);
    sheet.legend = page.legend;
    sheet.facts = factsOf(page);
    QStringList sources{page.order.note, page.attribution, u"Gridward " GRIDWARD_VERSION ""_s};
    sources.removeAll(QString());
    sheet.sources = sources.join(u" · "_s);
    sheet.made = page.order.stamp.line();
    sheet.simulated = page.simulated;
    sheet.crs = u"EPSG:%1"_s.arg(page.facts.epsg);
    sheet.stamp = page.order.stamp;
    const double unit = letteringOn(sheet.paper);
    const bool isGuarded = page.order.fewestPersonal > 0;
    const QByteArray ground = isGuarded ? page.outline : QByteArray();
    bool isHatched = hatchUnknown(page.layers, page.raster, unit, ground);
    if (!page.otherLayers.empty()) {
        isHatched = hatchUnknown(page.otherLayers, page.otherRaster, unit, ground) || isHatched;
    }
    if (isHatched) {
        const bool isRatio = page.facts.compare == HeatCompare::Ratio;
        sheet.hidden = isGuarded && isRatio
                           ? Words::tr("Fewer than %1 personal cases in reach, or too few to "
                                       "compare: not shown")
                                 .arg(page.order.fewestPersonal)
                       : isGuarded ? Words::tr("Fewer than %1 personal cases in reach: not shown")
                                         .arg(page.order.fewestPersonal)
                                   : Words::tr("Too few in reach: not known");
    }
    sheet.layers = std::move(page.layers);
    sheet.otherLayers = std::move(page.otherLayers);
    sheet.caption = page.order.period;
    sheet.otherCaption = page.order.other;
    sheet.extent = page.extent;
    return sheet;
}

} // namespace

Result<QImage> drawHeatPage(HeatPage page)
{
    return drawSheet(sheetOf(std::move(page)));
}

Result<void> writeHeatPage(HeatPage page, const QString &path)
{
    const bool isSvg = page.order.format == HeatFormat::Svg;
    const HeatSheet sheet = sheetOf(std::move(page));
    if (isSvg) {
        return writeSheetSvg(sheet, path);
    }
    const Result<void> written = writeSheetPdf(sheet, path);
    return written ? fixPdfDates(path, sheet.stamp) : written;
}

Result<void> writePagePng(const QImage &picture, const QString &path)
{
    QImageWriter writer(path, "png");
    errno = 0;
    return writer.write(picture) ? Result<void>() : fileError(path, errno, writer.errorString());
}

} // namespace gridward
