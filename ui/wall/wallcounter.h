// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wall/wallpanel.h"

#include <optional>

namespace gridward {

/** One number, with its unit, in figures that are read from eight metres, and a word for it. */
class WallCounter final : public WallPanel
{
    Q_OBJECT
public:
    WallCounter(const QString &name, QWidget *parent);

    /** Zero is always plain; a number that is not known is a dash. */
    void setCounter(const CountersContent::Counter &counter);
    [[nodiscard]] std::optional<int> number() const;
    [[nodiscard]] QString numberText() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    CountersContent::Counter mCounter;
};

} // namespace gridward
