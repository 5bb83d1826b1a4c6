// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/export/geojsonfile.h"

#include <QJsonDocument>
#include <QLocale>

#include <cmath>
#include <ogr_feature.h>
#include <ogr_geometry.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr qsizetype kChunk = 1 << 18;

QByteArray quoted(const QByteArray &utf8)
{
    QByteArray text("\"");
    for (const char character : utf8) {
        switch (character) {
        case '"':
            text += "\\\"";
            break;
        case '\\':
            text += "\\\\";
            break;
        case '\n':
            text += "\\n";
            break;
        case '\r':
            text += "\\r";
            break;
        case '\t':
            text += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(character) < 0x20) {
                text += "\\u00" + QByteArray(1, character).toHex();
            } else {
                text += character;
            }
        }
    }
    return text + '"';
}

/** The shortest text that reads back as the same number. */
QByteArray numberText(double value)
{
    return std::isfinite(value) ? QByteArray::number(value, 'g', QLocale::FloatingPointShortest)
                                : "null"_ba;
}

QByteArray valueText(const OGRFeature &feature, int field)
{
    if (!feature.IsFieldSetAndNotNull(field)) {
        return "null"_ba;
    }
    switch (feature.GetFieldDefnRef(field)->GetType()) {
    case OFTInteger:
    case OFTInteger64:
        return QByteArray::number(static_cast<qlonglong>(feature.GetFieldAsInteger64(field)));
    case OFTReal:
        return numberText(feature.GetFieldAsDouble(field));
    case OFTDate:
        return quoted(QByteArray(feature.GetFieldAsString(field)).replace('/', '-'));
    default:
        return quoted(feature.GetFieldAsString(field));
    }
}

} // namespace

bool GeoJsonFile::open(const QString &path, const QString &layer, const QJsonObject &stamp)
{
    mFile.setFileName(path);
    if (!mFile.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        return false;
    }
    mText = R"({"type":"FeatureCollection","name":)" + quoted(layer.toUtf8());
    if (!stamp.isEmpty()) {
        mText += ",\"gridward\":" + QJsonDocument(stamp).toJson(QJsonDocument::Compact);
    }
    mText += ",\"features\":[";
    return true;
}

bool GeoJsonFile::add(const OGRFeature &feature)
{
    mText += mIsFirst ? "\n" : ",\n";
    mIsFirst = false;
    mText += R"({"type":"Feature","properties":{)";
    for (int field = 0; field < feature.GetFieldCount(); ++field) {
        mText += field > 0 ? "," : "";
        mText += quoted(feature.GetFieldDefnRef(field)->GetNameRef()) + ':';
        mText += valueText(feature, field);
    }
    mText += R"(},"geometry":)";
    if (const OGRGeometry *geometry = feature.GetGeometryRef(); geometry != nullptr) {
        appendGeometry(*geometry);
    } else {
        mText += "null";
    }
    mText += '}';
    return mText.size() < kChunk || flush();
}

bool GeoJsonFile::close()
{
    mText += "\n]}\n";
    if (!flush()) {
        return false;
    }
    mFile.close();
    return mFile.error() == QFileDevice::NoError;
}

bool GeoJsonFile::flush()
{
    const bool isWritten = mFile.write(mText) == mText.size() && mFile.flush();
    mText.clear();
    return isWritten;
}

void GeoJsonFile::appendGeometry(const OGRGeometry &geometry)
{
    const OGRwkbGeometryType type = wkbFlatten(geometry.getGeometryType());
    const char *name = type == wkbPoint          ? "Point"
                       : type == wkbPolygon      ? "Polygon"
                       : type == wkbMultiPolygon ? "MultiPolygon"
                                                 : nullptr;
    if (name == nullptr) {
        mText += "null"; // no schema of ours has another
        return;
    }
    mText += QByteArray(R"({"type":")") + name + R"(","coordinates":)";
    appendCoordinates(geometry);
    mText += '}';
}

void GeoJsonFile::appendCoordinates(const OGRGeometry &geometry)
{
    const auto append = [this](double x, double y) {
        mText += '[' + numberText(x) + ',' + numberText(y) + ']';
    };
    const OGRwkbGeometryType type = wkbFlatten(geometry.getGeometryType());
    if (type == wkbPoint) {
        append(geometry.toPoint()->getX(), geometry.toPoint()->getY());
        return;
    }
    mText += '[';
    bool isFirst = true;
    if (type == wkbMultiPolygon) {
        for (const OGRPolygon *polygon : *geometry.toMultiPolygon()) {
            mText += isFirst ? "" : ",";
            isFirst = false;
            appendCoordinates(*polygon);
        }
    } else {
        for (const OGRLinearRing *ring : *geometry.toPolygon()) {
            mText += isFirst ? "[" : ",[";
            isFirst = false;
            for (int place = 0; place < ring->getNumPoints(); ++place) {
                mText += place > 0 ? "," : "";
                append(ring->getX(place), ring->getY(place));
            }
            mText += ']';
        }
    }
    mText += ']';
}

} // namespace gridward
