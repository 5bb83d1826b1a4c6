// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseid.h"
#include "models/domain/geopoint.h"
#include "models/domain/instant.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace gridward {

/** Where a case stands (domain reference 2.5). Ids are neutral; labels may vary by district. */
enum class CaseState {
    Registered,
    Reported,
    Verifying,
    PendingFiling,
    Refused,
    Void,
    Filed, ///< awaiting dispatch
    AtUnit,
    Handling,
    Suspended,
    FedBack,
    Checking,
    Rework,
    PendingClose,
    Closed,
    Archived,
};

/** What kind of thing a problem is about: matters happen, components stand somewhere. */
enum class CaseKind { Matter, Component };

/** The four levels, blue (least) to red (SEED-094). */
enum class CaseLevel { Blue, Yellow, Orange, Red };

/** Where a case comes from. */
enum class CaseSource { Patrol, Hotline, App, Video, Leader, Department, Sensor };

/** What a unit has asked for and nobody has decided on yet. */
enum class RequestKind { None, Extend, Suspend, Appeal };

/** A class of a catalogue. The same digits mean two things, so all three make the key. */
struct ClassKey
{
    QString scheme; ///< such as "GBT47678.5-2026"
    CaseKind kind = CaseKind::Matter;
    QString code;

    bool operator==(const ClassKey &) const = default;
};

/** The scheme of this program: GB/T 47678.5-2026. */
[[nodiscard]] QString defaultScheme();

/** A case as it stands now. Derived from its events alone: see apply() in caseevent.h. */
struct Case
{
    CaseId id;
    QString number;  ///< 案件编号, 19 digits: division 6 + day 8 + running 5 (or more)
    int version = 0; ///< the sequence number of its last event
    CaseState state = CaseState::Registered;
    ClassKey classKey;
    CaseLevel level = CaseLevel::Blue;
    CaseSource source = CaseSource::Patrol;
    QString text;
    QString address;
    std::optional<GeoPoint> place; ///< absent when nobody said where: never an invented point
    QString grid;                  ///< codes; empty outside of every grid
    QString community;
    QString street;
    QString component; ///< code of the component it is about
    QString unit;      ///< the handling unit's code
    QString person;    ///< the person of that unit
    QString standard;  ///< the filing conditions that applied, comma separated
    std::optional<Instant> reportedAt;
    std::optional<Instant> filedAt;
    std::optional<Instant> dispatchedAt;
    std::optional<Instant> dueAt; ///< end of the handling limit (处置截止时间)
    std::optional<Instant> handledAt;
    std::optional<Instant> checkedAt;
    std::optional<Instant> closedAt;
    QString externalSource; ///< the set it was imported from, and its number there
    QString externalId;
    std::optional<Instant> stageDueAt{};     ///< end of the limit of the stage it is in
    std::optional<Instant> suspendedUntil{}; ///< while suspended (挂账)
    std::optional<Instant> overdueAt{}; ///< when the handling limit first ran out: never taken back
    std::optional<Instant> sceneDueAt{}; ///< next check-in at a scene that is not released
    std::optional<Instant> nextAt{};     ///< when the program itself has to act: urge, resume
    bool exempt = false;                 ///< left out of overdue statistics: an appeal was upheld
    QString parent{};                    ///< id of the case it was split from
    QString mergedInto{};                ///< id of the case it is a duplicate of
    QString bundle{};                    ///< id of the case whose deadline it shares
    RequestKind request = RequestKind::None; ///< that waits for the dispatcher's decision
    QString taskPerson{};                    ///< id of who was sent to verify or check it
    std::optional<Instant> taskDueAt{};      ///< and until when
    std::optional<Instant> replyDueAt{}; ///< until when a supervision (督办) is to be answered
    int rung = 0;       ///< highest rung of the ladder reached, in percent of the limit that runs
    QString rungTier{}; ///< who was urged there
    std::optional<Instant> steppedAt{};    ///< when somebody last took a step with it
    std::optional<Instant> calledBackAt{}; ///< when the reporter was last reached (回访)
    bool lacksPicture = false; ///< handed in without the picture that its class asks for
    QString hands{}; ///< who dispatched or handled it, comma separated: they do not judge it

    bool operator==(const Case &) const = default;
};

[[nodiscard]] QString toId(CaseState state);
[[nodiscard]] QString toId(CaseKind kind);
[[nodiscard]] QString toId(CaseLevel level);
[[nodiscard]] QString toId(CaseSource source);
/** Empty where nothing is asked for. */
[[nodiscard]] QString toId(RequestKind request);
[[nodiscard]] std::optional<CaseState> caseStateFromId(QStringView id);
[[nodiscard]] std::optional<CaseKind> caseKindFromId(QStringView id);
[[nodiscard]] std::optional<CaseLevel> caseLevelFromId(QStringView id);
[[nodiscard]] std::optional<CaseSource> caseSourceFromId(QStringView id);
/** None for what is no id. */
[[nodiscard]] RequestKind requestKindFromId(QStringView id);
[[nodiscard]] QStringList caseStateIds();
[[nodiscard]] QStringList caseLevelIds();
[[nodiscard]] QStringList caseSourceIds();

/** Still somebody's work: neither refused, void, closed nor archived. */
[[nodiscard]] bool isOpen(CaseState state);

/**
 * Late at this moment: the handling limit has passed and the work was not handed back in time. A
 * case that was handed back (handledAt) is judged by that time, whatever its state.
 */
[[nodiscard]] bool isOverdue(const Case &subject, Instant now);

/** Did somebody outside report it, whom one can call back? Staff, cameras and sensors are not. */
[[nodiscard]] bool hasReporter(CaseSource source);

/** Did this account, or the person behind it, dispatch or handle the case? Then it is not theirs to
 * judge: see caseaxes.h. */
[[nodiscard]] bool isOwnWork(const Case &subject, const QString &user, const QString &person);

} // namespace gridward
