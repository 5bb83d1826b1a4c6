// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/draftport.h"

#include <QHash>
#include <QJsonObject>

#include <optional>

namespace gridward {

class DistrictPort;

/**
 * Steps that were begun and not sent, by case and step: read once for a user, then kept up here, so
 * that choosing a case asks no store. Several of one case are one row of the store: the last one
 * with the others in it. GUI thread.
 */
class StepDrafts final : public QObject
{
    Q_OBJECT
public:
    /** Both outlive it. */
    StepDrafts(DraftPort &port, DistrictPort &district, QObject *parent = nullptr);

    /** The last one that was entered there. */
    [[nodiscard]] std::optional<QJsonObject> of(const QString &caseId) const;
    /** That of this step: its id. */
    [[nodiscard]] std::optional<QJsonObject> of(const QString &caseId, const QString &step) const;
    /** `content` names its step as "action". */
    void keep(const QString &caseId, const QJsonObject &content);
    void drop(const QString &caseId, const QString &step);

signals:
    /** They are there now, or are somebody else's. */
    void readAnew();

private:
    void read();
    void put(const QString &caseId, QJsonObject last, const QJsonObject &others);

    DraftPort &mPort;
    DistrictPort &mDistrict;
    [[nodiscard]] bool isTheirs() const;

    QString mOwner; ///< whose they are: nobody else sees them
    QHash<QString, QJsonObject> mKnown;
    int mQuestion = 0;
};

} // namespace gridward
