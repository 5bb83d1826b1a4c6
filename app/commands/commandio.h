// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exitstatus.h"
#include "models/domain/geopoint.h"
#include "models/domain/instant.h"
#include "models/domain/result.h"
#include "models/store/storeopening.h"

#include <QCommandLineParser>
#include <QJsonDocument>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace gridward {

/** The exit status that an error of this kind leads to. */
[[nodiscard]] ExitStatus statusOf(const Error &error);

/** Words for people, on standard error. */
void say(const QString &text);
/** Says why and gives the status. */
[[nodiscard]] ExitStatus failWith(const Error &error);
[[nodiscard]] ExitStatus wrongUsage(const QString &message);

/** JSON for scripts, on standard output, in one line. */
void printJson(const QJsonDocument &document);
void printText(const QString &text);
/** False if standard output could not take all of it. */
[[nodiscard]] bool outputArrived();

/** An option `--name VALUE`; a flag without a value name. */
struct OptionSpec
{
    const char *name;
    const char *value = nullptr;
    const char *standard = nullptr;
};

/**
 * The arguments of one command, checked: unknown options and a wrong number of positional arguments
 * are errors that name them.
 */
class CommandArguments
{
public:
    [[nodiscard]] static Result<CommandArguments>
    parse(const QStringList &arguments, const QList<OptionSpec> &options, int fewest, int most);

    [[nodiscard]] QString at(int index) const { return mPositional.value(index); }
    [[nodiscard]] int count() const { return static_cast<int>(mPositional.size()); }
    [[nodiscard]] bool has(const char *option) const;
    [[nodiscard]] QString value(const char *option) const;
    [[nodiscard]] QStringList values(const char *option) const;
    /** InvalidInput if it is there and no whole number from `least` to `most`. */
    [[nodiscard]] Result<qint64>
    number(const char *option, qint64 standard, qint64 least, qint64 most) const;
    /** A time; nothing if the option is absent, InvalidInput if it is none. */
    [[nodiscard]] Result<std::optional<Instant>> time(const char *option) const;

private:
    QHash<QString, QStringList> mValues;
    QStringList mPositional;
};

/** "LON,LAT". */
[[nodiscard]] std::optional<GeoPoint> placeFrom(const QString &text);

/**
 * Refused if writing to this file would destroy a store or one of the inputs: what is stored is
 * never lost by a slip of the fingers.
 */
[[nodiscard]] Result<void> checkOutput(const QString &path, const QStringList &inputs);

/** `--at` is a claim when something is written: only demo and drill stores take it. */
[[nodiscard]] Result<void> checkClaims(const Store &store, bool claimsTime);

/** Shows how far long work is, on standard error, on one line; knows when the user pressed Ctrl+C.
 */
class ProgressLine
{
public:
    explicit ProgressLine(QString what);
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;
    ~ProgressLine(); ///< ends the line

    /** False once the user wants to stop. Any thread. */
    bool show(int percent, const QString &more = {});

private:
    QString mWhat;
    int mShown = -1;
    bool mTerminal;
};

} // namespace gridward
