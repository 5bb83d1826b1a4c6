// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "ui/notify/alarmoutputs.h"

#include <QFrame>

class QAction;
class QActionGroup;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace gridward {

struct Theme;

/**
 * The line at the top of the window that says which orange or red case waits to be acknowledged,
 * and whether alarms are heard. It is always there, so that nothing moves when one comes. GUI
 * thread.
 */
class AlarmStrip final : public QFrame
{
    Q_OBJECT
public:
    explicit AlarmStrip(QWidget *parent = nullptr);

    /** The worst that waits, in words, and how many wait. */
    void showAlarm(CaseLevel level, const QString &text, int waiting);
    void showNone();
    void setSettings(const AlarmSettings &settings);
    void setTheme(const Theme &theme);
    [[nodiscard]] QString text() const;
    [[nodiscard]] int waiting() const { return mWaiting; }

signals:
    void acknowledged();
    void openRequested();
    /** Another alarm is shown, or none. */
    void changed();
    void allAcknowledged();
    void settingsChosen(const gridward::AlarmSettings &settings);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeMenu();
    void choose(const AlarmSettings &settings);
    void showSettings();
    void retranslate();
    void update();

    AlarmSettings mSettings;
    const Theme *mTheme;
    int mWaiting = 0;
    CaseLevel mLevel = CaseLevel::Orange;
    QString mAlarm;
    QToolButton *mBell;
    QMenu *mMenu;
    QAction *mSoundOn;
    QAction *mOnWall;
    QActionGroup *mVolumes;
    QActionGroup *mLevels;
    QLabel *mMark;
    QLabel *mText;
    QLabel *mCount;
    QPushButton *mOpen;
    QPushButton *mAcknowledge;
    QPushButton *mAcknowledgeAll;
};

} // namespace gridward
