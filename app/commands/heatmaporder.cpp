// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/heatmaporder.h"

#include "app/languages.h"
#include "gis/heat/heatpapers.h"
#include "models/service/analysiscodes.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTimeZone>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeatmapCommand)
};

constexpr int kLargestSide = 16384;
constexpr int kSmallestSide = 64;
constexpr qint64 kMostDpi = 1200;
constexpr int kMostThreads = 256;
constexpr qsizetype kMostPictures = 1000;
constexpr int kFewestClasses = 2;
constexpr int kMostClasses = 12;

Error wrong(const QString &message)
{
    return {ErrorCode::InvalidInput, message, {}};
}

QString kernelNames()
{
    QStringList names;
    for (const KernelShape shape : allKernelShapes()) {
        names.append(codeOf(shape));
    }
    return names.join(u", "_s);
}

/** A number above 0; the standard one if the option is absent. */
Result<double> lengthOf(const CommandArguments &arguments, const char *option, const QString &text)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(value) || value <= 0.0) {
        return wrong(Words::tr("--%1 must be a number above 0, not “%2”.")
                         .arg(QLatin1String(option), arguments.value(option)));
    }
    return value;
}

/** "300", "scott", "adaptive:400". */
Result<void> readBandwidth(const CommandArguments &arguments, HeatRecipe &recipe)
{
    const QString text = arguments.value("bandwidth");
    const QString name = text.section(u':', 0, 0);
    const std::optional<BandwidthRule> rule = bandwidthRuleOf(name);
    const bool isAdaptive = rule == BandwidthRule::Adaptive;
    if (rule && *rule != BandwidthRule::ByHand && (isAdaptive || name == text)) {
        recipe.rule = *rule;
        if (name == text) {
            return {};
        }
    }
    const QString metres = isAdaptive ? text.section(u':', 1) : text;
    const Result<double> length = lengthOf(arguments, "bandwidth", metres);
    if (!length) {
        return wrong(
            Words::tr("--bandwidth must be metres above 0, scott, silverman, likelihood or "
                      "adaptive:METRES, not “%1”.")
                .arg(text));
    }
    recipe.bandwidth = length.value();
    return {};
}

Result<void> readRecipe(const CommandArguments &arguments, HeatRecipe &recipe)
{
    const std::optional<KernelShape> shape = kernelShapeOf(arguments.value("kernel"));
    if (!shape) {
        return wrong(Words::tr("--kernel must be one of: %1").arg(kernelNames()));
    }
    recipe.shape = *shape;
    if (const Result<void> read = readBandwidth(arguments, recipe); !read) {
        return read;
    }
    const Result<double> cell = lengthOf(arguments, "cell", arguments.value("cell"));
    if (!cell) {
        return cell.error();
    }
    recipe.cell = cell.value();
    const std::optional<HeatUnit> unit = heatUnitOf(arguments.value("unit"));
    if (!unit) {
        return wrong(Words::tr("--unit must be one of: per-km2, per-km2-month, per-10000"));
    }
    recipe.unit = *unit;
    if (arguments.has("half-life")) {
        const Result<double> days = lengthOf(arguments, "half-life", arguments.value("half-life"));
        if (!days) {
            return days.error();
        }
        recipe.halfLifeDays = days.value();
    }
    if (arguments.has("least-denominator")) {
        const Result<double> least =
            lengthOf(arguments, "least-denominator", arguments.value("least-denominator"));
        if (!least) {
            return least.error();
        }
        recipe.leastDenominator = least.value();
    }
    recipe.isEdgeCorrected = arguments.has("edge");
    return {};
}

Result<std::optional<PlaneBox>> readExtent(const CommandArguments &arguments)
{
    if (!arguments.has("extent")) {
        return std::optional<PlaneBox>();
    }
    const QStringList parts = arguments.value("extent").split(u',');
    QList<double> sides;
    for (const QString &part : parts) {
        bool isNumber = false;
        sides.append(part.trimmed().toDouble(&isNumber));
        if (!isNumber || !std::isfinite(sides.last())) {
            sides.clear();
            break;
        }
    }
    if (sides.size() != 4 || !(sides.at(0) < sides.at(2)) || !(sides.at(1) < sides.at(3))) {
        return wrong(Words::tr("--extent must be west, south, east and north in metres of the "
                               "coordinate system, as in --extent 500000,4400000,510000,4410000."));
    }
    return std::optional(PlaneBox{sides.at(0), sides.at(1), sides.at(2), sides.at(3)});
}

/** A moment, or a day: its midnight in the zone. */
Result<std::optional<Instant>>
readMoment(const CommandArguments &arguments, const char *option, const QString &timeZone)
{
    const QString text = arguments.value(option);
    // Qt reads the day of a time as well, and the time would be lost.
    const QDate day =
        text.contains(u'T') || text.contains(u' ') ? QDate() : QDate::fromString(text, Qt::ISODate);
    if (arguments.has(option) && day.isValid() && !timeZone.isEmpty()) {
        const QDateTime midnight(day, QTime(0, 0), QTimeZone(timeZone.toLatin1()));
        return std::optional(Instant(std::chrono::milliseconds(midnight.toMSecsSinceEpoch())));
    }
    return arguments.time(option);
}

Result<void> readStudy(const CommandArguments &arguments, const QString &timeZone, HeatmapJob &job)
{
    if (const Result<void> read = readRecipe(arguments, job.study.recipe); !read) {
        return read;
    }
    const Result<std::optional<PlaneBox>> extent = readExtent(arguments);
    const Result<std::optional<Instant>> from = readMoment(arguments, "from", timeZone);
    const Result<std::optional<Instant>> to = readMoment(arguments, "to", timeZone);
    const Result<qint64> fewest = arguments.number("k", 0, 1, 1'000'000);
    const Result<qint64> threads = arguments.number("threads", 0, 1, kMostThreads);
    for (const auto *one : {&from, &to}) {
        if (!*one) {
            return one->error();
        }
    }
    for (const auto *one : {&fewest, &threads}) {
        if (!*one) {
            return one->error();
        }
    }
    if (!extent) {
        return extent.error();
    }
    if (from.value() && to.value() && *from.value() >= *to.value()) {
        return wrong(Words::tr("--from must be before --to."));
    }
    job.study.extent = extent.value();
    job.study.crs = arguments.value("crs");
    job.study.from = from.value();
    job.study.to = to.value();
    job.study.denominator = arguments.value("denominator");
    job.study.edge = arguments.value("edge");
    job.study.fewest = fewest.value();
    job.study.threads = static_cast<int>(threads.value());
    const HeatRecipe &recipe = job.study.recipe;
    if (recipe.unit == HeatUnit::PerTenThousand && job.study.denominator.isEmpty()) {
        return wrong(Words::tr("--unit per-10000 needs people to divide by: name their file by "
                               "--denominator FILE:FIELD."));
    }
    if (recipe.unit != HeatUnit::PerTenThousand && !job.study.denominator.isEmpty()) {
        return wrong(Words::tr("--denominator goes with --unit per-10000."));
    }
    return {};
}

Result<void>
readCompared(const CommandArguments &arguments, const QString &timeZone, HeatmapJob &job)
{
    const Result<std::optional<Instant>> from = readMoment(arguments, "against-from", timeZone);
    const Result<std::optional<Instant>> to = readMoment(arguments, "against-to", timeZone);
    if (!from || !to) {
        return from ? to.error() : from.error();
    }
    const QString how = arguments.value("compare");
    if (how.isEmpty() && !from.value() && !to.value()) {
        return {};
    }
    const std::optional<HeatCompare> compare = heatCompareFromId(how);
    if (!compare || *compare == HeatCompare::Off) {
        return wrong(Words::tr("--compare must be one of: difference, ratio"));
    }
    if (!job.study.from || !job.study.to || !from.value() || !to.value()) {
        return wrong(Words::tr("--compare needs both periods: --from, --to, --against-from and "
                               "--against-to."));
    }
    if (*from.value() >= *to.value()) {
        return wrong(Words::tr("--against-from must be before --against-to."));
    }
    job.study.compare = *compare;
    job.study.otherFrom = from.value();
    job.study.otherTo = to.value();
    return {};
}

/** "5", "smooth", "0,10,25,50". */
Result<void>
readClasses(const CommandArguments &arguments, const QString & /*timeZone*/, HeatmapJob &job)
{
    if (!arguments.has("classes")) {
        return arguments.has("class-method")
                   ? wrong(Words::tr("--class-method goes with --classes N."))
                   : Result<void>();
    }
    const QString ending = QFileInfo(job.out).suffix().toLower();
    if (!needsMapEngine(ending)) {
        return wrong(Words::tr("--classes goes with .png, .pdf, .svg, .gpkg and .qgz: the values "
                               "of a .%1 have none.")
                         .arg(ending));
    }
    if (job.study.compare == HeatCompare::Ratio) {
        return wrong(Words::tr("A ratio has its own classes: leave --classes out."));
    }
    const std::optional<HeatClasses> method = heatClassesFromId(arguments.value("class-method"));
    if (!method || *method == HeatClasses::Smooth) {
        const QStringList ids{toId(HeatClasses::EqualSteps),
                              toId(HeatClasses::Quantiles),
                              toId(HeatClasses::Natural)};
        return wrong(Words::tr("--class-method must be one of: %1").arg(ids.join(u", "_s)));
    }
    const QString text = arguments.value("classes");
    if (text == "smooth"_L1) {
        return {};
    }
    QStringList parts = text.split(u',');
    bool isNumber = false;
    const int count = text.toInt(&isNumber);
    const bool isDifference = job.study.compare == HeatCompare::Difference;
    if (isNumber && count >= kFewestClasses && count <= kMostClasses) {
        if (isDifference && *method != HeatClasses::EqualSteps) {
            return wrong(Words::tr("A difference has equal steps to both sides of 0: leave "
                                   "--class-method out."));
        }
        job.look.classes = *method;
        job.look.classCount = count;
        return {};
    }
    std::vector<double> breaks{0.0};
    for (const QString &part : std::as_const(parts)) {
        const double value = part.trimmed().toDouble(&isNumber);
        isNumber = isNumber && std::isfinite(value) && value >= 0.0 &&
                   (value > breaks.back() || (value == 0.0 && breaks.size() == 1));
        if (!isNumber || parts.size() < 2) {
            return wrong(Words::tr("--classes must be smooth, a number from %1 to %2, or rising "
                                   "breaks from 0 upwards as in --classes 0,10,25,50, not “%3”.")
                             .arg(kFewestClasses)
                             .arg(kMostClasses)
                             .arg(text));
        }
        if (value > 0.0) {
            breaks.push_back(value);
        }
    }
    if (isDifference || arguments.has("class-method")) {
        return wrong(Words::tr("Breaks go without --compare and without --class-method."));
    }
    job.look.breaks = breaks;
    return {};
}

Result<void> readPaper(const CommandArguments &arguments, HeatmapJob &job)
{
    const QString ending = QFileInfo(job.out).suffix().toLower();
    const bool isPaper = ending == "pdf"_L1 || ending == "svg"_L1;
    if (isPaper || arguments.has("paper")) {
        job.paper = arguments.has("paper") ? arguments.value("paper").toUpper() : u"A4"_s;
        if (!paperNames().contains(job.paper)) {
            return wrong(Words::tr("--paper must be one of: %1").arg(paperNames().join(u", "_s)));
        }
        if (!isPaper && ending != "png"_L1) {
            return wrong(Words::tr("--paper goes with .pdf, .svg and .png."));
        }
    }
    if (arguments.has("template")) {
        if (job.paper.isEmpty() && ending != "png"_L1) {
            return wrong(Words::tr("--template goes with .pdf, .svg and .png."));
        }
        job.look.frame = arguments.value("template");
        if (!arguments.has("paper")) {
            job.paper = u"template"_s; // as large as that is
        }
    }
    const Result<qint64> dpi = arguments.number("dpi", 300, 36, kMostDpi);
    if (!dpi) {
        return dpi.error();
    }
    job.dpi = static_cast<double>(dpi.value());
    static const QRegularExpression pattern(u"^([0-9]{2,5})[xX×]([0-9]{2,5})$"_s);
    const QRegularExpressionMatch size = pattern.match(arguments.value("size"));
    job.size = QSize(size.captured(1).toInt(), size.captured(2).toInt());
    const QSize most(kLargestSide, kLargestSide);
    const QSize least(kSmallestSide, kSmallestSide);
    if (job.size.boundedTo(most).expandedTo(least) != job.size) {
        return wrong(
            Words::tr("--size must be WIDTHxHEIGHT, from 64x64 to %1x%1.").arg(kLargestSide));
    }
    return {};
}

Result<void>
readSeries(const CommandArguments &arguments, const QString &timeZone, HeatmapOrder &order)
{
    const QString every = arguments.value("every");
    const HeatmapJob &job = order.job;
    order.folder = arguments.value("out-dir");
    const bool isStep = every == "day"_L1 || every == "week"_L1 || every == "month"_L1;
    if (!isStep || order.folder.isEmpty() || arguments.has("out") || !job.study.from ||
        !job.study.to) {
        return wrong(Words::tr("--every must be day, week or month, and goes with --from, --to and "
                               "--out-dir DIR instead of --out."));
    }
    order.parts = partsOf(*job.study.from,
                          *job.study.to,
                          every == "month"_L1  ? SeriesStep::Month
                          : every == "week"_L1 ? SeriesStep::Week
                                               : SeriesStep::Day,
                          timeZone);
    if (order.parts.size() > kMostPictures) {
        return wrong(Words::tr("That would be %1 pictures. Take longer steps by --every, or a "
                               "shorter period.")
                         .arg(order.parts.size()));
    }
    return {};
}

} // namespace

QList<OptionSpec> heatmapOptions()
{
    return {{"kernel", "NAME", "quartic"},
            {"bandwidth", "METRES", "300"},
            {"cell", "METRES", "25"},
            {"extent", "W,S,E,N"},
            {"from", "TIME"},
            {"to", "TIME"},
            {"compare", "HOW"},
            {"against-from", "TIME"},
            {"against-to", "TIME"},
            {"time", "FIELD"},
            {"where", "EXPR"},
            {"weight", "FIELD"},
            {"layer", "NAME"},
            {"crs", "CRS"},
            {"half-life", "DAYS"},
            {"unit", "UNIT", "per-km2"},
            {"denominator", "FILE"},
            {"least-denominator", "N"},
            {"edge", "FILE"},
            {"k", "N"},
            {"title", "T"},
            {"lang", "L"},
            {"paper", "P"},
            {"dpi", "N"},
            {"size", "WxH", "1600x1200"},
            {"ramp", "NAME", "viridis"},
            {"classes", "CLASSES"},
            {"class-method", "NAME", "equal"},
            {"template", "FILE"},
            {"no-legend"},
            {"all"},
            {"threads", "N"},
            {"atlas", "LEVEL"},
            {"every", "STEP"},
            {"out-dir", "DIR"},
            {"out", "FILE"},
            {"at", "TIME"},
            {"json"}};
}

Result<HeatmapOrder> heatmapOrder(const CommandArguments &arguments, const QString &timeZone)
{
    HeatmapOrder order;
    HeatmapJob &job = order.job;
    const bool isSeries = arguments.has("every") || arguments.has("out-dir");
    job.out = isSeries ? u"heat.png"_s : arguments.value("out");
    const QString ending = QFileInfo(job.out).suffix().toLower();
    if (job.out.isEmpty() || (ending != "tiff"_L1 && !heatmapEndings().contains(ending))) {
        return wrong(
            Words::tr("Say where the heat map goes: --out FILE, whose ending is one of: %1")
                .arg(heatmapEndings().join(u", "_s)));
    }
    const QString language = arguments.value("lang");
    if (!language.isEmpty() && !Languages::available().contains(language)) {
        return wrong(
            Words::tr("--lang must be one of: %1").arg(Languages::available().join(u", "_s)));
    }
    if (const Result<void> read = readStudy(arguments, timeZone, job); !read) {
        return read.error();
    }
    if (const Result<void> read = readPaper(arguments, job); !read) {
        return read.error();
    }
    const std::optional<HeatRamp> ramp = heatRampFromId(arguments.value("ramp"));
    if (!ramp) {
        return wrong(
            Words::tr("--ramp must be one of: %1").arg(u"viridis, magma, cividis, greys"_s));
    }
    job.look.ramp = *ramp;
    job.look.title = arguments.value("title");
    for (const auto read : {readCompared, readClasses}) {
        if (const Result<void> done = read(arguments, timeZone, job); !done) {
            return done.error();
        }
    }
    job.bare = arguments.has("no-legend");
    job.all = arguments.has("all");
    job.selection = arguments.value("where");
    job.points.layer = arguments.value("layer");
    job.points.where = job.selection;
    job.points.weightField = arguments.value("weight");
    job.points.timeField = arguments.value("time");
    job.points.from = job.study.from;
    job.points.to = job.study.to;
    job.points.crs = job.study.crs;
    const HeatRecipe &recipe = job.study.recipe;
    job.points.needsTimes =
        recipe.halfLifeDays > 0.0 || recipe.unit == HeatUnit::PerSquareKilometreAndMonth;
    if (arguments.has("atlas")) {
        if (arguments.value("atlas") != "street"_L1) {
            return wrong(Words::tr("--atlas must be: street"));
        }
        if (ending != "pdf"_L1) {
            return wrong(Words::tr("--atlas goes with a store and a .pdf."));
        }
        job.isAtlas = true;
    }
    if (isSeries && job.study.compare != HeatCompare::Off) {
        return wrong(Words::tr("--compare makes one file: take it without --every."));
    }
    if (isSeries) {
        if (const Result<void> read = readSeries(arguments, timeZone, order); !read) {
            return read.error();
        }
    }
    return order;
}

} // namespace gridward
