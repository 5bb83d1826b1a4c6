// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/casedesk.h"
#include "models/service/inboxport.h"

#include <QTimer>

#include <memory>

namespace gridward {

class DistrictService;
class InboxClerk;

/** The inbox of a district's store, a few orders at a time, so that others get their turn. GUI
 * thread. */
class InboxDesk final : public InboxPort
{
    Q_OBJECT
public:
    /** The district outlives it; `reader` reads files, `wording` the messages. */
    InboxDesk(DistrictService &district,
              InboxFileReader reader,
              CaseWording wording = {},
              QObject *parent = nullptr);
    ~InboxDesk() override;

    QFuture<Result<QList<InboxItem>>> list(const InboxQuery &query) override;
    QFuture<Result<QList<InboxItem>>> changedSince(qint64 change, int limit) override;
    QFuture<Result<qint64>> lastChange() override;
    QFuture<Result<QList<InboxCount>>> counts() override;
    QFuture<Result<QList<InboxStep>>> history(InboxId id) override;
    QFuture<Result<Caller>> openCaller(InboxId id, Purpose purpose) override;
    QFuture<Result<QList<ClassProposal>>> classesFor(const QString &text, int most) override;
    QFuture<Result<QList<PlaceProposal>>>
    placesFor(const QString &text, const QString &address, int most) override;
    void carryOut(const QList<InboxOrder> &orders) override;
    void stop() override;
    [[nodiscard]] bool isBusy() const override { return mIsBusy; }
    QFuture<Result<InboxPreview>> preview(const QString &file,
                                          const InboxFileOptions &options) override;
    QFuture<Result<InboxImportReport>> importFile(const QString &file,
                                                  const InboxFileOptions &options) override;

private:
    struct Room;  ///< used on the store's thread alone
    struct Reins; ///< read by the store's thread, held by this one

    template <typename T>
    QFuture<Result<T>> ask(std::function<Result<T>(InboxClerk &)> question);
    void carryOutNext();
    void tellFinished();

    DistrictService &mDistrict;
    InboxFileReader mReader;
    CaseWording mWording;
    std::shared_ptr<Room> mRoom;
    std::shared_ptr<Reins> mReins;
    QTimer mLook; ///< while a file is being read
    User mUser;   ///< in whose name the orders are carried out
    QList<InboxOrder> mOrders;
    QList<InboxOutcome> mOutcomes;
    bool mIsBusy = false;
    bool mIsStopped = false;
};

} // namespace gridward
