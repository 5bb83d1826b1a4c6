// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace gridward {

/**
 * A line that gives way: what does not fit is cut with an ellipsis and stands in the tool tip, so
 * that a long name never makes the window wider than the screen. GUI thread.
 */
class ElidedLabel final : public QLabel
{
public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace gridward
