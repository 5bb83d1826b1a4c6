// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/simulation/demoinbox.h"

#include "models/domain/storedplace.h"
#include "models/service/inboxport.h"
#include "models/service/inboxproposer.h"
#include "models/service/simulation/demopersonal.h"
#include "models/service/simulation/randomstream.h"
#include "models/store/store.h"

#include <QCryptographicHash>
#include <QTimeZone>

#include <algorithm>
#include <chrono>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gridward {

namespace {

constexpr auto kDump = 7h;   ///< before "now" the hotline's dump was taken in
constexpr auto kExport = 2h; ///< and the app's export
constexpr int kPlain = 22;   ///< rows of the dump that say all that is needed
constexpr int kTwice = 5;    ///< troubles that are told three times
constexpr int kNowhere = 8;
constexpr int kApp = 18;
constexpr int kKnown = 4;      ///< rows about a case that is open
constexpr int kRegistered = 4; ///< rows that are a case by now
constexpr int kReady = 8;      ///< rows that have been classified and located
constexpr double kHasAddress = 0.7;
constexpr double kHasCaller = 0.8;
constexpr double kStep = 1e-4; ///< degrees: about ten metres, as a phone places a photo

using Kind = InboxOrder::Kind;

QString localText(Instant at)
{
    const QTimeZone zone(kDemoZone);
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), zone)
        .toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

/** Whole seconds: nobody's list has less. */
Instant between(Instant from, Instant to, RandomStream &random)
{
    const auto room = std::chrono::duration_cast<std::chrono::seconds>(to - from).count();
    return from + std::chrono::seconds(static_cast<qint64>(
                      random.below(static_cast<quint64>(std::max<qint64>(1, room)))));
}

/** Written down by somebody on patrol, which no caller says. */
bool isPatrols(const QString &text)
{
    return text.startsWith(u"巡查"_s);
}

class InboxMaker
{
public:
    InboxMaker(const SimulationData &data, const DemoDistrict &district)
        : mData(data)
        , mDistrict(district)
        , mRandom(district.seed, u"inbox")
        , mPeople(data)
        , mDump{u"12345热线工单（模拟）.csv"_s, whole(district.at - kDump), u"acceptor1"_s, {}}
        , mExport{u"市民随手拍（模拟）.jsonl"_s, whole(district.at - kExport), u"acceptor2"_s, {}}
        , mProposer({inForce(district.catalogue), district.addresses, district.keyPlaces})
    {
        std::vector<double> weights;
        for (const ClassShare &share : data.classes) {
            weights.push_back(data.texts.contains(share.code) ? share.weight : 0.0);
        }
        mClasses = AliasTable(weights);
    }

    DemoInbox make(const QList<DemoCall> &calls);

private:
    /** What is told, and where that is. */
    struct Told
    {
        QString text;
        QString address;
        std::optional<GeoPoint> place;
    };

    static Instant whole(Instant at) { return std::chrono::floor<std::chrono::seconds>(at); }
    static QList<CatalogueEntry> inForce(const QList<CatalogueEntry> &all)
    {
        QList<CatalogueEntry> entries;
        for (const CatalogueEntry &entry : all) {
            if (entry.key.scheme == defaultScheme() && entry.isInForce()) {
                entries.append(entry);
            }
        }
        return entries;
    }
    [[nodiscard]] QString pick(const QStringList &texts)
    {
        return texts.isEmpty() ? QString() : texts.at(mRandom.pickOf(texts.size()));
    }
    [[nodiscard]] QString trouble(const QString &place);
    [[nodiscard]] Told told();
    void put(DemoImport &import, const Told &told, Instant at, CaseSource channel);
    void call(const Told &told);
    void addDump();
    void addExport();
    void addKnown(const QList<DemoCall> &calls);
    void addRegistered(const QList<DemoCall> &calls);
    void number(DemoImport &import, const QString &prefix);
    void prepareSome();
    void refuseSome();
    [[nodiscard]] const InboxItem *find(const QString &text) const;

    const SimulationData &mData;
    const DemoDistrict &mDistrict;
    RandomStream mRandom;
    DemoPersonMaker mPeople;
    AliasTable mClasses;
    DemoImport mDump;
    DemoImport mExport;
    InboxProposer mProposer;
    QList<DemoTriage> mSteps;
    QList<std::pair<QString, DemoCall>> mRegistered; ///< text → the case it is
};

/** A trouble of the demo as a caller tells it, not as somebody on patrol writes it down. */
QString InboxMaker::trouble(const QString &place)
{
    const QString code = mData.classes.at(static_cast<qsizetype>(mClasses.pick(mRandom))).code;
    QList<TextTemplate> templates = mData.texts.value(code);
    templates.removeIf([](const TextTemplate &one) { return isPatrols(one.text); });
    if (templates.isEmpty()) {
        templates = mData.texts.value(code);
    }
    const TextTemplate &words = templates.at(mRandom.pickOf(templates.size()));
    QString text = words.text;
    text.replace("{place}"_L1, place);
    return text.replace("{detail}"_L1, pick(mData.details.value(words.detailSet)));
}

InboxMaker::Told InboxMaker::told()
{
    const Address &address = mDistrict.addresses.at(mRandom.pickOf(mDistrict.addresses.size()));
    const QString spoken = address.road + address.number + u'号';
    return {trouble(spoken), mRandom.chance(kHasAddress) ? address.text : QString(), address.place};
}

void InboxMaker::put(DemoImport &import, const Told &told, Instant at, CaseSource channel)
{
    InboxArrival row;
    row.item.source = channel == CaseSource::App ? u"随手拍"_s : u"12345"_s;
    row.item.channel = channel;
    row.item.receivedAt = at;
    row.item.toldAt = localText(at);
    row.item.text = told.text;
    row.item.address = told.address;
    if (channel == CaseSource::App && told.place) {
        row.item.place = asStored(*told.place);
        const int grid = mDistrict.gridAt(*row.item.place);
        row.item.grid = grid < 0 ? QString() : mDistrict.grids.at(grid).code;
    }
    if (mRandom.chance(kHasCaller)) {
        row.caller =
            mPeople.caller(mDistrict.seed, 1'000'000 + mDump.rows.size() + mExport.rows.size());
    }
    import.rows.append(row);
}

void InboxMaker::call(const Told &told)
{
    put(mDump, told, between(mDump.at - 9h, mDump.at - 10min, mRandom), CaseSource::Hotline);
}

void InboxMaker::addDump()
{
    for (int row = 0; row < kPlain; ++row) {
        Told one = told();
        one.text.prepend(pick(mData.inbox.openings));
        call(one);
    }
    for (int row = 0; row < kTwice; ++row) {
        Told one = told();
        const QString text = one.text;
        const Instant first = between(mDump.at - 6h, mDump.at - 3h, mRandom);
        one.text.prepend(pick(mData.inbox.openings));
        put(mDump, one, first, CaseSource::Hotline);
        for (const auto later : {25min, 70min}) {
            one.text = pick(mData.inbox.again) + text;
            put(mDump, one, first + later, CaseSource::Hotline);
        }
    }
    for (int row = 0; row < kNowhere; ++row) {
        call({pick(mData.inbox.openings) + trouble(pick(mData.inbox.places)), {}, {}});
    }
    for (QString text : mData.inbox.unclear) {
        const Told where = told();
        text.replace("{place}"_L1, u"我家附近"_s);
        call({text, where.address, where.place});
    }
    for (const auto &[text, reason] : mData.inbox.refused) {
        call({text, {}, {}});
    }
}

/** People who took a photo: it has its place, and fewer words. */
void InboxMaker::addExport()
{
    for (int row = 0; row < kApp; ++row) {
        Told one = told();
        one.address.clear();
        one.place->longitude += kStep * mRandom.uniform(-1.0, 1.0);
        one.place->latitude += kStep * mRandom.uniform(-1.0, 1.0);
        put(mExport, one, between(mDump.at, mExport.at - 10min, mRandom), CaseSource::App);
    }
}

/** What is known already: told once more, on the spot. */
void InboxMaker::addKnown(const QList<DemoCall> &calls)
{
    int rows = 0;
    for (qsizetype place = calls.size() - 1; place >= 0 && rows < kKnown; --place) {
        const DemoCall &known = calls.at(place);
        if (!known.isOpen || isPatrols(known.text) || known.at > mExport.at - 30min ||
            known.at < mExport.at - 20h) {
            continue;
        }
        put(mExport,
            {pick(mData.inbox.again) + known.text, known.address, known.place},
            between(std::max(known.at, mDump.at), mExport.at - 10min, mRandom),
            CaseSource::App);
        ++rows;
    }
}

/** The calls of this morning that were rows of the dump before they were cases. */
void InboxMaker::addRegistered(const QList<DemoCall> &calls)
{
    for (const DemoCall &made : calls) {
        const bool isOne =
            made.at > mDump.at + 5min && made.at <= mDistrict.at && !isPatrols(made.text);
        if (!isOne || mRegistered.size() == kRegistered) {
            continue;
        }
        call({made.text, made.address, made.place});
        mDump.rows.last().caller = {}; // theirs is with the case
        mRegistered.append({made.text, made});
    }
}

void InboxMaker::number(DemoImport &import, const QString &prefix)
{
    std::ranges::stable_sort(import.rows, {}, [](const InboxArrival &row) {
        return row.item.receivedAt.value_or(Instant{});
    });
    int count = 0;
    for (InboxArrival &row : import.rows) {
        row.item.batch = import.file.section(u'.', 0, 0) + u' ' + localText(import.at);
        row.item.number = prefix + row.item.toldAt.left(10).remove(u'-') +
                          u"%1"_s.arg(++count, 4, 10, QChar(u'0'));
        row.rowHash =
            QCryptographicHash::hash(QStringList{row.item.toldAt, row.item.text, row.item.address}
                                         .join(QChar(0x1f))
                                         .toUtf8(),
                                     QCryptographicHash::Sha256);
        mProposer.proposeFor(row.item);
    }
}

const InboxItem *InboxMaker::find(const QString &text) const
{
    const auto row = std::ranges::find_if(
        mDump.rows, [&](const InboxArrival &one) { return one.item.text == text; });
    return row == mDump.rows.end() ? nullptr : &row->item;
}

/** Rows that somebody has looked at: they are ready, and wait for their registration. */
void InboxMaker::prepareSome()
{
    int ready = 0;
    for (const DemoImport *import : {&mDump, &mExport}) {
        for (const InboxArrival &row : import->rows) {
            const InboxItem &item = row.item;
            const bool canBe = item.proposedClass && (item.place || item.proposedPlace) &&
                               ready < (import == &mDump ? kReady / 2 : kReady) &&
                               std::ranges::none_of(mRegistered, [&](const auto &one) {
                                   return one.first == item.text;
                               });
            if (!canBe || !mRandom.chance(0.4)) {
                continue;
            }
            ++ready;
            const Instant at = import->at + 8min * ready;
            const QString by = u"acceptor1"_s;
            mSteps.append({at, by, toId(Kind::Classify), item.number, item.proposedClass});
            if (!item.place) {
                const GeoPoint place = asStored(item.proposedPlace->point);
                const int grid = mDistrict.gridAt(place);
                mSteps.append({at + 40s,
                               by,
                               toId(Kind::Locate),
                               item.number,
                               {},
                               place,
                               grid < 0 ? QString() : mDistrict.grids.at(grid).code});
            }
        }
    }
    for (const auto &[text, made] : std::as_const(mRegistered)) {
        const InboxItem *item = find(text);
        if (item == nullptr) {
            continue;
        }
        const int grid = mDistrict.gridAt(made.place);
        const QString code = grid < 0 ? QString() : mDistrict.grids.at(grid).code;
        mSteps.append({made.at - 90s, made.by, toId(Kind::Classify), item->number, made.of});
        mSteps.append(
            {made.at - 50s, made.by, toId(Kind::Locate), item->number, {}, made.place, code});
        mSteps.append(
            {made.at, made.by, toId(Kind::Register), item->number, {}, {}, {}, {}, made.id});
    }
}

void InboxMaker::refuseSome()
{
    int refused = 0;
    for (const auto &[text, reason] : mData.inbox.refused) {
        const InboxItem *item = find(text);
        if (item == nullptr) {
            continue;
        }
        mSteps.append({mDump.at + 11min * ++refused,
                       refused % 2 == 0 ? u"acceptor2"_s : u"acceptor1"_s,
                       toId(Kind::Refuse),
                       item->number,
                       {},
                       {},
                       {},
                       reason});
    }
}

DemoInbox InboxMaker::make(const QList<DemoCall> &calls)
{
    if (mDistrict.addresses.isEmpty()) {
        return {};
    }
    addDump();
    addRegistered(calls);
    addExport();
    addKnown(calls);
    number(mDump, u"RX"_s);
    number(mExport, u"SSP"_s);
    prepareSome();
    refuseSome();
    std::ranges::stable_sort(mSteps, {}, &DemoTriage::at);
    return {{mDump, mExport}, mSteps};
}

} // namespace

std::optional<DemoCall> demoCallOf(const CaseId &id, const QList<CaseStep> &steps, Instant since)
{
    const CaseStep &first = steps.first();
    const auto fact = [&](const char *name) { return first.facts.value(QLatin1String(name)); };
    if (first.at <= since || fact(fact::kSource).toString() != toId(CaseSource::Hotline)) {
        return std::nullopt;
    }
    DemoCall call;
    call.id = id;
    call.at = first.at;
    call.by = first.actor;
    call.of = {CaseKind::Matter, fact(fact::kClass).toString()};
    call.text = fact(fact::kText).toString();
    call.address = fact(fact::kAddress).toString();
    call.place = {fact(fact::kLongitude).toDouble(), fact(fact::kLatitude).toDouble()};
    call.isOpen = isOpen(steps.last().to);
    return call;
}

DemoInbox makeDemoInbox(const SimulationData &data,
                        const DemoDistrict &district,
                        const QList<DemoCall> &calls)
{
    return InboxMaker(data, district).make(calls);
}

Result<qint64> writeDemoImport(Store &store, const DemoImport &import)
{
    const PersonalActor by{import.by, u"demo"_s, import.at};
    const Result<InboxArrivals> added = store.inbox().add(import.rows, by);
    if (!added) {
        return added.error();
    }
    const Result<void> noted = store.inbox().noteImport(import.file, added.value(), 0, by);
    return noted ? Result<qint64>(added.value().added) : Result<qint64>(noted.error());
}

Result<void> writeDemoTriage(Store &store, const DemoInbox &inbox)
{
    const Result<QList<InboxItem>> rows = store.inbox().list({});
    if (!rows) {
        return rows.error();
    }
    QHash<QString, InboxItem> now;
    for (const InboxItem &row : rows.value()) {
        now.insert(row.number, row);
    }
    for (const DemoTriage &step : inbox.steps) {
        InboxItem &row = now[step.number];
        row.chosenClass = step.chosen ? step.chosen : row.chosenClass;
        if (step.place) {
            row.place = step.place;
            row.grid = step.grid;
        }
        if (!step.refusal.isEmpty()) {
            row.state = InboxState::Refused;
            row.reason = step.refusal;
        }
        if (step.registered) {
            row.state = InboxState::Registered;
            row.caseId = step.registered->toText();
        }
        Result<InboxItem> after =
            store.inbox().change(row, step.action, {step.by, u"demo"_s, step.at}, row.caseId);
        if (!after) {
            return after.error();
        }
        row = std::move(after).value();
    }
    return {};
}

} // namespace gridward
