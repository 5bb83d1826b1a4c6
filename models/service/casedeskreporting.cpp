// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk does with a report, and the grids that it looks places up in.
#include "models/domain/storedplace.h"
#include "models/service/casedesk.h"
#include "models/store/accessstore.h"
#include "models/store/storeguard.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseDesk)
};

constexpr qsizetype kLongestText = 4000;

Error missing(const QString &message)
{
    return Error{ErrorCode::InvalidInput, message, {}};
}

} // namespace

Result<Case> CaseDesk::report(const ReportDraft &draft, const User &user)
{
    // What needs no lock comes before it: the right to do it, and the grids.
    if (const Result<void> permitted = checkPermitted(CaseAction::Report, user); !permitted) {
        return permitted.error();
    }
    if (draft.place) {
        if (const Result<void> grids = readGrids(); !grids) {
            return grids.error();
        }
    }
    return inTransaction([&] { return registerReport(draft, user); });
}

Result<Case> CaseDesk::registerReport(const ReportDraft &draft, const User &user)
{
    if (draft.text.trimmed().isEmpty() || draft.text.size() > kLongestText) {
        return missing(
            Words::tr("Say in 1 to %1 characters what the problem is.").arg(kLongestText));
    }
    Case subject;
    subject.classKey = {mStore.info().scheme, draft.kind, draft.classCode};
    const Result<std::optional<CatalogueEntry>> entry = mStore.catalogueEntry(subject.classKey);
    if (!entry) {
        return entry.error();
    }
    if (!entry.value() || !entry.value()->isInForce()) {
        return missing(Words::tr("There is no class %1 (%2) in the catalogue %3.")
                           .arg(draft.classCode, toId(draft.kind), mStore.info().scheme));
    }
    if (draft.place) {
        if (!isValid(*draft.place)) {
            return missing(Words::tr("The place must be longitude, latitude in degrees."));
        }
        const Result<QString> grid = gridOf(asStored(*draft.place), subject);
        if (!grid) {
            return grid.error();
        }
    }
    if (!draft.component.isEmpty()) {
        if (const Result<void> taken = takeComponent(draft.component, subject); !taken) {
            return taken.error();
        }
    }
    subject.source = draft.source;
    subject.text = draft.text.trimmed();
    subject.address = draft.address.trimmed();
    if (const Result<void> kept = mRules.keep(); !kept) {
        return kept.error();
    }
    const Instant now = mClock.now();
    const Result<Rules> rules = mRules.at(now);
    if (!rules) {
        return rules.error();
    }
    const std::optional<LevelRule> rule = rules.value().book.levelFor(subject.classKey, {});
    subject.level = draft.level.value_or(rule ? rule->level : CaseLevel::Blue);
    const Actor actor = actorOf(user, CaseAction::Report, CaseState::Registered);
    Spot spot = spotOf(subject);
    spot.people.append(user.name);
    spot.units.append(user.organisation);
    const Result<std::shared_ptr<const AccessRules>> access = mStore.access().rules();
    if (!access) {
        return access.error();
    }
    if (const std::optional<Denied> denied =
            access.value()->denied(user, Thing::Case, toId(CaseAction::Report), spot)) {
        return deniedError(user, *denied);
    }
    const bool hasEvidence = !draft.attachments.isEmpty();
    if (const std::optional<Refused> refused =
            mayReport(subject, actor, hasEvidence, rules.value())) {
        return refusalError(*refused, subject, CaseAction::Report, actor, mWording);
    }
    CaseStep step = reportStep(subject, actor, rules.value(), now);
    step.origin = mOrigin;
    step.attachments = draft.attachments;
    step.note = draft.note.trimmed();
    Result<Case> added = mStore.cases().add(CaseId::makeRandom(step.at), step);
    return added && draft.duplicateOf ? join(added.value(), *draft.duplicateOf, user) : added;
}

/** A component that is reported says by itself where it is. */
Result<void> CaseDesk::takeComponent(const QString &code, Case &into)
{
    PlaceQuery query;
    query.text = code;
    query.limit = 1;
    const Result<QList<Component>> found = mStore.components(query);
    if (!found) {
        return found.error();
    }
    if (found.value().isEmpty() || found.value().first().code != code) {
        return missing(
            Words::tr("There is no component “%1”. Name the whole code of one.").arg(code));
    }
    into.component = code;
    if (into.place) {
        return {};
    }
    const Result<QString> grid = gridOf(asStored(found.value().first().place), into);
    return grid ? Result<void>() : Result<void>(grid.error());
}

Result<void> CaseDesk::readGrids()
{
    const Result<StoreMark> mark = mStore.mark();
    if (!mark) {
        return mark.error();
    }
    const qint64 edition = mark.value().tables.value(u"grids"_s);
    if (!mLocator || edition != mEdition) {
        const Result<QList<UnitGrid>> grids = mStore.grids();
        if (!grids) {
            return grids.error();
        }
        QList<GridOutline> outlines;
        mGrids.clear();
        for (const UnitGrid &grid : grids.value()) {
            outlines.append({grid.code, grid.outline});
            mGrids.insert(grid.code, {grid.community, grid.street});
        }
        Result<std::shared_ptr<const GridLocator>> locator = GridLocator::build(outlines);
        if (!locator) {
            return locator.error();
        }
        mLocator = std::move(locator).value();
        mEdition = edition;
    }
    return {};
}

Result<QString> CaseDesk::gridOf(const GeoPoint &place, Case &into)
{
    if (const Result<void> read = readGrids(); !read) {
        return read.error();
    }
    const std::optional<QString> grid = mLocator->locate(place);
    if (!grid) {
        return missing(
            Words::tr("%1 lies in no grid of this district. Longitude comes first; check "
                      "the place.")
                .arg(toDisplayText(place)));
    }
    into.place = place;
    into.grid = *grid;
    into.community = mGrids.value(*grid).community;
    into.street = mGrids.value(*grid).street;
    return *grid;
}

Result<QString> CaseDesk::gridAt(const GeoPoint &place)
{
    if (const Result<void> read = readGrids(); !read) {
        return read.error();
    }
    return mLocator->locate(asStored(place)).value_or(QString());
}

} // namespace gridward
