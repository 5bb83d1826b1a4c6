// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/draftport.h"

#include <QHash>
#include <QTimer>

#include <optional>
#include <utility>

namespace gridward {

class DistrictService;

/** Keeps drafts in the store of a district. One write is on its way at a time. GUI thread. */
class DraftDesk final : public DraftPort
{
    Q_OBJECT
public:
    /** The district outlives it. */
    explicit DraftDesk(DistrictService &district, QObject *parent = nullptr);

    QFuture<Result<QList<FormDraft>>> drafts() override;
    void keep(const QString &form, const QString &about, const QJsonObject &content) override;
    void drop(const QString &form, const QString &about) override;

private:
    using Key = std::pair<QString, QString>; ///< form, about
    /** What is to be kept; nothing: dropped. */
    using Wish = std::optional<FormDraft>;

    void want(const Key &key, const Wish &wish);
    void write();

    DistrictService &mDistrict;
    QHash<Key, Wish> mWishes;
    QString mUser; ///< whose wishes they are
    bool mWriting = false;
    QTimer mPause; ///< between two writes: typing is no load for a disk
};

} // namespace gridward
