// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/householdlist.h"

#include "models/view/personalwords.h"
#include "ui/panels/answer.h"
#include "ui/panels/facttable.h"
#include "ui/panels/maskedline.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {
constexpr qsizetype kMostLines = 100;
} // namespace

HouseholdList::HouseholdList(DistrictPort &district, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mHeading(new QLabel(this))
    , mFacts(new FactTable)
    , mShowList(new QPushButton(this))
    , mSaid(new QLabel(this))
    , mList(new QWidget(this))
    , mLines(new QVBoxLayout(mList))
{
    setObjectName(u"householdList"_s);
    mHeading->setProperty("cardHeading", true);
    mHeading->setWordWrap(true);
    mShowList->setObjectName(u"householdShow"_s);
    mShowList->setCheckable(true);
    mShowList->setProperty("chip", true);
    mSaid->setProperty("muted", true);
    mSaid->setWordWrap(true);
    mSaid->hide();
    mLines->setContentsMargins(0, 0, 0, 0);
    mLines->setSpacing(8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(mHeading);
    layout->addWidget(mFacts);
    layout->addWidget(mShowList, 0, Qt::AlignLeft);
    layout->addWidget(mSaid);
    layout->addWidget(mList);
    connect(mShowList, &QPushButton::toggled, this, &HouseholdList::toggleList);
    connect(&mDistrict, &DistrictPort::userChanged, this, &HouseholdList::read);
    connect(&mDistrict, &DistrictPort::stateChanged, this, &HouseholdList::maskAll);
    retranslate();
    hide();
}

void HouseholdList::setPersonal(PersonalPort &personal)
{
    mPersonal = &personal;
    connect(mPersonal, &PersonalPort::maskWanted, this, &HouseholdList::maskAll);
}

void HouseholdList::showGrid(const QString &code)
{
    mGrid = code;
    hide();
    read();
}

void HouseholdList::read()
{
    const int question = ++mQuestion;
    mShowList->setChecked(false);
    toggleList(false);
    if (mPersonal == nullptr || mGrid.isEmpty()) {
        return;
    }
    whenAnswered(mPersonal->countHouseholds(mGrid),
                 mDistrict,
                 this,
                 [this, question](const Result<HouseholdCount> &count) {
                     if (question != mQuestion) {
                         return;
                     }
                     setVisible(count.isOk());
                     if (count) {
                         mCount = count.value();
                         renderCount();
                     }
                 });
}

void HouseholdList::renderCount()
{
    mHeading->setText(tr("Service households: %1").arg(personal_words::countText(mCount.all)));
    QList<Fact> facts;
    for (const ServiceNeed need : allServiceNeeds()) {
        const auto told = mCount.needs.constFind(need);
        if (told != mCount.needs.constEnd() && told->isExact()) {
            facts.append({personal_words::word(need), personal_words::countText(*told)});
        }
    }
    mFacts->setFacts(facts);
    mFacts->setVisible(!facts.isEmpty());
    mShowList->setVisible(mDistrict.may(Thing::Personal, u"open"_s));
}

void HouseholdList::toggleList(bool shown)
{
    qDeleteAll(mMasked);
    mMasked.clear();
    mList->hide();
    mSaid->hide();
    if (!shown || mPersonal == nullptr) {
        return;
    }
    const int question = ++mQuestion;
    whenAnswered(mPersonal->householdsIn(mGrid),
                 mDistrict,
                 this,
                 [this, question](const Result<QStringList> &ids) {
                     if (question == mQuestion) {
                         takeList(ids);
                     }
                 });
}

void HouseholdList::takeList(const Result<QStringList> &ids)
{
    if (!ids || ids.value().isEmpty()) {
        mSaid->setText(ids ? tr("There is none in this grid.") : ids.error().message);
        mSaid->show();
        return;
    }
    const qsizetype shown = std::min(ids.value().size(), kMostLines);
    for (const QString &id : ids.value().first(shown)) {
        auto *line = new MaskedLine(PersonalKind::Household);
        line->setCaption(id);
        connect(line, &MaskedLine::openWanted, this, [this, line, id](Purpose purpose) {
            open(line, id, purpose);
        });
        mLines->addWidget(line);
        mMasked.append(line);
    }
    mList->show();
    if (shown < ids.value().size()) {
        mSaid->setText(tr("The first %1 are listed.").arg(shown));
        mSaid->show();
    }
}

void HouseholdList::open(MaskedLine *line, const QString &id, Purpose purpose)
{
    maskAll(); // one at a time
    const int question = ++mQuestion;
    whenAnswered(mPersonal->openHousehold(id, purpose),
                 mDistrict,
                 this,
                 [this, question, line](const Result<Household> &household) {
                     if (question != mQuestion || !mMasked.contains(line)) {
                         return;
                     }
                     if (household) {
                         line->showValue(personal_words::lines(household.value()));
                     } else {
                         line->showRefusal(household.error().message);
                     }
                 });
}

void HouseholdList::maskAll()
{
    for (MaskedLine *line : std::as_const(mMasked)) {
        line->mask();
    }
}

void HouseholdList::retranslate()
{
    mShowList->setText(tr("Masked list"));
    mShowList->setToolTip(tr("Each household is opened by itself, for a purpose."));
    renderCount();
}

void HouseholdList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace gridward
