// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/casestages.h"

#include <QWidget>

#include <array>
#include <optional>

class QLabel;
class QPushButton;

namespace gridward {

/**
 * How many open cases stand at which stage, from filing to closing: the same numbers wherever it
 * stands. A click asks for the cases of a stage, another click for all again. GUI thread.
 */
class StageStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit StageStrip(QWidget *parent = nullptr);

    void setCount(CaseStage stage, qint64 count);
    [[nodiscard]] qint64 count(CaseStage stage) const;
    void setChosen(std::optional<CaseStage> stage);
    /** The queues are narrowed down by what does not count here: that is said in front. */
    void setAside(bool aside);

signals:
    /** The chosen one again, if it was clicked. */
    void stageClicked(gridward::CaseStage stage);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void say(std::size_t place);

    QLabel *mScope;
    std::array<QPushButton *, kCaseStages.size()> mButtons{};
    std::array<qint64, kCaseStages.size()> mCounts{};
};

} // namespace gridward
