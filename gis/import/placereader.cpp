// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/placereader.h"

#include "gis/import/featureplacer.h"
#include "gis/import/featuresource.h"
#include "gis/import/fieldmap.h"
#include "gis/import/geos.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QHash>
#include <QIODevice>
#include <QUuid>

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PlaceReader)
};

constexpr int kCodeLength = 17;
constexpr int kLegacyCodeLength = 16;
constexpr int kDivisionLength = 6;
constexpr int kSequenceLength = 6;
constexpr quint32 kPoint = 1;

constexpr const char *kGridNames =
    "SZDYWGBSM DYWGBSM WGBSM WGBM gridid gridcode 所在单元网格标识码 "
    "单元网格标识码 单元网格编码 网格编码 网格";

constexpr std::array kComponentFields{
    FieldNames{"code",
               true,
               "GLBJBSM BJBSM BSM BJDM componentcode 管理部件标识码 部件标识码 部件编码 部件代码 "
               "标识码 id"},
    FieldNames{"class", false, "BJLB XLDM classcode 部件类别 类别代码 小类代码 类别"},
    FieldNames{"name", false, "GLBJMC BJMC 管理部件名称 部件名称 名称"},
    FieldNames{"supervisor", false, "ZGBMDM 主管部门代码 主管部门编码 主管部门"},
    FieldNames{"owner", false, "QSDWDM 权属单位代码 权属单位编码 权属单位"},
    FieldNames{"maintainer", false, "YHDWDM 养护单位代码 养护单位编码 养护单位"},
    FieldNames{"grid", false, kGridNames},
    FieldNames{"state", false, "GLBJZT BJZT status 管理部件状态 部件状态 状态"},
    FieldNames{"surveyed", false, "CSRQ 初始日期 初次普查日期 普查日期"},
    FieldNames{"changed", false, "BGRQ 变更日期"},
    FieldNames{"source", false, "SJLY 数据来源"}};

constexpr std::array kAddressFields{
    FieldNames{"id", false, "DZBM DZID addressid 地址编码 地址代码 地址标识 编码"},
    FieldNames{"text", true, "DZMC DZ BZDZ address fulladdress 标准地址 地址 详细地址 地址全称"},
    FieldNames{"road", false, "JLX street 道路 街路巷 道路名称"},
    FieldNames{"number", false, "MPH housenumber 门牌号 门牌 门楼牌号"},
    FieldNames{"grid", false, kGridNames}};

constexpr std::array kPlaceFields{
    FieldNames{"id", false, "code placeid 编码 编号 标识码"},
    FieldNames{"kind", true, "LB LX type category 类别 类型 种类"},
    FieldNames{"name", true, "MC 名称 场所名称 部位名称"},
    FieldNames{"grid", false, kGridNames},
    FieldNames{"risk", false, "FXDJ risklevel 风险等级 风险"},
    FieldNames{"last_check", false, "lastcheck SCJC 上次检查 上次检查日期"},
    FieldNames{"next_check", false, "nextcheck XCJC 下次检查 下次检查日期"},
    FieldNames{"patrol_rule", false, "patrol patrolrul XLGZ 巡查规则 巡查频次"},
    FieldNames{"is_area", false, "isarea 是否区域"},
    FieldNames{"outline", false, "wkt 轮廓 范围"}};

constexpr std::array kStates{ValueNames{"intact", "完好 正常 1"},
                             ValueNames{"damaged", "破损 损坏 2"},
                             ValueNames{"lost", "丢失 缺失 3"},
                             ValueNames{"abandoned", "废弃 4"},
                             ValueNames{"removed", "移除 拆除 5"}};
constexpr std::array kSources{
    ValueNames{"field survey", "实地普查 实地测量 实测 外业普查 普查 测绘"},
    ValueNames{"topographic map", "地形图 地形图采集"},
    ValueNames{"base data", "基础数据 已有数据"},
    ValueNames{"other", "其他 其它"}};

Error problem(const QString &message)
{
    return Error{ErrorCode::InvalidInput, message, {}};
}

/** The same text gives the same id, so that the same file read twice gives the same rows. */
QString idOf(const QString &kind, const QString &text, const GeoPoint &place)
{
    static const QUuid kSpace(u"{5f0f3d3e-6d7a-4a2e-9d0c-2d8a0b1a7c55}"_s);
    return QUuid::createUuidV5(kSpace,
                               u"%1|%2|%3|%4"_s.arg(kind,
                                                    text,
                                                    QString::number(place.longitude, 'f', 7),
                                                    QString::number(place.latitude, 'f', 7)))
        .toString(QUuid::WithoutBraces);
}

QByteArray pointWkb(const GeoPoint &point)
{
    QByteArray wkb;
    QDataStream stream(&wkb, QIODevice::WriteOnly);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream << quint8(1) << kPoint << point.longitude << point.latitude;
    return wkb;
}

/** What all three kinds have in common: the file, its columns, places and grids. */
class PlaceReading
{
public:
    explicit PlaceReading(const PlaceReadOptions &options)
        : mOptions(options)
    {
    }

    [[nodiscard]] Result<void> open(const QString &file, std::span<const FieldNames> fields)
    {
        Result<std::unique_ptr<FeatureSource>> source = FeatureSource::open(file, mOptions.source);
        if (!source) {
            return source.error();
        }
        mSource = std::move(source).value();
        const Result<FieldMap> columns =
            FieldMap::match(mSource->name(), mSource->columns(), fields, mOptions.source.mapping);
        if (!columns) {
            return columns.error();
        }
        mFields = columns.value();
        Result<std::unique_ptr<FeaturePlacer>> placer =
            FeaturePlacer::forSource(*mSource, mOptions.source);
        if (!placer) {
            return placer.error();
        }
        mPlacer = std::move(placer).value();
        return {};
    }

    /** Reads all rows by `make`; `key` names the field that tells rows apart in the report. */
    template <typename T, typename Make>
    [[nodiscard]] Result<PlaceReadReport<T>> readAll(QLatin1StringView key, Make make)
    {
        PlaceReadReport<T> report;
        Result<bool> read = mSource->next(mFeature);
        for (; read && read.value(); read = mSource->next(mFeature)) {
            ++report.read;
            const Result<T> place =
                mFeature.refusal.isEmpty() ? make() : Result<T>(problem(mFeature.refusal));
            if (place) {
                report.places.append(place.value());
            } else {
                report.refused.append(
                    {mFeature.number, mFeature.line, value(key), place.error().message});
            }
        }
        if (!read) {
            return read.error();
        }
        if (Result<void> finished = mPlacer->finish(); !finished) {
            return finished.error();
        }
        report.corrected = mCorrected;
        report.notes = mSource->notes() + mPlacer->notes() + mNotes;
        if (!mCorrected.isEmpty()) {
            report.notes.append(Words::tr("%n row(s) name another grid than the one in which they "
                                          "lie; the position was believed.",
                                          nullptr,
                                          static_cast<int>(mCorrected.size())));
        }
        return report;
    }

    [[nodiscard]] QString value(QLatin1StringView field) const
    {
        return mFeature.values.value(mFields.column(field));
    }
    [[nodiscard]] bool has(QLatin1StringView field) const { return mFields.has(field); }
    void note(const QString &text) { mNotes.append(text); }
    [[nodiscard]] FeaturePlacer &placer() { return *mPlacer; }
    [[nodiscard]] Result<GeoPoint> point() { return mPlacer->pointOf(mFeature); }

    /** The grid of a place. */
    [[nodiscard]] Result<QString> gridAt(const GeoPoint &place, const QString &code);
    [[nodiscard]] Result<QDate> date(QLatin1StringView field) const;
    /** Refuses a code that came before. */
    [[nodiscard]] Result<void> takeCode(const QString &code);

private:
    const PlaceReadOptions &mOptions;
    FieldMap mFields;
    std::unique_ptr<FeatureSource> mSource;
    std::unique_ptr<FeaturePlacer> mPlacer;
    SourceFeature mFeature;
    QHash<QString, qint64> mFirst;
    QList<GridCorrection> mCorrected;
    QStringList mNotes;
};

Result<QString> PlaceReading::gridAt(const GeoPoint &place, const QString &code)
{
    const QString given = value("grid"_L1);
    if (!mOptions.grids) {
        return given;
    }
    const QString found = mOptions.grids->locate(place).value_or(QString());
    if (found.isEmpty() && !mOptions.keepsOutside) {
        return problem(
            Words::tr("It lies at %1, in no grid of the district.").arg(toDisplayText(place)));
    }
    if (!given.isEmpty() && given != found) {
        mCorrected.append({mFeature.number, code, given, found});
    }
    return found;
}

Result<QDate> PlaceReading::date(QLatin1StringView field) const
{
    const QString text = value(field);
    const std::optional<QDate> day = dateFromText(text);
    if (!text.isEmpty() && !day) {
        return problem(Words::tr("“%1” is no date. Write it as 2026-03-05.").arg(text));
    }
    return day.value_or(QDate());
}

Result<void> PlaceReading::takeCode(const QString &code)
{
    if (const auto first = mFirst.constFind(code); first != mFirst.constEnd()) {
        return problem(Words::tr("Its code is already that of row %1.").arg(*first));
    }
    mFirst.insert(code, mFeature.number);
    return {};
}

Result<void>
readClass(const PlaceReading &rows, const PlaceReadOptions &options, Component &component)
{
    const QString &code = component.code;
    const bool isDigits = std::ranges::all_of(code, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!isDigits || (code.size() != kCodeLength && code.size() != kLegacyCodeLength)) {
        return problem(code.isEmpty()
                           ? Words::tr("It has no component code.")
                           : Words::tr("Its code “%1” has not %2 digits (or %3 in the old scheme).")
                                 .arg(code)
                                 .arg(kCodeLength)
                                 .arg(kLegacyCodeLength));
    }
    if (!options.district.isEmpty() && !code.startsWith(options.district)) {
        return problem(Words::tr("Its code does not begin with %1, the code of the district.")
                           .arg(options.district));
    }
    const bool isLegacy = code.size() == kLegacyCodeLength;
    component.scheme = isLegacy ? options.legacyScheme : options.scheme;
    component.classCode =
        code.mid(kDivisionLength, code.size() - kDivisionLength - kSequenceLength);
    const QSet<QString> &classes = isLegacy ? options.legacyClasses : options.classes;
    if (!classes.isEmpty() && !classes.contains(component.classCode)) {
        return problem(Words::tr("Its class %1 is not in the catalogue %2.")
                           .arg(component.classCode, component.scheme));
    }
    // A sheet drops the zero in front.
    const QString given = rows.value("class"_L1).rightJustified(component.classCode.size(), u'0');
    const bool isCode = std::ranges::all_of(given, [](QChar c) { return c.isDigit(); });
    if (!rows.value("class"_L1).isEmpty() && isCode && given != component.classCode) {
        return problem(Words::tr("Its class is given as %1, but its code %2 says %3.")
                           .arg(given, code, component.classCode));
    }
    return {};
}

Result<void> readAttributes(const PlaceReading &rows, Component &component)
{
    const QString state = rows.value("state"_L1);
    const std::optional<QString> id = state.isEmpty() ? u"intact"_s : idFromWord(state, kStates);
    if (!id) {
        return problem(Words::tr("Its state “%1” is unknown. Use %2.")
                           .arg(state, u"intact, damaged, lost, abandoned, removed"_s));
    }
    component.state = *id;
    const QString source = rows.value("source"_L1);
    component.source = idFromWord(source, kSources).value_or(source);
    component.name = rows.value("name"_L1);
    component.supervisor = rows.value("supervisor"_L1);
    component.owner = rows.value("owner"_L1);
    component.maintainer = rows.value("maintainer"_L1);
    const Result<QDate> surveyed = rows.date("surveyed"_L1);
    const Result<QDate> changed = rows.date("changed"_L1);
    if (!surveyed || !changed) {
        return surveyed ? changed.error() : surveyed.error();
    }
    component.surveyed = surveyed.value();
    component.changed = changed.value();
    return {};
}

Result<Component> readComponent(PlaceReading &rows, const PlaceReadOptions &options)
{
    Component component;
    component.code = rows.value("code"_L1);
    if (Result<void> known = readClass(rows, options, component); !known) {
        return known.error();
    }
    if (Result<void> read = readAttributes(rows, component); !read) {
        return read.error();
    }
    const Result<GeoPoint> place = rows.point();
    if (!place) {
        return place.error();
    }
    component.place = place.value();
    const Result<QString> grid = rows.gridAt(component.place, component.code);
    if (!grid) {
        return grid.error();
    }
    component.grid = grid.value();
    if (Result<void> taken = rows.takeCode(component.code); !taken) {
        return taken.error();
    }
    return component;
}

Result<Address> readAddress(PlaceReading &rows)
{
    Address address;
    address.text = rows.value("text"_L1);
    if (address.text.isEmpty()) {
        return problem(Words::tr("It has no address."));
    }
    address.road = rows.value("road"_L1);
    address.number = rows.value("number"_L1);
    const Result<GeoPoint> place = rows.point();
    if (!place) {
        return place.error();
    }
    address.place = place.value();
    const QString id = rows.value("id"_L1);
    address.id = id.isEmpty() ? idOf(u"address"_s, address.text, address.place) : id;
    const Result<QString> grid = rows.gridAt(address.place, address.id);
    if (!grid) {
        return grid.error();
    }
    address.grid = grid.value();
    if (Result<void> taken = rows.takeCode(address.id); !taken) {
        return taken.error();
    }
    return address;
}

Result<void> readChecks(const PlaceReading &rows, KeyPlace &place)
{
    const QString risk = rows.value("risk"_L1);
    bool isNumber = true;
    place.risk = risk.isEmpty() ? 1 : risk.toInt(&isNumber);
    if (!isNumber || place.risk < 1 || place.risk > 4) {
        return problem(Words::tr("Its risk “%1” is not a number from 1 to 4.").arg(risk));
    }
    const Result<QDate> last = rows.date("last_check"_L1);
    const Result<QDate> next = rows.date("next_check"_L1);
    if (!last || !next) {
        return last ? next.error() : last.error();
    }
    place.lastCheck = last.value();
    place.nextCheck = next.value();
    place.patrolRule = rows.value("patrol_rule"_L1);
    return {};
}

bool saysYes(const QString &value)
{
    return value == "1"_L1 || value == u"是"_s ||
           value.compare("true"_L1, Qt::CaseInsensitive) == 0 ||
           value.compare("yes"_L1, Qt::CaseInsensitive) == 0;
}

/** An area that a table holds as text: well-known text in EPSG:4326, as our own export writes it.
 */
Result<QByteArray> writtenOutline(const QString &text)
{
    const Geos geos;
    const Geos::Geometry outline = geos.readText(text);
    const int type = outline ? GEOSGeomTypeId_r(geos.handle(), outline.get()) : -1;
    const bool isArea = type == GEOS_POLYGON || type == GEOS_MULTIPOLYGON;
    if (!isArea || GEOSisValid_r(geos.handle(), outline.get()) != 1) {
        return problem(Words::tr("It is said to be an area, but its outline is missing or damaged. "
                                 "Give the column outline as well-known text in degrees, or "
                                 "import a file with shapes."));
    }
    return geos.write(outline.get());
}

Result<KeyPlace> readKeyPlace(PlaceReading &rows)
{
    KeyPlace place;
    place.kind = rows.value("kind"_L1);
    place.name = rows.value("name"_L1);
    if (place.kind.isEmpty() || place.name.isEmpty()) {
        return problem(Words::tr("It has no kind or no name."));
    }
    if (Result<void> checks = readChecks(rows, place); !checks) {
        return checks.error();
    }
    place.isArea = rows.placer().isArea();
    if (place.isArea) {
        // First, since asking for the point converts the shape where it stands.
        const Result<QByteArray> outline = rows.placer().outlineOf();
        if (!outline) {
            return outline.error();
        }
        place.shape = outline.value();
    } else if (saysYes(rows.value("is_area"_L1))) {
        const Result<QByteArray> outline = writtenOutline(rows.value("outline"_L1));
        if (!outline) {
            return outline.error();
        }
        place.isArea = true;
        place.shape = outline.value();
    }
    const Result<GeoPoint> middle =
        place.isArea ? rows.placer().innerPoint(place.shape) : rows.point();
    if (!middle) {
        return middle.error();
    }
    if (!place.isArea) {
        place.shape = pointWkb(middle.value());
    }
    const QString id = rows.value("id"_L1);
    place.id = id.isEmpty() ? idOf(place.kind, place.name, middle.value()) : id;
    const Result<QString> grid = rows.gridAt(middle.value(), place.id);
    if (!grid) {
        return grid.error();
    }
    place.grid = grid.value();
    if (Result<void> taken = rows.takeCode(place.id); !taken) {
        return taken.error();
    }
    return place;
}

} // namespace

Result<PlaceReadReport<Component>> readComponents(const QString &file,
                                                  const PlaceReadOptions &options)
{
    PlaceReading rows(options);
    if (Result<void> opened = rows.open(file, kComponentFields); !opened) {
        return opened.error();
    }
    if (!rows.has("state"_L1)) {
        rows.note(Words::tr("The file does not say in which state the components are; they are "
                            "taken as intact."));
    }
    return rows.readAll<Component>("code"_L1, [&] { return readComponent(rows, options); });
}

Result<PlaceReadReport<Address>> readAddresses(const QString &file, const PlaceReadOptions &options)
{
    PlaceReading rows(options);
    if (Result<void> opened = rows.open(file, kAddressFields); !opened) {
        return opened.error();
    }
    return rows.readAll<Address>("id"_L1, [&] { return readAddress(rows); });
}

Result<PlaceReadReport<KeyPlace>> readPlaces(const QString &file, const PlaceReadOptions &options)
{
    PlaceReading rows(options);
    if (Result<void> opened = rows.open(file, kPlaceFields); !opened) {
        return opened.error();
    }
    return rows.readAll<KeyPlace>("id"_L1, [&] { return readKeyPlace(rows); });
}

} // namespace gridward
