// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/mapoverlay.h"

#include <QEvent>
#include <QWidget>

#include <algorithm>

namespace gridward {

namespace {

constexpr int kMargin = 16;
constexpr int kGap = 8;
constexpr int kBelow = 56; ///< at the bottom the scale bar stays free

} // namespace

MapOverlay::MapOverlay(QWidget *map)
    : QObject(map)
    , mMap(map)
{
    map->installEventFilter(this);
}

void MapOverlay::add(QWidget *widget, Place place)
{
    const bool hidden = widget->isHidden();
    widget->setParent(mMap);
    widget->setVisible(!hidden);
    widget->installEventFilter(this);
    mEntries.append({widget, place});
    arrange();
}

bool MapOverlay::eventFilter(QObject *watched, QEvent *event)
{
    const bool resized = watched == mMap && event->type() == QEvent::Resize;
    const bool changed =
        watched != mMap && (event->type() == QEvent::LayoutRequest ||
                            event->type() == QEvent::Show || event->type() == QEvent::Hide);
    if (resized || changed) {
        arrange();
    }
    return QObject::eventFilter(watched, event);
}

void MapOverlay::arrange()
{
    if (mArranging) {
        return;
    }
    mArranging = true;
    int top = kMargin;
    for (const Entry &entry : std::as_const(mEntries)) {
        if (entry.widget->isHidden()) {
            continue;
        }
        const QSize wanted = entry.widget->sizeHint();
        const int widest = std::max(0, mMap->width() - 2 * kMargin);
        switch (entry.place) {
        case Place::All:
            entry.widget->setGeometry(mMap->rect());
            break;
        case Place::TopCentre: {
            const int width = std::min(480, std::max(240, widest));
            entry.widget->setGeometry((mMap->width() - width) / 2, kMargin, width, wanted.height());
            break;
        }
        case Place::TopLeft: {
            const int width = std::min(wanted.width(), widest);
            const int lowest = std::max(0, mMap->height() - top - kBelow);
            const int height = std::min(wanted.height(), lowest);
            entry.widget->setGeometry(kMargin, top, width, height);
            top += height + kGap;
            break;
        }
        }
        entry.widget->raise();
    }
    mArranging = false;
}

} // namespace gridward
