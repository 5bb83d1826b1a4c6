// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/photofacts.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cmath>
#include <exiv2/exiv2.hpp>
#include <string>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PhotoFacts)
};

QString mediaTypeOf(const QByteArray &content)
{
    if (content.startsWith("\xFF\xD8\xFF")) {
        return u"image/jpeg"_s;
    }
    if (content.startsWith("\x89PNG\r\n\x1A\n")) {
        return u"image/png"_s;
    }
    if (content.startsWith("RIFF") && content.mid(8, 4) == "WEBP") {
        return u"image/webp"_s;
    }
    const QByteArray brand = content.mid(4, 8);
    if (brand.startsWith("ftyp") && (brand.endsWith("heic") || brand.endsWith("heix") ||
                                     brand.endsWith("mif1") || brand.endsWith("heif"))) {
        return u"image/heic"_s;
    }
    return {};
}

QString textOf(const Exiv2::ExifData &data, const char *key)
{
    const auto found = data.findKey(Exiv2::ExifKey(key));
    return found == data.end() ? QString() : QString::fromStdString(found->toString()).trimmed();
}

/** Degrees, minutes and seconds as three fractions. */
std::optional<double> degreesOf(const Exiv2::ExifData &data, const char *key)
{
    const auto found = data.findKey(Exiv2::ExifKey(key));
    if (found == data.end() || found->count() < 1) {
        return std::nullopt;
    }
    double degrees = 0.0;
    double unit = 1.0;
    for (int part = 0; part < std::min<int>(3, static_cast<int>(found->count())); ++part) {
        const Exiv2::Rational fraction = found->toRational(part);
        if (fraction.second == 0) {
            return part == 0 ? std::nullopt : std::optional(degrees);
        }
        degrees += unit * fraction.first / fraction.second;
        unit /= 60.0;
    }
    return degrees;
}

std::optional<GeoPoint> placeOf(const Exiv2::ExifData &data)
{
    const std::optional<double> longitude = degreesOf(data, "Exif.GPSInfo.GPSLongitude");
    const std::optional<double> latitude = degreesOf(data, "Exif.GPSInfo.GPSLatitude");
    if (!longitude || !latitude || (*longitude == 0.0 && *latitude == 0.0)) {
        return std::nullopt; // a camera without a fix
    }
    const bool west = textOf(data, "Exif.GPSInfo.GPSLongitudeRef").startsWith(u'W');
    const bool south = textOf(data, "Exif.GPSInfo.GPSLatitudeRef").startsWith(u'S');
    const GeoPoint place{west ? -*longitude : *longitude, south ? -*latitude : *latitude};
    return isValid(place) ? std::optional(place) : std::nullopt;
}

std::optional<Instant> timeOf(const Exiv2::ExifData &data, const QTimeZone &zone)
{
    for (const auto &[time, offset] :
         {std::pair{"Exif.Photo.DateTimeOriginal", "Exif.Photo.OffsetTimeOriginal"},
          std::pair{"Exif.Photo.DateTimeDigitized", "Exif.Photo.OffsetTimeDigitized"},
          std::pair{"Exif.Image.DateTime", "Exif.Photo.OffsetTime"}}) {
        const QDateTime local = QDateTime::fromString(textOf(data, time), u"yyyy:MM:dd HH:mm:ss"_s);
        if (!local.isValid() || local.date().year() < 1990) {
            continue;
        }
        const QDateTime withOffset =
            QDateTime::fromString(local.toString(Qt::ISODate) + textOf(data, offset), Qt::ISODate);
        const bool saysOffset = !textOf(data, offset).isEmpty() && withOffset.isValid();
        const QDateTime moment =
            saysOffset ? withOffset : QDateTime(local.date(), local.time(), zone);
        return Instant{std::chrono::milliseconds(moment.toMSecsSinceEpoch())};
    }
    return std::nullopt;
}

} // namespace

Result<PhotoFacts> readPhotoFacts(const QByteArray &content, const QTimeZone &zone)
{
    if (content.size() > kLargestPhoto) {
        return Error{
            ErrorCode::InvalidInput,
            Words::tr("The picture is larger than %1 MiB. Make it smaller and add it again.")
                .arg(kLargestPhoto / (1024 * 1024)),
            {}};
    }
    PhotoFacts facts;
    facts.mediaType = mediaTypeOf(content);
    if (facts.mediaType == "image/heic"_L1) {
        return Error{ErrorCode::Unsupported,
                     Words::tr("HEIC pictures cannot be shown here. Set the telephone to JPEG "
                               "(“most compatible”), or save the picture as JPEG."),
                     {}};
    }
    if (facts.mediaType.isEmpty()) {
        return Error{ErrorCode::Unsupported,
                     Words::tr("This is no picture. Add JPEG, PNG or WebP files."),
                     {}};
    }
    try {
        Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute); // what is odd in a picture is not our log's
        const auto image =
            Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte *>(content.constData()),
                                      static_cast<long>(content.size()));
        image->readMetadata();
        facts.place = placeOf(image->exifData());
        facts.takenAt = timeOf(image->exifData(), zone);
    } catch (const std::exception &) {
        return facts; // a picture that says nothing about itself
    }
    return facts;
}

} // namespace gridward
