// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/triage/triageworkspace.h"

#include "models/view/livecases.h"
#include "ui/panels/answer.h"
#include "ui/triage/triageimport.h"
#include "ui/triage/triagepanel.h"
#include "ui/triage/triagetable.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrl>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kPage = 500;   ///< rows that are read in one turn: no stall that anybody feels
constexpr int kRest = 150;   ///< milliseconds behind the last key
constexpr int kAgain = 5000; ///< milliseconds until a reading that failed is tried again
constexpr qsizetype kMostUndone = 20;
constexpr qsizetype kMostReasons = 5; ///< so many fit into a message
constexpr int kMostDone = 5000;       ///< ended rows of a kind that are looked back at

/** The only file that is dropped, if it is one that the inbox reads. */
QString tableFile(const QMimeData *data)
{
    static const QStringList kEndings{
        u".csv"_s, u".csv.gz"_s, u".tsv"_s, u".xlsx"_s, u".ods"_s, u".jsonl"_s, u".ndjson"_s};
    if (data->urls().size() != 1 || !data->urls().first().isLocalFile()) {
        return {};
    }
    const QString file = data->urls().first().toLocalFile();
    const bool isTable = std::ranges::any_of(kEndings, [&](const QString &ending) {
        return file.endsWith(ending, Qt::CaseInsensitive);
    });
    return isTable ? file : QString();
}

bool canBeUndone(InboxOrder::Kind kind)
{
    return kind != InboxOrder::Kind::Register && kind != InboxOrder::Kind::Join;
}

} // namespace

TriageWorkspace::TriageWorkspace(DistrictPort &district,
                                 LiveCases &live,
                                 InboxPort &inbox,
                                 QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mInbox(inbox)
    , mRows(district)
    , mHeading(new QLabel)
    , mFind(new QLineEdit)
    , mBatch(new QComboBox)
    , mOpenFile(new QPushButton)
    , mTrouble(new QLabel)
    , mSplitter(new QSplitter(Qt::Horizontal))
    , mStack(new QStackedWidget)
    , mTable(new TriageTable(mRows))
    , mNothing(makeNothing())
    , mImport(new TriageImport)
    , mPanel(new TriagePanel(district, inbox, mRows))
    , mForm(new TriageForm(district, inbox, mRows))
    , mRegister(new QPushButton)
    , mStop(new QPushButton)
    , mProgress(new QProgressBar)
{
    setObjectName(u"triageWorkspace"_s);
    setAcceptDrops(true);
    mTrouble->setObjectName(u"triageTrouble"_s);
    mTrouble->setWordWrap(true);
    mTrouble->hide();
    mStack->addWidget(mTable);
    mStack->addWidget(mNothing);
    mStack->addWidget(mImport);
    auto *side = new QWidget;
    side->setObjectName(u"casePanel"_s);
    side->setAttribute(Qt::WA_StyledBackground);
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(0, 0, 0, 0);
    sideLayout->setSpacing(0);
    sideLayout->addWidget(mForm, 1);
    sideLayout->addWidget(mPanel, 1);
    mForm->hide();
    mSplitter->addWidget(mStack);
    mSplitter->addWidget(side);
    mSplitter->setStretchFactor(0, 4);
    mSplitter->setStretchFactor(1, 1);
    side->setMaximumWidth(640);
    mSplitter->setChildrenCollapsible(false);
    mSplitter->setHandleWidth(1);
    mSplitter->setSizes({900, 420});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(makeFilters());
    layout->addWidget(mTrouble);
    layout->addWidget(mSplitter, 1);
    layout->addWidget(makeActions());
    setFocusProxy(mTable);
    makeConnections();
    connect(&live, &LiveCases::wasReset, this, [this, &live] { mRows.resetCases(live.all()); });
    connect(&live, &LiveCases::changed, &mRows, &InboxModel::takeCases);
    mRows.resetCases(live.all());
    retranslate();
    updateState();
}

TriageWorkspace::~TriageWorkspace()
{
    // The table looks at the rows: it goes first.
    delete mSplitter;
}

void TriageWorkspace::makeConnections()
{
    mTyping.setSingleShot(true);
    mTyping.setInterval(kRest);
    connect(&mTyping, &QTimer::timeout, this, &TriageWorkspace::applyFilter);
    mAgain.setSingleShot(true);
    mAgain.setInterval(kAgain);
    connect(&mAgain, &QTimer::timeout, this, [this] {
        if (mIsStale) {
            readAll();
        } else {
            readChanges();
        }
    });
    connect(mFind, &QLineEdit::textEdited, this, [this] { mTyping.start(); });
    connect(mFind, &QLineEdit::returnPressed, this, [this] {
        applyFilter();
        mTable->setFocus();
    });
    connect(mBatch, &QComboBox::activated, this, &TriageWorkspace::applyFilter);
    connect(mOpenFile, &QPushButton::clicked, this, [this] {
        const QString file = QFileDialog::getOpenFileName(
            this,
            tr("Import rows"),
            {},
            tr("Tables (%1)").arg(u"*.csv *.csv.gz *.tsv *.xlsx *.ods *.jsonl *.ndjson"_s));
        if (!file.isEmpty()) {
            previewFile(file);
        }
    });
    connect(mTable, &TriageTable::choiceChanged, this, &TriageWorkspace::takeChoice);
    connect(mTable, &TriageTable::keyAsked, this, &TriageWorkspace::takeKey);
    connect(mForm, &TriageForm::ordered, this, [this](const QList<InboxOrder> &orders) {
        mIsFromForm = true;
        carryOut(orders);
    });
    connect(mForm, &TriageForm::left, this, &TriageWorkspace::leaveForm);
    connect(mImport, &TriageImport::accepted, this, &TriageWorkspace::importFile);
    connect(mImport, &TriageImport::left, this, [this] {
        if (mIsImporting) {
            mInbox.stop();
        } else {
            mStack->setCurrentWidget(mTable);
            updateState();
            mTable->setFocus();
        }
    });
    connect(&mRows, &InboxModel::countsChanged, this, &TriageWorkspace::updateState);
    connect(&mInbox, &InboxPort::changed, this, &TriageWorkspace::readChanges);
    connect(&mInbox, &InboxPort::progressed, this, [this](int done, int all) {
        mProgress->setRange(0, all);
        mProgress->setValue(done);
    });
    connect(&mInbox, &InboxPort::importProgressed, this, [this](int percent) {
        mProgress->setRange(0, 100);
        mProgress->setValue(percent);
    });
    connect(&mInbox, &InboxPort::finished, this, &TriageWorkspace::tellFinished);
    connect(&mDistrict, &DistrictPort::userChanged, this, [this] {
        mUndo.clear();
        leaveForm();
        readAll();
    });
    connect(&mDistrict, &DistrictPort::stateChanged, this, [this](StoreState state) {
        // What is being opened is another store: nothing of the one before is shown any more.
        if (state == StoreState::Opening || (state == StoreState::Live && mIsStale)) {
            mUndo.remove(0, state == StoreState::Opening ? mUndo.size() : 0);
            readAll();
        }
        updateState();
    });
}

QWidget *TriageWorkspace::makeHead()
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
    auto *lanes = new QButtonGroup(this);
    for (std::size_t place = 0; place < kInboxLanes.size(); ++place) {
        auto *button = new QPushButton;
        button->setObjectName(u"lane%1"_s.arg(place + 1));
        button->setCheckable(true);
        button->setChecked(place == 0);
        button->setProperty("chip", true);
        lanes->addButton(button);
        layout->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, place] {
            chooseLane(kInboxLanes.at(place));
        });
        mLanes.at(place) = button;
    }
    layout->addStretch(1);
    return head;
}

QWidget *TriageWorkspace::makeFilters()
{
    auto *filters = new QWidget;
    filters->setObjectName(u"queueFilters"_s);
    filters->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(filters);
    layout->setContentsMargins(16, 4, 16, 8);
    layout->setSpacing(8);
    mFind->setObjectName(u"triageFind"_s);
    mFind->setClearButtonEnabled(true);
    mFind->setMinimumWidth(240);
    mFind->setMaximumWidth(480);
    mBatch->setObjectName(u"triageBatch"_s);
    mBatch->setMinimumSize(240, 32);
    mBatch->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    mOpenFile->setObjectName(u"triageOpen"_s);
    layout->addWidget(mFind, 1);
    layout->addWidget(mBatch);
    layout->addStretch(1);
    layout->addWidget(mOpenFile);
    return filters;
}

QWidget *TriageWorkspace::makeActions()
{
    auto *bar = new QWidget;
    bar->setObjectName(u"triageActions"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    for (const Qt::Key key : {Qt::Key_L, Qt::Key_K, Qt::Key_G, Qt::Key_M, Qt::Key_R, Qt::Key_U}) {
        auto *button = new QPushButton;
        button->setObjectName(u"triageKey"_s + QChar(static_cast<char16_t>(key)));
        button->setProperty("chip", true);
        connect(button, &QPushButton::clicked, this, [this, key] { takeKey(key); });
        layout->addWidget(button);
        mActions.append({key, button});
    }
    mProgress->setTextVisible(false);
    mProgress->setFixedHeight(6);
    mProgress->hide();
    mStop->setObjectName(u"triageStop"_s);
    mStop->hide();
    mRegister->setObjectName(u"triageRegister"_s);
    mRegister->setProperty("primary", true);
    layout->addStretch(1);
    layout->addWidget(mProgress, 1);
    layout->addWidget(mStop);
    layout->addWidget(mRegister);
    connect(mRegister, &QPushButton::clicked, this, &TriageWorkspace::registerReady);
    connect(mStop, &QPushButton::clicked, this, [this] { mInbox.stop(); });
    return bar;
}

QWidget *TriageWorkspace::makeNothing()
{
    auto *nothing = new QWidget;
    nothing->setObjectName(u"queueNothing"_s);
    mNothingTitle = new QLabel;
    mNothingText = new QLabel;
    mNothingTitle->setObjectName(u"emptyTitle"_s);
    mNothingText->setObjectName(u"emptyText"_s);
    auto *layout = new QVBoxLayout(nothing);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setSpacing(8);
    layout->addStretch(1);
    for (QLabel *label : {mNothingTitle, mNothingText}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    layout->addStretch(2);
    return nothing;
}

void TriageWorkspace::maskCaller()
{
    mPanel->maskCaller();
}

void TriageWorkspace::setTheme(const Theme &theme)
{
    mTable->setTheme(theme);
    mForm->setTheme(theme);
}

void TriageWorkspace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (mIsStale) {
        readAll();
    } else {
        readChanges();
    }
}

void TriageWorkspace::readAll()
{
    const StoreState state = mDistrict.state();
    mIsStale = !isVisible() || (state != StoreState::Live && state != StoreState::Stale);
    ++mTurn;
    mRows.clear();
    mHasDone = false;
    mDoneRows = -1;
    mError.reset();
    mAgain.stop();
    if (mIsStale) {
        mIsReading = false;
        updateState();
        return;
    }
    mIsReading = true;
    updateState();
    // The mark first: what changes while the rows are read is read once more.
    whenAnswered(
        mInbox.lastChange(), mDistrict, this, [this, turn = mTurn](const Result<qint64> &change) {
            if (turn != mTurn) {
                return;
            }
            if (!change) {
                failReading(change.error());
                return;
            }
            mChange = change.value();
            readPage({}, turn);
        });
}

void TriageWorkspace::readPage(InboxId after, int turn)
{
    InboxQuery query;
    query.state = InboxState::Waiting;
    query.after = after;
    query.limit = kPage;
    whenAnswered(
        mInbox.list(query), mDistrict, this, [this, turn](const Result<QList<InboxItem>> &page) {
            if (turn != mTurn) {
                return;
            }
            if (!page) {
                fillBatches();
                failReading(page.error());
                return;
            }
            if (page.value().isEmpty()) {
                mIsReading = false;
                fillBatches();
                updateState();
                readCounts();
                readChanges();
                if (mRows.lane() == InboxLane::Done) {
                    readDone();
                }
                return;
            }
            take(page.value());
            readPage(page.value().last().id, turn);
        });
}

/** What is there is not all: said beside it, and read again as soon as that can be. */
void TriageWorkspace::failReading(const Error &error)
{
    mIsReading = false;
    mError = error;
    mIsStale = true;
    if (mDistrict.state() == StoreState::Live) {
        mAgain.start(); // otherwise the district says when it is
    }
    updateState();
}

void TriageWorkspace::readCounts()
{
    whenAnswered(mInbox.counts(),
                 mDistrict,
                 this,
                 [this, turn = mTurn](const Result<QList<InboxCount>> &counts) {
                     if (turn != mTurn || !counts) {
                         return;
                     }
                     mDoneRows = 0;
                     for (const InboxCount &count : counts.value()) {
                         mDoneRows += count.state == InboxState::Waiting ? 0 : count.rows;
                     }
                     updateState();
                 });
}

void TriageWorkspace::readDone()
{
    if (mHasDone) {
        return;
    }
    mHasDone = true;
    for (const InboxState state :
         {InboxState::Registered, InboxState::Joined, InboxState::Refused}) {
        InboxQuery query;
        query.state = state;
        query.limit = kMostDone;
        query.newestFirst = true;
        whenAnswered(mInbox.list(query),
                     mDistrict,
                     this,
                     [this, turn = mTurn](const Result<QList<InboxItem>> &rows) {
                         if (turn != mTurn) {
                             return;
                         }
                         if (rows) {
                             take(rows.value());
                             fillBatches();
                             updateState();
                         } else {
                             mHasDone = false; // asked for again when the lane is chosen again
                             emit messageRequested({Message::Level::Error, rows.error().message});
                         }
                     });
    }
}

void TriageWorkspace::readChanges()
{
    if (mIsReading || mIsStale || !isVisible()) {
        mWantsChanges = mIsReading;
        return;
    }
    mIsReading = true;
    mWantsChanges = false;
    whenAnswered(mInbox.changedSince(mChange, kPage),
                 mDistrict,
                 this,
                 [this, turn = mTurn](const Result<QList<InboxItem>> &rows) {
                     if (turn != mTurn) {
                         return;
                     }
                     mIsReading = false;
                     if (!rows) {
                         mError = rows.error(); // what is shown stays: it was all, a while ago
                         mAgain.start();
                         updateState();
                         return;
                     }
                     if (std::exchange(mError, std::nullopt)) {
                         updateState();
                     }
                     if (!rows.value().isEmpty()) {
                         mChange = rows.value().last().change;
                         take(rows.value());
                         fillBatches();
                         readCounts();
                     }
                     // A page that is not full is not the last one: some of it may be others'.
                     if (!rows.value().isEmpty() || mWantsChanges) {
                         readChanges();
                     }
                 });
}

void TriageWorkspace::take(const QList<InboxItem> &items)
{
    mRows.take(items);
    takeChoice();
}

void TriageWorkspace::chooseLane(InboxLane lane)
{
    mLanes.at(static_cast<std::size_t>(lane))->setChecked(true);
    if (lane == InboxLane::Done) {
        readDone();
    }
    mRows.setLane(lane);
    updateState();
    mTable->setFocus();
}

void TriageWorkspace::applyFilter()
{
    mTyping.stop();
    mRows.setFilter(mFind->text(), mBatch->currentData().toString());
    updateState();
}

void TriageWorkspace::fillBatches()
{
    const QString before = mBatch->currentData().toString();
    QStringList names;
    for (int place = 1; place < mBatch->count(); ++place) {
        names.append(mBatch->itemText(place));
    }
    if (mBatch->count() > 0 && names == mRows.batches()) {
        return;
    }
    mBatch->clear();
    mBatch->addItem(tr("All batches"), QString());
    for (const QString &batch : mRows.batches()) {
        mBatch->addItem(batch, batch);
    }
    mBatch->setCurrentIndex(std::max(0, mBatch->findData(before)));
    if (mBatch->currentData().toString() != before) {
        applyFilter(); // it is not here any more
    }
}

void TriageWorkspace::takeChoice()
{
    mPanel->showRow(mTable->currentRow(), mTable->selectedIds().size());
    updateActions();
}

void TriageWorkspace::takeKey(int key)
{
    switch (key) {
    case Qt::Key_L:
        startForm(TriageForm::Mode::Locate);
        break;
    case Qt::Key_K:
        startForm(TriageForm::Mode::Classify);
        break;
    case Qt::Key_M:
        startForm(TriageForm::Mode::Merge);
        break;
    case Qt::Key_R:
        startForm(TriageForm::Mode::Refuse);
        break;
    case Qt::Key_G:
        group();
        break;
    case Qt::Key_U:
        undo();
        break;
    case Qt::Key_Slash:
        mFind->setFocus(Qt::ShortcutFocusReason);
        mFind->selectAll();
        break;
    default:
        if (key >= Qt::Key_1 && key <= Qt::Key_6) {
            chooseLane(kInboxLanes.at(static_cast<std::size_t>(key - Qt::Key_1)));
        }
        break;
    }
}

void TriageWorkspace::startForm(TriageForm::Mode mode)
{
    const QList<InboxId> chosen = mTable->selectedIds();
    if (chosen.isEmpty() || mInbox.isBusy() || mIsImporting || mRows.lane() == InboxLane::Done) {
        return;
    }
    mForm->show();
    mForm->start(mode, chosen);
    updateActions();
}

void TriageWorkspace::leaveForm()
{
    const bool hadFocus = mForm->isAncestorOf(focusWidget());
    mForm->giveUp();
    mForm->hide();
    updateActions();
    if (hadFocus || isVisible()) {
        mTable->setFocus();
    }
}

/** Selects what looks the same as the current row: what is done next is done to all of them. */
void TriageWorkspace::group()
{
    const InboxId current = mTable->currentRow();
    if (current.isNull()) {
        return;
    }
    QList<InboxId> alike{current};
    for (const InboxId twin : mRows.twinsOf(current)) {
        if (mRows.rowOf(twin) >= 0) {
            alike.append(twin);
        }
    }
    std::ranges::sort(alike);
    if (alike.size() == 1) {
        emit messageRequested({Message::Level::Info, tr("No other row in this lane is alike.")});
    }
    mTable->selectIds(alike);
}

TriageWorkspace::Ready TriageWorkspace::readyRows() const
{
    const QList<InboxId> selected = mTable->selectedIds();
    const bool isLane = mRows.lane() == InboxLane::Ready && selected.size() < 2;
    Ready ready;
    for (const InboxId id : isLane ? mRows.shown() : selected) {
        const InboxItem *item = mRows.find(id);
        if (item == nullptr || !mRows.isReady(*item)) {
            continue;
        }
        // Many at once would make many cases of one trouble: those are looked at one by one.
        if (mRows.isLikelyKnown(id)) {
            ++ready.left;
        } else {
            ready.ids.append(id);
        }
    }
    if (ready.ids.isEmpty() && ready.left > 0 && selected.size() == 1) {
        const InboxItem *item = mRows.find(selected.first());
        if (item != nullptr && mRows.isReady(*item)) {
            return {selected, ready.left - 1};
        }
    }
    return ready;
}

void TriageWorkspace::registerReady()
{
    if (mForm->isVisible()) {
        return; // what is typed there comes first
    }
    const Ready ready = readyRows();
    QList<InboxOrder> orders;
    for (const InboxId id : ready.ids) {
        InboxOrder order;
        order.kind = InboxOrder::Kind::Register;
        order.id = id;
        order.version = mRows.find(id)->version;
        orders.append(order);
    }
    if (!orders.isEmpty() && !mInbox.isBusy()) {
        mLeftRows = ready.left;
    }
    carryOut(orders);
}

void TriageWorkspace::carryOut(const QList<InboxOrder> &orders)
{
    if (orders.isEmpty() || mInbox.isBusy()) {
        return;
    }
    mRunTurn = mTurn;
    mBefore.clear();
    for (const InboxOrder &order : orders) {
        if (const InboxItem *item = mRows.find(order.id)) {
            mBefore.insert(order.id, *item);
        }
    }
    mProgress->setRange(0, static_cast<int>(orders.size()));
    mProgress->setValue(0);
    mInbox.carryOut(orders);
    updateActions();
}

void TriageWorkspace::undo()
{
    const QList<InboxOrder> back = takeBackOrders();
    if ((back.isEmpty() && mUndo.isEmpty()) || mInbox.isBusy() || mIsImporting) {
        return;
    }
    mIsUndoing = true;
    carryOut(back.isEmpty() ? mUndo.takeLast() : back);
}

/** Of the refused rows that are selected among those that ended, whoever refused them, whenever. */
QList<InboxOrder> TriageWorkspace::takeBackOrders() const
{
    QList<InboxOrder> orders;
    if (mRows.lane() != InboxLane::Done) {
        return orders;
    }
    for (const InboxId id : mTable->selectedIds()) {
        const InboxItem *item = mRows.find(id);
        if (item != nullptr && item->state == InboxState::Refused) {
            InboxOrder order;
            order.kind = InboxOrder::Kind::TakeBack;
            order.id = id;
            order.version = item->version;
            orders.append(order);
        }
    }
    return orders;
}

/** What takes back what was done, in reverse. */
void TriageWorkspace::remember(const QList<InboxOutcome> &outcomes)
{
    QList<InboxOrder> back;
    for (const InboxOutcome &outcome : outcomes) {
        const auto before = mBefore.constFind(outcome.order.id);
        if (!outcome.after || before == mBefore.constEnd() || !canBeUndone(outcome.order.kind)) {
            continue;
        }
        InboxOrder order = outcome.order;
        order.version = outcome.after->version;
        order.chosen = before->chosenClass;
        order.place = before->place;
        order.level = before->level;
        order.leader = before->leader;
        if (order.kind == InboxOrder::Kind::Refuse) {
            order.kind = InboxOrder::Kind::TakeBack;
        }
        back.prepend(order);
    }
    if (!back.isEmpty()) {
        mUndo.append(back);
        mUndo.remove(0, std::max<qsizetype>(0, mUndo.size() - kMostUndone));
    }
}

void TriageWorkspace::tellFinished(const QList<InboxOutcome> &outcomes)
{
    QList<InboxItem> after;
    QList<InboxId> failed;
    QStringList reasons;
    for (const InboxOutcome &outcome : outcomes) {
        if (outcome.after) {
            after.append(*outcome.after);
        } else {
            failed.append(outcome.order.id);
            reasons.append(
                tr("Row %1: %2").arg(outcome.order.id.value).arg(outcome.error->message));
        }
    }
    const bool isUndo = std::exchange(mIsUndoing, false);
    const bool isFromForm = std::exchange(mIsFromForm, false);
    const int left = std::exchange(mLeftRows, 0);
    if (mRunTurn != mTurn) {
        // Begun by another user or in another store: none of it is among these rows.
        emit messageRequested(
            {Message::Level::Warning,
             tr("The user or the store has changed: %n row(s) had been done by then, the others "
                "were left as they are.",
                nullptr,
                static_cast<int>(after.size()))});
        readChanges();
        updateActions();
        return;
    }
    if (!isUndo) {
        remember(outcomes);
    }
    if (isFromForm && !after.isEmpty()) {
        leaveForm(); // else it stays as it was typed
    }
    take(after);
    QString done = tr("%n row(s) done.", nullptr, static_cast<int>(after.size()));
    if (left > 0) {
        done +=
            u'\n' + tr("%n ready row(s) were left, for they may be told of already: merge them, "
                       "or register each by itself.",
                       nullptr,
                       left);
    }
    if (failed.isEmpty()) {
        emit messageRequested({Message::Level::Success, done});
    } else {
        QStringList lines{done, tr("%n could not be:", nullptr, static_cast<int>(failed.size()))};
        lines += reasons.first(std::min(reasons.size(), kMostReasons));
        if (reasons.size() > kMostReasons) {
            lines.append(u"…"_s);
        }
        emit messageRequested({Message::Level::Warning, lines.join(u'\n')});
        mTable->selectIds(failed); // they are the ones to look at again
    }
    readChanges();
    updateActions();
}

void TriageWorkspace::previewFile(const QString &file)
{
    if (mIsImporting || mInbox.isBusy()) {
        return;
    }
    if (!mOpenFile->isEnabled()) {
        emit messageRequested({Message::Level::Warning, mOpenFile->toolTip()});
        return;
    }
    whenAnswered(mInbox.preview(file, {}),
                 mDistrict,
                 this,
                 [this, file](const Result<InboxPreview> &preview) {
                     if (!preview) {
                         emit messageRequested({Message::Level::Error, preview.error().message});
                         return;
                     }
                     mStack->setCurrentWidget(mImport);
                     mImport->showPreview(file, preview.value());
                 });
}

void TriageWorkspace::importFile()
{
    if (mIsImporting) {
        return;
    }
    mIsImporting = true;
    mImport->setRunning(true);
    updateActions();
    InboxFileOptions options;
    options.source = mImport->source();
    whenAnswered(mInbox.importFile(mImport->file(), options),
                 mDistrict,
                 this,
                 [this](const Result<InboxImportReport> &report) { takeImported(report); });
}

void TriageWorkspace::takeImported(const Result<InboxImportReport> &report)
{
    mIsImporting = false;
    mImport->setRunning(false);
    if (!report) {
        emit messageRequested({Message::Level::Error, report.error().message});
        updateActions();
        return;
    }
    mStack->setCurrentWidget(mTable);
    const InboxImportReport &done = report.value();
    QStringList lines{tr("%1 rows taken, %2 known already, %3 refused.")
                          .arg(done.rows.added)
                          .arg(done.rows.known)
                          .arg(done.file.refused)};
    if (done.rows.sameNumber > 0) {
        lines.append(tr("%n of those taken have a number that was there already, with something "
                        "else told under it.",
                        nullptr,
                        static_cast<int>(done.rows.sameNumber)));
    }
    const qsizetype said = std::min(done.file.refusals.size(), kMostReasons);
    for (const InboxRefusal &refusal : done.file.refusals.first(said)) {
        lines.append(tr("Line %1 cannot be taken: %2").arg(refusal.line).arg(refusal.reason));
    }
    emit messageRequested(
        {done.file.refused == 0 ? Message::Level::Success : Message::Level::Warning,
         lines.join(u'\n')});
    readChanges();
    updateState();
    mTable->setFocus();
}

void TriageWorkspace::updateActions()
{
    const bool isBusy = mInbox.isBusy() || mIsImporting;
    const bool isDone = mRows.lane() == InboxLane::Done;
    const bool hasRows = !mTable->currentRow().isNull();
    for (const Action &action : std::as_const(mActions)) {
        const bool isUndo = action.key == Qt::Key_U;
        const QString why = isBusy              ? tr("Wait until what is being done is done.")
                            : isUndo            ? tr("Nothing to take back.")
                            : isDone && hasRows ? tr("These rows have ended.")
                                                : tr("Choose a row first.");
        const bool canUndo = !mUndo.isEmpty() || (isUndo && !takeBackOrders().isEmpty());
        const bool isPossible = !isBusy && (isUndo ? canUndo : hasRows && !isDone);
        action.button->setEnabled(isPossible);
        action.button->setToolTip(isPossible ? QString() : why);
    }
    const Ready rows = readyRows();
    const auto ready = static_cast<int>(rows.ids.size());
    mRegister->setText(tr("Register %n row(s)", nullptr, ready));
    mRegister->setEnabled(!isBusy && ready > 0 && !mForm->isVisible());
    mRegister->setToolTip(
        mForm->isVisible() ? tr("Finish or cancel what is open at the side first.")
        : ready > 0 && rows.left > 0
            ? tr("Ctrl+Enter. %n row(s) that may be told of already are left.", nullptr, rows.left)
        : ready > 0 ? tr("Ctrl+Enter")
        : rows.left > 0
            ? tr("These rows may be told of already: merge them, or select one to register it.")
            : tr("Ready are rows that have a class and a place."));
    mProgress->setVisible(isBusy);
    mStop->setVisible(isBusy);
    const bool may = mayImport();
    mOpenFile->setEnabled(may && !isBusy);
    mOpenFile->setToolTip(
        may ? QString()
            : tr("Importing needs the permission “case:report” for the whole district, or "
                 "“case:import”: ask whoever administers the district."));
}

bool TriageWorkspace::mayImport() const
{
    return mDistrict.may(Thing::Case, u"import"_s) ||
           !mDistrict.access().denied(mDistrict.user(), Thing::Case, u"report"_s, Spot{});
}

/** Beside the rows: rows that are shown as if they were all would be worked through as all. */
void TriageWorkspace::showTrouble()
{
    const int known = mRows.count(InboxLane::Done);
    const bool isPart = mRows.lane() == InboxLane::Done && mHasDone && known < mDoneRows;
    if (mError && mRows.rowCount() > 0) {
        mTrouble->setText(
            tr("Not all rows could be read, and it is tried again: %1").arg(mError->message));
    } else if (isPart) {
        mTrouble->setText(tr("The newest %1 of %2 rows that have ended are shown.")
                              .arg(QLocale().toString(known), QLocale().toString(mDoneRows)));
    }
    mTrouble->setVisible((mError && mRows.rowCount() > 0) || isPart);
}

void TriageWorkspace::updateState()
{
    const QStringList names{tr("Waiting"),
                            tr("Needs place"),
                            tr("Needs class"),
                            tr("Possible duplicates"),
                            tr("Ready"),
                            tr("Done")};
    for (std::size_t place = 0; place < mLanes.size(); ++place) {
        const InboxLane lane = kInboxLanes.at(place);
        const qint64 shown = mRows.count(lane);
        const qint64 rows = lane == InboxLane::Done ? std::max(shown, mDoneRows) : shown;
        mLanes.at(place)->setText(
            u"%1  %2"_s.arg(names.at(static_cast<qsizetype>(place)), QLocale().toString(rows)));
    }
    updateActions();
    showTrouble();
    if (mStack->currentWidget() == mImport) {
        return;
    }
    QString title;
    QString text;
    const StoreState state = mDistrict.state();
    if (mRows.rowCount() > 0) {
        mStack->setCurrentWidget(mTable);
        if (!mTable->selectionModel()->hasSelection()) {
            // A view that gets the focus has a current row, but none to do anything with.
            const InboxId current = mTable->currentRow();
            mTable->selectIds({current.isNull() ? mRows.idAt(0) : current});
        }
        return;
    }
    if (state == StoreState::None) {
        title = tr("No district is open");
    } else if (state == StoreState::SignedOut) {
        title = tr("Nobody is signed in");
    } else if (mIsReading || state == StoreState::Opening) {
        title = tr("Reading the inbox …");
    } else if (mError) {
        title = tr("The inbox cannot be shown");
        text = mError->message;
    } else if (!mFind->text().trimmed().isEmpty() || mBatch->currentIndex() > 0) {
        title = tr("No row matches");
        text = tr("Other rows are hidden by the filters.");
    } else if (mRows.lane() == InboxLane::Waiting) {
        title = tr("The inbox is empty");
        text = tr("Drop a hotline dump or an export of another system here: CSV, XLSX, ODS or "
                  "JSON lines.");
    } else {
        title = tr("Nothing in this lane");
        text = tr("The other lanes are on the keys 1 to 6.");
    }
    mNothingTitle->setText(title);
    mNothingText->setText(text);
    mStack->setCurrentWidget(mNothing);
}

bool TriageWorkspace::showScene(const QString &id)
{
    static const QStringList kLanes{
        u"waiting"_s, u"needs-place"_s, u"needs-class"_s, u"duplicates"_s, u"ready"_s, u"done"_s};
    if (const qsizetype lane = kLanes.indexOf(id); lane >= 0) {
        chooseLane(kInboxLanes.at(static_cast<std::size_t>(lane)));
        return true;
    }
    static const QStringList kForms{u"classify"_s, u"locate"_s, u"merge"_s, u"refuse"_s};
    const qsizetype form = kForms.indexOf(id);
    if (form < 0) {
        return false;
    }
    if (form == 2) {
        chooseLane(InboxLane::Duplicates);
        mTable->selectIds({mRows.idAt(0)});
        group();
    }
    startForm(static_cast<TriageForm::Mode>(form));
    return true;
}

void TriageWorkspace::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers().testFlag(Qt::ControlModifier)) {
        registerReady();
    } else if (event->matches(QKeySequence::Undo)) {
        undo();
    } else if (event->matches(QKeySequence::Find)) {
        takeKey(Qt::Key_Slash);
    } else if (event->key() == Qt::Key_Escape && mFind->hasFocus()) {
        mFind->clear();
        applyFilter();
        mTable->setFocus();
    } else if (event->key() == Qt::Key_Escape && mInbox.isBusy()) {
        mInbox.stop();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void TriageWorkspace::dragEnterEvent(QDragEnterEvent *event)
{
    if (!tableFile(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void TriageWorkspace::dropEvent(QDropEvent *event)
{
    const QString file = tableFile(event->mimeData());
    if (!file.isEmpty()) {
        event->acceptProposedAction();
        previewFile(file);
    }
}

void TriageWorkspace::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        mRows.retranslate();
        retranslate();
        updateState();
    }
    QWidget::changeEvent(event);
}

void TriageWorkspace::retranslate()
{
    mHeading->setText(tr("Triage"));
    setAccessibleName(mHeading->text());
    mFind->setPlaceholderText(tr("Find by words, address or number (/)"));
    mFind->setAccessibleName(tr("Find in the inbox"));
    mBatch->setAccessibleName(tr("Batch"));
    if (mBatch->count() > 0) {
        mBatch->setItemText(0, tr("All batches")); // the chosen one stays
    } else {
        fillBatches();
    }
    mOpenFile->setText(tr("Import a file …"));
    mStop->setText(tr("Stop"));
    mTable->setAccessibleName(tr("Rows of the inbox"));
    const QStringList words{tr("L  Locate"),
                            tr("K  Classify"),
                            tr("G  Select alike"),
                            tr("M  Merge"),
                            tr("R  Refuse"),
                            tr("U  Undo")};
    for (qsizetype place = 0; place < mActions.size(); ++place) {
        mActions.at(place).button->setText(words.at(place));
    }
    for (std::size_t place = 0; place < mLanes.size(); ++place) {
        mLanes.at(place)->setToolTip(tr("Key %1 in the table").arg(place + 1));
    }
}

} // namespace gridward
