// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memorystore.h"

#include "models/domain/casetasks.h"
#include "models/store/geopackagestore.h"
#include "tests/support/memorycases.h"
#include "tests/support/memorycontent.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

template <typename Key, typename T>
QList<T> valuesOf(const std::map<Key, T> &rows)
{
    QList<T> list;
    for (const auto &[key, row] : rows) {
        list.append(row);
    }
    return list;
}

} // namespace

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

Result<QList<Task>> MemoryStore::openTasks(const QString &person)
{
    QList<Task> tasks = mContent->tasks;
    for (const auto &[key, one] : mContent->cases) {
        if (one.process.task && (person.isEmpty() || person == one.process.task->person)) {
            tasks.append(taskRow(one.row, *one.process.task));
        }
    }
    return tasks;
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
