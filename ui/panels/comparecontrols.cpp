// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/comparecontrols.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** The ways to show two periods, in the order of the list. */
enum class Show { SideBySide, Swipe, Difference, Ratio };

const auto kPeriodBefore = u"period-before"_s;
const auto kYearBefore = u"year-before"_s;

} // namespace

CompareControls::CompareControls(QWidget *parent)
    : QWidget(parent)
    , mWith(new QComboBox)
    , mShow(new QComboBox)
{
    mWith->setObjectName(u"compareWith"_s);
    mShow->setObjectName(u"compareShow"_s);
    for (const With with : {With::Nothing, With::PeriodBefore, With::YearBefore}) {
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
    retranslate();
    connect(mWith, &QComboBox::currentIndexChanged, this, [this] {
        mShow->setEnabled(with() != With::Nothing);
        emit periodChanged();
    });
    connect(mShow, &QComboBox::currentIndexChanged, this, &CompareControls::showChanged);
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
    const QStringList with{tr("Nothing"), tr("The period before"), tr("A year before")};
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
}

} // namespace gridward
