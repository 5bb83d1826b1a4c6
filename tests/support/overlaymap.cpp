// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/overlaymap.h"

#include "gis/map/mapfurniture.h"
#include "tests/support/storebuilders.h"

#include <QPaintEvent>
#include <QScreen>
#include <QTest>

#include <random>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

PaintWatch::PaintWatch(QWidget &widget)
    : mWidget(widget)
{
    widget.installEventFilter(this);
}

void PaintWatch::restart()
{
    mBoxes = 0;
    mPixels = 0;
    mEvents = 0;
    mWholes = 0;
}

bool PaintWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        ++mEvents;
        qint64 pixels = 0;
        for (const QRect &box : static_cast<QPaintEvent *>(event)->region()) {
            ++mBoxes;
            pixels += qint64(box.width()) * box.height();
        }
        mPixels += pixels;
        mWholes += 2 * pixels >= qint64(mWidget.width()) * mWidget.height() ? 1 : 0;
    }
    return QObject::eventFilter(watched, event);
}

QList<Case> crowdedCases(int count)
{
    std::mt19937 random(11);
    std::normal_distribution<double> near(0.0, 0.001);
    std::uniform_real_distribution<double> wide(0.0, 0.02);
    QList<Case> cases;
    cases.reserve(count);
    for (int i = 0; i < count; ++i) {
        Case subject;
        subject.id = CaseId::make(testStart(), 0, static_cast<quint64>(i));
        subject.version = 1;
        subject.state = CaseState::Filed;
        subject.level = CaseLevel{i % 97 == 0 ? 3 : i % 31 == 0 ? 2 : i % 7 == 0 ? 1 : 0};
        subject.classKey = {defaultScheme(), CaseKind::Matter, u"0%1010"_s.arg(1 + i % 9)};
        subject.reportedAt = testStart() - std::chrono::minutes(i % 3000);
        subject.dueAt = testStart() + std::chrono::hours(i % 5 == 0 ? -1 : 24);
        subject.place = i % 2 == 0 ? GeoPoint{116.30 + wide(random), 39.90 + wide(random)}
                                   : GeoPoint{116.308 + near(random), 39.907 + near(random)};
        cases.append(subject);
    }
    return cases;
}

OverlayMap::OverlayMap(MapEngine &engine, QList<Case> cases, QSize size, MapMode mode, MapUse use)
    : all(std::move(cases))
    , clock(testStart())
    , map(engine, mode, use == MapUse::Watch ? MapScope::Own : MapScope::Main, use)
{
    map.setClock(clock);
    map.widget()->resize(size);
    map.widget()->show();
    DistrictPicture picture;
    picture.name = u"试验区"_s;
    picture.at = testStart();
    picture.divisions = smallDivisions();
    picture.grids = smallGrids();
    picture.keyPlaces = smallPlaces();
    picture.openCases = all;
    map.showDistrict(picture);
    canvas = map.widget()->findChild<MapCanvas *>();
    overlay = canvas->findChild<CaseOverlay *>(u"caseOverlay"_s);
    furniture = map.widget()->findChild<MapFurniture *>();
    settle();
    QTest::qWait(600); // the canvas itself settles
}

void OverlayMap::settle()
{
    (void)QTest::qWaitFor([this] { return !map.isBusy(); }, 30000);
    QTest::qWait(80);
}

QImage OverlayMap::onScreen() const
{
    return map.widget()->screen()->grabWindow(map.widget()->winId()).toImage();
}

QImage OverlayMap::paintedAnew()
{
    map.widget()->repaint();
    canvas->viewport()->repaint();
    return onScreen();
}

} // namespace gridward
