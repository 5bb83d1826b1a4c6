// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/cardpanel.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kPace = 1000;        ///< milliseconds between two readings
constexpr int kWordsPace = 30'000; ///< milliseconds between two looks at the clock

} // namespace

CardPanel::CardPanel(DistrictPort &district, LiveCases &cases, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mCases(cases)
    , mTitle(new QLabel)
    , mSubtitle(new QLabel)
    , mSaid(new QLabel)
    , mAgain(new QPushButton)
    , mBodyWidget(new QWidget)
    , mBody(new QVBoxLayout(mBodyWidget))
{
    makeLayout();
    mPause.setSingleShot(true);
    mPause.setInterval(kPace);
    connect(&mPause, &QTimer::timeout, this, [this] {
        if (mDue) {
            askSoon();
        }
    });
    mMinute.setInterval(kWordsPace);
    mMinute.start();
    connect(&mMinute, &QTimer::timeout, this, [this] {
        if (isVisible() && mState == State::Shown) {
            growsOld() ? askSoon() : render();
        }
    });
    connect(mAgain, &QPushButton::clicked, this, [this] {
        showState(State::Loading);
        ask();
    });
    connect(&cases, &LiveCases::changed, this, &CardPanel::takeChanged);
    connect(&cases, &LiveCases::wasReset, this, &CardPanel::askSoon);
    connect(&district, &DistrictPort::districtChanged, this, &CardPanel::askSoon);
    retranslate();
}

void CardPanel::makeLayout()
{
    mTitle->setObjectName(u"cardTitle"_s);
    mSubtitle->setObjectName(u"cardSubtitle"_s);
    mSaid->setObjectName(u"cardSaid"_s);
    mAgain->setObjectName(u"cardAgain"_s);
    for (QLabel *label : {mTitle, mSubtitle, mSaid}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    mSubtitle->setProperty("muted", true);
    mSaid->setProperty("muted", true);
    mBody->setContentsMargins(0, 0, 0, 0);
    mBody->setSpacing(8);

    auto *content = new QWidget;
    content->setObjectName(u"cardContent"_s);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 8, 16, 16);
    column->setSpacing(8);
    column->addWidget(mTitle);
    column->addWidget(mSubtitle);
    column->addWidget(mSaid);
    column->addWidget(mAgain, 0, Qt::AlignLeft);
    column->addWidget(mBodyWidget);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"cardScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

void CardPanel::setTheme(const Theme & /*theme*/) {}

void CardPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (mState == State::Shown) {
            render();
        }
    }
    QWidget::changeEvent(event);
}

void CardPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (mDue) {
        askSoon();
    }
}

void CardPanel::start(const QString &title)
{
    mStarted = true;
    setTitle(title, {});
    showState(State::Loading);
    ask();
}

void CardPanel::ask()
{
    mDue = false;
    mPause.start();
    read(++mQuestion);
}

void CardPanel::askSoon()
{
    if (!mStarted) {
        return;
    }
    if (mPause.isActive() || !isVisible()) {
        mDue = true;
        return;
    }
    ask();
}

void CardPanel::takeChanged(const QList<Case> &changed)
{
    const QString grid = followedGrid();
    if (!grid.isEmpty() && std::ranges::find(changed, grid, &Case::grid) != changed.end()) {
        askSoon();
    }
}

void CardPanel::shown(int question)
{
    if (isCurrent(question)) {
        showState(State::Shown);
        render();
    }
}

void CardPanel::failed(int question, const Error &error)
{
    if (isCurrent(question)) {
        mError = error;
        showState(State::Failed);
    }
}

void CardPanel::showState(State state)
{
    mState = state;
    mSaid->setVisible(state != State::Shown);
    mSubtitle->setVisible(state == State::Shown);
    mBodyWidget->setVisible(state == State::Shown);
    mAgain->setVisible(state == State::Failed);
    mSaid->setText(state == State::Failed ? mError.message : tr("Reading …"));
}

void CardPanel::setTitle(const QString &title, const QString &subtitle)
{
    mTitle->setText(title);
    mSubtitle->setText(subtitle);
    setAccessibleName(title);
}

QLabel *CardPanel::addHeading()
{
    auto *heading = new QLabel;
    heading->setProperty("cardHeading", true);
    heading->setWordWrap(true);
    mBody->addSpacing(8);
    mBody->addWidget(heading);
    return heading;
}

QDate CardPanel::today() const
{
    const QTimeZone zone(mDistrict.info().timeZone.toLatin1());
    return QDateTime::fromMSecsSinceEpoch(mDistrict.clock().now().time_since_epoch().count(),
                                          zone.isValid() ? zone : QTimeZone::utc())
        .date();
}

QString CardPanel::numberText(double value, int decimals)
{
    return QLocale(QLocale::English).toString(value, 'f', decimals);
}

void CardPanel::retranslate()
{
    mAgain->setText(tr("Try again"));
    showState(mState);
}

} // namespace gridward
