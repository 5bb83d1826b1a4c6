// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/schemamigrations.h"
#include "models/store/sqlconnection.h"
#include "models/store/store.h"
#include "models/store/storefilehold.h"
#include "models/store/storeguard.h"

#include <memory>

namespace gridward {

class GeoPackageCases;

/**
 * A store in a GeoPackage file (SQLite, WAL, synchronous=FULL), or in memory for tests (path
 * ":memory:"). The file is opened through Qt SQL and by nothing else in this process while a store
 * is open on it: closing any other descriptor on it would drop our locks. Thread: as Store.
 */
class GeoPackageStore final : public Store
{
public:
    ~GeoPackageStore() override;

    /**
     * Opens a store. An older schema is migrated after a copy was made beside it; a newer one is
     * Unsupported, another GeoPackage or another file Unreadable; none at all NotFound.
     */
    [[nodiscard]] static Result<std::unique_ptr<GeoPackageStore>>
    open(const QString &path, const QList<Migration> &migrations = geoPackageMigrations());

    /**
     * Begins a new store in a file beside `path`; it stands there only after publish(), so that
     * nobody ever sees half of one. Until then nothing is journalled: after a failed write the only
     * thing left to do with it is to let it go. Conflict if there is such a file already.
     */
    [[nodiscard]] static Result<std::unique_ptr<GeoPackageStore>>
    create(const QString &path,
           const StoreInfo &info,
           const QList<Migration> &migrations = geoPackageMigrations());
    /** Puts a created store into its place, safely on the disk, and goes on with it there. */
    [[nodiscard]] Result<void> publish();

    /**
     * Is this a file that open() takes for a store, of whatever version? False for what is no file
     * and for a damaged one. An error if the file cannot be looked into (no permission, a disk that
     * fails, locked): it may well be a store, so nothing else may open it either.
     */
    [[nodiscard]] static Result<bool> isStore(const QString &path);

    [[nodiscard]] const StoreInfo &info() const override { return mInfo; }
    [[nodiscard]] CaseStore &cases() override;
    [[nodiscard]] AccessStore &access() override { return *mAccess; }
    [[nodiscard]] AccountStore &accounts() override { return *mAccounts; }
    [[nodiscard]] AuditStore &audit() override { return *mAudit; }
    [[nodiscard]] StaffStore &staff() override { return *mStaff; }
    [[nodiscard]] PersonalStore &personal() override { return *mPersonal; }
    [[nodiscard]] DraftStore &drafts() override { return *mDrafts; }
    [[nodiscard]] SamplingStore &samplings() override { return *mSamplings; }
    [[nodiscard]] InboxStore &inbox() override { return *mInbox; }
    void actAs(std::optional<User> user, Instant now) override;
    [[nodiscard]] const std::optional<User> &acting() const override { return mGuard.acting(); }
    [[nodiscard]] Instant actingAt() const override { return mGuard.actingAt(); }
    Result<void> transaction(const std::function<Result<void>()> &work) override;
    Result<void> snapshot(const std::function<Result<void>()> &work) override;

    Result<void> writeInfo(const StoreInfo &info) override;
    Result<void> write(const QList<Division> &rows) override;
    Result<void> write(const QList<UnitGrid> &rows,
                       const QString &actor,
                       const QString &reason,
                       Instant at) override;
    Result<void> write(const QList<KeyPlace> &rows) override;
    Result<void> write(const QList<Component> &rows) override;
    Result<void> write(const QList<Address> &rows) override;
    Result<void> write(const QList<Resource> &rows) override;
    Result<void> write(const QList<Organisation> &rows) override;
    Result<void> write(const QList<Person> &rows) override;
    Result<void> write(const QList<Duty> &rows) override;
    Result<void> write(const QList<Shift> &rows) override;
    Result<void> write(const QList<StaffPosition> &rows) override;
    Result<void> write(const QList<Task> &rows) override;
    Result<void> write(const QList<User> &rows) override;
    Result<void> write(const QList<CatalogueEntry> &rows) override;
    Result<void> write(const QList<FilingStandard> &rows) override;
    Result<void> write(const ImportRun &run) override;
    Result<void> write(const RuleBook &book) override;
    Result<void> write(const WorkingCalendar &calendar) override;

    [[nodiscard]] Result<QList<Division>> divisions() override;
    [[nodiscard]] Result<QList<UnitGrid>> grids() override;
    [[nodiscard]] Result<std::optional<Division>> division(const QString &code) override;
    [[nodiscard]] Result<std::optional<UnitGrid>> grid(const QString &code) override;
    [[nodiscard]] Result<QList<GridHistory>> gridHistory(const QString &grid) override;
    [[nodiscard]] Result<QList<KeyPlace>> keyPlaces() override;
    [[nodiscard]] Result<QList<Component>> components(const PlaceQuery &query) override;
    [[nodiscard]] Result<QList<Address>> addresses(const PlaceQuery &query) override;
    [[nodiscard]] Result<QList<Resource>> resources() override;
    [[nodiscard]] Result<QList<Organisation>> organisations() override;
    [[nodiscard]] Result<QList<Person>> people(const QString &grid, QDate day) override;
    [[nodiscard]] Result<QList<Person>> peopleOf(const QString &organisation, int limit) override;
    [[nodiscard]] Result<QList<Person>> peopleNamed(const QString &text, int limit) override;
    [[nodiscard]] Result<std::optional<Person>> person(const QString &id) override;
    [[nodiscard]] Result<QList<Duty>> duties(const QString &area, QDate day) override;
    [[nodiscard]] Result<QList<RoleHolder>> holdersOf(const QString &role, QDate day) override;
    [[nodiscard]] Result<QList<Shift>> shifts(Instant from, Instant to) override;
    [[nodiscard]] Result<QList<StaffPosition>> staffPositions(Instant notBefore) override;
    [[nodiscard]] Result<QList<Task>> openTasks(const QString &person) override;
    [[nodiscard]] Result<QList<User>> users() override;
    [[nodiscard]] Result<std::optional<User>> user(const QString &name) override;
    [[nodiscard]] Result<QStringList> schemes() override;
    [[nodiscard]] Result<QList<CatalogueEntry>> catalogue(const QString &scheme) override;
    [[nodiscard]] Result<std::optional<CatalogueEntry>>
    catalogueEntry(const ClassKey &key) override;
    [[nodiscard]] Result<QList<CatalogueEntry>> catalogueHistory(const ClassKey &key) override;
    [[nodiscard]] Result<QList<FilingStandard>> filingStandards(const ClassKey &key) override;
    [[nodiscard]] Result<QList<FilingStandard>> allFilingStandards() override;
    [[nodiscard]] Result<std::optional<FilingStandard>> filingStandard(const QString &id,
                                                                       int version) override;
    [[nodiscard]] Result<QList<FilingStandard>> filingStandardVersions(const QString &id) override;
    [[nodiscard]] Result<QList<ImportRun>> importRuns() override;
    [[nodiscard]] Result<QList<RuleBook>> ruleBooks() override;
    [[nodiscard]] Result<QList<WorkingCalendar>> calendars() override;
    [[nodiscard]] Result<StoreMark> mark() override;
    [[nodiscard]] Result<QStringList> integrityFindings() override;

    /** The connection, for the tests that count its work. */
    [[nodiscard]] SqlConnection &connection() { return mConnection; }

private:
    GeoPackageStore();

    [[nodiscard]] QStringList missingGuards();
    [[nodiscard]] Result<void> checkFile();
    [[nodiscard]] Result<void> settle();
    [[nodiscard]] Result<int> schemaVersion();
    [[nodiscard]] Result<void> migrate(const QList<Migration> &migrations, int from);
    [[nodiscard]] Result<void> backUp(int version);
    [[nodiscard]] Result<void> readInfo();
    [[nodiscard]] Result<QString> areaOf(const QString &organisation, const QString &unknown = {});
    [[nodiscard]] Result<void> noteChange(const QString &table);
    template <typename T, typename Bind>
    Result<void>
    writeAll(const QString &table, const QString &sql, const QList<T> &rows, const Bind &bind);
    template <typename T, typename Read>
    [[nodiscard]] Result<QList<T>> readAll(Result<SqlStatement> statement, const Read &read);
    /** Where places of one kind are. */
    struct PlaceTable
    {
        QString columns;
        QString table;
        QString key;
        QString extents;
        QString words; ///< pairs of characters of the text; empty: found by the start of the key
    };
    [[nodiscard]] Result<SqlStatement> placeStatement(const PlaceQuery &query,
                                                      const PlaceTable &from);
    Result<void> writeExtent(const QString &table,
                             const QString &keyColumn,
                             const QString &key,
                             const GeoPoint &place);

    SqlConnection mConnection;
    std::unique_ptr<StoreFileHold> mHold;
    StoreInfo mInfo;
    StoreGuard mGuard;
    std::unique_ptr<GeoPackageCases> mCases;
    std::unique_ptr<AccessStore> mAccess;
    std::unique_ptr<AccountStore> mAccounts;
    std::unique_ptr<AuditStore> mAudit;
    std::unique_ptr<StaffStore> mStaff;
    std::unique_ptr<PersonalStore> mPersonal;
    std::unique_ptr<DraftStore> mDrafts;
    std::unique_ptr<SamplingStore> mSamplings;
    std::unique_ptr<InboxStore> mInbox;
    StoreMark mMark;
    qint64 mDataVersion = 0; ///< what SQLite says of other connections' commits
    qint64 mOwnCommits = 0;  ///< and our own, which it does not count
    QString mFinalPath;      ///< of a created store that is not published yet
};

template <typename T, typename Read>
Result<QList<T>> GeoPackageStore::readAll(Result<SqlStatement> statement, const Read &read)
{
    if (!statement) {
        return statement.error();
    }
    SqlStatement rows = std::move(statement).value();
    if (const Result<void> run = rows.run(); !run) {
        return run.error();
    }
    QList<T> result;
    while (rows.next()) {
        result.append(read(rows));
    }
    return result;
}

} // namespace gridward
