// SPDX-License-Identifier: GPL-3.0-or-later
// wallfigures STORE MOMENT [--then]: what the wall's questions answer at a moment, one figure a
// line, "id,value", by id; with --then as things stood at that moment. For recount/wall.py.
#include "models/service/districtpicture.h"
#include "models/service/wallqueries.h"
#include "models/store/storeopening.h"
#include "models/view/livecases.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QStringList>
#include <QTimeZone>

#include <cstdio>
#include <map>

using namespace Qt::StringLiterals;

namespace {

using namespace gridward;

std::map<QString, QString> figures;

void put(const QString &id, qint64 count)
{
    figures[id] = QString::number(count);
}

void put(const QString &id, const Figure &figure)
{
    figures[id + u":part"_s] = QString::number(figure.part);
    figures[id + u":whole"_s] = QString::number(figure.whole);
    if (figure.hours) {
        figures[id + u":hours"_s] = QString::number(*figure.hours, 'f', 4);
    }
}

template <typename T>
T need(const Result<T> &answer, const char *what)
{
    if (!answer) {
        qFatal("%s: %s", what, qPrintable(answer.error().message + answer.error().detail));
    }
    return answer.value();
}

void tellSituation(Store &store, Instant now, const std::optional<Instant> &at)
{
    LiveCases live;
    live.reset(need(readDistrictPicture(store, at), "situation").openCases);
    const CaseCounts counts = live.counts(now);
    put(u"situation.open"_s, counts.open);
    put(u"situation.overdue"_s, counts.overdue);
    put(u"situation.urgent"_s, counts.urgent);
    put(u"situation.to_check"_s, counts.waitingForCheck);
    std::map<QString, std::pair<int, int>> streets;
    std::map<QString, std::pair<int, int>> units;
    for (const Case &subject : live.all()) {
        const int late = isOverdue(subject, now) ? 1 : 0;
        for (auto *tally : {&streets[subject.street], &units[subject.unit]}) {
            ++tally->first;
            tally->second += late;
        }
    }
    for (const auto &[code, tally] : streets) {
        put(u"streets.open:"_s + code, tally.first);
        put(u"streets.overdue:"_s + code, tally.second);
    }
    for (const auto &[code, tally] : units) {
        put(u"units.open:"_s + code, tally.first);
        put(u"units.overdue:"_s + code, tally.second);
    }
}

void tellRhythm(const WallRhythm &answer)
{
    for (std::size_t hour = 0; hour < 24; ++hour) {
        put(u"situation.today:%1"_s.arg(hour), answer.rhythm.today.at(hour));
        figures[u"situation.usual:%1"_s.arg(hour)] =
            QString::number(answer.rhythm.usual.at(hour), 'f', 4);
    }
    put(u"situation.usual_days"_s, answer.rhythm.usualDays);
    put(u"situation.is_workday"_s, answer.isWorkday ? 1 : 0);
}

void tellEvents(const WallEvents &answer)
{
    int place = 0;
    for (const WallEvent &event : answer.events) {
        figures[u"situation.event:%1"_s.arg(++place)] =
            u"%1 %2 %3 %4 %5"_s.arg(event.subject.number)
                .arg(event.sequence)
                .arg(toId(event.action), toIsoText(event.at), toId(event.subject.state));
    }
}

void tellStreets(const WallStreets &answer)
{
    put(u"streets.in_time"_s, answer.inTime);
    for (const WallStreet &street : answer.streets) {
        put(u"streets.in_time:"_s + street.code, street.inTime);
        put(u"streets.rank:"_s + street.code, street.rank.value_or(0));
        for (int day = 0; day < kWallDays; ++day) {
            put(u"streets.registered:%1:%2"_s.arg(
                    street.code, answer.today.addDays(day + 1 - kWallDays).toString(Qt::ISODate)),
                street.registered.at(day));
        }
    }
}

void tellDuty(const WallDuty &answer)
{
    for (const WallPost &post : answer.posts) {
        const QString key = post.post + u'/' + post.area;
        put(u"duty.there:"_s + key, post.people.size());
        put(u"duty.needed:"_s + key, post.needed);
    }
    put(u"duty.gaps"_s, answer.gaps.size());
    for (const UncoveredSpan &gap : answer.gaps) {
        put(u"duty.gap:%1/%2/%3/%4"_s.arg(
                gap.post, gap.area, toIsoText(gap.from), toIsoText(gap.to)),
            gap.missing);
    }
    for (const WallStaffing &street : answer.streets) {
        put(u"duty.grids:"_s + street.street, street.grids);
        put(u"duty.vacant:"_s + street.street, street.vacantGrids);
    }
    put(u"duty.seen"_s, answer.seen);
}

void tellMonth(const WallMonth &answer)
{
    const auto tell = [](const QString &name, const Evaluation &evaluation) {
        for (qsizetype i = 0; i < evaluation.definitions.size(); ++i) {
            put(u"month.%1:%2"_s.arg(name, toId(evaluation.definitions.at(i)->indicator)),
                evaluation.all.figures.at(i).value_or(Figure{}));
        }
    };
    tell(u"now"_s, answer.present);
    tell(u"before"_s, answer.previous);
    for (const WallArea &area : answer.areas) {
        put(u"month.cases_now:"_s + area.code, area.now);
        put(u"month.cases_before:"_s + area.code, area.before);
        figures[u"month.km2:"_s + area.code] = QString::number(area.squareKilometres, 'f', 6);
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto moment = instantFromIso(arguments.value(2));
    if (!moment) {
        qFatal("wallfigures STORE MOMENT [--then]");
    }
    const std::optional<Instant> at =
        arguments.contains(u"--then"_s) ? std::optional(*moment) : std::nullopt;
    const std::unique_ptr<Store> store = [&] {
        Result<std::unique_ptr<Store>> opened = openStore(arguments.at(1));
        if (!opened) {
            qFatal("%s", qPrintable(opened.error().message));
        }
        return std::move(opened).value();
    }();
    QElapsedTimer watch;
    const auto tellTime = [&](const char *what) {
        std::fprintf(stderr, "%s: %lld ms\n", what, static_cast<long long>(watch.restart()));
    };
    watch.start();
    tellSituation(*store, *moment, at);
    tellTime("situation");
    tellRhythm(need(readWallRhythm(*store, *moment, at), "rhythm"));
    tellTime("rhythm");
    const WallEvents events = need(readWallEvents(*store, 12, *moment, at), "events");
    tellTime("events");
    tellEvents(events);
    tellStreets(need(readWallStreets(*store, *moment, at), "streets"));
    tellTime("streets");
    tellDuty(need(readWallDuty(*store, *moment, at), "duty"));
    tellTime("duty");
    tellMonth(need(readWallMonth(*store, *moment, at), "month"));
    tellTime("month");
    for (const WallEvent &event : events.events) {
        const WallIncident incident =
            need(readWallIncident(*store, event.subject.id, *moment, at), "incident");
        put(u"incident.resources:"_s + event.subject.number, incident.resources.size());
        put(u"incident.key_places:"_s + event.subject.number, incident.keyPlaces.size());
        put(u"incident.staff:"_s + event.subject.number, incident.staff.size());
    }
    tellTime("incidents");
    for (const auto &[id, value] : figures) {
        std::printf("%s,%s\n", qPrintable(id), qPrintable(value));
    }
    return 0;
}
