// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <optional>
#include <sys/types.h>

namespace gridward {

/**
 * Which file lay under the name of a store when it was opened, and whether it still lies there.
 * SQLite goes on with the file that it opened, whatever becomes of the name: moved away, deleted or
 * replaced, it answers for ever from what was. Asks stat(2) alone and opens nothing (see
 * StoreFileHold for why). Thread: that of the store.
 */
class StoreFilePlace
{
public:
    /** The file, its journal and the index of that, as they are there now. */
    explicit StoreFilePlace(QString path);

    /** The very file is there, under this name. */
    [[nodiscard]] bool isSame() const;
    /** Some file is there that holds anything. */
    [[nodiscard]] bool isAny() const;
    /** The bytes of the very file; nothing if it is not there. */
    [[nodiscard]] std::optional<qint64> size() const;
    /** Bytes of whatever journal lies beside it. */
    [[nodiscard]] qint64 journalSize() const;
    /**
     * The journal of the file that lay here must not be taken for that of the one that lies here
     * now: it is put beside it under another name, or away if nothing is in it that the file did
     * not have (`isEmpty`). Another journal than the one noted is left alone. Before the connection
     * is closed: until then no other file can have the same number. False if it could not be done.
     */
    [[nodiscard]] bool putJournalAside(bool isEmpty) const;

private:
    struct Id
    {
        dev_t device = 0;
        ino_t number = 0;

        bool operator==(const Id &) const = default;
    };

    [[nodiscard]] static std::optional<Id> idOf(const QString &path);

    QString mPath;
    std::optional<Id> mFile;
    std::optional<Id> mJournal;
    std::optional<Id> mIndex;
};

} // namespace gridward
