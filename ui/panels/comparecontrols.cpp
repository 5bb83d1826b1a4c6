// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/comparecontrols.h"

#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** The ways to show two periods, in the order of the list. */
enum class Show { SideBySide, Swipe, Difference, Ratio };

const auto kPeriodBefore = u"period-before"_s;
const auto kYearBefore = u"year-before"_s;
const auto kDays = u"days"_s;

} // namespace

CompareControls::CompareControls(QWidget *parent)
    : QWidget(parent)
    , mWith(new QComboBox)
    , mShow(new QComboBox)
    , mDays(new QWidget)
    , mFirst(new QDateEdit)
    , mLast(new QDateEdit)
{
    mWith->setObjectName(u"compareWith"_s);
    mShow->setObjectName(u"compareShow"_s);
    for (const With with : {With::Nothing, With::PeriodBefore, With::YearBefore, With::Chosen}) {
        mWith->addItem(QString(), static_cast<int>(with));
    }
    for (const Show show : {Show::SideBySide, Show::Swipe, Show::Difference, Show::Ratio}) {
        mShow->addItem(QString(), static_cast<int>(show));
    }
    mShow->setEnabled(false);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(4);
    int column = 0;
    for (QComboBox *box : {mWith, mShow}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        auto *label = new QLabel;
        label->setObjectName(u"fieldLabel"_s);
        label->setBuddy(box);
        mLabels.append(label);
        layout->addWidget(label, 0, column);
        layout->addWidget(box, 1, column);
        layout->setColumnStretch(column++, 1);
    }
    buildDays();
    layout->addWidget(mDays, 2, 0, 1, 2);
    retranslate();
    connect(mWith, &QComboBox::currentIndexChanged, this, [this] {
        mShow->setEnabled(with() != With::Nothing);
        mDays->setVisible(with() == With::Chosen);
        emit periodChanged();
    });
    connect(mShow, &QComboBox::currentIndexChanged, this, &CompareControls::showChanged);
}

void CompareControls::buildDays()
{
    mFirst->setObjectName(u"compareFirst"_s);
    mLast->setObjectName(u"compareLast"_s);
    auto *row = new QHBoxLayout(mDays);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QDateEdit *edit : {mFirst, mLast}) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(u"yyyy-MM-dd"_s);
        edit->setKeyboardTracking(false); // a date half typed is no question
        row->addWidget(edit, 1);
    }
    mDays->hide();
    connect(mFirst, &QDateEdit::dateChanged, this, [this](QDate day) {
        const QSignalBlocker silent(mLast);
        mLast->setDate(std::max(mLast->date(), day));
        mIsChosen = true;
        emit periodChanged();
    });
    connect(mLast, &QDateEdit::dateChanged, this, [this](QDate day) {
        const QSignalBlocker silent(mFirst);
        mFirst->setDate(std::min(mFirst->date(), day));
        mIsChosen = true;
        emit periodChanged();
    });
}

QDate CompareControls::firstDay() const
{
    return mFirst->date();
}

QDate CompareControls::lastDay() const
{
    return mLast->date();
}

void CompareControls::proposeDays(const QDate &first, const QDate &last)
{
    if (mIsChosen) {
        return;
    }
    const QSignalBlocker one(mFirst);
    const QSignalBlocker other(mLast);
    mFirst->setDate(first);
    mLast->setDate(last);
}

CompareControls::With CompareControls::with() const
{
    return static_cast<With>(mWith->currentData().toInt());
}

QString CompareControls::withId() const
{
    switch (with()) {
    case With::PeriodBefore:
        return kPeriodBefore;
    case With::YearBefore:
        return kYearBefore;
    case With::Chosen:
        return kDays;
    case With::Nothing:
        break;
    }
    return {};
}

void CompareControls::take(const QString &withId, HeatCompare compare, HeatLayout layout)
{
    const QSignalBlocker quiet(this);
    const With with = withId == kPeriodBefore ? With::PeriodBefore
                      : withId == kYearBefore ? With::YearBefore
                      : withId == kDays       ? With::Chosen
                                              : With::Nothing;
    mWith->setCurrentIndex(mWith->findData(static_cast<int>(with)));
    if (with == With::Nothing) {
        return;
    }
    const Show show = compare == HeatCompare::Difference ? Show::Difference
                      : compare == HeatCompare::Ratio    ? Show::Ratio
                      : layout == HeatLayout::Swipe      ? Show::Swipe
                                                         : Show::SideBySide;
    mShow->setCurrentIndex(mShow->findData(static_cast<int>(show)));
}

void CompareControls::takeDays(const QDate &first, const QDate &last)
{
    mIsChosen = false;
    proposeDays(first, last);
    mIsChosen = true;
}

HeatCompare CompareControls::compare() const
{
    if (with() == With::Nothing) {
        return HeatCompare::Off;
    }
    switch (static_cast<Show>(mShow->currentData().toInt())) {
    case Show::Difference:
        return HeatCompare::Difference;
    case Show::Ratio:
        return HeatCompare::Ratio;
    case Show::SideBySide:
    case Show::Swipe:
        break;
    }
    return HeatCompare::Off;
}

HeatLayout CompareControls::layoutOfTwo() const
{
    if (with() == With::Nothing || compare() != HeatCompare::Off) {
        return HeatLayout::One;
    }
    return static_cast<Show>(mShow->currentData().toInt()) == Show::Swipe ? HeatLayout::Swipe
                                                                          : HeatLayout::SideBySide;
}

void CompareControls::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void CompareControls::retranslate()
{
    const QStringList with{
        tr("Nothing"), tr("Period before"), tr("A year before"), tr("Chosen days")};
    for (int i = 0; i < mWith->count(); ++i) {
        mWith->setItemText(i, with.value(i));
    }
    const QStringList show{tr("Side by side"), tr("Swipe"), tr("Difference"), tr("Ratio")};
    for (int i = 0; i < mShow->count(); ++i) {
        mShow->setItemText(i, show.value(i));
    }
    const QStringList names{tr("Compare with"), tr("Shown as")};
    for (qsizetype i = 0; i < mLabels.size(); ++i) {
        mLabels.at(i)->setText(names.value(i));
        mLabels.at(i)->buddy()->setAccessibleName(names.value(i));
    }
    mFirst->setAccessibleName(tr("First day of the other period"));
    mLast->setAccessibleName(tr("Last day of the other period"));
    mFirst->setToolTip(mFirst->accessibleName());
    mLast->setToolTip(mLast->accessibleName());
}

} // namespace gridward
