// SPDX-License-Identifier: GPL-3.0-or-later
// What is read of the inbox: to each their own rows.
#include "models/store/inboxrows.h"
#include "models/store/sqlinbox.h"
#include "models/store/storeguard.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SqlInbox)
};

} // namespace

Result<void> SqlInbox::mayRead()
{
    const Result<void> may = mayWork({});
    return may || may.error().code != ErrorCode::Refused || !mayImport() ? may : Result<void>();
}

Result<bool> SqlInbox::isImporter(InboxId id)
{
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT 1 FROM gridward_inbox_log WHERE item = ? AND version = 1 AND actor = ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    const Result<void> run = statement.bind(id.value).bind(mGuard.acting()->name).run();
    return run ? Result<bool>(statement.next()) : Result<bool>(run.error());
}

Result<bool> SqlInbox::isTheirs(const InboxItem &item, QHash<QString, bool> &grids)
{
    auto known = grids.constFind(item.grid);
    if (known == grids.constEnd()) {
        const Result<void> may = mayWork(item.grid);
        if (!may && may.error().code != ErrorCode::Refused) {
            return may.error();
        }
        known = grids.insert(item.grid, may.isOk());
    }
    return *known ? Result<bool>(true) : isImporter(item.id);
}

Result<qint64> SqlInbox::lastChange()
{
    Result<SqlStatement> prepared = mConnection.prepare(
        mConnection.pick(u"SELECT coalesce(max(change), 0) FROM gridward_inbox"_s,
                         u"SELECT gridward_inbox_last_change()"_s));
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.run(); !run) {
        return run.error();
    }
    return statement.next() ? statement.longNumber(0) : 0;
}

Result<QList<InboxItem>> SqlInbox::read(SqlStatement statement)
{
    QList<InboxItem> items;
    SqlStatement rows = std::move(statement);
    if (const Result<void> run = rows.run(); !run) {
        return run.error();
    }
    while (rows.next()) {
        items.append(readInboxItem(rows));
    }
    return items;
}

Result<QList<InboxItem>> SqlInbox::theirs(QList<InboxItem> items)
{
    if (mGuard.isOpen()) {
        return items;
    }
    QHash<QString, bool> grids;
    QList<InboxItem> theirs;
    for (InboxItem &item : items) {
        const Result<bool> isOne = isTheirs(item, grids);
        if (!isOne) {
            return isOne.error();
        }
        if (isOne.value()) {
            theirs.append(std::move(item));
        }
    }
    return theirs;
}

Result<QList<InboxItem>>
SqlInbox::firstTheirs(int limit,
                      const std::function<Result<QList<InboxItem>>(const InboxItem *)> &page)
{
    std::optional<InboxItem> last;
    while (true) {
        const Result<QList<InboxItem>> items = page(last ? &*last : nullptr);
        if (!items || items.value().isEmpty()) {
            return items;
        }
        Result<QList<InboxItem>> found = theirs(items.value());
        if (!found || !found.value().isEmpty() || items.value().size() < limit) {
            return found;
        }
        last =
            items.value().last(); // nothing here was theirs: an empty page would look like the end
    }
}

Result<QList<InboxItem>> SqlInbox::list(const InboxQuery &query)
{
    if (const Result<void> may = mayRead(); !may) {
        return may.error();
    }
    QString where = query.newestFirst ? u"WHERE id < ?"_s : u"WHERE id > ?"_s;
    if (query.state) {
        where += u" AND state = ?"_s;
    }
    if (!query.batch.isEmpty()) {
        where += u" AND batch = ?"_s;
    }
    // With a batch alone its states lie apart in the index: by number they are read by their id.
    const QString by = !query.batch.isEmpty() && query.state ? u"INDEXED BY gridward_inbox_batch "_s
                       : query.state                         ? u"INDEXED BY gridward_inbox_state "_s
                                                             : QString();
    const QString order =
        query.newestFirst ? u" ORDER BY id DESC LIMIT ?"_s : u" ORDER BY id LIMIT ?"_s;
    const qint64 first = query.newestFirst ? std::numeric_limits<qint64>::max() : query.after.value;
    return firstTheirs(query.limit, [&](const InboxItem *last) -> Result<QList<InboxItem>> {
        Result<SqlStatement> prepared = mConnection.prepare(inboxSelect() + by + where + order);
        if (!prepared) {
            return prepared.error();
        }
        SqlStatement statement = std::move(prepared).value();
        statement.bind(last == nullptr ? first : last->id.value);
        if (query.state) {
            statement.bind(toId(*query.state));
        }
        if (!query.batch.isEmpty()) {
            statement.bind(query.batch);
        }
        statement.bind(query.limit);
        return read(std::move(statement));
    });
}

Result<QList<InboxItem>> SqlInbox::changedSince(qint64 change, int limit)
{
    if (const Result<void> may = mayRead(); !may) {
        return may.error();
    }
    return firstTheirs(limit, [&](const InboxItem *last) -> Result<QList<InboxItem>> {
        Result<SqlStatement> prepared =
            mConnection.prepare(inboxSelect() + u"WHERE change > ? ORDER BY change LIMIT ?"_s);
        if (!prepared) {
            return prepared.error();
        }
        SqlStatement statement = std::move(prepared).value();
        statement.bind(last == nullptr ? change : last->change).bind(limit);
        return read(std::move(statement));
    });
}

Result<QList<InboxItem>> SqlInbox::followersOf(InboxId leader)
{
    Result<SqlStatement> prepared =
        mConnection.prepare(inboxSelect() + u"WHERE leader = ? ORDER BY id"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    statement.bind(leader.value);
    const Result<QList<InboxItem>> followers = read(std::move(statement));
    return followers ? theirs(followers.value()) : followers;
}

Result<InboxItem> SqlInbox::item(InboxId id)
{
    InboxItem item;
    {
        Result<SqlStatement> prepared = mConnection.prepare(inboxSelect() + u"WHERE id = ?"_s);
        if (!prepared) {
            return prepared.error();
        }
        SqlStatement statement = std::move(prepared).value();
        if (const Result<void> run = statement.bind(id.value).run(); !run) {
            return run.error();
        }
        if (!statement.next()) {
            return Error{ErrorCode::NotFound,
                         Words::tr("There is no row %1 in the inbox.").arg(id.value),
                         {}};
        }
        item = readInboxItem(statement);
    }
    const Result<void> may = mayWork(item.grid);
    if (may || may.error().code != ErrorCode::Refused) {
        return may ? Result<InboxItem>(item) : Result<InboxItem>(may.error());
    }
    const Result<bool> isOwn = isImporter(id);
    return isOwn && isOwn.value() ? Result<InboxItem>(item) : Result<InboxItem>(may.error());
}

Result<QList<InboxCount>> SqlInbox::counts()
{
    if (const Result<void> may = mayRead(); !may) {
        return may.error();
    }
    Result<SqlStatement> prepared =
        mConnection.prepare(u"SELECT batch, state, count(*) FROM gridward_inbox "
                            "INDEXED BY gridward_inbox_batch GROUP BY batch, state "
                            "ORDER BY min(id), state"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.run(); !run) {
        return run.error();
    }
    QList<InboxCount> counts;
    while (statement.next()) {
        counts.append({statement.text(0),
                       inboxStateFromId(statement.text(1)).value_or(InboxState::Waiting),
                       statement.longNumber(2)});
    }
    return counts;
}

Result<QList<InboxStep>> SqlInbox::history(InboxId id)
{
    if (const Result<InboxItem> seen = item(id); !seen) {
        return seen.error();
    }
    Result<SqlStatement> prepared =
        mConnection.prepare(u"SELECT version, at, actor, origin, action, facts "
                            "FROM gridward_inbox_log WHERE item = ? ORDER BY version"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(id.value).run(); !run) {
        return run.error();
    }
    QList<InboxStep> steps;
    while (statement.next()) {
        steps.append({statement.number(0),
                      statement.instant(1).value_or(Instant{}),
                      statement.text(2),
                      statement.text(3),
                      statement.text(4),
                      QJsonDocument::fromJson(statement.text(5).toUtf8()).object()});
    }
    return steps;
}

} // namespace gridward
