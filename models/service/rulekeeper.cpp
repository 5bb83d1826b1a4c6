// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/rulekeeper.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

RuleKeeper::RuleKeeper(Store &store)
    : mStore(store)
{
}

Result<void> RuleKeeper::read()
{
    const Result<StoreMark> mark = mStore.mark();
    if (!mark) {
        return mark.error();
    }
    const QHash<QString, qint64> &tables = mark.value().tables;
    const qint64 edition =
        tables.value(u"gridward_rule_books"_s) + tables.value(u"gridward_calendars"_s);
    if (edition == mEdition && !mBooks.isEmpty()) {
        return {};
    }
    Result<QList<RuleBook>> books = mStore.ruleBooks();
    Result<QList<WorkingCalendar>> calendars = mStore.calendars();
    if (!books || !calendars) {
        return books ? calendars.error() : books.error();
    }
    mBooks = std::move(books).value();
    mCalendars = std::move(calendars).value();
    mKept = !mBooks.isEmpty() && !mCalendars.isEmpty();
    if (mBooks.isEmpty()) {
        mBooks.append(sampleRuleBook());
    }
    if (mCalendars.isEmpty()) {
        mCalendars.append(sampleCalendar());
    }
    mEdition = edition;
    return {};
}

/** A calendar grows by a version each year: the newest of its id counts. */
const WorkingCalendar &RuleKeeper::newest(const QString &key) const
{
    const QString id = key.section(u'/', 0, 0);
    const WorkingCalendar *found = &mCalendars.first();
    for (const WorkingCalendar &calendar : mCalendars) {
        if (calendar.id() == id && (found->id() != id || calendar.version() >= found->version())) {
            found = &calendar;
        }
    }
    return *found;
}

Result<Rules> RuleKeeper::at(Instant now)
{
    if (const Result<void> done = read(); !done) {
        return done.error();
    }
    const RuleBook *book = &mBooks.first();
    for (const RuleBook &candidate : std::as_const(mBooks)) {
        const QDate today = newest(candidate.calendar).localDay(now);
        if (!candidate.validFrom.isValid() || candidate.validFrom <= today) {
            book = &candidate; // oldest version first: the last that fits is in force
        }
    }
    return Rules{*book, newest(book->calendar)};
}

Result<Rules> RuleKeeper::of(const CaseRecord &record, Instant now)
{
    const Result<Rules> current = at(now);
    if (!current) {
        return current;
    }
    const RuleBook *book = &current.value().book;
    const WorkingCalendar *calendar = &current.value().calendar;
    for (const RuleBook &candidate : std::as_const(mBooks)) {
        book = candidate.version == record.process.rules ? &candidate : book;
    }
    for (const WorkingCalendar &candidate : std::as_const(mCalendars)) {
        calendar = candidate.key() == record.process.calendar ? &candidate : calendar;
    }
    return Rules{*book, *calendar};
}

Result<RuleLibrary> RuleKeeper::library()
{
    if (const Result<void> done = read(); !done) {
        return done.error();
    }
    RuleLibrary library;
    library.book = [books = mBooks](int version) {
        const auto found = std::ranges::find(books, version, &RuleBook::version);
        return found != books.end() ? std::optional(*found) : std::nullopt;
    };
    library.calendar = [calendars = mCalendars](const QString &key) {
        const auto found = std::ranges::find(calendars, key, &WorkingCalendar::key);
        return found != calendars.end() ? std::optional(*found) : std::nullopt;
    };
    return library;
}

Result<void> RuleKeeper::keep()
{
    if (mKept) {
        return {};
    }
    if (Result<void> done = read(); !done || mKept) {
        return done;
    }
    const AsProgram program(mStore);
    if (Result<void> written = mStore.write(mBooks.first()); !written) {
        return written;
    }
    Result<void> written = mStore.write(mCalendars.first());
    mEdition = -1; // what this transaction writes may yet be undone
    return written;
}

} // namespace gridward
