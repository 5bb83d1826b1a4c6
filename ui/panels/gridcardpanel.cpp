// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/gridcardpanel.h"

#include "models/domain/language.h"
#include "models/view/casewords.h"
#include "ui/panels/answer.h"
#include "ui/panels/caserowlist.h"
#include "ui/panels/facttable.h"
#include "ui/panels/householdlist.h"
#include "ui/panels/responsiblelist.h"
#include "ui/theme/icons.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kHectare = 10'000.0;
constexpr int kMostRead = 100;       ///< open cases in a card
constexpr int kMostCounted = 10'000; ///< components in a card

} // namespace

GridCardPanel::GridCardPanel(DistrictPort &district, LiveCases &cases, QWidget *parent)
    : CardPanel(district, cases, parent)
    , mFacts(new FactTable)
    , mReport(new QPushButton)
    , mHere(new ResponsibleList)
    , mNobody(new QLabel)
    , mPeople(new FactTable)
    , mHouseholds(new HouseholdList(district))
    , mOpen(new CaseRowList(CaseRowModel::Trailing::Clock, true))
    , mLatest(new CaseRowList(CaseRowModel::Trailing::State, true))
{
    setObjectName(u"gridCard"_s);
    mReport->setObjectName(u"gridReport"_s);
    mPeople->setObjectName(u"gridPeople"_s);
    mNobody->setObjectName(u"gridNobody"_s);
    mNobody->setProperty("alert", true);
    mNobody->setWordWrap(true);
    body()->addWidget(mFacts);
    body()->addWidget(mReport, 0, Qt::AlignLeft);
    mHereHeading = addHeading();
    body()->addWidget(mHere);
    mPeopleHeading = addHeading();
    body()->addWidget(mNobody);
    body()->addWidget(mPeople);
    body()->addWidget(mHouseholds);
    mOpenHeading = addHeading();
    mOpenHeading->setObjectName(u"gridOpen"_s);
    body()->addWidget(mOpen);
    mLatestHeading = addHeading();
    body()->addWidget(mLatest);
    connect(mReport, &QPushButton::clicked, this, &GridCardPanel::reportWanted);
    connect(mOpen, &CaseRowList::chosen, this, &CardPanel::caseChosen);
    connect(mLatest, &CaseRowList::chosen, this, &CardPanel::caseChosen);
}

void GridCardPanel::showGrid(const QString &code,
                             const std::optional<GeoPoint> &place,
                             const ClassKey &key)
{
    mCode = code;
    mPlace = place;
    mKey = key;
    mHere->clear();
    mHouseholds->showGrid(code);
    start(district().names().grid(code));
}

void GridCardPanel::setPersonal(PersonalPort &personal)
{
    mHouseholds->setPersonal(personal);
}

void GridCardPanel::setTheme(const Theme &theme)
{
    mReport->setIcon(themedIcon(u"report"_s, theme));
    mOpen->setTheme(theme);
    mLatest->setTheme(theme);
}

void GridCardPanel::read(int question)
{
    if (mPlace) {
        whenAnswered(district().responsibleAt(*mPlace, mKey),
                     district(),
                     this,
                     [this, question](const Result<ResponsibleHere> &here) {
                         if (isCurrent(question)) {
                             mHere->setAnswer(here, classWords());
                         }
                     });
    }
    const auto take = [this, question](const Result<GridCard> &card) {
        if (!card) {
            failed(question, card.error());
        } else if (isCurrent(question)) {
            mCard = card.value();
            shown(question);
        }
    };
    whenAnswered(district().gridCard(mCode), district(), this, take);
}

void GridCardPanel::render()
{
    const UnitGrid &grid = mCard.grid;
    setTitle(grid.name.isEmpty() ? grid.code : grid.name, grid.code);
    mReport->setText(tr("Report here"));
    renderFacts();
    renderPeople();
    const OpenCount count = countOpen();
    mOpenHeading->setText(count.open == 0 ? tr("No open cases")
                          : count.overdue == 0
                              ? tr("%n open case(s)", nullptr, count.open)
                              : tr("%n open case(s), %1 of them overdue", nullptr, count.open)
                                    .arg(numberText(count.overdue)));
    mOpen->setAccessibleName(mOpenHeading->text());
    mOpen->setCases(mCard.open, district());
    mLatestHeading->setText(mCard.latest.isEmpty() ? tr("Nothing was ever reported here")
                                                   : tr("Latest reports"));
    mLatest->setAccessibleName(mLatestHeading->text());
    mLatest->setCases(mCard.latest, district());
}

GridCardPanel::OpenCount GridCardPanel::countOpen() const
{
    const Instant now = district().clock().now();
    OpenCount count;
    const auto add = [&](const Case &subject) {
        ++count.open;
        count.overdue += isOverdue(subject, now) ? 1 : 0;
    };
    if (mCard.open.size() < kMostRead) {
        std::ranges::for_each(mCard.open, add);
        return count;
    }
    // The card holds no more than these; all of them are known where the map lives.
    for (const Case &subject : cases().all()) {
        if (subject.grid == mCode) {
            add(subject);
        }
    }
    return count;
}

void GridCardPanel::renderFacts()
{
    const UnitGrid &grid = mCard.grid;
    const QString unknown = tr("unknown");
    const auto people = [&](int number) { return number > 0 ? numberText(number) : unknown; };
    mFacts->setFacts(
        {{tr("Type"), case_words::word(grid.type)},
         {tr("Level"), case_words::word(grid.level)},
         {tr("Community"), mCard.communityName},
         {tr("Street"), mCard.streetName},
         {tr("Area"),
          grid.area > 0.0 ? tr("%1 ha").arg(numberText(grid.area / kHectare, 1)) : unknown},
         {tr("Residents"), people(grid.residents)},
         {tr("Households"), people(grid.households)},
         {tr("Components"),
          mCard.components >= kMostCounted ? tr("%1 or more").arg(numberText(mCard.components))
                                           : numberText(mCard.components)}});
}

QString GridCardPanel::classWords() const
{
    const bool english = isEnglish();
    return mKey.code.isEmpty() ? QString() : district().names().className(mKey, english);
}

void GridCardPanel::renderPeople()
{
    mHereHeading->setText(tr("Responsible here now"));
    mHereHeading->setVisible(mPlace.has_value());
    mHere->setVisible(mPlace.has_value());
    mHere->setClassName(classWords());
    mPeopleHeading->setText(tr("Responsible today"));
    mNobody->setText(tr("Nobody is responsible for this grid today."));
    mNobody->setVisible(mCard.responsible.isEmpty());
    mPeople->setVisible(!mCard.responsible.isEmpty());
    QList<Fact> people;
    for (const GridCard::Responsible &one : std::as_const(mCard.responsible)) {
        people.append({case_words::postWord(one.role),
                       one.person.workPhone.isEmpty()
                           ? one.person.name
                           : u"%1  %2"_s.arg(one.person.name, one.person.workPhone)});
    }
    mPeople->setFacts(people);
}

} // namespace gridward
