// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepage/relationlist.h"

#include "models/service/districtport.h"
#include "models/view/dossierwords.h"
#include "ui/panels/caserowlist.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr qsizetype kMostNear = 6;

} // namespace

RelationList::RelationList(DistrictPort &district, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mTheme(&theme(ThemeName::Day))
{
    setObjectName(u"relationList"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    clear();
}

void RelationList::clear()
{
    mLists.clear();
    if (mBox != nullptr) {
        mBox->hide();
        mBox->deleteLater(); // the click that leads away comes from it
    }
    mBox = new QWidget;
    auto *layout = new QVBoxLayout(mBox);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    this->layout()->addWidget(mBox);
}

void RelationList::setTheme(const Theme &theme)
{
    mTheme = &theme;
    for (CaseRowList *list : std::as_const(mLists)) {
        list->setTheme(theme);
    }
}

void RelationList::add(const QString &title, const QList<Case> &cases)
{
    auto *heading = new QLabel(title);
    heading->setObjectName(u"factName"_s);
    auto *list = new CaseRowList(CaseRowModel::Trailing::State, true);
    list->setTheme(*mTheme);
    list->setCases(cases, mDistrict);
    list->setAccessibleName(title);
    connect(list, &CaseRowList::chosen, this, &RelationList::opened);
    mBox->layout()->addWidget(heading);
    mBox->layout()->addWidget(list);
    mLists.append(list);
}

void RelationList::setDossier(const CaseDossier &dossier)
{
    clear();
    const QList<dossier_words::Relation> all = dossier_words::relations(dossier);
    QStringList words;
    for (const dossier_words::Relation &one : all) {
        if (words.contains(one.word)) {
            continue;
        }
        words.append(one.word);
        QList<Case> cases;
        for (const dossier_words::Relation &other : all) {
            if (other.word == one.word) {
                cases.append(other.other);
            }
        }
        add(one.word, cases);
    }
    if (all.isEmpty()) {
        auto *none = new QLabel(tr("No other case belongs with this one."));
        none->setObjectName(u"panelNote"_s);
        mBox->layout()->addWidget(none);
    }
    const QList<Case> &near = dossier.surroundings.cases;
    if (!near.isEmpty()) {
        add(tr("Open within %1 m: %2, nearest first")
                .arg(CaseSurroundings::kMetres)
                .arg(near.size()),
            near.first(std::min(near.size(), kMostNear)));
    }
}

} // namespace gridward
