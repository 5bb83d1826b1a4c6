// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusbutton.h"

#include <QScreen>
#include <QStyleOptionToolButton>
#include <QStylePainter>

#include <algorithm>

namespace gridward {

namespace {

constexpr int kLeastButton = 112;
constexpr int kWidestButton = 320;
constexpr int kButtonMargins = 10; ///< of the text, both sides, where it is short of room
constexpr int kGap = 4;

} // namespace

StatusButton::StatusButton(QWidget *parent)
    : QToolButton(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMaximumWidth(kWidestButton);
}

QSize StatusButton::minimumSizeHint() const
{
    const QSize whole = QToolButton::sizeHint();
    return {std::min(whole.width(), kLeastButton), whole.height()};
}

void StatusButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text = fontMetrics().elidedText(option.text, Qt::ElideMiddle, width() - kButtonMargins);
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
}

void StatusButton::popUp(QFrame &popup)
{
    const auto place = [&] {
        popup.adjustSize();
        const QPoint corner = mapToGlobal(QPoint(0, 0));
        // In the window, unless that is too small; it may itself stand partly beside the screen.
        const QRect desk(window()->mapToGlobal(QPoint(0, 0)), window()->size());
        QRect room = screen()->availableGeometry();
        const QRect both = room.intersected(desk);
        if (both.width() >= popup.width() && both.height() >= popup.height()) {
            room = both;
        }
        const int right = std::max(room.left(), room.right() + 1 - popup.width());
        const int bottom = std::max(room.top(), room.bottom() + 1 - popup.height());
        popup.move(std::clamp(corner.x(), room.left(), right),
                   std::clamp(corner.y() - popup.height() - kGap, room.top(), bottom));
    };
    place();
    popup.show();
    place(); // what it holds asks for its room when it is shown first
}

} // namespace gridward
