// SPDX-License-Identifier: GPL-3.0-or-later
// `gridward evaluate STORE --period P --by LEVEL --out FILE`: figures, and the cases behind them.
#include "app/commands/commandactor.h"
#include "app/commands/commandio.h"
#include "app/commands/commands.h"
#include "gis/export/tableworkbook.h"
#include "gis/print/stamping.h"
#include "models/evaluation/evaluationtable.h"
#include "models/service/auditdesk.h"
#include "models/service/casejson.h"
#include "models/service/evaluationdesk.h"
#include "models/service/evaluationfile.h"
#include "ui/evaluation/evaluationprinting.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(EvaluateCommand)
};

constexpr int kMostListed = 1'000'000;

struct Work
{
    Store &store;
    const CommandArguments &arguments;
    EvaluationOrder order;
    Instant asOf;
    User user;

    [[nodiscard]] AuditActor actor() const { return {user.name, commandOrigin(), asOf}; }
};

QJsonValue valueOf(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonObject toJson(const Evaluation &evaluation, const EvaluationRow &row)
{
    QJsonObject figures;
    for (qsizetype place = 0; place < evaluation.definitions.size(); ++place) {
        const IndicatorDefinition &one = *evaluation.definitions.at(place);
        const std::optional<Figure> &figure = row.figures.at(place);
        if (!figure) {
            continue;
        }
        QJsonObject told{
            {one.isTime ? u"hours"_s : u"percent"_s, valueOf(figure->value(one.isTime))},
            {u"denominator"_s, figure->whole}};
        if (!one.isTime) {
            told.insert(u"numerator"_s, figure->part);
        }
        figures.insert(columnId(one), told);
    }
    return {{u"code"_s, row.code},
            {u"name"_s, row.name},
            {u"cases"_s, row.cases},
            {u"figures"_s, figures}};
}

QJsonObject toJson(const Evaluation &evaluation, const QString &timeZone)
{
    const QTimeZone zone(timeZone.toLatin1());
    QJsonArray definitions;
    for (const IndicatorDefinition *one : evaluation.definitions) {
        const IndicatorWords words = wordsOf(*one);
        definitions.append(QJsonObject{{u"id"_s, columnId(*one)},
                                       {u"name"_s, words.name},
                                       {u"denominator"_s, words.whole},
                                       {u"numerator"_s, words.part},
                                       {u"note"_s, words.note}});
    }
    QJsonArray rows;
    for (const EvaluationRow &row : evaluation.rows) {
        rows.append(toJson(evaluation, row));
    }
    return {{u"period"_s, evaluation.period.toText()},
            {u"from"_s, toIsoText(evaluation.period.begin(zone))},
            {u"to"_s, toIsoText(evaluation.period.end(zone))},
            {u"by"_s, toId(evaluation.level)},
            {u"as_of"_s, toIsoText(evaluation.asOf)},
            {u"cases"_s, evaluation.visited},
            {u"definitions"_s, definitions},
            {u"rows"_s, rows},
            {u"all"_s, toJson(evaluation, evaluation.all)}};
}

Result<void> writeFile(const Work &work, const Evaluation &evaluation, const Stamp &stamp)
{
    const QString path = work.arguments.value("out");
    const QString ending = QFileInfo(path).suffix().toLower();
    TableForm form;
    form.names = work.arguments.has("names");
    form.counts = work.arguments.has("counts");
    if (ending == "xlsx"_L1 || ending == "ods"_L1) {
        return writeTables(
            evaluationBook(
                evaluation, work.store.info().name, work.store.info().isSimulated(), stamp),
            path);
    }
    if (ending == "pdf"_L1) {
        const Result<int> printed = printEvaluation({evaluation,
                                                     work.store.info().name,
                                                     work.store.info().isSimulated(),
                                                     std::nullopt,
                                                     std::nullopt},
                                                    stamp,
                                                    path);
        if (!printed) {
            return printed.error();
        }
        (void)stampPdf(path, stamp, QFileInfo(path).completeBaseName());
        return {};
    }
    if (ending == "csv"_L1) {
        return writeFigures(evaluation, form, CsvReader::Programs, stamp, path);
    }
    const Result<void> written =
        writeWhole(path, QJsonDocument(toJson(evaluation, work.store.info().timeZone)).toJson());
    return written ? writeStampBeside(path, stamp) : written;
}

ExitStatus tellEvaluation(const Work &work)
{
    const QString out = work.arguments.value("out");
    if (out.isEmpty() && !work.arguments.has("json")) {
        return wrongUsage(Words::tr("Say where the figures go: --out FILE, or --json."));
    }
    static const QStringList endings{u"csv"_s, u"xlsx"_s, u"ods"_s, u"pdf"_s, u"json"_s};
    if (!out.isEmpty() && !endings.contains(QFileInfo(out).suffix().toLower())) {
        return wrongUsage(
            Words::tr("Figures are written as one of: %1").arg(endings.join(u", "_s)));
    }
    if (!out.isEmpty()) {
        if (const Result<void> target = checkOutput(out, {work.arguments.at(0)}); !target) {
            return failWith(target.error());
        }
    }
    Result<Evaluation> evaluation = Error{};
    {
        ProgressLine progress(Words::tr("counting"));
        evaluation =
            readEvaluation(work.store, work.order, work.asOf, [&] { return progress.show(0); });
    }
    if (!evaluation) {
        return failWith(evaluation.error());
    }
    if (!out.isEmpty()) {
        const bool isPaper = out.endsWith(".pdf"_L1, Qt::CaseInsensitive);
        const OutputNote note{isPaper ? AuditKind::Print : AuditKind::Export,
                              Thing::Statistics,
                              u"evaluation"_s,
                              out,
                              evaluation.value().rows.size()};
        const Result<Stamp> stamp = allowOutput(work.store, note, work.actor());
        const Result<void> written = stamp ? writeFile(work, evaluation.value(), stamp.value())
                                           : Result<void>(stamp.error());
        if (!written) {
            return failWith(written.error());
        }
        say(Words::tr("%n case(s)", nullptr, static_cast<int>(evaluation.value().visited)) +
            u", "_s +
            Words::tr("%n unit(s)", nullptr, static_cast<int>(evaluation.value().rows.size())) +
            u": "_s + out);
    }
    if (work.arguments.has("json")) {
        printJson(QJsonDocument(toJson(evaluation.value(), work.store.info().timeZone)));
    }
    return ExitStatus::Done;
}

/** "in_time_closing" or "in_time_closing_other". */
std::optional<FigureKey> figureFrom(const QString &text)
{
    for (const IndicatorDefinition &one : indicatorDefinitions()) {
        if (columnId(one) == text) {
            return FigureKey{one.indicator, one.definition, std::nullopt, FigureSide::Whole};
        }
    }
    return std::nullopt;
}

ExitStatus tellCases(const Work &work)
{
    std::optional<FigureKey> figure = figureFrom(work.arguments.value("cases"));
    if (!figure) {
        QStringList known;
        for (const IndicatorDefinition &one : indicatorDefinitions()) {
            known.append(columnId(one));
        }
        return wrongUsage(Words::tr("There is no indicator “%1”. Known are: %2")
                              .arg(work.arguments.value("cases"), known.join(u", "_s)));
    }
    if (work.arguments.has("unit")) {
        figure->unit = work.arguments.value("unit");
    }
    if (work.arguments.has("numerator")) {
        figure->side = FigureSide::Part;
    } else if (work.arguments.has("rest")) {
        figure->side = FigureSide::Rest;
    }
    Result<FigureCases> found = Error{};
    {
        ProgressLine progress(Words::tr("counting"));
        found = readCasesBehind(work.store, work.order, *figure, work.asOf, kMostListed, [&] {
            return progress.show(0);
        });
    }
    if (!found) {
        return failWith(found.error());
    }
    if (figure->unit && found.value().total == 0) {
        // Nothing counts for the unit, or there is none of that code.
        const Result<Evaluation> all = readEvaluation(work.store, work.order, work.asOf);
        if (!all || all.value().row(*figure->unit) == nullptr) {
            return failWith(all ? Error{ErrorCode::NotFound,
                                        Words::tr("There is no unit “%1” among these: see --by and "
                                                  "the codes in its figures.")
                                            .arg(*figure->unit),
                                        {}}
                                : all.error());
        }
    }
    QJsonArray cases;
    for (qsizetype place = 0; place < found.value().cases.size(); ++place) {
        QJsonObject one = toJson(found.value().cases.at(place), work.asOf);
        one.insert(u"numerator"_s, found.value().isPart.at(place));
        cases.append(one);
    }
    printJson(QJsonDocument(cases));
    return ExitStatus::Done;
}

} // namespace

ExitStatus runEvaluate(const QStringList &given)
{
    const Result<CommandArguments> parsed =
        CommandArguments::parse(given,
                                withActor({{"period", "P"},
                                           {"by", "LEVEL", "district"},
                                           {"out", "FILE"},
                                           {"at", "TIME"},
                                           {"both"},
                                           {"names"},
                                           {"counts"},
                                           {"cases", "INDICATOR"},
                                           {"unit", "CODE"},
                                           {"numerator"},
                                           {"rest"},
                                           {"definitions"},
                                           {"json"}}),
                                0,
                                1);
    if (!parsed) {
        return wrongUsage(parsed.error().message);
    }
    const CommandArguments &arguments = parsed.value();
    if (arguments.has("definitions")) {
        printText(definitionsDocument().trimmed());
        return ExitStatus::Done;
    }
    if (arguments.count() != 1) {
        return wrongUsage(Words::tr("Say which store."));
    }
    if (!arguments.has("period")) {
        return wrongUsage(Words::tr("Say which period: --period 2026-11."));
    }
    const Result<Period> period = Period::fromText(arguments.value("period"));
    const std::optional<EvaluationLevel> level = evaluationLevelFromId(arguments.value("by"));
    const Result<std::optional<Instant>> at = arguments.time("at");
    if (!period || !at) {
        return wrongUsage(period ? at.error().message : period.error().message);
    }
    if (!level) {
        return wrongUsage(Words::tr("“%1” is no level. Levels are: %2")
                              .arg(arguments.value("by"), evaluationLevelIds().join(u", "_s)));
    }
    const Result<CommandSeat> opened = openSeat(arguments);
    if (!opened) {
        return failWith(opened.error());
    }
    const CommandSeat &seat = opened.value();
    const Work work{*seat.store,
                    arguments,
                    {period.value(), *level, arguments.has("both")},
                    seat.clock->now(),
                    seat.user};
    return arguments.has("cases") ? tellCases(work) : tellEvaluation(work);
}

} // namespace gridward
