// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/signincover.h"

#include "models/service/districtport.h"
#include "ui/signin/changepasswordpage.h"
#include "ui/signin/firststartpage.h"
#include "ui/signin/signinpage.h"
#include "ui/signin/userchoicepage.h"

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kCardWidth = 480;

} // namespace

SignInCover::SignInCover(DistrictPort &district, SignInPort &port, QWidget *window)
    : QWidget(window)
    , mDistrict(district)
    , mPort(port)
    , mBrand(new QLabel)
    , mPlace(new QLabel)
    , mSimulated(new QLabel)
    , mCard(new QFrame)
    , mScroll(new QScrollArea)
    , mSignIn(new SignInPage(port, SignInPage::Use::SignIn))
    , mUnlock(new SignInPage(port, SignInPage::Use::Unlock))
    , mChoice(new UserChoicePage(district))
    , mFirst(new FirstStartPage(port))
    , mChange(new ChangePasswordPage(port))
{
    setObjectName(u"signInCover"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::StrongFocus);
    build();
    connect(
        mSignIn, &SignInPage::changeRequired, this, [this](const QString &name, const Secret &old) {
            showPage(CoverPage::ChangePassword);
            mChange->startForced(name, old);
        });
    connect(mUnlock, &SignInPage::unlocked, this, &SignInCover::unlocked);
    connect(mUnlock, &SignInPage::otherUserRequested, this, &SignInCover::otherUserRequested);
    connect(mUnlock, &SignInPage::changeRequired, this, &SignInCover::otherUserRequested);
    connect(mChoice, &UserChoicePage::chosen, this, &SignInCover::userChosen);
    connect(mFirst, &FirstStartPage::ownerChosen, this, &SignInCover::ownerChosen);
    connect(mFirst, &FirstStartPage::done, this, &SignInCover::done);
    connect(mChange, &ChangePasswordPage::done, this, &SignInCover::done);
    connect(mChange, &ChangePasswordPage::cancelled, this, &SignInCover::cancelled);
    mFocus = QApplication::focusWidget();
    window->installEventFilter(this);
    setGeometry(window->rect());
    disableOthers();
    retranslate();
}

SignInCover::~SignInCover()
{
    lift();
}

void SignInCover::lift()
{
    if (parentWidget() != nullptr) {
        parentWidget()->removeEventFilter(this);
    }
    hide();
    for (const QPointer<QWidget> &one : std::as_const(mDisabled)) {
        if (one) {
            one->setEnabled(true);
        }
    }
    mDisabled.clear();
    if (mFocus && mFocus->isVisible()) {
        mFocus->setFocus();
    }
    mFocus.clear();
}

void SignInCover::build()
{
    mBrand->setObjectName(u"coverBrand"_s);
    mBrand->setAlignment(Qt::AlignCenter);
    mPlace->setObjectName(u"coverPlace"_s);
    mPlace->setAlignment(Qt::AlignCenter);
    mSimulated->setObjectName(u"coverSimulated"_s);
    mCard->setObjectName(u"coverCard"_s);
    mCard->setFixedWidth(kCardWidth);
    // All of them, one shown: the card is as high as that one.
    auto *card = new QVBoxLayout(mCard);
    card->setContentsMargins(32, 24, 32, 32);
    for (QWidget *page :
         std::initializer_list<QWidget *>{mSignIn, mUnlock, mChoice, mFirst, mChange}) {
        card->addWidget(page);
        page->hide();
    }
    auto *content = new QWidget;
    content->setObjectName(u"coverContent"_s);
    auto *badge = new QHBoxLayout;
    badge->addStretch(1);
    badge->addWidget(mSimulated);
    badge->addStretch(1);
    auto *row = new QHBoxLayout; // stretches, no alignment: wrapped texts get their height
    row->addStretch(1);
    row->addWidget(mCard);
    row->addStretch(1);
    auto *middle = new QVBoxLayout(content);
    middle->setContentsMargins(16, 24, 16, 24);
    middle->setSpacing(8);
    middle->addStretch(2);
    middle->addWidget(mBrand);
    middle->addWidget(mPlace);
    middle->addLayout(badge);
    middle->addSpacing(16);
    middle->addLayout(row);
    middle->addStretch(3);
    // A small window shows all of it, by scrolling.
    mScroll->setObjectName(u"coverScroll"_s);
    mScroll->setWidget(content);
    mScroll->setWidgetResizable(true);
    mScroll->setFrameShape(QFrame::NoFrame);
    mScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    mScroll->setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(mScroll);
}

void SignInCover::disableOthers()
{
    const QList<QWidget *> others =
        parentWidget()->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget *one : others) {
        if (qobject_cast<SignInCover *>(one) == nullptr && !one->isWindow() &&
            one->isEnabledTo(parentWidget())) {
            one->setEnabled(false);
            mDisabled.append(one);
        }
    }
}

void SignInCover::setTheme(const Theme &theme)
{
    mSignIn->setTheme(theme);
    mUnlock->setTheme(theme);
    mChoice->setTheme(theme);
    mFirst->setTheme(theme);
    mChange->setTheme(theme);
}

void SignInCover::showPage(CoverPage page)
{
    const bool isNew = mPage != page;
    mPage = page;
    QWidget *shown = nullptr;
    switch (page) {
    case CoverPage::None:
        return;
    case CoverPage::SignIn:
        shown = mSignIn;
        break;
    case CoverPage::Choice:
        shown = mChoice;
        break;
    case CoverPage::FirstStart:
        shown = mFirst;
        break;
    case CoverPage::Lock:
        mUnlock->setLockedUser(mDistrict.user().name, mPort.way() == SignInWay::Password);
        shown = mUnlock;
        break;
    case CoverPage::ChangePassword:
        shown = mChange;
        break;
    }
    for (QWidget *one :
         std::initializer_list<QWidget *>{mSignIn, mUnlock, mChoice, mFirst, mChange}) {
        one->setVisible(one == shown);
    }
    raise();
    show();
    retranslate();
    if (!isNew) {
        return;
    }
    switch (page) {
    case CoverPage::SignIn:
        mSignIn->start();
        break;
    case CoverPage::Choice:
        mChoice->start();
        break;
    case CoverPage::FirstStart:
        mFirst->start();
        break;
    case CoverPage::Lock:
        mUnlock->start();
        break;
    case CoverPage::ChangePassword:
        mChange->start(mDistrict.user().name);
        break;
    case CoverPage::None:
        break;
    }
}

void SignInCover::setNotice(const QString &text)
{
    mSignIn->setNotice(text);
    mUnlock->setNotice(text);
}

bool SignInCover::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        setGeometry(parentWidget()->rect());
    }
    if (watched == parentWidget() && event->type() == QEvent::ChildPolished) {
        // Whatever comes into the window meanwhile comes behind the cover.
        disableOthers();
        raise();
    }
    return QWidget::eventFilter(watched, event);
}

void SignInCover::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void SignInCover::keyPressEvent(QKeyEvent *event)
{
    // Nothing that is not meant for the page goes on to the window.
    if (event->key() == Qt::Key_Escape && mPage == CoverPage::ChangePassword &&
        !mDistrict.user().name.isEmpty()) {
        emit cancelled();
    }
    event->accept();
}

void SignInCover::retranslate()
{
    mBrand->setText(tr("Gridward"));
    const bool isLocked = mPage == CoverPage::Lock;
    mPlace->setText(mDistrict.info().name);
    // The page of the first start names it itself.
    mPlace->setVisible(!isLocked && mPage != CoverPage::FirstStart &&
                       !mDistrict.info().name.isEmpty());
    mSimulated->setText(tr("Simulated data"));
    mSimulated->setVisible(!isLocked && mDistrict.info().isSimulated());
    mFirst->setDistrict(mDistrict.info().name);
}

} // namespace gridward
