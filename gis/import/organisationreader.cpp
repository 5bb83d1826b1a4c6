// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/organisationreader.h"

#include "gis/import/featuresource.h"
#include "gis/import/fieldmap.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>
#include <functional>
#include <span>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(OrganisationReader)
};

constexpr std::array kFields{
    FieldNames{"code",
               true,
               "DWDM DWBM JGDM BMDM TYSHXYDM organisationcode organizationcode unitcode 单位代码 "
               "单位编码 机构代码 机构编码 部门代码 部门编码 统一社会信用代码 编码 代码"},
    FieldNames{"name", true, "DWMC JGMC BMMC 单位名称 机构名称 部门名称 名称 单位"},
    FieldNames{"name_en", false, "english YWMC 英文名称 英文名"},
    FieldNames{"kind", false, "DWLB DWLX unit_kind type category 单位类别 单位类型 类别 类型 种类"},
    FieldNames{"parent",
               false,
               "SJDWDM SJDM parentcode 上级单位代码 上级单位编码 上级部门代码 上级编码 上级代码 "
               "上级单位"},
    FieldNames{"division",
               false,
               "FWQY area areacode divisioncode 服务区域 服务区划 区划编码 区划代码 所属街道 辖区"},
    FieldNames{"handles", false, "SFCZ handling 是否处置 是否承办 承办"}};

constexpr std::array kKindFields{FieldNames{"key", true, ""},
                                 FieldNames{"name", true, ""},
                                 FieldNames{"name_en", true, ""},
                                 FieldNames{"role", true, ""}};

constexpr std::array kAnswers{ValueNames{"yes", "true y 1 handling 是 承办 处置"},
                              ValueNames{"no", "false n 0 supervising 否 不承办 不处置"}};

Error problem(const QString &message)
{
    return Error{ErrorCode::InvalidInput, message, {}};
}

/** A table of a file and where our fields stand in it. */
class FieldTable
{
public:
    [[nodiscard]] Result<void>
    open(const QString &file, const SourceOptions &options, std::span<const FieldNames> fields)
    {
        Result<std::unique_ptr<FeatureSource>> source = FeatureSource::open(file, options);
        if (!source) {
            return source.error();
        }
        mSource = std::move(source).value();
        const Result<FieldMap> matched =
            FieldMap::match(mSource->name(), mSource->columns(), fields, options.mapping);
        if (!matched) {
            return matched.error();
        }
        mFields = matched.value();
        return {};
    }

    /** Calls `take` for every row. */
    [[nodiscard]] Result<void> readAll(const std::function<void()> &take)
    {
        Result<bool> read = mSource->next(row);
        for (; read && read.value(); read = mSource->next(row)) {
            take();
        }
        return read ? Result<void>() : Result<void>(read.error());
    }

    [[nodiscard]] QString value(QLatin1StringView field) const
    {
        return row.values.value(mFields.column(field));
    }
    [[nodiscard]] const QStringList &notes() const { return mSource->notes(); }

    SourceFeature row;

private:
    std::unique_ptr<FeatureSource> mSource;
    FieldMap mFields;
};

/** Row by row first, then the parents, which may stand anywhere in the file. */
class OrganisationReading
{
public:
    explicit OrganisationReading(const OrganisationReadOptions &options)
        : mOptions(options)
    {
        for (const Organisation &one : options.known) {
            mParents.insert(one.code, one.parent);
        }
    }
    [[nodiscard]] Result<OrganisationReadReport> run(const QString &file);

private:
    struct Row
    {
        Organisation organisation;
        qint64 number = 0;
        qint64 line = 0;
    };

    [[nodiscard]] Result<Organisation> organisationOf();
    [[nodiscard]] Result<void> readKind(Organisation &into) const;
    [[nodiscard]] Result<void> readHandles(Organisation &into) const;
    void readRow();
    [[nodiscard]] QString wrongParent(const Organisation &one) const;
    void refuseWrongParents();
    [[nodiscard]] bool refuseSomeParents();

    const OrganisationReadOptions &mOptions;
    FieldTable mTable;
    QList<Row> mRows;
    QHash<QString, qint64> mFirst;    ///< line (or number) of the row that has the code
    QHash<QString, QString> mParents; ///< as they will be, by code
    QList<Refusal> mRefused;
    qint64 mRead = 0;
};

Result<void> OrganisationReading::readKind(Organisation &into) const
{
    const QString word = mTable.value("kind"_L1);
    into.kind = word;
    if (word.isEmpty() || mOptions.kinds.isEmpty()) {
        return {}; // a government or a command centre is of no kind
    }
    const auto kind = std::ranges::find_if(mOptions.kinds, [&word](const UnitKind &one) {
        return one.key.compare(word, Qt::CaseInsensitive) == 0 || one.name == word ||
               one.nameEn.compare(word, Qt::CaseInsensitive) == 0;
    });
    if (kind == mOptions.kinds.end()) {
        return problem(Words::tr("Its kind “%1” is unknown. Use a key or a name of the catalogue's "
                                 "list of handling units, such as sanitation or 环卫作业单位.")
                           .arg(word));
    }
    into.kind = kind->key;
    into.handles = kind->handles;
    return {};
}

Result<void> OrganisationReading::readHandles(Organisation &into) const
{
    const QString word = mTable.value("handles"_L1);
    if (word.isEmpty()) {
        return {}; // as its kind has it
    }
    const std::optional<QString> answer = idFromWord(word, kAnswers);
    if (!answer) {
        return problem(
            Words::tr("Whether it handles cases must be yes or no, not “%1”.").arg(word));
    }
    into.handles = *answer == "yes"_L1;
    return {};
}

Result<Organisation> OrganisationReading::organisationOf()
{
    if (!mTable.row.refusal.isEmpty()) {
        return problem(mTable.row.refusal);
    }
    Organisation one;
    one.code = mTable.value("code"_L1);
    one.name = mTable.value("name"_L1);
    one.nameEn = mTable.value("name_en"_L1);
    one.parent = mTable.value("parent"_L1);
    one.division = mTable.value("division"_L1);
    if (one.code.isEmpty()) {
        return problem(Words::tr("It has no code."));
    }
    if (one.name.isEmpty()) {
        return problem(Words::tr("It has no name."));
    }
    if (const auto first = mFirst.constFind(one.code); first != mFirst.constEnd()) {
        return problem(mTable.row.line > 0
                           ? Words::tr("Its code is already that of line %1.").arg(*first)
                           : Words::tr("Its code is already that of row %1.").arg(*first));
    }
    if (Result<void> kind = readKind(one); !kind) {
        return kind.error();
    }
    if (Result<void> handles = readHandles(one); !handles) {
        return handles.error();
    }
    if (!one.division.isEmpty() && !mOptions.divisions.contains(one.division)) {
        return problem(
            Words::tr("“%1” is no code of a division of the district. Import the grids or the "
                      "divisions first; leave it empty for the whole district.")
                .arg(one.division));
    }
    return one;
}

void OrganisationReading::readRow()
{
    ++mRead;
    const SourceFeature &row = mTable.row;
    const Result<Organisation> one = organisationOf();
    if (!one) {
        mRefused.append({row.number, row.line, mTable.value("code"_L1), one.error().message});
        return;
    }
    mFirst.insert(one.value().code, row.line > 0 ? row.line : row.number);
    mParents.insert(one.value().code, one.value().parent);
    mRows.append({one.value(), row.number, row.line});
}

/** What is wrong with the parent; empty if nothing is. */
QString OrganisationReading::wrongParent(const Organisation &one) const
{
    if (one.parent.isEmpty()) {
        return {};
    }
    if (!mParents.contains(one.parent)) {
        const bool wasRefused =
            std::ranges::find(mRefused, one.parent, &Refusal::code) != mRefused.end();
        return wasRefused ? Words::tr("Its parent %1 was refused.").arg(one.parent)
                          : Words::tr("Its parent %1 is neither in the file nor in the store.")
                                .arg(one.parent);
    }
    QString above = one.parent;
    // As many steps as there are organisations: a ring above this one ends as well.
    for (qsizetype steps = mParents.size(); steps > 0 && !above.isEmpty(); --steps) {
        if (above == one.code) {
            return Words::tr("It would be above itself: its parent %1 is below it.")
                .arg(one.parent);
        }
        above = mParents.value(above);
    }
    return {};
}

bool OrganisationReading::refuseSomeParents()
{
    QList<Row> kept;
    for (const Row &row : std::as_const(mRows)) {
        const Organisation &one = row.organisation;
        const QString reason = wrongParent(one);
        if (reason.isEmpty()) {
            kept.append(row);
            continue;
        }
        mRefused.append({row.number, row.line, one.code, reason});
        mParents.remove(one.code);
        const auto before = std::ranges::find(mOptions.known, one.code, &Organisation::code);
        if (before != mOptions.known.end()) {
            mParents.insert(one.code, before->parent);
        }
    }
    const bool wereSome = kept.size() < mRows.size();
    mRows = kept;
    return wereSome;
}

void OrganisationReading::refuseWrongParents()
{
    while (refuseSomeParents()) {
        // What was refused may have been the parent of others.
    }
    std::ranges::sort(mRefused, {}, &Refusal::number);
}

Result<OrganisationReadReport> OrganisationReading::run(const QString &file)
{
    if (Result<void> opened = mTable.open(file, mOptions.source, kFields); !opened) {
        return opened.error();
    }
    if (Result<void> read = mTable.readAll([this] { readRow(); }); !read) {
        return read.error();
    }
    refuseWrongParents();
    OrganisationReadReport report{{}, mRefused, mTable.notes(), mRead};
    for (const Row &row : std::as_const(mRows)) {
        report.organisations.append(row.organisation);
    }
    return report;
}

} // namespace

Result<QList<UnitKind>> readUnitKinds(const QString &file)
{
    FieldTable table;
    if (Result<void> opened = table.open(file, {}, kKindFields); !opened) {
        return opened.error();
    }
    QList<UnitKind> kinds;
    const Result<void> read = table.readAll([&] {
        kinds.append({table.value("key"_L1),
                      table.value("name"_L1),
                      table.value("name_en"_L1),
                      table.value("role"_L1) == "handling"_L1});
    });
    return read ? Result<QList<UnitKind>>(kinds) : Result<QList<UnitKind>>(read.error());
}

Result<OrganisationReadReport> readOrganisations(const QString &file,
                                                 const OrganisationReadOptions &options)
{
    return OrganisationReading(options).run(file);
}

} // namespace gridward
