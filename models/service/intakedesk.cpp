// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/intakedesk.h"

#include "models/domain/gridlocator.h"
#include "models/domain/innerpoint.h"
#include "models/domain/spokencoordinates.h"
#include "models/service/districtservice.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kOfAKind = 6;        ///< so that no kind hides the others
constexpr int kLeastOfCode = 4;    ///< fewer digits would find half of the district
constexpr int kAddressesRead = 40; ///< of those that are named, the best are taken
constexpr int kDoorsRead = 400;    ///< of a street, to find the nearest number
constexpr int kShortestStreet = 2;
constexpr int kMostStreets = 8;   ///< that one address may be read as
constexpr int kMostLooked = 1000; ///< cases of a class or grid within a day, newest first
constexpr int kPage = 100;
constexpr int kUsualCases = 2000; ///< "of late" for which classes are the usual ones
constexpr double kMetresPerDegree = 111'320.0;

bool isDigits(const QString &text)
{
    return std::ranges::all_of(text, [](QChar one) { return one.isDigit(); });
}

/** 0: is called so, 1: begins so, 2: contains it; nothing: is called otherwise. */
std::optional<int> fit(const QString &name, const QString &text)
{
    if (name.compare(text, Qt::CaseInsensitive) == 0) {
        return 0;
    }
    if (name.startsWith(text, Qt::CaseInsensitive)) {
        return 1;
    }
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    const bool all = std::ranges::all_of(
        words, [&](const QString &word) { return name.contains(word, Qt::CaseInsensitive); });
    return all ? std::optional(2) : std::nullopt;
}

/** The digits that stand last in an address: the number of the house. */
QString lastNumber(const QString &text)
{
    qsizetype end = text.size();
    while (end > 0 && !text.at(end - 1).isDigit()) {
        --end;
    }
    qsizetype begin = end;
    while (begin > 0 && text.at(begin - 1).isDigit()) {
        --begin;
    }
    return text.mid(begin, end - begin);
}

/** The street and the number of the house that an address may name; the likeliest first. */
struct Door
{
    QString street;
    int number = 0;
};

/** 区, 街道 …: behind it the name of a street may begin. */
bool endsArea(QStringView text)
{
    static const QStringList kEnds{
        u"省"_s, u"市"_s, u"区"_s, u"县"_s, u"镇"_s, u"乡"_s, u"街道"_s, u" "_s};
    return std::ranges::any_of(kEnds, [&](const QString &end) { return text.endsWith(end); });
}

/** "东四街道东环南巷甲9号" may be in 东四街道东环南巷甲, 东四街道东环南巷, 东环南巷甲 or 东环南巷.
 */
void addDoors(QList<Door> &doors, const QString &before, int number)
{
    const auto add = [&](const QString &street) {
        if (street.size() >= kShortestStreet && doors.size() < kMostStreets) {
            doors.append({street, number});
        }
    };
    static const QString kSecondDoor = u"甲乙丙丁戊己庚辛"_s; // 甲9号 stands beside 9号
    QStringList readings{before};
    if (!before.isEmpty() && kSecondDoor.contains(before.back())) {
        readings.append(before.chopped(1));
    }
    for (const QString &reading : std::as_const(readings)) {
        add(reading.trimmed());
        for (qsizetype at = reading.size() - kShortestStreet; at > 0; --at) {
            if (endsArea(QStringView(reading).first(at))) {
                add(reading.mid(at).trimmed());
            }
        }
    }
}

QList<Door> doorsIn(const QString &text)
{
    QList<Door> doors;
    for (qsizetype at = 1; at < text.size(); ++at) {
        if (!text.at(at).isDigit() || text.at(at - 1).isDigit()) {
            continue;
        }
        qsizetype end = at;
        int number = 0;
        constexpr int kMostDigits = 6;
        while (end < text.size() && text.at(end).isDigit() && end - at < kMostDigits) {
            number = number * 10 + text.at(end++).digitValue();
        }
        addDoors(doors, text.first(at), number);
    }
    return doors;
}

/** Not in 工人体育馆路 if it is 体育馆路 that was typed. */
bool isInStreet(const Address &address, const QString &street)
{
    if (!address.road.isEmpty()) {
        return address.road == street;
    }
    const auto digit = std::ranges::find_if(address.text, [](QChar one) { return one.isDigit(); });
    const QString road = address.text.first(digit - address.text.cbegin()).trimmed();
    return road == street || (road.endsWith(street) &&
                              endsArea(QStringView(road).first(road.size() - street.size())));
}

bool countsAsSimilar(const Case &subject)
{
    return subject.state != CaseState::Refused && subject.state != CaseState::Void &&
           subject.mergedInto.isEmpty() && subject.place.has_value();
}

} // namespace

Result<void> PlaceBook::refresh(Store &store)
{
    const Result<StoreMark> mark = store.mark();
    if (!mark) {
        return mark.error();
    }
    QHash<QString, qint64> editions;
    for (const QString &table : {u"divisions"_s, u"grids"_s, u"key_places"_s}) {
        editions.insert(table, mark.value().tables.value(table));
    }
    if (mLocator && editions == mEditions) {
        return {};
    }
    const Result<QList<Division>> divisions = store.divisions();
    const Result<QList<UnitGrid>> grids = store.grids();
    const Result<QList<KeyPlace>> places = store.keyPlaces();
    if (!divisions || !grids || !places) {
        return !divisions ? divisions.error() : !grids ? grids.error() : places.error();
    }
    mNamed.clear();
    readDivisions(divisions.value());
    if (const Result<void> read = readGrids(grids.value()); !read) {
        return read;
    }
    readPlaces(places.value());
    mEditions = editions;
    return {};
}

void PlaceBook::readDivisions(const QList<Division> &divisions)
{
    mDivisions.clear();
    for (const Division &division : divisions) {
        mDivisions.insert(division.code, division.name);
        const std::optional<GeoPoint> middle = innerPoint(division.outline);
        if (division.parent.isEmpty()) {
            mMiddle = middle;
        } else if (middle) {
            PlaceCandidate candidate{
                PlaceCandidate::Kind::Division, division.code, division.name, {}, {}, *middle};
            candidate.where = mDivisions.value(division.parent);
            candidate.exact = false;
            mNamed.append({candidate, division.code});
        }
    }
}

Result<void> PlaceBook::readGrids(const QList<UnitGrid> &grids)
{
    QList<GridOutline> outlines;
    mWhere.clear();
    for (const UnitGrid &grid : grids) {
        outlines.append({grid.code, grid.outline});
        QStringList where{
            mDivisions.value(grid.street), mDivisions.value(grid.community), grid.name};
        where.removeAll(QString());
        where.removeDuplicates();
        mWhere.insert(grid.code, where.join(u" · "_s));
        if (const std::optional<GeoPoint> middle = innerPoint(grid.outline)) {
            PlaceCandidate candidate{
                PlaceCandidate::Kind::Grid, grid.code, grid.name, grid.code, {}, *middle};
            candidate.where = where.mid(0, 2).join(u" · "_s);
            candidate.exact = false;
            mNamed.append({candidate, grid.code});
            mMiddle = mMiddle ? mMiddle : middle;
        }
    }
    Result<std::shared_ptr<const GridLocator>> locator = GridLocator::build(outlines);
    if (!locator) {
        return locator.error();
    }
    mLocator = std::move(locator).value();
    return {};
}

void PlaceBook::readPlaces(const QList<KeyPlace> &places)
{
    for (const KeyPlace &place : places) {
        if (const std::optional<GeoPoint> middle = innerPoint(place.shape)) {
            PlaceCandidate candidate{
                PlaceCandidate::Kind::KeyPlace, place.id, place.name, place.grid, {}, *middle};
            candidate.where = whereIs(place.grid);
            candidate.exact = !place.isArea;
            mNamed.append({candidate, place.id});
        }
    }
}

QString PlaceBook::whereIs(const QString &grid) const
{
    return mWhere.value(grid);
}

void PlaceBook::addNamed(QList<Ranked> &found, const QString &text) const
{
    const bool isCode = isDigits(text) && text.size() >= kLeastOfCode;
    for (const Named &one : mNamed) {
        std::optional<int> rank = fit(one.candidate.title, text);
        if (!rank && (one.key == text || (isCode && one.key.startsWith(text)))) {
            rank = one.key == text ? 0 : 1;
        }
        if (rank) {
            found.append({*rank, one.candidate});
        }
    }
}

Result<void> PlaceBook::addComponents(Store &store, QList<Ranked> &found, const QString &text) const
{
    if (!isDigits(text) || text.size() < kLeastOfCode) {
        return {};
    }
    PlaceQuery query;
    query.text = text;
    query.limit = kOfAKind;
    const Result<QList<Component>> components = store.components(query);
    if (!components) {
        return components.error();
    }
    for (const Component &component : components.value()) {
        PlaceCandidate candidate{PlaceCandidate::Kind::Component,
                                 component.code,
                                 component.name,
                                 component.grid,
                                 whereIs(component.grid),
                                 component.place};
        candidate.classCode = component.classCode;
        found.append({component.code == text ? 0 : 1, candidate});
    }
    return {};
}

PlaceCandidate PlaceBook::candidateOf(const Address &address) const
{
    return {PlaceCandidate::Kind::Address,
            address.id,
            address.text,
            address.grid,
            whereIs(address.grid),
            address.place};
}

Result<void> PlaceBook::addAddresses(Store &store, QList<Ranked> &found, const QString &text) const
{
    PlaceQuery query;
    query.text = text;
    query.limit = kAddressesRead;
    const Result<QList<Address>> addresses = store.addresses(query);
    if (!addresses) {
        return addresses.error();
    }
    for (const Address &address : addresses.value()) {
        // Who types 12 means number 12, not 120 or 112.
        const bool isThatNumber = lastNumber(text) == lastNumber(address.text);
        found.append(
            {fit(address.text, text).value_or(2) + (isThatNumber ? 0 : 1), candidateOf(address)});
    }
    return {};
}

/**
 * Nobody has entered every door: the nearest one in the same street says where to look. Another
 * street that is called alike may be kilometres away, and is none of them.
 */
Result<void> PlaceBook::addNeighbours(Store &store, QList<Ranked> &found, const QString &text) const
{
    for (const Door &door : doorsIn(text)) {
        QSet<QString> seen;
        // The number itself, its tens, and what else is known of a street of ordinary length.
        for (const QString &number :
             {QString::number(door.number), QString::number(door.number / 10), QString()}) {
            PlaceQuery query;
            query.text = door.street + number;
            query.limit = number.isEmpty() ? kDoorsRead : kAddressesRead;
            const Result<QList<Address>> addresses = store.addresses(query);
            if (!addresses) {
                return addresses.error();
            }
            for (const Address &address : addresses.value()) {
                if (isInStreet(address, door.street) && !seen.contains(address.id)) {
                    seen.insert(address.id);
                    PlaceCandidate candidate = candidateOf(address);
                    candidate.exact = false;
                    const QString own = address.number.isEmpty() ? address.text : address.number;
                    found.append({std::abs(lastNumber(own).toInt() - door.number), candidate});
                }
            }
        }
        if (!found.isEmpty()) {
            break;
        }
    }
    return {};
}

Result<QList<PlaceCandidate>> PlaceBook::locate(Store &store, const QString &text, int limit) const
{
    const QString typed = text.simplified();
    QList<PlaceCandidate> best;
    if (typed.isEmpty()) {
        return best;
    }
    if (const std::optional<GeoPoint> point = spokenCoordinates(typed, mMiddle)) {
        const QString grid = mLocator->locate(*point).value_or(QString());
        best.append({PlaceCandidate::Kind::Coordinates,
                     {},
                     toDisplayText(*point),
                     grid,
                     whereIs(grid),
                     *point});
        return best;
    }
    QList<Ranked> found;
    addNamed(found, typed);
    const Result<void> components = addComponents(store, found, typed);
    Result<void> addresses = addAddresses(store, found, typed);
    if (addresses && found.isEmpty()) {
        addresses = addNeighbours(store, found, typed);
    }
    if (!components || !addresses) {
        return components ? addresses.error() : components.error();
    }
    std::ranges::stable_sort(found, [](const Ranked &one, const Ranked &other) {
        const auto key = [](const Ranked &ranked) {
            return std::tuple(ranked.rank,
                              ranked.candidate.kind,
                              ranked.candidate.title.size(),
                              ranked.candidate.title,
                              ranked.candidate.id);
        };
        return key(one) < key(other);
    });
    QHash<PlaceCandidate::Kind, int> taken;
    for (const Ranked &one : std::as_const(found)) {
        if (best.size() < limit && taken[one.candidate.kind]++ < kOfAKind) {
            best.append(one.candidate);
        }
    }
    return best;
}

QStringList PlaceBook::gridsAround(const GeoPoint &place) const
{
    constexpr int kDirections = 8;
    const double up = kSimilarMetres / kMetresPerDegree;
    const double across = up / std::max(0.01, std::cos(place.latitude * std::numbers::pi / 180.0));
    QStringList grids{mLocator->locate(place).value_or(QString())};
    for (int i = 0; i < kDirections; ++i) {
        const double angle = 2.0 * std::numbers::pi * i / kDirections;
        grids.append(mLocator
                         ->locate({place.longitude + across * std::cos(angle),
                                   place.latitude + up * std::sin(angle)})
                         .value_or(QString()));
    }
    grids.removeAll(QString());
    grids.removeDuplicates();
    return grids;
}

Result<QList<SimilarCase>>
PlaceBook::similar(Store &store, const SimilarQuery &query, Instant now) const
{
    QList<CaseQuery> lists;
    if (!query.classCode.isEmpty()) {
        lists.append(CaseQuery{});
        lists.last().classCode = query.classCode;
    } else {
        for (const QString &grid : gridsAround(query.place)) {
            lists.append(CaseQuery{});
            lists.last().grid = grid;
        }
    }
    QList<SimilarCase> found;
    for (CaseQuery &list : lists) {
        list.limit = kPage;
        bool isOld = false;
        for (int looked = 0; !isOld && looked < kMostLooked; looked += kPage) {
            const Result<QList<Case>> page = store.cases().list(list);
            if (!page) {
                return page.error();
            }
            for (const Case &subject : page.value()) {
                const Instant reported = subject.reportedAt.value_or(now);
                isOld = isOld || reported < now - kSimilarAge;
                const bool fits =
                    countsAsSimilar(subject) && reported >= now - kSimilarAge && reported <= now &&
                    (query.classCode.isEmpty() || subject.classKey.kind == query.kind);
                const double metres =
                    fits ? groundDistance(*subject.place, query.place) : kSimilarMetres + 1.0;
                if (metres <= kSimilarMetres) {
                    found.append({subject, metres});
                }
            }
            if (page.value().size() < kPage) {
                break;
            }
            list.before = page.value().last().id;
        }
    }
    std::ranges::stable_sort(found, {}, &SimilarCase::metres);
    return found;
}

Result<ClassFinder::Use> usualClasses(Store &store)
{
    CaseQuery query;
    query.limit = kUsualCases;
    const Result<QList<Case>> newest = store.cases().list(query);
    if (!newest) {
        return newest.error();
    }
    ClassFinder::Use use;
    for (const Case &subject : newest.value()) {
        ++use[classId(subject.classKey)];
    }
    return use;
}

IntakeDesk::IntakeDesk(DistrictService &district, QObject *parent)
    : IntakePort(parent)
    , mDistrict(district)
    , mBook(std::make_shared<PlaceBook>())
{
    // Another store has other places, whatever its tables count.
    connect(&mDistrict, &DistrictService::pictureRead, this, [this, seen = QString()]() mutable {
        const QString store = mDistrict.info().district + mDistrict.info().name +
                              QString::number(mDistrict.info().created.time_since_epoch().count());
        if (store != seen) {
            seen = store;
            mBook = std::make_shared<PlaceBook>();
        }
    });
}

QFuture<Result<QList<PlaceCandidate>>> IntakeDesk::locate(const QString &text, int limit)
{
    return mDistrict.askStore<QList<PlaceCandidate>>(
        [book = mBook, text, limit](Store &store) -> Result<QList<PlaceCandidate>> {
            const Result<void> read = book->refresh(store);
            return read ? book->locate(store, text, limit)
                        : Result<QList<PlaceCandidate>>(read.error());
        });
}

QFuture<Result<QList<SimilarCase>>> IntakeDesk::similar(const SimilarQuery &query)
{
    return mDistrict.askStore<QList<SimilarCase>>(
        [book = mBook, query, now = mDistrict.clock().now()](
            Store &store) -> Result<QList<SimilarCase>> {
            const Result<void> read = book->refresh(store);
            return read ? book->similar(store, query, now)
                        : Result<QList<SimilarCase>>(read.error());
        });
}

QFuture<Result<QList<Attachment>>> IntakeDesk::pictures(const CaseId &id, int limit)
{
    return mDistrict.askStore<QList<Attachment>>([id, limit](Store &store) {
        Result<QList<Attachment>> all = store.cases().attachments(id);
        if (!all) {
            return all;
        }
        QList<Attachment> pictures = std::move(all).value();
        pictures.removeIf(
            [](const Attachment &one) { return !one.mediaType.startsWith("image/"_L1); });
        return Result<QList<Attachment>>(pictures.mid(0, limit));
    });
}

QFuture<Result<std::shared_ptr<const ClassFinder>>> IntakeDesk::classes()
{
    using Finder = std::shared_ptr<const ClassFinder>;
    return mDistrict.askStore<Finder>([](Store &store) -> Result<Finder> {
        Result<QList<CatalogueEntry>> entries = store.catalogue(store.info().scheme);
        const Result<ClassFinder::Use> use = usualClasses(store);
        if (!entries || !use) {
            return entries ? use.error() : entries.error();
        }
        QList<CatalogueEntry> inForce = std::move(entries).value();
        inForce.removeIf([](const CatalogueEntry &entry) { return !entry.isInForce(); });
        return ClassFinder::make(inForce, use.value());
    });
}

} // namespace gridward
