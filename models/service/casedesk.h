// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseaxes.h"
#include "models/domain/caserules.h"
#include "models/domain/deadline.h"
#include "models/domain/gridlocator.h"
#include "models/domain/instant.h"
#include "models/domain/result.h"
#include "models/service/caserefusals.h"
#include "models/service/responsibility.h"
#include "models/service/rulekeeper.h"
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
    std::optional<CaseLevel> level; ///< left out: what the level rules say of the class
    QList<Attachment> attachments;
    QString component{}; ///< code of the component it is about; of one that is in the store
    QString note{};      ///< for the log: where it came from
    /** The reporter sees that this is known: registered, and merged into that case at once. */
    std::optional<CaseId> duplicateOf{};
};

/** A step that somebody wants to take, as they say it. */
struct ActionRequest
{
    CaseAction action = CaseAction::File;
    /**
     * What the action needs: code of a unit (several, comma separated: the first one leads) or
     * department, id of a person, id or number of a case (merge), codes of classes (split).
     */
    QString target;
    QString note;
    QString standard; ///< filing conditions, comma separated; the first of the class if not named
    QStringList met;  ///< closing conditions that a check confirms; none named: all
    std::optional<Instant>
        until;          ///< of a suspension, a task (entrust, verify), a reply (supervise)
    bool grants = true; ///< what was asked for: yes or no
    std::optional<bool> satisfied;  ///< what a call-back heard
    bool reached = true;            ///< call-back: false if the reporter was not
    std::optional<CaseLevel> level; ///< filing may set it
    QString bundle;                 ///< dispatch: id or number of the case whose deadline it shares
    QList<Attachment> attachments;
    std::optional<int> expectedVersion;
};

/** What may be done to a case now, by this user, and why not. */
struct ActionOffer
{
    CaseAction action = CaseAction::File;
    bool allowed = false;
    QString reason;                        ///< why not; empty if allowed
    StepRefusal why = StepRefusal::NotNow; ///< the same for programs; means nothing if allowed
    Effect effect = Effect::Move;          ///< whether it moves the case, asks, decides, or notes
};

/**
 * Where cases are registered and taken through their life cycle: looks up what the rules need to
 * know, lets decide() decide, writes. Blocks; runs on the store's thread. Errors: Refused (right or
 * rule; says which), InvalidInput (what is missing), Conflict (somebody was first).
 */
class CaseDesk
{
public:
    /** Both outlive it. `origin` names the station or program, for the log. */
    CaseDesk(Store &store, const Clock &clock, QString origin, CaseWording wording = {});

    /** Refused for an unknown name; the local owner where the store has no users at all. */
    [[nodiscard]] Result<User> user(const QString &name);

    [[nodiscard]] Result<Case> report(const ReportDraft &draft, const User &user);
    /**
     * Takes one step. What concerns other cases too (merge, split, a bundle's deadline) is written
     * with it or not at all. A suspension whose date has come is resumed first.
     */
    [[nodiscard]] Result<Case>
    act(const CaseId &id, const ActionRequest &request, const User &user);
    /** Every step there is, and why not. */
    [[nodiscard]] Result<QList<ActionOffer>> offers(const CaseRecord &record, const User &user);
    [[nodiscard]] Result<QList<UnitProposal>> proposals(const Case &subject);

    /**
     * Does what the program has to do by itself now: resumes, urges, tells of missed check-ins. At
     * most so many cases in one transaction; returns how many. More are left if it is `most`.
     */
    [[nodiscard]] Result<int> runDue(int most);

    /** How the steps of a case are called here: an id of stepNamings(). */
    [[nodiscard]] QString naming();

    /** Explains the deadlines of a case at a moment: see explainDeadline(). */
    [[nodiscard]] Result<DeadlineExplanation> explain(const CaseId &id, Instant at);

    /** Refused for a case that the user may not see: by role, unit and part of the district. */
    [[nodiscard]] Result<void> maySee(const Case &subject, const User &user);
    [[nodiscard]] Result<void> maySee(const CaseRecord &record, const User &user);

    /** Refused if they have the permission for the step nowhere: needs no case to be looked at. */
    [[nodiscard]] Result<void> checkPermitted(CaseAction action, const User &user);

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
    /** What the report of a known problem becomes: void, and noted by the case that is known. */
    [[nodiscard]] Result<Case> join(const Case &reported, const CaseId &known, const User &user);
    [[nodiscard]] Result<void> takeComponent(const QString &code, Case &into);
    [[nodiscard]] Result<Case>
    takeStep(const CaseId &id, const ActionRequest &request, const User &user);
    [[nodiscard]] Result<CaseRecord> settled(const CaseId &id);
    /** The last step is this user's, who might see the case and take steps back before it. */
    [[nodiscard]] Result<bool> isOwnLastStep(const CaseId &id, const User &user);
    /** Refused without the permission for the step at this case. */
    [[nodiscard]] Result<void>
    checkPermitted(CaseAction action, const CaseRecord &record, const User &user);
    [[nodiscard]] Result<Instant> momentAfter(const CaseRecord &record);
    [[nodiscard]] Result<void> readGrids();
    [[nodiscard]] Result<QString> gridOf(const GeoPoint &place, Case &into);

    // What a step needs to know (casedesklookups.cpp).
    [[nodiscard]] Result<StepRequest> lookUp(const CaseRecord &record,
                                             const ActionRequest &request);
    [[nodiscard]] Result<void>
    lookUpTarget(StepRequest &step, const CaseRecord &record, const ActionRequest &request);
    [[nodiscard]] Result<void> lookUpUnits(StepRequest &step, const ActionRequest &request);
    [[nodiscard]] Result<void> lookUpPerson(const QString &id);
    [[nodiscard]] Result<void> lookUpAssignee(const QString &id, const Case &subject);
    [[nodiscard]] Result<void> lookUpSent(StepRequest &step);
    [[nodiscard]] Result<QList<FilingStandard>> standardsFor(const Case &subject,
                                                             const QString &ids);
    /** The last step, and what the case was before it. */
    [[nodiscard]] Result<void> lookUpLastStep(StepRequest &step, const CaseRecord &record);
    /** A street office also speaks for the units below it. */
    [[nodiscard]] Result<Actor>
    actorFor(const User &user, CaseAction action, const CaseRecord &record);
    /** The log, and who is whose account by now, keep the step from them: see ownWork(). */
    [[nodiscard]] Result<bool>
    isBarred(const User &user, CaseAction action, const CaseRecord &record);
    /** Who had the case in hand and who judged it. */
    [[nodiscard]] Result<CaseDeeds> deedsAt(const CaseId &id);
    [[nodiscard]] Result<QStringList> unitsBelow(const QString &organisation);
    [[nodiscard]] Result<bool> hasOpenChildren(const CaseRecord &record);
    [[nodiscard]] Result<QString> reporterOf(const CaseRecord &record);

    // What a step does to other cases (casedeskfamily.cpp).
    [[nodiscard]] Result<QStringList> addChildren(const CaseRecord &parent,
                                                  const ActionRequest &request,
                                                  const Actor &actor,
                                                  const Rules &rules,
                                                  Instant now);
    [[nodiscard]] Result<void> tellSurvivor(const Case &duplicate, const CaseStep &merge);
    [[nodiscard]] Result<void>
    tellBundle(const Case &before, const Case &after, const Actor &actor, const CaseStep &step);

    Store &mStore;
    const Clock &mClock;
    QString mOrigin;
    CaseWording mWording;
    RuleKeeper mRules;
    struct Place
    {
        QString community;
        QString street;
    };
    std::shared_ptr<const GridLocator> mLocator; ///< made at the first report with a place
    QHash<QString, Place> mGrids;
    qint64 mEdition = -1; ///< of the grids the locator was made of
    QList<Organisation> mOrganisations;
    qint64 mOrganisationsEdition = -1;
};

/** The user as the rules of the life cycle see them. */
[[nodiscard]] Actor actorOf(const User &user);
/**
 * The same for one step. Who was granted a step that the life cycle gives to other roles takes it
 * as one of those would: permissions are the district's, the order of the steps is not.
 */
[[nodiscard]] Actor actorOf(const User &user, CaseAction action, CaseState state);

} // namespace gridward
