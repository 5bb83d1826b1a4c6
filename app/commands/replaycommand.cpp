// SPDX-License-Identifier: GPL-3.0-or-later
// `gridward replay STORE CASES`: recorded cases, as if they happened now.
#include "app/commands/caseimportorder.h"
#include "app/commands/commandio.h"
#include "app/commands/commands.h"
#include "gis/import/casereplay.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonObject>
#include <queue>

#include <thread>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ReplayCommand)
};

constexpr std::chrono::milliseconds kNap{50};
constexpr double kFastest = 1e6;

/** The next step of a case that is under way. */
struct Pending
{
    ReplayItem item;
    qsizetype step = 0;

    [[nodiscard]] Instant at() const { return item.steps.at(step).at; }
};

struct Later
{
    bool operator()(const Pending &a, const Pending &b) const { return a.at() > b.at(); }
};

/** Writes each step at its moment: the cases overlap as they did. */
class Player
{
public:
    Player(Store &store, CaseReplay &replay, const ReplayClock &clock)
        : mStore(store)
        , mReplay(replay)
        , mClock(clock)
    {
    }

    Result<void> play(ProgressLine &progress)
    {
        Result<void> fetched = fetch();
        while (fetched && !mQueue.empty()) {
            if (!waitFor(mQueue.top().at(), progress)) {
                return {};
            }
            Pending next = mQueue.top();
            mQueue.pop();
            const bool isReport = next.step == 0;
            if (const Result<void> written = write(next); !written) {
                return written;
            }
            if (isReport) {
                fetched = fetch();
            }
        }
        return fetched;
    }
    qint64 played = 0;
    qint64 known = 0;

private:
    /** Keeps one report ahead in the queue; they come in order. */
    Result<void> fetch()
    {
        Result<std::optional<ReplayItem>> item = mReplay.next();
        if (!item) {
            return item.error();
        }
        if (std::optional<ReplayItem> next = std::move(item).value()) {
            mQueue.push({CaseReplay::moved(std::move(*next), mClock), 0});
        }
        return {};
    }
    bool waitFor(Instant moment, ProgressLine &progress)
    {
        while (SystemClock().now() < moment) {
            if (!show(progress)) {
                return false;
            }
            std::this_thread::sleep_for(kNap);
        }
        return show(progress);
    }
    bool show(ProgressLine &progress)
    {
        const qint64 count = std::max<qint64>(1, mReplay.count());
        return progress.show(static_cast<int>(100 * (played + known) / count),
                             Words::tr("%1 cases").arg(played));
    }
    Result<void> write(Pending &next)
    {
        const CaseStep &step = next.item.steps.at(next.step);
        if (next.step == 0) {
            const Result<Case> added = mStore.cases().add(next.item.id, step);
            if (!added) {
                // A case that is there already stays as it is.
                ++known;
                return added.error().code == ErrorCode::Conflict ? Result<void>() : added.error();
            }
            ++played;
        } else {
            const Result<Case> moved =
                mStore.cases().append(next.item.id, static_cast<int>(next.step), step);
            if (!moved) {
                // Somebody else has taken the case on: it is theirs now.
                return moved.error().code == ErrorCode::Conflict ? Result<void>() : moved.error();
            }
        }
        if (++next.step < next.item.steps.size()) {
            mQueue.push(std::move(next));
        }
        return {};
    }

    Store &mStore;
    CaseReplay &mReplay;
    ReplayClock mClock;
    std::priority_queue<Pending, std::vector<Pending>, Later> mQueue;
};

} // namespace

ExitStatus runReplay(const QStringList &arguments)
{
    const Result<CommandArguments> parsed = CommandArguments::parse(arguments,
                                                                    withActor({{"speed", "N", "1"},
                                                                               {"profile", "NAME"},
                                                                               {"crs", "CRS"},
                                                                               {"encoding", "E"},
                                                                               {"refused", "FILE"},
                                                                               {"json"}}),
                                                                    2,
                                                                    2);
    if (!parsed) {
        return wrongUsage(parsed.error().message);
    }
    const CommandArguments &given = parsed.value();
    bool isNumber = false;
    const double speed = given.value("speed").toDouble(&isNumber);
    if (!isNumber || !(speed > 0.0 && speed <= kFastest)) {
        return wrongUsage(Words::tr("--speed must be a number above 0, up to 1000000."));
    }
    Result<std::unique_ptr<Store>> opened = openStore(given.at(0));
    if (!opened) {
        return failWith(opened.error());
    }
    const std::unique_ptr<Store> store = std::move(opened).value();
    const Result<QString> actor = importActor(*store, given, Thing::Case, u"import"_s);
    if (!actor) {
        return failWith(actor.error());
    }
    Result<CaseImportOptions> options = caseImportOptions(given.at(1), given, actor.value());
    if (!options) {
        return failWith(options.error());
    }
    if (const Result<void> noted = noteInAudit(*store,
                                               AuditKind::Import,
                                               QFileInfo(given.at(1)).fileName(),
                                               {{u"kind"_s, u"replay"_s}});
        !noted) {
        return failWith(noted.error());
    }
    // What others did is played again in their names, which nobody may take for themselves.
    store->actAs(std::nullopt, {});
    ProgressLine progress(Words::tr("replaying"));
    Result<std::unique_ptr<CaseReplay>> replay =
        CaseReplay::open(*store, options.value(), [&](int percent, qint64) {
            return progress.show(percent, Words::tr("(reading)"));
        });
    if (!replay) {
        return failWith(replay.error());
    }
    const std::unique_ptr<CaseReplay> cases = std::move(replay).value();
    const ReplayClock clock{cases->begins().value_or(Instant{}), SystemClock().now(), speed};
    Player player(*store, *cases, clock);
    const Result<void> played = player.play(progress);
    if (!played) {
        return failWith(played.error());
    }
    if (given.has("json")) {
        printJson(QJsonDocument(QJsonObject{{u"cases"_s, cases->count()},
                                            {u"played"_s, player.played},
                                            {u"known"_s, player.known},
                                            {u"refused"_s, cases->refused()}}));
    }
    return cases->refused() == 0 ? ExitStatus::Done : ExitStatus::PartlyRejected;
}

} // namespace gridward
