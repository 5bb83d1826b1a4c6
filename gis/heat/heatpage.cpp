// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heatpage.h"

#include "gis/heat/heatmeasure.h"
#include "gis/heat/heatsheet.h"

#include <qgsmaplayer.h>

#include <QCoreApplication>
#include <QLocale>

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
    QStringList lines{Words::tr("Cases on the map: %1").arg(numbers.toString(facts.cases))};
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

HeatSheet sheetOf(HeatPage page)
{
    HeatSheet sheet;
    sheet.paper = page.order.a3 ? u"A3"_s : u"A4"_s;
    sheet.dpi = page.order.dpi;
    sheet.title = page.order.title;
    QStringList about{page.district, page.order.period, page.order.selection};
    about.removeAll(QString());
    sheet.about = about.join(u" · "_s);
    sheet.measure = measureWords(page.facts.recipe.unit);
    sheet.stops = page.stops;
    sheet.facts = factsOf(page);
    QStringList foot{page.order.stamp.line(),
                     page.order.note,
                     page.attribution,
                     u"Gridward " GRIDWARD_VERSION ""_s};
    foot.removeAll(QString());
    sheet.foot = foot.join(u" · "_s);
    sheet.simulated = page.simulated;
    sheet.crs = u"EPSG:%1"_s.arg(page.facts.epsg);
    sheet.stamp = page.order.stamp;
    sheet.layers = std::move(page.layers);
    sheet.extent = page.extent;
    return sheet;
}

} // namespace

Error pageTooLarge()
{
    return sheetTooLarge();
}

QImage drawHeatPage(HeatPage page)
{
    return drawSheet(sheetOf(std::move(page)));
}

Result<void> writeHeatPage(HeatPage page, const QString &path)
{
    return writeSheetPdf(sheetOf(std::move(page)), path);
}

} // namespace gridward
