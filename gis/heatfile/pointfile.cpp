// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heatfile/pointfile.h"

#include "gis/heatfile/vectorfile.h"
#include "models/domain/case.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <cpl_error.h>
#include <ogrsf_frmts.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeatFile)
};

constexpr qint64 kAskEvery = 4096;

/** OGR's flags of time zones: quarters of an hour from this one, which is UTC. */
constexpr int kZoneOfUtc = 100;
constexpr int kZoneUnknown = 1; ///< or less

/** Reads the features of one layer into a set. */
class PointReader
{
public:
    PointReader(const PointOrder &order, const FileWatch &watch, VectorFile &file)
        : mOrder(order)
        , mWatch(watch)
        , mLayer(*file.layer)
    {
        mSet.crs = file.crs;
        mSet.counts.layer = QString::fromUtf8(mLayer.GetName());
    }

    [[nodiscard]] Result<PointSet> read();

private:
    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] Result<int> fieldOf(const QString &name) const;
    [[nodiscard]] Result<int> findTimes() const;
    [[nodiscard]] bool takeTime(const OGRFeature &feature, qint64 &time);
    [[nodiscard]] bool takeWeight(const OGRFeature &feature, double &weight) const;
    void take(const OGRFeature &feature);
    void add(const OGRPoint &point, double weight, qint64 time, bool isPersonal);

    const PointOrder &mOrder;
    const FileWatch &mWatch;
    OGRLayer &mLayer;
    PointSet mSet;
    int mWeight = -1;
    int mTime = -1;
    int mSource = -1;
};

Result<int> PointReader::fieldOf(const QString &name) const
{
    const int field = mLayer.GetLayerDefn()->GetFieldIndex(name.toUtf8().constData());
    if (field >= 0) {
        return field;
    }
    return Error{ErrorCode::InvalidInput,
                 Words::tr("There is no field “%1”. Fields are: %2.").arg(name, fieldNames(mLayer)),
                 {}};
}

Result<int> PointReader::findTimes() const
{
    if (!mOrder.timeField.isEmpty()) {
        return fieldOf(mOrder.timeField);
    }
    const OGRFeatureDefn &columns = *mLayer.GetLayerDefn();
    for (int i = 0; i < columns.GetFieldCount(); ++i) {
        const OGRFieldType type = columns.GetFieldDefn(i)->GetType();
        if (type == OFTDate || type == OFTDateTime) {
            return i;
        }
    }
    return Error{ErrorCode::InvalidInput,
                 Words::tr("No field holds dates or times. Name one by --time. Fields are: %1.")
                     .arg(fieldNames(mLayer)),
                 {}};
}

Result<void> PointReader::prepare()
{
    if (!mOrder.weightField.isEmpty()) {
        const Result<int> field = fieldOf(mOrder.weightField);
        if (!field) {
            return field.error();
        }
        mWeight = field.value();
    }
    if (mOrder.needsTimes || mOrder.from || mOrder.to || !mOrder.timeField.isEmpty()) {
        const Result<int> field = findTimes();
        if (!field) {
            return field.error();
        }
        mTime = field.value();
    }
    if (!mOrder.personalSources.isEmpty()) {
        mSource = mLayer.GetLayerDefn()->GetFieldIndex(mOrder.personalSources.toUtf8().constData());
    }
    if (mOrder.where.trimmed().isEmpty()) {
        return {};
    }
    CPLErrorReset();
    if (mLayer.SetAttributeFilter(mOrder.where.toUtf8().constData()) == OGRERR_NONE) {
        return {};
    }
    QString said = QString::fromUtf8(CPLGetLastErrorMsg()).simplified();
    while (said.endsWith(u'.')) {
        said.chop(1); // our sentence ends it
    }
    return Error{ErrorCode::InvalidInput,
                 Words::tr("The condition “%1” cannot be understood: %2. Fields are: %3.")
                     .arg(mOrder.where, said, fieldNames(mLayer)),
                 said};
}

bool PointReader::takeTime(const OGRFeature &feature, qint64 &time)
{
    if (mTime < 0) {
        return true;
    }
    OGRField raw;
    const OGRField *field = feature.GetRawFieldRef(mTime);
    if (feature.IsFieldSetAndNotNull(mTime) == FALSE) {
        ++mSet.counts.withoutTime;
        return false;
    }
    const OGRFieldType type = feature.GetFieldDefnRef(mTime)->GetType();
    if (type != OFTDate && type != OFTDateTime) {
        if (OGRParseDate(feature.GetFieldAsString(mTime), &raw, 0) == FALSE) {
            ++mSet.counts.withoutTime;
            return false;
        }
        field = &raw;
    }
    const auto &part = field->Date;
    const QDateTime moment(
        QDate(part.Year, part.Month, part.Day), QTime(part.Hour, part.Minute, 0), QTimeZone::utc());
    time = moment.toMSecsSinceEpoch() + std::llround(1000.0 * static_cast<double>(part.Second));
    if (part.TZFlag > kZoneUnknown) {
        time -= (part.TZFlag - kZoneOfUtc) * qint64(15 * 60 * 1000);
    } else {
        mSet.counts.isStamped = true;
    }
    const Instant at{std::chrono::milliseconds(time)};
    if (!moment.isValid()) {
        ++mSet.counts.withoutTime;
        return false;
    }
    if ((mOrder.from && at < *mOrder.from) || (mOrder.to && at >= *mOrder.to)) {
        ++mSet.counts.outsidePeriod;
        return false;
    }
    return true;
}

bool PointReader::takeWeight(const OGRFeature &feature, double &weight) const
{
    if (mWeight < 0) {
        return true;
    }
    const OGRFieldType type = feature.GetFieldDefnRef(mWeight)->GetType();
    bool isNumber = feature.IsFieldSetAndNotNull(mWeight) != FALSE;
    if (isNumber && type == OFTString) {
        weight = QString::fromUtf8(feature.GetFieldAsString(mWeight)).trimmed().toDouble(&isNumber);
    } else if (isNumber) {
        weight = feature.GetFieldAsDouble(mWeight);
    }
    return isNumber && std::isfinite(weight) && weight >= 0.0;
}

void PointReader::add(const OGRPoint &point, double weight, qint64 time, bool isPersonal)
{
    if (point.IsEmpty() != FALSE) {
        ++mSet.counts.withoutPlace;
        return;
    }
    if (!std::isfinite(point.getX()) || !std::isfinite(point.getY())) {
        ++mSet.counts.noNumbers;
        return;
    }
    mSet.xs.push_back(point.getX());
    mSet.ys.push_back(point.getY());
    if (mWeight >= 0) {
        mSet.weights.push_back(weight);
    }
    if (mTime >= 0) {
        mSet.times.push_back(time);
    }
    if (mSource >= 0) {
        mSet.personal.push_back(isPersonal);
    }
}

void PointReader::take(const OGRFeature &feature)
{
    ++mSet.counts.features;
    double weight = 1.0;
    qint64 time = 0;
    if (!takeTime(feature, time)) {
        return;
    }
    if (!takeWeight(feature, weight)) {
        ++mSet.counts.withoutWeight;
        return;
    }
    bool isPersonal = false;
    if (mSource >= 0) {
        const std::optional<CaseSource> source =
            caseSourceFromId(QString::fromUtf8(feature.GetFieldAsString(mSource)));
        isPersonal = source && hasReporter(*source);
    }
    const OGRGeometry *shape = feature.GetGeometryRef();
    if (shape == nullptr || shape->IsEmpty() != FALSE) {
        ++mSet.counts.withoutPlace;
        return;
    }
    switch (wkbFlatten(shape->getGeometryType())) {
    case wkbPoint:
        add(*shape->toPoint(), weight, time, isPersonal);
        break;
    case wkbMultiPoint:
        for (const OGRPoint *point : *shape->toMultiPoint()) {
            add(*point, weight, time, isPersonal);
        }
        break;
    default:
        ++mSet.counts.otherShapes;
    }
}

Result<PointSet> PointReader::read()
{
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    if (const Result<void> ready = prepare(); !ready) {
        return ready.error();
    }
    // Counting may mean reading all of it.
    const bool isCheap = mLayer.TestCapability(OLCFastFeatureCount) != FALSE;
    const auto all = static_cast<double>(isCheap ? mLayer.GetFeatureCount() : 0);
    CPLErrorReset();
    mLayer.ResetReading();
    while (const OGRFeatureUniquePtr feature{mLayer.GetNextFeature()}) {
        take(*feature);
        if (mSet.counts.features % kAskEvery == 0) {
            if (mWatch.isCancelled && mWatch.isCancelled()) {
                return Error{ErrorCode::Cancelled, Words::tr("Stopped; nothing was written."), {}};
            }
            if (mWatch.progress && all > 0.0) {
                mWatch.progress(std::min(1.0, static_cast<double>(mSet.counts.features) / all));
            }
        }
    }
    if (CPLGetLastErrorType() >= CE_Failure) {
        return Error{ErrorCode::Unreadable,
                     Words::tr("“%1” breaks off or is damaged. Get it anew.")
                         .arg(QFileInfo(mOrder.file).fileName()),
                     QString::fromUtf8(CPLGetLastErrorMsg())};
    }
    return std::move(mSet);
}

} // namespace

Result<PointSet> readPoints(const PointOrder &order, const FileWatch &watch)
{
    Result<VectorFile> opened = openVectorFile(order.file, order.layer);
    if (!opened) {
        return opened.error();
    }
    VectorFile file = std::move(opened).value();
    if (file.crs.isEmpty()) {
        if (order.crs.isEmpty()) {
            return Error{ErrorCode::InvalidInput,
                         Words::tr("“%1” does not say its coordinate system. Name it by --crs, as "
                                   "in --crs EPSG:2056.")
                             .arg(QFileInfo(order.file).fileName()),
                         {}};
        }
        const Result<QString> named = crsNamed(order.crs);
        if (!named) {
            return named.error();
        }
        file.crs = named.value();
    }
    return PointReader(order, watch, file).read();
}

} // namespace gridward
