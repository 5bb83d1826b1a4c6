// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/heat/heathandover.h"

#include <QObject>
#include <QProcess>

#include <memory>
#include <optional>

class QTemporaryDir;

namespace gridward {

class AsideFile;

/**
 * A process of our own program that writes one file of a heat map, so that the window goes on
 * meanwhile and a crash takes nothing with it. It gets values of cells, never cases, through a file
 * in a folder that only this user may enter, and writes into a hidden folder beside the place of
 * the file: whatever becomes of it, there is never half a file. Ends with this object. GUI thread.
 */
class HeatChild final : public QObject
{
    Q_OBJECT
public:
    explicit HeatChild(QObject *parent = nullptr);
    /** Kills it. */
    ~HeatChild() override;

    /** Whether it is worth a process: many cells, a large page, or what takes long whatever its
     * size.
     */
    [[nodiscard]] static bool isBig(const HeatHandover &handover);

    /** done() follows; once. */
    void start(const QString &program, const HeatHandover &handover);
    /** Kills it; done() with Cancelled follows. */
    void cancel();
    [[nodiscard]] qint64 processId() const { return mProcess.processId(); }

signals:
    void progressed(int percent);
    void done(const std::optional<gridward::Error> &error);

private:
    void readProgress();
    void end();
    [[nodiscard]] std::optional<Error> outcome();
    void tell(const std::optional<Error> &error);

    QProcess mProcess;
    std::unique_ptr<QTemporaryDir> mFolder; ///< of the order
    std::unique_ptr<AsideFile> mFile;
    QStringList mBeside; ///< names of the files beside it
    bool mIsCancelled = false;
    bool mIsDone = false;
};

/** Cells of a GeoTIFF, and pixels of a page, from which a process of its own writes them: packing
 * so many takes about a second. A page of A4 at 300 dpi is below that, one of A3 above. */
inline constexpr qint64 kBigCells = 1'000'000;
inline constexpr qint64 kBigPixels = 12'000'000;

} // namespace gridward
