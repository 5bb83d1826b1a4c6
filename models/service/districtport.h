// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/permission.h"
#include "models/service/casedesk.h"
#include "models/service/districtnames.h"

#include <QDate>
#include <QFuture>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include <array>
#include <optional>

namespace gridward {

/** All there is to say about one case, and what this user may do with it. */
struct CaseFile
{
    Case subject;
    CaseProcess process;     ///< clocks, requests, scene, calls: what it has been through
    QList<CaseEvent> events; ///< oldest first
    std::optional<DeadlineExplanation> explanation; ///< of its clocks, as of the reading
    QString naming;      ///< how the steps are called here: an id of stepNamings()
    QList<Case> related; ///< split from it, bundled with it, the case it came from or went into
    QList<ActionOffer> offers;
    QList<UnitProposal> proposals;           ///< who could take it, best first
    std::optional<FilingStandard> standard;  ///< under which it was filed
    QList<FilingStandard> possibleStandards; ///< of its class: what it may be filed under
    QList<Attachment> attachments;           ///< with their content
    QHash<QString, QString> people;          ///< names of those it was assigned to, by id
    QList<PersonProposal> assignees;         ///< who of its unit could handle it, best first
    QList<PersonProposal> collectors{};      ///< who could be sent to look at it, the nearest first
};

/** A grid, who is responsible for it today, and how it stands. */
struct GridCard
{
    struct Responsible
    {
        Person person;
        QString role; ///< id: manager, police …
    };
    UnitGrid grid;
    QString communityName;
    QString streetName;
    QList<Responsible> responsible;
    int components = 0; ///< as many as there are, up to 10,000
    QList<Case> open;   ///< newest first, 100 at the most
    QList<Case> latest; ///< open or not, newest first, 5 at the most
};

/** A key location or key area with its checks and what is open around it. */
struct PlaceCard
{
    KeyPlace place;
    QString gridName;
    QList<Case> openInGrid; ///< newest first, 20 at the most
};

/** Something that a search found. */
struct SearchHit
{
    enum class Kind { Case, Grid, Division, Address, KeyPlace, Person };
    Kind kind = Kind::Case;
    QString id;    ///< of the case, code of the grid …
    QString title; ///< what was found
    QString detail;
    std::optional<GeoPoint> place;
    std::optional<GeoExtent> extent; ///< of areas
};

/** How today compares with other days, by hour of the district's local day. */
struct DayRhythm
{
    QDate day;                      ///< which day is "today" there
    int hoursPassed = 0;            ///< 0 to 24: the last begun hour is in `today` already
    std::array<int, 24> today{};    ///< cases registered
    std::array<double, 24> usual{}; ///< mean of the days before, same kind of day (workday or not)
    int usualDays = 0;              ///< how many days that mean is made of; 0: there are none
};

/** The places of cases, EPSG:4326, longitude first. */
struct CasePoints
{
    QList<double> longitudes;
    QList<double> latitudes;
    qint64 withoutPlace = 0; ///< cases that match and have no place
    qint64 visited = 0;      ///< cases that match, with and without a place
    QList<CaseId> ids = {};  ///< as many as places, or none where nobody needs to know
    Instant from = {};       ///< of cases: registered from this moment …
    Instant to = {};         ///< … until before this one
    /** Whether somebody outside reported them: as many as places, or none: all may be so. */
    QList<bool> personal = {};
    /** How much each counts: as many as places, or none: each counts 1. */
    QList<double> weights = {};
};

/** What cases can be counted against. */
enum class Denominator {
    Residents,  ///< of the grids, spread evenly over each
    Households, ///< the same
    Components, ///< public components: the most often kept register of all
    Addresses,  ///< standard addresses
};

/** Where a place lies. */
struct PlaceFacts
{
    QString grid; ///< code; empty outside of the district
    QString gridName;
    QString communityName;
    QString streetName;
    QString address; ///< the nearest standard address within 150 m, or empty
};

/** Somebody on duty, as the map shows them. */
struct StaffMark
{
    QString person; ///< id
    QString name;
    QString role; ///< id of a post
    Instant at;
    GeoPoint place;
};

/** Can what is shown be believed? */
enum class StoreState {
    None,      ///< no store is open
    Opening,   ///< being read
    Live,      ///< follows every change
    Stale,     ///< could not be read of late; what is shown is from `since`
    Failed,    ///< could not be opened
    SignedOut, ///< nobody is signed in, and the store shows nothing to nobody
};

/**
 * What the screens ask of a district: the only way in which ui and gis reach a store. Everything
 * is done elsewhere and comes back as a future or a signal on the GUI thread, where this lives;
 * nothing blocks. Errors are those of Store and CaseDesk.
 */
class DistrictPort : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual const Clock &clock() const = 0;
    [[nodiscard]] virtual const StoreInfo &info() const = 0;
    [[nodiscard]] virtual const DistrictNames &names() const = 0;
    [[nodiscard]] virtual StoreState state() const = 0;
    /**
     * When the store last answered: what is shown is what it held then. While it is Live that is
     * some two seconds ago at the most; while it is Stale it is the moment that what is shown is
     * of. The epoch if it never did.
     */
    [[nodiscard]] virtual Instant believedAt() const = 0;

    /** As whom this seat works. Steps are taken in this name. */
    [[nodiscard]] virtual const User &user() const = 0;
    /** Those that the store knows; empty where the seat works as the local owner. */
    [[nodiscard]] virtual const QList<User> &users() const = 0;
    /** Only where the store trusts claims (demo and drill); otherwise nothing happens. */
    virtual void setUser(const QString &name) = 0;
    /**
     * Everything the signed-in user may act as: posts of their own and, during the leave of those
     * whose deputy they are, theirs. The first one is the user's own row.
     */
    [[nodiscard]] virtual const QList<User> &posts() const = 0;
    /**
     * Goes on as the same user in another post, or in a part of its area (a street, community or
     * grid). The store refuses what is not theirs; then nothing changes but a message.
     */
    virtual void takePost(const User &post) = 0;
    /** Who may do what, for screens that show or hide accordingly; services and store decide. */
    [[nodiscard]] virtual const AccessRules &access() const = 0;
    /** May the present user do that, anywhere at all? */
    [[nodiscard]] bool may(Thing thing, const QString &action) const
    {
        return !access().denied(user(), thing, action).has_value();
    }

    [[nodiscard]] virtual QFuture<Result<Case>> report(const ReportDraft &draft) = 0;
    [[nodiscard]] virtual QFuture<Result<Case>> act(const CaseId &id,
                                                    const ActionRequest &request) = 0;
    [[nodiscard]] virtual QFuture<Result<CaseFile>> caseFile(const CaseId &id) = 0;
    [[nodiscard]] virtual QFuture<Result<GridCard>> gridCard(const QString &grid) = 0;
    [[nodiscard]] virtual QFuture<Result<PlaceCard>> placeCard(const QString &place) = 0;
    [[nodiscard]] virtual QFuture<Result<PlaceFacts>> placeFacts(const GeoPoint &place) = 0;
    /** Who is responsible there now; for whatever it may be, if the class has no code. */
    [[nodiscard]] virtual QFuture<Result<ResponsibleHere>> responsibleAt(const GeoPoint &place,
                                                                         const ClassKey &key) = 0;
    [[nodiscard]] virtual QFuture<Result<QList<SearchHit>>> search(const QString &text,
                                                                   int limit) = 0;
    /** The newest cases, open or not. */
    [[nodiscard]] virtual QFuture<Result<QList<Case>>> newest(int limit) = 0;
    [[nodiscard]] virtual QFuture<Result<DayRhythm>> dayRhythm() = 0;
    [[nodiscard]] virtual QFuture<Result<CasePoints>> casePoints(const CasePlaceQuery &query) = 0;
    /** Those of them that are there and that the user may see, in the order asked for. */
    [[nodiscard]] virtual QFuture<Result<QList<Case>>> cases(const QList<CaseId> &ids) = 0;
    /** Where they are; none if the store has none. */
    [[nodiscard]] virtual QFuture<Result<CasePoints>> denominator(Denominator kind) = 0;
    /** Classes in force, of the scheme of the store. */
    [[nodiscard]] virtual QFuture<Result<QList<CatalogueEntry>>> classes() = 0;
    /** Components in a box, by code, so many at the most. */
    [[nodiscard]] virtual QFuture<Result<QList<Component>>> components(const GeoExtent &extent,
                                                                       int limit) = 0;
    /** Where staff on duty were seen within the last twelve hours. */
    [[nodiscard]] virtual QFuture<Result<QList<StaffMark>>> staffOnDuty() = 0;

signals:
    void stateChanged(gridward::StoreState state);
    /** Another user, post or part of the district; or rights that changed. */
    void userChanged();
    /** Names, users or clock are others now. */
    void districtChanged();
};

} // namespace gridward

Q_DECLARE_METATYPE(gridward::StoreState)
