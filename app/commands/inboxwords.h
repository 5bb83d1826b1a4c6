// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/inboxitem.h"
#include "models/domain/instant.h"
#include "models/store/inboxstore.h"

#include <QHash>
#include <QString>

namespace gridward {

class Store;

/**
 * What a row of the inbox says for people who read it on the command line: words, not ids; those
 * are for programs, by --json. Reads the catalogue once; the store outlives it. Its thread.
 */
class RowWords
{
public:
    explicit RowWords(Store &store);

    [[nodiscard]] static QString of(InboxState state);
    /** A step of a row's history, oldest first; `leader` is the row that it was one with before. */
    [[nodiscard]] static QString of(const InboxStep &step, InboxId &leader);
    /** Of a step of a row's history: "import", toId() of an InboxOrder::Kind. */
    [[nodiscard]] static QString of(const QString &action);
    /** With its code, such as "Heap of rubbish (06010)". */
    [[nodiscard]] QString className(const InboxClass &of) const;
    /** In the district's time zone. */
    [[nodiscard]] QString timeOf(Instant at) const;
    /** Number, state, class, place and the beginning of the text, with tabs between. */
    [[nodiscard]] QString lineOf(const InboxItem &item) const;
    /** lineOf() and what there is besides, a line each, on standard output. */
    void print(const InboxItem &item) const;

private:
    [[nodiscard]] QString classOf(const InboxItem &item) const;
    [[nodiscard]] QString placeOf(const InboxItem &item) const;

    Store &mStore;
    QHash<QString, QString> mClasses;
};

} // namespace gridward
