// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspaces/queueworkspace.h"

#include "models/view/casewords.h"
#include "models/view/livecases.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/panels/elidedlabel.h"
#include "ui/panels/queuefilterbar.h"
#include "ui/panels/stagestrip.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/workspaces/takingback.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kWidestSide = 640;

} // namespace

QueueWorkspace::QueueWorkspace(DistrictPort &district,
                               LiveCases &live,
                               const QList<QueueDefinition> &queues,
                               QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mLive(live)
    , mCases(live, district)
    , mTakingBack(new TakingBack(district, this))
    , mHeading(new ElidedLabel)
    , mButtons(new QButtonGroup(this))
    , mStages(new StageStrip)
    , mHot(new QPushButton)
    , mOrder(new QToolButton)
    , mViewsButton(new QToolButton)
    , mSettings(new QToolButton)
    , mFilters(new QueueFilterBar(district, live))
    , mStale(new QLabel)
    , mSplitter(new QSplitter(Qt::Horizontal))
    , mStack(new QStackedWidget)
    , mNothing(makeNothing())
    , mSide(new QStackedWidget)
    , mPanel(new CasePanel(district, live))
{
    mStale->setObjectName(u"staleNotice"_s);
    mPanel->setCloseVisible(false);
    mSide->addWidget(mPanel);
    mSplitter->addWidget(mStack);
    mSplitter->addWidget(mSide);
    mSplitter->setStretchFactor(0, 4);
    mSplitter->setStretchFactor(1, 1);
    mSide->setMaximumWidth(kWidestSide);
    mSplitter->setChildrenCollapsible(false);
    mSplitter->setHandleWidth(1);
    mSplitter->setSizes({900, 420});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(makeStages());
    layout->addWidget(mFilters);
    layout->addWidget(mStale);
    layout->addWidget(mSplitter, 1);
    for (const QueueDefinition &definition : queues) {
        addQueue(definition);
    }
    mStack->addWidget(mNothing);
    // What is rarely needed comes last for the keyboard too.
    setTabOrder(mPanel, mOrder);
    setTabOrder(mOrder, mHot);
    setTabOrder(mHot, mViewsButton);
    setTabOrder(mViewsButton, mSettings);

    makeConnections();
    makeKeys();
    retranslate();
    applyFilters();
    choose(0);
    focusQueue(); // before anybody asks: else the first button has the keyboard at the start
}

QueueWorkspace::~QueueWorkspace()
{
    // The tables look at the queues: they go first.
    delete mSplitter;
}

void QueueWorkspace::makeConnections()
{
    connect(mFilters, &QueueFilterBar::changed, this, &QueueWorkspace::applyFilters);
    connect(mFilters, &QueueFilterBar::clearAsked, this, &QueueWorkspace::clearFilters);
    connect(mFilters, &QueueFilterBar::accepted, this, [this] {
        table().ensureCurrent();
        focusQueue();
    });
    connect(mStages, &StageStrip::stageClicked, this, &QueueWorkspace::chooseStage);
    connect(mHot, &QPushButton::clicked, this, &QueueWorkspace::toggleHottest);
    connect(mOrder, &QToolButton::clicked, this, [this] { table().showOrderMenu(); });
    connect(mViewsButton, &QToolButton::clicked, this, &QueueWorkspace::showViewMenu);
    connect(mSettings, &QToolButton::clicked, this, &QueueWorkspace::editHeatLimits);
    connect(&mDistrict, &DistrictPort::userChanged, this, [this] {
        readMemory();
        applyFilters();
    });
    connect(&mDistrict, &DistrictPort::stateChanged, this, &QueueWorkspace::updateState);
    connect(&mLive, &LiveCases::wasReset, this, &QueueWorkspace::updateCounts);
    connect(&mLive, &LiveCases::changed, this, &QueueWorkspace::updateCounts);
    connect(&mCases, &CaseTableModel::timePassed, this, &QueueWorkspace::showHeat);
    connect(&mCases, &CaseTableModel::heatLimitsChanged, this, [this] {
        if (mHotOnly) {
            applyFilters();
        }
        showHeat();
    });
    connectPanel();
}

QWidget *QueueWorkspace::makeHead()
{
    auto *head = new QWidget;
    head->setObjectName(u"queueHead"_s);
    head->setAttribute(Qt::WA_StyledBackground);
    mHeading->setObjectName(u"workspaceHeading"_s);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(16, 8, 16, 4);
    layout->setSpacing(8);
    layout->addWidget(mHeading);
    layout->addSpacing(16);
    mButtonRow = layout;
    layout->addStretch(1);
    mHot->setObjectName(u"queueHot"_s);
    mHot->setProperty("chip", true);
    mHot->setCheckable(true);
    mHot->setAutoDefault(true); // Enter presses it
    mViewsButton->setObjectName(u"queueViews"_s);
    mViewsButton->setProperty("chip", true);
    mViewsButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    mSettings->setObjectName(u"queueSettings"_s);
    mSettings->setAutoRaise(true);
    layout->addWidget(mViewsButton);
    layout->addWidget(mSettings);
    mButtons->setExclusive(true);
    connect(mButtons, &QButtonGroup::idClicked, this, &QueueWorkspace::goToQueue);
    return head;
}

QWidget *QueueWorkspace::makeStages()
{
    auto *row = new QWidget;
    row->setObjectName(u"queueStages"_s);
    row->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(11, 0, 16, 4); // the words of the counters stand at 16
    layout->setSpacing(8);
    mOrder->setObjectName(u"queueOrder"_s);
    mOrder->setAutoRaise(true);
    mOrder->setFocusPolicy(Qt::TabFocus);
    layout->addWidget(mStages, 1);
    layout->addWidget(mOrder);
    layout->addWidget(mHot);
    return row;
}

QWidget *QueueWorkspace::makeNothing()
{
    auto *nothing = new QWidget;
    nothing->setFocusPolicy(Qt::StrongFocus);
    nothing->setObjectName(u"queueNothing"_s);
    mNothingTitle = new QLabel;
    mNothingText = new QLabel;
    mNothingClear = new QPushButton;
    mNothingClear->setAutoDefault(true); // Enter presses it
    mNothingTitle->setObjectName(u"emptyTitle"_s);
    mNothingText->setObjectName(u"emptyText"_s);
    for (QLabel *label : {mNothingTitle, mNothingText}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    auto *layout = new QVBoxLayout(nothing);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setSpacing(8);
    layout->addStretch(1);
    layout->addWidget(mNothingTitle);
    layout->addWidget(mNothingText);
    layout->addWidget(mNothingClear, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    connect(mNothingClear, &QPushButton::clicked, this, &QueueWorkspace::clearFilters);
    return nothing;
}

void QueueWorkspace::addQueue(const QueueDefinition &definition)
{
    Queue made{definition, std::make_unique<CaseFilterProxy>(mCases), nullptr, nullptr};
    made.proxy->setFilter(definition.filter);
    made.table = new CaseTable(*made.proxy);
    made.table->setHiddenColumns(definition.hiddenColumns);
    made.table->setKeptColumns(definition.keptColumns);
    made.table->setObjectName(u"caseTable-"_s + definition.id);
    made.button = new QPushButton;
    made.button->setObjectName(u"queue-"_s + definition.id);
    made.button->setCheckable(true);
    made.button->setProperty("chip", true);
    const auto place = static_cast<int>(mQueues.size());
    mButtons->addButton(made.button, place);
    mButtonRow->insertWidget(place + 2, made.button); // after the heading and the space
    mStack->addWidget(made.table);
    made.proxy->setFilling(false);
    connectTable(*made.table, place);
    connect(made.proxy.get(), &CaseFilterProxy::countChanged, this, &QueueWorkspace::updateCounts);
    mQueues.push_back(std::move(made));
}

void QueueWorkspace::connectTable(CaseTable &table, int place)
{
    connect(&table, &CaseTable::choiceChanged, this, [this, place] {
        if (place == mShown) {
            takeChoice();
        }
    });
    connect(&table, &CaseTable::opened, this, [this] {
        takeChoice();
        panelIsFree(); // says whose step it is that the keyboard goes to
        if (mSide->currentWidget() == mPanel) {
            mPanel->setFocus();
            mPanel->focusActions();
        } else {
            enterSide();
        }
    });
    connect(&table, &CaseTable::withdrawAsked, this, &QueueWorkspace::takeBack);
    connect(&table, &CaseTable::findAsked, this, &QueueWorkspace::find);
    connect(&table, &CaseTable::queueAsked, this, &QueueWorkspace::goToQueue);
    connect(&table, &CaseTable::viewsAsked, this, &QueueWorkspace::showViewMenu);
    connect(&table, &CaseTable::keysAsked, this, &QueueWorkspace::keysRequested);
    connect(&table, &CaseTable::sortChanged, this, &QueueWorkspace::showOrder);
    connect(&table, &CaseTable::columnsChanged, this, [this, place] { keepColumns(place); });
}

void QueueWorkspace::setTheme(const Theme &theme)
{
    for (const Queue &one : mQueues) {
        one.table->setTheme(theme);
    }
    mFilters->setTheme(theme);
    mViewsButton->setIcon(themedIcon(u"bookmark"_s, theme));
    mSettings->setIcon(themedIcon(u"settings"_s, theme));
    mPanel->setTheme(theme);
}

void QueueWorkspace::setHeading(std::function<QString()> heading)
{
    mHeadingText = std::move(heading);
    mHeading->setText(mHeadingText());
    setAccessibleName(mHeading->text());
}

CaseTable &QueueWorkspace::table() const
{
    return *queue().table;
}

QString QueueWorkspace::shownQueue() const
{
    return queue().definition.id;
}

int QueueWorkspace::count(const QString &queue) const
{
    for (const Queue &one : mQueues) {
        if (one.definition.id == queue) {
            return static_cast<int>(one.proxy->count());
        }
    }
    return 0;
}

bool QueueWorkspace::showQueue(const QString &id)
{
    for (std::size_t place = 0; place < mQueues.size(); ++place) {
        if (mQueues.at(place).definition.id == id) {
            choose(static_cast<int>(place));
            return true;
        }
    }
    return false;
}

bool QueueWorkspace::showCase(const CaseId &id)
{
    if (table().selectCase(id)) {
        return true;
    }
    for (const Queue &one : mQueues) {
        if (one.proxy->passes(id)) {
            showQueue(one.definition.id);
            return table().selectCase(id);
        }
    }
    return false;
}

void QueueWorkspace::choose(int place)
{
    if (place < 0 || place >= static_cast<int>(mQueues.size())) {
        return;
    }
    const bool hadFocus = mStack->isAncestorOf(window()->focusWidget());
    mShown = place;
    fillShown();
    filterQueue(place);
    queue().button->setChecked(true);
    takeQueue();
    showOrder();
    updateState();
    if (hadFocus) {
        focusQueue();
    }
    takeChoice();
}

/** Somebody asks for a queue: a stage of another one would only empty it. */
void QueueWorkspace::goToQueue(int place)
{
    if (place < 0 || place >= static_cast<int>(mQueues.size())) {
        return;
    }
    const bool empties = mStage && !hasStage(mQueues.at(static_cast<std::size_t>(place)), *mStage);
    if (empties) {
        mStage.reset();
    }
    choose(place);
    if (empties) {
        applyFilters();
    }
}

void QueueWorkspace::fillShown()
{
    for (std::size_t place = 0; place < mQueues.size(); ++place) {
        mQueues.at(place).proxy->setFilling(static_cast<int>(place) == mShown);
    }
}

void QueueWorkspace::find()
{
    mFilters->focusWords();
}

bool QueueWorkspace::isFiltered() const
{
    return mStage.has_value() || mHotOnly || narrows() || mFilters->isActive();
}

void QueueWorkspace::clearFilters()
{
    mStage.reset();
    mHotOnly = false;
    widen();
    mFilters->clear();
    focusQueue();
}

void QueueWorkspace::filterUnit(const QString &code)
{
    mFilters->setUnit(code);
}

bool QueueWorkspace::hasStage(const Queue &one, CaseStage stage)
{
    const QList<CaseState> states = statesOf(stage);
    const QList<CaseState> &its = one.definition.filter.states;
    return (its.isEmpty() && !one.definition.filter.asksOnly) ||
           std::ranges::all_of(states, [&](CaseState state) { return its.contains(state); });
}

void QueueWorkspace::chooseStage(CaseStage stage)
{
    mStage = mStage == stage ? std::nullopt : std::optional(stage);
    const auto has = [stage](const Queue &one) { return hasStage(one, stage); };
    if (mStage && !has(queue())) {
        const auto other = std::ranges::find_if(mQueues, has);
        if (other != mQueues.end()) {
            choose(static_cast<int>(other - mQueues.begin()));
        }
    }
    applyFilters();
}

void QueueWorkspace::applyFilters()
{
    mStages->setChosen(mStage);
    QueueFilter rest = mFilters->narrowed({});
    rest.street.clear();
    rest.streetsNamed.clear();
    mStages->setAside(rest != QueueFilter{} || mHotOnly || narrows());
    mHot->setChecked(mHotOnly);
    mFilters->setAlsoActive(mStage.has_value() || mHotOnly || narrows());
    filterQueue(mShown);
    filterOthers(++mFilterRound, 0);
    updateCounts();
}

void QueueWorkspace::filterOthers(int round, int place)
{
    // They only show their counts: one by one, so that the keyboard comes between.
    if (place < static_cast<int>(mQueues.size())) {
        QTimer::singleShot(0, this, [this, round, place] {
            if (round == mFilterRound) {
                filterQueue(place);
                filterOthers(round, place + 1);
            }
        });
    }
}

void QueueWorkspace::filterQueue(int place)
{
    const Queue &one = mQueues.at(static_cast<std::size_t>(place));
    QueueFilter filter = mFilters->narrowed(one.definition.filter);
    if (mStage) {
        const QList<CaseState> stage = statesOf(*mStage);
        QList<CaseState> both;
        for (const CaseState state : stage) {
            if (filter.states.isEmpty() || filter.states.contains(state)) {
                both.append(state);
            }
        }
        // None of its states: no open case is closed, which is as it should be.
        filter.states = both.isEmpty() ? QList<CaseState>{CaseState::Closed} : both;
    }
    if (filter.watch != Watch::None && filter.states == one.definition.filter.states) {
        filter.states.clear(); // its list has just these, and counts them without looking
    }
    if (mHotOnly) {
        filter.hotBy = mCases.heatLimits();
    }
    filter.division = mDistrict.user().division;
    narrow(filter);
    if (place == mShown) {
        mCases.setOneStreet(isOneStreet(filter));
    }
    one.proxy->setFilter(filter);
}

void QueueWorkspace::updateCounts()
{
    if (mCounting) {
        return;
    }
    mCounting = true;
    // Once for all the queues that a change has moved.
    QTimer::singleShot(0, this, [this] {
        mCounting = false;
        countNow();
    });
}

void QueueWorkspace::countNow()
{
    for (const Queue &one : mQueues) {
        const QString count = QLocale().toString(one.proxy->count());
        one.button->setText(u"%1  %2"_s.arg(one.definition.title(),
                                            one.proxy->isCounting() ? count + u"…"_s : count));
    }
    for (const CaseStage stage : kCaseStages) {
        mStages->setCount(stage, stageCount(stage));
    }
    showHeat();
    updateState();
}

void QueueWorkspace::updateState()
{
    const StoreState state = mDistrict.state();
    if (state != StoreState::Stale) {
        mStaleSince.reset();
    } else if (!mStaleSince) {
        mStaleSince = mDistrict.clock().now();
    }
    mStale->setVisible(mStaleSince.has_value());
    if (mStaleSince) {
        mStale->setText(tr("Not up to date: the database could not be read since %1. What is shown "
                           "is from then.")
                            .arg(case_words::timeText(*mStaleSince, *mStaleSince)));
    }
    if (queue().proxy->rowCount() > 0 || (queue().proxy->isCounting() && isFiltered())) {
        const bool hadKeyboard = mStack->currentWidget() != queue().table &&
                                 mStack->isAncestorOf(window()->focusWidget());
        mStack->setCurrentWidget(queue().table);
        queue().table->ensureCurrent();
        setFocusProxy(queue().table);
        if (hadKeyboard) {
            queue().table->setFocus(); // it could not have the keyboard while it was not there
        }
    } else if (state == StoreState::None) {
        showNothing(tr("No district is open"), tr("Open a district to see its cases."), false);
    } else if (state == StoreState::Opening) {
        showNothing(tr("Reading the cases …"), {}, false);
    } else if (state == StoreState::Failed) {
        showNothing(tr("The database could not be opened"),
                    tr("What went wrong stands in the message above."),
                    false);
    } else if (state == StoreState::SignedOut) {
        showNothing(tr("Nobody is signed in"), tr("Sign in to see the cases."), false);
    } else if (isFiltered()) {
        showNothing(tr("No case matches"), tr("Other cases are hidden by the filters."), true);
    } else {
        showNothing(queue().definition.emptyTitle(), queue().definition.emptyText(), false);
    }
}

void QueueWorkspace::showNothing(const QString &title, const QString &text, bool clearable)
{
    mNothingTitle->setText(title);
    mNothingText->setText(text);
    // Of the window, which may not be active yet; and a button that goes would give it to anybody.
    const bool hadKeyboard = mStack->isAncestorOf(window()->focusWidget());
    mStack->setCurrentWidget(mNothing);
    setFocusProxy(mNothing);
    if (hadKeyboard && !(clearable && mNothingClear->hasFocus())) {
        mNothing->setFocus();
    }
    mNothingClear->setVisible(clearable);
}

void QueueWorkspace::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        mCases.retranslate();
        retranslate();
    }
    QWidget::changeEvent(event);
}

void QueueWorkspace::retranslate()
{
    if (mHeadingText) {
        setHeading(mHeadingText);
    }
    mNothingClear->setText(tr("Clear filters"));
    int place = 0;
    for (const Queue &one : mQueues) {
        one.button->setToolTip(tr("Key %1 in the table").arg(++place));
        one.table->setAccessibleName(one.definition.title());
    }
    mViewsButton->setText(tr("Views"));
    mViewsButton->setToolTip(tr("Saved views (V)"));
    mSettings->setToolTip(tr("How long a case may wait"));
    mSettings->setAccessibleName(mSettings->toolTip());
    mTooLong = -1; // the words are others now
    showOrder();
    updateCounts();
}

} // namespace gridward
