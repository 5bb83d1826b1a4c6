// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/personcardpanel.h"

#include "models/view/casewords.h"
#include "ui/panels/answer.h"
#include "ui/panels/facttable.h"

#include <QBoxLayout>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

PersonCardPanel::PersonCardPanel(DistrictPort &district, LiveCases &cases, QWidget *parent)
    : CardPanel(district, cases, parent)
    , mFacts(new FactTable)
    , mShow(new QPushButton)
{
    setObjectName(u"personCard"_s);
    mShow->setObjectName(u"personShow"_s);
    body()->addWidget(mFacts);
    body()->addWidget(mShow, 0, Qt::AlignLeft);
    connect(mShow, &QPushButton::clicked, this, [this] {
        if (mSeen) {
            emit placeWanted(mId, mSeen->place);
        }
    });
}

void PersonCardPanel::showPerson(const QString &id, const QString &name, const QString &phone)
{
    mId = id;
    mName = name;
    mPhone = phone;
    mSeen.reset();
    start(name.isEmpty() ? id : name);
}

void PersonCardPanel::read(int question)
{
    const auto take = [this, question](const Result<QList<StaffMark>> &staff) {
        if (!staff) {
            failed(question, staff.error());
        } else if (isCurrent(question)) {
            const auto found = std::ranges::find(staff.value(), mId, &StaffMark::person);
            mSeen = found == staff.value().end() ? std::nullopt : std::optional(*found);
            shown(question);
        }
    };
    whenAnswered(district().staffOnDuty(), district(), this, take);
}

void PersonCardPanel::render()
{
    const QString name = mSeen ? mSeen->name : mName;
    setTitle(name.isEmpty() ? mId : name,
             mSeen && !mSeen->role.isEmpty() ? case_words::postWord(mSeen->role)
                                             : tr("No post in the present grid"));
    QList<Fact> facts;
    if (!mPhone.isEmpty()) {
        facts.append({tr("Phone at work"), mPhone});
    }
    if (mSeen) {
        facts.append({tr("Last seen"), case_words::sinceText(mSeen->at, district().clock().now())});
        facts.append({tr("Place"), toDisplayText(mSeen->place)});
    } else {
        facts.append({tr("Last seen"), tr("not within the last twelve hours")});
    }
    mFacts->setFacts(facts);
    mShow->setText(tr("Show on the map"));
    mShow->setVisible(mSeen.has_value());
}

} // namespace gridward
