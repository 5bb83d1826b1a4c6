// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/casechain.h"
#include "models/domain/outlinerings.h"
#include "models/service/districtport.h"
#include "models/service/photofacts.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace gridward {

/** When in the life of a case a piece of evidence came. */
enum class EvidencePhase {
    Before, ///< of the problem: with the report, its verification, its filing
    After,  ///< of the work: with handling and feeding back
    Check,  ///< of the check
    Other,
};

/** A piece of evidence, held against the log and against the case. */
struct EvidenceItem
{
    enum class State {
        Holds,    ///< its content has the hash that the log has
        Changed,  ///< it has another one
        Missing,  ///< the log has it, the store does not; the attachment has a name only
        Unlogged, ///< the store has it, the log knows nothing of it
    };
    Attachment attachment;
    qsizetype place = -1; ///< among the attachments of the case; -1: the log alone knows of it
    State state = State::Holds;
    EvidencePhase phase = EvidencePhase::Other;
    QByteArray hash;       ///< SHA-256 of the content; empty where that is missing
    QByteArray loggedHash; ///< that the log has
    int sequence = 0;      ///< of the event that it came with; 0: of none
    CaseAction action = CaseAction::Report;
    std::optional<Instant> at; ///< of that event
    QString actor;
    std::optional<PhotoFacts> photo; ///< nothing for what is no picture that can say anything
    std::optional<double> metres;    ///< from where it was taken to the place of the case

    bool operator==(const EvidenceItem &) const = default;
    [[nodiscard]] bool isPicture() const;
    /** The picture was taken farther away than kPhotoMetres. */
    [[nodiscard]] bool isFar() const;
    /** Taken more than kPhotoAge before, or after, it was handed in. */
    [[nodiscard]] bool isOddTime() const;
};

/**
 * The evidence of a case: that of the store in its order, then what the log has and the store has
 * not. Reads what pictures say of themselves; a time without an offset is one of `zone`. Pure.
 */
[[nodiscard]] QList<EvidenceItem> evidenceOf(const QList<CaseEvent> &events,
                                             const QList<Attachment> &attachments,
                                             const std::optional<GeoPoint> &place,
                                             const QTimeZone &zone);

/** Somebody who had to do with a case: an account, and the person behind it. */
struct CasePerson
{
    enum class Part {
        Registered,
        Verified,
        Filed,
        Dispatched,
        Handled,
        Checked,
        Closed,
        Supervised,
        Other,
    };
    Part part = Part::Registered;
    QString account;
    QString name;         ///< of the person; empty if it is not known
    QString organisation; ///< code; empty if it is not known
    QString role;         ///< id of the account's
    Instant first;
    int steps = 0; ///< how many steps of that part

    bool operator==(const CasePerson &) const = default;
};

/** What lies around a case, within `metres` of it; nearest first. */
struct CaseSurroundings
{
    static constexpr double kMetres = 200.0;
    struct Area
    {
        QString code;
        QString name;
        OutlineRings rings;
        bool isOwn = false; ///< the case lies in it
    };
    struct NearPlace
    {
        KeyPlace place; ///< without its shape
        GeoPoint middle;
        OutlineRings rings; ///< of an area
    };
    std::optional<GeoPoint> middle; ///< of the case; without one nothing is near
    QList<Area> grids;              ///< those that reach into the box
    QList<Case> cases;              ///< other open ones that the user may see
    QList<Component> components;    ///< 500 at the most
    QList<NearPlace> places;
    QList<Address> addresses; ///< 200 at the most
};

/** All there is about one case, for its page and for the folder that leaves the program. */
struct CaseDossier
{
    CaseFile file;
    ChainCheck chain;
    QList<EvidenceItem> evidence;
    /** Steps that were taken although their class asks for evidence that is not there. */
    QList<CaseAction> missingEvidence;
    QList<CasePerson> people;          ///< by part, then by time
    QList<PersonProposal> responsible; ///< who answers for the place now, best first
    QList<Case> duplicates;            ///< merged into it
    CaseSurroundings surroundings;
    StoreInfo store;
    DistrictNames names;
    Instant at;     ///< when it was read
    QByteArray log; ///< what `gridward case STORE show ID --json` prints, byte for byte
};

/**
 * Reads it. `at`: as it stood then, later events do not count. Errors as readCaseFile(): Refused
 * for whom it is not. Blocks; on the store's thread.
 */
[[nodiscard]] Result<CaseDossier> readDossier(Store &store,
                                              CaseDesk &desk,
                                              const CaseId &id,
                                              const User &user,
                                              Instant now,
                                              const std::optional<Instant> &at = std::nullopt);

/**
 * Refused unless the user may both print and export this case, where it lies: a folder holds pages
 * and the files themselves. Blocks; on the store's thread.
 */
[[nodiscard]] Result<void> mayTakeFolder(Store &store, const CaseId &id, const User &user);

} // namespace gridward
