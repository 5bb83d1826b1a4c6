// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/wall/wallscene.h"

#include <utility>

namespace gridward {

/** A file that is no scene, and why. */
struct SceneProblem
{
    QString file;
    QString message; ///< what is wrong with it and what would do

    bool operator==(const SceneProblem &) const = default;
};

/**
 * The scenes of a wall: those that came with the program and those of a folder, of which one with
 * the same id takes the place of the program's. A file that cannot be read leaves the program's.
 */
class WallScenes
{
public:
    /** The program's, and those of a folder; without a folder, or one that is not there, none of
     * it. Reads files: small ones. */
    [[nodiscard]] static WallScenes read(const QString &ownFolder = {});

    /** The one of a file. Unreadable, or InvalidInput with what is wrong with it. */
    [[nodiscard]] static Result<WallScene> fromFile(const QString &path);

    /** In the order of their turns. */
    [[nodiscard]] const QList<WallScene> &all() const & { return mAll; }
    [[nodiscard]] QList<WallScene> all() && { return std::move(mAll); }
    /** Null if there is none. */
    [[nodiscard]] const WallScene *find(const QString &id) const;
    [[nodiscard]] const QList<SceneProblem> &problems() const { return mProblems; }
    /** Whether the folder has one of that id. */
    [[nodiscard]] bool isOwn(const QString &id) const { return mOwn.contains(id); }
    /** Whether the program has one of that id. */
    [[nodiscard]] static bool isBuiltIn(const QString &id);

    /** Written aside and renamed; makes the folder. Errors as fileError(). */
    [[nodiscard]] static Result<void> save(const QString &ownFolder, const WallScene &scene);
    /** The one of the folder; the program's comes back. Errors as fileError(). */
    [[nodiscard]] static Result<void> remove(const QString &ownFolder, const QString &id);

    bool operator==(const WallScenes &) const = default;

private:
    void take(const WallScene &scene);

    QList<WallScene> mAll;
    QStringList mOwn;
    QList<SceneProblem> mProblems;
};

} // namespace gridward
