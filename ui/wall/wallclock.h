// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wall/wallpanel.h"

#include <QDateTime>

namespace gridward {

/** Date and time to the second, in large digits. Repaints when the second changes. */
class WallClock final : public WallPanel
{
    Q_OBJECT
public:
    explicit WallClock(QWidget *parent);

    /** In the district's own time. */
    void setTime(const QDateTime &time);
    [[nodiscard]] QString timeText() const { return mTimeText; }
    [[nodiscard]] QString dateText() const { return mDateText; }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void compose();

    QDateTime mTime;
    QString mTimeText;
    QString mDateText;
};

} // namespace gridward
