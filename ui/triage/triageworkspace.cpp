// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/triage/triageworkspace.h"

#include "models/view/livecases.h"
#include "ui/panels/typingguard.h"
#include "ui/triage/triagebar.h"
#include "ui/triage/triagehead.h"
#include "ui/triage/triageimport.h"
#include "ui/triage/triagepanel.h"
#include "ui/triage/triagereader.h"
#include "ui/triage/triageruns.h"
#include "ui/triage/triagetable.h"

#include <QBoxLayout>
#include <QDropEvent>
#include <QFileDialog>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrl>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

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

} // namespace

TriageWorkspace::TriageWorkspace(
    DistrictPort &district, LiveCases &live, InboxPort &inbox, IntakePort &intake, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mInbox(inbox)
    , mRows(district)
    , mReader(new TriageReader(district, inbox, mRows, this))
    , mRuns(new TriageRuns(inbox, mRows, this))
    , mTyping(new TypingGuard(this))
    , mHead(new TriageHead)
    , mTrouble(new QLabel)
    , mSplitter(new QSplitter(Qt::Horizontal))
    , mStack(new QStackedWidget)
    , mTable(new TriageTable(mRows))
    , mNothing(makeNothing())
    , mImport(new TriageImport(district, inbox))
    , mPanel(new TriagePanel(district, inbox, mRows))
    , mForm(new TriageForm(district, inbox, intake, mRows))
    , mBar(new TriageBar)
{
    setObjectName(u"triageWorkspace"_s);
    setAcceptDrops(true);
    mTrouble->setObjectName(u"triageTrouble"_s);
    mTrouble->setWordWrap(true);
    mTrouble->hide();
    mTable->setOverlay(mNothing);
    mStack->addWidget(mTable);
    mStack->addWidget(mImport);
    mSplitter->addWidget(mStack);
    mSplitter->addWidget(makeSide());
    mSplitter->setStretchFactor(0, 4);
    mSplitter->setStretchFactor(1, 1);
    mSplitter->setChildrenCollapsible(false);
    mSplitter->setHandleWidth(1);
    mSplitter->setSizes({900, 420});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(mHead);
    layout->addWidget(mTrouble);
    layout->addWidget(mSplitter, 1);
    layout->addWidget(mBar);
    setFocusProxy(mTable);
    makeConnections();
    connectSteps();
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
    connect(mHead, &TriageHead::laneAsked, this, &TriageWorkspace::chooseLane);
    connect(mHead, &TriageHead::filterChanged, this, &TriageWorkspace::applyFilter);
    connect(mHead, &TriageHead::left, this, &TriageWorkspace::focusRows);
    connect(mHead, &TriageHead::importAsked, this, &TriageWorkspace::chooseFile);
    connect(mTable, &TriageTable::choiceChanged, this, &TriageWorkspace::takeChoice);
    connect(mTable, &TriageTable::keyAsked, this, &TriageWorkspace::takeKey);
    connect(mBar, &TriageBar::keyAsked, this, &TriageWorkspace::takeKey);
    connect(mBar, &TriageBar::registerAsked, this, &TriageWorkspace::registerReady);
    connect(mBar, &TriageBar::stopAsked, this, [this] { mInbox.stop(); });
    connect(mForm, &TriageForm::left, this, &TriageWorkspace::leaveForm);
    connect(mReader, &TriageReader::taken, this, [this] {
        takeChoice();
        mForm->takeRows();
    });
    connect(mReader, &TriageReader::settled, this, [this] {
        if (mUndosWanted > 0) {
            --mUndosWanted;
            undoSelected();
            mUndosWanted = mInbox.isBusy() || mReader->isReading() ? mUndosWanted : 0;
        }
    });
    connect(mReader, &TriageReader::finished, this, &TriageWorkspace::takeBatches);
    connect(mReader, &TriageReader::stateChanged, this, [this] {
        mRuns->setTurn(mReader->turn());
        updateState();
    });
    connect(mReader, &TriageReader::doneFailed, this, [this](const QString &message) {
        emit messageRequested({Message::Level::Error, message});
    });
    connect(&mRows, &InboxModel::countsChanged, this, &TriageWorkspace::updateState);
    connect(&mDistrict, &DistrictPort::userChanged, this, [this] {
        mRuns->forget();
        mUndosWanted = 0;
        guardTyping();
        leaveForm();
        mReader->readAll();
    });
    connect(&mDistrict, &DistrictPort::stateChanged, this, [this](StoreState state) {
        // What is being opened is another store: nothing of the one before is shown any more.
        if (state == StoreState::Opening) {
            mRuns->forget();
            mUndosWanted = 0;
        }
        if (state == StoreState::Opening || (state == StoreState::Live && mReader->isStale())) {
            mReader->readAll();
        }
        updateState();
    });
}

/** What writes: runs of orders, and imports. */
void TriageWorkspace::connectSteps()
{
    connect(
        mForm, &TriageForm::ordered, this, [this](const QList<InboxOrder> &orders, int unproposed) {
            mIsFromForm = true;
            mRuns->carryOut(orders, unproposed);
            updateActions();
        });
    connect(&mInbox, &InboxPort::progressed, mBar, &TriageBar::setProgress);
    connect(mRuns, &TriageRuns::messageRequested, this, &TriageWorkspace::messageRequested);
    connect(mRuns, &TriageRuns::finished, this, &TriageWorkspace::endRun);
    connect(mRuns, &TriageRuns::becameOthers, this, [this] {
        mIsFromForm = false;
        mReader->readChanges();
        updateActions();
    });
    connect(mImport, &TriageImport::messageRequested, this, &TriageWorkspace::messageRequested);
    connect(mImport, &TriageImport::previewed, this, [this] {
        mStack->setCurrentWidget(mImport);
        updateActions();
    });
    connect(mImport, &TriageImport::runningChanged, this, &TriageWorkspace::updateActions);
    const auto showRows = [this] {
        mStack->setCurrentWidget(mTable);
        mReader->readChanges();
        updateState();
        focusRows();
    };
    connect(mImport, &TriageImport::imported, this, [this, showRows](const QString &batch) {
        mImported = batch;
        guardTyping(); // somebody may look for something meanwhile
        showRows();
    });
    connect(mImport, &TriageImport::left, this, showRows);
}

/** And shows the rows that have just come in, from the first on, as soon as they are here. */
void TriageWorkspace::takeBatches()
{
    mHead->setBatches(mRows.batches());
    if (mImported.isEmpty() || !mRows.batches().contains(mImported)) {
        return;
    }
    chooseLane(InboxLane::Waiting);
    mHead->chooseBatch(std::exchange(mImported, {}));
    mTable->selectIds({mRows.idAt(0)}); // of no rows: nothing
    focusRows();
}

QWidget *TriageWorkspace::makeSide()
{
    auto *side = new QWidget;
    side->setObjectName(u"casePanel"_s);
    side->setAttribute(Qt::WA_StyledBackground);
    side->setMaximumWidth(640);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(mForm, 1);
    layout->addWidget(mPanel, 1);
    mForm->hide();
    return side;
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

bool TriageWorkspace::isSettled() const
{
    return !mReader->isReading();
}

bool TriageWorkspace::isBusy() const
{
    return mInbox.isBusy() || mImport->isRunning();
}

void TriageWorkspace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    mReader->setLookedAt(true);
    // Behind the window, which gives the keyboard to the first that takes it: a lane's button.
    QTimer::singleShot(0, this, [this] {
        if (isVisible()) {
            focusRows();
        }
    });
}

void TriageWorkspace::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    mReader->setLookedAt(false);
}

void TriageWorkspace::focusRows()
{
    if (mStack->currentWidget() == mImport) {
        mImport->setFocus();
    } else if (mForm->isVisible()) {
        mForm->setFocus();
    } else {
        mTable->setFocus();
    }
}

/** A lane begins with its first row, or the one that was current when it was left. */
void TriageWorkspace::chooseLane(InboxLane lane)
{
    mHead->setLane(lane);
    if (lane == InboxLane::Done) {
        mReader->readDone();
    }
    if (lane != mRows.lane()) {
        mLaneRows.at(static_cast<std::size_t>(mRows.lane())) = mTable->currentRow();
        mRows.setLane(lane);
        const InboxId before = mLaneRows.at(static_cast<std::size_t>(lane));
        mTable->selectIds({mRows.rowOf(before) >= 0 ? before : mRows.idAt(0)});
    }
    updateState();
    mTable->setFocus();
}

void TriageWorkspace::applyFilter()
{
    const QList<InboxId> before = mTable->selectedIds();
    mRows.setFilter(mHead->words(), mHead->batch());
    if (std::ranges::none_of(before, [this](InboxId id) { return mRows.rowOf(id) >= 0; })) {
        mTable->selectIds({mRows.idAt(0)});
    }
    updateState();
}

/** What takes the keyboard away of somebody who types must not make steps of what follows. */
void TriageWorkspace::guardTyping()
{
    const auto *field = qobject_cast<QLineEdit *>(window()->focusWidget());
    if (field != nullptr && isAncestorOf(field) && !field->text().isEmpty()) {
        mTyping->begin();
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
    case Qt::Key_B:
        mHead->openBatches();
        break;
    case Qt::Key_Slash:
        mHead->focusFind();
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
    if (chosen.isEmpty() || isBusy() || mRows.lane() == InboxLane::Done) {
        return;
    }
    if (!chosen.contains(mTable->currentRow())) {
        mTable->selectIds(chosen); // what is read at the side is one of those it is done to
        takeChoice();
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

void TriageWorkspace::registerReady()
{
    if (mForm->isVisible()) { // what is typed there comes first
        emit messageRequested(
            {Message::Level::Info, tr("Finish or cancel what is open at the side first.")});
    } else if (!mImport->isRunning()) {
        mRuns->registerRows(mTable->selectedIds());
        updateActions();
    }
}

void TriageWorkspace::undo()
{
    if (mReader->isReading() && !mReader->isStale()) {
        ++mUndosWanted; // what the last run did to rows that follow is on its way
    } else {
        undoSelected();
    }
}

void TriageWorkspace::undoSelected()
{
    if (!mImport->isRunning()) {
        mRuns->undo(mTable->selectedIds());
        updateActions();
    }
}

void TriageWorkspace::endRun(const QList<InboxItem> &after,
                             const QList<InboxId> &failed,
                             bool isUndo)
{
    if (std::exchange(mIsFromForm, false) && !after.isEmpty()) {
        leaveForm(); // else it stays as it was typed
    }
    mRows.take(after);
    if (mRows.rowCount() == 0) {
        mHead->clearWords(); // what was looked for is dealt with: the others come back
    }
    QList<InboxId> meant = failed; // they are the ones to look at again
    if (failed.isEmpty() && isUndo) {
        for (const InboxItem &item : after) {
            meant.append(item.id); // they are back
        }
    }
    if (!meant.isEmpty()) {
        std::ranges::sort(meant);
        mTable->selectIds(meant);
    }
    takeChoice();
    mReader->readChanges();
    updateActions();
    if (isVisible() && !mHead->hasFindFocus()) {
        focusRows();
    }
}

void TriageWorkspace::chooseFile()
{
    const QString file = QFileDialog::getOpenFileName(
        this,
        tr("Import rows"),
        {},
        tr("Tables (%1)").arg(u"*.csv *.csv.gz *.tsv *.xlsx *.ods *.jsonl *.ndjson"_s));
    if (!file.isEmpty()) {
        previewFile(file);
    }
}

void TriageWorkspace::previewFile(const QString &file)
{
    if (isBusy()) {
        return;
    }
    if (mImport->isPermitted()) {
        mImport->preview(file);
    } else {
        emit messageRequested({Message::Level::Warning, TriageHead::whyNoImport()});
    }
}

void TriageWorkspace::updateActions()
{
    const QList<InboxId> selected = mTable->selectedIds();
    const TriageRuns::Ready ready = mRuns->ready(selected);
    TriageBar::State state;
    state.isBusy = isBusy();
    state.hasRows = !mTable->currentRow().isNull();
    state.haveEnded = mRows.lane() == InboxLane::Done;
    state.hasForm = mForm->isVisible();
    state.canUndo = mRuns->canUndo(selected);
    state.ready = static_cast<int>(ready.ids.size());
    state.left = ready.left;
    mBar->setState(state);
    mBar->setVisible(mStack->currentWidget() == mTable); // a preview has buttons of its own
    mHead->setImport(mImport->isPermitted(), state.isBusy);
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
    } else if (event->key() == Qt::Key_Escape && isBusy()) {
        mInbox.stop();
    } else if (event->key() == Qt::Key_Escape) {
        event->setAccepted(!mTable->hasFocus() || !mHead->words().isEmpty()); // else a message's
        mHead->clearWords();
        focusRows();
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
    setAccessibleName(tr("Triage"));
    mTable->setAccessibleName(tr("Rows of the inbox"));
}

} // namespace gridward
