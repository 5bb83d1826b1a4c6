// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QWidget;

namespace gridward {

/**
 * Keeps what lies on the map where it belongs, whatever resizes the map or the things themselves.
 * Belongs to the map's widget. GUI thread.
 */
class MapOverlay final : public QObject
{
    Q_OBJECT
public:
    enum class Place {
        All,       ///< covers the map
        TopCentre, ///< as wide as a notice
        TopLeft,   ///< below what was added there before, as large as it wants to be
    };

    explicit MapOverlay(QWidget *map);

    /** Becomes a child of the map. */
    void add(QWidget *widget, Place place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();

    struct Entry
    {
        QWidget *widget;
        Place place;
    };
    QWidget *mMap;
    QList<Entry> mEntries;
    bool mArranging = false;
};

} // namespace gridward
