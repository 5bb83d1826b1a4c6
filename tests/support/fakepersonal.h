// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/auditport.h"
#include "models/service/personalport.h"
#include "tests/support/fakedistrict.h"

#include <optional>

namespace gridward {

/** Callers and households without a store: answers at once with what a test put there. */
class FakePersonal final : public PersonalPort
{
    Q_OBJECT
public:
    QFuture<Result<Case>> report(const ReportDraft &draft, const Caller &caller) override
    {
        reports.append({draft, caller});
        return FakeDistrict::answer<Case>(reported);
    }
    QFuture<Result<bool>> hasCaller(const CaseId &id) override
    {
        return FakeDistrict::answer<bool>(callers.contains(id.toText()));
    }
    QFuture<Result<Caller>> openCaller(const CaseId &id, Purpose purpose) override
    {
        opened.append(purpose);
        return FakeDistrict::answer<Caller>(refusal ? Result<Caller>(*refusal)
                                                    : callers.value(id.toText()));
    }
    QFuture<Result<HouseholdCount>> countHouseholds(const QString &) override
    {
        return FakeDistrict::answer<HouseholdCount>(count);
    }
    QFuture<Result<QStringList>> householdsIn(const QString &) override
    {
        return FakeDistrict::answer<QStringList>(households.keys());
    }
    QFuture<Result<Household>> openHousehold(const QString &id, Purpose purpose) override
    {
        opened.append(purpose);
        return FakeDistrict::answer<Household>(refusal ? Result<Household>(*refusal)
                                                       : households.value(id));
    }

    QHash<QString, Caller> callers;
    QMap<QString, Household> households;
    HouseholdCount count;
    std::optional<Error> refusal;
    QList<Purpose> opened;
    QList<std::pair<ReportDraft, Caller>> reports;
    Case reported;
};

/** An audit log without a store. */
class FakeAudit final : public AuditPort
{
    Q_OBJECT
public:
    QFuture<Result<QList<AuditRecord>>> list(const AuditQuery &query) override
    {
        queries.append(query);
        QList<AuditRecord> page;
        for (const AuditRecord &record : records) {
            if (page.size() < query.limit && (!query.before || record.sequence < *query.before)) {
                page.append(record);
            }
        }
        return FakeDistrict::answer<QList<AuditRecord>>(page);
    }
    QFuture<Result<AuditCheck>> check() override
    {
        return FakeDistrict::answer<AuditCheck>(checked);
    }
    QFuture<Result<qint64>> exportLog(const AuditQuery &query, const QString &file) override
    {
        queries.append(query);
        files.append(file);
        return FakeDistrict::answer<qint64>(qint64{records.size()});
    }
    QFuture<Result<Stamp>> noteOutput(const OutputNote &note) override
    {
        notes.append(note);
        return FakeDistrict::answer<Stamp>(refusal ? Result<Stamp>(*refusal)
                                                   : Result<Stamp>(stamp));
    }

    QList<AuditRecord> records; ///< newest first
    AuditCheck checked;
    Stamp stamp{QStringLiteral("admin1"), QStringLiteral("王芳"), {}};
    std::optional<Error> refusal;
    QList<AuditQuery> queries;
    QList<OutputNote> notes;
    QStringList files;
};

} // namespace gridward
