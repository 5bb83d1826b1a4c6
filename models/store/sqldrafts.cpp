// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqldrafts.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SqlDrafts)
};

constexpr qsizetype kLargest = 256 * 1024; ///< bytes: a form, not a file

} // namespace

SqlDrafts::SqlDrafts(SqlConnection &connection, StoreGuard &guard)
    : mConnection(connection)
    , mGuard(guard)
{
}

Result<QString> SqlDrafts::owner()
{
    if (mGuard.isOpen() || mGuard.acting()->name.isEmpty()) {
        return Error{
            ErrorCode::Refused, Words::tr("Nobody is signed in whose draft it could be."), {}};
    }
    return mGuard.acting()->name;
}

Result<QList<FormDraft>> SqlDrafts::drafts(const QString &form)
{
    const Result<QString> user = owner();
    if (!user) {
        return user.error();
    }
    Result<SqlStatement> prepared =
        mConnection.prepare(u"SELECT form, about, saved_at, content FROM gridward_drafts "
                            "WHERE user = ? AND (? = '' OR form = ?) "
                            "ORDER BY saved_at DESC, id DESC"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(user.value()).bind(form).bind(form).run(); !run) {
        return run.error();
    }
    QList<FormDraft> drafts;
    while (statement.next()) {
        drafts.append({statement.text(0),
                       statement.text(1),
                       statement.instant(2).value_or(Instant{}),
                       QJsonDocument::fromJson(statement.text(3).toUtf8()).object()});
    }
    return drafts;
}

Result<void> SqlDrafts::save(const FormDraft &draft)
{
    const Result<QString> user = owner();
    if (!user) {
        return user.error();
    }
    const QByteArray content = QJsonDocument(draft.content).toJson(QJsonDocument::Compact);
    if (content.size() > kLargest) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("The draft of this form is too long to be kept (%1 of %2 bytes).")
                         .arg(content.size())
                         .arg(kLargest),
                     {}};
    }
    return mConnection.erasing([&]() -> Result<void> {
        Result<SqlStatement> prepared = mConnection.prepare(
            u"INSERT INTO gridward_drafts (user, form, about, saved_at, content) "
            "VALUES (?, ?, ?, ?, ?) ON CONFLICT (user, form, about) "
            "DO UPDATE SET saved_at = excluded.saved_at, content = excluded.content"_s);
        if (!prepared) {
            return prepared.error();
        }
        SqlStatement statement = std::move(prepared).value();
        statement.bind(user.value()).bind(draft.form).bind(draft.about);
        return statement.bind(std::optional(draft.savedAt)).bind(QString::fromUtf8(content)).run();
    });
}

Result<void> SqlDrafts::remove(const QString &form, const QString &about)
{
    const Result<QString> user = owner();
    if (!user) {
        return user.error();
    }
    return mConnection.erasing([&]() -> Result<void> {
        Result<SqlStatement> prepared = mConnection.prepare(
            u"DELETE FROM gridward_drafts WHERE user = ? AND form = ? AND about = ?"_s);
        if (!prepared) {
            return prepared.error();
        }
        SqlStatement statement = std::move(prepared).value();
        return statement.bind(user.value()).bind(form).bind(about).run();
    });
}

} // namespace gridward
