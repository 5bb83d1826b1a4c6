// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspaces/queueworkspace.h"

#include "models/view/casewords.h"
#include "models/view/livecases.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/theme/levelmarks.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kRest = 150; ///< milliseconds
constexpr int kWidestSide = 640;
constexpr std::array kLevels{CaseLevel::Blue, CaseLevel::Yellow, CaseLevel::Orange, CaseLevel::Red};

} // namespace

QueueWorkspace::QueueWorkspace(DistrictPort &district,
                               LiveCases &live,
                               const QList<QueueDefinition> &queues,
                               QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mCases(live, district)
    , mHeading(new QLabel)
    , mButtons(new QButtonGroup(this))
    , mFind(new QLineEdit)
    , mStreet(new QComboBox)
    , mClear(new QPushButton)
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
    layout->addWidget(makeFilters());
    layout->addWidget(mStale);
    layout->addWidget(mSplitter, 1);
    for (const QueueDefinition &definition : queues) {
        addQueue(definition);
    }
    mStack->addWidget(mNothing);

    makeConnections();
    retranslate();
    applyFilters();
    choose(0);
}

QueueWorkspace::~QueueWorkspace()
{
    // The tables look at the queues: they go first.
    delete mSplitter;
}

void QueueWorkspace::makeConnections()
{
    mTyping.setSingleShot(true);
    mTyping.setInterval(kRest);
    connect(&mTyping, &QTimer::timeout, this, &QueueWorkspace::applyFilters);
    connect(&mDistrict, &DistrictPort::userChanged, this, &QueueWorkspace::applyFilters);
    connect(&mDistrict, &DistrictPort::districtChanged, this, &QueueWorkspace::fillStreets);
    connect(&mDistrict, &DistrictPort::stateChanged, this, &QueueWorkspace::updateState);
    connect(mPanel, &CasePanel::mapRequested, this, &QueueWorkspace::mapRequested);
    connect(mPanel, &CasePanel::closeRequested, this, [this] { table().setFocus(); });
    connect(mPanel, &CasePanel::actionLeft, this, [this] { takeChoice(); });
    connect(mPanel, &CasePanel::acted, this, [this] {
        table().setFocus(); // on to the next one
        takeChoice();
    });
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, &QueueWorkspace::find);
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
    mButtons->setExclusive(true);
    connect(mButtons, &QButtonGroup::idClicked, this, &QueueWorkspace::choose);
    return head;
}

QWidget *QueueWorkspace::makeFilters()
{
    auto *filters = new QWidget;
    filters->setObjectName(u"queueFilters"_s);
    filters->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(filters);
    layout->setContentsMargins(16, 4, 16, 8);
    layout->setSpacing(8);
    mFind->setObjectName(u"queueFind"_s);
    mFind->setClearButtonEnabled(true);
    mFind->setMinimumWidth(240);
    mFind->setMaximumWidth(480);
    mStreet->setObjectName(u"queueStreet"_s);
    mStreet->setMinimumSize(160, 32);
    mStreet->setMaxVisibleItems(20);
    mClear->setObjectName(u"queueClear"_s);
    layout->addWidget(mFind, 1);
    layout->addWidget(mStreet);
    for (std::size_t place = 0; place < mLevels.size(); ++place) {
        auto *button = new QToolButton;
        button->setObjectName(u"queueLevel-"_s + toId(kLevels.at(place)));
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        button->setProperty("chip", true);
        connect(button, &QToolButton::toggled, this, &QueueWorkspace::applyFilters);
        layout->addWidget(button);
        mLevels.at(place) = button;
    }
    layout->addWidget(mClear);
    layout->addStretch(1);
    connect(mFind, &QLineEdit::textChanged, this, [this] { mTyping.start(); });
    connect(mFind, &QLineEdit::returnPressed, this, [this] {
        applyFilters();
        table().ensureCurrent();
        table().setFocus();
    });
    connect(mStreet, &QComboBox::currentIndexChanged, this, &QueueWorkspace::applyFilters);
    connect(mClear, &QPushButton::clicked, this, &QueueWorkspace::clearFilters);
    return filters;
}

QWidget *QueueWorkspace::makeNothing()
{
    auto *nothing = new QWidget;
    nothing->setObjectName(u"queueNothing"_s);
    mNothingTitle = new QLabel;
    mNothingText = new QLabel;
    mNothingClear = new QPushButton;
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
    made.table->setObjectName(u"caseTable-"_s + definition.id);
    made.button = new QPushButton;
    made.button->setObjectName(u"queue-"_s + definition.id);
    made.button->setCheckable(true);
    made.button->setProperty("chip", true);
    const auto place = static_cast<int>(mQueues.size());
    mButtons->addButton(made.button, place);
    mButtonRow->insertWidget(place + 2, made.button); // after the heading and the space
    mStack->addWidget(made.table);
    connect(made.table, &CaseTable::choiceChanged, this, [this, place] {
        if (place == mShown) {
            takeChoice();
        }
    });
    connect(made.table, &CaseTable::opened, this, [this] {
        takeChoice();
        mSide->currentWidget()->setFocus();
        mPanel->focusActions();
    });
    connect(made.table, &CaseTable::findAsked, this, &QueueWorkspace::find);
    connect(made.table, &CaseTable::queueAsked, this, &QueueWorkspace::choose);
    connect(made.proxy.get(), &CaseFilterProxy::countChanged, this, &QueueWorkspace::updateCounts);
    mQueues.push_back(std::move(made));
}

void QueueWorkspace::setTheme(const Theme &theme)
{
    for (const Queue &one : mQueues) {
        one.table->setTheme(theme);
    }
    for (std::size_t place = 0; place < mLevels.size(); ++place) {
        mLevels.at(place)->setIcon(levelIcon(kLevels.at(place), theme));
    }
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
            return one.proxy->rowCount();
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
        if (one.proxy->rowOf(id) >= 0) {
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
    const bool hadFocus = table().hasFocus();
    mShown = place;
    filterQueue(place);
    queue().button->setChecked(true);
    setFocusProxy(queue().table);
    updateState();
    if (hadFocus) {
        table().setFocus();
    }
    takeChoice();
}

void QueueWorkspace::find()
{
    mFind->setFocus(Qt::ShortcutFocusReason);
    mFind->selectAll();
}

bool QueueWorkspace::isFiltered() const
{
    return !mFind->text().trimmed().isEmpty() || mStreet->currentIndex() > 0 ||
           std::ranges::any_of(mLevels, [](const QToolButton *one) { return one->isChecked(); });
}

void QueueWorkspace::clearFilters()
{
    for (QToolButton *level : mLevels) {
        const QSignalBlocker quiet(level);
        level->setChecked(false);
    }
    {
        const QSignalBlocker quiet(mStreet);
        mStreet->setCurrentIndex(0);
    }
    mFind->clear();
    applyFilters();
    table().setFocus();
}

void QueueWorkspace::applyFilters()
{
    mTyping.stop();
    QList<CaseLevel> levels;
    for (std::size_t place = 0; place < mLevels.size(); ++place) {
        if (mLevels.at(place)->isChecked()) {
            levels.append(kLevels.at(place));
        }
    }
    mLevelFilter = levels;
    filterQueue(mShown);
    filterOthers(++mFilterRound, 0);
    mClear->setVisible(isFiltered());
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
    QueueFilter filter = one.definition.filter;
    filter.levels = mLevelFilter;
    filter.street = mStreet->currentData().toString();
    filter.text = mFind->text().trimmed();
    filter.division = mDistrict.user().division;
    one.proxy->setFilter(filter);
}

void QueueWorkspace::fillStreets()
{
    const QString before = mStreet->currentData().toString();
    const QHash<QString, QString> &streets = mDistrict.names().streets();
    QStringList codes = streets.keys();
    codes.sort();
    {
        const QSignalBlocker quiet(mStreet);
        mStreet->clear();
        mStreet->addItem(tr("All streets"), QString());
        for (const QString &code : std::as_const(codes)) {
            mStreet->addItem(streets.value(code), code);
        }
        mStreet->setCurrentIndex(std::max(0, mStreet->findData(before)));
    }
    applyFilters();
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
        for (const Queue &one : mQueues) {
            one.button->setText(
                u"%1  %2"_s.arg(one.definition.title(), QLocale().toString(one.proxy->rowCount())));
        }
        updateState();
    });
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
    if (queue().proxy->rowCount() > 0) {
        mStack->setCurrentWidget(queue().table);
        queue().table->ensureCurrent();
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
    mNothingClear->setVisible(clearable);
    mStack->setCurrentWidget(mNothing);
}

void QueueWorkspace::takeChoice()
{
    const CaseId id = table().currentCase();
    if (mPanel->isBusy()) {
        return; // what is being entered there must not be lost
    }
    mSide->setCurrentWidget(mPanel);
    if (id.isNull()) {
        mPanel->clear();
    } else {
        mPanel->showCase(id);
    }
}

void QueueWorkspace::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        mCases.retranslate();
        retranslate();
    }
    QWidget::changeEvent(event);
}

void QueueWorkspace::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && mFind->hasFocus()) {
        mFind->clear();
        applyFilters();
        table().setFocus();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void QueueWorkspace::retranslate()
{
    if (mHeadingText) {
        setHeading(mHeadingText);
    }
    mFind->setPlaceholderText(tr("Find by number, class, words or address (Ctrl+F)"));
    mFind->setAccessibleName(tr("Find in the queue"));
    mStreet->setAccessibleName(tr("Street"));
    for (std::size_t place = 0; place < mLevels.size(); ++place) {
        mLevels.at(place)->setText(u' ' + case_words::word(kLevels.at(place)));
        mLevels.at(place)->setAccessibleName(case_words::word(kLevels.at(place)));
        mLevels.at(place)->setToolTip(
            tr("Only cases of level: %1").arg(case_words::word(kLevels.at(place))));
    }
    mClear->setText(tr("Clear filters"));
    mNothingClear->setText(tr("Clear filters"));
    int place = 0;
    for (const Queue &one : mQueues) {
        one.button->setToolTip(tr("Key %1 in the table").arg(++place));
        one.table->setAccessibleName(one.definition.title());
    }
    fillStreets();
}

} // namespace gridward
