// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QJsonObject>
#include <QString>

class OGRFeature;
class OGRGeometry;

namespace gridward {

/**
 * A GeoJSON file (RFC 7946) written feature by feature. GDAL's own writer turns texts that look
 * like JSON into objects and cuts coordinates to fifteen digits; this one keeps both. One thread.
 */
class GeoJsonFile
{
public:
    /**
     * A stamp becomes the foreign member "gridward". False if a byte could not be written: see
     * errorText().
     */
    [[nodiscard]] bool open(const QString &path, const QString &layer, const QJsonObject &stamp);
    [[nodiscard]] bool add(const OGRFeature &feature);
    [[nodiscard]] bool close();
    [[nodiscard]] QString errorText() const { return mFile.errorString(); }

private:
    [[nodiscard]] bool flush();
    void appendGeometry(const OGRGeometry &geometry);
    void appendCoordinates(const OGRGeometry &geometry);

    QFile mFile;
    QByteArray mText;
    bool mIsFirst = true;
};

} // namespace gridward
