// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/areareader.h"

#include "gis/import/areadivisions.h"
#include "gis/import/featureplacer.h"
#include "gis/import/featuresource.h"
#include "gis/import/fieldmap.h"
#include "gis/import/utmplane.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AreaReader)
};

// Our own export's names, those of the GB data tables, and plain Chinese headers.
constexpr std::array kGridFields{
    FieldNames{
        "code",
        true,
        "SZDYWGBSM DYWGBSM WGBSM WGBM WGDM WGID GRIDID gridcode gridno 网格编码 网格代码 网格编号 "
        "网格标识码 单元网格标识码 单元网格编码 单元网格代码 BSM"},
    FieldNames{"name", false, "WGMC DYWGMC SZDYWGMC gridname 网格名称 单元网格名称 名称 MC"},
    FieldNames{"community",
               false,
               "SZSQDM SZSQBM SQDM SQBM communitycode communityid 社区编码 社区代码 所在社区代码 "
               "所在社区编码 所属社区编码 社区"},
    FieldNames{"community_name", false, "SZSQMC SQMC 社区名称 所在社区名称 所属社区 所在社区"},
    FieldNames{
        "street",
        false,
        "SZJDDM SZJDBM JDDM JDBM streetcode streetid 街道编码 街道代码 所在街道代码 所在街道编码 "
        "所属街道编码 街道"},
    FieldNames{"street_name", false, "SZJDMC JDMC 街道名称 所在街道名称 所属街道 所在街道"},
    FieldNames{"type", false, "WGLX gridtype 网格类型 单元网格类型 类型"},
    FieldNames{"level", false, "WGDJ WGJB GLDJ gridlevel 网格等级 网格级别 管理等级 等级"},
    FieldNames{"area_m2", false, "MJ WGMJ area shapearea 面积 网格面积"},
    FieldNames{"residents", false, "population RKS RK 人口 人口数 居民数 常住人口"},
    FieldNames{"households", false, "HS hu 户数 居民户数"},
    FieldNames{"organisation", false, "organization organisati ZRZT ZRDW 责任主体 责任单位"},
    FieldNames{"valid_from", false, "QSRQ CSRQ startdate 起始日期 启用日期 开始日期"},
    FieldNames{"valid_to", false, "ZZRQ JSRQ enddate 终止日期 停用日期 结束日期"}};

constexpr std::array kDivisionFields{
    FieldNames{
        "code",
        true,
        "SQDM SZSQDM JDDM SZJDDM XZQDM XZQHDM divisioncode 编码 代码 区划代码 社区编码 街道编码"},
    FieldNames{"name", false, "SQMC SZSQMC JDMC SZJDMC XZQMC 名称 区划名称 社区名称 街道名称"},
    FieldNames{"parent", false, "parentcode SJDM 上级编码 上级代码"},
    FieldNames{"level", false, "JB 级别 层级"},
    FieldNames{"population", false, "residents RKS 人口 人口数"}};

constexpr std::array kTypes{
    ValueNames{"residential", "住宅 住宅型 住宅类 居住 R"},
    ValueNames{"business", "商务商业 商务商业型 商务商业类 商业 商务"},
    ValueNames{"enterprise", "企事业单位 企事业单位型 企事业单位类 单位"},
    ValueNames{"crowded", "人员密集场所 人员密集场所型 人员密集场所类 人员密集"}};
constexpr std::array kLevels{ValueNames{"daily", "日常管理 日常管理级 日常"},
                             ValueNames{"general", "一般防范 一般防范级 一般"},
                             ValueNames{"key", "重点关注 重点关注级 重点"},
                             ValueNames{"comprehensive", "综合治理 综合治理级 综合"}};
constexpr std::array kDivisionLevels{ValueNames{"district", "区 县 区县"},
                                     ValueNames{"street", "街道 乡镇 镇 乡 town township"},
                                     ValueNames{"community", "社区 村 社区村 village"}};

bool isCode(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) {
        return c < QChar(0x80) && c.isLetterOrNumber();
    });
}

Error problem(const QString &message)
{
    return Error{ErrorCode::InvalidInput, message, {}};
}

class GridReading
{
public:
    explicit GridReading(const AreaReadOptions &options)
        : mOptions(options)
        , mLengths(CodeLengths::of(options.codeTemplate))
    {
    }
    [[nodiscard]] Result<GridReadReport> run(const QString &file);

private:
    [[nodiscard]] QString value(const SourceFeature &feature, QLatin1StringView field) const
    {
        return feature.values.value(mFields.column(field));
    }
    [[nodiscard]] Result<UnitGrid> gridOf(const SourceFeature &feature);
    [[nodiscard]] Result<void> readKind(const SourceFeature &feature, UnitGrid &grid) const;
    [[nodiscard]] Result<void> readRest(const SourceFeature &feature, UnitGrid &grid) const;
    void readParents(const SourceFeature &feature, UnitGrid &grid);
    void tellDefaults();
    [[nodiscard]] Result<void> checkWhole();

    const AreaReadOptions &mOptions;
    CodeLengths mLengths;
    FieldMap mFields;
    std::unique_ptr<FeatureSource> mSource;
    std::unique_ptr<FeaturePlacer> mPlacer;
    QHash<QString, QString> mNames;
    QHash<QString, qint64> mFirst; ///< number of the feature that has the code
    QList<double> mGivenAreas;
    GridReadReport mReport;
};

Result<void> GridReading::readKind(const SourceFeature &feature, UnitGrid &grid) const
{
    const QString type = value(feature, "type"_L1);
    if (!type.isEmpty()) {
        const std::optional<QString> id = idFromWord(type, kTypes);
        if (!id) {
            return problem(Words::tr("Its type “%1” is unknown. Use %2.")
                               .arg(type, u"residential, business, enterprise, crowded"_s));
        }
        grid.type = gridTypeFromId(*id).value_or(GridType::Residential);
    }
    const QString level = value(feature, "level"_L1);
    if (!level.isEmpty()) {
        const std::optional<QString> id = idFromWord(level, kLevels);
        if (!id) {
            return problem(Words::tr("Its level “%1” is unknown. Use %2.")
                               .arg(level, u"daily, general, key, comprehensive"_s));
        }
        grid.level = gridLevelFromId(*id).value_or(GridLevel::Daily);
    }
    return {};
}

Result<void> GridReading::readRest(const SourceFeature &feature, UnitGrid &grid) const
{
    for (const auto &[field, number] : {std::pair{"residents"_L1, &grid.residents},
                                        std::pair{"households"_L1, &grid.households}}) {
        const QString text = value(feature, field);
        bool isNumber = true;
        *number = text.isEmpty() ? 0 : text.toInt(&isNumber);
        if (!isNumber || *number < 0) {
            return problem(Words::tr("“%1” is no number of people or households.").arg(text));
        }
    }
    for (const auto &[field, day] :
         {std::pair{"valid_from"_L1, &grid.validFrom}, std::pair{"valid_to"_L1, &grid.validTo}}) {
        const QString text = value(feature, field);
        const std::optional<QDate> date = dateFromText(text);
        if (!text.isEmpty() && !date) {
            return problem(Words::tr("“%1” is no date. Write it as 2026-03-05.").arg(text));
        }
        *day = date.value_or(QDate());
    }
    grid.organisation = value(feature, "organisation"_L1);
    return {};
}

void GridReading::readParents(const SourceFeature &feature, UnitGrid &grid)
{
    QString community = value(feature, "community"_L1);
    QString communityName = value(feature, "community_name"_L1);
    QString street = value(feature, "street"_L1);
    QString streetName = value(feature, "street_name"_L1);
    // A column called 社区 may hold names.
    if (!community.isEmpty() && !isCode(community)) {
        communityName = communityName.isEmpty() ? community : communityName;
        community.clear();
    }
    if (!street.isEmpty() && !isCode(street)) {
        streetName = streetName.isEmpty() ? street : streetName;
        street.clear();
    }
    grid.community = community.isEmpty() ? mOptions.codeTemplate.communityOf(grid.code) : community;
    grid.street = street.isEmpty() ? grid.code.left(mLengths.street) : street;
    if (!communityName.isEmpty()) {
        mNames.insert(grid.community, communityName);
    }
    if (!streetName.isEmpty()) {
        mNames.insert(grid.street, streetName);
    }
}

Result<UnitGrid> GridReading::gridOf(const SourceFeature &feature)
{
    if (!feature.refusal.isEmpty()) {
        return problem(feature.refusal);
    }
    UnitGrid grid;
    grid.code = value(feature, "code"_L1);
    if (!mOptions.codeTemplate.matches(grid.code)) {
        return problem(grid.code.isEmpty()
                           ? Words::tr("It has no grid code.")
                           : Words::tr("Its code “%1” is not built as %2: %3 digits are wanted.")
                                 .arg(grid.code, mOptions.codeTemplate.text())
                                 .arg(mOptions.codeTemplate.length()));
    }
    if (!mOptions.district.isEmpty() && !grid.code.startsWith(mOptions.district)) {
        return problem(Words::tr("Its code does not begin with %1, the code of the district.")
                           .arg(mOptions.district));
    }
    if (const auto first = mFirst.constFind(grid.code); first != mFirst.constEnd()) {
        return problem(Words::tr("Its code is already that of feature %1.").arg(*first));
    }
    grid.name = value(feature, "name"_L1);
    grid.name = grid.name.isEmpty() ? grid.code : grid.name;
    readParents(feature, grid);
    if (Result<void> kind = readKind(feature, grid); !kind) {
        return kind.error();
    }
    if (Result<void> rest = readRest(feature, grid); !rest) {
        return rest.error();
    }
    Result<QByteArray> outline = mPlacer->outlineOf();
    if (!outline) {
        return outline.error();
    }
    grid.outline = outline.value();
    mFirst.insert(grid.code, feature.number);
    return grid;
}

void GridReading::tellDefaults()
{
    if (!mFields.has("type"_L1)) {
        mReport.notes.append(
            Words::tr("The file does not say of which type the grids are; they are "
                      "taken as residential."));
    }
    if (!mFields.has("level"_L1)) {
        mReport.notes.append(Words::tr("The file does not say of which level the grids are; they "
                                       "are taken as daily management."));
    }
}

Result<void> GridReading::checkWhole()
{
    QList<PartitionArea> areas;
    for (const UnitGrid &grid : std::as_const(mReport.grids)) {
        areas.append({grid.code, grid.community, grid.outline});
    }
    PartitionOptions check;
    check.codeTemplate = mOptions.codeTemplate;
    check.tolerance = mOptions.tolerance;
    for (const Division &division : mOptions.known) {
        check.parents.append({division.code, division.parent, division.outline});
    }
    if (!check.parents.isEmpty()) {
        // What is derived from the grids themselves is known too, but says nothing about gaps.
        for (const UnitGrid &grid : std::as_const(mReport.grids)) {
            const auto isCommunity = [&grid](const PartitionArea &one) {
                return one.code == grid.community;
            };
            if (std::ranges::none_of(check.parents, isCommunity)) {
                check.parents.append({grid.community, grid.street, {}});
            }
        }
    }
    mReport.partition = checkPartition(areas, check);
    int different = 0;
    for (qsizetype place = 0; place < mReport.grids.size(); ++place) {
        const double area = mReport.partition.squareMetres.at(place);
        const double given = mGivenAreas.at(place);
        mReport.grids[place].area = area;
        different += given > 0.0 && std::abs(given - area) > 0.01 * area ? 1 : 0;
    }
    if (different > 0) {
        mReport.notes.append(
            Words::tr("The area that the file gives differs by more than 1 % from "
                      "the measured one (EPSG:%1) for %n grid(s); the measured one "
                      "was taken.",
                      nullptr,
                      different)
                .arg(mReport.partition.epsg));
    }
    if (mOptions.refusesBadPartition && !mReport.partition.isSound()) {
        const auto first =
            std::ranges::find(mReport.partition.findings, false, &PartitionFinding::isWarning);
        return Error{ErrorCode::Refused,
                     Words::tr("The grids in “%1” do not divide the district cleanly; nothing was "
                               "taken. Findings: %2. The first: %3")
                         .arg(mSource->name())
                         .arg(std::ranges::count(
                             mReport.partition.findings, false, &PartitionFinding::isWarning))
                         .arg(first->message),
                     {}};
    }
    return {};
}

Result<GridReadReport> GridReading::run(const QString &file)
{
    Result<std::unique_ptr<FeatureSource>> source = FeatureSource::open(file, mOptions.source);
    if (!source) {
        return source.error();
    }
    mSource = std::move(source).value();
    const Result<FieldMap> fields =
        FieldMap::match(mSource->name(), mSource->columns(), kGridFields, mOptions.source.mapping);
    if (!fields) {
        return fields.error();
    }
    mFields = fields.value();
    if (!mSource->hasGeometry()) {
        return problem(
            Words::tr("“%1” is a table without outlines. Grids come from a map file, such "
                      "as a Shapefile, GeoPackage or GeoJSON.")
                .arg(mSource->name()));
    }
    Result<std::unique_ptr<FeaturePlacer>> placer =
        FeaturePlacer::forSource(*mSource, mOptions.source);
    if (!placer) {
        return placer.error();
    }
    mPlacer = std::move(placer).value();
    SourceFeature feature;
    while (true) {
        const Result<bool> read = mSource->next(feature);
        if (!read) {
            return read.error();
        }
        if (!read.value()) {
            break;
        }
        ++mReport.read;
        const Result<UnitGrid> grid = gridOf(feature);
        if (grid) {
            mReport.grids.append(grid.value());
            mGivenAreas.append(value(feature, "area_m2"_L1).toDouble());
        } else {
            mReport.refused.append(
                {feature.number, feature.line, value(feature, "code"_L1), grid.error().message});
        }
    }
    mReport.notes = mSource->notes() + mPlacer->notes();
    tellDefaults();
    if (Result<void> whole = checkWhole(); !whole) {
        return whole.error();
    }
    if (!mOptions.district.isEmpty() && !mOptions.districtName.isEmpty()) {
        mNames.insert(mOptions.district, mOptions.districtName);
    }
    mReport.divisions = divisionsOf(mReport.grids, mLengths, mNames, mOptions.known);
    return mReport;
}

/** Level and parent of a division by the length of its code, where the file says nothing. */
void completeDivision(Division &division, const CodeLengths &lengths)
{
    const int size = static_cast<int>(division.code.size());
    if (division.level.isEmpty()) {
        division.level = size == lengths.district ? u"district"_s
                         : size == lengths.street ? u"street"_s
                                                  : u"community"_s;
    }
    if (division.parent.isEmpty() && division.level != "district"_L1) {
        const int length = division.level == "community"_L1 && lengths.street > 0
                               ? lengths.street
                               : lengths.district;
        division.parent = division.code.left(length);
    }
    if (division.level == "district"_L1) {
        division.parent.clear(); // the city is not ours to manage
    }
}

} // namespace

Result<GridReadReport> readGrids(const QString &file, const AreaReadOptions &options)
{
    return GridReading(options).run(file);
}

Result<DivisionReadReport> readDivisions(const QString &file, const AreaReadOptions &options)
{
    Result<std::unique_ptr<FeatureSource>> opened = FeatureSource::open(file, options.source);
    if (!opened) {
        return opened.error();
    }
    const std::unique_ptr<FeatureSource> source = std::move(opened).value();
    const Result<FieldMap> matched =
        FieldMap::match(source->name(), source->columns(), kDivisionFields, options.source.mapping);
    if (!matched) {
        return matched.error();
    }
    const FieldMap &fields = matched.value();
    DivisionReadReport report;
    std::unique_ptr<FeaturePlacer> placer; // a table of names and codes needs none
    if (source->hasGeometry()) {
        Result<std::unique_ptr<FeaturePlacer>> made =
            FeaturePlacer::forSource(*source, options.source);
        if (!made) {
            return made.error();
        }
        placer = std::move(made).value();
    }
    const CodeLengths lengths = CodeLengths::of(options.codeTemplate);
    QHash<QString, qint64> first;
    SourceFeature feature;
    Result<bool> read = source->next(feature);
    for (; read && read.value(); read = source->next(feature)) {
        ++report.read;
        const auto value = [&](QLatin1StringView field) {
            return feature.values.value(fields.column(field));
        };
        Division division;
        division.code = value("code"_L1);
        division.parent = value("parent"_L1);
        division.name = value("name"_L1);
        division.population = value("population"_L1).toInt();
        const QString level = value("level"_L1);
        division.level = idFromWord(level, kDivisionLevels).value_or(level);
        const auto refuse = [&](const QString &reason) {
            report.refused.append({feature.number, feature.line, division.code, reason});
        };
        if (!feature.refusal.isEmpty() || !isCode(division.code)) {
            refuse(feature.refusal.isEmpty() ? Words::tr("It has no code.") : feature.refusal);
            continue;
        }
        if (first.contains(division.code)) {
            refuse(Words::tr("Its code is already that of feature %1.").arg(first[division.code]));
            continue;
        }
        completeDivision(division, lengths);
        const Result<QByteArray> outline = placer ? placer->outlineOf() : QByteArray();
        if (!outline) {
            refuse(outline.error().message);
            continue;
        }
        division.outline = outline.value();
        first.insert(division.code, feature.number);
        report.divisions.append(division);
    }
    if (!read) {
        return read.error();
    }
    QList<QByteArray> outlines;
    for (const Division &division : std::as_const(report.divisions)) {
        outlines.append(division.outline);
    }
    const QList<double> areas = squareMetresOf(outlines);
    for (qsizetype place = 0; place < areas.size(); ++place) {
        report.divisions[place].area = areas.at(place);
    }
    report.notes = source->notes() + (placer ? placer->notes() : QStringList());
    std::ranges::stable_sort(
        report.divisions, {}, [](const Division &one) { return one.code.size(); });
    return report;
}

} // namespace gridward
