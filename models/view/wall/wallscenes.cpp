// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/wall/wallscenes.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WallScene)
};

constexpr qint64 kLargestFile = 100'000; ///< bytes; a scene has about a thousand

const QString kBuiltIn = u":/wall"_s;

QFileInfoList filesOf(const QString &folder)
{
    return QDir(folder).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name);
}

QString fileOf(const QString &folder, const QString &id)
{
    return QDir(folder).filePath(id + u".json"_s);
}

/** Files of the folder that hold that scene, whatever their names. */
QStringList filesWith(const QString &folder, const QString &id)
{
    QStringList files;
    for (const QFileInfo &file : filesOf(folder)) {
        const Result<WallScene> scene = WallScenes::fromFile(file.filePath());
        if (scene && scene.value().id == id) {
            files.append(file.filePath());
        }
    }
    return files;
}

Result<void> removeAll(const QStringList &paths, const QString &except = {})
{
    for (const QString &path : paths) {
        QFile file(path);
        if (path != except && !file.remove()) {
            return Error{ErrorCode::Unreadable,
                         Words::tr("“%1” cannot be deleted: %2.")
                             .arg(QDir::toNativeSeparators(path), file.errorString()),
                         {}};
        }
    }
    return {};
}

} // namespace

Result<WallScene> WallScenes::fromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::Unreadable,
                     Words::tr("The scene cannot be read: %1.").arg(file.errorString()),
                     {}};
    }
    const QByteArray content = file.read(kLargestFile + 1);
    if (content.size() > kLargestFile) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("It is too large for a scene: at most %1 bytes.").arg(kLargestFile),
                     {}};
    }
    return WallScene::fromJson(content);
}

WallScenes WallScenes::read(const QString &ownFolder)
{
    WallScenes scenes;
    for (const QFileInfo &file : filesOf(kBuiltIn)) {
        const Result<WallScene> scene = fromFile(file.filePath());
        Q_ASSERT(scene); // a test reads each of them
        if (scene) {
            scenes.take(scene.value());
        }
    }
    if (!ownFolder.isEmpty()) {
        for (const QFileInfo &file : filesOf(ownFolder)) {
            const Result<WallScene> scene = fromFile(file.filePath());
            if (scene) {
                scenes.take(scene.value());
                scenes.mOwn.append(scene.value().id);
            } else {
                scenes.mProblems.append({file.fileName(), scene.error().message});
            }
        }
    }
    std::ranges::stable_sort(scenes.mAll, [](const WallScene &one, const WallScene &other) {
        return std::tie(one.order, one.id) < std::tie(other.order, other.id);
    });
    return scenes;
}

void WallScenes::take(const WallScene &scene)
{
    const auto same = std::ranges::find(mAll, scene.id, &WallScene::id);
    if (same == mAll.end()) {
        mAll.append(scene);
    } else {
        *same = scene;
    }
}

const WallScene *WallScenes::find(const QString &id) const
{
    const auto scene = std::ranges::find(mAll, id, &WallScene::id);
    return scene == mAll.end() ? nullptr : &*scene;
}

bool WallScenes::isBuiltIn(const QString &id)
{
    return QFile::exists(fileOf(kBuiltIn, id));
}

Result<void> WallScenes::save(const QString &ownFolder, const WallScene &scene)
{
    QSaveFile file(fileOf(ownFolder, scene.id));
    const bool isWritten = QDir().mkpath(ownFolder) && file.open(QIODevice::WriteOnly) &&
                           file.write(scene.toJson()) > 0 && file.commit();
    if (!isWritten) {
        return Error{ErrorCode::Unreadable,
                     Words::tr("“%1” cannot be written: %2.")
                         .arg(QDir::toNativeSeparators(file.fileName()), file.errorString()),
                     {}};
    }
    // Another file with the same scene would take the place of this one.
    return removeAll(filesWith(ownFolder, scene.id), file.fileName());
}

Result<void> WallScenes::remove(const QString &ownFolder, const QString &id)
{
    return removeAll(filesWith(ownFolder, id));
}

} // namespace gridward
