// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heathandover.h"

#include "gis/heat/asidefile.h"
#include "gis/heat/handedover.h"
#include "gis/heat/heatlayers.h"
#include "gis/heat/heatraster.h"
#include "gis/heat/heattask.h"
#include "gis/heat/papersurface.h"
#include "gis/heatfile/handeddata.h"

#include <qgsmaplayer.h>

#include <QCoreApplication>
#include <QDataStream>
#include <QFile>
#include <QFileInfo>
#include <QHashSeed>
#include <QImageWriter>
#include <QJsonDocument>

#include <cerrno>
#include <concepts>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeatExporter)
};

constexpr quint32 kMark = 0x47574845; ///< "GWHE"
const auto kVersion = QStringLiteral(GRIDWARD_VERSION "-1");
constexpr double kLaid = 10.0; ///< percent: the rasters of a page are there

/** Puts values into a stream or takes them out, in one order for both. */
class Porter
{
public:
    Porter(QDataStream &stream, bool isTaking)
        : mStream(stream)
        , mIsTaking(isTaking)
    {
    }

    template <typename Value>
    void carry(Value &value)
    {
        if constexpr (std::is_enum_v<Value>) {
            auto number = static_cast<qint32>(value);
            carry(number);
            value = static_cast<Value>(number);
        } else if constexpr (std::same_as<Value, Instant>) {
            qint64 number = value.time_since_epoch().count();
            carry(number);
            value = Instant(std::chrono::milliseconds(number));
        } else if (mIsTaking) {
            mStream >> value;
        } else {
            mStream << value;
        }
    }
    template <typename... Values>
    void carryAll(Values &...values)
    {
        (carry(values), ...);
    }

    template <typename Value>
    void carryNumbers(std::vector<Value> &numbers)
    {
        auto count = static_cast<qint64>(numbers.size());
        carry(count);
        if (mIsTaking) {
            if (count < 0 || count > kMostHeatCells * 2) {
                mStream.setStatus(QDataStream::ReadCorruptData);
                return;
            }
            numbers.resize(static_cast<std::size_t>(count));
        }
        const auto bytes = static_cast<int>(numbers.size() * sizeof(Value));
        auto *raw = reinterpret_cast<char *>(numbers.data());
        const int done =
            mIsTaking ? mStream.readRawData(raw, bytes) : mStream.writeRawData(raw, bytes);
        if (done != bytes) {
            mStream.setStatus(QDataStream::ReadPastEnd);
        }
    }
    template <typename Row, typename Carry>
    void carryList(QList<Row> &rows, Carry each)
    {
        qint64 count = rows.size();
        carry(count);
        for (qint64 i = 0; i < count && mStream.status() == QDataStream::Ok; ++i) {
            if (mIsTaking) {
                rows.append(Row{});
            }
            each(rows[i]);
        }
    }
    [[nodiscard]] bool isTaking() const { return mIsTaking; }

private:
    QDataStream &mStream;
    bool mIsTaking;
};

void carry(Porter &porter, HeatRecipe &recipe)
{
    QByteArray text = QJsonDocument(toJson(recipe)).toJson(QJsonDocument::Compact);
    porter.carry(text);
    if (porter.isTaking()) {
        recipe = heatRecipeOf(QJsonDocument::fromJson(text).object()).value_or(HeatRecipe());
    }
}

void carry(Porter &porter, HeatExport &order)
{
    porter.carryAll(order.path,
                    order.format,
                    order.title,
                    order.period,
                    order.other,
                    order.selection,
                    order.note,
                    order.from,
                    order.to,
                    order.otherFrom,
                    order.otherTo,
                    order.paper,
                    order.dpi,
                    order.fewestPersonal);
    porter.carryAll(order.stamp.user, order.stamp.person, order.stamp.at, order.stamp.timeZone);
}

void carry(Porter &porter, HeatSurface &surface)
{
    HeatGrid &grid = surface.grid;
    porter.carryAll(grid.epsg, grid.west, grid.north, grid.pixel, grid.columns, grid.rows);
    HeatFacts &facts = surface.facts;
    porter.carryAll(facts.cases,
                    facts.outside,
                    facts.withoutPlace,
                    facts.highest,
                    facts.radiusMetres,
                    facts.pixelMetres,
                    facts.epsg,
                    facts.compared,
                    facts.compare,
                    facts.hasUnknown,
                    facts.lowest,
                    facts.hidden);
    carry(porter, facts.recipe);
    porter.carryNumbers(surface.values);
    porter.carryNumbers(surface.breaks);
}

void carry(Porter &porter, DistrictPicture &ground)
{
    porter.carryAll(ground.name, ground.simulated, ground.baseMapFolder);
    porter.carryList(ground.divisions, [&porter](Division &one) {
        porter.carryAll(one.code, one.level, one.name, one.outline);
    });
    porter.carryList(ground.grids, [&porter](UnitGrid &one) {
        porter.carryAll(one.code, one.name, one.outline);
    });
}

void carry(Porter &porter, HeatHandover &all)
{
    carry(porter, all.order);
    carry(porter, all.surface);
    bool hasOther = all.other.has_value();
    porter.carry(hasOther);
    if (hasOther) {
        all.other = all.other.value_or(HeatSurface());
        carry(porter, *all.other);
    }
    HeatLegend &legend = all.legend;
    porter.carryAll(legend.unit, legend.isClassed, legend.hasUnknown, legend.isDiverging);
    porter.carryList(legend.stops, [&porter](HeatStop &stop) {
        porter.carryAll(stop.value, stop.argb, stop.labelled);
    });
    carry(porter, all.ground);
    double west = all.extent.xMinimum();
    double south = all.extent.yMinimum();
    double east = all.extent.xMaximum();
    double north = all.extent.yMaximum();
    porter.carryAll(west, south, east, north);
    all.extent = QgsRectangle(west, south, east, north);
}

Result<void> writePage(HeatPage page, const QString &path)
{
    if (page.order.format == HeatFormat::Pdf || page.order.format == HeatFormat::Svg) {
        return writeHeatPage(std::move(page), path);
    }
    const Result<QImage> drawn = drawHeatPage(std::move(page));
    return drawn ? writePagePng(drawn.value(), path) : Result<void>(drawn.error());
}

} // namespace

Result<HeatPage> pageOf(const HeatHandover &handover, const PageRasters &rasters)
{
    HeatPage page;
    page.order = handover.order;
    page.facts = handover.surface.facts;
    page.legend = handover.legend;
    page.district = handover.ground.name;
    page.attribution = groundAttribution(handover.ground);
    page.simulated = handover.ground.simulated;
    page.extent = handover.extent;
    page.outline = districtOutline(handover.ground);
    const auto laid = [&](const HeatSurface &surface, const MemoryFile &file) -> Result<void> {
        return writeHeatRaster(
            surface, file.path(), {}, [] { return false; }, [](double) {});
    };
    const auto layersOf = [&](const MemoryFile &file) {
        return layersForPaper(handover.ground,
                              makePaperSurface(file.path(), handover.legend.stops));
    };
    if (const Result<void> done = laid(handover.surface, rasters.first); !done) {
        return done.error();
    }
    page.raster = rasters.first.path();
    page.layers = layersOf(rasters.first);
    if (handover.other) {
        if (const Result<void> done = laid(*handover.other, rasters.other); !done) {
            return done.error();
        }
        page.otherRaster = rasters.other.path();
        page.otherLayers = layersOf(rasters.other);
        page.otherCases = handover.other->facts.cases;
    }
    return page;
}

QByteArray toBytes(const HeatHandover &handover)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << kMark << kVersion;
    HeatHandover copy = handover;
    Porter porter(stream, false);
    carry(porter, copy);
    return bytes;
}

Result<HeatHandover> handoverOf(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 mark = 0;
    QString version;
    stream >> mark >> version;
    HeatHandover handover;
    if (mark == kMark && version == kVersion) {
        Porter porter(stream, true);
        carry(porter, handover);
        if (stream.status() == QDataStream::Ok) {
            return handover;
        }
    }
    return Error{ErrorCode::InvalidInput,
                 Words::tr("This is no order for an export. The window writes them itself."),
                 {}};
}

Result<void> putHandover(const HeatHandover &handover, const QString &path)
{
    QFile file(path);
    errno = 0;
    const QByteArray bytes = toBytes(handover);
    // The rights come before what they guard.
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                   QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.flush()) {
        return fileError(path, errno, file.errorString());
    }
    return {};
}

Result<HeatHandover> takeHandover(const QString &path)
{
    QFile file(path);
    errno = 0;
    if (!file.open(QIODevice::ReadOnly)) {
        return fileError(path, errno, file.errorString());
    }
    const QByteArray bytes = file.readAll();
    Result<HeatHandover> handover = handoverOf(bytes);
    if (handover) {
        file.remove(); // from here on nothing of it lies about, whatever happens
    }
    return handover;
}

QStringList namesBeside(const HeatHandover &handover, const QString &fileName)
{
    const QString base = QFileInfo(fileName).completeBaseName();
    if (handover.order.format == HeatFormat::Project) {
        return {base + u".tif"_s, base + u".gpkg"_s};
    }
    return handover.order.format == HeatFormat::GeoTiff && handover.other
               ? QStringList{otherPeriodName(fileName)}
               : QStringList();
}

Result<void> writeHandedOver(const HeatHandover &handover,
                             const std::function<void(double)> &progress)
{
    if (!holdsTwo(handover.order.format)) {
        return writeHandedData(handover, progress);
    }
    if (!handover.isPage()) {
        ShownSurface shown;
        shown.surface = handover.surface;
        shown.other = handover.other;
        shown.wanted.order.compare = handover.surface.facts.compare;
        const Result<QStringList> written = writeHeatRasters(
            shown,
            handover.order,
            handover.ground.simulated,
            handover.order.path,
            [] { return false; },
            progress);
        return written ? Result<void>() : Result<void>(written.error());
    }
    const PageRasters rasters;
    Result<HeatPage> page = pageOf(handover, rasters);
    if (!page) {
        return page.error();
    }
    progress(kLaid);
    return writePage(std::move(page).value(), handover.order.path);
}

Result<void> makeHandedOver(const QString &file, const std::function<void(double)> &progress)
{
    // The order of what QGIS writes must not be drawn by lot.
    QHashSeed::setDeterministicGlobalSeed();
    const Result<HeatHandover> handover = takeHandover(file);
    return handover ? writeHandedOver(handover.value(), progress) : Result<void>(handover.error());
}

} // namespace gridward
