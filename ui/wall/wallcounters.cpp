// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wallcounters.h"

#include "ui/wall/wallcounter.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kLeastHeight = 3.4; ///< of one, in units
constexpr int kBeside = 3;           ///< as many as stand in a row

} // namespace

WallCounters::WallCounters(const QString &name, QWidget *parent)
    : WallTile(name, parent)
    , mCounters{new WallCounter(u"openCounter"_s, this),
                new WallCounter(u"overdueCounter"_s, this),
                new WallCounter(u"urgentCounter"_s, this),
                new WallCounter(u"checkCounter"_s, this)}
{
}

void WallCounters::setContent(const CountersContent &content)
{
    const auto count =
        std::min<qsizetype>(content.counters.size(), static_cast<qsizetype>(mCounters.size()));
    for (qsizetype i = 0; i < count; ++i) {
        mCounters.at(static_cast<std::size_t>(i))->setCounter(content.counters.at(i));
    }
}

void WallCounters::restyle()
{
    WallTile::restyle();
    const QRect area = body();
    for (WallCounter *counter : mCounters) {
        counter->setUnit(unit());
        counter->setTheme(look());
        counter->setStale(isStale());
    }
    const auto all = static_cast<int>(mCounters.size());
    const int room = static_cast<int>(area.height() / (kLeastHeight * unit()));
    if (room < kBeside && area.width() >= kBeside * pixels(6)) {
        for (int i = 0; i < all; ++i) {
            WallCounter *counter = mCounters.at(static_cast<std::size_t>(i));
            const int left = area.width() * i / kBeside;
            const int next = area.width() * (i + 1) / kBeside;
            counter->setVisible(i < kBeside);
            counter->setGeometry(left, area.top(), next - left, area.height());
        }
        return;
    }
    const int shown = std::clamp(room, 1, all);
    for (int i = 0; i < all; ++i) {
        WallCounter *counter = mCounters.at(static_cast<std::size_t>(i));
        const int top = area.top() + area.height() * i / shown;
        const int next = area.top() + area.height() * (i + 1) / shown;
        counter->setVisible(i < shown);
        counter->setGeometry(0, top, width(), next - top);
    }
}

void WallCounters::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    paintHead(painter, event->rect());
}

} // namespace gridward
