// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/simulation/demopersonal.h"

#include "models/service/simulation/randomstream.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kMeanHouseholds = 6.0;
constexpr double kHouseholdSize = 3.0; ///< of the negative binomial
constexpr double kMayCallBack = 0.85;
constexpr double kConsents = 0.8;

const QString kMade = u"（模拟）"_s;

QString phone(RandomStream &random)
{
    return u"1000%1"_s.arg(random.below(10'000'000), 7, 10, QChar(u'0'));
}

AuditEntry entryAt(Instant at,
                   const QString &actor,
                   AuditKind kind,
                   const QString &subject,
                   QJsonObject facts = {})
{
    facts.insert(u"simulated"_s, true);
    return {at, actor, u"demo"_s, kind, subject, facts};
}

/** A street office looks up whom it will visit. */
void addVisits(QList<AuditEntry> &entries,
               const DemoDistrict &district,
               const QList<Household> &households,
               Instant from)
{
    constexpr int kVisits = 3;
    const auto office = std::ranges::find(district.users, u"street1"_s, &User::name);
    if (office == district.users.end()) {
        return;
    }
    int visits = 0;
    for (const Household &household : households) {
        const auto grid = std::ranges::find(district.grids, household.grid, &UnitGrid::code);
        if (grid == district.grids.end() || grid->street != office->division) {
            continue;
        }
        entries.append(entryAt(from + std::chrono::minutes(2 * visits),
                               office->name,
                               AuditKind::PersonalOpened,
                               household.id,
                               {{u"what"_s, toId(PersonalKind::Household)},
                                {u"purpose"_s, toId(Purpose::CareVisit)},
                                {u"grid"_s, household.grid}}));
        if (++visits == kVisits) {
            return;
        }
    }
}

} // namespace

DemoPersonMaker::DemoPersonMaker(const SimulationData &data)
{
    std::vector<double> weights;
    for (const NameShare &name : data.surnames) {
        mSurnames.append(name.name);
        weights.push_back(name.weight);
    }
    mSurnameTable = AliasTable(weights);
    weights.clear();
    for (const NameShare &name : data.givenNames) {
        mGivenNames.append(name.name);
        weights.push_back(name.weight);
    }
    mGivenNameTable = AliasTable(weights);
}

QString DemoPersonMaker::name(RandomStream &random) const
{
    return mSurnames.at(static_cast<qsizetype>(mSurnameTable.pick(random))) +
           mGivenNames.at(static_cast<qsizetype>(mGivenNameTable.pick(random))) + kMade;
}

Caller DemoPersonMaker::caller(qint64 seed, qint64 index) const
{
    RandomStream random(seed, u"callers", index);
    Caller caller;
    caller.name = name(random);
    caller.phone = phone(random);
    caller.mayCallBack = random.chance(kMayCallBack);
    return caller;
}

QList<Household> DemoPersonMaker::households(const DemoDistrict &district) const
{
    const QDate today =
        QDateTime::fromMSecsSinceEpoch(district.at.time_since_epoch().count()).date();
    QHash<QString, QStringList> addresses;
    for (const Address &address : district.addresses) {
        addresses[address.grid].append(address.text);
    }
    const QList<ServiceNeed> needs = allServiceNeeds();
    QList<Household> households;
    int number = 0;
    for (qsizetype grid = 0; grid < district.grids.size(); ++grid) {
        RandomStream random(district.seed, u"households", grid);
        const QString code = district.grids.at(grid).code;
        const QStringList &here = addresses[code];
        const int count = random.negativeBinomial(kMeanHouseholds, kHouseholdSize);
        for (int place = 0; place < count; ++place) {
            Household household;
            household.id = u"H%1"_s.arg(++number, 6, 10, QChar(u'0'));
            household.grid = code;
            household.address = here.isEmpty() ? QString() : here.at(random.pickOf(here.size()));
            household.dwelling = u"%1单元%2%3室"_s.arg(1 + random.below(4))
                                     .arg(1 + random.below(6))
                                     .arg(1 + random.below(4), 2, 10, QChar(u'0'));
            household.head = name(random);
            household.phone = phone(random);
            for (quint64 member = random.below(3); member > 0; --member) {
                household.members.append(name(random));
            }
            household.needs.append(needs.at(random.pickOf(needs.size())));
            if (random.chance(kConsents)) {
                household.consentFor = u"走访服务"_s;
                household.consentOn = today.addDays(-static_cast<qint64>(30 + random.below(600)));
                household.nextVisit = today.addDays(static_cast<qint64>(1 + random.below(60)));
            }
            households.append(household);
        }
    }
    return households;
}

QList<AuditEntry> demoAuditEntries(const DemoDistrict &district, const QList<Household> &households)
{
    RandomStream random(district.seed, u"audit");
    const Instant morning = district.at - std::chrono::hours(8);
    const auto after = [morning](qint64 minutes, quint64 seconds) {
        return morning + std::chrono::minutes(minutes) +
               std::chrono::seconds(static_cast<qint64>(seconds));
    };
    QList<AuditEntry> entries;
    for (const User &user : district.users) {
        if (user.role == "handler"_L1 || user.name.startsWith("patrol"_L1)) {
            continue; // who works outside has no desk to sign in at
        }
        entries.append(entryAt(after(static_cast<qint64>(random.below(40)), random.below(60)),
                               user.name,
                               AuditKind::SignIn,
                               user.name,
                               {{u"role"_s, user.role}}));
    }
    entries.append(entryAt(after(12, random.below(60)),
                           u"checker1"_s,
                           AuditKind::SignInRefused,
                           u"checker1"_s,
                           {{u"reason"_s, u"wrong-password"_s}}));
    entries.append(entryAt(after(95, random.below(60)),
                           u"analyst1"_s,
                           AuditKind::Print,
                           u"heatmap-week.pdf"_s,
                           {{u"what"_s, u"heat-map"_s}}));
    entries.append(entryAt(
        after(150, random.below(60)),
        u"admin1"_s,
        AuditKind::Export,
        u"grids.gpkg"_s,
        {{u"what"_s, u"grids"_s}, {u"rows"_s, static_cast<qint64>(district.grids.size())}}));
    entries.append(entryAt(after(230, random.below(60)),
                           u"supervisor1"_s,
                           AuditKind::Export,
                           u"open-cases.xlsx"_s,
                           {{u"what"_s, u"cases"_s}}));
    entries.append(
        entryAt(after(310, random.below(60)), u"leader1"_s, AuditKind::SignOut, u"leader1"_s));
    addVisits(entries, district, households, after(200, 0));
    std::ranges::stable_sort(entries, {}, &AuditEntry::at);
    return entries;
}

} // namespace gridward
