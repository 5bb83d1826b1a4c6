// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspaces/supervisionworkspace.h"

#include "models/service/unitport.h"
#include "models/view/casewords.h"
#include "models/view/livecases.h"
#include "models/view/stepwords.h"
#include "ui/panels/answer.h"
#include "ui/panels/batchdispatch.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/panels/runreport.h"
#include "ui/supervision/bandbar.h"
#include "ui/supervision/evidencepair.h"
#include "ui/workspaces/supervisionqueues.h"
#include "ui/workspaces/takingback.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using Deed = SupervisionWorkspace::Deed;

struct DeedKey
{
    Deed deed;
    Qt::Key key;
};
constexpr std::array kDeeds{DeedKey{Deed::Pass, Qt::Key_P},
                            DeedKey{Deed::Rework, Qt::Key_W},
                            DeedKey{Deed::Send, Qt::Key_E},
                            DeedKey{Deed::Urge, Qt::Key_T},
                            DeedKey{Deed::Supervise, Qt::Key_S},
                            DeedKey{Deed::CallBack, Qt::Key_B}};

constexpr qsizetype kMostReasons = 5; ///< so many fit into a message

/** Where what was done is looked at: the pictures belong there. */
bool showsEvidence(const QString &queue)
{
    return queue == "check"_L1 || queue == "tasks"_L1 || queue == "evidence"_L1 ||
           queue == "callback"_L1;
}

/** By which age the cases of a queue may be told apart; None: by none. */
Watch bandedWatch(const QString &queue)
{
    return queue == "overdue"_L1 ? Watch::Overdue
           : queue == "stuck"_L1 ? Watch::Stuck
                                 : Watch::None;
}

} // namespace

SupervisionWorkspace::SupervisionWorkspace(DistrictPort &district,
                                           LiveCases &live,
                                           UnitPort *people,
                                           QWidget *parent)
    : QueueWorkspace(district, live, supervisionQueues(), parent)
    , mLive(live)
    , mPeople(people)
    , mBands(new BandBar)
    , mEvidence(new EvidencePair(district))
    , mBatch(new BatchDispatch(district, live))
    , mReport(new RunReport(district))
    , mSampling(new QPushButton)
    , mRunner(district)
    , mUser(district.user().name)
{
    setObjectName(u"supervisionWorkspace"_s);
    setHeading([] { return tr("Supervision"); });
    side().addWidget(mBatch);
    side().addWidget(mReport);
    if (auto *column = qobject_cast<QBoxLayout *>(layout())) {
        const int splitter = column->indexOf(side().parentWidget());
        column->insertWidget(splitter, mBands);
        column->insertWidget(splitter + 2, mEvidence);
        column->addWidget(makeActionBar());
    }
    for (CaseTable *table : findChildren<CaseTable *>()) {
        table->installEventFilter(this);
    }
    connectSources();
    retranslateActions();
    takeUser();
    showQueue(u"check"_s);
}

QWidget *SupervisionWorkspace::makeActionBar()
{
    auto *bar = new QWidget;
    bar->setObjectName(u"streetActions"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    for (const DeedKey &one : kDeeds) {
        auto *button = new QPushButton;
        button->setObjectName(u"supervision-%1"_s.arg(QChar(one.key).toLower()));
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QPushButton::clicked, this, [this, deed = one.deed] { act(deed); });
        layout->addWidget(button);
        mButtons.append({one.deed, button});
    }
    layout->addStretch(1);
    mSampling->setObjectName(u"supervision-sampling"_s);
    mSampling->setFocusPolicy(Qt::TabFocus);
    connect(mSampling, &QPushButton::clicked, this, &SupervisionWorkspace::samplingRequested);
    layout->addWidget(mSampling);
    return bar;
}

void SupervisionWorkspace::showSamplingOffer()
{
    mSampling->setVisible(district().may(Thing::Case, u"sample"_s) ||
                          district().may(Thing::Case, u"recheck"_s));
}

void SupervisionWorkspace::connectSources()
{
    connect(mBands, &BandBar::bandChosen, this, [this] { refilter(); });
    connect(&district(), &DistrictPort::userChanged, this, &SupervisionWorkspace::takeUser);
    connect(&panel(), &CasePanel::offersChanged, this, &SupervisionWorkspace::showOffers);
    connect(&panel(), &CasePanel::fileChanged, this, &SupervisionWorkspace::takeFile);
    connect(&mLive, &LiveCases::wasReset, this, [this] {
        askBands();
        nameSent();
    });
    connect(&mLive, &LiveCases::changed, this, [this] {
        askBands();
        nameSent();
    });
    connect(&cases(), &CaseTableModel::timePassed, this, &SupervisionWorkspace::askBands);
    connect(mBatch, &BatchDispatch::finished, this, &SupervisionWorkspace::takeRun);
    connect(mBatch, &BatchDispatch::leaveAsked, this, [this] {
        table().selectCase(table().currentCase());
        table().setFocus();
    });
    connect(mReport, &RunReport::closed, this, [this] {
        table().setFocus();
        takeChoice();
    });
    connect(mReport,
            &RunReport::retryWanted,
            this,
            [this](const QString &what, const QList<StepOrder> &orders) {
                if (mRunner.start(orders)) {
                    mWhat = what;
                }
            });
    connect(&mRunner, &StepRunner::finished, this, [this] { takeRun(mWhat, mRunner.outcomes()); });
}

/** What was of whoever sat here is not of the next one; neither is whose work is whose. */
void SupervisionWorkspace::takeUser()
{
    const User &user = district().user();
    cases().setJudge(user.name, user.person);
    if (std::exchange(mUser, user.name) != user.name) {
        mReport->clear();
        takeChoice();
    }
    showSamplingOffer();
    askBands();
}

void SupervisionWorkspace::setTheme(const Theme &theme)
{
    QueueWorkspace::setTheme(theme);
    mBatch->setTheme(theme);
}

// What is shown

void SupervisionWorkspace::narrow(QueueFilter &filter) const
{
    // Only where it is seen: another queue counts all of its cases.
    if (filter.watch != Watch::None && filter.watch == bandedWatch(shownQueue())) {
        filter.band = mBands->chosen();
    }
}

bool SupervisionWorkspace::narrows() const
{
    return mBands->chosen() && bandedWatch(shownQueue()) != Watch::None;
}

void SupervisionWorkspace::widen()
{
    mBands->choose(std::nullopt);
}

void SupervisionWorkspace::takeQueue()
{
    const QString queue = shownQueue();
    const Watch banded = bandedWatch(queue);
    mBands->setVisible(banded != Watch::None);
    if (banded != Watch::None) {
        mBands->setFirst(banded == Watch::Stuck ? AgeBand::ThreeDays : AgeBand::Day);
    }
    if (mBands->chosen()) {
        refilter(); // it holds here and no longer there, or the other way round
    }
    mEvidence->setVisible(showsEvidence(queue));
    askBands();
    nameSent();
}

void SupervisionWorkspace::askBands()
{
    if (mCountsBands || mBands->isHidden()) {
        return;
    }
    mCountsBands = true;
    // Once for all that a change has moved.
    QTimer::singleShot(0, this, [this] {
        mCountsBands = false;
        countBands();
    });
}

void SupervisionWorkspace::countBands()
{
    QueueFilter filter = scope();
    filter.watch = bandedWatch(shownQueue());
    if (filter.watch == Watch::None) {
        return; // somebody went on meanwhile
    }
    const CaseIndex &index = mLive.index();
    const Instant now = district().clock().now();
    for (const AgeBand band : kAgeBands) {
        filter.band = band;
        if (index.isExact(filter)) {
            mBands->setCount(band, index.count(filter, now));
            continue;
        }
        // A community: its street's cases of that band are looked at one by one.
        CaseIndex::PageOrder all{{CaseIndex::Major::Watch, filter.watch, false}, now};
        all.most = 1'000'000'000;
        all.accepts = [&](quint32 slot) {
            const Case *subject = mLive.find(CaseId{index.entry(slot).key.id});
            return subject != nullptr && passes(*subject, filter, now);
        };
        mBands->setCount(band, static_cast<qint64>(index.page(filter, all).found.size()));
    }
}

/** People are asked for once each, when somebody was sent whose name is not known. */
void SupervisionWorkspace::nameSent()
{
    if (mPeople == nullptr || shownQueue() != "tasks"_L1) {
        return;
    }
    QueueFilter filter;
    filter.watch = Watch::Task;
    CaseIndex::PageOrder all{{CaseIndex::Major::Watch, Watch::Task, false},
                             district().clock().now()};
    all.most = 1000;
    for (const quint32 slot : mLive.index().page(filter, all).found) {
        const Case *subject = mLive.find(CaseId{mLive.index().entry(slot).key.id});
        const QString id = subject != nullptr ? subject->taskPerson : QString();
        if (id.isEmpty() || mSent.contains(id) || mAsked.contains(id)) {
            continue;
        }
        mAsked.insert(id);
        whenAnswered(
            mPeople->person(id), district(), this, [this, id](const Result<Person> &person) {
                if (person) {
                    mSent.insert(id, person.value().name);
                    cases().setSent(mSent);
                }
            });
    }
}

void SupervisionWorkspace::takeFile()
{
    if (panel().file()) {
        mEvidence->setFile(*panel().file());
    } else {
        mEvidence->clear(); // never the pictures of another case
    }
}

bool SupervisionWorkspace::isSettled() const
{
    return mEvidence->isSettled();
}

// What is done

bool SupervisionWorkspace::isBatch() const
{
    return side().currentWidget() == mBatch;
}

void SupervisionWorkspace::takeChoice()
{
    if (mBatch == nullptr || mBatch->isRunning() || mReport->isOpen()) {
        return;
    }
    const QList<CaseId> chosen = table().selectedCases();
    // Several are urged together; everything else is looked at one by one.
    if (chosen.size() > 1 && !panel().isBusy() && district().may(Thing::Case, u"urge"_s)) {
        mBatch->setCases(chosen);
        side().setCurrentWidget(mBatch);
    } else {
        QueueWorkspace::takeChoice();
    }
    showOffers();
}

void SupervisionWorkspace::enterSide()
{
    if (isBatch()) {
        mBatch->focusChoice();
    } else {
        QueueWorkspace::enterSide();
    }
}

CaseAction SupervisionWorkspace::actionOf(Deed deed) const
{
    const Case *subject = mLive.find(table().currentCase());
    switch (deed) {
    case Deed::Pass:
        return subject != nullptr && subject->state == CaseState::Verifying ? CaseAction::Verify
                                                                            : CaseAction::Check;
    case Deed::Rework:
        return CaseAction::Rework;
    case Deed::Send:
        return CaseAction::Entrust;
    case Deed::Urge:
        return CaseAction::Urge;
    case Deed::Supervise:
        return CaseAction::Supervise;
    case Deed::CallBack:
        break;
    }
    return CaseAction::Callback;
}

QString SupervisionWorkspace::whyNotHere(Deed deed) const
{
    // The log may note a second check; here it would only be a stray key.
    const Case *subject = mLive.find(table().currentCase());
    return deed == Deed::Pass && subject != nullptr && subject->state == CaseState::PendingClose
               ? tr("It passed its check already.")
               : QString();
}

QString SupervisionWorkspace::whyNotTheirs() const
{
    const Case *subject = mLive.find(table().currentCase());
    const User &user = district().user();
    return subject != nullptr && isOwnWork(*subject, user.name, user.person)
               ? tr("Not yours: you dispatched or handled this case. Somebody else has to judge "
                    "it.")
               : QString();
}

void SupervisionWorkspace::act(Deed deed)
{
    if (mReport->isOpen()) {
        mReport->setFocus(); // first what was lost: the case in the panel is not seen now
        return;
    }
    takeChoice();
    if (isBatch()) {
        if (deed == Deed::Urge) {
            mBatch->choose(CaseAction::Urge);
            mBatch->focusChoice();
        } else {
            emit messageRequested(
                {Message::Level::Info,
                 tr("“%1” goes with one case at a time.").arg(case_words::word(actionOf(deed)))});
        }
        return;
    }
    if (const QString why = whyNotTheirs(); !why.isEmpty()) {
        emit messageRequested({Message::Level::Info, why});
        return;
    }
    if (const QString why = whyNotHere(deed); !why.isEmpty()) {
        emit messageRequested({Message::Level::Info, why});
        return;
    }
    startAction(actionOf(deed));
}

bool SupervisionWorkspace::takeKey(int key)
{
    const auto *deed = std::ranges::find(kDeeds, key, &DeedKey::key);
    if (deed != kDeeds.end()) {
        act(deed->deed);
        return true;
    }
    if (key == Qt::Key_N && !mEvidence->isHidden()) {
        mEvidence->showNext();
        return true;
    }
    return false;
}

bool SupervisionWorkspace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        if (plain && takeKey(key->key())) {
            return true;
        }
    }
    return QueueWorkspace::eventFilter(watched, event);
}

void SupervisionWorkspace::showOffers()
{
    const bool several = isBatch();
    const QString notTheirs = whyNotTheirs();
    for (const Button &one : std::as_const(mButtons)) {
        const CaseAction action = actionOf(one.deed);
        const QString notHere = whyNotHere(one.deed);
        const std::optional<QString> refusal =
            notHere.isEmpty() ? panel().refusalOf(action) : std::optional(notHere);
        const bool batch = several && one.deed == Deed::Urge;
        const bool single = !several && notTheirs.isEmpty() && refusal && refusal->isEmpty();
        one.button->setEnabled(!mReport->isOpen() && (batch || single));
        one.button->setToolTip(mReport->isOpen()   ? tr("Close what could not be done first (Esc).")
                               : several && !batch ? tr("Goes with one case at a time.")
                               : batch || single   ? case_words::word(action)
                               : !notTheirs.isEmpty() ? notTheirs
                               : refusal ? tr("%1: %2").arg(case_words::word(action), *refusal)
                                         : tr("Choose a case first."));
    }
}

void SupervisionWorkspace::retranslateActions()
{
    const QStringList words{tr("Pass"),
                            tr("Send to rework"),
                            tr("Send a collector"),
                            tr("Urge"),
                            tr("Supervise"),
                            tr("Call back")};
    for (qsizetype i = 0; i < mButtons.size(); ++i) {
        const QString key = QKeySequence(kDeeds.at(static_cast<std::size_t>(i)).key).toString();
        mButtons.at(i).button->setText(u"%1  %2"_s.arg(words.at(i), key));
        mButtons.at(i).button->setAccessibleName(words.at(i));
    }
    mSampling->setText(tr("Sampling …"));
    mSampling->setToolTip(tr("Draw closed cases of a month for another look, by chance"));
    showOffers();
}

void SupervisionWorkspace::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateActions();
    }
    QueueWorkspace::changeEvent(event);
}

void SupervisionWorkspace::takeRun(const QString &what, const QList<StepOutcome> &outcomes)
{
    mBatch->noteOwn(outcomes);
    OwnSteps own;
    own.what = what;
    QStringList failures;
    for (const StepOutcome &one : outcomes) {
        own.action = one.order.request.action;
        if (one.after) {
            own.steps.append({one.after->id, one.after->number, one.after->version});
        } else if (one.error) {
            failures.append(tr("%1: %2").arg(one.order.number, one.error->message));
        }
    }
    QStringList lines{tr("%1: %n case(s).", nullptr, static_cast<int>(own.steps.size())).arg(what)};
    if (!failures.isEmpty()) {
        lines.append(tr("%n could not be:", nullptr, static_cast<int>(failures.size())));
        lines += failures.first(std::min(failures.size(), kMostReasons));
        mReport->take(what, outcomes);
    }
    emit messageRequested(takingBack().messageOf(lines.join(u'\n'),
                                                 failures.isEmpty() ? Message::Level::Success
                                                                    : Message::Level::Warning,
                                                 takingBack().remember(own)));
    if (mReport->isOpen()) {
        side().setCurrentWidget(mReport);
        mReport->setFocus();
        showOffers();
        return;
    }
    table().setFocus();
    takeChoice();
}

void SupervisionWorkspace::takeBack()
{
    if (mRunner.isRunning() || mBatch->isRunning()) {
        emit messageRequested(
            {Message::Level::Info, tr("Steps are still being written. Try again in a moment.")});
        return;
    }
    mBatch->forget();
    QueueWorkspace::takeBack();
}

bool SupervisionWorkspace::showScene(const QString &id)
{
    if (id == "pictures"_L1 || id == "send"_L1) {
        showQueue(u"check"_s);
        // What was handed in last: the others wait longer, but this one is fresh.
        CaseFilterProxy &queue = table().queue();
        queue.fill();
        table().selectCase(queue.idAt(queue.rowCount() - 1));
        act(id == "send"_L1 ? Deed::Send : Deed::Pass);
        return true;
    }
    if (id == "batch"_L1) {
        showQueue(u"overdue"_s);
        table().selectAll();
        return true;
    }
    if (id == "band"_L1) {
        showQueue(u"overdue"_s);
        mBands->choose(AgeBand::ThreeDays);
        return true;
    }
    return showQueue(id);
}

} // namespace gridward
