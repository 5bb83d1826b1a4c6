// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/view/livecases.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace gridward {

/**
 * Pictures of a screen in a folder, one after the other, as a shift's report wants them; and beside
 * them log.csv, a line a picture: when, which, and how many cases were open, overdue, urgent and
 * waiting for their check. Pictures that are too many go, the one written first before the others;
 * their lines stay.
 */
class PictureLog
{
public:
    /** `keep`: so many pictures at the most; 0: all of them. */
    PictureLog(QString folder, QString screen, int keep = 0);

    /** "wall-situation-20261120-160000.png" in the folder, of the district's local time; with a
     * number behind it if there is one of that name. */
    [[nodiscard]] QString pathFor(const QDateTime &moment, const QString &scene) const;
    /** The picture is there. Unreadable with what to do where the log cannot be written. */
    [[nodiscard]] Result<void> add(const QString &path,
                                   const QDateTime &moment,
                                   const QString &scene,
                                   const std::optional<CaseCounts> &counts) const;

private:
    void removeOldest(const QString &newest) const;

    QString mFolder;
    QString mScreen;
    int mKeep;
};

} // namespace gridward
