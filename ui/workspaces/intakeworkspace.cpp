// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspaces/intakeworkspace.h"

#include "models/domain/language.h"
#include "models/service/draftport.h"
#include "models/service/mapport.h"
#include "models/view/casewords.h"
#include "models/view/livecases.h"
#include "ui/panels/answer.h"
#include "ui/panels/casepanel.h"
#include "ui/panels/casetable.h"
#include "ui/panels/intakeform.h"
#include "ui/panels/photostrip.h"
#include "ui/panels/responsiblelist.h"
#include "ui/panels/similarpanel.h"
#include "ui/theme/theme.h"
#include "ui/workspaces/filingqueue.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kPause = 400; ///< milliseconds
constexpr int kNarrowestForm = 440;
constexpr int kWidestForm = 560;
constexpr int kNarrowestMap = 280;
constexpr int kNarrowestSimilar = 304;
constexpr int kWidestSimilar = 720;

/** A page never makes the window wider than the screen. */
QScrollArea *inScrollArea(QWidget *page)
{
    auto *room = new QScrollArea;
    room->setObjectName(u"intakeScroll"_s);
    room->setWidget(page);
    room->setWidgetResizable(true);
    room->setFocusPolicy(Qt::NoFocus);
    return room;
}

} // namespace

IntakeWorkspace::IntakeWorkspace(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , mDistrict(parts.district)
    , mCases(parts.cases)
    , mIntake(parts.intake)
    , mDrafts(parts.drafts)
    , mMap(parts.map)
    , mHeading(new QLabel)
    , mButtons(new QButtonGroup(this))
    , mHint(new QLabel)
    , mStale(new QLabel)
    , mElsewhere(new QWidget)
    , mElsewhereText(new QLabel)
    , mTakeOver(new QPushButton)
    , mLeaveThere(new QPushButton)
    , mStack(new QStackedWidget)
    , mForm(new IntakeForm(parts.district, parts.intake))
    , mSimilar(new SimilarPanel(parts.district, parts.intake))
    , mGroundHeading(new QLabel)
    , mGroundWhere(new QLabel)
    , mResponsible(new ResponsibleList)
    , mGroundScroll(new QScrollArea)
    , mFiling(new FilingQueue(parts.district, parts.cases))
{
    setObjectName(u"intakeWorkspace"_s);
    mForm->setPersonal(parts.personal);
    mFiling->panel().setPersonal(parts.personal);
    mStale->setObjectName(u"staleNotice"_s);
    mStack->addWidget(makeReportPage(parts.mapWidget));
    mStack->addWidget(inScrollArea(mFiling));
    mFiling->findChild<QLabel *>(u"workspaceHeading"_s)->hide(); // the page says so already
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(mStale);
    layout->addWidget(makeElsewhere());
    layout->addWidget(mStack, 1);
    mPause.setSingleShot(true);
    mPause.setInterval(kPause);
    makeConnections();
    makeKeys();
    retranslate();
    showPage(Report);
    takeUser();
    takeQuestion();
}

QWidget *IntakeWorkspace::makeHead()
{
    auto *head = new QWidget;
    head->setObjectName(u"queueHead"_s);
    head->setAttribute(Qt::WA_StyledBackground);
    mHeading->setObjectName(u"workspaceHeading"_s);
    mHint->setObjectName(u"panelNote"_s);
    mHint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    mHint->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    row->addWidget(mHeading);
    row->addSpacing(16);
    for (const Page page : {Report, Filing}) {
        auto *button = new QPushButton;
        button->setObjectName(page == Report ? u"intakeReport"_s : u"intakeFiling"_s);
        button->setCheckable(true);
        button->setProperty("chip", true);
        button->setFocusPolicy(Qt::TabFocus);
        mButtons->addButton(button, page);
        mPages.at(page) = button;
        row->addWidget(button);
    }
    row->addWidget(mHint, 1);
    return head;
}

QWidget *IntakeWorkspace::makeReportPage(QWidget *mapWidget)
{
    mForm->setMinimumWidth(kNarrowestForm);
    mForm->setMaximumWidth(kWidestForm);
    mSimilar->setMinimumWidth(kNarrowestSimilar);
    mSimilar->setMaximumWidth(kWidestSimilar);
    auto *page = new QSplitter(Qt::Horizontal);
    page->setObjectName(u"intakePage"_s);
    page->setChildrenCollapsible(false);
    page->setHandleWidth(1);
    page->addWidget(mForm);
    page->addWidget(makeGround(mapWidget));
    page->addWidget(mSimilar);
    page->setStretchFactor(0, 2);
    page->setStretchFactor(1, 4);
    page->setStretchFactor(2, 3);
    page->setSizes({440, 440, 390});
    // On a narrow screen the map goes, then one goes sideways: the form stays whole, and in front.
    return inScrollArea(page);
}

QWidget *IntakeWorkspace::makeGround(QWidget *mapWidget)
{
    auto *facts = new QWidget;
    facts->setObjectName(u"intakeGround"_s);
    facts->setAttribute(Qt::WA_StyledBackground);
    mGroundHeading->setObjectName(u"panelHeading"_s);
    mGroundWhere->setObjectName(u"panelNote"_s);
    mGroundWhere->setWordWrap(true);
    mResponsible->setObjectName(u"intakeResponsible"_s);
    auto *column = new QVBoxLayout(facts);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(6);
    column->addWidget(mGroundHeading);
    column->addWidget(mGroundWhere);
    column->addWidget(mResponsible);
    column->addStretch(1);
    mGroundScroll->setObjectName(u"intakeScroll"_s);
    mGroundScroll->setWidget(facts);
    mGroundScroll->setWidgetResizable(true);
    mGroundScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    mGroundScroll->setFocusPolicy(Qt::NoFocus);
    mGround = new QSplitter(Qt::Vertical);
    mGround->setChildrenCollapsible(false);
    mGround->setHandleWidth(1);
    mapWidget->setMinimumSize(kNarrowestMap, 160);
    mGround->addWidget(mapWidget);
    mGround->addWidget(mGroundScroll);
    mGround->setStretchFactor(0, 3);
    mGround->setStretchFactor(1, 2);
    mGround->setSizes({360, 240});
    return mGround;
}

void IntakeWorkspace::makeConnections()
{
    connect(mButtons, &QButtonGroup::idClicked, this, [this](int page) {
        showPage(static_cast<Page>(page));
    });
    connect(mForm, &IntakeForm::questionChanged, this, &IntakeWorkspace::takeQuestion);
    connect(mForm, &IntakeForm::edited, this, [this] {
        keepDraft();
        compare();
    });
    connect(mForm, &IntakeForm::sent, this, &IntakeWorkspace::tellSent);
    connect(mTakeOver, &QPushButton::clicked, this, &IntakeWorkspace::takeOver);
    connect(mLeaveThere, &QPushButton::clicked, this, [this] {
        offer({});
        mForm->focusWhereLeft();
    });
    connect(mForm, &IntakeForm::areaNamed, this, [this](const PlaceCandidate &area) {
        mMap.showThing(MapThing::Division, area.id);
        mIsClose = false; // of a whole street nothing can be seen of the next place
    });
    connect(&mForm->photos(), &PhotoStrip::changed, this, &IntakeWorkspace::compare);
    connect(mSimilar, &SimilarPanel::joinRequested, mForm, &IntakeForm::join);
    connect(mSimilar, &SimilarPanel::left, mForm, &IntakeForm::focusWhereLeft);
    connect(&mMap, &MapPort::picked, this, [this](const MapPick &pick) {
        mForm->setPlace(pick.place);
    });
    connect(&mMap, &MapPort::placePicked, mForm, &IntakeForm::setPlace);
    connect(mFiling, &FilingQueue::mapRequested, this, &IntakeWorkspace::mapRequested);
    connect(mFiling, &FilingQueue::messageRequested, this, &IntakeWorkspace::messageRequested);
    connect(&mDistrict, &DistrictPort::userChanged, this, &IntakeWorkspace::takeUser);
    connect(&mDistrict, &DistrictPort::districtChanged, this, &IntakeWorkspace::restoreDraft);
    connect(&mDistrict, &DistrictPort::stateChanged, this, &IntakeWorkspace::updateState);
    connect(&mCases, &LiveCases::changed, this, &IntakeWorkspace::takeChanges);
    connect(&mCases, &LiveCases::wasReset, this, &IntakeWorkspace::countFiling);
    connect(&mPause, &QTimer::timeout, mSimilar, &SimilarPanel::readAgain);
    connect(&mDrafts, &DraftPort::failed, this, [this](const Error &error) {
        mForm->setNotice(u"warning"_s,
                         tr("What you enter is not kept as a draft: %1").arg(error.message));
    });
}

void IntakeWorkspace::makeKeys()
{
    using Action = std::function<void()>;
    struct Use
    {
        Qt::Key key;
        Action report; ///< on the page of the form
        Action filing; ///< on the other one
    };
    const auto step = [this](CaseAction action) {
        return [this, action] { mFiling->startAction(action); };
    };
    const auto join = [this] {
        if (const std::optional<Case> known = mSimilar->chosen()) {
            mForm->join(*known);
        } else {
            mForm->setNotice(u"info"_s, tr("There is no likely duplicate to join."));
        }
    };
    const QList<Use> uses{
        {Qt::Key_F4, [this] { mSimilar->focusList(); }, nullptr},
        {Qt::Key_F5, nullptr, step(CaseAction::File)},
        {Qt::Key_F6, nullptr, step(CaseAction::Refuse)},
        {Qt::Key_F7, [this] { mForm->photos().choose(); }, step(CaseAction::Verify)},
        {Qt::Key_F8, join, nullptr},
        {Qt::Key_F9, [this] { mForm->takePhotoPlace(); }, step(CaseAction::Void)},
        {Qt::Key_F12, [this] { mForm->discard(); }, nullptr}};
    const auto add = [this](Qt::Key key, const Action &action) {
        auto *shortcut = new QShortcut(QKeySequence(key), this);
        shortcut->setContext(Qt::WindowShortcut); // wherever the keyboard is, while this is seen
        connect(shortcut, &QShortcut::activated, this, action);
    };
    add(Qt::Key_F2, [this] {
        showPage(Report);
        mForm->focusPlace();
    });
    add(Qt::Key_F3, [this] {
        showPage(Filing);
        mFiling->table().ensureCurrent();
        mFiling->table().setFocus(Qt::ShortcutFocusReason);
    });
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter}) {
        // From the map and the duplicates too, but not from a step in the filing queue.
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | enter), mStack->widget(Report));
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, mForm, &IntakeForm::send);
    }
    for (const Use &use : uses) {
        add(use.key, [this, use] {
            const Action &action = mStack->currentIndex() == Report ? use.report : use.filing;
            if (action) {
                action();
            }
        });
    }
}

void IntakeWorkspace::showPage(Page page)
{
    mStack->setCurrentIndex(page);
    mPages.at(page)->setChecked(true);
    if (page == Report) {
        setFocusProxy(nullptr);
    } else {
        setFocusProxy(mFiling);
    }
    retranslate();
}

void IntakeWorkspace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (mStack->currentIndex() == Report) {
        mForm->focusWhereLeft(); // the next call may come at any moment
    } else {
        mFiling->table().setFocus();
    }
}

void IntakeWorkspace::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitWidth();
}

void IntakeWorkspace::fitWidth()
{
    mGround->setVisible(width() >= mForm->minimumWidth() + kNarrowestMap + kNarrowestSimilar);
}

CasePanel &IntakeWorkspace::panel() const
{
    return mFiling->panel();
}

void IntakeWorkspace::takeQuestion()
{
    const std::optional<GeoPoint> place = mForm->place();
    if (place != mShownPlace) {
        mShownPlace = place;
        if (place) {
            mMap.showThing(MapThing::Place, {}, place); // the scale is the operator's …
        } else {
            mMap.clearMark();
        }
    }
    const std::optional<PlaceFacts> &facts = mForm->facts();
    const bool isOutside = place && facts && facts->grid.isEmpty();
    if (isOutside && !mIsOutside) {
        mMap.zoomToAll(); // on empty ground there is nothing to click
        mIsClose = false;
    }
    mIsOutside = isOutside;
    if (!mIsClose && place && facts && !facts->grid.isEmpty()) {
        mIsClose = true; // … but for the first one: of a whole district nothing can be seen
        mMap.showThing(MapThing::Grid, facts->grid);
        mMap.showThing(MapThing::Place, {}, place);
    }
    compare();
    askResponsible();
}

void IntakeWorkspace::askResponsible()
{
    const std::optional<GeoPoint> place = mForm->place();
    const std::optional<PlaceFacts> &facts = mForm->facts();
    const bool outside = facts && facts->grid.isEmpty();
    mGroundScroll->setVisible(true);
    mResponsible->setVisible(place.has_value() && !outside);
    QStringList where;
    if (facts && !outside) {
        where = {facts->streetName, facts->communityName, facts->gridName, facts->grid};
        where.removeAll(QString());
    }
    mGroundWhere->setText(!place    ? tr("As soon as the place is known, its grid and the people "
                                         "and units responsible for it stand here.")
                          : outside ? tr("Outside of the district: nobody here is responsible.")
                                    : where.join(u" · "_s));
    mGroundWhere->setVisible(!mGroundWhere->text().isEmpty());
    if (!place || outside) {
        mAskedFor.reset();
        mAnswered = ++mQuestion;
        return;
    }
    ClassKey key;
    if (mForm->chosenClass()) {
        key = mForm->chosenClass()->key;
    }
    const std::pair wanted{*place, classId(key)};
    if (mAskedFor == wanted) {
        return;
    }
    mAskedFor = wanted;
    const int question = ++mQuestion;
    const bool english = isEnglish();
    const QString className =
        key.code.isEmpty() ? QString() : mDistrict.names().className(key, english);
    mResponsible->clear();
    whenAnswered(mDistrict.responsibleAt(*place, key),
                 mDistrict,
                 this,
                 [this, question, className](const Result<ResponsibleHere> &here) {
                     if (question == mQuestion) {
                         mAnswered = question;
                         mResponsible->setAnswer(here, className);
                     }
                 });
}

void IntakeWorkspace::compare()
{
    const std::optional<PlaceFacts> &facts = mForm->facts();
    mSimilar->setCall({mForm->place(),
                       facts && facts->grid.isEmpty(),
                       mForm->chosenClass(),
                       mForm->words(),
                       mForm->address(),
                       mForm->photos().attachments()});
}

void IntakeWorkspace::takeChanges(const QList<Case> &cases)
{
    countFiling();
    const std::optional<GeoPoint> place = mForm->place();
    const bool isNear =
        place && std::ranges::any_of(cases, [&](const Case &one) {
            return one.place && groundDistance(*one.place, *place) <= kSimilarMetres;
        });
    if (isNear && !mPause.isActive()) {
        mPause.start();
    }
}

void IntakeWorkspace::countFiling()
{
    // Of the whole district or part of it, whatever the queue is narrowed down to.
    const qint64 count = mFiling->awaiting();
    mPages.at(Filing)->setText(tr("Awaiting filing  F3") + u"  "_s + QLocale().toString(count));
}

void IntakeWorkspace::updateState()
{
    const StoreState state = mDistrict.state();
    if (state != StoreState::Stale) {
        mStaleSince.reset();
    } else if (!mStaleSince) {
        mStaleSince = mDistrict.clock().now();
    }
    // The queue has a line of its own.
    mStale->setVisible(mStaleSince.has_value() && mStack->currentIndex() == Report);
    if (mStaleSince) {
        mStale->setText(tr("Not up to date: the database could not be read since %1. What you "
                           "enter is kept here; try to register it again in a moment.")
                            .arg(case_words::timeText(*mStaleSince, *mStaleSince)));
    }
    restoreDraft();
}

void IntakeWorkspace::setTheme(const Theme &theme)
{
    mForm->setTheme(theme);
    mSimilar->setTheme(theme);
    mFiling->setTheme(theme);
    mMap.setTheme(theme.name == ThemeName::Day ? MapTheme::Day : MapTheme::Night);
}

bool IntakeWorkspace::isSettled() const
{
    return mForm->isSettled() && mSimilar->isSettled() && mAnswered == mQuestion;
}

void IntakeWorkspace::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        mMap.retranslate();
        mAskedFor.reset();
        retranslate();
        askResponsible();
    }
    QWidget::changeEvent(event);
}

void IntakeWorkspace::retranslate()
{
    mHeading->setText(tr("Call desk"));
    setAccessibleName(tr("Call desk"));
    mPages.at(Report)->setText(tr("Register a call  F2"));
    mHint->setText(mStack->currentIndex() == Report
                       ? tr("F4 duplicates · F7 pictures · F8 join · F9 the picture's place · "
                            "Ctrl+Enter register")
                       : tr("F5 file · F6 refuse · F7 send to verify, or verified · F9 void"));
    mGroundHeading->setText(tr("Responsible here"));
    mTakeOver->setText(tr("Go on with it here"));
    mLeaveThere->setText(tr("Leave it there"));
    offer(mOffered);
    // Words are longer in one language than in another; nothing of the form is cut off.
    mForm->setMinimumWidth(std::max(kNarrowestForm, mForm->minimumSizeHint().width()));
    fitWidth();
    countFiling();
    updateState();
}

/** An open case of today with a place: what a call could be about. */
std::optional<Case> IntakeWorkspace::recentCase() const
{
    const Instant now = mDistrict.clock().now();
    std::optional<Case> newest;
    for (const Case &one : mCases.all()) {
        const bool fits = one.place && one.reportedAt && *one.reportedAt <= now &&
                          *one.reportedAt > now - kSimilarAge;
        if (fits && (!newest || std::pair(*one.reportedAt, one.number) >
                                    std::pair(*newest->reportedAt, newest->number))) {
            newest = one;
        }
    }
    return newest;
}

void IntakeWorkspace::fillScene(const QString &id)
{
    mIsScene = true;
    IntakeContent content;
    content.text = tr("Since this morning bags lie on the pavement; it smells.");
    content.caller = {tr("Caller (example)"), u"010-5550-0123"_s, true};
    content.kind = CaseKind::Matter;
    content.classCode = u"06010"_s;
    if (id == "outside"_L1) {
        content.place = GeoPoint{116.05, 40.35};
        content.typed = toDisplayText(*content.place);
    } else if (const std::optional<Case> known = recentCase()) {
        content.place = GeoPoint{known->place->longitude + 0.0001, known->place->latitude};
        content.typed = known->address;
        content.address = known->address;
        if (id == "duplicates"_L1) {
            content.kind = known->classKey.kind;
            content.classCode = known->classKey.code;
        }
    }
    mForm->setContent(content);
}

bool IntakeWorkspace::showScene(const QString &id)
{
    if (id == "empty"_L1) {
        showPage(Report);
        mForm->clear();
        return true;
    }
    if (id == "filing"_L1) {
        showPage(Filing);
        mFiling->table().ensureCurrent();
        return true;
    }
    if (id == "filled"_L1 || id == "duplicates"_L1 || id == "outside"_L1) {
        showPage(Report);
        fillScene(id);
        return true;
    }
    return false;
}

} // namespace gridward
