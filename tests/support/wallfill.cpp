// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wallfill.h"

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

const QStringList kStreets{u"东华门街道"_s,
                           u"景山街道"_s,
                           u"交道口街道"_s,
                           u"安定门街道"_s,
                           u"北新桥街道"_s,
                           u"东四街道"_s,
                           u"朝阳门街道"_s,
                           u"建国门街道"_s,
                           u"东直门街道"_s,
                           u"和平里街道"_s,
                           u"前门街道"_s,
                           u"崇文门外街道"_s,
                           u"东花市街道"_s,
                           u"龙潭街道"_s,
                           u"体育馆路街道"_s,
                           u"天坛街道"_s,
                           u"永定门外街道"_s};
const QStringList kUnits{u"东城区城市管理委员会环境卫生服务中心"_s,
                         u"Dongcheng District Drainage Group Company"_s,
                         u"永定门外街道办事处"_s,
                         u"区市政工程管理所"_s};

} // namespace

Instant WallFill::now()
{
    return *instantFromIso(u"2026-11-20T08:00:00Z");
}

Case WallFill::openCase(int number, CaseLevel level, minutes age)
{
    Case subject;
    subject.id = CaseId::make(now() - age, 0, static_cast<quint64>(number));
    subject.version = 3;
    subject.state = number % 7 == 0 ? CaseState::FedBack : CaseState::Handling;
    subject.classKey = {defaultScheme(), CaseKind::Matter, u"道路塌陷或积水"_s};
    subject.level = level;
    subject.reportedAt = now() - age;
    subject.dueAt = now() - age + hours(2);
    subject.street = kStreets.at(number % kStreets.size());
    subject.community = u"青龙社区"_s;
    subject.grid = u"第%1网格"_s.arg(number % 30 + 1);
    subject.unit = kUnits.at(number % kUnits.size());
    subject.address = u"东直门内大街 12 号门前"_s;
    return subject;
}

WallRhythm WallFill::rhythm()
{
    WallRhythm made;
    made.asOf = now();
    made.rhythm.day = QDate(2026, 11, 20);
    made.rhythm.hoursPassed = 17;
    for (std::size_t hour = 0; hour < 24; ++hour) {
        made.rhythm.usual.at(hour) = hour < 6 ? 2.5 : 14.5;
        made.rhythm.today.at(hour) = hour > 16 ? 0 : static_cast<int>(hour * 2);
    }
    made.rhythm.usualDays = 14;
    return made;
}

WallEvents WallFill::events(const QList<Case> &cases)
{
    WallEvents made;
    made.asOf = now();
    for (qsizetype i = 0; i < 12; ++i) {
        made.events.append({i % 2 == 0 ? CaseAction::Dispatch : CaseAction::Report,
                            now() - minutes(3 * i),
                            static_cast<int>(i),
                            caseForWall(cases.at(i))});
    }
    return made;
}

WallStreets WallFill::streets()
{
    WallStreets made;
    made.asOf = now() - minutes(2);
    made.today = QDate(2026, 11, 20);
    int number = 0;
    for (const QString &code : kStreets) {
        WallStreet street;
        street.code = code;
        for (int day = 0; day < kWallDays; ++day) {
            street.registered.append((number * 7 + day * 5) % 31);
        }
        street.inTime = {180 - number * 3, 200, std::nullopt};
        street.rank = ++number;
        made.streets.append(street);
    }
    made.inTime = {3000, 3400, std::nullopt};
    return made;
}

WallIncident WallFill::incident(const Case &subject)
{
    WallIncident made;
    made.asOf = now();
    made.record.subject = subject;
    CaseProcess &process = made.record.process;
    process.firstAt = subject.reportedAt;
    process.lastAt = now() - minutes(5);
    process.clocks[0].running = minutes(4);
    process.clocks[1].running = minutes(11);
    process.clocks[1].left = -minutes(6);
    process.scene = CaseScene{u"P1"_s, now() - minutes(30), now() - minutes(12), 30, false, {}};
    process.calls = {{kUnits.at(0),
                      u"dispatcher1"_s,
                      now() - minutes(20),
                      now() - minutes(18),
                      now() - minutes(6)},
                     {kUnits.at(1), u"dispatcher1"_s, now() - minutes(20), now() - minutes(15), {}},
                     {kUnits.at(2), u"dispatcher1"_s, now() - minutes(9), {}, {}}};
    for (int i = 0; i < 5; ++i) {
        made.resources.append(
            {u"R%1"_s.arg(i), u"pump"_s, u"青龙社区移动泵车 %1"_s.arg(i), 150.0 + 210 * i, {}});
        made.keyPlaces.append(
            {u"K%1"_s.arg(i), u"hospital"_s, u"北京市第六医院"_s, 230.0 + 320 * i, {}});
    }
    made.staff.append({u"P1"_s, u"manager"_s, u"张建国"_s, 90.0, now() - minutes(4)});
    made.people = {{u"P1"_s, u"张建国"_s}};
    return made;
}

WallDuty WallFill::duty()
{
    WallDuty made;
    made.asOf = now();
    for (qsizetype i = 0; i < kStreets.size(); ++i) {
        WallPost post;
        post.post = u"street"_s;
        post.area = kStreets.at(i);
        post.needed = 1;
        if (i % 5 != 0) {
            post.people = {u"李卫东"_s};
            post.until = now() + hours(4);
        }
        made.posts.append(post);
        made.streets.append({kStreets.at(i), 35, static_cast<int>(i % 4)});
    }
    made.gaps = {{u"street"_s, kStreets.at(0), now() - hours(1), now() + hours(3), 1, 1},
                 {u"command-centre"_s, u"东城区"_s, now() + hours(12), now() + hours(20), 1, 2}};
    made.seen = 41;
    return made;
}

WallMonth WallFill::month()
{
    WallMonth made;
    made.asOf = now() - minutes(20);
    made.period = {Period::Kind::Range, QDate(2026, 11, 1), QDate(2026, 11, 20)};
    made.before = {Period::Kind::Range, QDate(2026, 10, 1), QDate(2026, 10, 20)};
    for (Evaluation *evaluation : {&made.present, &made.previous}) {
        evaluation->definitions = standardDefinitions();
        const int base = evaluation == &made.present ? 91 : 88;
        for (const IndicatorDefinition *definition : std::as_const(evaluation->definitions)) {
            Figure figure{base, 100, std::nullopt};
            if (definition->isTime) {
                figure.hours = base / 40.0;
            }
            evaluation->all.figures.append(figure);
        }
    }
    for (qsizetype i = 0; i < 9; ++i) {
        const int before = 20;
        const int now = i % 2 == 0 ? 60 : 2;
        made.areas.append({u"%1 青龙社区"_s.arg(kStreets.at(i)),
                           u"community"_s,
                           u"青龙社区"_s,
                           0.4,
                           now,
                           before});
    }
    return made;
}

void WallFill::fill(FakeWall &wall, LiveCases &live)
{
    QList<Case> cases;
    for (int i = 0; i < 90; ++i) {
        const CaseLevel level = i < 5    ? CaseLevel::Red
                                : i < 12 ? CaseLevel::Orange
                                : i < 40 ? CaseLevel::Yellow
                                         : CaseLevel::Blue;
        cases.append(openCase(i, level, minutes(47 + 13 * i)));
    }
    live.reset(cases);
    wall.rhythmAnswer = rhythm();
    wall.eventsAnswer = events(cases);
    wall.streetsAnswer = streets();
    wall.incidentAnswer = incident(cases.first());
    wall.dutyAnswer = duty();
    wall.monthAnswer = month();
}

} // namespace gridward
