// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/draftdesk.h"

#include "models/service/districtservice.h"

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::chrono::milliseconds kPause{500};

} // namespace

DraftDesk::DraftDesk(DistrictService &district, QObject *parent)
    : DraftPort(parent)
    , mDistrict(district)
{
    mPause.setSingleShot(true);
    mPause.setInterval(kPause);
    connect(&mPause, &QTimer::timeout, this, &DraftDesk::write);
    connect(&mDistrict, &DistrictPort::userChanged, this, [this] {
        if (mDistrict.user().name != mUser) {
            mWishes.clear(); // nobody's forms are kept in somebody else's name
        }
    });
}

QFuture<Result<QList<FormDraft>>> DraftDesk::drafts()
{
    return mDistrict.askStore<QList<FormDraft>>(
        [](Store &store) { return store.drafts().drafts(); });
}

void DraftDesk::keep(const QString &form, const QString &about, const QJsonObject &content)
{
    want({form, about}, FormDraft{form, about, mDistrict.clock().now(), content});
}

void DraftDesk::drop(const QString &form, const QString &about)
{
    want({form, about}, std::nullopt);
}

void DraftDesk::want(const Key &key, const Wish &wish)
{
    mUser = mDistrict.user().name;
    if (mUser.isEmpty()) {
        return; // nobody is signed in
    }
    mWishes.insert(key, wish);
    if (!wish) {
        mPause.stop(); // what was sent must not come back after a crash
    }
    if (!mPause.isActive()) {
        write();
    }
}

void DraftDesk::write()
{
    if (mWriting || mWishes.isEmpty()) {
        return;
    }
    const QHash<Key, Wish> wishes = std::exchange(mWishes, {});
    mWriting = true;
    mDistrict
        .askStore<bool>([wishes](Store &store) -> Result<bool> {
            const Result<void> done = store.transaction([&]() -> Result<void> {
                for (auto one = wishes.cbegin(); one != wishes.cend(); ++one) {
                    Result<void> written =
                        *one ? store.drafts().save(**one)
                             : store.drafts().remove(one.key().first, one.key().second);
                    if (!written) {
                        return written;
                    }
                }
                return {};
            });
            return done ? Result<bool>(true) : Result<bool>(done.error());
        })
        .then(this, [this, wishes](const Result<bool> &done) {
            mWriting = false;
            mPause.start();
            if (!done) {
                emit failed(done.error());
                return;
            }
            for (auto one = wishes.cbegin(); one != wishes.cend(); ++one) {
                if (*one) {
                    emit kept(one.key().first, one.key().second);
                }
            }
        });
}

} // namespace gridward
