// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/playbar.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** So long a step is to be seen: long enough to look at, short enough to see what moves. */
constexpr std::chrono::milliseconds kStepShown{700};
constexpr int kAll = -1; ///< the period as a whole
/** More steps than that nobody watches: days of longer periods are not offered. */
constexpr qsizetype kMostSteps = 400;

} // namespace

PlayBar::PlayBar(QWidget *parent)
    : QWidget(parent)
    , mStep(new QComboBox)
    , mPlay(new QToolButton)
    , mSlider(new QSlider(Qt::Horizontal))
    , mText(new QLabel)
{
    setObjectName(u"playBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    mStep->setObjectName(u"playStep"_s);
    mPlay->setObjectName(u"playButton"_s);
    mSlider->setObjectName(u"playSlider"_s);
    mText->setObjectName(u"playText"_s);
    mStep->addItem(QString(), kAll);
    for (const TimeStep step : {TimeStep::Day, TimeStep::Week, TimeStep::Month}) {
        mStep->addItem(QString(), static_cast<int>(step));
    }
    mPlay->setAutoRaise(true);
    mPlay->setFocusPolicy(Qt::TabFocus);
    mPlay->setIconSize({20, 20});
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->setSpacing(8);
    layout->addWidget(mStep);
    layout->addWidget(mPlay);
    layout->addWidget(mSlider, 1);
    layout->addWidget(mText);
    mNext.setSingleShot(true);
    mNext.setInterval(kStepShown);
    connect(&mNext, &QTimer::timeout, this, &PlayBar::goOn);
    connect(mStep, &QComboBox::currentIndexChanged, this, [this] {
        setPlaying(false);
        setSteps();
        emit changed();
    });
    connect(mSlider, &QSlider::valueChanged, this, [this] {
        retranslate();
        emit changed();
    });
    connect(mPlay, &QToolButton::clicked, this, [this] { setPlaying(!mPlaying); });
    auto *space = new QShortcut(Qt::Key_Space, this);
    space->setContext(Qt::WidgetWithChildrenShortcut);
    connect(space, &QShortcut::activated, mPlay, &QToolButton::click);
    setSteps();
}

void PlayBar::setTheme(const Theme &theme)
{
    mTheme = &theme;
    setPlaying(mPlaying);
}

void PlayBar::setPeriod(Instant from, Instant to, const QTimeZone &zone)
{
    mFrom = from;
    mTo = to;
    mZone = zone;
    setPlaying(false);
    setSteps();
}

void PlayBar::setSteps()
{
    const int chosen = mStep->currentData().toInt();
    mBounds = chosen == kAll ? QList<Instant>()
                             : stepsOf(mFrom, mTo, static_cast<TimeStep>(chosen), mZone);
    if (mBounds.size() < 2 || mBounds.size() > kMostSteps) {
        mBounds.clear();
    }
    const QSignalBlocker quiet(mSlider);
    mSlider->setRange(0, static_cast<int>(std::max<qsizetype>(0, mBounds.size() - 2)));
    mSlider->setEnabled(!mBounds.isEmpty());
    mPlay->setEnabled(!mBounds.isEmpty());
    retranslate();
}

void PlayBar::take(std::optional<TimeStep> step, int shown)
{
    const QSignalBlocker quiet(this);
    mStep->setCurrentIndex(mStep->findData(step ? static_cast<int>(*step) : kAll));
    mSlider->setValue(shown);
}

std::optional<TimeStep> PlayBar::step() const
{
    const int chosen = mStep->currentData().toInt();
    return mBounds.isEmpty() || chosen == kAll ? std::nullopt
                                               : std::optional(static_cast<TimeStep>(chosen));
}

HeatPlay PlayBar::play() const
{
    return {mBounds, mSlider->value()};
}

int PlayBar::stepCount() const
{
    return static_cast<int>(std::max<qsizetype>(0, mBounds.size() - 1));
}

int PlayBar::shownStep() const
{
    return mSlider->value();
}

void PlayBar::showStep(int step)
{
    mSlider->setValue(step);
}

QString PlayBar::dayOf(Instant moment) const
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), mZone)
        .toString(u"yyyy-MM-dd"_s);
}

QString PlayBar::firstDay(int step) const
{
    return dayOf(mBounds.at(step));
}

std::optional<std::pair<Instant, Instant>> PlayBar::shownSpan() const
{
    const int step = shownStep();
    return step < stepCount() ? std::optional(std::pair(mBounds.at(step), mBounds.at(step + 1)))
                              : std::nullopt;
}

QString PlayBar::stepText() const
{
    const auto span = shownSpan();
    if (!span) {
        return {};
    }
    const QString first = dayOf(span->first);
    const QString last = dayOf(span->second - std::chrono::milliseconds(1));
    return first == last ? first : tr("%1 – %2").arg(first, last);
}

void PlayBar::takeShown()
{
    if (mPlaying && !mNext.isActive()) {
        mNext.start();
    }
}

void PlayBar::goOn()
{
    if (!mPlaying) {
        return;
    }
    const bool isLast = mSlider->value() == mSlider->maximum();
    if (isLast) {
        setPlaying(false);
    } else {
        mSlider->setValue(mSlider->value() + 1); // takeShown() follows
    }
}

void PlayBar::setPlaying(bool playing)
{
    mPlaying = playing && !mBounds.isEmpty();
    mNext.stop();
    if (mPlaying) {
        if (mSlider->value() == mSlider->maximum()) {
            mSlider->setValue(0); // from the beginning; takeShown() follows
        } else {
            mNext.start();
        }
    }
    if (mTheme != nullptr) {
        mPlay->setIcon(themedIcon(mPlaying ? u"pause"_s : u"play"_s, *mTheme));
    }
    retranslate();
}

void PlayBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void PlayBar::retranslate()
{
    const QStringList steps{
        tr("The whole period"), tr("Day by day"), tr("Week by week"), tr("Month by month")};
    for (int i = 0; i < mStep->count(); ++i) {
        mStep->setItemText(i, steps.value(i));
    }
    mStep->setAccessibleName(tr("Steps of the period"));
    mPlay->setToolTip(mPlaying ? tr("Pause (Space)") : tr("Play the steps (Space)"));
    mPlay->setAccessibleName(mPlaying ? tr("Pause") : tr("Play the steps"));
    mSlider->setAccessibleName(tr("Step that is shown"));
    mSlider->setAccessibleDescription(stepText());
    const bool isTooLong = mStep->currentIndex() > 0 && mBounds.isEmpty();
    mText->setText(isTooLong ? tr("Too many steps: choose longer ones.") : stepText());
}

} // namespace gridward
