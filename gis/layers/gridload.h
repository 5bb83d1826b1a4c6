// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QString>
#include <QTimer>
#include <QUuid>

class QgsProject;

namespace gridward {

/**
 * Counts the open cases of each grid and keeps the grid layer's attribute up with them: changes are
 * gathered, and the layer is drawn again at most every five seconds, only while it is coloured by
 * them and only if a grid came into another class. Lives on the GUI thread, owned by MapView; the
 * project outlives it.
 */
class GridLoad final : public QObject
{
    Q_OBJECT
public:
    explicit GridLoad(const QgsProject &project);

    /** These are the open cases; the layer is taken to know. */
    void reset(const QList<Case> &open);
    /** These cases stand so now; the layer follows later. */
    void update(const QList<Case> &cases);
    /** Writes what was gathered into the layer now. */
    void flush();

    [[nodiscard]] int openIn(const QString &grid) const { return mOpen.value(grid); }

signals:
    /** The layer is about to be drawn again. */
    void classesChanged();

private:
    void move(const Case &subject);

    const QgsProject &mProject;
    QHash<QUuid, QString> mGridOf; ///< of each open case
    QHash<QString, int> mOpen;     ///< by grid
    QSet<QString> mChanged;        ///< grids to be written
    QTimer mPause;
};

} // namespace gridward
