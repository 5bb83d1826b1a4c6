// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/analysisport.h"
#include "models/view/hourofweek.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <utility>

class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace gridward {

struct Theme;

/**
 * Shows a period in steps: how long they are, which one is shown, and a button that plays them.
 * Space plays and pauses; the arrow keys go from step to step. GUI thread.
 */
class PlayBar final : public QWidget
{
    Q_OBJECT
public:
    explicit PlayBar(QWidget *parent = nullptr);

    /** What there is to be played; a step length in use stays in use. */
    void setPeriod(Instant from, Instant to, const QTimeZone &zone);
    /** Chooses the steps of a saved analysis, of the period that was set, without telling of it. */
    void take(std::optional<TimeStep> step, int shown);
    void setTheme(const Theme &theme);
    /** Empty bounds: all of the period. */
    [[nodiscard]] HeatPlay play() const;
    /** How long its steps are; nothing: all of the period. */
    [[nodiscard]] std::optional<TimeStep> step() const;
    /** 0: the period is shown as a whole. */
    [[nodiscard]] int stepCount() const;
    [[nodiscard]] int shownStep() const;
    /** Tells of it if it is another one. */
    void showStep(int step);
    /** "2026-11-02": the day on which a step begins. */
    [[nodiscard]] QString firstDay(int step) const;
    /** When the step that is shown begins and ends; nothing: all of the period. */
    [[nodiscard]] std::optional<std::pair<Instant, Instant>> shownSpan() const;
    /** "2026-11-02" or "2026-11-02 – 2026-11-08"; empty: all of the period. */
    [[nodiscard]] QString stepText() const;
    /** Takes the next step, as if its time had come: once the picture of this one is there. */
    void takeShown();
    [[nodiscard]] bool isPlaying() const { return mPlaying; }
    void pause() { setPlaying(false); }

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setSteps();
    [[nodiscard]] QString dayOf(Instant moment) const;
    void setPlaying(bool playing);
    void goOn();
    void retranslate();

    QComboBox *mStep;
    QToolButton *mPlay;
    QSlider *mSlider;
    QLabel *mText;
    QTimer mNext;
    Instant mFrom;
    Instant mTo;
    QTimeZone mZone;
    QList<Instant> mBounds;
    bool mPlaying = false;
    const Theme *mTheme = nullptr;
};

} // namespace gridward
