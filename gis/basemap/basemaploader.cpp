// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/basemap/basemaploader.h"

#include "gis/basemap/basemapservice.h"

#include <qgsexception.h>
#include <qgsmaplayerserverproperties.h>
#include <qgsnetworkaccessmanager.h>

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QImage>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kPatience = 15'000; ///< milliseconds without a byte
constexpr int kPulse = 50;        ///< milliseconds between two looks whether somebody gave up
/** Few services have every zoom; a right one has a tile at one of these. */
constexpr std::array kZooms{14, 16, 11, 8, 4, 0};

} // namespace

BaseMapLoader::BaseMapLoader(BaseMapOrder order,
                             std::optional<GeoPoint> place,
                             const QgsCoordinateTransformContext &transforms)
    : mOrder(std::move(order))
    , mPlace(place)
    , mTransforms(transforms)
{
}

BaseMapLoader::~BaseMapLoader() = default;

void BaseMapLoader::run()
{
    Result<void> done;
    try {
        done = load();
    } catch (const QgsException &exception) {
        done = Error{
            ErrorCode::Internal, tr("“%1” cannot be shown.").arg(mOrder.name), exception.what()};
    }
    if (!done) {
        mError = done.error();
    }
}

void BaseMapLoader::finished()
{
    if (isCancelled()) {
        mLayer.reset();
        mError = Error{ErrorCode::Cancelled, tr("Asking for the base map was stopped."), {}};
    }
    emit loaded();
}

std::unique_ptr<QgsRasterLayer> BaseMapLoader::takeLayer()
{
    return std::move(mLayer);
}

Result<QByteArray> BaseMapLoader::fetch(const QUrl &address)
{
    if (address.isLocalFile()) {
        QFile file(address.toLocalFile());
        if (!file.open(QIODevice::ReadOnly)) {
            return Error{ErrorCode::NotFound,
                         tr("There is no tile “%1”. Check the address.").arg(file.fileName()),
                         {}};
        }
        return file.readAll();
    }
    QNetworkRequest request(address);
    request.setTransferTimeout(kPatience);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::NoLessSafeRedirectPolicy);
    // Of this thread. Not QgsBlockingNetworkRequest, which does not return when it is cancelled.
    const std::unique_ptr<QNetworkReply> reply(QgsNetworkAccessManager::instance()->get(request));
    QEventLoop waiting;
    QTimer pulse;
    connect(reply.get(), &QNetworkReply::finished, &waiting, &QEventLoop::quit);
    connect(&pulse, &QTimer::timeout, reply.get(), [&] {
        if (isCancelled()) {
            reply->abort();
        }
    });
    pulse.start(kPulse);
    if (!reply->isFinished()) {
        waiting.exec();
    }
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 404) {
        return Error{ErrorCode::NotFound,
                     tr("“%1” has nothing at this address. Check it.").arg(address.host()),
                     reply->errorString()};
    }
    if (status == 401 || status == 403) {
        return Error{
            ErrorCode::Refused,
            tr("“%1” refuses to give its map. Check the key in the address.").arg(address.host()),
            reply->errorString()};
    }
    if (reply->error() != QNetworkReply::NoError) {
        return Error{
            ErrorCode::Unreachable,
            tr("“%1” does not answer. Check the address and the network.").arg(address.host()),
            reply->errorString()};
    }
    return reply->readAll();
}

Result<void> BaseMapLoader::tryTiles(const QString &url)
{
    Result<void> tried;
    for (const int zoom : kZooms) {
        const QUrl address = tileAddress(url, mPlace.value_or(GeoPoint{}), zoom);
        const Result<QByteArray> tile = fetch(address);
        if (tile && !QImage::fromData(tile.value()).isNull()) {
            return {};
        }
        tried = tile ? Error{ErrorCode::Unreadable,
                             tr("“%1” answers, but not with a picture of a map. Check the address "
                                "and the key in it.")
                                 .arg(address.host()),
                             QString::fromUtf8(tile.value().left(200))}
                     : tile.error();
        if (isCancelled() || tried.error().code != ErrorCode::NotFound) {
            return tried;
        }
    }
    return tried;
}

Result<void> BaseMapLoader::load()
{
    const Result<QString> url = checkedAddress(mOrder.url);
    if (!url) {
        return url.error();
    }
    BaseMapLayer found{tileUri(url.value()), u"EPSG:3857"_s, {}};
    if (isTileAddress(url.value())) {
        if (const Result<void> tiles = tryTiles(url.value()); !tiles) {
            return tiles;
        }
    } else {
        // The layer asks again, and cannot be stopped then: so a dead server is found out here.
        const Result<QByteArray> answer = fetch(capabilitiesAddress(url.value()));
        if (!answer) {
            return answer.error();
        }
        Result<BaseMapLayer> read = readCapabilities(url.value(), answer.value());
        if (!read) {
            return read.error();
        }
        found = std::move(read).value();
    }
    if (isCancelled()) {
        return {};
    }
    const QString host = QUrl(tileAddress(url.value(), {}, 0)).host();
    if (mOrder.name.trimmed().isEmpty()) {
        mOrder.name = host.isEmpty() ? tr("Base map") : host;
    }
    QgsRasterLayer::LayerOptions options(false, mTransforms);
    options.skipCrsValidation = true;
    auto layer = std::make_unique<QgsRasterLayer>(found.uri, mOrder.name, u"wms"_s, options);
    if (!layer->isValid()) {
        return Error{ErrorCode::Unreadable,
                     tr("“%1” answers, but its map cannot be drawn.").arg(mOrder.name),
                     layer->error().message(QgsErrorMessage::Text)};
    }
    const QString named = mOrder.attribution.isEmpty() ? found.attribution : mOrder.attribution;
    layer->serverProperties()->setAttribution(named.isEmpty() ? host : named);
    layer->moveToThread(QCoreApplication::instance()->thread());
    mLayer = std::move(layer);
    return {};
}

} // namespace gridward
