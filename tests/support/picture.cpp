// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/picture.h"

#include <QCoreApplication>
#include <QDebug>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace gridward {

PictureDifference compare(const QImage &one, const QImage &other)
{
    PictureDifference result;
    if (one.size() != other.size() || one.isNull()) {
        result.sameSize = false;
        return result;
    }
    const QImage a = one.convertToFormat(QImage::Format_RGB32);
    const QImage b = other.convertToFormat(QImage::Format_RGB32);
    double sum = 0.0;
    double far = 0.0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            const int red = std::abs(qRed(p) - qRed(q));
            const int green = std::abs(qGreen(p) - qGreen(q));
            const int blue = std::abs(qBlue(p) - qBlue(q));
            sum += red + green + blue;
            far += std::max({red, green, blue}) > 40 ? 1.0 : 0.0;
        }
    }
    const double pixels = static_cast<double>(a.width()) * a.height();
    result.mean = sum / (3.0 * pixels);
    result.farPixels = far / pixels;
    return result;
}

bool matchesReference(const QImage &picture, const QString &name)
{
    const QString file = QStringLiteral(GRIDWARD_TEST_DATA) + u"/%1.png"_s.arg(name);
    if (qEnvironmentVariableIsSet("GRIDWARD_UPDATE_PICTURES")) {
        return picture.save(file);
    }
    const PictureDifference difference = compare(picture, QImage(file));
    if (difference.sameSize && difference.mean < 2.0 && difference.farPixels < 0.01) {
        return true;
    }
    // Beside the program: whoever runs it in the sources shall not find it there.
    picture.save(QCoreApplication::applicationDirPath() + u"/%1.actual.png"_s.arg(name));
    qInfo() << name << "differs: mean" << difference.mean << "far" << difference.farPixels
            << "same size" << difference.sameSize;
    return false;
}

} // namespace gridward
