// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/inboxdesk.h"

#include "models/service/districtservice.h"
#include "models/service/inboxclerk.h"

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr qsizetype kPrepared = 200; ///< orders in one turn of the store's thread
constexpr qsizetype kRegistered = 10;
constexpr qsizetype kPreviewRows = 20;
constexpr std::chrono::milliseconds kLook{100};

/** Rights may become others meanwhile: the store asks for those anew. */
bool isSamePost(const User &one, const User &other)
{
    return one.name == other.name && one.role == other.role && one.division == other.division &&
           one.organisation == other.organisation;
}

} // namespace

struct InboxDesk::Room
{
    std::unique_ptr<InboxClerk> clerk;
    Store *store = nullptr;

    InboxClerk &of(Store &present, const Clock &clock, const QString &origin, CaseWording wording)
    {
        if (!clerk || store != &present) {
            clerk = std::make_unique<InboxClerk>(present, clock, origin, std::move(wording));
            store = &present;
        }
        return *clerk;
    }
};

struct InboxDesk::Reins
{
    std::atomic<int> percent = 0;
    std::atomic<bool> stop = false;
};

InboxDesk::InboxDesk(DistrictService &district,
                     InboxFileReader reader,
                     CaseWording wording,
                     QObject *parent)
    : InboxPort(parent)
    , mDistrict(district)
    , mReader(std::move(reader))
    , mWording(std::move(wording))
    , mRoom(std::make_shared<Room>())
    , mReins(std::make_shared<Reins>())
{
    connect(&mDistrict, &DistrictService::tablesChanged, this, [this](const QStringList &tables) {
        if (tables.contains(u"gridward_inbox"_s)) {
            emit changed();
        }
    });
    connect(&mDistrict, &DistrictPort::stateChanged, this, [this](StoreState state) {
        if (state == StoreState::Opening) {
            stop();                           // what was ordered was ordered there
            mRoom = std::make_shared<Room>(); // another store, maybe at the same address
        }
    });
    connect(&mDistrict, &DistrictPort::userChanged, this, [this] {
        if (!isSamePost(mDistrict.user(), mUser)) {
            stop(); // what they ordered is not done in the name of another
        }
    });
    mLook.setInterval(kLook);
    connect(&mLook, &QTimer::timeout, this, [this] { emit importProgressed(mReins->percent); });
}

InboxDesk::~InboxDesk()
{
    mReins->stop = true;
}

template <typename T>
QFuture<Result<T>> InboxDesk::ask(std::function<Result<T>(InboxClerk &)> question)
{
    return mDistrict.askStore<T>([room = mRoom,
                                  origin = mDistrict.origin(),
                                  wording = mWording,
                                  &clock = mDistrict.clock(),
                                  question = std::move(question)](Store &store) {
        return question(room->of(store, clock, origin, wording));
    });
}

QFuture<Result<QList<InboxItem>>> InboxDesk::list(const InboxQuery &query)
{
    return mDistrict.askStore<QList<InboxItem>>(
        [query](Store &store) { return store.inbox().list(query); });
}

QFuture<Result<QList<InboxItem>>> InboxDesk::changedSince(qint64 change, int limit)
{
    return mDistrict.askStore<QList<InboxItem>>(
        [change, limit](Store &store) { return store.inbox().changedSince(change, limit); });
}

QFuture<Result<qint64>> InboxDesk::lastChange()
{
    return mDistrict.askStore<qint64>([](Store &store) { return store.inbox().lastChange(); });
}

QFuture<Result<QList<InboxCount>>> InboxDesk::counts()
{
    return mDistrict.askStore<QList<InboxCount>>(
        [](Store &store) { return store.inbox().counts(); });
}

QFuture<Result<Caller>> InboxDesk::openCaller(InboxId id, Purpose purpose)
{
    const PersonalActor by{mDistrict.user().name, mDistrict.origin(), mDistrict.clock().now()};
    return mDistrict.askStore<Caller>(
        [id, purpose, by](Store &store) { return store.inbox().openCaller(id, purpose, by); });
}

QFuture<Result<QList<InboxStep>>> InboxDesk::history(InboxId id)
{
    return mDistrict.askStore<QList<InboxStep>>(
        [id](Store &store) { return store.inbox().history(id); });
}

QFuture<Result<QList<ClassProposal>>> InboxDesk::classesFor(const QString &text, int most)
{
    return ask<QList<ClassProposal>>(
        [text, most](InboxClerk &clerk) -> Result<QList<ClassProposal>> {
            const auto proposer = clerk.proposer();
            return proposer ? Result<QList<ClassProposal>>(proposer.value()->classesFor(text, most))
                            : Result<QList<ClassProposal>>(proposer.error());
        });
}

QFuture<Result<QList<PlaceProposal>>>
InboxDesk::placesFor(const QString &text, const QString &address, int most)
{
    return ask<QList<PlaceProposal>>([text, address, most](
                                         InboxClerk &clerk) -> Result<QList<PlaceProposal>> {
        const auto proposer = clerk.proposer();
        return proposer
                   ? Result<QList<PlaceProposal>>(proposer.value()->placesFor(text, address, most))
                   : Result<QList<PlaceProposal>>(proposer.error());
    });
}

void InboxDesk::carryOut(const QList<InboxOrder> &orders)
{
    if (mIsBusy || orders.isEmpty()) {
        return;
    }
    mIsBusy = true;
    mIsStopped = false;
    mUser = mDistrict.user();
    mOrders = orders;
    mOutcomes.clear();
    carryOutNext();
}

void InboxDesk::stop()
{
    mIsStopped = true;
    mReins->stop = true;
}

void InboxDesk::carryOutNext()
{
    const qsizetype done = mOutcomes.size();
    emit progressed(static_cast<int>(done), static_cast<int>(mOrders.size()));
    if (mIsStopped || done >= mOrders.size()) {
        tellFinished();
        return;
    }
    const InboxOrder::Kind kind = mOrders.at(done).kind;
    const bool isCase = kind == InboxOrder::Kind::Register || kind == InboxOrder::Kind::Join;
    const QList<InboxOrder> some = mOrders.mid(done, isCase ? kRegistered : kPrepared);
    ask<QList<InboxOutcome>>([some, user = mUser](InboxClerk &clerk) {
        return Result<QList<InboxOutcome>>(clerk.carryOutAll(some, user));
    }).then(this, [this, some](const Result<QList<InboxOutcome>> &outcomes) {
        if (outcomes) {
            mOutcomes += outcomes.value();
        } else {
            for (const InboxOrder &order : some) {
                mOutcomes.append({order, std::nullopt, outcomes.error()});
            }
            mIsStopped = true; // the store does not answer: the others would fare no better
        }
        carryOutNext();
    });
}

void InboxDesk::tellFinished()
{
    mIsBusy = false;
    mOrders.clear();
    emit finished(std::exchange(mOutcomes, {}));
}

QFuture<Result<InboxPreview>> InboxDesk::preview(const QString &file,
                                                 const InboxFileOptions &options)
{
    return mDistrict.askStore<InboxPreview>(
        [reader = mReader, file, options](Store &store) -> Result<InboxPreview> {
            InboxFileOptions how = options;
            how.timeZone = store.info().timeZone;
            InboxPreview preview;
            const auto take = [&](QList<InboxArrival> &rows) {
                for (const InboxArrival &row : std::as_const(rows)) {
                    if (preview.rows.size() < kPreviewRows) {
                        preview.rows.append(row.item);
                        preview.rows.last().hasCaller = !row.caller.isEmpty();
                    }
                }
                return true;
            };
            how.mostRows = kPreviewRows;
            Result<InboxFileReport> report = reader(file, how, take, [](int) { return true; });
            if (!report) {
                return report.error();
            }
            preview.report = std::move(report).value();
            return preview;
        });
}

QFuture<Result<InboxImportReport>> InboxDesk::importFile(const QString &file,
                                                         const InboxFileOptions &options)
{
    mReins = std::make_shared<Reins>();
    mUser = mDistrict.user();
    mLook.start();
    QFuture<Result<InboxImportReport>> answer = ask<InboxImportReport>(
        [reader = mReader, reins = mReins, file, options, user = mUser](InboxClerk &clerk) {
            return clerk.importFile(file, options, user, reader, [reins](int percent) {
                reins->percent = percent;
                return !reins->stop;
            });
        });
    return answer.then(this, [this](const Result<InboxImportReport> &report) {
        mLook.stop();
        return report;
    });
}

} // namespace gridward
