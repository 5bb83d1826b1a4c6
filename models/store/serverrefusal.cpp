// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/serverrefusal.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <libpq-fe.h>
#include <poll.h>

namespace gridward::server {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SqlConnection)
};

/** How long a connection that failed is tried again, to learn why. */
constexpr int kTrial = 5000; ///< milliseconds

/** What a server says without its codes, and where in its source it says so. */
QString plain(const QString &said)
{
    static const QRegularExpression code(QStringLiteral(" (28|42)[0-9A-Z]{3}:"));
    return said.trimmed().section(u'\n', 0, 0).remove(code);
}

} // namespace

std::optional<Error> refusalBy(const pg_conn *connection, const QString &why)
{
    const QByteArray said(PQerrorMessage(connection));
    const QString user = QString::fromUtf8(PQuser(connection));
    const bool needsPassword = PQconnectionNeedsPassword(connection) == 1;
    static const QRegularExpression code(QStringLiteral(":\\s+(28P01|28000|42501)\\b"));
    const QString state = code.match(QString::fromUtf8(said)).captured(1);
    if (needsPassword || state == u"28P01") {
        return Error{ErrorCode::SignInNeeded,
                     needsPassword
                         ? Words::tr("The server wants the password of “%1”. Put it into your pass "
                                     "file (~/.pgpass), or sign in at the window.")
                               .arg(user)
                         : Words::tr("The server does not know “%1” with that password.").arg(user),
                     why};
    }
    if (!state.isEmpty()) {
        return Error{ErrorCode::Refused,
                     Words::tr("The server does not let “%1” in: %2").arg(user, plain(why)),
                     QString::fromUtf8(said)};
    }
    return std::nullopt;
}

std::optional<Error> refusalOf(const QString &url, const QString &why)
{
    const QByteArray address = url.toUtf8();
    const std::array<const char *, 2> keys{"dbname", nullptr};
    const std::array<const char *, 2> values{address.constData(), nullptr};
    PGconn *trial = PQconnectStartParams(keys.data(), values.data(), 1);
    if (trial == nullptr) {
        return std::nullopt;
    }
    PQsetErrorVerbosity(trial, PQERRORS_SQLSTATE);
    PostgresPollingStatusType state = PGRES_POLLING_WRITING;
    while (state != PGRES_POLLING_OK && state != PGRES_POLLING_FAILED) {
        const bool reads = state == PGRES_POLLING_READING;
        pollfd socket{PQsocket(trial), static_cast<short>(reads ? POLLIN : POLLOUT), 0};
        if (socket.fd < 0 || poll(&socket, 1, kTrial) <= 0) {
            break;
        }
        state = PQconnectPoll(trial);
    }
    std::optional<Error> refusal = refusalBy(trial, why);
    PQfinish(trial);
    return refusal;
}

} // namespace gridward::server
