// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/staffform.h"

#include "models/view/staffwords.h"
#include "ui/panels/answer.h"
#include "ui/panels/choicelist.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDateEdit>
#include <QDateTimeEdit>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kMostFound = 30;

} // namespace

QDateEdit *makeDayField(const QString &name)
{
    auto *field = new QDateEdit;
    field->setObjectName(name);
    field->setDisplayFormat(u"yyyy-MM-dd"_s);
    field->setCalendarPopup(true);
    field->setMinimumHeight(32);
    return field;
}

QDateTimeEdit *makeTimeField(const QString &name)
{
    auto *field = new QDateTimeEdit;
    field->setObjectName(name);
    field->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    field->setCalendarPopup(true);
    field->setMinimumHeight(32);
    return field;
}

QLabel *makeNote(const char *objectName)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1String(objectName));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

PersonField::PersonField(StaffPort &staff, DistrictPort &district, QWidget *parent)
    : QWidget(parent)
    , mStaff(staff)
    , mDistrict(district)
    , mLabel(makeNote("fieldLabel"))
    , mList(new ChoiceList)
{
    mList->setSearchesElsewhere(true);
    mList->setVisibleRows(3);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(mLabel);
    column->addWidget(mList);
    mLabel->setBuddy(mList);
    setFocusProxy(mList);
    connect(mList, &ChoiceList::filterEdited, this, &PersonField::ask);
}

void PersonField::setTheme(const Theme &theme)
{
    mList->setTheme(theme);
}

void PersonField::setLabel(const QString &text, const QString &hint)
{
    mLabel->setText(text);
    mList->setPlaceholder(hint, text);
}

void PersonField::setPerson(const Person &person)
{
    mList->clearFilter();
    mAsked.clear();
    mList->setChoices({{person.id, person.name, person.workPhone, person.id}});
    mList->setCurrent(person.id);
}

void PersonField::clear()
{
    mList->clearFilter();
    mAsked.clear();
    mList->setChoices({});
}

QString PersonField::person() const
{
    return mList->current();
}

void PersonField::ask(const QString &text)
{
    mAsked = text.trimmed();
    if (mAsked.isEmpty()) {
        mList->setChoices({});
        return;
    }
    PeopleQuery query;
    query.text = mAsked;
    query.limit = kMostFound;
    whenAnswered(mStaff.people(query),
                 mDistrict,
                 this,
                 [this, asked = mAsked](const Result<QList<Person>> &found) {
                     if (!found || asked != mAsked) {
                         return; // something else was typed since
                     }
                     QList<Choice> choices;
                     for (const Person &person : found.value()) {
                         const QString unit = mDistrict.names().unit(person.organisation, false);
                         choices.append({person.id, person.name, unit, person.id});
                     }
                     mList->setChoices(choices);
                     mList->setEmptyText(choices.isEmpty() ? tr("Nobody is called that.")
                                                           : QString());
                 });
}

StaffForm::StaffForm(QWidget *parent)
    : QFrame(parent)
    , mHeading(makeNote("formHeading"))
    , mExplanation(makeNote("panelNote"))
    , mError(makeNote("caseNotice"))
    , mFields(new QVBoxLayout)
    , mAccept(new QPushButton)
    , mCancel(new QPushButton)
{
    setObjectName(u"staffForm"_s);
    mError->setProperty("level", "error");
    mError->setObjectName(u"caseNotice"_s);
    mError->hide();
    mExplanation->hide();
    mAccept->setObjectName(u"formAccept"_s);
    mAccept->setProperty("primary", true);
    mCancel->setObjectName(u"formCancel"_s);
    mFields->setSpacing(4);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(mAccept);
    buttons->addWidget(mCancel);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(mHeading);
    column->addWidget(mExplanation);
    column->addLayout(mFields);
    column->addWidget(mError);
    column->addLayout(buttons);
    connect(mAccept, &QPushButton::clicked, this, &StaffForm::accepted);
    connect(mCancel, &QPushButton::clicked, this, &StaffForm::cancelled);
    retranslate();
}

void StaffForm::setHeading(const QString &text, const QString &explanation)
{
    mHeading->setText(text);
    mExplanation->setText(explanation);
    mExplanation->setVisible(!explanation.isEmpty());
}

void StaffForm::setAcceptText(const QString &text)
{
    mAccept->setText(text);
}

QLabel *StaffForm::addField(QWidget *field)
{
    auto *label = makeNote("fieldLabel");
    label->setBuddy(field);
    mLabels.insert(field, label);
    mFields->addWidget(label);
    mFields->addWidget(field);
    return label;
}

void StaffForm::setLabel(QWidget *field, const QString &text)
{
    if (QLabel *label = mLabels.value(field)) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
        field->setAccessibleName(text);
    }
}

void StaffForm::showError(const QString &text)
{
    mError->setText(text);
    mError->setVisible(!text.isEmpty());
}

void StaffForm::setBusy(bool busy)
{
    mAccept->setEnabled(!busy);
}

void StaffForm::retranslate()
{
    mCancel->setText(tr("Cancel"));
}

void StaffForm::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        emit cancelled();
    } else if (isEnter && event->modifiers().testFlag(Qt::ControlModifier) &&
               mAccept->isEnabled()) {
        emit accepted();
    } else {
        QFrame::keyPressEvent(event);
    }
}

void StaffForm::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

EndField::EndField(QWidget *parent)
    : QWidget(parent)
    , mDay(makeDayField(u"endDay"_s))
    , mOpen(new QCheckBox)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(mDay, 1);
    row->addWidget(mOpen);
    connect(mOpen, &QCheckBox::toggled, this, [this](bool open) { mDay->setEnabled(!open); });
    mOpen->setChecked(true);
    retranslate();
}

void EndField::setDay(QDate day)
{
    mOpen->setChecked(!day.isValid());
    if (day.isValid()) {
        mDay->setDate(day);
    }
}

void EndField::setDayFrom(QDate first)
{
    mDay->setMinimumDate(first);
}

QDate EndField::day() const
{
    return mOpen->isChecked() ? QDate() : mDay->date();
}

void EndField::retranslate()
{
    mOpen->setText(tr("Until further notice"));
}

} // namespace gridward
