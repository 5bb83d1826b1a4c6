// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the form that gives rows their place.
#include "models/view/inboxmodel.h"
#include "ui/panels/answer.h"
#include "ui/panels/choicelist.h"
#include "ui/panels/placewords.h"
#include "ui/triage/triageform.h"

#include <QLineEdit>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kMostHits = 12;
const QString kTyped = u"typed"_s;

/** "116.41,39.93", "116.41 39.93": longitude first. */
std::optional<GeoPoint> typedPoint(const QString &text)
{
    static const QRegularExpression kPair(
        u"^\\s*(-?\\d+(?:\\.\\d+)?)\\s*[,，\\s]\\s*(-?\\d+(?:\\.\\d+)?)\\s*$"_s);
    const QRegularExpressionMatch match = kPair.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const GeoPoint point{match.captured(1).toDouble(), match.captured(2).toDouble()};
    return isValid(point) ? std::optional(point) : std::nullopt;
}

/**
 * Can a row be there? At a point, or in a grid: that is small. The middle of a street or a
 * community would be a place that nobody named.
 */
bool isPlace(const PlaceCandidate &one)
{
    return one.kind != PlaceCandidate::Kind::Division;
}

} // namespace

void TriageForm::askPlaces()
{
    const QList<const InboxItem *> chosen = items();
    if (chosen.isEmpty()) {
        return;
    }
    mPending = 1;
    whenAnswered(mInbox.placesFor(chosen.first()->text, chosen.first()->address, kMostProposals),
                 mDistrict,
                 this,
                 [this, question = mQuestion](const Result<QList<PlaceProposal>> &places) {
                     if (question == mQuestion) {
                         mPlaces = places ? places.value() : QList<PlaceProposal>();
                         search(mChoices->field()->text());
                     }
                 });
}

/** What the typed text may mean: a point, something of the district; without one what is proposed.
 */
void TriageForm::searchPlaces(const QString &text)
{
    QList<Choice> choices;
    const int question = ++mQuestion;
    mPending = 0;
    if (const std::optional<GeoPoint> point = typedPoint(text)) {
        mPoints.insert(kTyped, *point);
        choices.append({kTyped, toDisplayText(*point), tr("The point that was typed")});
        offer(choices);
        return;
    }
    if (!text.trimmed().isEmpty()) {
        mPending = 1;
        whenAnswered(mIntake.locate(text.trimmed(), kMostHits),
                     mDistrict,
                     this,
                     [this, question](const Result<QList<PlaceCandidate>> &places) {
                         if (question == mQuestion) {
                             mPending = 0;
                             offerPlaces(places ? places.value() : QList<PlaceCandidate>());
                         }
                     });
        return;
    }
    const QList<const InboxItem *> chosen = items();
    const auto proposed = std::ranges::count_if(
        chosen, [](const InboxItem *item) { return item->proposedPlace.has_value(); });
    if (proposed > 0 && chosen.size() > 1) {
        choices.append({kProposed,
                        tr("Each as it is proposed"),
                        tr("%n row(s) have a proposal", nullptr, static_cast<int>(proposed))});
    }
    for (const PlaceProposal &place : std::as_const(mPlaces)) {
        const QString id = u"place "_s + place.name;
        mPoints.insert(id, place.point);
        choices.append({id,
                        place.name,
                        place.isSure ? tr("for it says: %1").arg(place.words)
                                     : tr("near what it says: %1").arg(place.words)});
    }
    offer(choices);
}

/** As the call desk finds them; a grid stands for a point that surely lies in it. */
void TriageForm::offerPlaces(const QList<PlaceCandidate> &places)
{
    QList<Choice> found;
    for (const PlaceCandidate &one : places) {
        if (!isPlace(one)) {
            continue;
        }
        const QString id = u"%1 %2"_s.arg(static_cast<int>(one.kind)).arg(one.id);
        mPoints.insert(id, one.place);
        found.append({id, titleOf(one), one.where, kindWord(one)});
    }
    offer(found);
}

QList<InboxOrder> TriageForm::locateOrders(const QString &choice) const
{
    QList<InboxOrder> orders;
    for (const InboxItem *item : items()) {
        InboxOrder order = orderFor(*item, InboxOrder::Kind::Locate);
        if (choice != kProposed) {
            order.place = mPoints.value(choice);
        } else if (item->proposedPlace) {
            order.place = item->proposedPlace->point;
        }
        if (order.place && order.place != item->place) {
            orders.append(order);
        }
    }
    return orders;
}

} // namespace gridward
