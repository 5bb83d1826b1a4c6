// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/district.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <map>
#include <optional>
#include <tuple>

namespace gridward {

/** Kinds of things that somebody may or may not see, change, take out … */
enum class Thing : std::uint8_t {
    Case,
    Personal,   ///< callers and households: masked unless opened for a purpose
    Division,   ///< divisions and unit grids
    Place,      ///< key locations and areas, components, addresses, resources
    Staff,      ///< organisations, posts, people, duties, leave
    Roster,     ///< shifts and hand-overs
    Catalogue,  ///< classes and filing standards
    Rules,      ///< rule books and working calendars
    Statistics, ///< heat maps, indicators
    Account,    ///< users, their posts and passwords
    Role,       ///< roles and what they may do
    Audit,      ///< the audit log
    Store,      ///< settings of the store, backups
};

/** In which part of the district: each one holds those before it. */
enum class Reach : std::uint8_t {
    None,
    Own,      ///< what they reported or were assigned themselves
    Unit,     ///< what is with their organisation
    Division, ///< what lies in their part of the division tree
    District, ///< all of it
};

[[nodiscard]] QString toId(Thing thing);
[[nodiscard]] QString toId(Reach reach);
[[nodiscard]] std::optional<Thing> thingFromId(QStringView id);
[[nodiscard]] std::optional<Reach> reachFromId(QStringView id);
[[nodiscard]] QList<Thing> allThings();
[[nodiscard]] QList<Reach> allReaches();

/**
 * What can be done to a kind of thing, by id: "see", "change", "export", "print", "import",
 * "open" (a masked field), "back-up"; of cases every step of the life cycle too. In the order in
 * which a screen lists them.
 */
[[nodiscard]] QStringList actionsOn(Thing thing);

/** One role may do one thing in one part of the district. */
struct Grant
{
    QString role;
    Thing thing = Thing::Case;
    QString action;
    Reach reach = Reach::None;

    bool operator==(const Grant &) const = default;
};

/** A role: one of the ten of the life cycle, or one that a district added. */
struct RoleInfo
{
    QString id;
    QString name; ///< empty for the ten: screens have words for those
    QString nameEn;
    bool builtIn = false;

    bool operator==(const RoleInfo &) const = default;
};

/** A post that a user holds beside the one in the user's own row: one person, many duties. */
struct UserPost
{
    QString user;
    QString role;
    QString division;     ///< empty: the whole district
    QString organisation; ///< may be empty
    QDate from;
    QDate to; ///< invalid: until further notice

    bool operator==(const UserPost &) const = default;
    [[nodiscard]] bool holdsOn(QDate day) const
    {
        return (!from.isValid() || from <= day) && (!to.isValid() || to >= day);
    }
};

/** The user in that post. */
[[nodiscard]] User inPost(User user, const UserPost &post);

/**
 * Who may do what, where: standard() with what a district changed of it. The local owner of a store
 * without accounts may do everything, always. A plain value.
 */
class Permissions
{
public:
    /** Rights over cases come from the life cycle, the others from the table in the source. */
    [[nodiscard]] static Permissions standard();

    [[nodiscard]] Reach reach(const QString &role, Thing thing, const QString &action) const;
    void set(const Grant &grant);
    void add(const RoleInfo &role);
    [[nodiscard]] const QList<RoleInfo> &roles() const { return mRoles; }
    [[nodiscard]] bool hasRole(const QString &id) const;
    /** What differs from standard(), in a fixed order: what a store keeps. */
    [[nodiscard]] QList<Grant> changes() const;

    bool operator==(const Permissions &) const = default;

private:
    using Key = std::tuple<QString, Thing, QString>;
    std::map<Key, Reach> mReaches;
    QList<RoleInfo> mRoles;
};

/** Where something is, for the question whether it is theirs. What is unknown is empty. */
struct Spot
{
    QString street;
    QString community;
    QString grid;
    QStringList units;  ///< organisations that have to do with it
    QStringList people; ///< users and people whose own it is
};

/** The division tree and its grids without outlines: what lies in what. A plain value. */
class DivisionTree
{
public:
    DivisionTree() = default;
    /** `communityOfGrid`: the division that each grid belongs to, by code. */
    explicit DivisionTree(const QList<Division> &divisions,
                          QHash<QString, QString> communityOfGrid = {});

    /** Is `code`, a division or a grid, this one or below it? Everything is in the division without
     * a code. */
    [[nodiscard]] bool isWithin(const QString &code, const QString &division) const;
    /** Does the spot lie in the division, by any of its levels? */
    [[nodiscard]] bool holds(const QString &division, const Spot &spot) const;
    [[nodiscard]] bool isRoot(const QString &code) const;
    /** The division itself and all below it but grids; empty if it is no division. */
    [[nodiscard]] QStringList below(const QString &division) const;

private:
    QHash<QString, QString> mParents;
    QHash<QString, QString> mCommunities; ///< of grids
};

/** Why something may not be done. */
struct Denied
{
    QString role;
    Thing thing = Thing::Case;
    QString action;
    Reach has = Reach::None; ///< how far it is allowed

    bool operator==(const Denied &) const = default;
    /** "case:file", as the command line and the log name a permission. */
    [[nodiscard]] QString permission() const;
};

/** Permissions and the tree that they reach into: decides. Pure; a plain value. */
class AccessRules
{
public:
    AccessRules() = default;
    AccessRules(Permissions permissions, DivisionTree tree);

    [[nodiscard]] const Permissions &permissions() const { return mPermissions; }
    [[nodiscard]] const DivisionTree &tree() const { return mTree; }
    /** Anywhere at all. */
    [[nodiscard]] std::optional<Denied>
    denied(const User &user, Thing thing, const QString &action) const;
    /** There. */
    [[nodiscard]] std::optional<Denied>
    denied(const User &user, Thing thing, const QString &action, const Spot &spot) const;

private:
    Permissions mPermissions;
    DivisionTree mTree;
};

} // namespace gridward
