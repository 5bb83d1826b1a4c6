// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/queuefilter.h"

#include <QWidget>

#include <array>
#include <optional>

class QPushButton;

namespace gridward {

/** How long ago, as a row of buttons with their counts; one of them or none is chosen. GUI thread.
 */
class BandBar final : public QWidget
{
    Q_OBJECT
public:
    explicit BandBar(QWidget *parent = nullptr);

    /** Those from this band on are offered; what is chosen below it is taken off. */
    void setFirst(AgeBand band);
    void setCount(AgeBand band, qint64 count);
    [[nodiscard]] const std::optional<AgeBand> &chosen() const { return mChosen; }
    void choose(std::optional<AgeBand> band);

signals:
    void bandChosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void toggle(AgeBand band);
    void showWords();

    std::array<QPushButton *, kAgeBands.size()> mButtons{};
    std::array<qint64, kAgeBands.size()> mCounts{};
    std::optional<AgeBand> mChosen;
};

} // namespace gridward
