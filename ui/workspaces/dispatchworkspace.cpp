// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspaces/dispatchworkspace.h"

#include "models/view/casewords.h"
#include "models/view/deskmemory.h"
#include "models/view/livecases.h"
#include "ui/panels/answer.h"
#include "ui/panels/batchdispatch.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/panels/paneldocks.h"
#include "ui/panels/rownumbers.h"
#include "ui/panels/runreport.h"
#include "ui/panels/stepwhy.h"
#include "ui/panels/unitspanel.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/workspaces/takingback.h"

#include <QBoxLayout>
#include <QEvent>
#include <QItemSelectionModel>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using Column = CaseTableModel::Column;

constexpr int kLeastPanel = 240;
const QString kCase = u"case"_s;
const QString kUnits = u"units"_s;
const QString kMap = u"map"_s;
const QString kHistoryKey = u"dispatch/history"_s;
const QString kPanelsKey = u"dispatch/panels"_s;

QueueFilter inStates(const QList<CaseState> &states)
{
    QueueFilter filter;
    filter.states = states;
    return filter;
}

QList<QueueDefinition> queues()
{
    using S = CaseState;
    const auto section = [](Column column) { return static_cast<int>(column); };
    QueueFilter asking;
    asking.asksOnly = true;
    return {
        {u"filing"_s,
         inStates({S::Registered, S::Reported, S::Verifying, S::PendingFiling}),
         {section(Column::Unit), section(Column::Remaining)},
         [] { return DispatchWorkspace::tr("Awaiting filing"); },
         [] { return DispatchWorkspace::tr("Nothing awaits filing"); },
         [] { return DispatchWorkspace::tr("New reports appear here by themselves."); }},
        {u"dispatch"_s,
         inStates({S::Filed}),
         {section(Column::Unit), section(Column::State)}, // one that came back has a limit
         [] { return DispatchWorkspace::tr("Awaiting dispatch"); },
         [] { return DispatchWorkspace::tr("Nothing awaits dispatch"); },
         [] { return DispatchWorkspace::tr("Cases appear here as soon as they are filed."); }},
        {u"units"_s,
         inStates({S::AtUnit, S::Handling, S::Suspended, S::Rework}),
         {},
         [] { return DispatchWorkspace::tr("Dispatched"); },
         [] { return DispatchWorkspace::tr("No unit has an open case"); },
         [] { return DispatchWorkspace::tr("Cases appear here as soon as they are dispatched."); }},
        {u"requests"_s,
         asking,
         {},
         [] { return DispatchWorkspace::tr("Requests"); },
         [] { return DispatchWorkspace::tr("No request waits for a decision"); },
         [] {
             return DispatchWorkspace::tr("Cases appear here when their unit asks for an extension "
                                          "or a suspension.");
         },
         {section(Column::State)}},
        {u"open"_s,
         {},
         {},
         [] { return DispatchWorkspace::tr("All open"); },
         [] { return DispatchWorkspace::tr("No case is open"); },
         [] { return DispatchWorkspace::tr("New reports appear here by themselves."); }}};
}

} // namespace

DispatchWorkspace::DispatchWorkspace(DistrictPort &district, LiveCases &live, QWidget *parent)
    : DispatchWorkspace(district, live, Desk{}, parent)
{
}

DispatchWorkspace::DispatchWorkspace(DistrictPort &district,
                                     LiveCases &live,
                                     const Desk &desk,
                                     QWidget *parent)
    : QueueWorkspace(district, live, queues(), parent)
    , mLive(live)
    , mDesk(desk)
    , mRunner(district)
    , mUser(district.user().name)
    , mBatch(new BatchDispatch(district, live))
    , mReport(new RunReport(district))
    , mDocks(new PanelDocks)
{
    setObjectName(u"dispatchWorkspace"_s);
    for (QWidget *page : {static_cast<QWidget *>(mBatch), static_cast<QWidget *>(mReport)}) {
        side().addWidget(page);
    }
    setHeading([] { return tr("Dispatch"); });
    makeDocks();
    makeShortcuts();
    makeConnections();
    if (mDesk.drafts != nullptr) {
        panel().setDrafts(*mDesk.drafts);
    }
    showQueue(u"dispatch"_s);
}

void DispatchWorkspace::makeDocks()
{
    // The queue stays in the middle with its command line; what stood beside it is a panel now.
    QWidget *queue = side().parentWidget();
    layout()->replaceWidget(queue, mDocks);
    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    mCommand = new CommandBar(middle);
    column->addWidget(queue, 1);
    column->addWidget(mCommand);
    mDocks->setCentralWidget(middle);
    side().setMaximumWidth(QWIDGETSIZE_MAX);
    side().setMinimumHeight(kLeastPanel); // the highest page must not make the window higher
    mDocks->addPanel(kCase, &side(), PanelDocks::Place::Right, [] { return tr("Case and steps"); });
    if (mDesk.units != nullptr) {
        mUnits = new UnitsPanel(district(), mLive, *mDesk.units);
        mDocks->addPanel(kUnits, mUnits, PanelDocks::Place::Below, [] { return tr("Units"); });
        connectUnits();
        if (mDesk.makeMap) {
            mMap = new DeskMap(district(), *mDesk.units, mDesk.makeMap);
            mDocks->addPanel(kMap, mMap, PanelDocks::Place::Below, [] { return tr("Map"); });
            connectMap();
        }
    }
    mDocks->setMemory(mDesk.memory, kPanelsKey);
    mPanels = new QToolButton;
    mPanels->setObjectName(u"panelsButton"_s);
    mPanels->setProperty("chip", true);
    mPanels->setPopupMode(QToolButton::InstantPopup);
    mPanels->setMenu(mDocks->panelMenu());
    mPanels->setText(tr("Panels"));
    mCommand->addTool(mPanels);
    makeCommand();
    for (CaseTable *one : findChildren<CaseTable *>()) {
        mNumbers.append(new RowNumbers(one));
    }
}

void DispatchWorkspace::makeCommand()
{
    mCommand->setView([this] { return view(); });
    mCommand->setPreview([this](const DeskOrder &order) { return preview(order); });
    connect(mCommand, &CommandBar::orderGiven, this, &DispatchWorkspace::carryOut);
    connect(mCommand, &CommandBar::caseMentioned, this, &DispatchWorkspace::readUnitsFor);
    connect(mCommand, &CommandBar::left, this, [this] {
        mMentioned = {};
        focusQueue();
    });
    readHistory();
    connect(mCommand, &CommandBar::historyChanged, this, [this] {
        QStringList kept;
        for (const QString &line : mCommand->history()) {
            if (const QString without = withoutWords(line);
                !without.isEmpty() && !kept.contains(without)) {
                kept.append(without);
            }
        }
        if (mDesk.memory != nullptr) {
            const QJsonDocument lines(QJsonArray::fromStringList(kept));
            mDesk.memory->keep(DeskMemory::kSeat,
                               kHistoryKey,
                               QString::fromUtf8(lines.toJson(QJsonDocument::Compact)));
        }
    });
}

void DispatchWorkspace::readHistory()
{
    QStringList lines;
    const QString text =
        mDesk.memory != nullptr ? mDesk.memory->kept(DeskMemory::kSeat, kHistoryKey) : QString();
    for (const QJsonValue &line : QJsonDocument::fromJson(text.toUtf8()).array()) {
        lines.append(line.toString());
    }
    mCommand->setHistory(lines);
}

void DispatchWorkspace::makeShortcuts()
{
    const auto add = [this](const QKeySequence &keys, QWidget *where, auto slot) {
        auto *shortcut = new QShortcut(keys, where);
        shortcut->setContext(where == this ? Qt::WidgetWithChildrenShortcut : Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    add(QKeySequence(Qt::Key_F4), this, &DispatchWorkspace::startCommand);
    for (CaseTable *one : findChildren<CaseTable *>()) {
        add(QKeySequence(u":"_s), one, &DispatchWorkspace::startCommand);
    }
}

void DispatchWorkspace::makeConnections()
{
    for (CaseTable *one : findChildren<CaseTable *>()) {
        connect(one, &CaseTable::dispatchAsked, this, &DispatchWorkspace::dispatchChosen);
        connect(one, &CaseTable::opened, this, [this] { mDocks->showPanel(kCase); });
    }
    connect(mBatch, &BatchDispatch::finished, this, &DispatchWorkspace::takeRun);
    connect(mBatch, &BatchDispatch::leaveAsked, this, [this] {
        table().selectCase(table().currentCase());
        focusQueue();
        takeChoice();
    });
    connect(mBatch,
            &BatchDispatch::proposalsRead,
            this,
            [this](const CaseId &id, const QString &number, const QList<UnitProposal> &proposals) {
                if (mUnits != nullptr) {
                    mUnits->setProposals(id, number, proposals);
                }
            });
    connect(mReport, &RunReport::closed, this, [this] {
        focusQueue();
        takeChoice();
    });
    connect(mReport,
            &RunReport::retryWanted,
            this,
            [this](const QString &what, const QList<StepOrder> &orders) { run(what, orders); });
    connect(&mRunner, &StepRunner::finished, this, [this] {
        if (!mRunner.isAbandoned()) {
            takeRun(mWhat, mRunner.outcomes() + std::exchange(mRefused, {}));
        }
    });
    connect(&takingBack(), &TakingBack::tried, this, [this](const QString &text, bool isBad) {
        mCommand->tell(text, isBad);
    });
    connect(&panel(), &CasePanel::fileChanged, this, &DispatchWorkspace::takeFile);
    connect(&district(), &DistrictPort::userChanged, this, &DispatchWorkspace::leaveUser);
}

void DispatchWorkspace::connectUnits()
{
    connect(mUnits,
            &UnitsPanel::unitAccepted,
            this,
            [this](const QList<CaseId> &cases, const QString &unit) {
                mUnits->clearSearch(); // the next case begins with the best unit
                dispatchTo(cases, unit);
            });
    connect(mUnits,
            &UnitsPanel::casesDropped,
            this,
            [this](const QList<CaseId> &cases, const QString &unit) {
                mIsDrop = true;
                dispatchTo(cases, unit);
                mIsDrop = false;
            });
    connect(mUnits, &UnitsPanel::dropMissed, this, [this] {
        emit messageRequested(
            {Message::Level::Info,
             tr("No unit stands there: nothing was done. Drop cases on the row of "
                "a unit.")});
    });
}

void DispatchWorkspace::connectMap()
{
    connect(mMap, &DeskMap::casesPicked, this, &DispatchWorkspace::choose);
    connect(mMap, &DeskMap::dispatchWanted, this, &DispatchWorkspace::dispatchTo);
    connect(mMap, &DeskMap::assignmentWanted, this, &DispatchWorkspace::assign);
    connect(mMap, &DeskMap::dropRefused, this, [this](const QString &why) {
        emit messageRequested({Message::Level::Info, why});
    });
    connect(mMap, &DeskMap::left, this, [this] { focusQueue(); });
}

void DispatchWorkspace::setTheme(const Theme &theme)
{
    QueueWorkspace::setTheme(theme);
    mBatch->setTheme(theme);
    mDocks->setTheme(theme);
    for (RowNumbers *numbers : std::as_const(mNumbers)) {
        numbers->setTheme(theme);
    }
    if (mUnits != nullptr) {
        mUnits->setTheme(theme);
    }
    if (mMap != nullptr) {
        mMap->setTheme(theme);
    }
}

void DispatchWorkspace::setCovered(bool covered)
{
    mDocks->setCovered(covered);
}

bool DispatchWorkspace::isSettled() const
{
    const bool reads = panel().shownCase() && !panel().file();
    return !reads && (mMap == nullptr || mMap->isSettled());
}

bool DispatchWorkspace::showScene(const QString &id)
{
    if (id == kMap || id == kUnits) {
        mDocks->showPanel(id);
        return id == kMap ? mMap != nullptr : mUnits != nullptr;
    }
    if (id == "command"_L1) {
        mCommand->start(tr("d") + u" 1-3 "_s);
        return true;
    }
    if (id == "batch"_L1) {
        QList<CaseId> some;
        for (int row = 0; row < std::min(12, table().queue().rowCount()); ++row) {
            some.append(table().queue().idAt(row));
        }
        choose(some);
        return true;
    }
    if (id == "conflict"_L1 && panel().file()) {
        panel().startAction(CaseAction::Dispatch);
        return panel().showConflictWith(panel().file()->subject.version - 1);
    }
    return false;
}

void DispatchWorkspace::enterSide()
{
    if (side().currentWidget() == mBatch) {
        mBatch->focusChoice();
    } else {
        QueueWorkspace::enterSide();
    }
}

void DispatchWorkspace::takeChoice()
{
    if (mBatch->isRunning() || mReport->isOpen()) {
        return;
    }
    const QList<CaseId> chosen = table().selectedCases();
    if (mUnits != nullptr) {
        // What is entered for one case is not to go on beside the units of another.
        mUnits->setCases(panel().isBusy() && panel().shownCase() ? QList{*panel().shownCase()}
                                                                 : chosen);
    }
    if (mRunner.isRunning()) {
        mBatch->forget(); // what leaves the choice now goes by this desk's own hand
    }
    const bool holds = side().currentWidget() == mBatch && mBatch->holds(chosen);
    if ((chosen.size() > 1 || holds) && !panel().isBusy()) {
        mBatch->setCases(chosen);
        side().setCurrentWidget(mBatch);
    } else {
        mBatch->forget();
        QueueWorkspace::takeChoice();
        rankUnits();
    }
}

void DispatchWorkspace::takeFile()
{
    if (panel().shownCase() && !panel().file()) {
        return; // until it is read the last one is better than none
    }
    const std::optional<CaseFile> &file = panel().file();
    rankUnits();
    if (mMap != nullptr) {
        mMap->showCase(file ? std::optional(file->subject) : std::nullopt);
    }
    mCommand->refresh();
}

/** The units are ranked for the case that is entered, or else for the one that is chosen. */
void DispatchWorkspace::rankUnits()
{
    const bool isEntering = panel().isBusy() && panel().shownCase();
    if (mUnits == nullptr || (table().selectedCount() > 1 && !isEntering)) {
        return; // for several the batch asks
    }
    const CaseId chosen = isEntering ? *panel().shownCase() : table().currentCase();
    const std::optional<CaseFile> &file = panel().file();
    const int question = ++mRanking;
    if (chosen.isNull()) {
        mUnits->setProposals({}, {}, {});
    } else if (file && file->subject.id == chosen) {
        mUnits->setProposals(chosen, file->subject.number, file->proposals);
    } else if (panel().shownCase() != chosen) { // the panel has not come to it yet
        whenAnswered(district().caseFile(chosen),
                     district(),
                     this,
                     [this, question](const Result<CaseFile> &read) {
                         if (question == mRanking && read) {
                             mUnits->setProposals(read.value().subject.id,
                                                  read.value().subject.number,
                                                  read.value().proposals);
                         }
                     });
    }
}

/** For the command line alone: the units stay with the case that is chosen. */
void DispatchWorkspace::readUnitsFor(const CaseId &id)
{
    if (id == mMentioned || mUnits == nullptr) {
        return;
    }
    mMentioned = id;
    mMentionedUnits.clear();
    const int question = ++mQuestion;
    whenAnswered(
        district().caseFile(id), district(), this, [this, question](const Result<CaseFile> &file) {
            if (question == mQuestion && file) {
                mMentionedUnits = file.value().proposals;
                mCommand->refresh();
            }
        });
}

void DispatchWorkspace::dispatchChosen()
{
    takeChoice();
    mDocks->showPanel(kCase);
    if (side().currentWidget() == mBatch) {
        mBatch->choose(CaseAction::Dispatch);
        mBatch->focusChoice();
    } else if (mReport->isOpen()) {
        emit messageRequested({Message::Level::Info,
                               tr("What could not be done waits to be decided: decide it or leave "
                                  "it with Esc.")});
        mReport->setFocus();
    } else {
        startAction(CaseAction::Dispatch);
    }
}

void DispatchWorkspace::choose(const QList<CaseId> &cases)
{
    if (cases.isEmpty()) {
        return;
    }
    if (!showCase(cases.first())) {
        emit messageRequested(
            {Message::Level::Info, tr("The case is in no queue here: the filters hide it.")});
        return;
    }
    QItemSelectionModel *selection = table().selectionModel();
    for (const CaseId &id : cases.mid(1)) {
        if (const int row = table().queue().rowOf(id); row >= 0) {
            selection->select(table().queue().index(row, 0),
                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    takeChoice();
}

void DispatchWorkspace::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && mPanels != nullptr) {
        mPanels->setText(tr("Panels"));
    }
    QueueWorkspace::changeEvent(event);
}

} // namespace gridward
