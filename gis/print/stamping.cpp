// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/print/stamping.h"

#include <QDateTime>

#include <gdal_priv.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** "D:20261120160000+08'00'", as PDF has it. */
QString pdfTime(const QDateTime &time)
{
    const int minutes = time.offsetFromUtc() / 60;
    return u"D:%1%2%3'%4'"_s.arg(time.toString(u"yyyyMMddHHmmss"_s))
        .arg(QChar(minutes < 0 ? u'-' : u'+'))
        .arg(qAbs(minutes) / 60, 2, 10, QChar(u'0'))
        .arg(qAbs(minutes) % 60, 2, 10, QChar(u'0'));
}

} // namespace

bool stampPdf(const QString &file, const Stamp &stamp, const QString &title)
{
    if (stamp.isEmpty()) {
        return true;
    }
    GDALAllRegister();
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    CPLErrorReset();
    const GDALDatasetUniquePtr pdf(
        GDALDataset::Open(file.toUtf8().constData(), GDAL_OF_RASTER | GDAL_OF_UPDATE));
    if (!pdf) {
        return false;
    }
    const auto set = [&pdf](const char *name, const QString &value) {
        return pdf->SetMetadataItem(name, value.toUtf8().constData()) == CE_None;
    };
    return set("AUTHOR", stamp.who()) && set("CREATOR", u"Gridward " GRIDWARD_VERSION ""_s) &&
           set("CREATION_DATE", pdfTime(stamp.localTime())) && set("TITLE", title);
}

void stampImage(QImage &picture, const Stamp &stamp)
{
    if (stamp.isEmpty() || picture.isNull()) {
        return;
    }
    picture.setText(u"Author"_s, stamp.who());
    picture.setText(u"Creation Time"_s, stamp.toJson().value(u"made_at"_s).toString());
    picture.setText(u"Time Zone"_s, stamp.timeZone);
    picture.setText(u"Software"_s, u"Gridward " GRIDWARD_VERSION ""_s);
}

} // namespace gridward
