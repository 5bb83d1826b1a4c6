// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/casepanel.h"

#include "models/domain/language.h"
#include "models/domain/rights.h"
#include "models/view/casewords.h"
#include "models/view/livecases.h"
#include "models/view/stepwords.h"
#include "models/view/usualstep.h"
#include "ui/panels/actionwords.h"
#include "ui/panels/answer.h"
#include "ui/panels/callerline.h"
#include "ui/panels/caseactionform.h"
#include "ui/panels/casedetails.h"
#include "ui/panels/conflictview.h"
#include "ui/panels/stepdrafts.h"
#include "ui/panels/typingguard.h"
#include "ui/theme/icons.h"
#include "ui/theme/levelmarks.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kMinute = 60'000;
constexpr int kButtonsInARow = 3;

QLabel *label(const QString &name)
{
    auto *made = new QLabel;
    made->setObjectName(name);
    made->setTextFormat(Qt::PlainText);
    made->setIndent(0);
    return made;
}

void setLook(QWidget *widget, const char *property, const QString &value)
{
    if (widget->property(property).toString() != value) {
        widget->setProperty(property, value);
        widget->style()->unpolish(widget); // a style sheet looks at a property only when told to
        widget->style()->polish(widget);
    }
}

} // namespace

CasePanel::CasePanel(DistrictPort &district, LiveCases &live, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mLive(live)
    , mTheme(&theme(ThemeName::Day))
    , mUser(district.user().name)
    , mStack(new QStackedLayout(this))
    , mEmpty(label(u"panelEmpty"_s))
    , mHead(new QWidget)
    , mLevelMark(label(u"caseLevelMark"_s))
    , mLevel(label(u"caseLevel"_s))
    , mNumber(label(u"caseNumber"_s))
    , mClass(label(u"caseClass"_s))
    , mState(label(u"caseState"_s))
    , mClock(label(u"caseClock"_s))
    , mPage(new QToolButton)
    , mMap(new QToolButton)
    , mClose(new QToolButton)
    , mNotice(label(u"caseNotice"_s))
    , mActionBox(new QWidget)
    , mActions(new QGridLayout)
    , mWho(label(u"panelNote"_s))
    , mMore(new QToolButton)
    , mWhyNot(new QToolButton)
    , mRefused(label(u"refusedActions"_s))
    , mForm(new CaseActionForm(district))
    , mConflict(new ConflictView(district))
    , mCaller(new CallerLine(district))
    , mDetails(new CaseDetails(district))
    , mScroll(new QScrollArea)
    , mFill(new QWidget)
    , mTyping(new TypingGuard(this))
{
    setObjectName(u"casePanel"_s);
    setAttribute(Qt::WA_StyledBackground);
    setMinimumWidth(320);
    mEmpty->setAlignment(Qt::AlignCenter);
    mEmpty->setWordWrap(true);
    mStack->addWidget(mEmpty);
    mStack->addWidget(makeBody());

    connect(&live, &LiveCases::changed, this, &CasePanel::takeChanges);
    connect(&live, &LiveCases::wasReset, this, &CasePanel::load);
    connect(&district, &DistrictPort::userChanged, this, &CasePanel::takeUser);
    connect(&district, &DistrictPort::districtChanged, this, &CasePanel::load);
    connect(mForm, &CaseActionForm::submitted, this, &CasePanel::run);
    connect(mForm, &CaseActionForm::left, this, &CasePanel::leaveKept);
    connect(mForm, &CaseActionForm::discarded, this, &CasePanel::discard);
    connect(mForm, &CaseActionForm::edited, this, &CasePanel::keepDraft);
    connect(mConflict, &ConflictView::proceedWanted, this, &CasePanel::proceed);
    connect(mConflict, &ConflictView::givenUp, this, &CasePanel::giveUp);
    connect(mConflict, &ConflictView::discarded, this, &CasePanel::discard);
    connect(mConflict, &ConflictView::typed, this, &CasePanel::typeOn);
    connect(mMap, &QToolButton::clicked, this, [this] {
        if (mShown) {
            emit mapRequested(*mShown);
        }
    });
    connect(mPage, &QToolButton::clicked, this, [this] {
        if (mShown) {
            emit pageRequested(*mShown);
        }
    });
    connect(mClose, &QToolButton::clicked, this, &CasePanel::closeRequested);
    connect(mWhyNot, &QToolButton::toggled, mRefused, &QWidget::setVisible);
    mMinute.setInterval(kMinute);
    connect(&mMinute, &QTimer::timeout, this, &CasePanel::showClock);
    mMinute.start();
    retranslate();
}

void CasePanel::makeHead()
{
    mHead->setObjectName(u"caseHead"_s);
    mNumber->setTextInteractionFlags(Qt::TextSelectableByMouse);
    mClass->setWordWrap(true);
    mClock->setWordWrap(true);
    for (QToolButton *button : {mPage, mMap, mClose}) {
        button->setAutoRaise(true);
        button->setIconSize({20, 20});
    }
    mPage->setObjectName(u"caseShowPage"_s);
    mMap->setObjectName(u"caseShowOnMap"_s);
    mClose->setObjectName(u"caseClose"_s);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(mLevelMark);
    first->addWidget(mLevel);
    first->addWidget(mNumber, 1);
    first->addWidget(mPage);
    first->addWidget(mMap);
    first->addWidget(mClose);
    auto *third = new QHBoxLayout;
    third->setSpacing(12);
    third->addWidget(mState);
    third->addWidget(mClock, 1);
    auto *layout = new QVBoxLayout(mHead);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(4);
    layout->addLayout(first);
    layout->addWidget(mClass);
    layout->addLayout(third);
}

QWidget *CasePanel::makeBody()
{
    auto *body = new QWidget;
    makeHead();
    mNotice->setWordWrap(true);
    mNotice->hide();
    mWho->setWordWrap(true);
    mMore->setObjectName(u"moreActions"_s);
    mMore->setProperty("chip", true);
    mMore->setPopupMode(QToolButton::InstantPopup);
    mMore->setMenu(new QMenu(mMore));
    mWhyNot->setObjectName(u"whyNot"_s);
    mWhyNot->setCheckable(true);
    mWhyNot->setAutoRaise(true);
    mRefused->setWordWrap(true);
    mRefused->hide();
    mActions->setSpacing(8);
    auto *others = new QHBoxLayout;
    others->setSpacing(8);
    others->addWidget(mMore);
    others->addWidget(mWhyNot);
    others->addStretch(1);
    auto *actions = new QVBoxLayout(mActionBox);
    actions->setContentsMargins(16, 4, 16, 8);
    actions->setSpacing(6);
    actions->addLayout(mActions);
    actions->addWidget(mWho);
    actions->addLayout(others);
    actions->addWidget(mRefused);

    mScroll->setObjectName(u"caseScroll"_s);
    mScroll->setWidgetResizable(true);
    mScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    mScroll->setFrameShape(QFrame::NoFrame);
    mScroll->setWidget(mDetails);
    mScroll->setMinimumHeight(80);
    // What is above is seen whole before the details get more than that.
    mScroll->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    mFill->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    mFill->hide();

    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(mHead);
    layout->addWidget(mNotice);
    layout->addWidget(mConflict);
    layout->addWidget(mActionBox);
    layout->addWidget(mForm);
    layout->addWidget(mCaller);
    layout->addWidget(mScroll, 1);
    layout->addWidget(mFill);
    return body;
}

void CasePanel::setPersonal(PersonalPort &personal)
{
    mCaller->setPersonal(personal);
}

void CasePanel::showCase(const CaseId &id)
{
    if (mShown == id) {
        return;
    }
    mShown = id;
    mFile.reset();
    mWanted.reset();
    mFocusWanted = false;
    mRunning = false;
    mRestore = true;
    closeForm();
    setNotice(Notice::None, {});
    mDetails->clear();
    mScroll->ensureVisible(0, 0);
    mWhyNot->setChecked(false);
    mCaller->showCase(id);
    retranslate();
    load();
}

void CasePanel::clear()
{
    ++mQuestion;
    mCaller->showCase(std::nullopt);
    mShown.reset();
    mFile.reset();
    mRunning = false;
    closeForm();
    retranslate();
    emit fileChanged();
}

void CasePanel::forgetOutcome()
{
    if (mNotice->property("level").toString() == "success"_L1) {
        setNotice(Notice::None, {});
    }
}

void CasePanel::setTheme(const Theme &theme)
{
    mTheme = &theme;
    mPage->setIcon(themedIcon(u"case"_s, theme));
    mMap->setIcon(themedIcon(u"map"_s, theme));
    mClose->setIcon(themedIcon(u"close"_s, theme));
    mForm->setTheme(theme);
    mDetails->setTheme(theme);
    showHead();
}

void CasePanel::setOnPage()
{
    mPage->hide();
    mDetails->setBrief(true);
}

void CasePanel::setCloseVisible(bool visible)
{
    mClose->setVisible(visible);
}

bool CasePanel::isBusy() const
{
    return mRunning || (!mRestored && (!mConflict->isHidden() || !mForm->isHidden()));
}

const Case *CasePanel::subject() const
{
    if (mFile) {
        return &mFile->subject;
    }
    return mShown ? mLive.find(*mShown) : nullptr; // what is known until the file is read
}

void CasePanel::load()
{
    if (!mShown) {
        return;
    }
    const int question = ++mQuestion;
    whenAnswered(mDistrict.caseFile(*mShown),
                 mDistrict,
                 this,
                 [this, question](const Result<CaseFile> &file) {
                     if (question == mQuestion) {
                         take(file);
                     }
                 });
}

void CasePanel::take(const Result<CaseFile> &file)
{
    if (!file) {
        mFile.reset();
        closeForm();
        mDetails->clear();
        retranslate();
        setNotice(Notice::Error, file.error().message);
        return;
    }
    mFile = file.value();
    refuseWithoutUnit();
    mDetails->setFile(*mFile);
    followForm();
    restoreDraft();
    showHead();
    showActions();
    if (mWanted) {
        startAction(*std::exchange(mWanted, std::nullopt));
    } else if (std::exchange(mFocusWanted, false)) {
        focusActions();
    }
    emit fileChanged();
}

/** The rules let everybody be urged; where no unit has the case nobody would read it. */
void CasePanel::refuseWithoutUnit()
{
    for (ActionOffer &offer : mFile->offers) {
        if (offer.action == CaseAction::Urge && offer.allowed && mFile->subject.unit.isEmpty()) {
            offer.allowed = false;
            offer.reason = tr("no unit has the case yet, so there is nobody to urge");
        }
    }
}

void CasePanel::takeChanges(const QList<Case> &cases)
{
    if (mShown &&
        std::ranges::any_of(cases, [this](const Case &one) { return one.id == *mShown; })) {
        load();
        mCaller->refresh(); // masked again: it is another case now
    }
}

const ActionOffer *CasePanel::offerOf(CaseAction action) const
{
    if (!mFile) {
        return nullptr;
    }
    const auto offer = std::ranges::find(mFile->offers, action, &ActionOffer::action);
    return offer == mFile->offers.end() ? nullptr : &*offer;
}

std::optional<QString> CasePanel::refusalOf(CaseAction action) const
{
    if (!mShown || !mFile) {
        return std::nullopt;
    }
    const ActionOffer *offer = offerOf(action);
    return offer == nullptr ? tr("not possible") : offer->allowed ? QString() : reasonText(*offer);
}

void CasePanel::focusActions()
{
    if (mShown && !mFile) {
        mFocusWanted = true;
    } else if (isInConflict()) {
        mRestored = false;
        mConflict->setFocus(Qt::ShortcutFocusReason);
    } else if (!mForm->isHidden()) {
        mForm->focusFirst();
    } else if (!mButtons.isEmpty()) {
        mButtons.first()->setFocus(Qt::ShortcutFocusReason);
    } else if (!mMore->isHidden()) {
        mMore->setFocus(Qt::ShortcutFocusReason); // all that can be done is in there
    } else {
        mWhyNot->setFocus(Qt::ShortcutFocusReason);
    }
}

void CasePanel::setNotice(Notice level, const QString &text)
{
    static constexpr std::array kNames{"", "info", "success", "warning", "error"};
    setLook(mNotice, "level", QLatin1String(kNames.at(static_cast<std::size_t>(level))));
    mNotice->setText(text);
    mNotice->setVisible(level != Notice::None);
}

void CasePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        mDetails->retranslate();
        mForm->retranslate();
        retranslate();
    }
    QWidget::changeEvent(event);
}

void CasePanel::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isInConflict() && (enter || event->key() == Qt::Key_Escape)) {
        mConflict->takeKey(*event); // wherever in the panel the keyboard was
    } else if (event->key() == Qt::Key_Escape) {
        emit closeRequested();
    } else if (enter && mMore->hasFocus()) {
        mMore->showMenu(); // Enter brings one here: it must also go on from here
    } else {
        QWidget::keyPressEvent(event);
    }
}

void CasePanel::retranslate()
{
    setAccessibleName(tr("Case"));
    mEmpty->setText(tr("Choose a case to see what it is about and what can be done."));
    mPage->setToolTip(tr("Open the page of the case (Ctrl+I)"));
    mPage->setAccessibleName(tr("Open the page of the case"));
    mMap->setToolTip(tr("Show on the map"));
    mMap->setAccessibleName(tr("Show on the map"));
    mClose->setToolTip(tr("Close"));
    mClose->setAccessibleName(tr("Close"));
    mMore->setText(tr("More steps"));
    mWhyNot->setText(tr("Why not more?"));
    mWhyNot->setToolTip(tr("Shows the steps that are not possible now, and why"));
    mStack->setCurrentIndex(mShown ? 1 : 0);
    showHead();
    showActions();
}

void CasePanel::showHead()
{
    const Case *shown = subject();
    mMap->setEnabled(shown != nullptr && shown->place.has_value());
    mLevelMark->setVisible(shown != nullptr);
    mState->setVisible(shown != nullptr);
    if (shown == nullptr) {
        for (QLabel *part : {mLevel, mNumber, mClass, mClock}) {
            part->clear();
        }
        return;
    }
    const QColor ink = levelColor(shown->level, *mTheme);
    mLevelMark->setPixmap(levelIcon(shown->level, *mTheme).pixmap(20, 20));
    mLevel->setText(case_words::word(shown->level));
    mLevel->setStyleSheet(u"color: %1; font-weight: 600"_s.arg(ink.name()));
    mNumber->setText(shown->number);
    mClass->setText(mDistrict.names().className(shown->classKey, isEnglish()));
    mState->setText(case_words::word(shown->state));
    setAccessibleDescription(u"%1 %2 %3"_s.arg(mLevel->text(), mNumber->text(), mClass->text()));
    showClock();
}

void CasePanel::showClock()
{
    const Case *shown = subject();
    if (shown != nullptr) {
        const Instant now = mDistrict.clock().now();
        const QString limit = case_words::clockText(*shown, now);
        const QString check = case_words::checkText(*shown, now);
        mClock->setText(check.isEmpty() ? limit : check + u" · "_s + limit);
        const bool isLate = check.isEmpty() ? isOverdue(*shown, now) : now > *shown->stageDueAt;
        setLook(mClock, "late", isLate ? u"yes"_s : u"no"_s);
    }
}

void CasePanel::showActions()
{
    int widest = 0;
    const bool hadFocus =
        std::ranges::any_of(mButtons, [](const QPushButton *button) { return button->hasFocus(); });
    for (QPushButton *button : std::as_const(mButtons)) {
        mActions->removeWidget(button);
        button->deleteLater(); // it may be the one that was just clicked
        button->hide();
    }
    mButtons.clear();
    QList<Transition> steps = mFile ? transitionsFrom(mFile->subject.state) : QList<Transition>();
    const std::optional<CaseAction> usual =
        mFile ? usualStep(mFile->subject.state, mFile->process, mFile->offers) : std::nullopt;
    std::ranges::stable_partition(steps,
                                  [usual](const Transition &step) { return step.action == usual; });
    mMore->menu()->clear();
    for (const Transition &step : steps) {
        const ActionOffer *offer = offerOf(step.action);
        if (offer == nullptr || !offer->allowed) {
            continue;
        }
        if (isAside(*offer, mFile->process)) {
            QAction *entry = mMore->menu()->addAction(case_words::word(step.action));
            entry->setObjectName(u"act-"_s + toId(step.action));
            connect(entry, &QAction::triggered, this, [this, action = step.action] {
                startAction(action);
            });
            continue;
        }
        auto *button = new QPushButton(actionButtonText(step.action, mFile->subject.state));
        button->setObjectName(u"act-"_s + toId(step.action));
        button->setProperty("primary", step.action == usual);
        button->setAutoDefault(true); // Enter brings one here: it must also go on from here
        connect(button, &QPushButton::clicked, this, [this, action = step.action] {
            startAction(action);
        });
        button->ensurePolished();
        widest = std::max(widest, button->sizeHint().width());
        mButtons.append(button);
    }
    // No word is cut: two in a row where three do not fit.
    const int inARow = kButtonsInARow * (widest + 8) > width() - 24 ? 2 : kButtonsInARow;
    for (int i = 0; i < static_cast<int>(mButtons.size()); ++i) {
        mActions->addWidget(mButtons.at(i), i / inARow, i % inARow);
    }
    mMore->setVisible(!mMore->menu()->isEmpty());
    if (hadFocus) {
        focusActions();
    }
    mWho->setText(mFile ? whoText(!mButtons.isEmpty()) : QString());
    showRefused();
    emit offersChanged();
}

QString CasePanel::reasonText(const ActionOffer &offer) const
{
    if (!transition(mFile->subject.state, offer.action)) {
        return tr("not while the case is “%1”").arg(case_words::word(mFile->subject.state));
    }
    const User &user = mDistrict.user();
    return mDistrict.may(Thing::Case, toId(offer.action))
               ? offer.reason
               : tr("not as %1 (%2)").arg(user.name, case_words::roleWord(user.role));
}

void CasePanel::showRefused()
{
    QStringList lines;     // what this user may not do
    QStringList elsewhere; // what nobody can do now
    if (mFile) {
        for (const ActionOffer &offer : std::as_const(mFile->offers)) {
            const QString word = case_words::word(offer.action);
            if (offer.allowed) {
                continue;
            }
            if (transition(mFile->subject.state, offer.action)) {
                lines.append(tr("%1: %2").arg(word, reasonText(offer)));
            } else {
                elsewhere.append(word);
            }
        }
    }
    if (!elsewhere.isEmpty()) {
        lines.append(tr("Not while the case is “%1”: %2")
                         .arg(case_words::word(mFile->subject.state), listed(elsewhere)));
    }
    mRefused->setText(lines.join(u'\n'));
    mWhyNot->setVisible(!lines.isEmpty());
    mRefused->setVisible(mWhyNot->isChecked() && !lines.isEmpty());
}

} // namespace gridward
