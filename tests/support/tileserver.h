// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/geopoint.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QTcpServer>

namespace gridward {

/**
 * A map service on this machine, for tests: /tiles/Z/X/Y.png are grey with a red dot where `dot`
 * lies in web Mercator, other paths answer what was set for them, the rest is 404.
 */
class TileServer final : public QTcpServer
{
    Q_OBJECT
public:
    explicit TileServer(const GeoPoint &dot);

    [[nodiscard]] QString address(const QString &path) const;
    void setAnswer(const QString &path, const QByteArray &answer) { mAnswers[path] = answer; }
    /** Takes questions and says nothing. */
    void setSilent(bool silent) { mSilent = silent; }
    /** Answers everything with this status and no content. */
    void setStatus(int status) { mStatus = status; }
    [[nodiscard]] const QStringList &asked() const { return mAsked; }

private:
    void answer();
    [[nodiscard]] QByteArray tile(const QString &path) const;

    GeoPoint mDot;
    QHash<QString, QByteArray> mAnswers;
    QStringList mAsked;
    bool mSilent = false;
    int mStatus = 200;
};

} // namespace gridward
