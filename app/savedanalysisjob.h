// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exitstatus.h"
#include "models/domain/result.h"

#include <QObject>
#include <QSize>
#include <QString>
#include <QTimer>

#include <functional>
#include <optional>

namespace gridward {

class AnalysisWorkspace;
class DistrictService;
class MainWindow;
struct Message;

/** A file of an analysis that was saved. */
struct SavedAnalysisOrder
{
    QString name;
    QString out;   ///< its ending says the format
    QString title; ///< empty: the one that the window gives it
    QString paper; ///< empty: the window's
    bool json = false;
};

/**
 * Opens an analysis that was saved in a window that nobody sees, waits until it is on the map, and
 * has the window write it: so the file is the one that a person would get there, to the byte. Says
 * whether it still gives the map that was saved. GUI thread; finished() tells how it went.
 */
class SavedAnalysisJob final : public QObject
{
    Q_OBJECT
public:
    SavedAnalysisJob(SavedAnalysisOrder order, MainWindow &window, DistrictService &district);

    /** Says whether anything is still being read or drawn. */
    void setBusyProbe(std::function<bool()> probe) { mProbe = std::move(probe); }
    /** Before the store is opened. */
    void start();

signals:
    void finished(gridward::ExitStatus status);

private:
    /** What has been done so far. */
    enum class Step { Opening, Computing, Writing, Done };

    void look();
    void giveUp();
    void openAnalysis();
    void write();
    void takeMessage(const Message &message);
    void takeWritten(const QString &path, const std::optional<Error> &error);
    void finish(ExitStatus status);

    SavedAnalysisOrder mOrder;
    MainWindow &mWindow;
    DistrictService &mDistrict;
    AnalysisWorkspace *mWorkspace = nullptr;
    std::function<bool()> mProbe = [] { return false; };
    Step mStep = Step::Opening;
    QStringList mRemarks;
    QTimer mLook;
    QTimer mPatience; ///< until it is on the map
    int mQuiet = 0;   ///< how many looks in a row found nothing at work
};

} // namespace gridward
