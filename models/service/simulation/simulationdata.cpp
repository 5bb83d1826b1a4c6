// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/simulation/simulationdata.h"

#include "models/service/simulation/simulationtable.h"

#include <QSet>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** Takes one row of a table; what is wrong with it, it tells the table. */
using RowReader = std::function<void(SimulationTable &, qsizetype row)>;

Result<void> readRows(const QString &path, const QStringList &columns, const RowReader &take)
{
    Result<SimulationTable> read = SimulationTable::read(path, columns);
    if (!read) {
        return read.error();
    }
    SimulationTable table = std::move(read).value();
    for (qsizetype row = 0; row < table.rowCount() && table.fault(); ++row) {
        take(table, row);
    }
    return table.fault();
}

/** Reads the tables of both folders one after another and keeps the first fault. */
class Reader
{
public:
    Reader(const QString &simulation, const QString &catalogue, SimulationData &data)
        : mSimulation(simulation)
        , mCatalogue(catalogue)
        , mData(data)
    {
    }
    Result<void> readAll();

private:
    void simulation(QLatin1String name, const QStringList &columns, const RowReader &take)
    {
        if (mFault) {
            mFault = readRows(mSimulation + u'/' + name, columns, take);
        }
    }
    void catalogue(QLatin1String name, const QStringList &columns, const RowReader &take)
    {
        if (mFault) {
            mFault = readRows(mCatalogue + u'/' + name, columns, take);
        }
    }
    void readCatalogue(QLatin1String name);
    void readStandards();
    void readOrganisations();
    void readThings();
    void readNames();
    void readMix();
    void readTimes();
    void readRhythm();
    void readTexts();

    QString mSimulation;
    QString mCatalogue;
    SimulationData &mData;
    QSet<QString> mHandlingKinds;
    Result<void> mFault;
};

Result<void> Reader::readAll()
{
    readCatalogue("gbt47678.5-2026.csv"_L1);
    readCatalogue("gbt30428.2-2013.csv"_L1);
    readStandards();
    readOrganisations();
    readThings();
    readNames();
    readMix();
    readTimes();
    readRhythm();
    readTexts();
    return mFault;
}

void Reader::readCatalogue(QLatin1String name)
{
    catalogue(name,
              {u"scheme"_s,
               u"kind"_s,
               u"code"_s,
               u"major_code"_s,
               u"major_name"_s,
               u"name"_s,
               u"name_en"_s,
               u"local"_s},
              [&](SimulationTable &table, qsizetype row) {
                  const auto kind = caseKindFromId(table.text(row, u"kind"_s));
                  if (!kind) {
                      table.reject(row, u"unknown kind"_s);
                      return;
                  }
                  CatalogueEntry entry;
                  entry.key = {table.text(row, u"scheme"_s), *kind, table.text(row, u"code"_s)};
                  entry.majorCode = table.text(row, u"major_code"_s);
                  entry.majorName = table.text(row, u"major_name"_s);
                  entry.name = table.text(row, u"name"_s);
                  entry.nameEn = table.text(row, u"name_en"_s);
                  entry.local = table.text(row, u"local"_s) == "1"_L1;
                  entry.note = table.text(row, u"note"_s); // of the older edition alone
                  mData.catalogue.append(entry);
              });
}

void Reader::readStandards()
{
    catalogue("handling-units-sample.csv"_L1,
              {u"key"_s, u"role"_s},
              [&](SimulationTable &table, qsizetype row) {
                  if (table.text(row, u"role"_s) == "handling"_L1) {
                      mHandlingKinds.insert(table.text(row, u"key"_s));
                  }
              });
    catalogue("filing-standards-sample.csv"_L1,
              {u"scheme"_s,
               u"kind"_s,
               u"code"_s,
               u"condition_id"_s,
               u"condition"_s,
               u"condition_en"_s,
               u"limit_value"_s,
               u"limit_unit"_s,
               u"closing_condition"_s,
               u"closing_condition_en"_s,
               u"handling_unit_kind"_s,
               u"supervising_department"_s,
               u"mandatory"_s},
              [&](SimulationTable &table, qsizetype row) {
                  const auto kind = caseKindFromId(table.text(row, u"kind"_s));
                  const auto unit = limitUnitFromId(table.text(row, u"limit_unit"_s));
                  FilingStandard standard;
                  standard.limitValue = table.integer(row, u"limit_value"_s);
                  if (!kind || !unit || standard.limitValue <= 0) {
                      table.reject(row, u"unknown kind or limit"_s);
                      return;
                  }
                  standard.id = table.text(row, u"condition_id"_s);
                  standard.key = {table.text(row, u"scheme"_s), *kind, table.text(row, u"code"_s)};
                  standard.condition = table.text(row, u"condition"_s);
                  standard.conditionEn = table.text(row, u"condition_en"_s);
                  standard.limitUnit = *unit;
                  standard.closingCondition = table.text(row, u"closing_condition"_s);
                  standard.closingConditionEn = table.text(row, u"closing_condition_en"_s);
                  standard.closingMandatory = table.text(row, u"mandatory"_s) == "1"_L1;
                  standard.unitKind = table.text(row, u"handling_unit_kind"_s);
                  standard.supervisor = table.text(row, u"supervising_department"_s);
                  standard.source = exampleSource();
                  mData.standards.append(standard);
              });
}

void Reader::readOrganisations()
{
    simulation("organisations.csv"_L1,
               {u"code"_s, u"name"_s, u"name_en"_s, u"unit_kind"_s, u"parent"_s},
               [&](SimulationTable &table, qsizetype row) {
                   Organisation organisation;
                   organisation.code = table.text(row, u"code"_s);
                   organisation.parent = table.text(row, u"parent"_s);
                   organisation.name = table.text(row, u"name"_s);
                   organisation.nameEn = table.text(row, u"name_en"_s);
                   organisation.kind = table.text(row, u"unit_kind"_s);
                   organisation.handles = mHandlingKinds.contains(organisation.kind);
                   mData.organisations.append(organisation);
               });
}

void Reader::readThings()
{
    simulation("component-mix.csv"_L1,
               {u"scheme"_s, u"code"_s, u"weight"_s, u"spacing"_s},
               [&](SimulationTable &table, qsizetype row) {
                   const QString spacing = table.text(row, u"spacing"_s);
                   const QStringList known{u"along"_s, u"block"_s, u"area"_s};
                   const qsizetype place = known.indexOf(spacing);
                   if (place < 0) {
                       table.reject(row, u"unknown spacing"_s);
                   }
                   mData.components.append({table.text(row, u"code"_s),
                                            table.number(row, u"weight"_s),
                                            static_cast<ComponentSpacing>(place)});
               });
    simulation(
        "places.csv"_L1,
        {u"kind"_s, u"name"_s, u"risk_grade"_s, u"check_interval_days"_s, u"shape"_s, u"count"_s},
        [&](SimulationTable &table, qsizetype row) {
            mData.places.append({table.text(row, u"kind"_s),
                                 table.text(row, u"name"_s),
                                 table.integer(row, u"risk_grade"_s),
                                 table.integer(row, u"check_interval_days"_s),
                                 table.text(row, u"shape"_s) == "area"_L1,
                                 table.integer(row, u"count"_s)});
            if (mData.places.last().checkInterval <= 0) {
                table.reject(row, u"check_interval_days is not above 0"_s);
            }
        });
    simulation("resources.csv"_L1,
               {u"kind"_s, u"name"_s, u"count"_s},
               [&](SimulationTable &table, qsizetype row) {
                   mData.resources.append({table.text(row, u"kind"_s),
                                           table.text(row, u"name"_s),
                                           table.integer(row, u"count"_s)});
               });
}

void Reader::readNames()
{
    simulation(
        "surnames.csv"_L1, {u"surname"_s, u"weight"_s}, [&](SimulationTable &table, qsizetype row) {
            mData.surnames.append({table.text(row, u"surname"_s), table.number(row, u"weight"_s)});
        });
    simulation("given-names.csv"_L1,
               {u"given_name"_s, u"weight"_s},
               [&](SimulationTable &table, qsizetype row) {
                   mData.givenNames.append(
                       {table.text(row, u"given_name"_s), table.number(row, u"weight"_s)});
               });
}

void Reader::readMix()
{
    simulation("demo-class-mix.csv"_L1,
               {u"scheme"_s, u"kind"_s, u"code"_s, u"weight"_s},
               [&](SimulationTable &table, qsizetype row) {
                   const QString code = table.text(row, u"code"_s);
                   const bool known =
                       std::ranges::any_of(mData.standards, [&](const FilingStandard &standard) {
                           return standard.key == ClassKey{defaultScheme(), CaseKind::Matter, code};
                       });
                   if (!known) {
                       table.reject(row, u"no filing standard for this class"_s);
                   }
                   mData.classes.append({code, table.number(row, u"weight"_s)});
               });
    simulation(
        "sources.csv"_L1, {u"source"_s, u"weight"_s}, [&](SimulationTable &table, qsizetype row) {
            const auto source = caseSourceFromId(table.text(row, u"source"_s));
            if (!source) {
                table.reject(row, u"unknown source"_s);
            }
            mData.sources.append(
                {source.value_or(CaseSource::Patrol), table.number(row, u"weight"_s)});
        });
    simulation("levels.csv"_L1,
               {u"level"_s, u"weight"_s, u"classes"_s},
               [&](SimulationTable &table, qsizetype row) {
                   const auto level = caseLevelFromId(table.text(row, u"level"_s));
                   if (!level) {
                       table.reject(row, u"unknown level"_s);
                   }
                   mData.levels.append(
                       {level.value_or(CaseLevel::Blue),
                        table.number(row, u"weight"_s),
                        table.text(row, u"classes"_s).split(u' ', Qt::SkipEmptyParts)});
               });
}

void Reader::readTimes()
{
    simulation("stage-times.csv"_L1,
               {u"stage"_s, u"median_minutes"_s, u"sigma"_s, u"clock"_s},
               [&](SimulationTable &table, qsizetype row) {
                   const QString clock = table.text(row, u"clock"_s);
                   if (clock != "limit"_L1) { // the handling itself: see handling-times.csv
                       mData.stages.insert(table.text(row, u"stage"_s),
                                           {table.number(row, u"median_minutes"_s),
                                            table.number(row, u"sigma"_s),
                                            clock == "working"_L1});
                   }
               });
    simulation("rates.csv"_L1, {u"rate"_s, u"value"_s}, [&](SimulationTable &table, qsizetype row) {
        mData.rates.insert(table.text(row, u"rate"_s), table.number(row, u"value"_s));
    });
    const QStringList quantiles{
        u"01"_s, u"05"_s, u"10"_s, u"25"_s, u"50"_s, u"75"_s, u"90"_s, u"95"_s, u"99"_s};
    simulation("handling-times.csv"_L1,
               {u"reason"_s, u"ratio_q01"_s, u"ratio_q50"_s, u"ratio_q99"_s},
               [&](SimulationTable &table, qsizetype row) {
                   if (table.text(row, u"reason"_s) != "(overall without bookings)"_L1) {
                       return;
                   }
                   for (const QString &quantile : quantiles) {
                       mData.handlingRatio.emplace_back(quantile.toDouble() / 100.0,
                                                        table.number(row, u"ratio_q"_s + quantile));
                   }
               });
    if (mFault && mData.handlingRatio.empty()) {
        mFault = simulationFault(
            mSimulation + u"/handling-times.csv"_s, 1, u"no row “(overall without bookings)”"_s);
    }
}

void Reader::readRhythm()
{
    simulation("hour-of-week.csv"_L1,
               {u"source"_s, u"weekday"_s, u"hour"_s, u"share"_s},
               [&](SimulationTable &table, qsizetype row) {
                   const int weekday = table.integer(row, u"weekday"_s);
                   const int hour = table.integer(row, u"hour"_s);
                   if (weekday < 1 || weekday > 7 || hour < 0 || hour > 23) {
                       table.reject(row, u"no hour of the week"_s);
                       return;
                   }
                   const int place = (weekday - 1) * 24 + hour;
                   auto &shares = mData.hours[table.text(row, u"source"_s)];
                   shares[static_cast<std::size_t>(place)] = table.number(row, u"share"_s);
               });
    simulation("month-of-year.csv"_L1,
               {u"source"_s, u"month"_s, u"share"_s},
               [&](SimulationTable &table, qsizetype row) {
                   const int month = table.integer(row, u"month"_s);
                   if (month < 1 || month > 12) {
                       table.reject(row, u"no month"_s);
                       return;
                   }
                   mData.months[table.text(row, u"source"_s)][static_cast<std::size_t>(month - 1)] =
                       table.number(row, u"share"_s);
               });
    // The demo is between the calm of a hotline and the waves of a city's own crews.
    double days = 0.0;
    DayNoise sum{0.0, 0.0};
    simulation("day-to-day.csv"_L1,
               {u"source"_s, u"negative_binomial_size"_s, u"lag1_autocorrelation"_s},
               [&](SimulationTable &table, qsizetype row) {
                   const QString source = table.text(row, u"source"_s);
                   if (source == "taipei-1999"_L1 || source == "boston-311"_L1) {
                       sum.size += table.number(row, u"negative_binomial_size"_s);
                       sum.memory += table.number(row, u"lag1_autocorrelation"_s);
                       days += 1.0;
                   }
               });
    if (days > 0.0) {
        mData.dayNoise = {sum.size / days, std::clamp(sum.memory / days, 0.0, 0.9)};
    }
}

void Reader::readTexts()
{
    simulation("texts.csv"_L1,
               {u"kind"_s, u"code"_s, u"text_template"_s, u"detail_set"_s},
               [&](SimulationTable &table, qsizetype row) {
                   mData.texts[table.text(row, u"code"_s)].append(
                       {table.text(row, u"text_template"_s), table.text(row, u"detail_set"_s)});
               });
    simulation("details.csv"_L1,
               {u"detail_set"_s, u"detail"_s},
               [&](SimulationTable &table, qsizetype row) {
                   mData.details[table.text(row, u"detail_set"_s)].append(
                       table.text(row, u"detail"_s));
               });
    simulation("inbox.csv"_L1,
               {u"part"_s, u"text"_s, u"reason"_s},
               [&](SimulationTable &table, qsizetype row) {
                   const QString part = table.text(row, u"part"_s);
                   const QString text = table.text(row, u"text"_s);
                   InboxTexts &inbox = mData.inbox;
                   if (part == "refused"_L1) {
                       inbox.refused.append({text, table.text(row, u"reason"_s)});
                       return;
                   }
                   const QHash<QString, QStringList *> lists{{u"opening"_s, &inbox.openings},
                                                             {u"place"_s, &inbox.places},
                                                             {u"unclear"_s, &inbox.unclear},
                                                             {u"again"_s, &inbox.again}};
                   if (QStringList *list = lists.value(part)) {
                       list->append(text);
                   } else {
                       table.reject(row, u"unknown part"_s);
                   }
               });
}

} // namespace

Result<SimulationData> readSimulationData(const QString &dataFolder, const QString &catalogueFolder)
{
    SimulationData data;
    Reader reader(dataFolder + "/simulation"_L1, catalogueFolder, data);
    if (const Result<void> read = reader.readAll(); !read) {
        return read.error();
    }
    if (const Result<void> read = readSimulationOutlines(dataFolder, data); !read) {
        return read.error();
    }
    return data;
}

} // namespace gridward
