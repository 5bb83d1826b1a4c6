// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memorystore.h"

#include "models/domain/caseaxes.h"
#include "models/store/geopackagestore.h"
#include "tests/support/memorycatalogue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

struct MemoryStore::Content
{
    std::map<QString, Division> divisions;
    std::map<QString, UnitGrid> grids;
    std::map<QString, KeyPlace> keyPlaces;
    std::map<QString, Component> components;
    std::map<QString, Address> addresses;
    std::map<QString, Resource> resources;
    std::map<QString, Organisation> organisations;
    std::map<QString, Person> people;
    std::map<QString, User> users;
    std::map<QString, StaffPosition> positions;
    MemoryCatalogue catalogue;
    QList<Duty> duties;
    QList<Shift> shifts;
    QList<Task> tasks;
    QList<ImportRun> runs;
    std::map<int, RuleBook> ruleBooks;
    std::map<std::pair<QString, int>, WorkingCalendar> calendars;
    QHash<QString, qint64> written;         ///< how often, for the mark; rules and calendars alone
    std::map<QByteArray, MemoryCase> cases; ///< by the bytes of their ids, so in order of time
    std::map<QString, int> lastNumbers;     ///< by day
    QSet<QByteArray> external;
    QList<CaseChange> log;
};

namespace {

Error missing(const QString &what)
{
    return Error{ErrorCode::NotFound, u"there is no %1"_s.arg(what), {}};
}

template <typename Key, typename T>
QList<T> valuesOf(const std::map<Key, T> &rows)
{
    QList<T> list;
    for (const auto &[key, row] : rows) {
        list.append(row);
    }
    return list;
}

QByteArray keyOf(const CaseId &id)
{
    return id.value.toRfc4122();
}

QByteArray keyOf(const Case &row)
{
    return row.externalSource.toUtf8() + '\0' + row.externalId.toUtf8();
}

} // namespace

/** The cases of a MemoryStore. */
class MemoryCases final : public CaseStore
{
public:
    explicit MemoryCases(MemoryStore &store)
        : mStore(store)
    {
    }

    Result<Case> add(const CaseId &id, const CaseStep &report) override
    {
        const Result<bool> added = mStore.addCase(id, {report});
        return added ? find(id) : Result<Case>(added.error());
    }
    Result<Case> append(const CaseId &id, int expectedVersion, const CaseStep &step) override
    {
        const auto found = mStore.mContent->cases.find(keyOf(id));
        if (found == mStore.mContent->cases.end()) {
            return missing(id.toText());
        }
        if (found->second.row.version != expectedVersion) {
            return Error{ErrorCode::Conflict,
                         u"based on version %1, now at version %2"_s.arg(expectedVersion)
                             .arg(found->second.row.version),
                         {}};
        }
        Result<MemoryCase> next = MemoryStore::chain(found->second, {step});
        if (!next) {
            return next.error();
        }
        found->second = std::move(next).value();
        note(found->second.row);
        return found->second.row;
    }
    Result<Case> find(const CaseId &id) override
    {
        if (mStore.mBlind && *mStore.mBlind) {
            return Error{ErrorCode::Unreachable, u"blind"_s, {}};
        }
        const auto found = mStore.mContent->cases.find(keyOf(id));
        return found != mStore.mContent->cases.end() ? Result<Case>(found->second.row)
                                                     : Result<Case>(missing(id.toText()));
    }
    Result<CaseRecord> record(const CaseId &id) override
    {
        const auto found = mStore.mContent->cases.find(keyOf(id));
        return found != mStore.mContent->cases.end()
                   ? Result<CaseRecord>(CaseRecord{found->second.row, found->second.process})
                   : Result<CaseRecord>(missing(id.toText()));
    }
    Result<Case> findNumber(const QString &number) override
    {
        for (const auto &[id, one] : mStore.mContent->cases) {
            if (one.row.number == number) {
                return one.row;
            }
        }
        return missing(number);
    }
    Result<QList<Case>> list(const CaseQuery &query) override
    {
        QList<Case> rows;
        const auto &cases = mStore.mContent->cases;
        for (auto at = cases.rbegin(); at != cases.rend() && rows.size() < query.limit; ++at) {
            const Case &row = at->second.row;
            const auto fits = [](const QString &wanted, const QString &is) {
                return wanted.isEmpty() || wanted == is;
            };
            const bool late =
                !query.overdueAt || (isOpen(row.state) && isOverdue(row, *query.overdueAt));
            if ((!query.state || *query.state == row.state) && fits(query.street, row.street) &&
                fits(query.grid, row.grid) && fits(query.classCode, row.classKey.code) &&
                fits(query.unit, row.unit) && (!query.openOnly || isOpen(row.state)) && late &&
                (!query.before || keyOf(row.id) < keyOf(*query.before))) {
                rows.append(row);
            }
        }
        return rows;
    }
    Result<QList<CaseEvent>> events(const CaseId &id) override
    {
        const auto found = mStore.mContent->cases.find(keyOf(id));
        return found != mStore.mContent->cases.end()
                   ? Result<QList<CaseEvent>>(found->second.events)
                   : Result<QList<CaseEvent>>(missing(id.toText()));
    }
    Result<QList<Attachment>> attachments(const CaseId &) override { return QList<Attachment>(); }
    Result<void>
    visitAll(const std::function<bool(const Case &, const QList<CaseEvent> &)> &visit) override
    {
        for (const auto &[id, one] : mStore.mContent->cases) {
            if (!visit(one.row, one.events)) {
                break;
            }
        }
        return {};
    }
    Result<void> visitRecords(
        const std::function<bool(const CaseRecord &, const QList<CaseEvent> &)> &visit) override
    {
        for (const auto &[id, one] : mStore.mContent->cases) {
            if (!visit({one.row, one.process}, one.events)) {
                break;
            }
        }
        return {};
    }
    Result<void>
    visitPlaces(const CasePlaceQuery &query,
                const std::function<bool(const std::optional<GeoPoint> &)> &visit) override
    {
        for (const auto &[id, one] : mStore.mContent->cases) {
            const Case &row = one.row;
            const bool matches = row.reportedAt >= query.from && row.reportedAt < query.to &&
                                 (!query.kind || row.classKey.kind == *query.kind) &&
                                 row.classKey.code.startsWith(query.classCode) &&
                                 (query.street.isEmpty() || row.street == query.street) &&
                                 (!query.openOnly || isOpen(row.state));
            if (matches && !visit(row.place)) {
                break;
            }
        }
        return {};
    }
    Result<qint64> countRegistered(Instant from, Instant to) override
    {
        return std::ranges::count_if(mStore.mContent->cases, [&](const auto &entry) {
            return entry.second.row.reportedAt >= from && entry.second.row.reportedAt < to;
        });
    }
    Result<QList<Case>> withNumber(const QString &beginning, int limit) override
    {
        QList<Case> found;
        for (const auto &[id, one] : mStore.mContent->cases) {
            if (one.row.number.startsWith(beginning) && found.size() < limit) {
                found.append(one.row);
            }
        }
        return found;
    }
    Result<QList<CaseId>> due(Instant now, int limit) override
    {
        QList<Case> rows = rowsWhere(
            [&](const Case &row) { return isOpen(row.state) && row.nextAt && *row.nextAt <= now; });
        std::ranges::stable_sort(
            rows, [](const Case &a, const Case &b) { return *a.nextAt < *b.nextAt; });
        QList<CaseId> ids;
        for (const Case &row : rows) {
            ids.append(row.id);
        }
        return ids.mid(0, limit);
    }
    Result<QList<Case>> childrenOf(const CaseId &id) override
    {
        return byNumber(rowsWhere([&](const Case &row) { return row.parent == id.toText(); }));
    }
    Result<QList<Case>> bundledWith(const CaseId &id) override
    {
        return byNumber(rowsWhere(
            [&](const Case &row) { return isOpen(row.state) && row.bundle == id.toText(); }));
    }
    Result<std::unique_ptr<CaseBatch>> beginBatch() override;
    Result<QHash<QString, int>> openByUnit() override
    {
        QHash<QString, int> counts;
        for (const auto &[id, one] : mStore.mContent->cases) {
            if (isOpen(one.row.state) && !one.row.unit.isEmpty()) {
                ++counts[one.row.unit];
            }
        }
        return counts;
    }
    Result<QHash<QString, int>> openByPerson(const QStringList &people) override
    {
        QHash<QString, int> counts;
        for (const auto &[id, one] : mStore.mContent->cases) {
            if (isOpen(one.row.state) && !one.row.person.isEmpty() &&
                people.contains(one.row.person)) {
                ++counts[one.row.person];
            }
        }
        return counts;
    }
    Result<QList<CaseChange>> changesAfter(qint64 position, int limit) override
    {
        return mStore.mContent->log.mid(position, limit);
    }
    Result<qint64> lastPosition() override { return mStore.mContent->log.size(); }

    void note(const Case &row)
    {
        auto &log = mStore.mContent->log;
        log.append({row.id, row.version, row.state, log.size() + 1});
    }

private:
    template <typename Fits>
    [[nodiscard]] QList<Case> rowsWhere(const Fits &fits) const
    {
        QList<Case> rows;
        for (const auto &[id, one] : mStore.mContent->cases) {
            if (fits(one.row)) {
                rows.append(one.row);
            }
        }
        return rows;
    }
    [[nodiscard]] static QList<Case> byNumber(QList<Case> rows)
    {
        std::ranges::sort(
            rows, {}, [](const Case &row) { return std::pair(row.number.size(), row.number); });
        return rows;
    }

    MemoryStore &mStore;
};

/** Undone unless committed. */
class MemoryBatch final : public CaseBatch
{
public:
    explicit MemoryBatch(MemoryStore &store)
        : mStore(store)
        , mBefore(store.mLean ? nullptr : std::make_unique<MemoryStore::Content>(*store.mContent))
    {
    }
    ~MemoryBatch() override
    {
        if (mBefore) {
            *mStore.mContent = std::move(*mBefore);
        }
    }
    Result<bool> add(const CaseId &id, const QList<CaseStep> &steps) override
    {
        return mStore.addCase(id, steps);
    }
    Result<void> commit() override
    {
        mBefore.reset();
        return {};
    }

private:
    MemoryStore &mStore;
    std::unique_ptr<MemoryStore::Content> mBefore;
};

Result<std::unique_ptr<CaseBatch>> MemoryCases::beginBatch()
{
    return std::unique_ptr<CaseBatch>(std::make_unique<MemoryBatch>(mStore));
}

MemoryStore::MemoryStore()
    : mContent(std::make_unique<Content>())
    , mCases(std::make_unique<MemoryCases>(*this))
{
    mInfo.district = u"110101"_s;
    mInfo.scheme = defaultScheme();
}

MemoryStore::~MemoryStore() = default;

Store &MemoryStore::aside()
{
    if (!mAside) {
        mAside = GeoPackageStore::create(u":memory:"_s, mInfo).value();
    }
    return *mAside;
}

CaseStore &MemoryStore::cases()
{
    return *mCases;
}

Result<MemoryCase> MemoryStore::chain(MemoryCase subject, const QList<CaseStep> &steps)
{
    for (const CaseStep &step : steps) {
        CaseEvent event;
        event.sequence = subject.row.version + 1;
        event.action = step.action;
        event.at = step.at;
        event.actor = step.actor;
        event.origin = step.origin;
        event.from = event.sequence == 1 ? std::nullopt : std::optional(subject.row.state);
        event.to = step.to;
        event.note = step.note;
        event.facts = factsText(step.facts);
        event.hash = chainHash(subject.events.isEmpty() ? QByteArray() : subject.events.back().hash,
                               subject.row.id,
                               event);
        if (ownWork(subject.events, event) != nullptr) {
            return Error{ErrorCode::Refused,
                         u"%1 may not %2 case %3: nobody judges their own work"_s.arg(
                             event.actor, toId(event.action), subject.row.number),
                         {}};
        }
        Result<CaseRecord> next =
            applyRecord({std::move(subject.row), std::move(subject.process)}, event);
        if (!next) {
            return next.error();
        }
        CaseRecord record = std::move(next).value();
        subject.row = std::move(record.subject);
        subject.process = std::move(record.process);
        subject.events.append(event);
    }
    return subject;
}

Result<bool> MemoryStore::addCase(const CaseId &id, const QList<CaseStep> &steps)
{
    if (steps.isEmpty()) {
        return Error{ErrorCode::InvalidInput, u"no steps"_s, {}};
    }
    MemoryCase blank;
    blank.row.id = id;
    QList<CaseStep> numbered = steps;
    const auto number = QLatin1String(fact::kNumber);
    if (!numbered.front().facts.contains(number)) {
        const qint64 milliseconds = id.rowNumber() >> 20;
        const QString day =
            toIsoText(Instant(std::chrono::milliseconds(milliseconds))).left(10).remove(u'-');
        numbered.front().facts.insert(
            number,
            mInfo.district + day + u"%1"_s.arg(++mContent->lastNumbers[day], 5, 10, QChar(u'0')));
    }
    Result<MemoryCase> made = chain(blank, numbered);
    if (!made) {
        return made.error();
    }
    const Case &row = made.value().row;
    if (!row.externalId.isEmpty()) {
        if (mContent->external.contains(keyOf(row))) {
            return false;
        }
        mContent->external.insert(keyOf(row));
    }
    if (!mLean) {
        if (mContent->cases.contains(keyOf(id))) {
            return false;
        }
        static_cast<MemoryCases &>(*mCases).note(row);
        mContent->cases.emplace(keyOf(id), std::move(made).value());
    }
    return true;
}

Result<void> MemoryStore::transaction(const std::function<Result<void>()> &work)
{
    if (mDepth > 0 || mLean) {
        return work();
    }
    Content before = *mContent;
    ++mDepth;
    Result<void> done = work();
    --mDepth;
    if (!done) {
        *mContent = std::move(before);
    }
    return done;
}

Result<void> MemoryStore::writeInfo(const StoreInfo &info)
{
    mInfo = info;
    return {};
}

Result<void> MemoryStore::write(const QList<Division> &rows)
{
    for (const Division &row : rows) {
        mContent->divisions[row.code] = row;
    }
    return {};
}

Result<void>
MemoryStore::write(const QList<UnitGrid> &rows, const QString &, const QString &, Instant)
{
    for (const UnitGrid &row : rows) {
        mContent->grids[row.code] = row;
    }
    return {};
}

Result<void> MemoryStore::write(const QList<KeyPlace> &rows)
{
    for (const KeyPlace &row : rows) {
        mContent->keyPlaces[row.id] = row;
    }
    return {};
}

Result<void> MemoryStore::write(const QList<Component> &rows)
{
    for (const Component &row : rows) {
        mContent->components[row.code] = row;
    }
    return {};
}

Result<void> MemoryStore::write(const QList<Address> &rows)
{
    for (const Address &row : rows) {
        mContent->addresses[row.id] = row;
    }
    return {};
}

Result<void> MemoryStore::write(const QList<Resource> &rows)
{
    for (const Resource &row : rows) {
        mContent->resources[row.id] = row;
    }
    return {};
}

Result<void> MemoryStore::write(const QList<Organisation> &rows)
{
    for (const Organisation &row : rows) {
        mContent->organisations[row.code] = row;
    }
    return {};
}

Result<void> MemoryStore::write(const QList<Person> &rows)
{
    for (const Person &row : rows) {
        mContent->people[row.id] = row;
    }
    return aside().write(rows); // leave, posts and hand-overs refer to them
}

Result<void> MemoryStore::write(const QList<Duty> &rows)
{
    mContent->duties.append(rows);
    return {};
}

Result<void> MemoryStore::write(const QList<Shift> &rows)
{
    mContent->shifts.append(rows);
    return {};
}

Result<void> MemoryStore::write(const QList<StaffPosition> &rows)
{
    for (const StaffPosition &row : rows) {
        mContent->positions[row.person] = row;
    }
    return {};
}

Result<void> MemoryStore::write(const QList<Task> &rows)
{
    mContent->tasks.append(rows);
    return {};
}

Result<void> MemoryStore::write(const QList<User> &rows)
{
    for (const User &row : rows) {
        mContent->users[row.name] = row;
    }
    return {};
}

Result<void> MemoryStore::write(const QList<CatalogueEntry> &rows)
{
    mContent->catalogue.write(rows);
    return {};
}

Result<void> MemoryStore::write(const QList<FilingStandard> &rows)
{
    return mContent->catalogue.write(rows);
}

Result<void> MemoryStore::write(const ImportRun &run)
{
    mContent->runs.append(run);
    return {};
}

Result<void> MemoryStore::write(const RuleBook &book)
{
    const auto [known, fresh] = mContent->ruleBooks.emplace(book.version, book);
    if (known->second != book) {
        return Error{ErrorCode::Conflict, u"another rule book of this version"_s, {}};
    }
    mContent->written[u"gridward_rule_books"_s] += fresh ? 1 : 0;
    return {};
}

Result<void> MemoryStore::write(const WorkingCalendar &calendar)
{
    const auto [known, fresh] =
        mContent->calendars.emplace(std::pair(calendar.id(), calendar.version()), calendar);
    if (known->second.toJson() != calendar.toJson()) {
        return Error{ErrorCode::Conflict, u"another calendar of this version"_s, {}};
    }
    mContent->written[u"gridward_calendars"_s] += fresh ? 1 : 0;
    return {};
}

Result<QList<RuleBook>> MemoryStore::ruleBooks()
{
    return valuesOf(mContent->ruleBooks);
}

Result<QList<WorkingCalendar>> MemoryStore::calendars()
{
    return valuesOf(mContent->calendars);
}

Result<QList<Division>> MemoryStore::divisions()
{
    if (mBlind && *mBlind) {
        return Error{ErrorCode::Unreachable, u"blind"_s, {}};
    }
    return valuesOf(mContent->divisions);
}

Result<QList<UnitGrid>> MemoryStore::grids()
{
    return valuesOf(mContent->grids);
}

Result<std::optional<Division>> MemoryStore::division(const QString &code)
{
    const auto found = mContent->divisions.find(code);
    std::optional<Division> one;
    if (found != mContent->divisions.end()) {
        one = found->second;
        one->outline.clear();
    }
    return one;
}

Result<std::optional<UnitGrid>> MemoryStore::grid(const QString &code)
{
    const auto found = mContent->grids.find(code);
    std::optional<UnitGrid> one;
    if (found != mContent->grids.end() && !found->second.validTo.isValid()) {
        one = found->second;
        one->outline.clear();
    }
    return one;
}

Result<QList<GridHistory>> MemoryStore::gridHistory(const QString &)
{
    return QList<GridHistory>();
}

Result<QList<KeyPlace>> MemoryStore::keyPlaces()
{
    return valuesOf(mContent->keyPlaces);
}

Result<QList<Component>> MemoryStore::components(const PlaceQuery &)
{
    return valuesOf(mContent->components);
}

Result<QList<Address>> MemoryStore::addresses(const PlaceQuery &)
{
    return valuesOf(mContent->addresses);
}

Result<QList<Resource>> MemoryStore::resources()
{
    return valuesOf(mContent->resources);
}

Result<QList<Organisation>> MemoryStore::organisations()
{
    return valuesOf(mContent->organisations);
}

Result<QList<Person>> MemoryStore::people(const QString &grid, QDate day)
{
    const QList<Duty> held = duties(grid, day).value();
    QList<Person> people;
    for (const auto &[id, person] : mContent->people) {
        if (std::ranges::find(held, id, &Duty::person) != held.end()) {
            people.append(person);
        }
    }
    return people;
}

Result<QList<Person>> MemoryStore::peopleOf(const QString &organisation, int limit)
{
    QList<Person> employed;
    for (const auto &[id, person] : mContent->people) {
        if (person.organisation == organisation && employed.size() < limit) {
            employed.append(person);
        }
    }
    return employed;
}

Result<QList<Person>> MemoryStore::peopleNamed(const QString &text, int limit)
{
    QList<Person> named;
    for (const auto &[id, person] : mContent->people) {
        if (person.name.contains(text) && named.size() < limit) {
            named.append(person);
        }
    }
    return named;
}

Result<std::optional<Person>> MemoryStore::person(const QString &id)
{
    const auto found = mContent->people.find(id);
    return found != mContent->people.end() ? std::optional(found->second) : std::nullopt;
}

Result<QList<Duty>> MemoryStore::duties(const QString &area, QDate day)
{
    QList<Duty> held;
    std::ranges::copy_if(mContent->duties, std::back_inserter(held), [&](const Duty &duty) {
        return duty.area == area && duty.from <= day && (!duty.to.isValid() || duty.to >= day);
    });
    return held;
}

Result<QList<Shift>> MemoryStore::shifts(Instant from, Instant to)
{
    QList<Shift> turns;
    std::ranges::copy_if(mContent->shifts, std::back_inserter(turns), [&](const Shift &turn) {
        return turn.to > from && turn.from < to;
    });
    return turns;
}

Result<QList<StaffPosition>> MemoryStore::staffPositions(Instant notBefore)
{
    QList<StaffPosition> seen = valuesOf(mContent->positions);
    seen.removeIf([&](const StaffPosition &one) { return one.at < notBefore; });
    return seen;
}

Result<QList<Task>> MemoryStore::openTasks(const QString &)
{
    return mContent->tasks;
}

Result<QList<User>> MemoryStore::users()
{
    return valuesOf(mContent->users);
}

Result<std::optional<User>> MemoryStore::user(const QString &name)
{
    const auto found = mContent->users.find(name);
    return found != mContent->users.end() ? std::optional(found->second) : std::nullopt;
}

Result<QStringList> MemoryStore::schemes()
{
    return mContent->catalogue.schemes();
}

Result<QList<CatalogueEntry>> MemoryStore::catalogue(const QString &scheme)
{
    return mContent->catalogue.classes(scheme);
}

Result<std::optional<CatalogueEntry>> MemoryStore::catalogueEntry(const ClassKey &key)
{
    return mContent->catalogue.entry(key);
}

Result<QList<CatalogueEntry>> MemoryStore::catalogueHistory(const ClassKey &key)
{
    return mContent->catalogue.history(key);
}

Result<QList<FilingStandard>> MemoryStore::filingStandards(const ClassKey &key)
{
    QList<FilingStandard> rows = mContent->catalogue.inForce();
    rows.removeIf([&](const FilingStandard &row) { return row.key != key; });
    return rows;
}

Result<QList<FilingStandard>> MemoryStore::allFilingStandards()
{
    return mContent->catalogue.inForce();
}

Result<std::optional<FilingStandard>> MemoryStore::filingStandard(const QString &id, int version)
{
    return mContent->catalogue.standard(id, version);
}

Result<QList<FilingStandard>> MemoryStore::filingStandardVersions(const QString &id)
{
    return mContent->catalogue.versions(id);
}

Result<QList<ImportRun>> MemoryStore::importRuns()
{
    return mContent->runs;
}

Result<StoreMark> MemoryStore::mark()
{
    if (mBroken && *mBroken) {
        return Error{ErrorCode::Unreadable, u"broken"_s, {}};
    }
    return StoreMark{static_cast<qint64>(mContent->log.size()), mContent->written};
}

Result<QStringList> MemoryStore::integrityFindings()
{
    return QStringList();
}

} // namespace gridward
