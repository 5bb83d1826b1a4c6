// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commandio.h"

#include "models/store/geopackagestore.h"
#include "models/store/storelocation.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

std::atomic<bool> sInterrupted = false;

} // namespace

ExitStatus statusOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::InvalidInput:
        return ExitStatus::WrongUsage;
    case ErrorCode::NotFound:
    case ErrorCode::Unreachable:
        return ExitStatus::Unreachable;
    case ErrorCode::Refused:
    case ErrorCode::SignInNeeded:
    case ErrorCode::Conflict:
        return ExitStatus::Refused;
    default:
        return ExitStatus::Failed;
    }
}

void say(const QString &text)
{
    std::fprintf(stderr, "gridward: %s\n", qUtf8Printable(text));
}

ExitStatus failWith(const Error &error)
{
    say(error.message);
    return statusOf(error);
}

ExitStatus wrongUsage(const QString &message)
{
    say(message);
    say(Words::tr("gridward --help tells what there is."));
    return ExitStatus::WrongUsage;
}

void printJson(const QJsonDocument &document)
{
    std::printf("%s\n", document.toJson(QJsonDocument::Compact).constData());
}

void printText(const QString &text)
{
    QString shown = text; // what somebody typed must not steer the terminal
    for (QChar &c : shown) {
        if (c.category() == QChar::Other_Control && c != u'\n' && c != u'\t') {
            c = QChar::ReplacementCharacter;
        }
    }
    std::printf("%s\n", qUtf8Printable(shown));
}

bool outputArrived()
{
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

Result<CommandArguments> CommandArguments::parse(const QStringList &arguments,
                                                 const QList<OptionSpec> &options,
                                                 int fewest,
                                                 int most)
{
    QCommandLineParser parser;
    for (const OptionSpec &option : options) {
        const QString name = QString::fromLatin1(option.name);
        if (option.value == nullptr) {
            parser.addOption({name, {}});
        } else {
            parser.addOption({name,
                              {},
                              QString::fromLatin1(option.value),
                              QString::fromLatin1(option.standard)});
        }
    }
    if (!parser.parse(QStringList{u"gridward"_s} + arguments)) {
        return Error{ErrorCode::InvalidInput, parser.errorText(), {}};
    }
    CommandArguments result;
    result.mPositional = parser.positionalArguments();
    if (result.mPositional.size() < fewest) {
        return Error{ErrorCode::InvalidInput, Words::tr("Something is missing."), {}};
    }
    if (result.mPositional.size() > most) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("“%1” is too much.").arg(result.mPositional.value(most)),
                     {}};
    }
    for (const OptionSpec &option : options) {
        const QString name = QString::fromLatin1(option.name);
        if (parser.isSet(name)) {
            result.mValues.insert(
                name, option.value == nullptr ? QStringList{QString()} : parser.values(name));
        } else if (option.standard != nullptr) {
            result.mValues.insert(u"default:"_s + name, {QString::fromLatin1(option.standard)});
        }
    }
    return result;
}

bool CommandArguments::has(const char *option) const
{
    return mValues.contains(QString::fromLatin1(option));
}

QString CommandArguments::value(const char *option) const
{
    const QStringList all = values(option);
    return all.isEmpty() ? QString() : all.last();
}

QStringList CommandArguments::values(const char *option) const
{
    const QString name = QString::fromLatin1(option);
    return mValues.value(name, mValues.value(u"default:"_s + name));
}

Result<qint64>
CommandArguments::number(const char *option, qint64 standard, qint64 least, qint64 most) const
{
    if (!has(option)) {
        return standard;
    }
    bool isNumber = false;
    const qint64 number = value(option).toLongLong(&isNumber);
    if (!isNumber || number < least || number > most) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("--%1 must be a whole number from %2 to %3.")
                         .arg(QLatin1String(option))
                         .arg(least)
                         .arg(most),
                     {}};
    }
    return number;
}

Result<std::optional<Instant>> CommandArguments::time(const char *option) const
{
    if (!has(option)) {
        return std::optional<Instant>();
    }
    const std::optional<Instant> instant = instantFromIso(value(option));
    if (!instant) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("--%1 must be a time such as 2026-11-21T08:00:00+08:00.")
                         .arg(QLatin1String(option)),
                     {}};
    }
    return instant;
}

std::optional<GeoPoint> placeFrom(const QString &text)
{
    const QStringList parts = text.split(u',');
    bool isLongitude = false;
    bool isLatitude = false;
    const GeoPoint place{parts.value(0).trimmed().toDouble(&isLongitude),
                         parts.value(1).trimmed().toDouble(&isLatitude)};
    return parts.size() == 2 && isLongitude && isLatitude && isValid(place) ? std::optional(place)
                                                                            : std::nullopt;
}

Result<void> checkOutput(const QString &path, const QStringList &inputs)
{
    const QFileInfo target(path);
    if (!target.exists()) {
        return {};
    }
    const bool isInput = std::ranges::any_of(
        inputs, [&](const QString &input) { return QFileInfo(input) == target; });
    const Result<bool> isStore = isInput ? Result<bool>(false) : GeoPackageStore::isStore(path);
    if (!isStore) {
        return isStore.error();
    }
    if (!isInput && !isStore.value()) {
        return {};
    }
    return Error{
        ErrorCode::Refused,
        isInput ? Words::tr("“%1” is read from; it cannot be written to as well. Name "
                            "another file.")
                      .arg(path)
                : Words::tr("“%1” is a store and was left alone. Name another file.").arg(path),
        {}};
}

Result<void> checkClaims(const Store &store, bool claimsTime)
{
    if (store.info().trustsClaims() || !claimsTime) {
        return {};
    }
    return Error{ErrorCode::Refused,
                 Words::tr("--at is taken at its word in demo and drill stores only; this is a "
                           "real one."),
                 {}};
}

ProgressLine::ProgressLine(QString what)
    : mWhat(std::move(what))
    , mTerminal(::isatty(STDERR_FILENO) == 1)
{
    sInterrupted = false;
    std::signal(SIGINT, [](int) { sInterrupted = true; });
    std::signal(SIGTERM, [](int) { sInterrupted = true; });
}

ProgressLine::~ProgressLine()
{
    if (mTerminal && mShown >= 0) {
        std::fprintf(stderr, "\n");
    }
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

bool ProgressLine::show(int percent, const QString &more)
{
    // A log file gets a line every ten percent, a terminal the same line again and again.
    const int step = mTerminal ? percent : percent / 10 * 10;
    if (step != mShown) {
        mShown = step;
        std::fprintf(stderr,
                     mTerminal ? "\rgridward: %s %d %%  %s" : "gridward: %s %d %% %s\n",
                     qUtf8Printable(mWhat),
                     step,
                     qUtf8Printable(more));
        std::fflush(stderr);
    }
    return !sInterrupted;
}

} // namespace gridward
