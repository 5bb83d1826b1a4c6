// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlsamplings.h"

#include "models/domain/dutyroster.h"
#include "models/store/accessstore.h"
#include "models/store/caserows.h"
#include "models/store/store.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QHash>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SqlSamplings)
};

Error invalid(const QString &message)
{
    return Error{ErrorCode::InvalidInput, message, {}};
}

/** Of the log of a month's cases, whose first moment is this. */
Instant beginOf(QDate day, const QTimeZone &zone)
{
    return Instant(std::chrono::milliseconds(day.startOfDay(zone).toMSecsSinceEpoch()));
}

} // namespace

SqlSamplings::SqlSamplings(SqlConnection &connection,
                           Store &store,
                           StoreGuard &guard,
                           std::function<Result<void>(const QString &)> noteChange)
    : mConnection(connection)
    , mStore(store)
    , mGuard(guard)
    , mNoteChange(std::move(noteChange))
{
}

QString SqlSamplings::actingName() const
{
    return mGuard.acting() ? mGuard.acting()->name : programAccount();
}

QString SqlSamplings::actingPerson() const
{
    return mGuard.acting() ? mGuard.acting()->person : QString();
}

Result<void> SqlSamplings::checkOrder(const SamplingOrder &order, Instant at)
{
    const std::optional<std::pair<QDate, QDate>> days = daysOfMonth(order.month);
    if (!days) {
        return invalid(Words::tr("“%1” is no month. Write it as 2026-10.").arg(order.month));
    }
    if (localDayOf(at, timeZoneNamed(mStore.info().timeZone)) <= days->second) {
        return invalid(Words::tr("%1 is not over: cases may still be closed in it. Draw from a "
                                 "month that has ended.")
                           .arg(order.month));
    }
    if (order.size.count < 1 && order.size.percent < 1) {
        return invalid(Words::tr("Say how many cases are to be drawn."));
    }
    static const QRegularExpression kSeed(u"^(0|[1-9][0-9]{0,19})$"_s);
    if (order.seed && !kSeed.match(*order.seed).hasMatch()) {
        return invalid(
            Words::tr("The seed “%1” is no whole number of up to 20 digits.").arg(*order.seed));
    }
    if (!order.area.isEmpty()) {
        const Result<std::optional<Division>> division = mStore.division(order.area);
        if (!division) {
            return division.error();
        }
        if (!division.value()) {
            return invalid(Words::tr("There is no division “%1” in this store.").arg(order.area));
        }
    }
    return {};
}

Result<QList<PopulationRow>> SqlSamplings::closedIn(const SamplingOrder &order)
{
    const std::pair<QDate, QDate> days = *daysOfMonth(order.month);
    const QTimeZone zone = timeZoneNamed(mStore.info().timeZone);
    const Result<std::shared_ptr<const AccessRules>> rules = mStore.access().rules();
    if (!rules) {
        return rules.error();
    }
    // Closed then and closed still: what was opened again is not finished.
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT number, street, community, unit FROM cases NOT INDEXED WHERE closed_at >= ? AND "
        "closed_at < ? AND state IN ('closed', 'archived')"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    statement.bind(std::optional(beginOf(days.first, zone)))
        .bind(std::optional(beginOf(days.second.addDays(1), zone)));
    if (const Result<void> run = statement.run(); !run) {
        return run.error();
    }
    QList<PopulationRow> rows;
    while (statement.next()) {
        const Spot spot{statement.text(1), statement.text(2), {}, {}, {}};
        if (!rules.value()->tree().holds(order.area, spot)) {
            continue;
        }
        rows.append({statement.text(0),
                     order.strata == SamplingStrata::Street       ? statement.text(1)
                     : order.strata == SamplingStrata::Department ? statement.text(3)
                                                                  : QString()});
    }
    return rows;
}

Result<Sampling> SqlSamplings::draw(const SamplingOrder &order, Instant at)
{
    if (const Result<void> may = mGuard.mayAt(Thing::Case, u"sample"_s, order.area); !may) {
        return may.error();
    }
    if (const Result<void> right = checkOrder(order, at); !right) {
        return right.error();
    }
    Sampling sampling;
    const Result<void> done = mConnection.transaction([&]() -> Result<void> {
        const Result<QList<PopulationRow>> rows = closedIn(order);
        if (!rows) {
            return rows.error();
        }
        if (rows.value().isEmpty()) {
            return Error{ErrorCode::NotFound,
                         Words::tr("No case was closed in %1 there.").arg(order.month),
                         {}};
        }
        const QByteArray text = populationText(rows.value());
        sampling.month = order.month;
        sampling.area = order.area;
        sampling.strata = order.strata;
        sampling.size = order.size;
        sampling.isSeedGiven = order.seed.has_value();
        sampling.seed =
            order.seed.value_or(QString::number(QRandomGenerator::system()->generate64()));
        sampling.method = samplingMethod();
        sampling.population = static_cast<int>(rows.value().size());
        sampling.populationHash = populationHash(text);
        sampling.user = actingName();
        sampling.person = actingPerson();
        sampling.at = at;
        if (Result<void> written = write(sampling, text, rows.value()); !written) {
            return written;
        }
        return mNoteChange(u"samplings"_s);
    });
    return done ? Result<Sampling>(sampling) : Result<Sampling>(done.error());
}

Result<void> SqlSamplings::write(Sampling &sampling,
                                 const QByteArray &population,
                                 const QList<PopulationRow> &rows)
{
    const QStringList numbers = drawSample(rows, sampling.size.of(rows.size()), sampling.seed);
    sampling.drawn = static_cast<int>(numbers.size());
    Result<SqlStatement> prepared = mConnection.prepare(
        u"INSERT INTO samplings (month, area, strata, size, seed, seed_given, method, population, "
        "population_hash, population_list, drawn, drawn_by, drawn_person, drawn_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    if (!prepared) {
        return prepared.error();
    }
    {
        SqlStatement insert = std::move(prepared).value();
        insert.bind(sampling.month).bind(sampling.area).bind(toId(sampling.strata));
        insert.bind(sampling.size.toText()).bind(sampling.seed).bind(sampling.isSeedGiven);
        insert.bind(sampling.method).bind(sampling.population).bind(sampling.populationHash);
        insert.bind(QString::fromUtf8(population)).bind(sampling.drawn).bind(sampling.user);
        insert.bind(sampling.person).bind(std::optional(sampling.at));
        if (Result<void> run = insert.run(); !run) {
            return run;
        }
    }
    const Result<QVariant> row = mConnection.scalar(u"SELECT max(id) FROM samplings"_s);
    if (!row) {
        return row.error();
    }
    sampling.id = row.value().toLongLong();
    QHash<QString, QString> strata;
    for (const PopulationRow &one : rows) {
        strata.insert(one.number, one.stratum);
    }
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        Result<SqlStatement> line = mConnection.prepare(
            u"INSERT INTO sampling_cases (sampling_id, place, case_id, version, stratum) "
            "SELECT ?, ?, id, version, ? FROM cases INDEXED BY cases_number "
            "WHERE length(number) = ? AND number BETWEEN ? AND ?"_s);
        if (!line) {
            return line.error();
        }
        SqlStatement insert = std::move(line).value();
        const QString &number = numbers.at(i);
        insert.bind(sampling.id).bind(static_cast<int>(i + 1)).bind(strata.value(number));
        insert.bind(static_cast<int>(number.size())).bind(number).bind(number);
        if (Result<void> run = insert.run(); !run) {
            return run;
        }
    }
    return {};
}

Result<QList<Sampling>> SqlSamplings::read(const QString &where, qint64 id)
{
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT s.id, s.month, s.area, s.strata, s.size, s.seed, s.seed_given, s.method, "
        "s.population, s.population_hash, s.drawn, s.drawn_by, s.drawn_person, s.drawn_at, "
        "coalesce(sum(CASE WHEN r.result = 'confirmed' THEN 1 ELSE 0 END), 0), coalesce(sum(CASE "
        "WHEN r.result = 'refuted' THEN 1 ELSE 0 END), 0), "
        "coalesce(sum(CASE WHEN r.result = 'missing' THEN 1 ELSE 0 END), 0) FROM samplings AS s "
        "LEFT JOIN sampling_cases AS c ON c.sampling_id = s.id "
        "LEFT JOIN sampling_results AS r ON r.sampling_case_id = c.id "
        "WHERE %1 GROUP BY s.id ORDER BY s.id DESC"_s.arg(where));
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement row = std::move(prepared).value();
    if (const Result<void> run = row.bind(id).run(); !run) {
        return run.error();
    }
    QList<Sampling> samplings;
    while (row.next()) {
        Sampling one;
        one.id = row.longNumber(0);
        one.month = row.text(1);
        one.area = row.text(2);
        one.strata = samplingStrataFromId(row.text(3)).value_or(SamplingStrata::None);
        one.size = SamplingSize::fromText(row.text(4)).value_or(SamplingSize{});
        one.seed = row.text(5);
        one.isSeedGiven = row.flag(6);
        one.method = row.text(7);
        one.population = row.number(8);
        one.populationHash = row.text(9);
        one.drawn = row.number(10);
        one.user = row.text(11);
        one.person = row.text(12);
        one.at = row.instant(13).value_or(Instant{});
        one.confirmed = row.number(14);
        one.refuted = row.number(15);
        one.missing = row.number(16);
        samplings.append(one);
    }
    return samplings;
}

Result<QList<Sampling>> SqlSamplings::samplings()
{
    Result<QList<Sampling>> all = read(u"s.id > ?"_s, 0);
    if (!all || mGuard.isOpen()) {
        return all;
    }
    QList<Sampling> seen;
    for (const Sampling &one : all.value()) {
        if (mGuard.mayAt(Thing::Case, u"see"_s, one.area)) {
            seen.append(one);
        }
    }
    return seen;
}

Result<Sampling> SqlSamplings::sampling(qint64 id)
{
    const Result<QList<Sampling>> found = read(u"s.id = ?"_s, id);
    if (!found) {
        return found.error();
    }
    if (found.value().isEmpty()) {
        return Error{ErrorCode::NotFound,
                     Words::tr("There is no sampling %1. “gridward sample STORE list” names "
                               "those there are.")
                         .arg(id),
                     {}};
    }
    const Result<void> may = mGuard.mayAt(Thing::Case, u"see"_s, found.value().first().area);
    return may ? Result<Sampling>(found.value().first()) : Result<Sampling>(may.error());
}

Result<QList<SqlSamplings::Drawn>> SqlSamplings::readDrawn(qint64 id)
{
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT c.id, c.case_id, c.place, c.version, c.stratum, k.uuid, r.result, r.note, "
        "r.done_by, r.done_person, r.done_at FROM sampling_cases AS c "
        "JOIN cases AS k ON k.id = c.case_id "
        "LEFT JOIN sampling_results AS r ON r.sampling_case_id = c.id "
        "WHERE c.sampling_id = ? ORDER BY c.place"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement row = std::move(prepared).value();
    if (const Result<void> run = row.bind(id).run(); !run) {
        return run.error();
    }
    QList<Drawn> drawn;
    while (row.next()) {
        Drawn one;
        one.row = row.longNumber(0);
        one.caseRow = row.longNumber(1);
        one.subject.place = row.number(2);
        one.subject.version = row.number(3);
        one.subject.stratum = row.text(4);
        one.subject.subject.id = CaseId::fromText(row.text(5)).value_or(CaseId{});
        if (!row.isNull(6)) {
            one.subject.recheck =
                Recheck{recheckResultFromId(row.text(6)).value_or(RecheckResult::Missing),
                        row.text(7),
                        row.text(8),
                        row.text(9),
                        row.instant(10).value_or(Instant{}),
                        {}};
        }
        drawn.append(one);
    }
    return drawn;
}

Result<QList<SampledCase>> SqlSamplings::cases(qint64 id)
{
    const Result<Sampling> known = sampling(id);
    const Result<QList<Drawn>> drawn = known ? readDrawn(id) : Result<QList<Drawn>>(known.error());
    const Result<PeopleBehind> people = peopleBehindAccounts(mConnection);
    if (!drawn || !people) {
        return drawn ? people.error() : drawn.error();
    }
    QList<SampledCase> cases;
    for (const Drawn &one : drawn.value()) {
        const Result<Case> subject = mStore.cases().find(one.subject.subject.id);
        if (!subject) {
            if (subject.error().code == ErrorCode::Refused) {
                continue; // not in their part of the district
            }
            return subject.error();
        }
        const Result<bool> own =
            hadAHand(subject.value().id, actingName(), actingPerson(), people.value());
        const Result<QStringList> names = evidenceNames(one.row);
        if (!own || !names) {
            return own ? names.error() : own.error();
        }
        SampledCase sampled = one.subject;
        sampled.subject = subject.value();
        sampled.isOwn = own.value();
        if (sampled.recheck) {
            sampled.recheck->evidence = names.value();
        }
        cases.append(sampled);
    }
    return cases;
}

Result<QByteArray> SqlSamplings::population(qint64 id)
{
    if (const Result<Sampling> known = sampling(id); !known) {
        return known.error();
    }
    Result<SqlStatement> prepared =
        mConnection.prepare(u"SELECT population_list FROM samplings WHERE id = ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement row = std::move(prepared).value();
    if (const Result<void> run = row.bind(id).run(); !run) {
        return run.error();
    }
    return row.next() ? row.text(0).toUtf8() : QByteArray();
}

Result<QStringList> SqlSamplings::evidenceNames(qint64 row)
{
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT name FROM sampling_evidence WHERE sampling_case_id = ? ORDER BY id"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(row).run(); !run) {
        return run.error();
    }
    QStringList names;
    while (statement.next()) {
        names.append(statement.text(0));
    }
    return names;
}

Result<bool> SqlSamplings::hadAHand(const CaseId &subject,
                                    const QString &user,
                                    const QString &person,
                                    const PeopleBehind &people)
{
    const AsProgram program(mStore);
    const Result<QList<CaseEvent>> events = mStore.cases().events(subject);
    if (!events) {
        return events.error();
    }
    const QList<CaseEvent> &log = events.value();
    const CaseDeeds deeds = deedsOf({log.constData(), static_cast<std::size_t>(log.size())});
    return hasDeed(deeds, user, person, people);
}

Result<void> SqlSamplings::record(qint64 id,
                                  const CaseId &subject,
                                  RecheckResult result,
                                  const QString &note,
                                  const QList<Attachment> &evidence,
                                  Instant at)
{
    const Result<Sampling> known = sampling(id);
    const Result<CaseRecord> found =
        known ? mStore.cases().record(subject) : Result<CaseRecord>(known.error());
    if (!found) {
        return found.error();
    }
    const QString &number = found.value().subject.number;
    if (Result<void> may = mGuard.may(Thing::Case, u"recheck"_s, spotOf(found.value())); !may) {
        return may;
    }
    if (result != RecheckResult::Confirmed && note.trimmed().isEmpty()) {
        return invalid(Words::tr("Say why case %1 is not confirmed.").arg(number));
    }
    const Result<void> done = mConnection.transaction([&]() -> Result<void> {
        const Result<QList<Drawn>> drawn = readDrawn(id);
        const Result<PeopleBehind> people = peopleBehindAccounts(mConnection);
        if (!drawn || !people) {
            return drawn ? people.error() : drawn.error();
        }
        const auto one = std::ranges::find_if(
            drawn.value(), [&](const Drawn &each) { return each.subject.subject.id == subject; });
        if (one == drawn.value().end()) {
            return Error{ErrorCode::NotFound,
                         Words::tr("Case %1 was not drawn in sampling %2.").arg(number).arg(id),
                         {}};
        }
        if (one->subject.recheck) {
            return Error{ErrorCode::Conflict,
                         Words::tr("Case %1 has been looked at again already, by %2. A result is "
                                   "final.")
                             .arg(number, one->subject.recheck->user),
                         {}};
        }
        const Result<bool> own = hadAHand(subject, actingName(), actingPerson(), people.value());
        if (!own) {
            return own.error();
        }
        if (own.value()) {
            return Error{ErrorCode::Refused,
                         Words::tr("%1 had case %2 in hand or judged it, and may not look at it "
                                   "again. Somebody else has to.")
                             .arg(actingName(), number),
                         u"own-work"_s};
        }
        Result<SqlStatement> prepared = mConnection.prepare(
            u"INSERT INTO sampling_results (sampling_case_id, result, note, done_by, done_person, "
            "done_at) VALUES (?, ?, ?, ?, ?, ?)"_s);
        if (!prepared) {
            return prepared.error();
        }
        {
            SqlStatement insert = std::move(prepared).value();
            insert.bind(one->row).bind(toId(result)).bind(note.trimmed()).bind(actingName());
            insert.bind(actingPerson()).bind(std::optional(at));
            if (Result<void> run = insert.run(); !run) {
                return run;
            }
        }
        for (const Attachment &attachment : evidence) {
            Result<SqlStatement> piece = mConnection.prepare(
                u"INSERT INTO sampling_evidence (sampling_case_id, name, media_type, sha256, "
                "content) VALUES (?, ?, ?, ?, ?)"_s);
            if (!piece) {
                return piece.error();
            }
            SqlStatement insert = std::move(piece).value();
            const QByteArray hash =
                QCryptographicHash::hash(attachment.content, QCryptographicHash::Sha256).toHex();
            insert.bind(one->row).bind(attachment.name).bind(attachment.mediaType);
            insert.bind(QString::fromLatin1(hash)).bind(attachment.content);
            if (Result<void> run = insert.run(); !run) {
                return run;
            }
        }
        return mNoteChange(u"samplings"_s);
    });
    return done;
}

Result<QList<Attachment>> SqlSamplings::evidence(qint64 id, const CaseId &subject)
{
    const Result<Sampling> known = sampling(id);
    const Result<Case> seen = known ? mStore.cases().find(subject) : Result<Case>(known.error());
    if (!seen) {
        return seen.error();
    }
    Result<SqlStatement> prepared =
        mConnection.prepare(u"SELECT e.name, e.media_type, e.content FROM sampling_evidence AS e "
                            "JOIN sampling_cases AS c ON c.id = e.sampling_case_id "
                            "JOIN cases AS k ON k.id = c.case_id "
                            "WHERE c.sampling_id = ? AND k.uuid = ? ORDER BY e.id"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement row = std::move(prepared).value();
    if (const Result<void> run = row.bind(id).bind(subject.toText()).run(); !run) {
        return run.error();
    }
    QList<Attachment> evidence;
    while (row.next()) {
        evidence.append({row.text(0), row.text(1), row.bytes(2)});
    }
    return evidence;
}

Result<QStringList> SqlSamplings::findings()
{
    const AsProgram program(mStore);
    const Result<QList<Sampling>> all = read(u"s.id > ?"_s, 0);
    const Result<PeopleBehind> people = peopleBehindAccounts(mConnection);
    if (!all || !people) {
        return all ? people.error() : all.error();
    }
    QStringList findings;
    for (const Sampling &one : all.value()) {
        const Result<QByteArray> text = population(one.id);
        const Result<QList<SampledCase>> drawn = cases(one.id);
        if (!text || !drawn) {
            return text ? drawn.error() : text.error();
        }
        const Result<QList<PopulationRow>> rows = populationFrom(text.value());
        QStringList numbers;
        for (const SampledCase &sampled : drawn.value()) {
            numbers.append(sampled.subject.number);
        }
        if (populationHash(text.value()) != one.populationHash || !rows ||
            rows.value().size() != one.population || one.method != samplingMethod() ||
            drawSample(rows.value(), one.size.of(rows.value().size()), one.seed) != numbers) {
            findings.append(Words::tr("Sampling %1 of %2 is not what its seed makes of its "
                                      "population; somebody changed it.")
                                .arg(one.id)
                                .arg(one.month));
        }
        for (const SampledCase &sampled : drawn.value()) {
            if (!sampled.recheck) {
                continue;
            }
            const Result<bool> own = hadAHand(
                sampled.subject.id, sampled.recheck->user, sampled.recheck->person, people.value());
            if (!own) {
                return own.error();
            }
            if (own.value()) {
                findings.append(Words::tr("Sampling %1: %2 looked again at case %3, which they "
                                          "had in hand or judged.")
                                    .arg(one.id)
                                    .arg(sampled.recheck->user, sampled.subject.number));
            }
        }
    }
    return findings;
}

} // namespace gridward
