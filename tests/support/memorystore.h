// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/casestore.h"
#include "models/store/store.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <atomic>
#include <map>
#include <memory>
#include <vector>

namespace gridward {

/** A case and its log as MemoryStore keeps them. */
struct MemoryCase
{
    Case row;
    CaseProcess process;
    QList<CaseEvent> events;
};

/**
 * A store that forgets everything, for tests: folds with applyRecord() and chains with chainHash(),
 * as the real ones do. Transactions copy all of it, so keep it small, or lean: then it folds and
 * chains, but keeps only the ids of the cases.
 */
class MemoryStore final : public Store
{
public:
    MemoryStore();
    ~MemoryStore() override;

    void setLean(bool lean) { mLean = lean; }
    /** While it is true, looking for changes fails; may be changed by any thread. */
    void failWhile(std::shared_ptr<std::atomic<bool>> broken) { mBroken = std::move(broken); }
    /** While it is true, finding cases and divisions fails, but what changed can be told. */
    void blindWhile(std::shared_ptr<std::atomic<bool>> blind) { mBlind = std::move(blind); }

    [[nodiscard]] const StoreInfo &info() const override { return mInfo; }
    [[nodiscard]] CaseStore &cases() override;
    // What came after the first schema is kept by a store in memory beside: the fake has no rights
    // of its own, and acts for nobody.
    [[nodiscard]] AccessStore &access() override { return aside().access(); }
    [[nodiscard]] AccountStore &accounts() override { return aside().accounts(); }
    [[nodiscard]] AuditStore &audit() override { return aside().audit(); }
    [[nodiscard]] StaffStore &staff() override { return aside().staff(); }
    [[nodiscard]] PersonalStore &personal() override { return aside().personal(); }
    [[nodiscard]] DraftStore &drafts() override { return aside().drafts(); }
    [[nodiscard]] InboxStore &inbox() override { return aside().inbox(); }
    [[nodiscard]] SamplingStore &samplings() override { return aside().samplings(); }
    [[nodiscard]] AnalysisStore &analyses() override { return aside().analyses(); }
    void actAs(std::optional<User> user, Instant now) override
    {
        mActing = std::move(user);
        mActingAt = now;
    }
    [[nodiscard]] const std::optional<User> &acting() const override { return mActing; }
    [[nodiscard]] Instant actingAt() const override { return mActingAt; }
    Result<void> transaction(const std::function<Result<void>()> &work) override;
    Result<void> snapshot(const std::function<Result<void>()> &work) override { return work(); }

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
    [[nodiscard]] Result<QList<RoleHolder>> holdersOf(const QString &, QDate) override
    {
        return QList<RoleHolder>();
    }
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

private:
    friend class MemoryCases;
    friend class MemoryBatch;
    struct Content;

    [[nodiscard]] Store &aside();
    [[nodiscard]] Result<bool> addCase(const CaseId &id, const QList<CaseStep> &steps);
    [[nodiscard]] static Result<MemoryCase> chain(MemoryCase subject, const QList<CaseStep> &steps);

    StoreInfo mInfo;
    bool mLean = false;
    std::shared_ptr<std::atomic<bool>> mBroken;
    std::shared_ptr<std::atomic<bool>> mBlind;
    int mDepth = 0;
    std::unique_ptr<Content> mContent;
    std::unique_ptr<CaseStore> mCases;
    std::unique_ptr<Store> mAside;
    std::optional<User> mActing;
    Instant mActingAt;
};

} // namespace gridward
