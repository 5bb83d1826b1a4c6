// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/caseprocess.h"
#include "models/domain/permission.h"
#include "models/domain/result.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace gridward {

class Store;
struct CaseStep;

/** Which cases a user may see: in that part of the district, and somehow theirs if it says so. */
struct CaseSight
{
    bool isBlind = false;    ///< none at all
    QString street;          ///< that they lie in …
    QStringList divisions;   ///< … or one of these, streets or communities …
    QString grid;            ///< … or this grid; all empty: everywhere
    bool onlyTheirs = false; ///< and with the unit, the person or reported by the user
    QString unit;
    QString person;
    QString user;

    [[nodiscard]] bool isEverything() const
    {
        return !isBlind && street.isEmpty() && divisions.isEmpty() && grid.isEmpty() && !onlyTheirs;
    }
};

/** Where a case is and who has to do with it. */
[[nodiscard]] Spot spotOf(const Case &subject);
[[nodiscard]] Spot spotOf(const CaseRecord &record);

/** The same with who reported it, which is in the log alone, if the rules need to know that. */
[[nodiscard]] Result<Spot> spotFor(Store &store,
                                   const AccessRules &rules,
                                   const User &user,
                                   const CaseRecord &record,
                                   const QString &action);

/** What a denied permission means for the user. */
[[nodiscard]] Error deniedError(const User &user, const Denied &denied);
/** The same for a case that they may not see. */
[[nodiscard]] Error unseenError(const User &user, const Denied &denied, const QString &number);

/**
 * The check that a store makes for itself, the same for every kind of store: what the user whom it
 * works for may write and see, by the store's own tables. Belongs to the store; its thread.
 */
class StoreGuard
{
public:
    explicit StoreGuard(Store &store)
        : mStore(store)
    {
    }

    void actAs(std::optional<User> user, Instant now);
    [[nodiscard]] const std::optional<User> &acting() const { return mUser; }
    [[nodiscard]] Instant actingAt() const { return mNow; }
    /** Nothing needs to be asked: the store works for the program. */
    [[nodiscard]] bool isOpen() const { return !mUser; }

    [[nodiscard]] Result<void> may(Thing thing, const QString &action);
    [[nodiscard]] Result<void> may(Thing thing, const QString &action, const Spot &spot);
    /** The same for something that is in a grid or division, by its code. */
    [[nodiscard]] Result<void> mayAt(Thing thing, const QString &action, const QString &area);
    /** May this step be written? In nobody else's name. */
    [[nodiscard]] Result<void> mayStep(const CaseRecord &before, const CaseStep &step);
    [[nodiscard]] Result<void> mayReport(const Case &subject, const CaseStep &report);
    [[nodiscard]] Result<void> maySee(const CaseRecord &record);
    [[nodiscard]] Result<CaseSight> sight();

private:
    /** Refused if the user is not who he says; once for every state of the tables. */
    [[nodiscard]] Result<void> verify();

    Store &mStore;
    std::optional<User> mUser;
    Instant mNow;
    std::shared_ptr<const AccessRules> mRules;
    bool mIsVerified = false;
};

} // namespace gridward
