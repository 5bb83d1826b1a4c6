// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"

#include <QPromise>

#include <functional>
#include <memory>
#include <utility>

namespace gridward {

/** A district without a store: answers at once with what a test put there. */
class FakeDistrict final : public DistrictPort
{
    Q_OBJECT
public:
    template <typename T>
    static QFuture<Result<T>> answer(Result<T> value)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(std::move(value));
        promise.finish();
        return promise.future();
    }

    /** At once, or when giveAnswers() is called if the district is late. */
    template <typename T>
    QFuture<Result<T>> answerInTime(Result<T> value)
    {
        if (!late) {
            return answer<T>(std::move(value));
        }
        const auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        waiting.append([promise, value = std::move(value)] {
            promise->addResult(value);
            promise->finish();
        });
        return promise->future();
    }
    void giveAnswers()
    {
        for (const auto &one : std::exchange(waiting, {})) {
            one();
        }
    }

    [[nodiscard]] const Clock &clock() const override { return time; }
    [[nodiscard]] const StoreInfo &info() const override { return storeInfo; }
    [[nodiscard]] const DistrictNames &names() const override { return districtNames; }
    [[nodiscard]] StoreState state() const override { return storeState; }
    [[nodiscard]] Instant believedAt() const override { return believed.value_or(time.now()); }
    [[nodiscard]] const User &user() const override { return who; }
    [[nodiscard]] const QList<User> &users() const override { return known; }
    void setUser(const QString &name) override
    {
        who.name = name;
        emit userChanged();
    }
    [[nodiscard]] const QList<User> &posts() const override { return allPosts; }
    void takePost(const User &post) override
    {
        who = post;
        emit userChanged();
    }
    [[nodiscard]] const AccessRules &access() const override { return rules; }
    QFuture<Result<Case>> report(const ReportDraft &draft) override
    {
        reports.append(draft);
        return answer<Case>(reported);
    }
    QFuture<Result<Case>> act(const CaseId &id, const ActionRequest &request) override
    {
        acts.append({id, request});
        return answerInTime<Case>(acted);
    }
    QFuture<Result<CaseFile>> caseFile(const CaseId &id) override
    {
        asked.append(id);
        return answerInTime<CaseFile>(file);
    }
    QFuture<Result<GridCard>> gridCard(const QString &) override { return answer<GridCard>(grid); }
    QFuture<Result<PlaceCard>> placeCard(const QString &) override
    {
        return answer<PlaceCard>(place);
    }
    QFuture<Result<PlaceFacts>> placeFacts(const GeoPoint &) override
    {
        return answer<PlaceFacts>(facts);
    }
    QFuture<Result<ResponsibleHere>> responsibleAt(const GeoPoint &at, const ClassKey &key) override
    {
        responsibleAsked.append({at, key});
        return answer<ResponsibleHere>(responsible);
    }
    QFuture<Result<QList<SearchHit>>> search(const QString &text, int) override
    {
        searched.append(text);
        return answer<QList<SearchHit>>(hits);
    }
    QFuture<Result<QList<Case>>> newest(int) override
    {
        ++newestAsked;
        return answer<QList<Case>>(newestCases);
    }
    QFuture<Result<DayRhythm>> dayRhythm() override
    {
        ++rhythmAsked;
        return answer<DayRhythm>(rhythm);
    }
    QFuture<Result<CasePoints>> casePoints(const CasePlaceQuery &query) override
    {
        pointQueries.append(query);
        return answer<CasePoints>(points);
    }
    QFuture<Result<QList<Case>>> cases(const QList<CaseId> &ids) override
    {
        casesAsked.append(ids);
        return answer<QList<Case>>(shownCases);
    }
    QFuture<Result<CasePoints>> denominator(Denominator kind) override
    {
        return answer<CasePoints>(denominators.value(kind));
    }
    QFuture<Result<QList<CatalogueEntry>>> classes() override
    {
        return answer<QList<CatalogueEntry>>(entries);
    }
    QFuture<Result<QList<Component>>> components(const GeoExtent &, int) override
    {
        return answer<QList<Component>>(QList<Component>{});
    }
    QFuture<Result<QList<StaffMark>>> staffOnDuty() override
    {
        return answer<QList<StaffMark>>(staff);
    }

    bool late = false;                    ///< of steps and files of cases
    QList<std::function<void()>> waiting; ///< their answers
    FixedClock time{Instant{}};
    StoreInfo storeInfo;
    DistrictNames districtNames;
    StoreState storeState = StoreState::Live;
    std::optional<Instant> believed; ///< nothing: the store has answered just now
    User who;
    QList<User> known;
    QList<User> allPosts;
    AccessRules rules{Permissions::standard(), {}};
    Result<Case> reported = Case{};
    Result<Case> acted = Case{};
    Result<CaseFile> file = CaseFile{};
    Result<GridCard> grid = GridCard{};
    Result<PlaceCard> place = PlaceCard{};
    Result<PlaceFacts> facts = PlaceFacts{};
    Result<ResponsibleHere> responsible = ResponsibleHere{};
    QList<SearchHit> hits;
    QList<Case> newestCases;
    DayRhythm rhythm;
    CasePoints points;
    QList<Case> shownCases; ///< answer of cases()
    QMap<Denominator, CasePoints> denominators;
    QList<CatalogueEntry> entries;
    QList<StaffMark> staff;

    QList<ReportDraft> reports;
    QList<std::pair<CaseId, ActionRequest>> acts;
    QList<CaseId> asked;
    QList<std::pair<GeoPoint, ClassKey>> responsibleAsked;
    QStringList searched;
    QList<CasePlaceQuery> pointQueries;
    QList<QList<CaseId>> casesAsked;
    int newestAsked = 0;
    int rhythmAsked = 0;
};

} // namespace gridward
