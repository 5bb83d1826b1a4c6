// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseevent.h"

#include <QElapsedTimer>
#include <QImage>
#include <QList>
#include <QPointer>
#include <QWidget>

#include <array>
#include <optional>

namespace gridward {

/** A picture that can be looked at large, and what it is. */
struct StagedPicture
{
    Attachment attachment;
    QString title;
};

/** What is seen at once: one picture, or what was before beside what is after. */
using StagedView = std::array<std::optional<StagedPicture>, 2>;

/** One view for each pair of them; of the shorter list the last one stays. */
[[nodiscard]] QList<StagedView> stagedPairs(const QList<StagedPicture> &before,
                                            const QList<StagedPicture> &after);

/**
 * Pictures as large as the page: stands in front of all that is on it, arrows go to the next view,
 * Esc or a click closes it, and the keyboard is where it was before. Follows the size of the page;
 * closes itself when something else takes the keyboard. Pictures are read beside the GUI thread, on
 * which this lives; deletes itself when it is closed.
 */
class PictureStage final : public QWidget
{
    Q_OBJECT
public:
    /**
     * Over the page of the window that `beside` is on, or all of a window without pages. Null if
     * there is nothing to show.
     */
    static PictureStage *open(QWidget &beside, const QList<StagedView> &views, qsizetype first);

    /** False while pictures are being read. */
    [[nodiscard]] bool isSettled() const { return mReading == 0; }
    [[nodiscard]] qsizetype place() const { return mPlace; }
    /** As it is read now; null for none. */
    [[nodiscard]] const QImage &image(std::size_t side) const { return mImages.at(side); }

public slots:
    void goTo(qsizetype place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    PictureStage(QWidget &page, const QList<StagedView> &views);
    void leave();
    void paintSide(QPainter &painter, const QRect &room, std::size_t side);

    QList<StagedView> mViews;
    qsizetype mPlace = -1;
    std::array<QImage, 2> mImages;
    int mTurn = 0; ///< what was read for another view is not shown
    int mReading = 0;
    bool mIsPressed = false;
    bool mIsLeaving = false;
    QElapsedTimer mOpened;
    QPointer<QWidget> mBefore; ///< had the keyboard
};

} // namespace gridward
