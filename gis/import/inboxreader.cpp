// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/inboxreader.h"

#include "gis/import/caseprofile.h"
#include "gis/import/featuresource.h"
#include "gis/import/fieldmap.h"
#include "gis/import/jsonlinessource.h"
#include "gis/import/localtime.h"
#include "gis/import/positioning.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <ogr_geometry.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(InboxReader)
};

constexpr qsizetype kBlock = 2000; ///< rows that are handed on at once
constexpr qsizetype kMostRefusals = 1000;

constexpr std::array kFields{
    FieldNames{"text",
               false,
               "内容 诉求内容 问题描述 事件描述 案件描述 工单内容 来电内容 投诉内容 反映内容 "
               "主要内容 诉求 描述 问题 content description message body complaint"},
    FieldNames{"address",
               false,
               "地址 事发地址 发生地址 问题地址 详细地址 事发地点 发生地点 地点 位置 位置描述 "
               "location place addr street"},
    FieldNames{
        "time",
        false,
        "时间 来电时间 受理时间 上报时间 登记时间 投诉时间 诉求时间 创建时间 日期 received_at "
        "reported_at created_at opened_at received created timestamp date"},
    FieldNames{"number",
               false,
               "编号 工单编号 工单号 案件编号 案件号 受理编号 诉求编号 流水号 序列号 id case_id "
               "report_id ticket reference"},
    FieldNames{"class", false, "类别 诉求类别 问题类型 小类名称 小类 类型 分类 category type item"},
    FieldNames{"caller", false, "来电人 来电人姓名 诉求人 投诉人 反映人 联系人 市民姓名 姓名 name"},
    FieldNames{
        "phone",
        false,
        "电话 来电号码 来电电话 联系电话 联系方式 手机号码 手机号 手机 telephone mobile tel"},
    FieldNames{"longitude", false, "经度 lon lng long x"},
    FieldNames{"latitude", false, "纬度 lat y"}};

const QStringList kTimeFormats{u"yyyy-M-d H:mm:ss"_s,
                               u"yyyy-M-d H:mm"_s,
                               u"yyyy-M-d"_s,
                               u"iso"_s,
                               u"yyyyMMddHHmmss"_s,
                               u"yyyyMMdd"_s};

/** 2026年3月5日 8时05分 and 2026/3/5 as one way of writing. */
QByteArray plainTime(QString text)
{
    static constexpr std::array kChanges{std::pair{u'年', u'-'},
                                         std::pair{u'月', u'-'},
                                         std::pair{u'日', u' '},
                                         std::pair{u'时', u':'},
                                         std::pair{u'点', u':'},
                                         std::pair{u'分', u':'},
                                         std::pair{u'秒', u' '},
                                         std::pair{u'/', u'-'},
                                         std::pair{u'：', u':'}};
    for (const auto &[from, to] : kChanges) {
        text.replace(QChar(from), QChar(to));
    }
    text = text.simplified();
    while (text.endsWith(u':') || text.endsWith(u'-')) {
        text.chop(1);
    }
    return text.toUtf8();
}

/** Which columns hold what: by header, by name, or by profile. */
class Reading
{
public:
    Reading(const InboxFileOptions &options, FeatureSource &source)
        : mOptions(options)
        , mSource(source)
        , mLocalTime(options.timeZone)
    {
    }
    [[nodiscard]] Result<void> open(const QString &file, const std::optional<CaseProfile> &profile);
    /** Nothing if it has to be refused; `why` says so. */
    [[nodiscard]] std::optional<InboxArrival> take(const SourceFeature &row, QString &why);
    void finish();

    InboxFileReport report;

private:
    [[nodiscard]] QString value(const SourceFeature &row, QLatin1StringView field) const
    {
        return row.values.value(mColumns.value(QString(field), -1)).trimmed();
    }
    [[nodiscard]] QString filled(const QString &pattern, const SourceFeature &row) const;
    void readTime(const QString &text, InboxItem &item);
    void readPlace(const SourceFeature &row, InboxItem &item);
    void readClass(const SourceFeature &row, InboxItem &item) const;

    const InboxFileOptions &mOptions;
    FeatureSource &mSource;
    LocalTime mLocalTime;
    std::optional<CaseProfile> mProfile;
    std::vector<TimeFormat> mFormats;
    QHash<QString, int> mColumns; ///< ours → number
    std::unique_ptr<Positioning> mPositioning;
    qint64 mBadTimes = 0;
    qint64 mBadPlaces = 0;
};

Result<void> Reading::open(const QString &file, const std::optional<CaseProfile> &profile)
{
    mProfile = profile;
    QHash<QString, QString> named = mOptions.columns;
    QStringList formats = kTimeFormats;
    QString crs = mOptions.crs;
    if (profile) {
        for (const auto &[field, column] : {std::pair{u"number"_s, profile->idColumn},
                                            std::pair{u"time"_s, profile->reportedColumn},
                                            std::pair{u"longitude"_s, profile->position.xColumn},
                                            std::pair{u"latitude"_s, profile->position.yColumn}}) {
            if (!column.isEmpty() && !named.contains(field)) {
                named.insert(field, column);
            }
        }
        formats = profile->timeFormats + formats;
        crs = crs.isEmpty() ? profile->position.crs : crs;
        if (!profile->timeZone.isEmpty()) {
            mLocalTime = LocalTime(profile->timeZone);
        }
    }
    const Result<FieldMap> fields =
        FieldMap::match(mSource.name(), mSource.columns(), kFields, named);
    if (!fields) {
        return fields.error();
    }
    QStringList unused = mSource.columns();
    for (const FieldNames &field : kFields) {
        const int column = fields.value().column(QLatin1StringView(field.field));
        if (column >= 0) {
            const QString name = QString::fromLatin1(field.field);
            mColumns.insert(name, column);
            report.columns.insert(name, mSource.columns().at(column));
            unused.removeOne(mSource.columns().at(column));
        }
    }
    report.unused = unused;
    if (!mColumns.contains(u"text"_s) && !(profile && !profile->text.isEmpty())) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("No column of “%1” is known to hold the text (内容). It has: %2. "
                               "Name it: --column text=COLUMN.")
                         .arg(mSource.name(), mSource.columns().join(u", "_s)),
                     {}};
    }
    for (const QString &format : std::as_const(formats)) {
        if (const std::optional<TimeFormat> known = TimeFormat::parse(format)) {
            mFormats.push_back(*known);
        }
    }
    if (mColumns.contains(u"longitude"_s) || mSource.hasGeometry() || !crs.isEmpty()) {
        Result<std::unique_ptr<Positioning>> positioning =
            Positioning::choose(file, crs, mSource.system(), {}, mSource.degreesRule());
        if (!positioning) {
            return positioning.error();
        }
        mPositioning = std::move(positioning).value();
        report.notes += mPositioning->notes();
    }
    return {};
}

/** "{item}, {road}" with what stands in those columns. */
QString Reading::filled(const QString &pattern, const SourceFeature &row) const
{
    QString text = pattern;
    for (qsizetype column = 0; column < mSource.columns().size(); ++column) {
        text.replace(u'{' + mSource.columns().at(column) + u'}',
                     row.values.value(column).trimmed());
    }
    return text.trimmed();
}

void Reading::readTime(const QString &text, InboxItem &item)
{
    item.toldAt = text;
    if (text.isEmpty()) {
        return;
    }
    const QByteArray plain = plainTime(text);
    for (const TimeFormat &format : mFormats) {
        for (const QByteArray &written : {text.toUtf8(), plain}) {
            if (const std::optional<TimeFormat::Moment> moment = format.read(written)) {
                item.receivedAt =
                    moment->absolute ? *moment->absolute : mLocalTime.toUtc(moment->local).at;
                return;
            }
        }
    }
    ++mBadTimes;
}

void Reading::readPlace(const SourceFeature &row, InboxItem &item)
{
    if (!mPositioning) {
        return;
    }
    const QString longitude = value(row, "longitude"_L1);
    const QString latitude = value(row, "latitude"_L1);
    std::optional<GeoPoint> place;
    bool isGiven = !longitude.isEmpty() || !latitude.isEmpty();
    if (isGiven) {
        bool isX = false;
        bool isY = false;
        const double x = longitude.toDouble(&isX);
        const double y = latitude.toDouble(&isY);
        if (isX && isY && (x != 0.0 || y != 0.0)) {
            place = mPositioning->toWgs84(x, y);
        }
    } else if (OGRGeometry *shape = mSource.geometry(); shape != nullptr && !shape->IsEmpty()) {
        isGiven = true;
        OGREnvelope box;
        shape->getEnvelope(&box);
        place = mPositioning->toWgs84((box.MinX + box.MaxX) / 2.0, (box.MinY + box.MaxY) / 2.0);
    }
    if (place && isValid(*place)) {
        item.place = place;
    } else if (isGiven) {
        ++mBadPlaces;
    }
}

void Reading::readClass(const SourceFeature &row, InboxItem &item) const
{
    item.classWords = value(row, "class"_L1);
    if (!mProfile) {
        return;
    }
    QStringList values;
    for (const QString &column : mProfile->classes.columns) {
        values.append(row.values.value(mSource.columns().indexOf(column)).trimmed());
    }
    for (const CaseClassRule &rule : mProfile->classes.rules) {
        bool fits = rule.values.size() == values.size() && rule.target;
        for (qsizetype place = 0; fits && place < values.size(); ++place) {
            fits = rule.values.at(place) == u"*"_s || rule.values.at(place) == values.at(place);
        }
        if (fits) {
            item.proposedClass = InboxClass{rule.target->kind, rule.target->code};
            item.classWords = values.join(u' ');
            return;
        }
    }
    item.classWords = values.join(u' ');
}

std::optional<InboxArrival> Reading::take(const SourceFeature &row, QString &why)
{
    if (!row.refusal.isEmpty()) {
        why = row.refusal;
        return std::nullopt;
    }
    InboxArrival arrival;
    InboxItem &item = arrival.item;
    const bool isProfiled = mProfile && !mProfile->text.isEmpty();
    item.text = isProfiled ? filled(mProfile->text, row) : value(row, "text"_L1);
    if (item.text.isEmpty()) {
        why = Words::tr("It says nothing: the column of the text is empty.");
        return std::nullopt;
    }
    item.address = mProfile && !mProfile->address.isEmpty() ? filled(mProfile->address, row)
                                                            : value(row, "address"_L1);
    item.source = mProfile && !mProfile->externalSource.isEmpty() ? mProfile->externalSource
                                                                  : mOptions.source;
    item.number = value(row, "number"_L1);
    item.channel = mOptions.channel;
    readTime(value(row, "time"_L1), item);
    readPlace(row, item);
    readClass(row, item);
    arrival.caller.name = value(row, "caller"_L1);
    arrival.caller.phone = value(row, "phone"_L1);
    // Not of who called: from a hash of little, a number could be found out by trying.
    arrival.rowHash = QCryptographicHash::hash(
        QStringList{item.toldAt, item.text, item.address}.join(QChar(0x1f)).toUtf8(),
        QCryptographicHash::Sha256);
    return arrival;
}

void Reading::finish()
{
    report.notes = mSource.notes() + report.notes;
    if (mBadTimes > 0) {
        report.notes.append(Words::tr("%n row(s) have a time that cannot be read: it is kept as "
                                      "it stands.",
                                      nullptr,
                                      static_cast<int>(mBadTimes)));
    }
    if (mBadPlaces > 0) {
        report.notes.append(Words::tr("%n row(s) have coordinates that are no place: they come in "
                                      "without one.",
                                      nullptr,
                                      static_cast<int>(mBadPlaces)));
    }
}

bool isText(const QString &file)
{
    return file.endsWith(".csv"_L1, Qt::CaseInsensitive) ||
           file.endsWith(".csv.gz"_L1, Qt::CaseInsensitive) ||
           file.endsWith(".tsv"_L1, Qt::CaseInsensitive);
}

Result<std::unique_ptr<FeatureSource>>
openSource(const QString &file, const QString &encoding, QStringList &notes)
{
    if (JsonLinesSource::isJsonLines(file)) {
        return JsonLinesSource::open(file);
    }
    SourceOptions options;
    options.encoding = encoding;
    Result<std::unique_ptr<FeatureSource>> source = FeatureSource::open(file, options);
    if (!source && source.error().code == ErrorCode::InvalidInput && encoding.isEmpty() &&
        isText(file)) {
        // Hotlines export what their spreadsheet writes: GBK, if it is not UTF-8.
        options.encoding = u"GB18030"_s;
        Result<std::unique_ptr<FeatureSource>> again = FeatureSource::open(file, options);
        if (again) {
            notes.append(Words::tr("“%1” is not UTF-8; it was read as GB18030.")
                             .arg(QFileInfo(file).fileName()));
            return again;
        }
    }
    return source;
}

/** How far a source is, by rows: a table does not say how long it is. */
int percentAfter(qint64 rows)
{
    return static_cast<int>(100 - 100 * 50'000 / (50'000 + rows));
}

} // namespace

Result<InboxFileReport> readInboxFile(const QString &file,
                                      const InboxFileOptions &options,
                                      const QStringList &profileFolders,
                                      const std::function<bool(QList<InboxArrival> &)> &take,
                                      const std::function<bool(int percent)> &progress)
{
    std::optional<CaseProfile> profile;
    if (!options.profile.isEmpty()) {
        Result<CaseProfile> found = CaseProfile::find(options.profile, profileFolders);
        if (!found) {
            return found.error();
        }
        profile = std::move(found).value();
    }
    const QString encoding =
        !options.encoding.isEmpty() || !profile ? options.encoding : profile->encoding;
    QStringList notes;
    Result<std::unique_ptr<FeatureSource>> source = openSource(file, encoding, notes);
    if (!source) {
        return source.error();
    }
    Reading reading(options, *source.value());
    reading.report.notes = notes;
    if (const Result<void> opened = reading.open(file, profile); !opened) {
        return opened.error();
    }
    const Error stopped{ErrorCode::Cancelled, Words::tr("The import was stopped."), {}};
    QList<InboxArrival> rows;
    SourceFeature row;
    Result<bool> read = source.value()->next(row);
    for (; read && read.value(); read = source.value()->next(row)) {
        ++reading.report.read;
        QString why;
        if (std::optional<InboxArrival> arrival = reading.take(row, why)) {
            rows.append(std::move(*arrival));
        } else if (++reading.report.refused; reading.report.refusals.size() < kMostRefusals) {
            reading.report.refusals.append({row.line > 0 ? row.line : row.number, why});
        }
        if (rows.size() >= kBlock) {
            if (!take(rows) || !progress(percentAfter(reading.report.read))) {
                return stopped;
            }
            rows.clear();
        }
        if (options.mostRows > 0 && reading.report.read >= options.mostRows) {
            break;
        }
    }
    if (!read) {
        return read.error();
    }
    if (!take(rows) || !progress(100)) {
        return stopped;
    }
    reading.finish();
    return reading.report;
}

InboxFileReader inboxFileReader(const QStringList &profileFolders)
{
    return [profileFolders](const QString &file,
                            const InboxFileOptions &options,
                            const std::function<bool(QList<InboxArrival> &)> &take,
                            const std::function<bool(int percent)> &progress) {
        return readInboxFile(file, options, profileFolders, take, progress);
    };
}

} // namespace gridward
