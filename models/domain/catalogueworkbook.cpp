// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/catalogueworkbook.h"

#include <algorithm>
#include <array>
#include <tuple>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::array kClassColumns{SheetColumn{"scheme", "标准", true, 64},
                                   SheetColumn{"kind", "种类", true, 20},
                                   SheetColumn{"code", "编码", true, 20},
                                   SheetColumn{"major_code", "大类编码", false, 20},
                                   SheetColumn{"major_name", "大类名称", false, 200},
                                   SheetColumn{"name", "名称", true, 200},
                                   SheetColumn{"name_en", "英文名称", false, 200},
                                   SheetColumn{"local", "本地扩展", false, 10},
                                   SheetColumn{"valid_from", "启用日期", false, 20},
                                   SheetColumn{"note", "备注", false, 1000}};

constexpr std::array kStandardColumns{
    SheetColumn{"scheme", "标准", true, 64},
    SheetColumn{"kind", "种类", true, 20},
    SheetColumn{"code", "编码", true, 20},
    SheetColumn{"condition_id", "条件编号", true, 64},
    SheetColumn{"area", "适用区域", false, 32},
    SheetColumn{"condition", "立案条件", true, 1000},
    SheetColumn{"condition_en", "立案条件英文", false, 1000},
    SheetColumn{"limit_value", "处置时限", true, 20},
    SheetColumn{"limit_unit", "时限单位", true, 30},
    SheetColumn{"closing_condition", "结案条件", true, 1000},
    SheetColumn{"closing_condition_en", "结案条件英文", false, 1000},
    SheetColumn{"mandatory", "结案必须确认", false, 10},
    SheetColumn{"handling_unit_kind", "处置单位", true, 100},
    SheetColumn{"supervising_department", "主管部门", true, 100},
    SheetColumn{"source", "依据", false, 500},
    SheetColumn{"version", "版本", false, 10},
    SheetColumn{"valid_from", "启用日期", false, 20}};

/** What a cell can hold: the rest would be lost or changed on the way. */
QString cleaned(const QString &text)
{
    QString result = text;
    result.replace(u"\r\n"_s, u"\n"_s);
    for (QChar &character : result) {
        if (character.category() == QChar::Other_Control && character != u'\n' &&
            character != u'\t') {
            character = u' ';
        }
    }
    return result.trimmed();
}

QString yesOrNo(bool value)
{
    return value ? u"1"_s : u"0"_s;
}

QString dayText(QDate day)
{
    return day.isValid() ? day.toString(Qt::ISODate) : QString();
}

auto orderOf(const ClassKey &key)
{
    return std::tuple(key.scheme, toId(key.kind), key.code);
}

} // namespace

QString toId(CatalogueSheet sheet)
{
    return sheet == CatalogueSheet::Classes ? u"classes"_s : u"standards"_s;
}

QString chineseName(CatalogueSheet sheet)
{
    return sheet == CatalogueSheet::Classes ? u"分类"_s : u"立案标准"_s;
}

std::span<const SheetColumn> columnsOf(CatalogueSheet sheet)
{
    return sheet == CatalogueSheet::Classes ? std::span<const SheetColumn>(kClassColumns)
                                            : std::span<const SheetColumn>(kStandardColumns);
}

QList<SheetForm> catalogueSheets()
{
    QList<SheetForm> forms;
    for (const CatalogueSheet sheet : {CatalogueSheet::Classes, CatalogueSheet::Standards}) {
        forms.append({toId(sheet), chineseName(sheet), columnsOf(sheet)});
    }
    return forms;
}

QStringList cellsOf(const CatalogueEntry &entry)
{
    return {cleaned(entry.key.scheme),
            toId(entry.key.kind),
            cleaned(entry.key.code),
            cleaned(entry.majorCode),
            cleaned(entry.majorName),
            cleaned(entry.name),
            cleaned(entry.nameEn),
            yesOrNo(entry.local),
            dayText(entry.validFrom),
            cleaned(entry.note)};
}

QStringList cellsOf(const FilingStandard &standard)
{
    return {cleaned(standard.key.scheme),
            toId(standard.key.kind),
            cleaned(standard.key.code),
            cleaned(standard.id),
            cleaned(standard.area),
            cleaned(standard.condition),
            cleaned(standard.conditionEn),
            QString::number(standard.limitValue),
            toId(standard.limitUnit),
            cleaned(standard.closingCondition),
            cleaned(standard.closingConditionEn),
            yesOrNo(standard.closingMandatory),
            cleaned(standard.unitKind),
            cleaned(standard.supervisor),
            cleaned(standard.source),
            QString::number(standard.version),
            dayText(standard.validFrom)};
}

CatalogueWorkbook workbookOf(const CatalogueContent &content)
{
    QList<CatalogueEntry> classes = content.classes;
    classes.removeIf([](const CatalogueEntry &entry) { return !entry.isInForce(); });
    std::ranges::sort(classes, {}, [](const CatalogueEntry &entry) { return orderOf(entry.key); });
    QList<FilingStandard> standards = content.standards;
    standards.removeIf([](const FilingStandard &standard) { return !standard.isInForce(); });
    std::ranges::sort(standards, {}, [](const FilingStandard &standard) {
        return std::tuple_cat(orderOf(standard.key), std::tuple(standard.id));
    });
    CatalogueWorkbook workbook;
    for (const CatalogueEntry &entry : std::as_const(classes)) {
        workbook.classes.append({workbook.classes.size() + 2, cellsOf(entry)});
    }
    for (const FilingStandard &standard : std::as_const(standards)) {
        workbook.standards.append({workbook.standards.size() + 2, cellsOf(standard)});
    }
    return workbook;
}

} // namespace gridward
