// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/logmodel.h"

#include <QFile>
#include <QObject>
#include <QString>

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <thread>

namespace gridward {

/**
 * Takes every line that Qt, QGIS and we log: warnings and worse to standard error, all into a file
 * (by a thread of its own, so that nobody waits for the disk) and into the model of the log window.
 * Made first and destroyed last; one per process.
 */
class Logging final : public QObject
{
    Q_OBJECT
public:
    /** An empty `file` means none. A file above `rotateAt` bytes becomes FILE.1, FILE.1 becomes
     * FILE.2. */
    explicit Logging(const QString &file, qint64 rotateAt = qint64(5) * 1024 * 1024);
    ~Logging() override;

    [[nodiscard]] LogModel &model() { return mModel; }
    /** Empty if there is no file, or it could not be opened. */
    [[nodiscard]] QString file() const { return mFile; }

    /** Returns when all lines so far are in the file. Any thread. */
    void flush();

private:
    static void handle(QtMsgType type, const QMessageLogContext &context, const QString &text);
    void take(const LogLine &line, bool wait);
    void writeLines();
    void showPending();

    QString mFile;
    LogModel mModel;

    QFile mOut; ///< used by the writer alone once it runs
    std::mutex mMutex;
    std::condition_variable mWork;
    std::condition_variable mWritten;
    std::deque<LogLine> mToWrite;
    QList<LogLine> mToShow;
    bool mShowScheduled = false;
    bool mWriting = false;
    bool mStop = false;
    std::thread mWriter;
};

} // namespace gridward
