// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/classgroups.h"

#include "models/domain/language.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ClassGroups)
};

struct Group
{
    const char16_t *name; ///< in the catalogue
    const char *text;     ///< source text of a translation
};

/** The groups of both standards: GB/T 30428.2-2013 and GB/T 47678.5-2026. */
constexpr std::array kGroups{
    Group{u"市政公用设施", QT_TRANSLATE_NOOP("ClassGroups", "Municipal utilities")},
    Group{u"公用设施", QT_TRANSLATE_NOOP("ClassGroups", "Public utilities")},
    Group{u"交通设施", QT_TRANSLATE_NOOP("ClassGroups", "Traffic facilities")},
    Group{u"道路交通设施", QT_TRANSLATE_NOOP("ClassGroups", "Road traffic facilities")},
    Group{u"市容环卫设施", QT_TRANSLATE_NOOP("ClassGroups", "Sanitation facilities")},
    Group{u"市容环境设施",
          QT_TRANSLATE_NOOP("ClassGroups", "City appearance and environment facilities")},
    Group{u"园林绿化设施", QT_TRANSLATE_NOOP("ClassGroups", "Greenery facilities")},
    Group{u"其他管理部件", QT_TRANSLATE_NOOP("ClassGroups", "Other managed components")},
    Group{u"其他部件", QT_TRANSLATE_NOOP("ClassGroups", "Other components")},
    Group{u"市容环境类", QT_TRANSLATE_NOOP("ClassGroups", "Appearance and environment")},
    Group{u"市容环境", QT_TRANSLATE_NOOP("ClassGroups", "Appearance and environment")},
    Group{u"宣传广告类", QT_TRANSLATE_NOOP("ClassGroups", "Advertising")},
    Group{u"宣传广告", QT_TRANSLATE_NOOP("ClassGroups", "Advertising")},
    Group{u"施工管理类", QT_TRANSLATE_NOOP("ClassGroups", "Construction")},
    Group{u"施工管理", QT_TRANSLATE_NOOP("ClassGroups", "Construction")},
    Group{u"街面秩序类", QT_TRANSLATE_NOOP("ClassGroups", "Street order")},
    Group{u"街面秩序", QT_TRANSLATE_NOOP("ClassGroups", "Street order")},
    Group{u"突发事件", QT_TRANSLATE_NOOP("ClassGroups", "Sudden events")},
    Group{u"其他事项类", QT_TRANSLATE_NOOP("ClassGroups", "Other matters")},
    Group{u"其他事件", QT_TRANSLATE_NOOP("ClassGroups", "Other events")}};

} // namespace

QString groupWord(const CatalogueEntry &entry)
{
    if (!isEnglish()) {
        return entry.majorName; // two standards call alike groups by different names
    }
    const auto *known = std::ranges::find_if(
        kGroups, [&](const Group &one) { return entry.majorName == QStringView(one.name); });
    return known == kGroups.end() ? entry.majorName : Words::tr(known->text);
}

} // namespace gridward
