// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QToolButton>

namespace gridward {

/**
 * A button of the status bar that opens a list above itself. Its text gives way as that of an
 * ElidedLabel does; text() is always the whole one. GUI thread.
 */
class StatusButton : public QToolButton
{
public:
    explicit StatusButton(QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    /** Above the button and wholly on its screen, wherever the window stands. */
    void popUp(QFrame &popup);
};

} // namespace gridward
