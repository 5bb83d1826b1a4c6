// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/sqlstore.h"
#include "models/store/storefilehold.h"
#include "models/store/storefileplace.h"

#include <memory>
#include <optional>

namespace gridward {

/**
 * A store in a GeoPackage file (SQLite, WAL, synchronous=FULL), or in memory for tests (path
 * ":memory:"). The file is opened through Qt SQL and by nothing else in this process while a store
 * is open on it: closing any other descriptor on it would drop our locks. Thread: as Store.
 */
class GeoPackageStore final : public SqlStore
{
public:
    ~GeoPackageStore() override;

    /**
     * Opens a store. An older schema is migrated after a copy was made beside it; a newer one is
     * Unsupported, another GeoPackage or another file Unreadable; none at all NotFound.
     */
    [[nodiscard]] static Result<std::unique_ptr<GeoPackageStore>>
    open(const QString &path, const QList<Migration> &migrations = geoPackageMigrations());

    /**
     * Begins a new store in a file beside `path`; it stands there only after publish(), so that
     * nobody ever sees half of one. Until then nothing is journalled: after a failed write the only
     * thing left to do with it is to let it go. Conflict if there is such a file already.
     */
    [[nodiscard]] static Result<std::unique_ptr<GeoPackageStore>>
    create(const QString &path,
           const StoreInfo &info,
           const QList<Migration> &migrations = geoPackageMigrations());
    [[nodiscard]] Result<void> publish() override;
    /**
     * A store that another one is being copied into (see UnfinishedStore): only this opens it, for
     * open() it is NotFound.
     */
    [[nodiscard]] static Result<std::unique_ptr<GeoPackageStore>>
    openUnfinished(const QString &path);
    /** Puts an opened store under another name, safely on the disk. Conflict if that is taken. */
    [[nodiscard]] Result<void> moveTo(const QString &path);

    /**
     * Is this a file that open() takes for a store, of whatever version? False for what is no file
     * and for a damaged one. An error if the file cannot be looked into (no permission, a disk that
     * fails, locked): it may well be a store, so nothing else may open it either.
     */
    [[nodiscard]] static Result<bool> isStore(const QString &path);

    [[nodiscard]] Result<StoreMark> mark() override;
    /** The file is not there any more, or another one is there, or it was cut short: one stat(2).
     */
    [[nodiscard]] bool isCutOff() const override;
    /**
     * Opens the file that is there now, if it is a store of the same district in the same version.
     * Unreachable: none is there. Unreadable: no store, or damaged. Conflict: the store of another
     * one, which nobody asked for. The journal of the file that was there is put aside.
     */
    [[nodiscard]] Result<void> reconnect() override;
    [[nodiscard]] Result<QStringList> integrityFindings() override;

private:
    GeoPackageStore() = default;

    [[nodiscard]] QStringList missingGuards();
    [[nodiscard]] static Result<std::unique_ptr<GeoPackageStore>>
    openAs(const QString &path, const QList<Migration> &migrations, bool isUnfinished);
    [[nodiscard]] Result<void> checkFile(bool isUnfinished);
    [[nodiscard]] Result<void> settle();
    [[nodiscard]] Result<void> backUp(int version);
    /** Lets go of the file that is gone, with all that was committed in it. */
    [[nodiscard]] Result<void> letGo();
    [[nodiscard]] Result<void> openWhatIsThere();
    /** Unreadable if somebody else than SQLite took something off the end of the file. */
    [[nodiscard]] Result<void> checkLength();

    std::unique_ptr<StoreFileHold> mHold;
    std::optional<StoreFilePlace> mPlace; ///< none in memory, and until published
    int mVersion = 0;                     ///< of its schema, when it was opened
    qint64 mLength = 0;                   ///< bytes of the file when it was last looked at
    bool mIsCutShort = false;
    bool mIsLetGo = false; ///< of the file that was opened, and no other is open yet
    StoreMark mMark;
    qint64 mFiles = 0;       ///< that were opened after the first one
    qint64 mDataVersion = 0; ///< what SQLite says of other connections' commits
    qint64 mOwnCommits = 0;  ///< and our own, which it does not count
    QString mFinalPath;      ///< of a created store that is not published yet
};

} // namespace gridward
