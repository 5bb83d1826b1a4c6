// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notify/alarmstrip.h"

#include "models/view/casewords.h"
#include "ui/theme/icons.h"
#include "ui/theme/levelmarks.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kHeight = 32;
constexpr std::array kVolumes{25, 50, 70, 100};

} // namespace

AlarmStrip::AlarmStrip(QWidget *parent)
    : QFrame(parent)
    , mTheme(&theme(ThemeName::Day))
    , mBell(new QToolButton)
    , mMenu(new QMenu(this))
    , mVolumes(new QActionGroup(this))
    , mLevels(new QActionGroup(this))
    , mMark(new QLabel)
    , mText(new QLabel)
    , mCount(new QLabel)
    , mOpen(new QPushButton)
    , mAcknowledge(new QPushButton)
    , mAcknowledgeAll(new QPushButton)
{
    setObjectName(u"alarmStrip"_s);
    setFixedHeight(kHeight);
    mBell->setObjectName(u"alarmBell"_s);
    mBell->setAutoRaise(true);
    mBell->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    mBell->setPopupMode(QToolButton::InstantPopup);
    mBell->setMenu(mMenu);
    mBell->setFocusPolicy(Qt::TabFocus);
    mText->setObjectName(u"alarmText"_s);
    mText->setTextFormat(Qt::PlainText);
    mText->setMinimumWidth(0);
    mText->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    mCount->setObjectName(u"alarmCount"_s);
    mOpen->setObjectName(u"alarmOpen"_s);
    mAcknowledge->setObjectName(u"alarmAcknowledge"_s);
    mAcknowledgeAll->setObjectName(u"alarmAcknowledgeAll"_s);
    for (QPushButton *button : {mOpen, mAcknowledge, mAcknowledgeAll}) {
        button->setFocusPolicy(Qt::TabFocus);
        button->setProperty("slim", true);
    }
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 0, 8, 0);
    layout->setSpacing(8);
    layout->addWidget(mMark);
    layout->addWidget(mCount, 0, Qt::AlignVCenter); // a box of its own height
    layout->addWidget(mText, 1);
    layout->addWidget(mOpen);
    layout->addWidget(mAcknowledge);
    layout->addWidget(mAcknowledgeAll);
    layout->addWidget(mBell);
    makeMenu();
    connect(mOpen, &QPushButton::clicked, this, &AlarmStrip::openRequested);
    connect(mAcknowledge, &QPushButton::clicked, this, &AlarmStrip::acknowledged);
    connect(mAcknowledgeAll, &QPushButton::clicked, this, &AlarmStrip::allAcknowledged);
    retranslate();
}

void AlarmStrip::makeMenu()
{
    mSoundOn = mMenu->addAction(QString());
    mSoundOn->setObjectName(u"alarmSoundOn"_s);
    mSoundOn->setCheckable(true);
    connect(mSoundOn, &QAction::triggered, this, [this](bool on) {
        AlarmSettings settings = mSettings;
        settings.sound = on;
        choose(settings);
    });
    mOnWall = mMenu->addAction(QString());
    mOnWall->setObjectName(u"alarmOnWall"_s);
    mOnWall->setCheckable(true);
    connect(mOnWall, &QAction::triggered, this, [this](bool on) {
        AlarmSettings settings = mSettings;
        settings.soundOnWall = on;
        choose(settings);
    });
    mMenu->addSeparator();
    for (const int volume : kVolumes) {
        QAction *action = mVolumes->addAction(mMenu->addAction(QString()));
        action->setCheckable(true);
        action->setData(volume);
        connect(action, &QAction::triggered, this, [this, volume] {
            AlarmSettings settings = mSettings;
            settings.volume = volume;
            choose(settings);
        });
    }
    mMenu->addSeparator();
    for (const CaseLevel level : {CaseLevel::Orange, CaseLevel::Red}) {
        QAction *action = mLevels->addAction(mMenu->addAction(QString()));
        action->setCheckable(true);
        action->setData(static_cast<int>(level));
        connect(action, &QAction::triggered, this, [this, level] {
            AlarmSettings settings = mSettings;
            settings.least = level;
            choose(settings);
        });
    }
}

void AlarmStrip::choose(const AlarmSettings &settings)
{
    setSettings(settings);
    emit settingsChosen(settings);
}

void AlarmStrip::setSettings(const AlarmSettings &settings)
{
    mSettings = settings;
    showSettings();
}

void AlarmStrip::showSettings()
{
    mSoundOn->setChecked(mSettings.sound);
    mOnWall->setChecked(mSettings.soundOnWall);
    for (QAction *action : mVolumes->actions()) {
        action->setChecked(action->data().toInt() == mSettings.volume);
    }
    for (QAction *action : mLevels->actions()) {
        action->setChecked(action->data().toInt() == static_cast<int>(mSettings.least));
    }
    mBell->setIcon(themedIcon(mSettings.sound ? u"bell"_s : u"bell-off"_s, *mTheme));
    mBell->setText(mSettings.sound ? tr("Sound on") : tr("Sound off"));
    mBell->setToolTip(mSettings.sound ? tr("Orange and red cases are heard. Click to change.")
                                      : tr("Alarms make no sound. Click to change."));
}

void AlarmStrip::showAlarm(CaseLevel level, const QString &text, int waiting)
{
    mLevel = level;
    mAlarm = text;
    mWaiting = waiting;
    update();
}

void AlarmStrip::showNone()
{
    mWaiting = 0;
    mAlarm.clear();
    update();
}

void AlarmStrip::setTheme(const Theme &theme)
{
    mTheme = &theme;
    showSettings();
    update();
}

QString AlarmStrip::text() const
{
    return mText->text();
}

void AlarmStrip::update()
{
    const bool any = mWaiting > 0;
    mMark->setVisible(any);
    mCount->setVisible(mWaiting > 1);
    mOpen->setVisible(any);
    mAcknowledge->setVisible(any);
    mAcknowledgeAll->setVisible(mWaiting > 1);
    if (any) {
        mMark->setPixmap(levelIcon(mLevel, *mTheme).pixmap(16, 16));
    }
    mCount->setText(QLocale().toString(mWaiting));
    mCount->setToolTip(tr("%n alarm(s) wait to be acknowledged", nullptr, mWaiting));
    mText->setText(any ? mAlarm : tr("No alarm waits."));
    mText->setToolTip(any ? mAlarm : QString());
    const QString look = !any ? u"none"_s : mLevel == CaseLevel::Red ? u"red"_s : u"orange"_s;
    if (property("alarm").toString() != look) {
        setProperty("alarm", look);
        for (QWidget *part : std::initializer_list<QWidget *>{this, mText, mCount}) {
            part->style()->unpolish(part); // a style sheet looks at a property only when told to
            part->style()->polish(part);
        }
    }
    mAcknowledgeAll->setText(tr("All %1  Ctrl+F10").arg(QLocale().toString(mWaiting)));
    setAccessibleName(mText->text());
    emit changed();
}

void AlarmStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

void AlarmStrip::retranslate()
{
    mSoundOn->setText(tr("Sound on orange and red cases"));
    mOnWall->setText(tr("Sound on the wall too"));
    for (QAction *action : mVolumes->actions()) {
        action->setText(tr("Volume %1 %").arg(action->data().toInt()));
    }
    for (QAction *action : mLevels->actions()) {
        const auto level = static_cast<CaseLevel>(action->data().toInt());
        action->setText(level == CaseLevel::Red ? tr("Red cases only")
                                                : tr("Orange and red cases"));
    }
    mOpen->setText(tr("Show"));
    mOpen->setToolTip(tr("Shows the case in the queue, or on the map where no queue has it; that "
                         "acknowledges it"));
    mAcknowledge->setText(tr("Acknowledge  F10"));
    mAcknowledge->setToolTip(tr("Acknowledges this one and shows the next that waits."));
    mAcknowledgeAll->setToolTip(tr("Acknowledges all that wait."));
    showSettings();
    update();
}

} // namespace gridward
