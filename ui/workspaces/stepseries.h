// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QObject>
#include <QString>

#include <optional>

namespace gridward {

class PlayBar;

/**
 * A picture of each step of a period, into one folder: shows a step, waits until its map is there,
 * asks for the file, goes on to the next; at the end the step is shown that was before. Pictures
 * that are written stay, whatever becomes of the rest. GUI thread.
 */
class StepSeries final : public QObject
{
    Q_OBJECT
public:
    /** The bar must outlive it. */
    explicit StepSeries(PlayBar &bar, QObject *parent = nullptr);

    /** The map of the step that the bar shows is there now, and the bar has steps. Conflict if a
     * picture would take the place of another file; then nothing was begun. */
    [[nodiscard]] Result<void> start(const QString &folder);
    [[nodiscard]] bool isRunning() const { return mIsRunning; }
    /** It ends as soon as it is told what became of the picture that was asked for. */
    [[nodiscard]] bool isStopping() const { return mWhy.has_value(); }
    [[nodiscard]] int written() const { return mWritten; }
    [[nodiscard]] int count() const { return mCount; }
    [[nodiscard]] const QString &folder() const { return mFolder; }

    /** The map of the step that the bar shows is there. */
    void takeShown();
    /** What became of the picture that was asked for. */
    void takeWritten(const std::optional<Error> &error);
    /** Ends it, at once or, while a picture is being written, once that is over. */
    void stop(const Error &error);

signals:
    void pictureWanted(const QString &path);
    /** written() has changed. */
    void progressed();
    /** No error: all of them are there. */
    void ended(const std::optional<gridward::Error> &error);

private:
    [[nodiscard]] QString pathOf(int step) const;
    void show(int step);
    void end(const std::optional<Error> &error);

    PlayBar &mBar;
    QString mFolder;
    int mCount = 0;
    int mWritten = 0;
    int mBefore = 0; ///< the step that was shown
    bool mIsRunning = false;
    bool mIsWriting = false;
    std::optional<Error> mWhy; ///< it is to stop
};

} // namespace gridward
