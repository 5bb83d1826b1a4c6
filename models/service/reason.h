// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace gridward {

/** What a reason is about, in the order in which it counts. */
enum class ReasonKind { Responsibility, OnDuty, Distance, Skills, Load };

/** What exactly a reason says. The kinds follow each other; of responsibility the best is first. */
enum class ReasonCode {
    // Units: what makes them responsible.
    NamedHere,      ///< a standard of this part of the district names the unit
    ClassHere,      ///< … or the unit's kind
    Named,          ///< a general standard names the unit
    ClassCommunity, ///< its kind handles the class, and it is this community's own
    ClassStreet,    ///< … this street's own
    ClassDistrict,  ///< … the whole district's
    OfficeInstead,  ///< nobody handles the class here, so it is the street office's
    GeneralInstead, ///< … or that of a unit of no kind, which takes what is left
    Community,      ///< serves this community, but not for this class
    Street,
    District,
    // People: the post that makes them responsible.
    PostForClass,    ///< the post that the class calls for, in the grid or its community
    PostForGrid,     ///< manager or head of the grid
    PostInGrid,      ///< another post in the grid
    PostInCommunity, ///< a post in its community
    PostInStreet,    ///< a post in its street, or in a level in between
    // Duty.
    OnShift,      ///< a turn of the roster covers now; value: minutes until it ends
    SeenLately,   ///< was seen within the last hour; value: minutes ago
    PeopleOnDuty, ///< a unit's people of whom either is so; value: how many
    NotOnDuty,    ///< neither, though the district has a roster or positions
    // The rest.
    Distance, ///< value: metres, straight
    Skills,   ///< value: how many skills fit
    Load,     ///< value: open cases
    Deputy,   ///< acts for somebody on leave; who: the name
};

/** Why somebody is proposed, or what speaks against it. A plain value. */
struct Reason
{
    ReasonCode code = ReasonCode::Load;
    /** See ReasonCode; of responsibility the place on its ladder, 0 being the best. */
    double value = 0.0;
    bool good = true;     ///< speaks for it
    QStringList skills{}; ///< the tags that fit
    QString who{};        ///< whom it is about besides

    bool operator==(const Reason &) const = default;
    [[nodiscard]] ReasonKind kind() const;
};

/** A skill in words; a district's own tag is its own word. Any thread. */
[[nodiscard]] QString skillWord(const QString &tag);

/**
 * How far somebody is in the language of the moment: "140 m", "1.8 km". By tens of metres, for
 * nobody's position is better. Any thread.
 */
[[nodiscard]] QString farText(double metres);

/** "responsibility", "on-duty", "distance", "skills", "load". */
[[nodiscard]] QString toId(ReasonKind kind);

/** In a few words, in the language of the moment; any thread. */
[[nodiscard]] QString reasonText(const Reason &reason);
/** All but those of the kinds to leave out, in one line. */
[[nodiscard]] QString reasonsText(const QList<Reason> &reasons,
                                  const QList<ReasonKind> &without = {});

} // namespace gridward
