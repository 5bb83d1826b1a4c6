// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picturelog.h"

#include "models/domain/csvtext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(PictureLog)
};

const QByteArray kHead = "time,picture,scene,open,overdue,urgent,to_check\r\n"_ba;

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
    removeOldest();
    return {};
}

void PictureLog::removeOldest() const
{
    if (mKeep <= 0) {
        return;
    }
    // Its own alone, whatever else lies there; of all scenes, by their time.
    static const QRegularExpression own(uR"(^(.+)-(\d{8}-\d{6}(-\d+)?)\.png$)"_s);
    const QDir folder(mFolder);
    QMap<QString, QString> byTime;
    for (const QString &name : folder.entryList({mScreen + u"-*.png"_s}, QDir::Files)) {
        const QRegularExpressionMatch match = own.match(name);
        if (match.hasMatch()) {
            byTime.insert(match.captured(2) + u' ' + name, name);
        }
    }
    while (byTime.size() > mKeep) {
        QFile::remove(folder.filePath(byTime.take(byTime.firstKey())));
    }
}

} // namespace gridward
