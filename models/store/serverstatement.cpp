// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/serverstatement.h"

#include <QCoreApplication>
#include <QLocale>
#include <QLoggingCategory>
#include <QRegularExpression>

#include <libpq-fe.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

Q_LOGGING_CATEGORY(serverLog, "gridward.models.store.server", QtInfoMsg)

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ServerStatement)
};

// Types of PostgreSQL's own catalogue (pg_type.oid), which never change.
constexpr Oid kBytes = 17;
constexpr Oid kTimeWithZone = 1184;
constexpr int kMilliseconds = 3; ///< digits
constexpr qsizetype kMostSaid = 200;

bool isOfWord(char letter)
{
    return letter == '_' || (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
           (letter >= 'A' && letter <= 'Z');
}

} // namespace

ServerStatement::ServerStatement(pg_conn *connection, QByteArray name, QByteArray text)
    : mConnection(connection)
    , mName(std::move(name))
    , mText(std::move(text))
{
}

ServerStatement::~ServerStatement()
{
    PQclear(mAnswer);
}

Result<void> ServerStatement::prepare()
{
    PGresult *answer = PQprepare(mConnection, mName.constData(), mText.constData(), 0, nullptr);
    const bool isDone = PQresultStatus(answer) == PGRES_COMMAND_OK;
    Result<void> result =
        isDone ? Result<void>() : Result<void>(server::errorOf(mConnection, answer, mText));
    PQclear(answer);
    return result;
}

void ServerStatement::bindNull()
{
    mValues.emplace_back();
}

void ServerStatement::bindText(const QByteArray &utf8)
{
    mValues.push_back({utf8, false, false});
}

void ServerStatement::bindBytes(const QByteArray &bytes)
{
    mValues.push_back({bytes, false, true});
}

void ServerStatement::bind(const QVariant &value)
{
    if (!value.isValid() || value.isNull()) {
        bindNull();
        return;
    }
    switch (value.typeId()) {
    case QMetaType::QByteArray:
        bindBytes(value.toByteArray());
        break;
    case QMetaType::Double:
        bindText(QByteArray::number(value.toDouble(), 'g', QLocale::FloatingPointShortest));
        break;
    case QMetaType::Bool:
        bindText(QByteArray(value.toBool() ? "1" : "0"));
        break;
    default:
        bindText(value.toString());
        break;
    }
}

Result<void> ServerStatement::run()
{
    std::vector<const char *> values;
    std::vector<int> lengths;
    std::vector<int> formats;
    values.reserve(mValues.size());
    lengths.reserve(mValues.size());
    formats.reserve(mValues.size());
    for (const Value &value : mValues) {
        values.push_back(value.isNull ? nullptr : value.content.constData());
        lengths.push_back(static_cast<int>(value.content.size()));
        formats.push_back(value.isBinary ? 1 : 0);
    }
    PQclear(mAnswer);
    mAnswer = PQexecPrepared(mConnection,
                             mName.constData(),
                             static_cast<int>(values.size()),
                             values.data(),
                             lengths.data(),
                             formats.data(),
                             0);
    mValues.clear();
    mRow = -1;
    mRows = 0;
    switch (PQresultStatus(mAnswer)) {
    case PGRES_TUPLES_OK:
        mRows = PQntuples(mAnswer);
        return {};
    case PGRES_COMMAND_OK:
        return {};
    default:
        return server::errorOf(mConnection, mAnswer, mText);
    }
}

void ServerStatement::finish()
{
    PQclear(mAnswer);
    mAnswer = nullptr;
    mValues.clear();
    mRow = -1;
    mRows = 0;
}

qint64 ServerStatement::changedRows() const
{
    return QByteArray(PQcmdTuples(mAnswer)).toLongLong();
}

bool ServerStatement::isNull(int column) const
{
    return PQgetisnull(mAnswer, mRow, column) == 1;
}

QByteArray ServerStatement::bytes(int column) const
{
    const char *value = PQgetvalue(mAnswer, mRow, column);
    const int length = PQgetlength(mAnswer, mRow, column);
    if (PQftype(mAnswer, column) == kBytes) {
        return QByteArray::fromHex(QByteArray::fromRawData(value, length).mid(2)); // behind "\x"
    }
    return {value, length};
}

QString ServerStatement::text(int column) const
{
    const QByteArray value = QByteArray::fromRawData(PQgetvalue(mAnswer, mRow, column),
                                                     PQgetlength(mAnswer, mRow, column));
    return PQftype(mAnswer, column) == kTimeWithZone ? server::isoOf(value)
                                                     : QString::fromUtf8(value);
}

qint64 ServerStatement::number(int column) const
{
    if (PQftype(mAnswer, column) == server::kTruth) {
        return *PQgetvalue(mAnswer, mRow, column) == 't' ? 1 : 0;
    }
    return QByteArray::fromRawData(PQgetvalue(mAnswer, mRow, column),
                                   PQgetlength(mAnswer, mRow, column))
        .toLongLong();
}

double ServerStatement::real(int column) const
{
    return QByteArray::fromRawData(PQgetvalue(mAnswer, mRow, column),
                                   PQgetlength(mAnswer, mRow, column))
        .toDouble();
}

namespace server {

QByteArray translated(const QString &sql)
{
    static const QRegularExpression hints(u" (?:NOT INDEXED|INDEXED BY \\w+)"_s);
    const QByteArray text = QString(sql).remove(hints).toUtf8();
    QByteArray result;
    result.reserve(text.size() + 16);
    int marks = 0;
    for (qsizetype at = 0; at < text.size();) {
        const char letter = text.at(at);
        qsizetype end = at + 1;
        if (letter == '\'' || letter == '"') {
            const qsizetype closing = text.indexOf(letter, end);
            end = closing < 0 ? text.size() : closing + 1;
        } else if (isOfWord(letter)) {
            while (end < text.size() && isOfWord(text.at(end))) {
                ++end;
            }
        }
        const QByteArray word = text.mid(at, end - at);
        if (word == "?") {
            result += '$' + QByteArray::number(++marks);
        } else if (word == "user") {
            result += "\"user\""; // without the quotes it is the role that asks
        } else if (word == "LIKE") {
            result += "ILIKE"; // SQLite's knows no case
        } else {
            result += word;
        }
        at = end;
    }
    return result;
}

void takeNotice(void * /*nothing*/, const pg_result *notice)
{
    qCDebug(serverLog).noquote() << "remark:" << QString::fromUtf8(PQresultErrorMessage(notice));
}

QString isoOf(const QByteArray &time)
{
    QByteArray iso = time;
    iso.replace(' ', 'T');
    if (iso.endsWith("+00")) {
        iso.chop(3);
    }
    const qsizetype point = iso.indexOf('.');
    if (point < 0) {
        iso += ".000";
    } else {
        iso = iso.left(point + 1 + kMilliseconds).leftJustified(point + 1 + kMilliseconds, '0');
    }
    return QString::fromLatin1(iso + 'Z');
}

Error errorOf(pg_conn *connection, const pg_result *answer, const QByteArray &sql)
{
    const char *field = PQresultErrorField(answer, PG_DIAG_SQLSTATE);
    const QByteArray state(field != nullptr ? field : "");
    const char *primary = PQresultErrorField(answer, PG_DIAG_MESSAGE_PRIMARY);
    const QString said =
        QString::fromUtf8(primary != nullptr ? primary : PQerrorMessage(connection)).trimmed();
    const QString detail = said + u" ["_s + QString::fromLatin1(state) + u"] ["_s +
                           QString::fromUtf8(sql.left(kMostSaid)) + u']';
    qCDebug(serverLog).noquote() << detail;
    const QByteArray group = state.left(2);
    if (PQstatus(connection) == CONNECTION_BAD || group == "08" || group == "57" ||
        state.isEmpty()) {
        return Error{ErrorCode::Unreachable,
                     Words::tr("The server does not answer. Nothing of this step was kept; try "
                               "again when it is back."),
                     detail};
    }
    if (state == "42501" || state == "25006" || group == "28") {
        return Error{ErrorCode::Refused,
                     Words::tr("The server does not let you do this. Ask the administrator for the "
                               "rights of your post."),
                     detail};
    }
    if (state == "55P03") {
        return Error{ErrorCode::Unreachable,
                     Words::tr("Somebody else has been writing to the store for too long. Nothing "
                               "of this step was kept; try again."),
                     detail};
    }
    if (group == "40") { // a deadlock, or no order of the two
        return Error{ErrorCode::Conflict,
                     Words::tr("Somebody else changed the same at the same moment. Nothing of this "
                               "step was kept; look at it and try again."),
                     detail};
    }
    if (group == "23") {
        return Error{
            ErrorCode::Conflict,
            Words::tr("The store refused this because it contradicts what is there: something of "
                      "the same name exists already, or something it refers to does not."),
            detail};
    }
    if (state == "53100") {
        return Error{
            ErrorCode::DiskFull,
            Words::tr("The disk of the server is full. Nothing of this step was kept; have "
                      "room made there, then try again."),
            detail};
    }
    if (group == "53" || group == "58") {
        return Error{ErrorCode::Unreachable,
                     Words::tr("The server cannot do this now: %1. Nothing of this step was kept; "
                               "try again.")
                         .arg(said),
                     detail};
    }
    return Error{
        ErrorCode::Internal, Words::tr("The store could not do this: %1").arg(said), detail};
}

} // namespace server

} // namespace gridward
