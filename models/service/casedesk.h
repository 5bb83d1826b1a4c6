// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/gridlocator.h"
#include "models/domain/instant.h"
#include "models/domain/lifecycle.h"
#include "models/domain/result.h"
#include "models/store/store.h"

#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace gridward {

/** A problem as it is told to the desk. */
struct ReportDraft
{
    CaseKind kind = CaseKind::Matter;
    QString classCode;
    std::optional<GeoPoint> place;
    QString text;
    QString address;
    CaseSource source = CaseSource::Patrol;
    CaseLevel level = CaseLevel::Blue;
    QList<Attachment> attachments;
};

/** A step that somebody wants to take. */
struct ActionRequest
{
    CaseAction action = CaseAction::File;
    QString target; ///< code of a unit or id of a person, where the action needs one
    QString note;
    QString standard; ///< the filing condition; the first of the class if not named
    QStringList met;  ///< closing conditions that a check confirms; none named: all
    QList<Attachment> attachments;
    std::optional<int> expectedVersion;
};

/** What may be done to a case now, by this user, and why not. */
struct ActionOffer
{
    CaseAction action = CaseAction::File;
    bool allowed = false;
    QString reason; ///< why not; empty if allowed
};

/** A unit that could take the case, best first. */
struct UnitProposal
{
    Organisation unit;
    int openCases = 0;
    QString reason;
};

/**
 * The plain life of a case: report, file, dispatch, handle, check, close and what lies beside.
 * Blocks; runs on the store's thread. Everything is checked here before it is written: Refused
 * (right or rule; says which), InvalidInput (what is missing), Conflict (somebody was first).
 */
class CaseDesk
{
public:
    /** All three outlive it. `origin` names the station or program, for the log. */
    CaseDesk(Store &store, const Clock &clock, QString origin);

    /** Refused for an unknown name; the local owner where the store has no users at all. */
    [[nodiscard]] Result<User> user(const QString &name);

    [[nodiscard]] Result<Case> report(const ReportDraft &draft, const User &user);
    [[nodiscard]] Result<Case>
    act(const CaseId &id, const ActionRequest &request, const User &user);
    [[nodiscard]] QList<ActionOffer> offers(const Case &subject, const User &user) const;
    [[nodiscard]] Result<QList<UnitProposal>> proposals(const Case &subject);

    /** Refused for a case outside of the user's part of the district. */
    [[nodiscard]] Result<void> maySee(const Case &subject, const User &user) const;

    /** Code of the grid in which a place lies; empty outside of all. */
    [[nodiscard]] Result<QString> gridAt(const GeoPoint &place);

    /**
     * As CaseStore::list(). InvalidInput where the list is empty because there is no such street or
     * class: an empty list would say that all is well there.
     */
    [[nodiscard]] Result<QList<Case>> list(const CaseQuery &query);

    /** By id or by number. */
    [[nodiscard]] Result<Case> find(const QString &name);

private:
    [[nodiscard]] Result<bool> isStreet(const QString &code);
    [[nodiscard]] Result<bool> isClass(const QString &code);
    [[nodiscard]] Result<bool> hasCase(const CaseQuery &query);
    [[nodiscard]] Result<Case> inTransaction(const std::function<Result<Case>()> &work);
    [[nodiscard]] Result<Case> registerReport(const ReportDraft &draft, const User &user);
    [[nodiscard]] Result<Case>
    takeStep(const CaseId &id, const ActionRequest &request, const User &user);
    [[nodiscard]] Result<void> mayWorkOn(const Case &subject, const User &user) const;
    [[nodiscard]] Result<Instant> momentAfter(const Case &subject);
    [[nodiscard]] Result<void> readGrids();
    [[nodiscard]] Result<QString> gridOf(const GeoPoint &place, Case &into);
    [[nodiscard]] Result<QJsonObject>
    factsFor(const Case &subject, const Transition &step, const ActionRequest &request);
    [[nodiscard]] Result<QJsonObject> checkFacts(const Case &subject, const ActionRequest &request);
    [[nodiscard]] Result<QJsonObject> filingFacts(const Case &subject,
                                                  const ActionRequest &request);
    [[nodiscard]] Result<QJsonObject> dispatchFacts(const Case &subject,
                                                    const ActionRequest &request);
    [[nodiscard]] Result<std::optional<FilingStandard>> standardOf(const Case &subject,
                                                                   const QString &id);

    Store &mStore;
    const Clock &mClock;
    QString mOrigin;
    struct Place
    {
        QString community;
        QString street;
    };
    std::shared_ptr<const GridLocator> mLocator; ///< made at the first report with a place
    QHash<QString, Place> mGrids;
    qint64 mEdition = -1; ///< of the grids the locator was made of
};

} // namespace gridward
