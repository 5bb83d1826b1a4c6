// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/responsiblelist.h"

#include "models/domain/language.h"
#include "ui/panels/proposalchoices.h"

#include <QBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr qsizetype kMostShown = 3; ///< of each; the card has more to say

QLabel *label(const char *property)
{
    auto *made = new QLabel;
    made->setTextFormat(Qt::PlainText);
    made->setProperty(property, true);
    return made;
}

/** Units of the whole district that are not for this class are on the list of a dispatch. */
QList<UnitProposal> worthShowing(const QList<UnitProposal> &units)
{
    QList<UnitProposal> shown;
    for (const UnitProposal &one : units) {
        const bool isPlain =
            !one.reasons.isEmpty() && one.reasons.first().code == ReasonCode::District;
        if (shown.size() < kMostShown && (!isPlain || shown.isEmpty())) {
            shown.append(one);
        }
    }
    return shown;
}

} // namespace

ResponsibleList::ResponsibleList(QWidget *parent)
    : QWidget(parent)
    , mSaid(label("muted"))
    , mOffDuty(label("alert"))
    , mUnitsFor(label("factLabel"))
    , mStaffBox(new QVBoxLayout)
    , mUnitBox(new QVBoxLayout)
{
    setObjectName(u"responsibleList"_s);
    mSaid->setObjectName(u"responsibleSaid"_s);
    mOffDuty->setObjectName(u"responsibleOffDuty"_s);
    mUnitsFor->setObjectName(u"responsibleUnitsFor"_s);
    for (QLabel *one : {mSaid, mOffDuty, mUnitsFor}) {
        one->setWordWrap(true);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    for (QVBoxLayout *box : {mStaffBox, mUnitBox}) {
        box->setContentsMargins(0, 0, 0, 0);
        box->setSpacing(8);
    }
    column->addWidget(mSaid);
    column->addWidget(mOffDuty);
    column->addLayout(mStaffBox);
    column->addWidget(mUnitsFor);
    column->addLayout(mUnitBox);
    clear();
}

void ResponsibleList::clear()
{
    mAnswer.reset();
    render();
}

void ResponsibleList::setAnswer(const Result<ResponsibleHere> &answer, const QString &className)
{
    mAnswer = answer;
    mClassName = className;
    render();
}

void ResponsibleList::setClassName(const QString &className)
{
    mClassName = className;
    render();
}

void ResponsibleList::render()
{
    const bool known = mAnswer && *mAnswer;
    const ResponsibleHere here = known ? mAnswer->value() : ResponsibleHere();
    const bool somebody = !here.staff.isEmpty() || !here.units.isEmpty();
    mSaid->setText(!mAnswer   ? tr("Reading …")
                   : !known   ? mAnswer->error().message
                   : somebody ? QString()
                              : tr("Nobody is responsible for this place now."));
    mSaid->setVisible(!somebody);
    mOffDuty->setText(here.staff.isEmpty() ? tr("Nobody has a post here today.")
                                           : tr("None of them is on duty now."));
    mOffDuty->setVisible(somebody && here.onDuty() == 0);
    mUnitsFor->setText(mClassName.isEmpty() ? tr("Units for whatever it may be")
                                            : tr("Units for: %1").arg(mClassName));
    mUnitsFor->setVisible(!here.units.isEmpty());
    renderStaff(here.staff);
    renderUnits(here.units);
}

void ResponsibleList::renderStaff(const QList<PersonProposal> &staff)
{
    QList<Words> words;
    const auto without = [](const PersonProposal &one) {
        return one.openCases == 0 ? QList<ReasonKind>{ReasonKind::Load} : QList<ReasonKind>{};
    };
    for (const PersonProposal &one : staff.first(std::min(kMostShown, staff.size()))) {
        const QString post = dutyWord(one.role);
        words.append({post.isEmpty() ? one.person.name : u"%1  %2"_s.arg(one.person.name, post),
                      one.person.workPhone,
                      personReasonsText(one.reasons, without(one))});
    }
    fill(mStaff, mStaffBox, words);
}

void ResponsibleList::renderUnits(const QList<UnitProposal> &units)
{
    const bool english = isEnglish();
    QList<Words> words;
    for (const UnitProposal &one : worthShowing(units)) {
        words.append({english && !one.unit.nameEn.isEmpty() ? one.unit.nameEn : one.unit.name,
                      reasonText({ReasonCode::Load, static_cast<double>(one.openCases)}),
                      reasonsText(one.reasons, {ReasonKind::Load})});
    }
    fill(mUnits, mUnitBox, words);
}

void ResponsibleList::fill(QList<Row> &rows, QVBoxLayout *into, const QList<Words> &words)
{
    while (rows.size() > words.size()) {
        delete rows.takeLast().box;
    }
    while (rows.size() < words.size()) {
        const Row row{new QWidget, label("factValue"), label("factLabel"), label("muted")};
        row.name->setWordWrap(true);
        row.reasons->setWordWrap(true);
        row.reasons->setObjectName(u"panelNote"_s); // small and quiet
        for (QLabel *one : {row.name, row.aside, row.reasons}) {
            one->setTextInteractionFlags(Qt::TextSelectableByMouse);
        }
        auto *first = new QHBoxLayout;
        first->setSpacing(8);
        first->addWidget(row.name, 1);
        first->addWidget(row.aside, 0, Qt::AlignTop);
        auto *lines = new QVBoxLayout(row.box);
        lines->setContentsMargins(0, 0, 0, 0);
        lines->setSpacing(2);
        lines->addLayout(first);
        lines->addWidget(row.reasons);
        into->addWidget(row.box);
        rows.append(row);
    }
    for (qsizetype i = 0; i < words.size(); ++i) {
        rows.at(i).name->setText(words.at(i).name);
        rows.at(i).aside->setText(words.at(i).aside);
        rows.at(i).reasons->setText(words.at(i).reasons);
        rows.at(i).reasons->setAccessibleName(words.at(i).name);
    }
}

} // namespace gridward
