// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/casefilterpanel.h"

#include "models/view/casewords.h"
#include "ui/theme/levelmarks.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** Hours; 0: all. */
constexpr std::array kAges{1, 6, 24, 72, 0};
constexpr std::array kLevels{CaseLevel::Blue, CaseLevel::Yellow, CaseLevel::Orange, CaseLevel::Red};
/** Of open cases: the others are not on the map. */
constexpr std::array kStates{CaseState::Registered,
                             CaseState::Reported,
                             CaseState::Verifying,
                             CaseState::PendingFiling,
                             CaseState::Filed,
                             CaseState::AtUnit,
                             CaseState::Handling,
                             CaseState::Suspended,
                             CaseState::FedBack,
                             CaseState::Checking,
                             CaseState::Rework,
                             CaseState::PendingClose};

QToolButton *chip(const QString &name)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setProperty("chip", true);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return button;
}

} // namespace

CaseFilterPanel::CaseFilterPanel(QWidget *parent)
    : MapPanel(parent)
    , mAges(new QButtonGroup(this))
    , mOverdue(new QCheckBox)
    , mCountText(new QLabel)
    , mClear(new QPushButton)
{
    setObjectName(u"caseFilter"_s);
    mOverdue->setObjectName(u"filterOverdue"_s);
    mClear->setObjectName(u"filterClear"_s);
    mCountText->setObjectName(u"filterCount"_s);

    mAgeTitle = addTitle();
    content()->addWidget(makeAges());
    mLevelTitle = addTitle();
    content()->addWidget(makeLevels());
    mStateTitle = addTitle();
    content()->addWidget(makeStates());
    content()->addWidget(mOverdue);
    auto *foot = new QHBoxLayout;
    foot->addWidget(mCountText, 1);
    foot->addWidget(mClear);
    content()->addLayout(foot);

    connect(mOverdue, &QCheckBox::toggled, this, &CaseFilterPanel::tell);
    connect(mClear, &QPushButton::clicked, this, [this] {
        setFilter({});
        tell();
    });
    setFilter({});
    CaseFilterPanel::retranslate();
}

void CaseFilterPanel::setTheme(const Theme &theme)
{
    MapPanel::setTheme(theme);
    for (qsizetype i = 0; i < mLevels.size(); ++i) {
        mLevels.at(i)->setIcon(levelIcon(kLevels.at(static_cast<std::size_t>(i)), theme));
    }
}

CaseFilter CaseFilterPanel::filter() const
{
    CaseFilter filter;
    if (const int hours = mAges->checkedId(); hours > 0) {
        filter.youngerThan = std::chrono::hours(hours);
    }
    for (qsizetype i = 0; i < mLevels.size(); ++i) {
        if (mLevels.at(i)->isChecked()) {
            filter.levels.append(kLevels.at(static_cast<std::size_t>(i)));
        }
    }
    for (qsizetype i = 0; i < mStates.size(); ++i) {
        if (mStates.at(i)->isChecked()) {
            filter.states.append(kStates.at(static_cast<std::size_t>(i)));
        }
    }
    filter.overdueOnly = mOverdue->isChecked();
    return filter;
}

void CaseFilterPanel::setFilter(const CaseFilter &filter)
{
    const QSignalBlocker silent(this);
    const int hours = filter.youngerThan ? static_cast<int>(filter.youngerThan->count()) : 0;
    if (QAbstractButton *age = mAges->button(hours)) {
        age->setChecked(true);
    }
    for (qsizetype i = 0; i < mLevels.size(); ++i) {
        mLevels.at(i)->setChecked(filter.levels.contains(kLevels.at(static_cast<std::size_t>(i))));
    }
    for (qsizetype i = 0; i < mStates.size(); ++i) {
        mStates.at(i)->setChecked(filter.states.contains(kStates.at(static_cast<std::size_t>(i))));
    }
    mOverdue->setChecked(filter.overdueOnly);
    mClear->setEnabled(filter.isActive());
}

void CaseFilterPanel::setCount(const FilterCount &count)
{
    mCount = count;
    showCount();
}

QWidget *CaseFilterPanel::makeAges()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (const int hours : kAges) {
        QToolButton *button = chip(u"filterAge%1"_s.arg(hours));
        mAges->addButton(button, hours);
        layout->addWidget(button);
        connect(button, &QToolButton::clicked, this, &CaseFilterPanel::tell);
    }
    return row;
}

QWidget *CaseFilterPanel::makeLevels()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (const CaseLevel level : kLevels) {
        QToolButton *button = chip(u"filterLevel-%1"_s.arg(toId(level)));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize({14, 14});
        mLevels.append(button);
        layout->addWidget(button);
        connect(button, &QToolButton::clicked, this, &CaseFilterPanel::tell);
    }
    return row;
}

QWidget *CaseFilterPanel::makeStates()
{
    auto *box = new QWidget;
    auto *layout = new QGridLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(16);
    layout->setVerticalSpacing(4);
    const int half = static_cast<int>(kStates.size() + 1) / 2;
    for (const CaseState state : kStates) {
        auto *check = new QCheckBox;
        check->setObjectName(u"filterState-%1"_s.arg(toId(state)));
        const int at = static_cast<int>(mStates.size());
        layout->addWidget(check, at % half, at / half);
        mStates.append(check);
        connect(check, &QCheckBox::clicked, this, &CaseFilterPanel::tell);
    }
    return box;
}

QLabel *CaseFilterPanel::addTitle()
{
    auto *title = new QLabel;
    title->setProperty("factLabel", true);
    content()->addWidget(title);
    return title;
}

void CaseFilterPanel::tell()
{
    const CaseFilter wanted = filter();
    mClear->setEnabled(wanted.isActive());
    emit filterChanged(wanted);
}

void CaseFilterPanel::showCount()
{
    const QLocale numbers(QLocale::English);
    mCountText->setText(
        tr("%1 of %2 shown").arg(numbers.toString(mCount.shown), numbers.toString(mCount.open)));
}

void CaseFilterPanel::retranslate()
{
    MapPanel::retranslate();
    setHeading(tr("Cases on the map"));
    mAgeTitle->setText(tr("Reported within"));
    mLevelTitle->setText(tr("Level"));
    mStateTitle->setText(tr("State"));
    for (const int hours : kAges) {
        mAges->button(hours)->setText(hours == 0    ? tr("all")
                                      : hours == 72 ? tr("3 d")
                                                    : tr("%1 h").arg(hours));
        mAges->button(hours)->setAccessibleName(
            hours == 0 ? tr("Of any age")
                       : tr("Reported within the last %n hour(s)", nullptr, hours));
    }
    for (std::size_t i = 0; i < kLevels.size(); ++i) {
        QToolButton *level = mLevels.at(static_cast<qsizetype>(i));
        level->setText(u' ' + case_words::word(kLevels.at(i))); // apart from its mark
        level->setAccessibleName(case_words::word(kLevels.at(i)));
    }
    for (std::size_t i = 0; i < kStates.size(); ++i) {
        mStates.at(static_cast<qsizetype>(i))->setText(case_words::word(kStates.at(i)));
    }
    mOverdue->setText(tr("Only overdue cases"));
    mClear->setText(tr("Show all"));
    showCount();
}

} // namespace gridward
