// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlanalyses.h"

#include "models/domain/caseevent.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SqlAnalyses)
};

const auto kTable = u"gridward_analyses"_s;
constexpr qsizetype kLongestName = 100;
constexpr qsizetype kLargest = 64 * 1024; ///< bytes of a question

Error notFound(const QString &name)
{
    return {ErrorCode::NotFound, Words::tr("There is no analysis of the name “%1”.").arg(name), {}};
}

} // namespace

SqlAnalyses::SqlAnalyses(SqlConnection &connection,
                         StoreGuard &guard,
                         std::function<Result<void>(const QString &)> noteChange)
    : mConnection(connection)
    , mGuard(guard)
    , mNoteChange(std::move(noteChange))
{
}

Result<QList<StoredAnalysis>> SqlAnalyses::read(const QString &name)
{
    if (const Result<void> may = mGuard.may(Thing::Statistics, u"see"_s); !may) {
        return may.error();
    }
    Result<SqlStatement> prepared =
        mConnection.prepare(u"SELECT name, made_by, made_at, question, data_version, data_hash, "
                            "result_hash FROM gridward_analyses WHERE ? = '' OR name = ? "
                            "ORDER BY name"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement row = std::move(prepared).value();
    if (const Result<void> run = row.bind(name).bind(name).run(); !run) {
        return run.error();
    }
    QList<StoredAnalysis> found;
    while (row.next()) {
        found.append({row.text(0),
                      row.text(1),
                      row.instant(2).value_or(Instant{}),
                      QJsonDocument::fromJson(row.text(3).toUtf8()).object(),
                      row.longNumber(4),
                      QByteArray::fromHex(row.text(5).toLatin1()),
                      QByteArray::fromHex(row.text(6).toLatin1())});
    }
    return found;
}

Result<QList<StoredAnalysis>> SqlAnalyses::analyses()
{
    return read({});
}

Result<StoredAnalysis> SqlAnalyses::analysis(const QString &name)
{
    const Result<QList<StoredAnalysis>> found = read(name);
    if (!found) {
        return found.error();
    }
    return name.isEmpty() || found.value().isEmpty() ? Result<StoredAnalysis>(notFound(name))
                                                     : found.value().first();
}

Result<void> SqlAnalyses::checkMaker(const QString &name)
{
    const Result<StoredAnalysis> former = analysis(name);
    if (!former) {
        return former.error();
    }
    const bool isOwn = mGuard.isOpen() || mGuard.acting()->name == former.value().madeBy;
    if (!isOwn && !mGuard.may(Thing::Store, u"change"_s)) {
        return Error{ErrorCode::Conflict,
                     Words::tr("The analysis “%1” was made by %2. Take another name.")
                         .arg(name, former.value().madeBy),
                     {}};
    }
    return {};
}

Result<void> SqlAnalyses::save(const StoredAnalysis &analysis)
{
    const QByteArray question = QJsonDocument(analysis.question).toJson(QJsonDocument::Compact);
    const QString name = analysis.name.trimmed();
    if (name.isEmpty() || name.size() > kLongestName || question.size() > kLargest) {
        return Error{
            ErrorCode::InvalidInput,
            Words::tr("An analysis needs a name of 1 to %1 characters, and a question that "
                      "is not longer than %2 bytes. Shorten it.")
                .arg(kLongestName)
                .arg(kLargest),
            {}};
    }
    return mConnection.transaction([&]() -> Result<void> {
        if (Result<void> may = checkMaker(name); !may && may.error().code != ErrorCode::NotFound) {
            return may;
        }
        Result<SqlStatement> prepared = mConnection.prepare(
            u"INSERT INTO gridward_analyses (name, made_by, made_at, question, data_version, "
            "data_hash, result_hash) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET "
            "made_by = excluded.made_by, made_at = excluded.made_at, question = excluded.question, "
            "data_version = excluded.data_version, data_hash = excluded.data_hash, "
            "result_hash = excluded.result_hash"_s);
        if (!prepared) {
            return prepared.error();
        }
        {
            SqlStatement row = std::move(prepared).value();
            row.bind(name)
                .bind(mGuard.acting() ? mGuard.acting()->name : programAccount())
                .bind(std::optional(analysis.madeAt))
                .bind(QString::fromUtf8(question))
                .bind(analysis.dataVersion)
                .bind(QString::fromLatin1(analysis.dataHash.toHex()))
                .bind(QString::fromLatin1(analysis.resultHash.toHex()));
            if (Result<void> run = row.run(); !run) {
                return run;
            }
        }
        return mNoteChange(kTable);
    });
}

Result<void> SqlAnalyses::remove(const QString &name)
{
    return mConnection.transaction([&]() -> Result<void> {
        if (Result<void> may = checkMaker(name); !may) {
            return may;
        }
        Result<SqlStatement> prepared =
            mConnection.prepare(u"DELETE FROM gridward_analyses WHERE name = ?"_s);
        if (!prepared) {
            return prepared.error();
        }
        {
            SqlStatement row = std::move(prepared).value();
            if (Result<void> run = row.bind(name).run(); !run) {
                return run;
            }
        }
        return mNoteChange(kTable);
    });
}

} // namespace gridward
