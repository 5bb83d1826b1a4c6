// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/sqlaccess.h"
#include "models/store/sqlconnection.h"
#include "models/store/staffstore.h"

namespace gridward {

/** Posts, leave, hand-overs and needs of a GeoPackageStore. Thread: as Store. */
class SqlStaff final : public StaffStore
{
public:
    /** All of them outlive it. */
    SqlStaff(SqlConnection &connection, StoreGuard &guard, NoteChange note);

    [[nodiscard]] Result<void> write(const QList<Post> &rows) override;
    [[nodiscard]] Result<QList<Post>> posts() override;
    [[nodiscard]] Result<void> write(const QList<PostHolding> &rows) override;
    [[nodiscard]] Result<QList<PostHolding>> holdings(const QString &person) override;
    [[nodiscard]] Result<void> write(const QList<Leave> &rows) override;
    [[nodiscard]] Result<QList<Leave>> leaves(QDate from, QDate to) override;
    [[nodiscard]] Result<QList<Leave>> leavesOf(const QString &person) override;
    [[nodiscard]] Result<void> write(const QList<Handover> &rows) override;
    [[nodiscard]] Result<QList<Handover>> handovers(Instant from, Instant to) override;
    [[nodiscard]] Result<void> write(const QList<StaffingNeed> &rows) override;
    [[nodiscard]] Result<QList<StaffingNeed>> staffingNeeds() override;
    [[nodiscard]] Result<void> write(const QList<CoverageNeed> &rows) override;
    [[nodiscard]] Result<QList<CoverageNeed>> coverageNeeds() override;
    [[nodiscard]] Result<QList<Person>> people(const PeopleQuery &query) override;
    [[nodiscard]] Result<QList<SeenPerson>> seen(Instant notBefore, QDate day) override;
    [[nodiscard]] Result<QList<Duty>> allDuties() override;
    [[nodiscard]] Result<QList<Duty>> dutiesOf(const QString &person) override;
    [[nodiscard]] Result<QList<Shift>> allShifts() override;

private:
    /** Whom an organisation, or the employer of a person, serves; empty: the whole district. */
    [[nodiscard]] Result<QString> areaOfOrganisation(const QString &code);
    [[nodiscard]] Result<QString> areaOfPerson(const QString &id);
    [[nodiscard]] Result<void> mayLendPosts(const Leave &leave);
    [[nodiscard]] Result<void> mayChangeAt(const Result<QString> &area);
    template <typename T, typename Bind>
    [[nodiscard]] Result<void>
    writeAll(const QString &table, const QString &sql, const QList<T> &rows, const Bind &bind);
    template <typename T, typename Read>
    [[nodiscard]] Result<QList<T>>
    readAll(const QString &sql, const QVariantList &values, const Read &read);

    SqlConnection &mConnection;
    StoreGuard &mGuard;
    NoteChange mNote;
};

} // namespace gridward
