// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/inboxproposer.h"

#include "models/domain/innerpoint.h"

#include <QFile>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr qsizetype kShortestPlace = 3; ///< shorter names are words of everyday speech
constexpr int kRivalPercent = 75;       ///< one as good as this makes the best unsure
constexpr int kNeighbours = 3;          ///< houses that are shown where the number is unknown

quint32 startOf(QStringView text)
{
    return (quint32{text.at(0).unicode()} << 16U) | text.at(1).unicode();
}

/** What a caller would say of it: without brackets, without the "异常" behind a component. */
QString stemOf(const QString &name)
{
    static const QRegularExpression kBrackets(u"[（(][^）)]*[）)]"_s);
    QString stem = name;
    stem.remove(kBrackets);
    return stem.endsWith(u"异常"_s) ? stem.chopped(2) : stem;
}

/** Says that something is wrong with a thing; empty if nothing in the text does. */
QString damageIn(const QString &text)
{
    static const QStringList kWords{u"损坏"_s, u"破损"_s, u"故障"_s, u"异常"_s, u"不亮"_s,
                                    u"丢失"_s, u"缺失"_s, u"松动"_s, u"倾斜"_s, u"堵塞"_s,
                                    u"断裂"_s, u"移位"_s, u"倒"_s,   u"坏"_s,   u"破"_s,
                                    u"断"_s,   u"丢"_s,   u"歪"_s,   u"堵"_s,   u"漏"_s,
                                    u"锈"_s,   u"臭"_s,   u"脏"_s,   u"松"_s,   u"掉"_s};
    for (const QString &word : kWords) {
        if (text.contains(word)) {
            return word;
        }
    }
    return {};
}

/** "17" of "17号楼"; full-width digits are digits too. */
QString numberAt(const QString &text, qsizetype at)
{
    QString number;
    for (qsizetype place = at; place < text.size(); ++place) {
        const int digit = text.at(place).digitValue();
        if (digit < 0 && (number.isEmpty() && text.at(place).isSpace())) {
            continue;
        }
        if (digit < 0) {
            break;
        }
        number += QString::number(digit);
    }
    return number;
}

} // namespace

void InboxProposer::Phrases::add(Phrase phrase)
{
    if (phrase.text.size() >= 2) {
        QList<Phrase> &known = mByStart[startOf(phrase.text)];
        known.append(std::move(phrase));
    }
}

QList<InboxProposer::Phrases::Hit> InboxProposer::Phrases::in(const QString &text) const
{
    QList<Hit> hits;
    for (qsizetype at = 0; at + 1 < text.size(); ++at) {
        const auto known = mByStart.constFind(startOf(QStringView(text).mid(at)));
        if (known == mByStart.constEnd()) {
            continue;
        }
        for (const Phrase &phrase : *known) {
            const auto isThere = [&](const QString &word) { return text.contains(word); };
            if (QStringView(text).mid(at).startsWith(phrase.text) &&
                std::ranges::all_of(phrase.with, isThere)) {
                hits.append({&phrase, at});
            }
        }
    }
    const auto covers = [](const Hit &wide, const Hit &narrow) {
        return wide.phrase->text.size() > narrow.phrase->text.size() && wide.at <= narrow.at &&
               wide.at + wide.phrase->text.size() >= narrow.at + narrow.phrase->text.size();
    };
    QList<Hit> kept;
    for (const Hit &hit : std::as_const(hits)) {
        if (std::ranges::none_of(hits, [&](const Hit &other) { return covers(other, hit); })) {
            kept.append(hit);
        }
    }
    return kept;
}

InboxProposer::InboxProposer(const ProposalGround &ground)
{
    addClasses(ground.classes);
    addPlaces(ground);
}

void InboxProposer::addClasses(const QList<CatalogueEntry> &classes)
{
    QHash<QString, int> byName;
    const auto add = [&](const CatalogueEntry &entry) {
        const QString stem = stemOf(entry.name);
        const bool isThing = stem.size() != entry.name.size() && entry.name.endsWith(u"异常"_s);
        const auto number = static_cast<int>(mClasses.size());
        if (byName.contains(stem)) {
            return; // the component that a matter is about already
        }
        mClasses.append({entry.key.kind, entry.key.code});
        byName.insert(entry.name, number);
        byName.insert(stem, number);
        for (const QString &part : stem.split(u'、', Qt::SkipEmptyParts)) {
            mClassPhrases.add({part, {}, number, isThing || entry.key.kind == CaseKind::Component});
        }
    };
    for (const CaseKind kind : {CaseKind::Matter, CaseKind::Component}) {
        for (const CatalogueEntry &entry : classes) {
            if (entry.key.kind == kind && entry.isInForce()) {
                add(entry);
            }
        }
    }
    QFile file(u":/proposer/class-words.csv"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return;
    }
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        QStringList words = line.section(u',', 0, 0).split(u'+', Qt::SkipEmptyParts);
        const auto known = byName.constFind(line.section(u',', 1).trimmed());
        if (words.isEmpty() || known == byName.constEnd()) {
            continue; // the header, or a class that this catalogue does not have
        }
        QString first = words.takeFirst();
        const bool isThing = first.startsWith(u'~');
        mClassPhrases.add({isThing ? first.mid(1) : first, words, known.value(), isThing});
    }
}

void InboxProposer::addPlaces(const ProposalGround &ground)
{
    QHash<QString, int> roads;
    for (const Address &address : ground.addresses) {
        if (address.road.size() < 2) {
            continue;
        }
        auto road = roads.constFind(address.road);
        if (road == roads.constEnd()) {
            road = roads.insert(address.road, static_cast<int>(mRoads.size()));
            mRoads.append(QList<House>());
            mRoadPhrases.add({address.road, {}, road.value()});
        }
        mRoads[road.value()].append({address.number, address.place, address.text});
    }
    for (const KeyPlace &place : ground.places) {
        // A key area holds many places: the middle of it is none that anybody named.
        const std::optional<GeoPoint> middle =
            place.isArea ? std::nullopt : innerPoint(place.shape);
        if (middle && place.name.size() >= kShortestPlace) {
            mPlacePhrases.add({place.name, {}, static_cast<int>(mPlaces.size())});
            mPlaces.append({*middle, place.name});
        }
    }
}

QList<ClassProposal> InboxProposer::classesFor(const QString &text, int most) const
{
    const QString damage = damageIn(text);
    QMap<int, ClassProposal> found; // by class: the order of the catalogue settles a draw
    for (const Phrases::Hit &hit : mClassPhrases.in(text)) {
        ClassProposal &proposal = found[hit.phrase->target];
        if (proposal.words.contains(hit.phrase->text)) {
            continue;
        }
        proposal.chosen = mClasses.at(hit.phrase->target);
        proposal.words.append(hit.phrase->text);
        auto length = static_cast<int>(hit.phrase->text.size());
        for (const QString &word : hit.phrase->with) {
            proposal.words.append(word);
            length += static_cast<int>(word.size());
        }
        // A thing that is named may just be where it is: unless something is wrong with it.
        const bool isDamaged = hit.phrase->isThing && !damage.isEmpty();
        if (isDamaged && !proposal.words.contains(damage)) {
            proposal.words.append(damage);
        }
        proposal.weight += !hit.phrase->isThing || isDamaged ? 2 * length : length;
        proposal.isSure = proposal.isSure || !hit.phrase->isThing || isDamaged;
    }
    QList<ClassProposal> ranked = found.values();
    std::ranges::stable_sort(ranked, std::greater(), &ClassProposal::weight);
    for (qsizetype place = 1; place < ranked.size(); ++place) {
        ranked[place].isSure = false;
    }
    if (ranked.size() > 1 && ranked.at(1).weight * 100 >= ranked.first().weight * kRivalPercent) {
        ranked.first().isSure = false;
    }
    return ranked.first(std::min<qsizetype>(ranked.size(), most));
}

std::optional<ClassProposal> InboxProposer::classOf(const QString &text) const
{
    const QList<ClassProposal> best = classesFor(text, 1);
    return !best.isEmpty() && best.first().isSure ? std::optional(best.first()) : std::nullopt;
}

void InboxProposer::takeRoad(const QString &text,
                             const Phrases::Hit &hit,
                             QList<PlaceProposal> &found) const
{
    const QList<House> &houses = mRoads.at(hit.phrase->target);
    const QString number = numberAt(text, hit.at + hit.phrase->text.size());
    if (number.isEmpty()) {
        return; // somewhere along a street is no place
    }
    const QString words = hit.phrase->text + number + u'号';
    QList<House> near = houses;
    const auto away = [wanted = number.toInt()](const House &house) {
        return std::abs(numberAt(house.number, 0).toInt() - wanted);
    };
    std::ranges::stable_sort(near, {}, away);
    const bool isThere = away(near.first()) == 0;
    const qsizetype shown = isThere ? 1 : std::min<qsizetype>(near.size(), kNeighbours);
    for (const House &house : std::as_const(near).first(shown)) {
        found.append({house.point, house.text, words, isThere});
    }
}

void InboxProposer::findPlaces(const QString &text, QList<PlaceProposal> &found) const
{
    for (const Phrases::Hit &hit : mRoadPhrases.in(text)) {
        takeRoad(text, hit, found);
    }
    const QList<Phrases::Hit> places = mPlacePhrases.in(text);
    for (const Phrases::Hit &hit : places) {
        const auto sameName = [&](const Phrases::Hit &other) {
            return other.phrase->text == hit.phrase->text && other.at == hit.at;
        };
        const InboxPlace &place = mPlaces.at(hit.phrase->target);
        found.append({place.point,
                      place.words,
                      hit.phrase->text,
                      std::ranges::count_if(places, sameName) == 1});
    }
}

QList<PlaceProposal>
InboxProposer::placesFor(const QString &text, const QString &address, int most) const
{
    QList<PlaceProposal> found;
    findPlaces(address, found);
    if (std::ranges::none_of(found, &PlaceProposal::isSure)) {
        findPlaces(text, found);
    }
    std::ranges::stable_sort(found, std::greater(), &PlaceProposal::isSure);
    QList<PlaceProposal> ranked;
    for (PlaceProposal one : std::as_const(found)) {
        const auto isSame = [&](const PlaceProposal &other) { return other.point == one.point; };
        if (std::ranges::none_of(ranked, isSame)) {
            // A house number is one place, whatever else is named beside it; two are not.
            one.isSure = one.isSure && (ranked.isEmpty() || !ranked.first().isSure);
            ranked.append(one);
        }
    }
    const auto isHouse = [](const PlaceProposal &one) { return one.words.endsWith(u'号'); };
    const auto rivals = std::ranges::count_if(found, [&](const PlaceProposal &one) {
        return one.isSure && !ranked.isEmpty() && isHouse(one) == isHouse(ranked.first()) &&
               one.point != ranked.first().point;
    });
    if (rivals > 0) {
        ranked.first().isSure = false;
    }
    return ranked.first(std::min<qsizetype>(ranked.size(), most));
}

void InboxProposer::proposeFor(InboxItem &item) const
{
    if (!item.chosenClass && !item.proposedClass) {
        // What the other system called it says more than the words of the caller.
        std::optional<ClassProposal> proposal =
            item.classWords.isEmpty() ? std::nullopt : classOf(item.classWords);
        proposal = proposal ? proposal : classOf(item.text);
        item.classWords.clear();
        if (proposal) {
            item.proposedClass = proposal->chosen;
            item.classWords = proposal->words.join(u' ');
        }
    }
    if (!item.place) {
        const QList<PlaceProposal> places = placesFor(item.text, item.address, 1);
        if (!places.isEmpty() && places.first().isSure) {
            item.proposedPlace = {places.first().point, places.first().name};
        }
    }
}

} // namespace gridward
