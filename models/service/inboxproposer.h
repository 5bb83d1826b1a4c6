// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogue.h"
#include "models/domain/district.h"
#include "models/domain/inboxitem.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace gridward {

/** A class that the words of a row speak for. */
struct ClassProposal
{
    InboxClass chosen;
    QStringList words; ///< of the row, in its order
    int weight = 0;    ///< characters that speak for it
    bool isSure = false;

    bool operator==(const ClassProposal &) const = default;
};

/** A place that the words of a row may mean. */
struct PlaceProposal
{
    GeoPoint point;
    QString name;  ///< as the store has it
    QString words; ///< of the row, which speak for it
    bool isSure = false;

    bool operator==(const PlaceProposal &) const = default;
};

/** What the proposals are made from. */
struct ProposalGround
{
    QList<CatalogueEntry> classes; ///< in force
    QList<Address> addresses;
    QList<KeyPlace> places;
};

/**
 * Proposes the class and the place of a row from its words alone: names of classes and what people
 * call them, standard addresses, names of key locations. The same words give the same answer; it
 * says which words speak for it, and nothing is sure where two answers are about as good. A person
 * confirms. Made once, then only read: any thread.
 */
class InboxProposer
{
public:
    explicit InboxProposer(const ProposalGround &ground);

    /** Best first, so many at the most; at most the first is sure. */
    [[nodiscard]] QList<ClassProposal> classesFor(const QString &text, int most) const;
    /** The sure one; nothing if there is none. */
    [[nodiscard]] std::optional<ClassProposal> classOf(const QString &text) const;
    /** Best first: the address of a row counts more than its text. */
    [[nodiscard]] QList<PlaceProposal>
    placesFor(const QString &text, const QString &address, int most) const;
    /**
     * Puts what is sure into a row that has just come in. Until then `classWords` may hold what the
     * other system called it.
     */
    void proposeFor(InboxItem &item) const;

private:
    /** A wording; in other places of the text there must be all of `with` too. */
    struct Phrase
    {
        QString text;
        QStringList with;
        int target = 0;       ///< class, or road, or place
        bool isThing = false; ///< only names a thing: says of no trouble with it
    };
    /** Wordings by their first two characters. */
    class Phrases
    {
    public:
        void add(Phrase phrase);
        struct Hit
        {
            const Phrase *phrase = nullptr;
            qsizetype at = 0;
        };
        /** Those in the text that no longer one covers, in order. */
        [[nodiscard]] QList<Hit> in(const QString &text) const;

    private:
        QHash<quint32, QList<Phrase>> mByStart;
    };
    struct House
    {
        QString number;
        GeoPoint point;
        QString text;
    };
    void addClasses(const QList<CatalogueEntry> &classes);
    void addPlaces(const ProposalGround &ground);
    void takeRoad(const QString &text, const Phrases::Hit &hit, QList<PlaceProposal> &found) const;
    void findPlaces(const QString &text, QList<PlaceProposal> &found) const;

    Phrases mClassPhrases;
    QList<InboxClass> mClasses;
    Phrases mRoadPhrases;
    QList<QList<House>> mRoads;
    Phrases mPlacePhrases;
    QList<InboxPlace> mPlaces;
};

} // namespace gridward
