// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/schemamigrations.h"
#include "models/store/sqlconnection.h"
#include "models/store/store.h"
#include "models/store/storeguard.h"

#include <memory>

namespace gridward {

class SqlCases;

/**
 * What a store in a file and one on a server have in common: the same tables, asked in the same
 * words. Where it lives, how it is opened and how it tells that somebody wrote is up to them.
 * Thread: as Store.
 */
class SqlStore : public Store
{
public:
    ~SqlStore() override;

    [[nodiscard]] const StoreInfo &info() const override { return mInfo; }
    [[nodiscard]] CaseStore &cases() override;
    [[nodiscard]] AccessStore &access() override { return *mAccess; }
    [[nodiscard]] AccountStore &accounts() override { return *mAccounts; }
    [[nodiscard]] AuditStore &audit() override { return *mAudit; }
    [[nodiscard]] StaffStore &staff() override { return *mStaff; }
    [[nodiscard]] PersonalStore &personal() override { return *mPersonal; }
    [[nodiscard]] DraftStore &drafts() override { return *mDrafts; }
    [[nodiscard]] SamplingStore &samplings() override { return *mSamplings; }
    [[nodiscard]] AnalysisStore &analyses() override { return *mAnalyses; }
    [[nodiscard]] InboxStore &inbox() override { return *mInbox; }
    void actAs(std::optional<User> user, Instant now) override;
    [[nodiscard]] const std::optional<User> &acting() const override { return mGuard.acting(); }
    [[nodiscard]] Instant actingAt() const override { return mGuard.actingAt(); }
    Result<void> transaction(const std::function<Result<void>()> &work) override;
    Result<void> stepTransaction(const std::function<Result<void>()> &work) override;
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

    /**
     * Puts a created store into its place, safely on the disk, and goes on with it there. Nothing
     * for one that was opened.
     */
    [[nodiscard]] virtual Result<void> publish() = 0;

    /** The connection, for the tests that count its work. */
    [[nodiscard]] SqlConnection &connection() { return mConnection; }

protected:
    SqlStore();

    /** NotFound for what another store is being copied into; or for anything else, if wanted. */
    [[nodiscard]] Result<void> checkFinished(bool isUnfinishedWanted);
    [[nodiscard]] Result<int> schemaVersion();
    /** Applies what is newer than that version, each in a transaction of its own. */
    [[nodiscard]] Result<void> migrate(const QList<Migration> &migrations, int from);
    [[nodiscard]] Result<void> readInfo();
    /** What the log of each case and the other logs say of themselves. */
    [[nodiscard]] QStringList logFindings();
    /** The rows of a statement as findings; the statement's error is one, too. */
    [[nodiscard]] QStringList
    findingsOf(const QString &sql, const std::function<QString(const SqlStatement &)> &describe);
    [[nodiscard]] Result<void> noteChange(const QString &table);
    /** How often each table that stands still was written. */
    [[nodiscard]] Result<QHash<QString, qint64>> changeCounts();

    SqlConnection mConnection;
    StoreInfo mInfo;
    StoreGuard mGuard;

private:
    [[nodiscard]] Result<QString> areaOf(const QString &organisation, const QString &unknown = {});
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

    std::unique_ptr<SqlCases> mCases;
    std::unique_ptr<AccessStore> mAccess;
    std::unique_ptr<AccountStore> mAccounts;
    std::unique_ptr<AuditStore> mAudit;
    std::unique_ptr<StaffStore> mStaff;
    std::unique_ptr<PersonalStore> mPersonal;
    std::unique_ptr<DraftStore> mDrafts;
    std::unique_ptr<AnalysisStore> mAnalyses;
    std::unique_ptr<SamplingStore> mSamplings;
    std::unique_ptr<InboxStore> mInbox;
};

template <typename T, typename Read>
Result<QList<T>> SqlStore::readAll(Result<SqlStatement> statement, const Read &read)
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
