// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/elidedlabel.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace gridward {

namespace {

constexpr int kLeastWidth = 96;

} // namespace

ElidedLabel::ElidedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QSize whole = QLabel::minimumSizeHint();
    return {std::min(whole.width(), kLeastWidth), whole.height()};
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() &&
        width() < QLabel::sizeHint().width()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text(), this);
        return true;
    }
    return QLabel::event(event);
}

void ElidedLabel::paintEvent(QPaintEvent *event)
{
    if (width() >= QLabel::sizeHint().width()) {
        QLabel::paintEvent(event);
        return;
    }
    QFrame::paintEvent(event);
    QPainter painter(this);
    // As far in as the whole text would stand: what the style adds to it is its padding.
    const int padding =
        std::max(0, QLabel::sizeHint().width() - fontMetrics().horizontalAdvance(text())) / 2;
    const QRect room = contentsRect().adjusted(padding, 0, -padding, 0);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(room,
                     static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft),
                     fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
}

} // namespace gridward
