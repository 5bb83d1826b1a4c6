// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wall/wallpanel.h"

#include <optional>

namespace gridward {

/** One number in figures that are read from eight metres, and a word for it. */
class WallCounter final : public WallPanel
{
    Q_OBJECT
public:
    enum class Tone { Plain, Warning, Alarm };

    WallCounter(const QString &name, Tone tone, QWidget *parent);

    void setWord(const QString &word);
    /** Nothing: not known yet. Zero is always plain. */
    void setNumber(std::optional<int> number);
    [[nodiscard]] std::optional<int> number() const { return mNumber; }
    [[nodiscard]] QString numberText() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone mTone;
    QString mWord;
    std::optional<int> mNumber;
};

} // namespace gridward
