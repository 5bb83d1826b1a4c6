// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/print/mapprinter.h"

#include "gis/basemap/basemaps.h"
#include "gis/layers/componentlayer.h"
#include "gis/layers/districtlayers.h"
#include "gis/layers/layerstyle.h"
#include "gis/print/paintedlayer.h"
#include "gis/print/stamping.h"

#include <qgslayoutexporter.h>
#include <qgslayoutitemmap.h>
#include <qgsmapcanvas.h>
#include <qgsmaplayer.h>
#include <qgsmaplayerstyle.h>
#include <qgsmaprenderersequentialjob.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>
#include <qgsrasterlayer.h>
#include <qgsrenderer.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>

#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSignalBlocker>
#include <QTemporaryFile>

#include <chrono>
#include <filesystem>
#include <system_error>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

Q_LOGGING_CATEGORY(printLog, "gridward.gis.print")

constexpr double kDotsPerInch = 300.0;
constexpr double kServerDotsPerInch = 150.0; ///< their writing would be too small beyond
constexpr std::chrono::seconds kServerPatience{30};
constexpr double kMillimetresPerInch = 25.4;

bool isFromServer(const QgsMapLayer &layer)
{
    return layer.providerType() == "wms"_L1;
}

void dressForDay(QgsMapLayer &layer)
{
    applyDefaultStyle(layer, 0, MapTheme::Day);
    dressDistrictLayer(layer, MapTheme::Day);
    dressComponentLayer(layer, MapTheme::Day);
    dressBaseMap(layer, MapTheme::Day);
}

/** The style of the layer by day, without anybody noticing that it wore it for a moment. */
QString dayStyle(QgsMapLayer &layer, MapTheme theme)
{
    const QSignalBlocker quiet(&layer);
    QgsMapLayerStyle style;
    if (auto *vector = qobject_cast<QgsVectorLayer *>(&layer)) {
        // Its own symbols come back, not equal ones: the layer panel knows them by their ids.
        std::unique_ptr<QgsFeatureRenderer> renderer(
            vector->renderer() != nullptr ? vector->renderer()->clone() : nullptr);
        std::unique_ptr<QgsAbstractVectorLayerLabeling> labeling(
            vector->labeling() != nullptr ? vector->labeling()->clone() : nullptr);
        dressForDay(layer);
        style.readFromLayer(&layer);
        vector->setRenderer(renderer.release());
        vector->setLabeling(labeling.release());
    } else {
        dressForDay(layer);
        style.readFromLayer(&layer);
        applyDefaultStyle(layer, 0, theme);
        dressBaseMap(layer, theme);
    }
    return style.xmlData();
}

/** Renamed over the target in one step: a reader sees the old file or the new one, never half. */
std::optional<Error> moveOver(const QString &from, const QString &to)
{
    std::error_code failure;
    std::filesystem::rename(QFileInfo(from).filesystemAbsoluteFilePath(),
                            QFileInfo(to).filesystemAbsoluteFilePath(),
                            failure);
    if (!failure) {
        return std::nullopt;
    }
    QFile::remove(from);
    return Error{ErrorCode::Unreachable,
                 MapPrinter::tr("“%1” cannot be written. Is it open in another program?").arg(to),
                 QString::fromStdString(failure.message())};
}

} // namespace

struct MapPrinter::Work
{
    PrintOrder order;
    MapTheme theme = MapTheme::Day; ///< of the screen
    PrintView view;
    PrintPage page;
    std::vector<std::unique_ptr<QgsMapLayer>> painted; ///< layers of this print alone
    QList<QgsMapLayer *> fromServers;
    std::unique_ptr<QgsMapRendererSequentialJob> job;
};

MapPrinter::MapPrinter(QgsProject &project)
    : mProject(project)
{
    mPatience.setSingleShot(true);
    mPatience.setInterval(kServerPatience);
    connect(&mPatience, &QTimer::timeout, this, [this] {
        end(Error{ErrorCode::Unreachable,
                  tr("The server of the base map does not answer. Try again later, or untick the "
                     "base map."),
                  {}});
    });
    connect(
        &mProject, qOverload<const QStringList &>(&QgsProject::layersWillBeRemoved), this, [this] {
            if (mWork) {
                end(Error{ErrorCode::Cancelled,
                          tr("Layers left the map while it was being printed. Print it again."),
                          {}});
            }
        });
}

MapPrinter::~MapPrinter()
{
    if (mWork && mWork->job) {
        mWork->job->disconnect(this);
        mWork->job->cancel();
    }
}

void MapPrinter::print(const PrintOrder &order,
                       const QgsMapCanvas &canvas,
                       const QString &attribution,
                       MapTheme theme)
{
    std::optional<Error> refusal;
    const QFileInfo target(order.path);
    if (mWork) {
        refusal = Error{
            ErrorCode::Conflict, tr("A page is being printed already. Wait until it is done."), {}};
    } else if (canvas.layers().isEmpty()) {
        refusal = Error{ErrorCode::NotFound, tr("There is no map to print yet."), {}};
    } else if (order.path.isEmpty() || target.isDir() || !target.dir().exists() ||
               !QFileInfo(target.absolutePath()).isWritable()) {
        refusal = Error{ErrorCode::Unreachable,
                        tr("“%1” cannot be written. Choose another folder.").arg(order.path),
                        {}};
    }
    if (refusal) {
        QTimer::singleShot(
            0, this, [this, path = order.path, refusal] { emit printed(path, refusal); });
        return;
    }
    mWork = std::make_unique<Work>();
    mWork->order = order;
    mWork->theme = theme;
    PrintView &view = mWork->view;
    view.layers = canvas.layers();
    view.crs = canvas.mapSettings().destinationCrs();
    // Of a turned canvas, extent() is the box around what it shows.
    const QSizeF seen =
        QSizeF(canvas.mapSettings().outputSize()) * canvas.mapSettings().mapUnitsPerPixel();
    view.extent =
        QgsRectangle::fromCenterAndSize(canvas.extent().center(), seen.width(), seen.height());
    view.rotation = canvas.rotation();
    view.attribution = attribution;
    view.printedAt = QDateTime::currentDateTime(); // of the paper, not of what it shows
    if (theme == MapTheme::Night) {
        for (QgsMapLayer *layer : std::as_const(view.layers)) {
            view.styles.insert(layer->id(), dayStyle(*layer, theme));
        }
    }
    QTimer::singleShot(0, this, &MapPrinter::start);
}

void MapPrinter::start()
{
    if (!mWork) {
        return; // ended before it began
    }
    PrintView &view = mWork->view;
    for (QgsMapLayer *layer : std::as_const(view.layers)) {
        if (isFromServer(*layer)) {
            mWork->fromServers.append(layer);
        }
        const QString role = districtRole(*layer);
        const bool background = role == "roads"_L1 || role == "areas"_L1;
        if (layer->type() != Qgis::LayerType::Raster && !background) {
            view.legend.append(layer);
        }
    }
    if (std::unique_ptr<PaintedLayer> overlay = mOverlay ? mOverlay() : nullptr) {
        view.layers.prepend(overlay.get());
        if (!overlay->entries().isEmpty()) {
            view.legend.prepend(overlay.get());
        }
        mWork->painted.push_back(std::move(overlay));
    }
    mWork->page = makePrintPage(mProject, mWork->order, view);
    if (mWork->fromServers.isEmpty()) {
        write();
    } else {
        drawServers();
    }
}

void MapPrinter::drawServers()
{
    const QgsLayoutItemMap &map = *mWork->page.map;
    QgsMapSettings settings =
        map.mapSettings(map.extent(),
                        map.rect().size() / kMillimetresPerInch * kServerDotsPerInch,
                        kServerDotsPerInch,
                        false);
    settings.setLayers(mWork->fromServers);
    settings.setBackgroundColor(Qt::white);
    mWork->job = std::make_unique<QgsMapRendererSequentialJob>(settings);
    // Queued: the job may not be deleted from its own signal.
    connect(mWork->job.get(),
            &QgsMapRendererJob::finished,
            this,
            &MapPrinter::takeServers,
            Qt::QueuedConnection);
    mPatience.start();
    mWork->job->start();
}

void MapPrinter::takeServers()
{
    if (!mWork || !mWork->job) {
        return; // the wait was over before
    }
    mPatience.stop();
    const QImage image = mWork->job->renderedImage();
    mWork->job.reset();
    auto drawn = std::make_unique<PaintedLayer>(
        u"servers"_s, mWork->view.crs, [image](QgsRenderContext &context) {
            const QgsMapToPixel &pixels = context.mapToPixel();
            context.painter()->setRenderHint(QPainter::SmoothPixmapTransform);
            context.painter()->drawImage(QRectF(0, 0, pixels.mapWidth(), pixels.mapHeight()),
                                         image);
        });
    // Where the lowest of them was; base maps lie below everything.
    QList<QgsMapLayer *> layers = mWork->view.layers;
    const qsizetype place = layers.indexOf(mWork->fromServers.last());
    layers[place] = drawn.get();
    layers.removeIf([&](QgsMapLayer *one) { return mWork->fromServers.contains(one); });
    mWork->page.map->setLayers(layers);
    mWork->painted.push_back(std::move(drawn));
    write();
}

void MapPrinter::write()
{
    const QString path = QFileInfo(mWork->order.path).absoluteFilePath();
    QString aside;
    {
        QTemporaryFile name(QFileInfo(path).absolutePath() + u"/.gridward-XXXXXX.pdf"_s);
        if (name.open()) {
            aside = name.fileName();
        }
    }
    QgsLayoutExporter::PdfExportSettings settings;
    settings.dpi = kDotsPerInch;
    settings.forceVectorOutput = true;
    settings.textRenderFormat = Qgis::TextRenderFormat::AlwaysText;
    settings.appendGeoreference = false;
    settings.exportMetadata = false;
    QgsLayoutExporter exporter(mWork->page.layout.get());
    const QgsLayoutExporter::ExportResult result =
        aside.isEmpty() ? QgsLayoutExporter::FileError : exporter.exportToPdf(aside, settings);
    if (result != QgsLayoutExporter::Success || QFileInfo(aside).size() == 0) {
        QFile::remove(aside);
        end(Error{result == QgsLayoutExporter::MemoryError ? ErrorCode::Internal
                                                           : ErrorCode::Unreachable,
                  tr("“%1” cannot be written. Is there room on the disk?").arg(mWork->order.path),
                  u"layout export: %1"_s.arg(static_cast<int>(result))});
        return;
    }
    // What cannot be stamped inside still says it on the paper.
    if (!stampPdf(aside, mWork->order.stamp, mWork->order.title)) {
        qCWarning(printLog) << "no metadata in the PDF: this GDAL cannot change one";
    }
    end(moveOver(aside, path));
}

void MapPrinter::end(const std::optional<Error> &error)
{
    mPatience.stop();
    if (mWork->job) {
        mWork->job->disconnect(this);
        mWork->job->cancelWithoutBlocking();
        // It deletes itself once its thread has let go.
        QgsMapRendererSequentialJob *late = mWork->job.release();
        connect(late, &QgsMapRendererJob::finished, late, &QObject::deleteLater);
    }
    // The legend of cases is no part of a style: it wore the day until the page was done.
    if (QgsVectorLayer *cases = openCaseLayer(mWork->view.layers);
        cases != nullptr && mWork->theme == MapTheme::Night) {
        const QSignalBlocker quiet(cases);
        dressDistrictLayer(*cases, mWork->theme);
    }
    const QString path = mWork->order.path;
    mWork.reset();
    emit printed(path, error);
}

} // namespace gridward
