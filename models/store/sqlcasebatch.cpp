// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlcasebatch.h"

#include "models/store/milestonerows.h"
#include "models/store/taskrows.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonValue>

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SqlCaseBatch)
};

constexpr std::size_t kChunk = 1024;

/** When the case was registered: what its first step says, or when that was written. */
Instant registrationOf(const CaseStep &first)
{
    const QJsonValue told = first.facts.value(QLatin1String(fact::kReportedAt));
    if (told.isString()) {
        return instantFromIso(told.toString()).value_or(first.at);
    }
    return first.at;
}

} // namespace

SqlCaseBatch::SqlCaseBatch(SqlConnection &connection, const StoreInfo &info, SqlCases &cases)
    : mConnection(connection)
    , mInfo(info)
    , mCases(cases)
{
}

Result<std::unique_ptr<SqlCaseBatch>>
SqlCaseBatch::begin(SqlConnection &connection, const StoreInfo &info, SqlCases &cases)
{
    if (const Result<void> begun = connection.begin(); !begun) {
        return begun.error();
    }
    const Result<QVariant> last = connection.scalar(u"SELECT max(id) FROM cases"_s);
    if (!last) {
        connection.rollback();
        return last.error();
    }
    // Indexes are filled in the order of the cases: without room for them every page is read again.
    if (!connection.isServer()) {
        (void)connection.execute(u"PRAGMA cache_size=-524288"_s);
    }
    std::unique_ptr<SqlCaseBatch> batch(new SqlCaseBatch(connection, info, cases));
    batch->mLastRow = last.value().toLongLong();
    Result<PeopleBehind> people = peopleBehindAccounts(connection);
    if (!people) {
        return people.error();
    }
    batch->mPeople = std::move(people).value();
    if (const Result<void> lifted = batch->liftGuard(); !lifted) {
        return lifted.error();
    }
    return batch;
}

Result<void> SqlCaseBatch::liftGuard()
{
    // The guard looks at the log again for every event, which takes as long as writing it. A batch
    // judges its histories itself; nobody else ever sees the file without the guard, as it is back
    // before the commit. On a server it stays, for there others write meanwhile.
    if (mConnection.isServer()) {
        return {};
    }
    const Result<QVariant> guard = mConnection.scalar(
        u"SELECT sql FROM sqlite_master WHERE name = 'events_keep_the_axes_apart'"_s);
    if (!guard) {
        return guard.error();
    }
    mGuard = guard.value().toString();
    if (mGuard.isEmpty()) {
        return {}; // somebody took it away for good: a check says so
    }
    mCases.mIsGuarded = false;
    return mConnection.execute(u"DROP TRIGGER events_keep_the_axes_apart"_s);
}

SqlCaseBatch::~SqlCaseBatch()
{
    if (mPreparing.valid()) {
        mPreparing.wait();
    }
    if (mOpen) {
        mConnection.rollback();
        mCases.mIsGuarded = true;
    }
    if (!mConnection.isServer()) {
        (void)mConnection.execute(u"PRAGMA cache_size=-65536"_s);
    }
}

Result<bool> SqlCaseBatch::add(const CaseId &id, const QList<CaseStep> &steps)
{
    if (steps.isEmpty()) {
        return Error{ErrorCode::InvalidInput, Words::tr("A case without a step was given."), {}};
    }
    const Result<bool> known = isKnown(steps.first());
    if (!known || known.value()) {
        return known ? Result<bool>(false) : known;
    }
    const Result<QString> number = numberFor(registrationOf(steps.first()));
    if (!number) {
        return number.error();
    }
    mBringsNumbers = mBringsNumbers || steps.first().facts.contains(QLatin1String(fact::kNumber));
    mWaiting.push_back({id, steps, number.value()});
    if (mWaiting.size() >= kChunk) {
        if (const Result<void> handed = handOver(); !handed) {
            return handed.error();
        }
    }
    return true;
}

Result<void> SqlCaseBatch::commit()
{
    // Twice: what waits is prepared first, then written.
    for (int i = 0; i < 2; ++i) {
        if (Result<void> handed = handOver(); !handed) {
            return handed;
        }
    }
    for (auto unit = mOpenAt.cbegin(); unit != mOpenAt.cend(); ++unit) {
        if (Result<void> counted = mCases.countOpen(unit.key(), unit.value()); !counted) {
            return counted;
        }
    }
    if (!mGuard.isEmpty()) {
        if (Result<void> guarded = mConnection.execute(mGuard); !guarded) {
            return guarded;
        }
    }
    mOpen = false;
    mCases.mIsGuarded = true;
    return mConnection.commit();
}

Result<bool> SqlCaseBatch::isKnown(const CaseStep &first)
{
    const QString source = first.facts.value(QLatin1String(fact::kExternalSource)).toString();
    const QString external = first.facts.value(QLatin1String(fact::kExternalId)).toString();
    if (external.isEmpty()) {
        return false;
    }
    // Half of a SHA-256: a million of them clash never.
    const QByteArray key = QCryptographicHash::hash(source.toUtf8() + '\0' + external.toUtf8(),
                                                    QCryptographicHash::Sha256)
                               .left(16);
    if (mExternal.contains(key)) {
        return true;
    }
    const Result<bool> asked = hasSource(source);
    if (!asked) {
        return asked;
    }
    if (!asked.value()) {
        mExternal.insert(key);
        return false;
    }
    Result<SqlStatement> prepared =
        mConnection.prepare(u"SELECT 1 FROM cases WHERE external_source = ? AND external_id = ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(source).bind(external).run(); !run) {
        return run.error();
    }
    if (statement.next()) {
        return true;
    }
    mExternal.insert(key);
    return false;
}

Result<bool> SqlCaseBatch::hasSource(const QString &source)
{
    const auto known = mHasSource.constFind(source);
    if (known != mHasSource.constEnd()) {
        return *known;
    }
    Result<SqlStatement> prepared =
        mConnection.prepare(u"SELECT 1 FROM cases INDEXED BY cases_external "
                            "WHERE external_source = ? AND external_id IS NOT NULL LIMIT 1"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(source).run(); !run) {
        return run.error();
    }
    const bool found = statement.next();
    mHasSource.insert(source, found);
    return found;
}

Result<qint64> SqlCaseBatch::rowFor(const CaseId &id)
{
    for (qint64 row = id.rowNumber();; ++row) {
        // Behind everything that was there, only this batch itself can be in the way.
        if (row <= mLastRow) {
            const Result<qint64> free = mCases.freeRow(row);
            if (!free) {
                return free;
            }
            row = free.value();
        }
        if (!mRows.contains(row)) {
            mRows.insert(row);
            return row;
        }
    }
}

Result<QString> SqlCaseBatch::numberFor(Instant registered)
{
    const QString day = mDays.dayOf(registered, mInfo.timeZone);
    const auto last = mLastNumbers.constFind(day);
    if (last == mLastNumbers.constEnd() || mConnection.isServer()) {
        const Result<QString> first = mCases.nextNumber(registered);
        if (first) {
            mLastNumbers.insert(day, first.value());
        }
        return first;
    }
    QString number = SqlCases::numberAfter(*last);
    mLastNumbers.insert(day, number);
    return number;
}

Result<void> SqlCaseBatch::handOver()
{
    std::future<Prepared> before = std::exchange(mPreparing, {});
    if (!mWaiting.empty()) {
        mPreparing = std::async(
            std::launch::async, [histories = std::exchange(mWaiting, {}), people = mPeople] {
                Prepared prepared;
                prepared.reserve(histories.size());
                for (const History &history : histories) {
                    prepared.push_back(
                        prepareCase(history.id, history.steps, history.number, people));
                }
                return prepared;
            });
    }
    if (!before.valid()) {
        return {};
    }
    for (const Result<PreparedCase> &prepared : before.get()) {
        if (!prepared) {
            return prepared.error();
        }
        ++mOpenAt[SqlCases::openAt(prepared.value().row)];
        if (mBringsNumbers) {
            if (Result<void> noted = mCases.noteNumber(prepared.value().row.number); !noted) {
                return noted;
            }
        }
        const Result<qint64> row = rowFor(prepared.value().row.id);
        if (!row) {
            return row.error();
        }
        if (Result<void> inserted = mCases.insertRow(prepared.value(), row.value()); !inserted) {
            return inserted;
        }
        if (prepared.value().milestones) {
            Result<void> noted =
                writeMilestones(mConnection, row.value(), *prepared.value().milestones);
            if (!noted) {
                return noted;
            }
        }
        if (Result<void> noted = writeTasks(mConnection, prepared.value().tasks); !noted) {
            return noted;
        }
        for (const CaseEvent &event : prepared.value().events) {
            const Result<void> inserted =
                mCases.insertEvent(row.value(), event, prepared.value().row.number);
            if (!inserted) {
                return inserted;
            }
        }
    }
    return {};
}

} // namespace gridward
