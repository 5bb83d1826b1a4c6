// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picturelog.h"

#include "models/domain/csvtext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(PictureLog)
};

const QByteArray kHead = "time,picture,scene,open,overdue,urgent,to_check\r\n"_ba;

struct Picture
{
    QFileInfo file;
    QString time; ///< of its name: local, so that it repeats and leaps
    int again = 0;
};

/** Its own alone, whatever else lies there; of all scenes. */
QList<Picture> picturesIn(const QString &folder, const QString &screen)
{
    static const QRegularExpression own(uR"(^(.+)-(\d{8}-\d{6})(?:-(\d+))?\.png$)"_s);
    QList<Picture> pictures;
    for (const QFileInfo &file : QDir(folder).entryInfoList({screen + u"-*.png"_s}, QDir::Files)) {
        const QRegularExpressionMatch match = own.match(file.fileName());
        if (match.hasMatch()) {
            pictures.append({file, match.captured(2), match.captured(3).toInt()});
        }
    }
    return pictures;
}

/** By when they were written; where the file system does not tell them apart, by their names. */
bool isOlder(const Picture &one, const Picture &other)
{
    const auto order = [](const Picture &picture) {
        return std::tuple(picture.file.lastModified().toMSecsSinceEpoch(),
                          picture.time,
                          picture.again,
                          picture.file.fileName());
    };
    return order(one) < order(other);
}

} // namespace

PictureLog::PictureLog(QString folder, QString screen, int keep)
    : mFolder(std::move(folder))
    , mScreen(std::move(screen))
    , mKeep(keep)
{
}

QString PictureLog::pathFor(const QDateTime &moment, const QString &scene) const
{
    QStringList parts{mScreen, scene, moment.toString(u"yyyyMMdd-HHmmss"_s)};
    parts.removeAll(QString());
    const QDir folder(mFolder);
    QString path = folder.filePath(parts.join(u'-') + u".png"_s);
    for (int again = 2; QFileInfo::exists(path); ++again) {
        path = folder.filePath(u"%1-%2.png"_s.arg(parts.join(u'-')).arg(again));
    }
    return path;
}

Result<void> PictureLog::add(const QString &path,
                             const QDateTime &moment,
                             const QString &scene,
                             const std::optional<CaseCounts> &counts) const
{
    const auto number = [&counts](int CaseCounts::*which) {
        return counts ? QString::number((*counts).*which) : QString();
    };
    QFile log(QDir(mFolder).filePath(u"log.csv"_s));
    const QByteArray line =
        csvLine(QStringList{moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(Qt::ISODate),
                            QFileInfo(path).fileName(),
                            scene,
                            number(&CaseCounts::open),
                            number(&CaseCounts::overdue),
                            number(&CaseCounts::urgent),
                            number(&CaseCounts::waitingForCheck)});
    if (!log.open(QIODevice::Append)) {
        return Error{ErrorCode::Unreadable,
                     Words::tr("“%1” cannot be written: %2. Close the program that holds it, or "
                               "name another folder.")
                         .arg(log.fileName(), log.errorString()),
                     {}};
    }
    // One piece: whoever reads the log meanwhile sees whole lines.
    const QByteArray text = log.size() == 0 ? kHead + line : line;
    if (log.write(text) != text.size() || !log.flush()) {
        return Error{ErrorCode::Unreadable,
                     Words::tr("“%1” cannot be written: %2. Make room on the disk.")
                         .arg(log.fileName(), log.errorString()),
                     {}};
    }
    removeOldest(path);
    return {};
}

void PictureLog::removeOldest(const QString &newest) const
{
    if (mKeep <= 0) {
        return;
    }
    QList<Picture> pictures = picturesIn(mFolder, mScreen);
    // The one just written stays, whatever the clock of this computer says.
    pictures.removeIf([name = QFileInfo(newest).fileName()](const Picture &picture) {
        return picture.file.fileName() == name;
    });
    std::ranges::sort(pictures, isOlder);
    for (qsizetype i = 0; i <= pictures.size() - mKeep; ++i) {
        QFile::remove(pictures.at(i).file.filePath());
    }
}

} // namespace gridward
