// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/street/streetqueue.h"

#include "models/view/casewords.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/panels/runreport.h"
#include "ui/street/batchassign.h"
#include "ui/workspaces/takingback.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using Column = CaseTableModel::Column;

/** Stands for the units of the street office, which are not known when the queues are made. */
const auto kOffice = u"office"_s;

struct StepKey
{
    CaseAction action;
    Qt::Key key;
};
constexpr std::array kStepKeys{StepKey{CaseAction::Assign, Qt::Key_A},
                               StepKey{CaseAction::Return, Qt::Key_R},
                               StepKey{CaseAction::Extend, Qt::Key_E},
                               StepKey{CaseAction::Suspend, Qt::Key_S},
                               StepKey{CaseAction::Urge, Qt::Key_T}};

QList<QueueDefinition> queues()
{
    using S = CaseState;
    QueueFilter assign;
    assign.states = {S::AtUnit, S::Handling, S::Rework};
    assign.named = QueueFilter::Named::Nobody;
    assign.units = {kOffice};
    QueueFilter inHand;
    inHand.states = {S::Handling, S::Rework, S::AtUnit, S::Suspended};
    inHand.named = QueueFilter::Named::Somebody;
    inHand.units = {kOffice};
    QueueFilter late;
    late.states = {S::AtUnit, S::Handling, S::Rework};
    late.shortOrOverdue = true;
    late.units = {kOffice};
    QueueFilter waiting;
    waiting.states = {S::FedBack, S::Checking, S::PendingClose};
    waiting.units = {kOffice};
    const auto section = [](Column column) { return static_cast<int>(column); };
    return {
        {u"assign"_s,
         assign,
         {},
         [] { return StreetQueue::tr("To assign"); },
         [] { return StreetQueue::tr("Nothing is to be assigned"); },
         [] {
             return StreetQueue::tr(
                 "Cases appear here as soon as they are dispatched to your office.");
         }},
        {u"hand"_s,
         inHand,
         {},
         [] { return StreetQueue::tr("In hand"); },
         [] { return StreetQueue::tr("Nobody has a case in hand"); },
         [] { return StreetQueue::tr("Cases appear here when somebody is in charge of them."); },
         {section(Column::Unit)}},
        {u"late"_s,
         late,
         {},
         [] { return StreetQueue::tr("Overdue or due soon"); },
         [] { return StreetQueue::tr("Nothing is overdue or due soon"); },
         [] {
             return StreetQueue::tr("Cases appear here two hours before their handling limit "
                                    "passes.");
         },
         {section(Column::Unit)}},
        {u"check"_s,
         waiting,
         {section(Column::Remaining)},
         [] { return StreetQueue::tr("Handed in"); },
         [] { return StreetQueue::tr("Nothing handed in waits for a check"); },
         [] {
             return StreetQueue::tr(
                 "Cases appear here when your people handed them in, until they are "
                 "closed.");
         },
         {section(Column::Unit)}},
        {u"open"_s,
         {},
         {},
         [] { return StreetQueue::tr("All open here"); },
         [] { return StreetQueue::tr("No case is open in this street"); },
         [] { return StreetQueue::tr("New reports appear here by themselves."); },
         {section(Column::Unit)}}};
}

} // namespace

StreetQueue::StreetQueue(DistrictPort &district, LiveCases &live, QWidget *parent)
    : QueueWorkspace(district, live, queues(), parent)
    , mBatch(new BatchAssign(district, live))
    , mReport(new RunReport(district))
    , mRunner(district)
{
    setObjectName(u"streetQueue"_s);
    side().addWidget(mBatch);
    side().addWidget(mReport);
    if (auto *street = findChild<QComboBox *>(u"queueStreet"_s)) {
        street->hide(); // the street is chosen for all of the workspace
    }
    if (auto *column = qobject_cast<QBoxLayout *>(layout())) {
        column->addWidget(makeActionBar());
    }
    for (CaseTable *table : findChildren<CaseTable *>()) {
        table->installEventFilter(this);
    }
    connect(mBatch, &BatchAssign::leaveAsked, this, [this] {
        table().selectCase(table().currentCase());
        table().setFocus();
    });
    connect(&panel(), &CasePanel::offersChanged, this, &StreetQueue::showOffers);
    connectSteps();
    nameStreet();
    retranslateActions();
    refilter();
    showQueue(u"assign"_s);
}

QWidget *StreetQueue::makeActionBar()
{
    auto *bar = new QWidget;
    bar->setObjectName(u"streetActions"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    for (const StepKey &step : kStepKeys) {
        auto *button = new QPushButton;
        button->setObjectName(u"street-"_s + toId(step.action));
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QPushButton::clicked, this, [this, action = step.action] { act(action); });
        layout->addWidget(button);
        mSteps.append({step.action, button});
    }
    layout->addStretch(1);
    mList = new QPushButton;
    mList->setObjectName(u"streetList"_s);
    mList->setFocusPolicy(Qt::TabFocus);
    connect(mList, &QPushButton::clicked, this, &StreetQueue::listAsked);
    layout->addWidget(mList);
    return bar;
}

void StreetQueue::setTheme(const Theme &theme)
{
    QueueWorkspace::setTheme(theme);
    mBatch->setTheme(theme);
}

void StreetQueue::setScope(const StreetScope &scope)
{
    if (scope != mScope) {
        const bool isElsewhere = scope.street != mScope.street ||
                                 scope.community != mScope.community || scope.units != mScope.units;
        mScope = scope;
        nameStreet();
        refilter();
        if (isElsewhere && !panel().isBusy()) {
            // What was current there was nobody's choice here: begin at the top.
            table().selectCase(table().queue().idAt(0));
        }
    }
}

void StreetQueue::setPeople(const QHash<QString, QString> &names)
{
    cases().setPeople(names);
}

void StreetQueue::nameStreet()
{
    setHeading([this] {
        const QString part = mScope.community.isEmpty() ? mScope.street : mScope.community;
        return part.isEmpty() ? tr("Street office") : district().names().division(part);
    });
}

void StreetQueue::narrow(QueueFilter &filter) const
{
    // A scope that shows nothing is better than one that shows everybody's.
    filter.street = mScope.street.isEmpty() ? u"-"_s : mScope.street;
    if (filter.units == QStringList{kOffice}) {
        filter.units = mScope.units;
    }
    if (filter.named != QueueFilter::Named::Nobody) {
        filter.person = mScope.person;
    }
}

void StreetQueue::enterSide()
{
    if (side().currentWidget() == mBatch) {
        mBatch->focusChoice();
    } else {
        QueueWorkspace::enterSide();
    }
}

void StreetQueue::takeChoice()
{
    if (mBatch->isRunning() || mReport->isOpen()) {
        return;
    }
    const QList<CaseId> chosen = table().selectedCases();
    if (chosen.size() > 1 && !panel().isBusy()) {
        mBatch->setCases(chosen);
        side().setCurrentWidget(mBatch);
    } else {
        QueueWorkspace::takeChoice();
    }
    showOffers();
}

void StreetQueue::act(CaseAction action)
{
    if (mReport->isOpen()) {
        mReport->setFocus(); // first what was lost: the case in the panel is not seen now
        return;
    }
    takeChoice();
    if (side().currentWidget() != mBatch) {
        startAction(action);
    } else if (action == CaseAction::Assign) {
        mBatch->focusChoice();
    } else {
        emit messageRequested(
            {Message::Level::Info,
             tr("“%1” goes with one case at a time.").arg(case_words::word(action))});
    }
}

bool StreetQueue::takeKey(int key)
{
    const auto *step = std::ranges::find(kStepKeys, key, &StepKey::key);
    if (step != kStepKeys.end()) {
        act(step->action);
        return true;
    }
    switch (key) {
    case Qt::Key_U:
        takeBack();
        return true;
    case Qt::Key_P:
        emit listAsked();
        return true;
    case Qt::Key_M:
        emit communitiesAsked();
        return true;
    case Qt::Key_W:
        emit peopleAsked();
        return true;
    default:
        return false;
    }
}

bool StreetQueue::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show && watched == &table()) {
        takeKeyboard();
    }
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        if (plain && takeKey(key->key())) {
            return true;
        }
    }
    return QueueWorkspace::eventFilter(watched, event);
}

void StreetQueue::takeKeyboard()
{
    // While there are no rows the table is not there, and the first field gets the keyboard.
    const auto *field = qobject_cast<QLineEdit *>(window()->focusWidget());
    if (mAwaitsKeyboard && isVisible() && (field == nullptr || field->text().isEmpty())) {
        mAwaitsKeyboard = false;
        table().setFocus();
    }
}

void StreetQueue::begin()
{
    mAwaitsKeyboard = !table().isVisible();
    focusQueue();
}

void StreetQueue::showOffers()
{
    const bool several = side().currentWidget() == mBatch;
    for (const Step &step : std::as_const(mSteps)) {
        const std::optional<QString> refusal = panel().refusalOf(step.action);
        const bool batch = several && step.action == CaseAction::Assign;
        const bool enabled =
            !mReport->isOpen() && (batch || (!several && refusal && refusal->isEmpty()));
        const QString key =
            std::ranges::find(kStepKeys, step.action, &StepKey::action)->key == Qt::Key_T
                ? tr("Urges the unit, with a note that it sees.")
                : case_words::word(step.action);
        step.button->setEnabled(enabled);
        step.button->setToolTip(
            enabled             ? key
            : mReport->isOpen() ? tr("Close what could not be done first (Esc).")
            : several           ? tr("Goes with one case at a time.")
            : refusal           ? tr("%1: %2").arg(case_words::word(step.action), *refusal)
                                : tr("Choose a case first."));
    }
}

void StreetQueue::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateActions();
    }
    QueueWorkspace::changeEvent(event);
}

void StreetQueue::retranslateActions()
{
    const QStringList words{
        tr("Assign"), tr("Return"), tr("Ask for extension"), tr("Ask for suspension"), tr("Urge")};
    for (qsizetype i = 0; i < mSteps.size(); ++i) {
        const QString key = QKeySequence(kStepKeys.at(static_cast<std::size_t>(i)).key).toString();
        mSteps.at(i).button->setText(u"%1  %2"_s.arg(words.at(i), key));
        mSteps.at(i).button->setAccessibleName(words.at(i));
    }
    mList->setText(u"%1  P"_s.arg(tr("Today's list")));
    mList->setToolTip(tr("Prints the list for the round: what is to be done outside, by community "
                         "and person."));
    showOffers();
}

} // namespace gridward
