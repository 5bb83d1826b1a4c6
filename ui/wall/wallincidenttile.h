// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wall/walltile.h"

namespace gridward {

/** The case of a takeover in letters that fill the tile: how urgent, what, where, since when, who
 * is on it. GUI thread. */
class WallIncidentTile final : public WallTile
{
    Q_OBJECT
public:
    WallIncidentTile(const QString &name, QWidget *parent);

    void setContent(const IncidentContent &content);
    /** What is said while it is not there. */
    void setEmptyText(const QString &text);
    [[nodiscard]] const IncidentContent &content() const { return mContent; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Line
    {
        QString text;
        double size; ///< in units, before it is fitted
        QFont::Weight weight;
        WallTone tone;
    };
    [[nodiscard]] QList<Line> lines() const;
    void paintBand(QPainter &painter, const QRect &box, double scale) const;

    IncidentContent mContent;
    QString mEmpty;
};

} // namespace gridward
