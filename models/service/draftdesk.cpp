// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/draftdesk.h"

#include "models/service/districtservice.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::chrono::milliseconds kPause{500};
constexpr std::chrono::seconds kAgain{3}; ///< after a write that failed

} // namespace

DraftDesk::DraftDesk(DistrictService &district, const QString &seat, QObject *parent)
    : DraftPort(parent)
    , mDistrict(district)
    , mSeat(seat)
{
    mPause.setSingleShot(true);
    connect(&mPause, &QTimer::timeout, this, &DraftDesk::write);
    connect(&mDistrict, &DistrictPort::userChanged, this, &DraftDesk::write);
    connect(&mDistrict, &DistrictPort::stateChanged, this, [this](StoreState state) {
        if (state == StoreState::Opening) {
            ++mStore;
            mWishes.clear(); // of another store; that one is closed
        }
    });
}

QString DraftDesk::seat() const
{
    return mSeat.isEmpty() ? mDistrict.origin() : mSeat;
}

DraftDesk::~DraftDesk()
{
    if (!mWishes.empty()) {
        static_cast<void>(send(mWishes)); // the store's thread ends what it was asked
    }
}

QFuture<Result<QList<FormDraft>>> DraftDesk::drafts(const QString &form)
{
    return mDistrict.askStore<QList<FormDraft>>(
        [form](Store &store) { return store.drafts().drafts(form); });
}

void DraftDesk::keep(const QString &form, const QString &about, const QJsonObject &content)
{
    want({mDistrict.user(), form, about, FormDraft{form, about, mDistrict.clock().now(), content}});
}

void DraftDesk::drop(const QString &form, const QString &about)
{
    want({mDistrict.user(), form, about, std::nullopt});
}

void DraftDesk::want(const Wish &wish)
{
    if (wish.owner.name.isEmpty()) {
        return; // nobody is signed in
    }
    mWishes.insert_or_assign({wish.owner.name, wish.form, wish.about}, wish);
    if (!wish.draft) {
        mPause.stop(); // what was sent must not come back after a crash
    }
    if (!mPause.isActive()) {
        write();
    }
}

QFuture<Result<bool>> DraftDesk::send(const Wishes &wishes)
{
    return mDistrict.askStore<bool>([wishes,
                                     now = mDistrict.clock().now()](Store &store) -> Result<bool> {
        const Result<void> done = store.transaction([&]() -> Result<void> {
            for (const auto &[key, wish] : wishes) {
                store.actAs(wish.owner, now); // until the question is answered
                Result<void> written = wish.draft ? store.drafts().save(*wish.draft)
                                                  : store.drafts().remove(wish.form, wish.about);
                if (!written) {
                    return written;
                }
            }
            return {};
        });
        return done ? Result<bool>(true) : Result<bool>(done.error());
    });
}

void DraftDesk::write()
{
    if (mWriting || mWishes.empty()) {
        return;
    }
    const Wishes wishes = std::exchange(mWishes, {});
    mWriting = true;
    send(wishes).then(this, [this, wishes, store = mStore](const Result<bool> &done) {
        mWriting = false;
        mPause.start(done ? std::chrono::milliseconds(kPause) : std::chrono::milliseconds(kAgain));
        if (store != mStore) {
            return;
        }
        if (!done) {
            // Above all what was sent must go: else it would be there again, and be sent twice.
            for (const auto &[key, wish] : wishes) {
                mWishes.try_emplace(key, wish); // unless something newer is wished by now
            }
            emit failed(done.error());
            return;
        }
        for (const auto &[key, wish] : wishes) {
            if (wish.draft) {
                emit kept(wish.form, wish.about);
            }
        }
    });
}

} // namespace gridward
