// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/district.h"
#include "models/service/draftport.h"

#include <QTimer>

#include <map>
#include <optional>
#include <tuple>

namespace gridward {

class DistrictService;

/**
 * Keeps drafts in the store of a district. One write is on its way at a time; one that failed is
 * tried again, and what was wished in a user's name is written in that name, whoever sits here by
 * then. GUI thread.
 */
class DraftDesk final : public DraftPort
{
    Q_OBJECT
public:
    /** The district outlives it. Without a seat this is that of the machine. */
    explicit DraftDesk(DistrictService &district,
                       const QString &seat = {},
                       QObject *parent = nullptr);
    /** What waits is still written. */
    ~DraftDesk() override;

    [[nodiscard]] QString seat() const override;
    QFuture<Result<QList<FormDraft>>> drafts(const QString &form = {}) override;
    void keep(const QString &form, const QString &about, const QJsonObject &content) override;
    void drop(const QString &form, const QString &about) override;

private:
    using Key = std::tuple<QString, QString, QString>; ///< user, form, about
    struct Wish
    {
        User owner;
        QString form;
        QString about;
        std::optional<FormDraft> draft; ///< what is to be kept; nothing: dropped
    };
    using Wishes = std::map<Key, Wish>;

    void want(const Wish &wish);
    void write();
    [[nodiscard]] QFuture<Result<bool>> send(const Wishes &wishes);

    DistrictService &mDistrict;
    QString mSeat;
    Wishes mWishes;
    bool mWriting = false;
    int mStore = 0; ///< counts the stores that were opened: nothing is written into the next one
    QTimer mPause;  ///< between two writes: typing is no load for a disk
};

} // namespace gridward
