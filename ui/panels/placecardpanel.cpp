// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/placecardpanel.h"

#include "models/view/casewords.h"
#include "ui/panels/answer.h"
#include "ui/panels/caserowlist.h"
#include "ui/panels/facttable.h"
#include "ui/theme/icons.h"
#include "ui/theme/levelmarks.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** The four grades of risk have the colours of the four levels. */
CaseLevel levelOf(int risk)
{
    return static_cast<CaseLevel>(std::clamp(risk, 1, 4) - 1);
}

QString riskWord(int risk)
{
    switch (levelOf(risk)) {
    case CaseLevel::Blue:
        return PlaceCardPanel::tr("Low risk");
    case CaseLevel::Yellow:
        return PlaceCardPanel::tr("Moderate risk");
    case CaseLevel::Orange:
        return PlaceCardPanel::tr("Considerable risk");
    case CaseLevel::Red:
        return PlaceCardPanel::tr("Major risk");
    }
    return {};
}

QString patrolWord(const QString &rule)
{
    if (rule == "daily"_L1) {
        return PlaceCardPanel::tr("every day");
    }
    if (rule == "weekly"_L1) {
        return PlaceCardPanel::tr("every week");
    }
    return rule == "monthly"_L1 ? PlaceCardPanel::tr("every month") : rule;
}

QString dayText(QDate day)
{
    return day.isValid() ? day.toString(Qt::ISODate) : PlaceCardPanel::tr("not known");
}

} // namespace

PlaceCardPanel::PlaceCardPanel(DistrictPort &district, LiveCases &cases, QWidget *parent)
    : CardPanel(district, cases, parent)
    , mFacts(new FactTable)
    , mRiskMark(new QLabel)
    , mRisk(new QLabel)
    , mGrid(new QPushButton)
    , mOpen(new CaseRowList(CaseRowModel::Trailing::Clock, true))
{
    setObjectName(u"placeCard"_s);
    mRisk->setObjectName(u"placeRisk"_s);
    mGrid->setObjectName(u"placeGrid"_s);
    auto *risk = new QHBoxLayout;
    risk->setSpacing(8);
    risk->addWidget(mRiskMark);
    risk->addWidget(mRisk, 1);
    body()->addLayout(risk);
    body()->addWidget(mFacts);
    body()->addWidget(mGrid, 0, Qt::AlignLeft);
    mOpenHeading = addHeading();
    body()->addWidget(mOpen);
    connect(mOpen, &CaseRowList::chosen, this, &CardPanel::caseChosen);
    connect(mGrid, &QPushButton::clicked, this, [this] { emit gridChosen(mCard.place.grid); });
}

void PlaceCardPanel::showPlace(const QString &id)
{
    mId = id;
    mCard = {};
    start(id);
}

void PlaceCardPanel::setTheme(const Theme &theme)
{
    mTheme = &theme;
    mGrid->setIcon(themedIcon(u"grid"_s, theme));
    mOpen->setTheme(theme);
    mRiskMark->setPixmap(levelIcon(levelOf(mCard.place.risk), theme).pixmap(16, 16));
}

void PlaceCardPanel::read(int question)
{
    const auto take = [this, question](const Result<PlaceCard> &card) {
        if (!card) {
            failed(question, card.error());
        } else if (isCurrent(question)) {
            mCard = card.value();
            shown(question);
        }
    };
    whenAnswered(district().placeCard(mId), district(), this, take);
}

void PlaceCardPanel::render()
{
    const KeyPlace &place = mCard.place;
    setTitle(place.name.isEmpty() ? place.id : place.name, case_words::placeKindWord(place.kind));
    mRisk->setText(riskWord(place.risk));
    if (mTheme != nullptr) {
        mRiskMark->setPixmap(levelIcon(levelOf(place.risk), *mTheme).pixmap(16, 16));
    }
    QList<Fact> facts{{tr("Last check"), dayText(place.lastCheck)}, nextCheck()};
    if (!place.patrolRule.isEmpty()) {
        facts.append({tr("Patrol"), patrolWord(place.patrolRule)});
    }
    facts.append({tr("Number"), place.id});
    mFacts->setFacts(facts);
    mGrid->setText(mCard.gridName);
    mGrid->setToolTip(tr("Show the grid it lies in"));
    mGrid->setVisible(!place.grid.isEmpty());
    mOpenHeading->setText(place.grid.isEmpty() ? tr("It lies outside of every grid.")
                          : mCard.openInGrid.isEmpty()
                              ? tr("No open cases in its grid")
                              : tr("Open cases in its grid, newest first"));
    mOpen->setAccessibleName(mOpenHeading->text());
    mOpen->setCases(mCard.openInGrid, district());
}

Fact PlaceCardPanel::nextCheck() const
{
    const QDate due = mCard.place.nextCheck;
    const QDate day = today();
    if (!due.isValid() || due >= day) {
        return {tr("Next check"), due == day ? tr("%1, today").arg(dayText(due)) : dayText(due)};
    }
    return {
        tr("Next check"),
        tr("%1, %n day(s) overdue", nullptr, static_cast<int>(due.daysTo(day))).arg(dayText(due)),
        true};
}

} // namespace gridward
