// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/wall/walldata.h"
#include "models/view/wall/wallscene.h"
#include "ui/wall/walloptions.h"

#include <QElapsedTimer>
#include <QPixmap>
#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace gridward {

class WallScreen;
struct Theme;

/**
 * A scene as a wall of some size would show it, made small: the tiles themselves with what the
 * district has now, and a picture of the wall's map. Once a second while it is visible. GUI thread.
 */
class ScenePreview final : public QWidget
{
    Q_OBJECT
public:
    /** All outlive it; `map` is what the wall shows of it, or null. */
    ScenePreview(DistrictPort &district,
                 LiveCases &live,
                 WallPort &wall,
                 QWidget *map,
                 const Theme &theme,
                 QWidget *parent = nullptr);

    void setOptions(const WallOptions &options);
    void setScene(const WallScene &scene);
    /** In pixels of the wall. */
    void setWallSize(const QSize &size);
    /** What is left out at that size. */
    [[nodiscard]] QList<TileKind> leftOut() const;
    [[nodiscard]] const WallScreen &screen() const { return *mScreen; }
    [[nodiscard]] QSize sizeHint() const override { return {640, 360}; }

protected:
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void draw();

    LiveCases &mLive;
    WallData mData;
    const Theme *mTheme;
    WallScreen *mScreen; ///< beside the picture, where nobody sees it
    WallOptions mOptions;
    QSize mWallSize{1920, 1080};
    QPixmap mPicture;
    QTimer mTick;
    QElapsedTimer mSteady;
};

} // namespace gridward
