// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/basemap/basemapservice.h"

#include <qgsdatasourceuri.h>

#include <QCoreApplication>
#include <QDomDocument>
#include <QHash>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(BaseMapService)
};

constexpr int kDeepestZoom = 18;
constexpr double kMercatorEdge = 85.0511;

QList<QDomElement> childrenOf(const QDomElement &parent, QLatin1StringView name)
{
    QList<QDomElement> found;
    for (QDomElement one = parent.firstChildElement(); !one.isNull();
         one = one.nextSiblingElement()) {
        if (one.localName() == name) {
            found.append(one);
        }
    }
    return found;
}

QDomElement childOf(const QDomElement &parent, QLatin1StringView name)
{
    return childrenOf(parent, name).value(0);
}

QString textOf(const QDomElement &parent, QLatin1StringView name)
{
    return childOf(parent, name).text().trimmed();
}

/** "EPSG:3857" of "urn:ogc:def:crs:EPSG::3857" and of older names. */
QString plainCrs(const QString &name)
{
    if (name.contains("CRS84"_L1)) {
        return u"OGC:CRS84"_s;
    }
    const QString code = name.section(u':', -1);
    return code == "900913"_L1 || code == "3785"_L1 ? u"EPSG:3857"_s : u"EPSG:%1"_s.arg(code);
}

/** Value of a query item, whatever the case of its name. */
QString queryValue(const QUrl &url, QLatin1StringView name)
{
    for (const auto &[key, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        if (key.compare(name, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

QString wantedLayer(const QUrl &url)
{
    const QString layer = queryValue(url, "layer"_L1);
    return layer.isEmpty() ? queryValue(url, "layers"_L1) : layer;
}

/** Without the items that say what is asked for; keys and the like stay. */
QUrl withoutQuestion(QUrl url)
{
    QUrlQuery kept;
    for (const auto &[key, value] : QUrlQuery(url).queryItems(QUrl::FullyEncoded)) {
        static const QStringList question{u"service"_s,
                                          u"request"_s,
                                          u"version"_s,
                                          u"layer"_s,
                                          u"layers"_s,
                                          u"style"_s,
                                          u"styles"_s,
                                          u"format"_s,
                                          u"crs"_s,
                                          u"srs"_s,
                                          u"bbox"_s,
                                          u"width"_s,
                                          u"height"_s};
        if (!question.contains(key.toLower())) {
            kept.addQueryItem(key, value);
        }
    }
    url.setQuery(kept);
    return url;
}

bool isWmtsAddress(const QUrl &url)
{
    const QString service = queryValue(url, "service"_L1);
    return service.isEmpty() ? url.path().contains("wmts"_L1, Qt::CaseInsensitive)
                             : service.compare("wmts"_L1, Qt::CaseInsensitive) == 0;
}

QString bestOf(const QStringList &offered, const QStringList &wanted)
{
    for (const QString &one : wanted) {
        if (offered.contains(one)) {
            return one;
        }
    }
    return offered.value(0);
}

Error noLayer(const QString &wanted)
{
    return Error{
        ErrorCode::NotFound,
        wanted.isEmpty()
            ? Words::tr("The map service offers no layer that can be drawn.")
            : Words::tr("The map service offers no layer “%1” that can be drawn.").arg(wanted),
        {}};
}

QString uriOf(const QList<std::pair<QString, QString>> &items)
{
    QgsDataSourceUri uri;
    for (const auto &[key, value] : items) {
        uri.setParam(key, value);
    }
    return QString::fromUtf8(uri.encodedUri());
}

Result<BaseMapLayer> readWmts(const QUrl &url, const QDomElement &root)
{
    const QDomElement contents = childOf(root, "Contents"_L1);
    QHash<QString, QString> systems; // of each matrix set
    for (const QDomElement &set : childrenOf(contents, "TileMatrixSet"_L1)) {
        if (childrenOf(set, "TileMatrix"_L1).isEmpty()) {
            // QGIS would fall over it.
            return Error{ErrorCode::Unreadable,
                         Words::tr("The map service describes itself wrongly; ask those who run "
                                   "it, or take another one."),
                         u"matrix set without matrices: "_s + textOf(set, "Identifier"_L1)};
        }
        systems.insert(textOf(set, "Identifier"_L1), plainCrs(textOf(set, "SupportedCRS"_L1)));
    }
    const QString wanted = wantedLayer(url);
    for (const QDomElement &layer : childrenOf(contents, "Layer"_L1)) {
        const QString name = textOf(layer, "Identifier"_L1);
        if (!wanted.isEmpty() && name != wanted) {
            continue;
        }
        QString set;
        for (const QDomElement &link : childrenOf(layer, "TileMatrixSetLink"_L1)) {
            const QString one = textOf(link, "TileMatrixSet"_L1);
            if (set.isEmpty() || systems.value(one) == "EPSG:3857"_L1) {
                set = one;
            }
        }
        QString style = textOf(childOf(layer, "Style"_L1), "Identifier"_L1);
        for (const QDomElement &one : childrenOf(layer, "Style"_L1)) {
            if (one.attribute(u"isDefault"_s) == "true"_L1) {
                style = textOf(one, "Identifier"_L1);
            }
        }
        QStringList formats;
        for (const QDomElement &format : childrenOf(layer, "Format"_L1)) {
            formats.append(format.text().trimmed());
        }
        if (systems.contains(set)) {
            const QString system = systems.value(set);
            const QString format = bestOf(formats, {u"image/png"_s, u"image/jpeg"_s});
            return BaseMapLayer{uriOf({{u"crs"_s, system},
                                       {u"format"_s, format},
                                       {u"layers"_s, name},
                                       {u"styles"_s, style},
                                       {u"tileMatrixSet"_s, set},
                                       {u"url"_s,
                                        capabilitiesAddress(url.toString(QUrl::FullyEncoded))
                                            .toString(QUrl::FullyEncoded)}}),
                                system,
                                textOf(childOf(root, "ServiceProvider"_L1), "ProviderName"_L1)};
        }
    }
    return noLayer(wanted);
}

/** Layers of a WMS inherit the systems of those they lie in. */
std::optional<std::pair<QDomElement, QStringList>>
findWmsLayer(const QDomElement &layer, const QString &wanted, QStringList systems)
{
    for (const QLatin1StringView name : {"CRS"_L1, "SRS"_L1}) {
        for (const QDomElement &system : childrenOf(layer, name)) {
            systems += system.text().simplified().split(u' ');
        }
    }
    const QString name = textOf(layer, "Name"_L1);
    if (!name.isEmpty() && (wanted.isEmpty() || name == wanted)) {
        return std::pair(layer, systems);
    }
    for (const QDomElement &part : childrenOf(layer, "Layer"_L1)) {
        if (const auto found = findWmsLayer(part, wanted, systems)) {
            return found;
        }
    }
    return std::nullopt;
}

Result<BaseMapLayer> readWms(const QUrl &url, const QDomElement &root)
{
    const QDomElement capability = childOf(root, "Capability"_L1);
    const QString wanted = wantedLayer(url);
    const auto found = findWmsLayer(childOf(capability, "Layer"_L1), wanted, {});
    if (!found) {
        return noLayer(wanted);
    }
    const auto &[layer, systems] = *found;
    const QString system = bestOf(systems, {u"EPSG:3857"_s, u"EPSG:4326"_s, u"EPSG:4490"_s});
    QStringList formats;
    const QDomElement map = childOf(childOf(capability, "Request"_L1), "GetMap"_L1);
    for (const QDomElement &format : childrenOf(map, "Format"_L1)) {
        formats.append(format.text().trimmed());
    }
    const QString attribution = textOf(childOf(layer, "Attribution"_L1), "Title"_L1);
    return BaseMapLayer{uriOf({{u"crs"_s, system},
                               {u"format"_s, bestOf(formats, {u"image/png"_s, u"image/jpeg"_s})},
                               {u"layers"_s, textOf(layer, "Name"_L1)},
                               {u"styles"_s, QString()},
                               {u"url"_s, withoutQuestion(url).toString(QUrl::FullyEncoded)}}),
                        system,
                        attribution.isEmpty() ? textOf(childOf(root, "Service"_L1), "Title"_L1)
                                              : attribution};
}

} // namespace

bool isTileAddress(const QString &url)
{
    return url.contains("{q}"_L1) || (url.contains("{x}"_L1) && url.contains("{z}"_L1) &&
                                      (url.contains("{y}"_L1) || url.contains("{-y}"_L1)));
}

Result<QString> checkedAddress(const QString &url)
{
    QString address = url.trimmed();
    address.replace("{s}"_L1, "a"_L1);
    const QUrl parsed(isTileAddress(address) ? tileAddress(address, {}, 0).toString() : address);
    const QString scheme = parsed.scheme();
    const bool known = scheme == "http"_L1 || scheme == "https"_L1 || scheme == "file"_L1;
    if (!parsed.isValid() || !known || (scheme != "file"_L1 && parsed.host().isEmpty())) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("“%1” is not the address of a map service. It begins with https:// "
                               "and has {x}, {y} and {z} in it, or is that of a WMTS or WMS.")
                         .arg(url),
                     {}};
    }
    if (scheme == "file"_L1 && !isTileAddress(address)) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("Tiles in a folder need {x}, {y} and {z} in their address. Open "
                               "single files as map files instead."),
                     {}};
    }
    return address;
}

QUrl tileAddress(const QString &url, const GeoPoint &place, int zoom)
{
    const double tiles = std::ldexp(1.0, zoom);
    const double latitude =
        std::clamp(place.latitude, -kMercatorEdge, kMercatorEdge) * std::numbers::pi / 180.0;
    const double down = 0.5 - std::asinh(std::tan(latitude)) / (2.0 * std::numbers::pi);
    const auto number = [&](double share) {
        return static_cast<int>(std::clamp(std::floor(share * tiles), 0.0, tiles - 1.0));
    };
    const int x = number((place.longitude + 180.0) / 360.0);
    const int y = number(down);
    QString key;
    for (int i = zoom - 1; i >= 0; --i) {
        key += QString::number(((x >> i) & 1) + 2 * ((y >> i) & 1));
    }
    QString address = url;
    address.replace("{x}"_L1, QString::number(x));
    address.replace("{-y}"_L1, QString::number(static_cast<int>(tiles) - 1 - y));
    address.replace("{y}"_L1, QString::number(y));
    address.replace("{z}"_L1, QString::number(zoom));
    address.replace("{q}"_L1, key);
    return QUrl(address);
}

QString tileUri(const QString &url)
{
    return uriOf({{u"type"_s, u"xyz"_s},
                  {u"url"_s, url},
                  {u"zmin"_s, u"0"_s},
                  {u"zmax"_s, QString::number(kDeepestZoom)}});
}

QUrl capabilitiesAddress(const QString &url)
{
    QUrl address(url);
    if (address.path().endsWith(".xml"_L1, Qt::CaseInsensitive)) {
        return address;
    }
    const QString service = isWmtsAddress(address) ? u"WMTS"_s : u"WMS"_s;
    address = withoutQuestion(address);
    QUrlQuery query(address);
    query.addQueryItem(u"SERVICE"_s, service);
    query.addQueryItem(u"REQUEST"_s, u"GetCapabilities"_s);
    address.setQuery(query);
    return address;
}

Result<BaseMapLayer> readCapabilities(const QString &url, const QByteArray &answer)
{
    QDomDocument document;
    QString problem;
    if (!document.setContent(answer, true, &problem)) {
        problem = u"no XML: "_s + problem;
    } else if (document.documentElement().localName() == "Capabilities"_L1) {
        return readWmts(QUrl(url), document.documentElement());
    } else if (document.documentElement().localName() == "WMS_Capabilities"_L1 ||
               document.documentElement().localName() == "WMT_MS_Capabilities"_L1) {
        return readWms(QUrl(url), document.documentElement());
    } else {
        problem = document.documentElement().localName();
    }
    return Error{ErrorCode::Unreadable,
                 Words::tr("The answer of “%1” is not that of a WMTS or WMS. Check the address.")
                     .arg(QUrl(url).host()),
                 problem};
}

} // namespace gridward
