// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/staffreader.h"

#include "gis/import/featuresource.h"
#include "gis/import/fieldmap.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StaffReader)
};

constexpr std::array kFields{
    FieldNames{"id", true, "person personid staffid RYBH GH 人员编号 工号 编号 人员标识"},
    FieldNames{"name", true, "XM 姓名"},
    FieldNames{
        "organisation", false, "organization organisationcode DW DWDM 单位 单位代码 所属单位"},
    FieldNames{"role", true, "post GW JS 角色 岗位 职务 网格力量"},
    FieldNames{
        "area", true, "areacode grid gridcode SZDYWGBSM WGBM 网格编码 区域编码 责任网格 辖区"},
    FieldNames{"from", false, "validfrom startdate 起始日期 开始日期 上岗日期 自"},
    FieldNames{"to", false, "validto enddate 终止日期 结束日期 离岗日期 至"},
    FieldNames{"phone", false, "workphone telephone mobile LXDH 电话 工作电话 联系电话 手机"},
    FieldNames{"skills", false, "JN 技能"},
    FieldNames{"languages", false, "YY 语言"}};

// The seven forces of a grid (SEED-019) and those of other districts (SEED-020).
constexpr std::array kRoles{ValueNames{"manager", "网格管理员 管理员"},
                            ValueNames{"assistant", "网格助理员 助理员"},
                            ValueNames{"police", "网格警员 警员 社区民警"},
                            ValueNames{"supervisor", "网格督导员 督导员"},
                            ValueNames{"judicial", "网格司法员 司法员"},
                            ValueNames{"fire", "网格消防员 消防员"},
                            ValueNames{"party-secretary", "网格党支部书记 党支部书记 支部书记"},
                            ValueNames{"head", "网格长"},
                            ValueNames{"guide", "网格指导员 指导员"},
                            ValueNames{"monitor", "网格监督员 监督员 信息采集员 采集员"},
                            ValueNames{"volunteer", "志愿者"}};

Error problem(const QString &message)
{
    return Error{ErrorCode::InvalidInput, message, {}};
}

class StaffReading
{
public:
    StaffReading(const StaffReadOptions &options, const FieldMap &fields)
        : mOptions(options)
        , mFields(fields)
    {
    }

    [[nodiscard]] Result<void> take(const SourceFeature &row)
    {
        if (!row.refusal.isEmpty()) {
            return problem(row.refusal);
        }
        const Result<Person> person = personOf(row);
        if (!person) {
            return person.error();
        }
        const Result<Duty> duty = dutyOf(row);
        if (!duty) {
            return duty.error();
        }
        if (!mPlaces.contains(person.value().id)) {
            mPlaces.insert(person.value().id, report.people.size());
            report.people.append(person.value());
        }
        const Duty &one = duty.value();
        const QString key = QStringList{one.person,
                                        one.role,
                                        one.area,
                                        one.from.toString(Qt::ISODate),
                                        one.to.toString(Qt::ISODate)}
                                .join(u'|');
        if (mDuties.contains(key)) {
            return problem(Words::tr("It says the same as an earlier row."));
        }
        mDuties.insert(key);
        report.duties.append(duty.value());
        return {};
    }

    [[nodiscard]] QString value(const SourceFeature &row, QLatin1StringView field) const
    {
        return row.values.value(mFields.column(field));
    }

    StaffReadReport report;

private:
    [[nodiscard]] Result<Person> personOf(const SourceFeature &row) const;
    [[nodiscard]] Result<Duty> dutyOf(const SourceFeature &row) const;

    const StaffReadOptions &mOptions;
    const FieldMap &mFields;
    QHash<QString, qsizetype> mPlaces; ///< in report.people, by id
    QSet<QString> mDuties;
};

Result<Person> StaffReading::personOf(const SourceFeature &row) const
{
    Person person;
    person.id = value(row, "id"_L1);
    person.name = value(row, "name"_L1);
    if (person.id.isEmpty() || person.name.isEmpty()) {
        return problem(Words::tr("It has no person number or no name."));
    }
    person.organisation = value(row, "organisation"_L1);
    person.workPhone = value(row, "phone"_L1);
    person.skills = value(row, "skills"_L1);
    person.languages = value(row, "languages"_L1);
    const auto place = mPlaces.constFind(person.id);
    if (place != mPlaces.constEnd() && report.people.at(*place).name != person.name) {
        return problem(Words::tr("The number %1 belongs to two people: “%2” and “%3”.")
                           .arg(person.id, report.people.at(*place).name, person.name));
    }
    return person;
}

Result<Duty> StaffReading::dutyOf(const SourceFeature &row) const
{
    Duty duty;
    duty.person = value(row, "id"_L1);
    const QString role = value(row, "role"_L1);
    const std::optional<QString> id = idFromWord(role, kRoles);
    if (!id && !mOptions.roles.contains(role)) {
        return problem(
            Words::tr("The role “%1” is unknown. Use %2, or add it to the district's roles.")
                .arg(role,
                     u"manager, assistant, police, supervisor, judicial, fire, "
                     "party-secretary, head, guide, monitor, volunteer"_s));
    }
    duty.role = id.value_or(role);
    duty.area = value(row, "area"_L1);
    if (duty.area.isEmpty() || (!mOptions.areas.isEmpty() && !mOptions.areas.contains(duty.area))) {
        return problem(
            Words::tr("“%1” is no code of a grid or division of the district.").arg(duty.area));
    }
    for (const auto &[field, day] :
         {std::pair{"from"_L1, &duty.from}, std::pair{"to"_L1, &duty.to}}) {
        const QString text = value(row, field);
        const std::optional<QDate> date = dateFromText(text);
        if (!text.isEmpty() && !date) {
            return problem(Words::tr("“%1” is no date. Write it as 2026-03-05.").arg(text));
        }
        *day = date.value_or(QDate());
    }
    if (!duty.from.isValid()) {
        duty.from = QDate::currentDate(); // nobody said since when: since they were entered
    }
    if (duty.from.isValid() && duty.to.isValid() && duty.to < duty.from) {
        return problem(Words::tr("It ends before it begins."));
    }
    return duty;
}

} // namespace

Result<StaffReadReport> readStaff(const QString &file, const StaffReadOptions &options)
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
    StaffReading reading(options, fields.value());
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
