// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogue.h"
#include "models/domain/district.h"
#include "models/domain/result.h"
#include "models/domain/rulebook.h"
#include "models/domain/workingcalendar.h"
#include "models/store/casestore.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace gridward {

class AccessStore;
class AccountStore;
class AnalysisStore;
class AuditStore;
class DraftStore;
class SamplingStore;
class InboxStore;
class PersonalStore;
class StaffStore;
class StoreWatch;

/** What a store says about itself. */
struct StoreInfo
{
    QString district; ///< division code, six digits
    QString name;
    QString purpose;                                    ///< "real", "demo" or "drill"
    QString timeZone = QStringLiteral("Asia/Shanghai"); ///< IANA; days and case numbers are local
    QString gridCodeTemplate = QStringLiteral("6+3+3+3");
    QString scheme; ///< catalogue scheme of new cases
    Instant created;
    std::optional<Instant> simulatedAt; ///< a demo's "now"
    qint64 seed = 0;

    bool operator==(const StoreInfo &) const = default;

    /** Everything in it is made up; every screen must say so. */
    [[nodiscard]] bool isSimulated() const { return purpose == QLatin1String("demo"); }
    /** Users and times may be claimed on the command line. */
    [[nodiscard]] bool trustsClaims() const { return purpose != QLatin1String("real"); }
};

/** Who has a role in an area, with the name of the person. */
struct RoleHolder
{
    QString area; ///< code of the grid or division
    QString person;
    QString name;

    bool operator==(const RoleHolder &) const = default;
};

/** A box in degrees, EPSG:4326. */
struct GeoExtent
{
    double west = -180.0;
    double south = -90.0;
    double east = 180.0;
    double north = 90.0;

    bool operator==(const GeoExtent &) const = default;
};

/** Which components or addresses to read: all that is set must hold. Ordered by code. */
struct PlaceQuery
{
    std::optional<GeoExtent> extent;
    QString grid;
    QString text;  ///< addresses: part of the text; components: start of the code
    QString after; ///< start behind this code or id: for reading on
    int limit = 1000;
};

/** Tells whether and where something was written since another mark was taken. */
struct StoreMark
{
    qint64 version = 0;            ///< another one after every commit, of whatever program
    QHash<QString, qint64> tables; ///< how often each table that stands still was written
};

/** A note of an import, so that it can be told what came from where. */
struct ImportRun
{
    QString source; ///< name of the profile or kind
    QString file;   ///< without its folder
    QByteArray fileHash;
    Instant at;
    QString actor;
    qint64 accepted = 0;
    qint64 known = 0; ///< were there already
    qint64 refused = 0;
};

/**
 * The one truth: a district and its cases. Every function blocks, so a store lives on a thread of
 * its own (StoreThread) and is used on that thread only; the command line may use it on the main
 * thread. Lists are written whole or not at all, matching rows by their code or id (a row that is
 * there is replaced). Errors: Unreadable (damaged, not ours), Unsupported (newer than the program),
 * Conflict (somebody else was first), Refused (read-only), Unreachable (locked, may not be opened,
 * disk failing), DiskFull, NotFound.
 */
class Store
{
public:
    Store() = default;
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;
    virtual ~Store() = default;

    [[nodiscard]] virtual const StoreInfo &info() const = 0;
    [[nodiscard]] virtual CaseStore &cases() = 0;
    [[nodiscard]] virtual AccessStore &access() = 0;
    [[nodiscard]] virtual AccountStore &accounts() = 0;
    [[nodiscard]] virtual AuditStore &audit() = 0;
    [[nodiscard]] virtual StaffStore &staff() = 0;
    [[nodiscard]] virtual PersonalStore &personal() = 0;
    [[nodiscard]] virtual DraftStore &drafts() = 0;
    [[nodiscard]] virtual InboxStore &inbox() = 0;
    [[nodiscard]] virtual SamplingStore &samplings() = 0;
    [[nodiscard]] virtual AnalysisStore &analyses() = 0;

    /**
     * From now on the store works for this user, in that role and part of the district, on the day
     * of that moment: whatever the services decided, it refuses (Refused) what the user may not
     * write, and leaves out what the user may not see. It asks its own tables, not the caller:
     * somebody who is disabled, or has no such post, may nothing. Without a user it works for the
     * program itself, which may everything: see AsProgram.
     */
    virtual void actAs(std::optional<User> user, Instant now) = 0;
    [[nodiscard]] virtual const std::optional<User> &acting() const = 0;
    [[nodiscard]] virtual Instant actingAt() const = 0;

    /**
     * Runs the work in one transaction: all of it is kept if it returns ok, else nothing. Nobody
     * else writes meanwhile but for steps of cases: what was read in it is still true at its end.
     */
    virtual Result<void> transaction(const std::function<Result<void>()> &work) = 0;
    /**
     * The same for steps of cases alone, of which many are taken at once: nobody else writes the
     * cases that were read one by one in it. Not for what reads and changes anything else.
     */
    virtual Result<void> stepTransaction(const std::function<Result<void>()> &work)
    {
        return transaction(work);
    }
    /**
     * Runs work that writes nothing: all it reads is of one moment, whatever others write
     * meanwhile. Nobody waits for it.
     */
    virtual Result<void> snapshot(const std::function<Result<void>()> &work) = 0;

    virtual Result<void> writeInfo(const StoreInfo &info) = 0;
    virtual Result<void> write(const QList<Division> &rows) = 0;
    /** Changes of type or level of a grid that is there are noted in its history. */
    virtual Result<void>
    write(const QList<UnitGrid> &rows, const QString &actor, const QString &reason, Instant at) = 0;
    virtual Result<void> write(const QList<KeyPlace> &rows) = 0;
    virtual Result<void> write(const QList<Component> &rows) = 0;
    virtual Result<void> write(const QList<Address> &rows) = 0;
    virtual Result<void> write(const QList<Resource> &rows) = 0;
    virtual Result<void> write(const QList<Organisation> &rows) = 0;
    virtual Result<void> write(const QList<Person> &rows) = 0;
    virtual Result<void> write(const QList<Duty> &rows) = 0;
    virtual Result<void> write(const QList<Shift> &rows) = 0;
    virtual Result<void> write(const QList<StaffPosition> &rows) = 0;
    virtual Result<void> write(const QList<Task> &rows) = 0;
    virtual Result<void> write(const QList<User> &rows) = 0;
    /** What a class was called before, or the time before it came back, goes into its history. */
    virtual Result<void> write(const QList<CatalogueEntry> &rows) = 0;
    /**
     * Matches by id and version; earlier versions stay beside. A version that is there keeps all
     * but its dates: Conflict if anything else differs, for cases were filed under it.
     */
    virtual Result<void> write(const QList<FilingStandard> &rows) = 0;
    virtual Result<void> write(const ImportRun &run) = 0;
    /**
     * Rule books and calendars are never changed: Conflict if one of this version (and id) is there
     * and differs; the same one again is nothing.
     */
    virtual Result<void> write(const RuleBook &book) = 0;
    virtual Result<void> write(const WorkingCalendar &calendar) = 0;

    [[nodiscard]] virtual Result<QList<Division>> divisions() = 0; ///< parents before children
    [[nodiscard]] virtual Result<QList<UnitGrid>> grids() = 0;     ///< in force, by code
    /** One of them, without its outline; nothing for an unknown code. */
    [[nodiscard]] virtual Result<std::optional<Division>> division(const QString &code) = 0;
    [[nodiscard]] virtual Result<std::optional<UnitGrid>> grid(const QString &code) = 0;
    [[nodiscard]] virtual Result<QList<GridHistory>> gridHistory(const QString &grid) = 0;
    [[nodiscard]] virtual Result<QList<KeyPlace>> keyPlaces() = 0;
    [[nodiscard]] virtual Result<QList<Component>> components(const PlaceQuery &query) = 0;
    [[nodiscard]] virtual Result<QList<Address>> addresses(const PlaceQuery &query) = 0;
    [[nodiscard]] virtual Result<QList<Resource>> resources() = 0;
    [[nodiscard]] virtual Result<QList<Organisation>> organisations() = 0;
    [[nodiscard]] virtual Result<QList<Person>> people(const QString &grid, QDate day) = 0;
    [[nodiscard]] virtual Result<std::optional<Person>> person(const QString &id) = 0;
    /** Those whom an organisation employs, by id, so many at the most. */
    [[nodiscard]] virtual Result<QList<Person>> peopleOf(const QString &organisation,
                                                         int limit) = 0;
    /** Those whose name contains the text, by name. Visits all people. */
    [[nodiscard]] virtual Result<QList<Person>> peopleNamed(const QString &text, int limit) = 0;
    [[nodiscard]] virtual Result<QList<Duty>> duties(const QString &area, QDate day) = 0;
    /** Everybody who has the role that day, by area and person: one look for a whole district. */
    [[nodiscard]] virtual Result<QList<RoleHolder>> holdersOf(const QString &role, QDate day) = 0;
    [[nodiscard]] virtual Result<QList<Shift>> shifts(Instant from, Instant to) = 0;
    [[nodiscard]] virtual Result<QList<StaffPosition>> staffPositions(Instant notBefore) = 0;
    /** What is not done yet, first due first; of one person if one is named. */
    [[nodiscard]] virtual Result<QList<Task>> openTasks(const QString &person) = 0;
    [[nodiscard]] virtual Result<QList<User>> users() = 0;
    [[nodiscard]] virtual Result<std::optional<User>> user(const QString &name) = 0;
    /** The schemes that the catalogue has classes of. */
    [[nodiscard]] virtual Result<QStringList> schemes() = 0;
    /** Its classes by kind and code, with those no longer in force: cases still name them. */
    [[nodiscard]] virtual Result<QList<CatalogueEntry>> catalogue(const QString &scheme) = 0;
    [[nodiscard]] virtual Result<std::optional<CatalogueEntry>>
    catalogueEntry(const ClassKey &key) = 0;
    /** What a class was before, oldest first; without what it is now. */
    [[nodiscard]] virtual Result<QList<CatalogueEntry>> catalogueHistory(const ClassKey &key) = 0;
    /** The conditions of a class that are in force (newest version, not ended), by id. */
    [[nodiscard]] virtual Result<QList<FilingStandard>> filingStandards(const ClassKey &key) = 0;
    /** The same of all classes, by scheme, kind, code and id. */
    [[nodiscard]] virtual Result<QList<FilingStandard>> allFilingStandards() = 0;
    /** Any version that ever was; nothing if there is none. */
    [[nodiscard]] virtual Result<std::optional<FilingStandard>> filingStandard(const QString &id,
                                                                               int version) = 0;
    /** All versions that ever were, oldest first. */
    [[nodiscard]] virtual Result<QList<FilingStandard>>
    filingStandardVersions(const QString &id) = 0;
    [[nodiscard]] virtual Result<QList<ImportRun>> importRuns() = 0;
    [[nodiscard]] virtual Result<QList<RuleBook>> ruleBooks() = 0; ///< oldest version first
    /** Of an id by version, oldest first. */
    [[nodiscard]] virtual Result<QList<WorkingCalendar>> calendars() = 0;

    /** Costs a look at the file's header, plus a short table when somebody wrote. */
    [[nodiscard]] virtual Result<StoreMark> mark() = 0;

    /**
     * Begins to tell what others write, and whether the store can be reached; the store's own, and
     * gone with it. Null for a store that can only be looked at: see mark().
     */
    [[nodiscard]] virtual StoreWatch *watch() { return nullptr; }
    /** The connection is gone; everything is Unreachable until it was made again. */
    [[nodiscard]] virtual bool isCutOff() const { return false; }
    /** Makes it again. Unreachable if there is no answer yet, Unsupported if the store has become
     * one of another version meanwhile. Not inside of a transaction. */
    [[nodiscard]] virtual Result<void> reconnect() { return {}; }

    /**
     * What is wrong with the store itself: damage, broken references, a missing index. Empty:
     * sound. Reads all of it.
     */
    [[nodiscard]] virtual Result<QStringList> integrityFindings() = 0;
};

/**
 * While it lives, the store works for the program itself: for what follows from a permitted step by
 * rule (a suspension that ends, the other case of a merge), never for what a user asked for.
 */
class AsProgram
{
public:
    explicit AsProgram(Store &store)
        : mStore(store)
        , mBefore(store.acting())
        , mAt(store.actingAt())
    {
        mStore.actAs(std::nullopt, mAt);
    }
    AsProgram(const AsProgram &) = delete;
    AsProgram &operator=(const AsProgram &) = delete;
    ~AsProgram() { mStore.actAs(std::move(mBefore), mAt); }

private:
    Store &mStore;
    std::optional<User> mBefore;
    Instant mAt;
};

} // namespace gridward
