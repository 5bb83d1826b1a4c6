// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/picturestage.h"

#include "ui/panels/photoloading.h"

#include <QApplication>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kMargin = 16;
constexpr int kGap = 16;

/** The whole page, not what always has to be seen: alarms, and that data are simulated. */
QWidget &pageOf(QWidget &widget)
{
    QWidget *page = widget.window();
    for (QWidget *one = &widget; one != widget.window(); one = one->parentWidget()) {
        if (qobject_cast<QStackedWidget *>(one->parentWidget()) != nullptr) {
            page = one;
        }
    }
    return *page;
}

} // namespace

QList<StagedView> stagedPairs(const QList<StagedPicture> &before, const QList<StagedPicture> &after)
{
    const auto at = [](const QList<StagedPicture> &all, qsizetype place) {
        return all.isEmpty() ? std::optional<StagedPicture>()
                             : std::optional(all.at(std::min(place, all.size() - 1)));
    };
    QList<StagedView> views;
    for (qsizetype i = 0; i < std::max(before.size(), after.size()); ++i) {
        views.append(StagedView{at(before, i), at(after, i)});
    }
    return views;
}

PictureStage *PictureStage::open(QWidget &beside, const QList<StagedView> &views, qsizetype first)
{
    if (views.isEmpty()) {
        return nullptr;
    }
    auto *stage = new PictureStage(pageOf(beside), views);
    stage->goTo(first);
    stage->show();
    stage->raise();
    stage->setFocus(Qt::PopupFocusReason);
    return stage;
}

PictureStage::PictureStage(QWidget &page, const QList<StagedView> &views)
    : QWidget(&page)
    , mViews(views)
    , mBefore(page.window()->focusWidget())
{
    setObjectName(u"pictureStage"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::StrongFocus);
    setGeometry(page.rect());
    setAccessibleDescription(tr("Esc closes the pictures"));
    page.installEventFilter(this);
    mOpened.start();
}

void PictureStage::goTo(qsizetype place)
{
    place = std::clamp<qsizetype>(place, 0, mViews.size() - 1);
    if (place == mPlace) {
        return;
    }
    mPlace = place;
    mImages = {};
    const int turn = ++mTurn;
    QStringList titles;
    const qreal ratio = devicePixelRatioF();
    const int pixels = static_cast<int>(std::max(width(), height()) * ratio);
    for (std::size_t side = 0; side < mImages.size(); ++side) {
        const std::optional<StagedPicture> &one = mViews.at(place).at(side);
        if (!one) {
            continue;
        }
        titles.append(one->title);
        ++mReading;
        scalePictures({one->attachment}, pixels)
            .then(this, [this, side, turn](const QList<QImage> &images) {
                --mReading;
                if (turn == mTurn) {
                    mImages.at(side) = images.value(0);
                    update();
                }
            });
    }
    setAccessibleName(titles.join(u", "_s));
    update();
}

void PictureStage::leave()
{
    if (mIsLeaving) {
        return;
    }
    mIsLeaving = true; // the keyboard goes back, which is no other reason to close
    const bool hasKeys = hasFocus();
    hide();
    if (hasKeys && mBefore) {
        mBefore->setFocus();
    }
    deleteLater();
}

bool PictureStage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize) {
        setGeometry(parentWidget()->rect());
    }
    return QWidget::eventFilter(watched, event);
}

/** What is behind it is not to be reached. */
bool PictureStage::focusNextPrevChild(bool /*next*/)
{
    return true;
}

void PictureStage::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason) {
        leave();
    }
    QWidget::focusOutEvent(event);
}

void PictureStage::keyPressEvent(QKeyEvent *event)
{
    event->accept(); // a letter means nothing here, and must take no step behind it
    switch (event->key()) {
    case Qt::Key_Escape:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        leave();
        break;
    case Qt::Key_Right:
    case Qt::Key_Down:
        goTo(mPlace + 1);
        break;
    case Qt::Key_Left:
    case Qt::Key_Up:
        goTo(mPlace - 1);
        break;
    default:
        break;
    }
}

void PictureStage::mousePressEvent(QMouseEvent * /*event*/)
{
    // The second half of a double click that opened it does not close it.
    mIsPressed = mOpened.elapsed() > QApplication::doubleClickInterval();
}

void PictureStage::mouseReleaseEvent(QMouseEvent * /*event*/)
{
    if (mIsPressed) {
        leave();
    }
}

void PictureStage::paintSide(QPainter &painter, const QRect &room, std::size_t side)
{
    const std::optional<StagedPicture> &one = mViews.at(mPlace).at(side);
    const int line = fontMetrics().height();
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect(room.topLeft(), QSize(room.width(), line)),
                     Qt::AlignCenter,
                     fontMetrics().elidedText(one->title, Qt::ElideMiddle, room.width()));
    const QRect below = room.adjusted(0, line + kGap / 2, 0, 0);
    const QImage &shown = mImages.at(side);
    if (shown.isNull()) {
        painter.drawText(below,
                         Qt::AlignCenter | Qt::TextWordWrap,
                         mReading > 0 ? tr("Reading …") : tr("This picture cannot be shown."));
        return;
    }
    QRect target(QPoint(), shown.size().scaled(below.size(), Qt::KeepAspectRatio));
    target.moveCenter(below.center());
    painter.drawImage(target, shown);
}

void PictureStage::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const int line = fontMetrics().height();
    QRect room = rect().adjusted(kMargin, kMargin, -kMargin, -kMargin);
    QStringList keys;
    if (mViews.size() > 1) {
        keys.append(tr("%1 of %2").arg(mPlace + 1).arg(mViews.size()));
        keys.append(tr("← → another picture"));
    }
    keys.append(tr("Esc closes"));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect(room.left(), room.bottom() - line, room.width(), line + 1),
                     Qt::AlignCenter,
                     keys.join(u"  ·  "_s));
    room.setBottom(room.bottom() - line - kGap);
    const StagedView &view = mViews.at(mPlace);
    if (view.at(0) && view.at(1)) {
        const int half = (room.width() - kGap) / 2;
        paintSide(painter, QRect(room.topLeft(), QSize(half, room.height())), 0);
        room.setLeft(room.left() + half + kGap);
        paintSide(painter, room, 1);
    } else {
        paintSide(painter, room, view.at(0) ? 0 : 1);
    }
}

} // namespace gridward
