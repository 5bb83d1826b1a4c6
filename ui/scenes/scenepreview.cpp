// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scenes/scenepreview.h"

#include "models/view/livecases.h"
#include "models/view/wall/wallwords.h"
#include "ui/theme/theme.h"
#include "ui/wall/wallarrangement.h"
#include "ui/wall/wallscreen.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr QPoint kBeside(-20'000, -20'000); ///< visible, so that it goes on; painted when asked

/** In the place of a map, which cannot be drawn twice at once. */
class MapPicture final : public QWidget
{
public:
    explicit MapPicture(const QPixmap &picture)
        : mPicture(picture)
    {
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        const QSize size = mPicture.size().scaled(this->size(), Qt::KeepAspectRatioByExpanding);
        painter.setClipRect(rect());
        painter.drawPixmap(
            QRect(QPoint((width() - size.width()) / 2, (height() - size.height()) / 2), size),
            mPicture);
    }

private:
    QPixmap mPicture;
};

} // namespace

ScenePreview::ScenePreview(DistrictPort &district,
                           LiveCases &live,
                           WallPort &wall,
                           QWidget *map,
                           const Theme &theme,
                           QWidget *parent)
    : QWidget(parent)
    , mLive(live)
    , mData(district, live, wall)
    , mTheme(&theme)
    , mScreen(new WallScreen(
          district, live, mData, new MapPicture(map != nullptr ? map->grab() : QPixmap()), this))
{
    setObjectName(u"scenePreview"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    mSteady.start();
    mTick.setInterval(1000);
    connect(&mTick, &QTimer::timeout, this, &ScenePreview::draw);
    connect(&mData, &WallData::changed, this, [this] {
        if (isVisible()) {
            QMetaObject::invokeMethod(this, &ScenePreview::draw, Qt::QueuedConnection);
        }
    });
    mScreen->setTheme(theme);
    mScreen->move(kBeside);
    layOut();
}

void ScenePreview::setOptions(const WallOptions &options)
{
    mOptions = options;
    mScreen->setShowsNames(options.showsNames);
    layOut();
}

void ScenePreview::setScene(const WallScene &scene)
{
    const QList<Case> urgent = urgentCases(mLive.all());
    const auto first = std::ranges::min_element(urgent, burnsMore);
    mData.setIncident(first == urgent.end() ? QUuid() : first->id.value);
    mData.setWanted(WallScreen::partsOf(scene));
    mScreen->setScene(scene);
    layOut();
}

void ScenePreview::setWallSize(const QSize &size)
{
    mWallSize = size;
    layOut();
}

QList<TileKind> ScenePreview::leftOut() const
{
    return mScreen->arrangement().leftOut;
}

void ScenePreview::layOut()
{
    const int unit = wallUnit(mOptions.sight, mWallSize.height(), font());
    mScreen->setUnit(unit);
    mScreen->resize(arrangeWall(mWallSize, unit).scene.size());
    mScreen->refresh();
    draw();
}

void ScenePreview::draw()
{
    if (!isVisible()) {
        return;
    }
    mData.advance(std::chrono::milliseconds(mSteady.elapsed()));
    mScreen->tick();
    const QSize size = mScreen->size().scaled(this->size(), Qt::KeepAspectRatio);
    if (size.isEmpty()) {
        return;
    }
    mPicture = QPixmap(size * devicePixelRatioF());
    mPicture.setDevicePixelRatio(devicePixelRatioF());
    mPicture.fill(mTheme->window);
    QPainter painter(&mPicture);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing |
                           QPainter::SmoothPixmapTransform);
    painter.scale(static_cast<double>(size.width()) / mScreen->width(),
                  static_cast<double>(size.height()) / mScreen->height());
    mScreen->render(&painter);
    painter.end();
    update();
}

void ScenePreview::paintEvent(QPaintEvent * /*event*/)
{
    const QSizeF size = mPicture.deviceIndependentSize();
    QPainter(this).drawPixmap(
        QPointF((width() - size.width()) / 2.0, (height() - size.height()) / 2.0), mPicture);
}

void ScenePreview::resizeEvent(QResizeEvent * /*event*/)
{
    draw();
}

void ScenePreview::showEvent(QShowEvent * /*event*/)
{
    mTick.start();
    mScreen->refresh(); // hidden while things happened
    QMetaObject::invokeMethod(this, &ScenePreview::draw, Qt::QueuedConnection);
}

void ScenePreview::hideEvent(QHideEvent * /*event*/)
{
    mTick.stop();
}

} // namespace gridward
