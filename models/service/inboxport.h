// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/inboxitem.h"
#include "models/domain/result.h"
#include "models/service/inboxproposer.h"
#include "models/store/inboxstore.h"

#include <QFuture>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <optional>

namespace gridward {

/** Something to be made of one row, as it was seen. */
struct InboxOrder
{
    enum class Kind : std::uint8_t {
        Classify, ///< `chosen`; nothing: takes the class away
        Locate,   ///< `place`; nothing: takes the place away
        SetLevel, ///< `level`; nothing: what the rules say
        Follow,   ///< to be treated as one with `leader`; null: on its own again
        Refuse,   ///< with `text`, the reason
        TakeBack, ///< of a refusal
        Register, ///< as a case, with the rows that follow it
        Join,     ///< to the case named in `text` by id or number
    };
    Kind kind = Kind::Classify;
    InboxId id;
    int version = 0; ///< that was seen
    std::optional<InboxClass> chosen{};
    std::optional<GeoPoint> place{};
    std::optional<CaseLevel> level{};
    InboxId leader{};
    QString text{};

    bool operator==(const InboxOrder &) const = default;
};

/** "classify", "locate", "level", "follow", "refuse", "take-back", "register", "join". */
[[nodiscard]] QString toId(InboxOrder::Kind kind);

/** What became of an order: the row as it is now, or why not. */
struct InboxOutcome
{
    InboxOrder order;
    std::optional<InboxItem> after;
    std::optional<Error> error;
};

/** How a file of rows is to be read. */
struct InboxFileOptions
{
    QString source = QStringLiteral("12345"); ///< name of the other system
    CaseSource channel = CaseSource::Hotline; ///< how its rows came in
    QString crs;
    QString encoding;
    QString profile;                 ///< name or path; empty: columns by their headers
    QHash<QString, QString> columns; ///< ours → theirs
    QString timeZone;                ///< of times without one; empty: that of the store
    qsizetype mostRows = 0;          ///< stop behind so many; 0: all
};

/** A row that could not be read. */
struct InboxRefusal
{
    qint64 line = 0;
    QString reason;

    bool operator==(const InboxRefusal &) const = default;
};

/** What a reader understood of a file. */
struct InboxFileReport
{
    QHash<QString, QString> columns; ///< ours → theirs, as they were understood
    QStringList unused;              ///< columns that mean nothing here
    QStringList notes;               ///< what was assumed; translated
    qint64 read = 0;
    qint64 refused = 0;
    QList<InboxRefusal> refusals; ///< the first thousand
};

/** The beginning of a file, before anything is written. */
struct InboxPreview
{
    InboxFileReport report; ///< of the rows that were looked at
    QList<InboxItem> rows;
};

/** What an import did. */
struct InboxImportReport
{
    InboxFileReport file;
    InboxArrivals rows;
    QString batch;
};

/**
 * Reads a file of rows: hands them out in blocks, tells how far it is; false from either stops it
 * (Cancelled). Lives where files are read; any thread.
 */
using InboxFileReader =
    std::function<Result<InboxFileReport>(const QString &file,
                                          const InboxFileOptions &options,
                                          const std::function<bool(QList<InboxArrival> &)> &take,
                                          const std::function<bool(int percent)> &progress)>;

/**
 * The inbox as the screens ask for it: rows that came in and become cases. Orders are carried out
 * one after another, each for itself; whoever is late is told of the conflict. GUI thread.
 */
class InboxPort : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /** Rows in the order in which they came. */
    [[nodiscard]] virtual QFuture<Result<QList<InboxItem>>> list(const InboxQuery &query) = 0;
    /** What was changed behind this mark, by anybody, oldest first. */
    [[nodiscard]] virtual QFuture<Result<QList<InboxItem>>> changedSince(qint64 change,
                                                                         int limit) = 0;
    [[nodiscard]] virtual QFuture<Result<qint64>> lastChange() = 0;
    /** Rows of each batch by state, theirs or not. */
    [[nodiscard]] virtual QFuture<Result<QList<InboxCount>>> counts() = 0;
    [[nodiscard]] virtual QFuture<Result<QList<InboxStep>>> history(InboxId id) = 0;
    /** Who called, for a purpose; it is in the audit log when the answer comes. */
    [[nodiscard]] virtual QFuture<Result<Caller>> openCaller(InboxId id, Purpose purpose) = 0;
    [[nodiscard]] virtual QFuture<Result<QList<ClassProposal>>> classesFor(const QString &text,
                                                                           int most) = 0;
    [[nodiscard]] virtual QFuture<Result<QList<PlaceProposal>>>
    placesFor(const QString &text, const QString &address, int most) = 0;

    /**
     * In the name of the present user and in the present store: when either becomes another, the
     * rest is left out. finished() follows. Nothing happens while others are being carried out.
     */
    virtual void carryOut(const QList<InboxOrder> &orders) = 0;
    /** After the one that is being carried out; those that were not begun are left out. */
    virtual void stop() = 0;
    [[nodiscard]] virtual bool isBusy() const = 0;

    /** Reads the beginning; writes nothing. */
    [[nodiscard]] virtual QFuture<Result<InboxPreview>>
    preview(const QString &file, const InboxFileOptions &options) = 0;
    /** All rows that can be read, or, on any other error or stop(), none. */
    [[nodiscard]] virtual QFuture<Result<InboxImportReport>>
    importFile(const QString &file, const InboxFileOptions &options) = 0;

signals:
    /** Somebody, here or elsewhere, worked on the inbox. */
    void changed();
    void progressed(int done, int all);
    void finished(const QList<gridward::InboxOutcome> &outcomes);
    void importProgressed(int percent);
};

} // namespace gridward
