// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logging.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::size_t kMostWaiting =
    10000; ///< beyond that lines are dropped, never the program stopped

/** The message handler is a plain function; this is how it finds us. Set and cleared by Logging. */
std::atomic<Logging *> sLogging{nullptr};
QtMessageHandler sFormerHandler = nullptr;

LogLine::Level levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return LogLine::Level::Debug;
    case QtInfoMsg:
        return LogLine::Level::Info;
    case QtWarningMsg:
        return LogLine::Level::Warning;
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return LogLine::Level::Critical;
}

/** What Qt says at every headless start and nobody can mend. */
bool isNoise(const QString &text)
{
    return text.contains("does not support propagateSizeHints"_L1) ||
           text.startsWith("QStandardPaths: XDG_RUNTIME_DIR not set"_L1);
}

QByteArray formatted(const LogLine &line)
{
    static constexpr std::array<const char *, 4> kNames{"debug", "info", "warning", "critical"};
    QString text = line.text;
    text.replace(u'\n', u" | "_s); // one line stays one line
    return u"%1 %2 %3: %4\n"_s
        .arg(line.time.toString(Qt::ISODateWithMs),
             QLatin1StringView(kNames.at(static_cast<std::size_t>(line.level))),
             line.category,
             text)
        .toUtf8();
}

void rotate(const QString &file, qint64 limit)
{
    if (QFileInfo(file).size() <= limit) {
        return;
    }
    QFile::remove(file + u".2"_s);
    QFile::rename(file + u".1"_s, file + u".2"_s);
    QFile::rename(file, file + u".1"_s);
}

} // namespace

Logging::Logging(const QString &file, qint64 rotateAt)
    : mFile(file)
{
    if (!mFile.isEmpty()) {
        QDir().mkpath(QFileInfo(mFile).absolutePath());
        rotate(mFile, rotateAt);
        // Opened for appending: several processes share the file, each line goes out in one write.
        mOut.setFileName(mFile);
        if (!mOut.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)) {
            std::fprintf(stderr,
                         "gridward: the log %s cannot be written (%s); going on without it\n",
                         qPrintable(mFile),
                         qPrintable(mOut.errorString()));
            mFile.clear();
        }
    }
    if (!mFile.isEmpty()) {
        mWriter = std::thread([this] { writeLines(); });
    }
    sLogging = this;
    sFormerHandler = qInstallMessageHandler(&Logging::handle);
}

Logging::~Logging()
{
    qInstallMessageHandler(sFormerHandler);
    sLogging = nullptr;
    if (mWriter.joinable()) {
        {
            const std::lock_guard lock(mMutex);
            mStop = true;
        }
        mWork.notify_all();
        mWriter.join();
    }
}

void Logging::flush()
{
    if (!mWriter.joinable()) {
        return;
    }
    std::unique_lock lock(mMutex);
    mWritten.wait(lock, [this] { return mToWrite.empty() && !mWriting; });
}

void Logging::handle(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (isNoise(text)) {
        return;
    }
    const LogLine line{
        QDateTime::currentDateTimeUtc(),
        levelOf(type),
        QString::fromLatin1(context.category != nullptr ? context.category : "default"),
        text};
    if (line.level == LogLine::Level::Warning || line.level == LogLine::Level::Critical) {
        std::fputs(formatted(line).constData(), stderr);
    }
    if (Logging *logging = sLogging; logging != nullptr) {
        logging->take(line, type == QtFatalMsg);
    }
    if (type == QtFatalMsg && text.contains("platform plugin"_L1)) {
        // Qt would abort: a display that does not answer is no fault of the program.
        std::fputs(
            "gridward: the display cannot be reached; \"gridward render\" draws without one.\n",
            stderr);
        std::_Exit(1);
    }
}

void Logging::take(const LogLine &line, bool wait)
{
    {
        const std::lock_guard lock(mMutex);
        if (mWriter.joinable() && mToWrite.size() < kMostWaiting) {
            mToWrite.push_back(line);
        }
        mToShow.append(line);
        if (mToShow.size() > static_cast<qsizetype>(kMostWaiting)) {
            mToShow.removeFirst();
        }
        if (!mShowScheduled) {
            // Many lines at once reach the model in one go.
            mShowScheduled = true;
            QMetaObject::invokeMethod(this, &Logging::showPending, Qt::QueuedConnection);
        }
    }
    mWork.notify_one();
    if (wait) {
        flush();
    }
}

void Logging::showPending()
{
    QList<LogLine> lines;
    {
        const std::lock_guard lock(mMutex);
        lines.swap(mToShow);
        mShowScheduled = false;
    }
    mModel.append(lines);
}

void Logging::writeLines()
{
    std::unique_lock lock(mMutex);
    while (true) {
        mWork.wait(lock, [this] { return mStop || !mToWrite.empty(); });
        if (mToWrite.empty()) {
            return; // asked to stop, and nothing is left
        }
        std::deque<LogLine> lines;
        lines.swap(mToWrite);
        mWriting = true;
        lock.unlock();
        for (const LogLine &line : lines) {
            mOut.write(formatted(line));
        }
        lock.lock();
        mWriting = false;
        mWritten.notify_all();
    }
}

} // namespace gridward
