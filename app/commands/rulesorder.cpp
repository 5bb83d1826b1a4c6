// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/rulesorder.h"

#include "app/commands/commandactor.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RulesOrder)
};

constexpr qint64 kLargestFile = 4LL * 1024 * 1024;

Error inFile(const QString &file, const Error &error)
{
    return {error.code, Words::tr("%1: %2").arg(file, error.message), error.detail};
}

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestFile) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("“%1” cannot be read, or is larger than 4 MB.").arg(path),
                     file.errorString()};
    }
    return file.readAll();
}

/** A book that names a calendar nobody has would count by another one. */
Result<void> writeBook(Store &store, const RuleBook &book)
{
    const Result<QList<WorkingCalendar>> calendars = store.calendars();
    if (!calendars) {
        return calendars.error();
    }
    const QString id = book.calendar.section(u'/', 0, 0);
    const auto has = [&](const WorkingCalendar &calendar) { return calendar.id() == id; };
    if (std::ranges::none_of(calendars.value(), has)) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("The rule book names the calendar “%1”, which is not in this store. "
                               "Import the calendar first.")
                         .arg(book.calendar),
                     {}};
    }
    return store.write(book);
}

template <typename T>
Result<T> newest(Result<QList<T>> all, const QString &none)
{
    if (!all) {
        return all.error();
    }
    QList<T> list = std::move(all).value();
    return list.isEmpty() ? Result<T>(Error{ErrorCode::NotFound, none, {}})
                          : Result<T>(list.last());
}

} // namespace

ExitStatus runRulesImport(Store &store, const QString &kind, const CommandArguments &arguments)
{
    const QString path = arguments.at(2);
    const Result<QByteArray> content = contentOf(path);
    if (!content) {
        return failWith(content.error());
    }
    QString key;
    Result<void> written;
    if (kind == "calendar"_L1) {
        const Result<WorkingCalendar> calendar = WorkingCalendar::fromJson(content.value());
        if (!calendar) {
            return failWith(inFile(path, calendar.error()));
        }
        key = calendar.value().key();
        written = store.write(calendar.value());
    } else {
        const Result<RuleBook> book = RuleBook::fromJson(content.value());
        if (!book) {
            return failWith(inFile(path, book.error()));
        }
        key = QString::number(book.value().version);
        written = writeBook(store, book.value());
    }
    if (!written) {
        return failWith(inFile(path, written.error()));
    }
    const Result<void> noted = noteInAudit(store,
                                           AuditKind::Configuration,
                                           QFileInfo(path).fileName(),
                                           {{u"kind"_s, kind}, {u"version"_s, key}});
    if (!noted) {
        return failWith(noted.error());
    }
    say(Words::tr("%1: version %2 is in the store.").arg(path, key));
    if (arguments.has("json")) {
        printJson(QJsonDocument(QJsonObject{{u"kind"_s, kind}, {u"version"_s, key}}));
    }
    return ExitStatus::Done;
}

ExitStatus runRulesExport(Store &store, const QString &kind, const CommandArguments &arguments)
{
    const QString none = Words::tr("There is none in this store yet.");
    QByteArray json;
    if (kind == "calendar"_L1) {
        const Result<WorkingCalendar> calendar = newest(store.calendars(), none);
        if (!calendar) {
            return failWith(calendar.error());
        }
        json = calendar.value().toJson();
    } else {
        const Result<RuleBook> book = newest(store.ruleBooks(), none);
        if (!book) {
            return failWith(book.error());
        }
        json = book.value().toJson();
    }
    QSaveFile file(arguments.at(2));
    const QByteArray text = QJsonDocument::fromJson(json).toJson(QJsonDocument::Indented);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return failWith(
            Error{ErrorCode::InvalidInput,
                  Words::tr("“%1” cannot be written: %2").arg(arguments.at(2), file.errorString()),
                  {}});
    }
    const Result<void> noted = noteExport(
        store, arguments.at(2), {{u"kind"_s, kind}, {u"format"_s, u"json"_s}, {u"rows"_s, 1}});
    return noted ? ExitStatus::Done : failWith(noted.error());
}

} // namespace gridward
