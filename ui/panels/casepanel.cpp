// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/casepanel.h"

namespace gridward {

CasePanel::CasePanel(DistrictPort &district, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
{
    setObjectName(QStringLiteral("casePanel"));
}

void CasePanel::showCase(const CaseId &id)
{
    mShown = id;
}

void CasePanel::clear()
{
    mShown.reset();
}

void CasePanel::setTheme(const Theme & /*theme*/) {}

} // namespace gridward
