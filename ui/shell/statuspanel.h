// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/geopoint.h"

#include <QStatusBar>

#include <optional>

class QAction;
class QLabel;

namespace gridward {

class DistrictPort;
class MapPort;
class ScopeButton;
class SeatButton;
struct Theme;

/**
 * The line at the bottom: which district, whether it is made up and whether it is live, as whom one
 * works, how the map stands. GUI thread; both ports outlive it.
 */
class StatusPanel final : public QStatusBar
{
    Q_OBJECT
public:
    StatusPanel(DistrictPort &district, MapPort &map, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setDistrict(const QString &name, bool simulated, int grids);
    void setOpenCases(int count);
    /** What concerns the map is shown while the map is. */
    void setMapShown(bool shown);
    /** What the one who sits here may do about that, at the end of the menu of the user. */
    void setSeatActions(const QList<QAction *> &actions);
    [[nodiscard]] const QString &districtName() const { return mDistrictName; }

protected:
    /** Ctrl+U in a field would empty its line: here it is who sits at the window. */
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showDistrict();
    void showStoreState();
    void showMapState();
    void showCursor(std::optional<GeoPoint> place);
    void showScale(double denominator);

    DistrictPort &mPort;
    MapPort &mMap;
    QLabel *mSimulated;
    QLabel *mDistrict;
    QLabel *mStore;
    QLabel *mMapState;
    ScopeButton *mScope;
    SeatButton *mUser;
    QLabel *mPlace;
    QLabel *mScale;
    QString mDistrictName;
    int mGridCount = 0;
    int mOpenCases = 0;
    double mDenominator = 0.0;
    std::optional<qint64> mStaleSince; ///< milliseconds since 1970
};

} // namespace gridward
