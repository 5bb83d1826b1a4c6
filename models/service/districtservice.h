// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtpicture.h"
#include "models/service/districtport.h"
#include "models/service/districtqueries.h"
#include "models/service/seatchoice.h"
#include "models/store/storethread.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

#include <memory>

namespace gridward {

/** As whom a store is looked at, and when. */
struct DistrictSeat
{
    QString user;              ///< empty: the first who may do everything
    std::optional<Instant> at; ///< as things stood then; later events do not count
    /** It resumes, urges and alarms when the time has come, as whoever has a store open does.
     */
    bool keepsHouse = false;
    std::optional<User> proven = {}; ///< has signed in already
};

/**
 * The district of a store: answers the screens on the store's thread and tells what changed there,
 * from here or from another program, gathered into at most ten updates a second. GUI thread.
 */
class DistrictService final : public DistrictPort
{
    Q_OBJECT
public:
    /** The clock outlives it; `origin` names this seat in the log, `wording` its messages. */
    DistrictService(const Clock &clock,
                    QString origin,
                    QObject *parent = nullptr,
                    CaseWording wording = {});
    ~DistrictService() override;

    using Seat = DistrictSeat;

    /**
     * Opens a store instead of the present one; pictureRead() or failed() follows. One that cannot
     * be reached is tried again until it can, or another one is opened.
     */
    void open(StoreThread::Opener opener, const Seat &seat = {});
    /** The same store in another way, with the seat that it had. */
    void openAgain(StoreThread::Opener opener) { open(std::move(opener), Seat(mSeat)); }
    /** The connection itself proves who the user is: a login of a server. */
    [[nodiscard]] bool isLoggedIn() const { return mIsLoggedIn; }
    /** Reads everything anew; pictureRead() or failed() follows. */
    void readAgain() { readAll(); }
    /** True while a question is on its way. */
    [[nodiscard]] bool isBusy() const { return mPending > 0; }

    [[nodiscard]] const Clock &clock() const override { return mClock; }
    [[nodiscard]] const StoreInfo &info() const override { return mInfo; }
    [[nodiscard]] const DistrictNames &names() const override { return mNames; }
    [[nodiscard]] StoreState state() const override { return mState; }
    [[nodiscard]] Instant believedAt() const override { return mBelievedAt; }
    [[nodiscard]] const User &user() const override { return mUser; }
    [[nodiscard]] const QList<User> &users() const override { return mUsers; }
    void setUser(const QString &name) override;
    [[nodiscard]] const QList<User> &posts() const override { return mPosts; }
    void takePost(const User &post) override;
    [[nodiscard]] const AccessRules &access() const override { return *mAccess; }

    /** Somebody has proved who they are (or, where claims are trusted, said so). */
    void signIn(const User &user);
    /** Nobody any more: everything that is shown is forgotten, the store asks for a user again. */
    void signOut();

    /**
     * A question of another service, answered on the store's thread in the name of the present
     * user; the store checks it as any other.
     */
    template <typename T>
    [[nodiscard]] QFuture<Result<T>> askStore(std::function<Result<T>(Store &)> question)
    {
        return watched<T>(mStore.run<T>(
            [seat = mUser, &clock = mClock, question = std::move(question)](Store &store) {
                const ActingAs acting(store, seat, clock.now());
                return question(store);
            }));
    }
    /** The same in the name of the program: for signing in, when nobody is anybody yet. */
    template <typename T>
    [[nodiscard]] QFuture<Result<T>> askStoreAsProgram(std::function<Result<T>(Store &)> question)
    {
        return watched<T>(mStore.run<T>(std::move(question)));
    }
    [[nodiscard]] const QString &origin() const { return mOrigin; }
    /** As of when the store is looked at; nothing: as it is. */
    [[nodiscard]] const std::optional<Instant> &asOf() const { return mSeat.at; }

    QFuture<Result<Case>> report(const ReportDraft &draft) override;
    QFuture<Result<Case>> act(const CaseId &id, const ActionRequest &request) override;
    QFuture<Result<CaseFile>> caseFile(const CaseId &id) override;
    QFuture<Result<GridCard>> gridCard(const QString &grid) override;
    QFuture<Result<PlaceCard>> placeCard(const QString &place) override;
    QFuture<Result<PlaceFacts>> placeFacts(const GeoPoint &place) override;
    QFuture<Result<ResponsibleHere>> responsibleAt(const GeoPoint &place,
                                                   const ClassKey &key) override;
    QFuture<Result<QList<SearchHit>>> search(const QString &text, int limit) override;
    QFuture<Result<QList<Case>>> newest(int limit) override;
    QFuture<Result<DayRhythm>> dayRhythm() override;
    QFuture<Result<CasePoints>> casePoints(const CasePlaceQuery &query) override;
    QFuture<Result<QList<Case>>> cases(const QList<CaseId> &ids) override;
    QFuture<Result<CasePoints>> denominator(Denominator kind) override;
    QFuture<Result<QList<CatalogueEntry>>> classes() override;
    QFuture<Result<QList<Component>>> components(const GeoExtent &extent, int limit) override;
    QFuture<Result<QList<StaffMark>>> staffOnDuty() override;

signals:
    /** All of it anew: after opening, and when what stands still was written. */
    void pictureRead(const gridward::DistrictPicture &picture);
    /** What the store tells of its log: every event once. Those cases are read, then. */
    void eventsTold(const QList<gridward::CaseChange> &changes);
    /** These cases changed, and stand so now. */
    void casesRead(const QList<gridward::Case> &cases);
    /** The post that was asked for is not theirs, or no longer. */
    void postRefused(const gridward::Error &error);
    void failed(const gridward::Error &error);
    /** Staff on duty were seen elsewhere. */
    void staffChanged();
    void componentsChanged();
    /** Something that stands still was written, here or elsewhere: the names of the tables. */
    void tablesChanged(const QStringList &tables);
    /** Every question has been answered. */
    void becameIdle();

private:
    /** What the store's thread keeps between two questions. */
    struct Desk
    {
        std::unique_ptr<CaseDesk> desk;
        SearchIndex index;
    };
    struct Opened
    {
        DistrictPicture picture;
        DistrictNames names;
        QList<User> users;
        User user; ///< as whom it was read; without a name: nobody is signed in
        QList<User> posts;
        std::shared_ptr<const AccessRules> access;
        std::optional<Error> refusal; ///< why the user is not in the post that was asked for
        bool isLoggedIn = false;
    };
    /** While it lives, the store works for that user. */
    class ActingAs
    {
    public:
        ActingAs(Store &store, const User &user, Instant now)
            : mStore(store)
        {
            mStore.actAs(user, now);
        }
        ActingAs(const ActingAs &) = delete;
        ActingAs &operator=(const ActingAs &) = delete;
        ~ActingAs() { mStore.actAs(std::nullopt, {}); }

    private:
        Store &mStore;
    };
    /** Counts the question until it has been answered. */
    template <typename T>
    QFuture<Result<T>> watched(QFuture<Result<T>> answer)
    {
        // Behind the question in the same queue: when this comes back, so has the answer.
        ++mPending;
        mStore.run<bool>([](Store &) { return Result<bool>(true); })
            .then(this, [this](const Result<bool> &) {
                if (--mPending == 0) {
                    emit becameIdle();
                }
            });
        return answer;
    }
    [[nodiscard]] static Result<Opened>
    readOpened(Store &store, const SeatWish &wanted, Instant now, std::optional<Instant> at);
    /** The same without the picture. */
    [[nodiscard]] static Result<Opened> readWho(Store &store, const SeatWish &wanted, Instant now);
    [[nodiscard]] bool isAsBefore(const Opened &read) const;

    template <typename T>
    QFuture<Result<T>> ask(std::function<Result<T>(Store &, Desk &)> question);
    /** As ask(); `take` is called only while the same store is open. */
    template <typename T>
    void askWhileOpen(std::function<Result<T>(Store &, Desk &)> question,
                      std::function<void(const Result<T> &)> take);
    void tryToOpen();
    void loseStore(const Error &error);
    void readAll();
    void takeTables(const QStringList &tables);
    /** Who sits here, and who manages which grid: if that is as it was, no case is read. */
    void readStaffing();
    void keepHouse();
    void wish(const SeatWish &wanted);
    void takeNobody();
    void takeOpened(const Result<Opened> &opened);
    void takeChanges(const QList<CaseChange> &changes);
    void readChanged();
    void setState(StoreState state);
    void fail(const Error &error);
    void fallBehind(const Error &error);
    [[nodiscard]] QDate today() const;

    const Clock &mClock;
    QString mOrigin;
    CaseWording mWording;
    StoreThread mStore;
    std::shared_ptr<Desk> mDesk; ///< used on the store's thread alone
    StoreInfo mInfo;
    DistrictNames mNames;
    QList<User> mUsers;
    User mUser;
    QHash<QString, QString> mManagers; ///< as DistrictPicture has them
    SeatWish mWanted;
    QList<User> mPosts;
    std::shared_ptr<const AccessRules> mAccess;
    Seat mSeat;
    int mPending = 0;
    StoreState mState = StoreState::None;
    Instant mBelievedAt;  ///< the last good look at the store
    QSet<QUuid> mChanged; ///< to be read at the next pulse
    bool mIsLoggedIn = false;
    StoreThread::Opener mOpener;
    bool mIsOpening = false; ///< until it is open: what is told till then is not of that store
    QTimer mOpenAgain;       ///< while a store cannot be reached that is to be opened
    QTimer mPulse;           ///< gathers bursts of changes into one update of the screens
    QElapsedTimer mPulsed;   ///< since the last update
    QTimer mHouse;           ///< looks for what the program has to do by itself
    QTimer mRetry;           ///< runs while something is missing that could not be read
    bool mBehind = false;    ///< what could not be read is known only by reading all
    bool mReadingAll = false;
    int mTurn = 0; ///< of those who sit here: what was read for the one before is nobody's business
    bool mAllAgain = false; ///< more happened while all was being read
    bool mRetrying = false; ///< its failure has been told already
};

} // namespace gridward
