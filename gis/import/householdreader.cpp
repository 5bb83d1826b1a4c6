// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/householdreader.h"

#include "gis/import/featuresource.h"
#include "gis/import/fieldmap.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HouseholdReader)
};

constexpr std::array kFields{
    FieldNames{"id", true, "household householdid HBH 户编号 户号 编号 标识"},
    FieldNames{"grid", true, "gridcode area SZDYWGBSM WGBM 网格编码 所在网格 单元网格"},
    FieldNames{"address", false, "DZ 地址 住址 家庭住址"},
    FieldNames{"dwelling", false, "room FWXX 房屋 楼门牌 房号 住房"},
    FieldNames{"head", false, "name HZXM HZ 户主 户主姓名 姓名"},
    FieldNames{"phone", false, "telephone mobile LXDH 电话 联系电话 手机"},
    FieldNames{"members", false, "JTCY 家庭成员 成员"},
    FieldNames{"needs", false, "kind kinds FWLX 服务类型 服务需求 类别"},
    FieldNames{"consent_for", false, "consent TYSX 同意事项 授权事项"},
    FieldNames{"consent_on", false, "TYRQ 同意日期 授权日期"},
    FieldNames{"next_visit", false, "XCZF 下次走访 下次走访日期"}};

constexpr std::array kNeeds{ValueNames{"low-income", "低保 低保户 低保家庭"},
                            ValueNames{"five-guarantee", "五保 五保户"},
                            ValueNames{"empty-nest", "空巢 空巢老人 空巢家庭"},
                            ValueNames{"disabled", "残疾 残疾人 残疾人家庭"},
                            ValueNames{"living-alone", "独居 独居老人"},
                            ValueNames{"unemployed", "失业 失业人员 下岗失业"}};

Error problem(const QString &message)
{
    return Error{ErrorCode::InvalidInput, message, {}};
}

QStringList parts(const QString &text)
{
    static const QRegularExpression kBetween(u"[;；、|]"_s);
    QStringList found;
    for (const QString &part : text.split(kBetween, Qt::SkipEmptyParts)) {
        if (!part.trimmed().isEmpty()) {
            found.append(part.trimmed());
        }
    }
    return found;
}

class HouseholdReading
{
public:
    HouseholdReading(const HouseholdReadOptions &options, const FieldMap &fields)
        : mOptions(options)
        , mFields(fields)
    {
    }

    [[nodiscard]] QString value(const SourceFeature &row, QLatin1StringView field) const
    {
        return row.values.value(mFields.column(field)).trimmed();
    }

    [[nodiscard]] Result<void> take(const SourceFeature &row)
    {
        if (!row.refusal.isEmpty()) {
            return problem(row.refusal);
        }
        Household household;
        household.id = value(row, "id"_L1);
        household.grid = value(row, "grid"_L1);
        if (household.id.isEmpty()) {
            return problem(Words::tr("It has no household number."));
        }
        if (mKnown.contains(household.id)) {
            return problem(Words::tr("The household number stands in an earlier row already."));
        }
        if (household.grid.isEmpty() ||
            (!mOptions.grids.isEmpty() && !mOptions.grids.contains(household.grid))) {
            return problem(Words::tr("“%1” is no code of a grid.").arg(household.grid));
        }
        household.address = value(row, "address"_L1);
        household.dwelling = value(row, "dwelling"_L1);
        household.head = value(row, "head"_L1);
        household.phone = value(row, "phone"_L1);
        household.members = parts(value(row, "members"_L1));
        household.consentFor = value(row, "consent_for"_L1);
        for (const Result<void> &step : {takeNeeds(row, household), takeDays(row, household)}) {
            if (!step) {
                return step;
            }
        }
        mKnown.insert(household.id);
        report.households.append(household);
        return {};
    }

    HouseholdReadReport report;

private:
    [[nodiscard]] Result<void> takeNeeds(const SourceFeature &row, Household &household) const
    {
        int place = 0;
        for (const QString &word : parts(value(row, "needs"_L1))) {
            ++place;
            const std::optional<QString> id = idFromWord(word, kNeeds);
            const std::optional<ServiceNeed> need = serviceNeedFromId(id.value_or(word));
            if (!need) {
                return problem(Words::tr("Need number %1 of it is unknown. Use low-income, "
                                         "five-guarantee, empty-nest, disabled, living-alone or "
                                         "unemployed.")
                                   .arg(place));
            }
            if (!household.needs.contains(*need)) {
                household.needs.append(*need);
            }
        }
        return {};
    }
    [[nodiscard]] Result<void> takeDays(const SourceFeature &row, Household &household) const
    {
        for (const auto &[field, day] : {std::pair{"consent_on"_L1, &household.consentOn},
                                         std::pair{"next_visit"_L1, &household.nextVisit}}) {
            const QString text = value(row, field);
            const std::optional<QDate> date = dateFromText(text);
            if (!text.isEmpty() && !date) {
                return problem(
                    Words::tr("The column “%1” holds no date. Write it as 2026-03-05.").arg(field));
            }
            *day = date.value_or(QDate());
        }
        return {};
    }

    const HouseholdReadOptions &mOptions;
    const FieldMap &mFields;
    QSet<QString> mKnown;
};

} // namespace

Result<HouseholdReadReport> readHouseholds(const QString &file, const HouseholdReadOptions &options)
{
    Result<std::unique_ptr<FeatureSource>> opened = FeatureSource::open(file, options.source);
    if (!opened) {
        return opened.error();
    }
    FeatureSource &source = *opened.value();
    const Result<FieldMap> fields =
        FieldMap::match(source.name(), source.columns(), kFields, options.source.mapping);
    if (!fields) {
        return fields.error();
    }
    HouseholdReading reading(options, fields.value());
    SourceFeature row;
    Result<bool> read = source.next(row);
    for (; read && read.value(); read = source.next(row)) {
        ++reading.report.read;
        if (const Result<void> taken = reading.take(row); !taken) {
            reading.report.refused.append(
                {row.number, row.line, reading.value(row, "id"_L1), taken.error().message});
        }
    }
    if (!read) {
        return read.error();
    }
    reading.report.notes = source.notes();
    return reading.report;
}

} // namespace gridward
