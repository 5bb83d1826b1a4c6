// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/responsibilityscene.h"

#include "models/store/staffstore.h"
#include "models/store/store.h"

#include <QDateTime>
#include <QSet>
#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::chrono::hours kFresh{1};    ///< an older position says nothing about now
constexpr std::chrono::minutes kClocks{2}; ///< by which clocks differ
constexpr std::chrono::hours kRoster{24};  ///< is there a roster at all?
constexpr int kDeepest = 12;               ///< levels of divisions; a circle of parents ends here

struct Match
{
    const char *one;
    const char *unitKind;
};

/** The force of a grid that a class calls for, by the kind of unit that handles it. */
constexpr std::array kForces{
    Match{"fire", "fire"}, Match{"police", "public-security"}, Match{"police", "traffic-police"}};

/** Which skill helps where, by the kind of unit that handles it. */
constexpr std::array kSkills{Match{"electrician", "power"},
                             Match{"electrician", "lighting"},
                             Match{"electrician", "telecom"},
                             Match{"electrician", "broadcast-tv"},
                             Match{"electrician", "charging"},
                             Match{"electrician", "traffic-facilities"},
                             Match{"fire-warden", "fire"},
                             Match{"fire-warden", "gas"},
                             Match{"fire-warden", "oil-gas-pipeline"},
                             Match{"fire-warden", "emergency"},
                             Match{"first-aid", "health"},
                             Match{"first-aid", "civil-affairs"},
                             Match{"first-aid", "emergency"},
                             Match{"driver", "sanitation"},
                             Match{"driver", "greenery"},
                             Match{"driver", "shared-bike"},
                             Match{"mediation", "public-security"},
                             Match{"mediation", "civil-affairs"},
                             Match{"mediation", "enforcement"},
                             Match{"mediation", "property-owner"},
                             Match{"mediation", "housing-management"}};

double minutesIn(std::chrono::milliseconds time)
{
    return static_cast<double>(std::chrono::floor<std::chrono::minutes>(time).count());
}

QDate dayOf(Instant now, const QString &timeZone)
{
    const QTimeZone zone(timeZone.toLatin1());
    return QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(),
                                          zone.isValid() ? zone : QTimeZone::utc())
        .date();
}

} // namespace

Result<ResponsibilityScene>
ResponsibilityScene::read(Store &store, const Case &subject, Instant now)
{
    ResponsibilityScene scene;
    scene.now = now;
    scene.day = dayOf(now, store.info().timeZone);
    scene.place = subject.place;
    scene.key = subject.classKey;
    // Each one counts on those before it.
    Result<void> done = scene.readAreas(store, subject);
    done = done ? scene.readStandards(store, subject) : done;
    done = done ? scene.readDuty(store) : done;
    return done ? Result<ResponsibilityScene>(std::move(scene))
                : Result<ResponsibilityScene>(done.error());
}

Result<void> ResponsibilityScene::readAreas(Store &store, const Case &subject)
{
    root = store.info().district;
    if (!subject.grid.isEmpty()) {
        areas.append({subject.grid, {}, Level::Grid});
    }
    QString code = subject.community.isEmpty() ? subject.street : subject.community;
    Level level = Level::Community;
    for (int deep = 0; deep < kDeepest && !code.isEmpty() && code != root; ++deep) {
        const Result<std::optional<Division>> found = store.division(code);
        if (!found) {
            return found.error();
        }
        Division division;
        if (found.value()) {
            division = *found.value();
        } else { // imported cases may name a division that nobody has entered
            const bool street = code == subject.street || subject.street.isEmpty();
            division.level = street ? u"street"_s : u"community"_s;
            division.parent = street ? root : subject.street;
        }
        if (division.parent.isEmpty()) {
            root = code;
            break;
        }
        level = division.level == "street"_L1 ? Level::Street : level;
        areas.append({code, division.name, level});
        code = division.parent;
    }
    return {};
}

Result<void> ResponsibilityScene::readStandards(Store &store, const Case &subject)
{
    if (!hasClass()) {
        return {};
    }
    const Result<QList<FilingStandard>> found = store.filingStandards(key);
    const Result<std::optional<CatalogueEntry>> entry = store.catalogueEntry(key);
    if (!found || !entry) {
        return found ? entry.error() : found.error();
    }
    majorClass = entry.value() ? entry.value()->majorCode : QString();
    const auto isNamed = [&](const FilingStandard &one) { return one.id == subject.standard; };
    const auto isInForce = [&](const FilingStandard &one) {
        return (!one.validFrom.isValid() || one.validFrom <= day) &&
               (!one.validTo.isValid() || day < one.validTo);
    };
    // The one under which a case was filed decides, whatever became of it since.
    const bool filed = std::ranges::any_of(found.value(), isNamed);
    QSet<QString> known; // of each id the newest version comes first
    for (const FilingStandard &one : found.value()) {
        const qsizetype depth = depthOf(one.area);
        if (depth >= 0 && !known.contains(one.id) && (filed ? isNamed(one) : isInForce(one))) {
            known.insert(one.id);
            standards.append({one.unitKind, depth});
        }
    }
    return {};
}

Result<void> ResponsibilityScene::readDuty(Store &store)
{
    const Result<QList<Shift>> shifts = store.shifts(now, now + kRoster);
    const Result<QList<StaffPosition>> positions = store.staffPositions(now - kFresh);
    const Result<QList<Leave>> away = store.staff().leaves(day, day);
    if (!shifts || !positions || !away) {
        return !shifts ? shifts.error() : !positions ? positions.error() : away.error();
    }
    leaves = LeaveBook(away.value());
    for (const Shift &shift : shifts.value()) {
        const std::optional<QString> acting = leaves.actingFor(shift.person, day);
        if (acting && shift.from <= now && shift.to > now && depthOf(shift.area) >= 0) {
            Instant &end = shiftEnds[*acting];
            end = std::max(end, shift.to);
        }
    }
    for (const StaffPosition &position : positions.value()) {
        if (position.at <= now + kClocks) {
            seen.insert(position.person, position);
        }
    }
    knowsDuty = !shifts.value().isEmpty() || !seen.isEmpty();
    return {};
}

qsizetype ResponsibilityScene::depthOf(const QString &area) const
{
    if (area.isEmpty() || area == root) {
        return areas.size();
    }
    const auto found = std::ranges::find(areas, area, &Area::code);
    return found == areas.end() ? -1 : found - areas.begin();
}

bool ResponsibilityScene::hasKind(QStringView unitKind) const
{
    return std::ranges::any_of(
        standards, [unitKind](const Standard &one) { return one.unitKind == unitKind; });
}

bool ResponsibilityScene::isForceOfClass(const QString &role) const
{
    return std::ranges::any_of(kForces, [&](const Match &force) {
        return role == QLatin1String(force.one) && hasKind(QString::fromLatin1(force.unitKind));
    });
}

bool ResponsibilityScene::helps(const QString &skill) const
{
    // A district's own tags may be a class, the beginning of its code, or a kind of unit.
    const bool isClass = skill.size() >= 2 && (skill == majorClass || key.code.startsWith(skill));
    return isClass || hasKind(skill) || std::ranges::any_of(kSkills, [&](const Match &known) {
               return skill == QLatin1String(known.one) &&
                      hasKind(QString::fromLatin1(known.unitKind));
           });
}

QStringList ResponsibilityScene::skillsOf(const Person &person) const
{
    QStringList fitting;
    if (hasClass()) {
        for (const QString &part : person.skills.split(u',', Qt::SkipEmptyParts)) {
            if (const QString skill = part.trimmed(); helps(skill)) {
                fitting.append(skill);
            }
        }
    }
    return fitting;
}

std::optional<double> ResponsibilityScene::metresTo(const QString &person) const
{
    const auto found = seen.constFind(person);
    return place && found != seen.constEnd() ? std::optional(groundDistance(*place, found->place))
                                             : std::nullopt;
}

std::optional<Reason> ResponsibilityScene::dutyOf(const QString &person) const
{
    const auto shift = shiftEnds.constFind(person);
    if (shift != shiftEnds.constEnd()) {
        return Reason{ReasonCode::OnShift, minutesIn(*shift - now)};
    }
    const auto position = seen.constFind(person);
    if (position != seen.constEnd()) {
        return Reason{ReasonCode::SeenLately, std::max(0.0, minutesIn(now - position->at))};
    }
    return knowsDuty ? std::optional(Reason{ReasonCode::NotOnDuty, 0.0, false}) : std::nullopt;
}

} // namespace gridward
