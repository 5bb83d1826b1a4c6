// SPDX-License-Identifier: GPL-3.0-or-later
// `gridward sample STORE draw|list|show|result|sheet …`: closed cases drawn for another look.
#include "app/commands/attachmentfiles.h"
#include "app/commands/commandactor.h"
#include "app/commands/commands.h"
#include "models/service/casedesk.h"
#include "models/service/samplingdesk.h"
#include "models/service/samplingsheet.h"
#include "models/store/samplingstore.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SampleCommand)
};

/** What every verb needs. */
struct Work
{
    const CommandSeat &seat;
    const CommandArguments &arguments;

    [[nodiscard]] Store &store() const { return *seat.store; }
    [[nodiscard]] bool json() const { return arguments.has("json"); }
};

QJsonObject toJson(const Sampling &one)
{
    return {{u"id"_s, one.id},
            {u"month"_s, one.month},
            {u"area"_s, one.area},
            {u"by"_s, toId(one.strata)},
            {u"count"_s, one.size.toText()},
            {u"seed"_s, one.seed},
            {u"seed_given"_s, one.isSeedGiven},
            {u"method"_s, one.method},
            {u"population"_s, one.population},
            {u"population_sha256"_s, one.populationHash},
            {u"drawn"_s, one.drawn},
            {u"drawn_by"_s, one.user},
            {u"drawn_at"_s, toIsoText(one.at)},
            {u"confirmed"_s, one.confirmed},
            {u"refuted"_s, one.refuted},
            {u"missing"_s, one.missing},
            {u"waiting"_s, one.drawn - one.done()}};
}

QJsonObject toJson(const SampledCase &one)
{
    QJsonObject json{{u"place"_s, one.place},
                     {u"id"_s, one.subject.id.toText()},
                     {u"number"_s, one.subject.number},
                     {u"version"_s, one.version},
                     {u"stratum"_s, one.stratum},
                     {u"own"_s, one.isOwn},
                     {u"result"_s, QJsonValue()}};
    if (one.recheck) {
        json.insert(u"result"_s, toId(one.recheck->result));
        json.insert(u"note"_s, one.recheck->note);
        json.insert(u"by"_s, one.recheck->user);
        json.insert(u"at"_s, toIsoText(one.recheck->at));
        json.insert(u"evidence"_s, QJsonArray::fromStringList(one.recheck->evidence));
    }
    return json;
}

QString lineOf(const Sampling &one)
{
    return Words::tr("%1  %2: %3 of %4 drawn with seed %5; %6 confirmed, %7 not, %8 not found, %9 "
                     "waiting")
        .arg(one.id)
        .arg(one.month)
        .arg(one.drawn)
        .arg(one.population)
        .arg(one.seed)
        .arg(one.confirmed)
        .arg(one.refuted)
        .arg(one.missing)
        .arg(one.drawn - one.done());
}

/** The number of a sampling, as the second argument behind the verb. */
Result<qint64> idFrom(const Work &work)
{
    bool isNumber = false;
    const qint64 id = work.arguments.at(2).toLongLong(&isNumber);
    if (!isNumber) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("“%1” is no sampling; “list” names those there are.")
                         .arg(work.arguments.at(2)),
                     {}};
    }
    return id;
}

ExitStatus draw(const Work &work)
{
    SamplingOrder order;
    order.month = work.arguments.value("month");
    if (order.month.isEmpty()) {
        return wrongUsage(Words::tr("Say which month: --month 2026-10."));
    }
    const std::optional<SamplingSize> size = SamplingSize::fromText(work.arguments.value("count"));
    const std::optional<SamplingStrata> strata = samplingStrataFromId(work.arguments.value("by"));
    if (!size) {
        return wrongUsage(Words::tr("Say how many: --count 50, or a share: --count 5%."));
    }
    if (!strata) {
        return wrongUsage(Words::tr("“%1” is nothing to cut by: --by street, department or none.")
                              .arg(work.arguments.value("by")));
    }
    order.size = *size;
    order.strata = *strata;
    order.area =
        work.arguments.has("area") ? work.arguments.value("area") : work.seat.user.division;
    if (work.arguments.has("seed")) {
        order.seed = work.arguments.value("seed");
    }
    const Result<Sampling> drawn = work.store().samplings().draw(order, work.seat.clock->now());
    if (!drawn) {
        return failWith(drawn.error());
    }
    if (work.json()) {
        printJson(QJsonDocument(toJson(drawn.value())));
    } else {
        printText(lineOf(drawn.value()));
    }
    return ExitStatus::Done;
}

ExitStatus list(const Work &work)
{
    const Result<QList<Sampling>> all = work.store().samplings().samplings();
    if (!all) {
        return failWith(all.error());
    }
    QJsonArray json;
    for (const Sampling &one : all.value()) {
        json.append(toJson(one));
        if (!work.json()) {
            printText(lineOf(one));
        }
    }
    if (work.json()) {
        printJson(QJsonDocument(json));
    }
    return ExitStatus::Done;
}

ExitStatus show(const Work &work)
{
    const Result<qint64> id = idFrom(work);
    if (!id) {
        return wrongUsage(id.error().message);
    }
    const Result<Sampling> one = work.store().samplings().sampling(id.value());
    const Result<QList<SampledCase>> cases =
        one ? work.store().samplings().cases(id.value()) : Result<QList<SampledCase>>(one.error());
    if (!cases) {
        return failWith(cases.error());
    }
    QJsonArray json;
    for (const SampledCase &sampled : cases.value()) {
        json.append(toJson(sampled));
        if (!work.json()) {
            const QString found =
                sampled.recheck ? recheckWord(sampled.recheck->result) + u"  "_s +
                                      sampled.recheck->user + u"  "_s + sampled.recheck->note
                : sampled.isOwn ? Words::tr("for somebody else: you had it in hand or judged it")
                                : Words::tr("waiting");
            printText(u"%1  %2  %3"_s.arg(sampled.place).arg(sampled.subject.number, found));
        }
    }
    if (work.json()) {
        QJsonObject whole = toJson(one.value());
        whole.insert(u"cases"_s, json);
        if (work.arguments.has("population")) {
            const Result<QByteArray> text = work.store().samplings().population(id.value());
            if (!text) {
                return failWith(text.error());
            }
            whole.insert(u"population_list"_s, QString::fromUtf8(text.value()));
        }
        printJson(QJsonDocument(whole));
    }
    return ExitStatus::Done;
}

ExitStatus takeResult(const Work &work)
{
    const Result<qint64> id = idFrom(work);
    if (!id) {
        return wrongUsage(id.error().message);
    }
    const std::optional<RecheckResult> result = recheckResultFromId(work.arguments.at(4));
    if (!result) {
        return wrongUsage(Words::tr("“%1” is no result: confirmed, refuted or missing.")
                              .arg(work.arguments.at(4)));
    }
    const Result<QList<Attachment>> evidence = attachmentsFrom(work.arguments.values("attach"));
    if (!evidence) {
        return failWith(evidence.error());
    }
    CaseDesk desk(work.store(), *work.seat.clock, commandOrigin());
    const Result<Case> subject = desk.find(work.arguments.at(3));
    const Result<void> done = subject
                                  ? work.store().samplings().record(id.value(),
                                                                    subject.value().id,
                                                                    *result,
                                                                    work.arguments.value("note"),
                                                                    evidence.value(),
                                                                    work.seat.clock->now())
                                  : Result<void>(subject.error());
    if (!done) {
        return failWith(done.error());
    }
    return show(work);
}

ExitStatus writeSheet(const Work &work)
{
    const Result<qint64> id = idFrom(work);
    if (!id) {
        return wrongUsage(id.error().message);
    }
    const QString out = work.arguments.value("out");
    if (out.isEmpty()) {
        return wrongUsage(Words::tr("Say where the sheet goes: --out FILE.csv"));
    }
    const Result<void> target = checkOutput(out, {work.arguments.at(0)});
    const Result<qint64> rows =
        target ? exportSamplingSheet(work.store(),
                                     id.value(),
                                     out,
                                     {work.seat.user.name, commandOrigin(), work.seat.clock->now()})
               : Result<qint64>(target.error());
    if (!rows) {
        return failWith(rows.error());
    }
    say(Words::tr("%n case(s)", nullptr, static_cast<int>(rows.value())) + u": "_s + out);
    return ExitStatus::Done;
}

struct Verb
{
    const char *name;
    QList<OptionSpec> options;
    int count;
    ExitStatus (*run)(const Work &);
};

const QList<Verb> &verbs()
{
    static const QList<Verb> all{{"draw",
                                  {{"month", "MONTH"},
                                   {"count", "N", "50"},
                                   {"by", "WHAT", "none"},
                                   {"area", "CODE"},
                                   {"seed", "N"}},
                                  2,
                                  &draw},
                                 {"list", {}, 2, &list},
                                 {"show", {{"population"}}, 3, &show},
                                 {"result", {{"note", "T"}, {"attach", "FILE"}}, 5, &takeResult},
                                 {"sheet", {{"out", "FILE"}}, 3, &writeSheet}};
    return all;
}

} // namespace

ExitStatus runSample(const QStringList &arguments)
{
    const QString name = arguments.value(1);
    const auto verb = std::ranges::find_if(
        verbs(), [&name](const Verb &one) { return name == QLatin1String(one.name); });
    if (verb == verbs().end()) {
        return wrongUsage(
            Words::tr("Say what to do: gridward sample STORE draw|list|show|result|sheet"));
    }
    const Result<CommandArguments> parsed = CommandArguments::parse(
        arguments,
        withActor(verb->options + QList<OptionSpec>{{"at", "TIME"}, {"json"}}),
        verb->count,
        verb->count);
    if (!parsed) {
        return wrongUsage(parsed.error().message);
    }
    const Result<CommandSeat> seat = openSeat(parsed.value());
    return seat ? verb->run({seat.value(), parsed.value()}) : failWith(seat.error());
}

} // namespace gridward
