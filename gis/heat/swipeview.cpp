// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/swipeview.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kDividerWidth = 16; ///< to take hold of; the line in it is thinner
constexpr double kKeyStep = 0.02;
constexpr int kTagMargin = 12;
constexpr int kNorth = 72; ///< so wide is the arrow to the north, with its margins

} // namespace

/** The line between the two. */
class SwipeView::Divider final : public QWidget
{
public:
    explicit Divider(SwipeView *view)
        : QWidget(view)
        , mView(*view)
    {
        setObjectName(u"swipeDivider"_s);
        setCursor(Qt::SplitHCursor);
        setFocusPolicy(Qt::StrongFocus);
    }

protected:
    void mouseMoveEvent(QMouseEvent *event) override
    {
        if (event->buttons().testFlag(Qt::LeftButton)) {
            mView.setShare(mapTo(&mView, event->position()).x() / std::max(1, mView.width()));
        }
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        switch (event->key()) {
        case Qt::Key_Left:
            mView.setShare(mView.share() - kKeyStep);
            return;
        case Qt::Key_Right:
            mView.setShare(mView.share() + kKeyStep);
            return;
        case Qt::Key_Home:
            mView.setShare(0.0);
            return;
        case Qt::Key_End:
            mView.setShare(1.0);
            return;
        default:
            QWidget::keyPressEvent(event);
        }
    }
    void focusInEvent(QFocusEvent * /*event*/) override { update(); }
    void focusOutEvent(QFocusEvent * /*event*/) override { update(); }
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor ink = palette().color(hasFocus() ? QPalette::Highlight : QPalette::WindowText);
        const QPointF middle(width() / 2.0, height() / 2.0);
        painter.fillRect(QRectF(middle.x() - 1.5, 0.0, 3.0, height()),
                         palette().color(QPalette::Base));
        painter.fillRect(QRectF(middle.x() - 0.5, 0.0, 1.0, height()), ink);
        painter.setPen(QPen(ink, hasFocus() ? 2.0 : 1.0));
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawRoundedRect(QRectF(middle.x() - 6.0, middle.y() - 16.0, 12.0, 32.0), 6.0, 6.0);
        painter.drawLine(middle + QPointF(-2.0, -5.0), middle + QPointF(-2.0, 5.0));
        painter.drawLine(middle + QPointF(2.0, -5.0), middle + QPointF(2.0, 5.0));
    }

private:
    SwipeView &mView;
};

/** Words on a map. */
class SwipeView::Tag final : public QLabel
{
public:
    explicit Tag(SwipeView *view)
        : QLabel(view)
    {
        setProperty("mapTag", true);
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }
};

SwipeView::SwipeView(QWidget *left, QWidget *right, QWidget *parent)
    : QWidget(parent)
    , mLeft(left)
    , mClip(new QWidget(this))
    , mRight(right)
    , mDivider(new Divider(this))
    , mLeftWords(new Tag(this))
    , mRightWords(new Tag(this))
{
    mLeft->setParent(this);
    mLeft->lower();
    mRight->setParent(mClip);
    mLeftWords->setObjectName(u"leftMapWords"_s);
    mRightWords->setObjectName(u"rightMapWords"_s);
    setFocusProxy(mLeft);
    retranslate();
    setLayoutOfTwo(HeatLayout::One);
}

void SwipeView::setLayoutOfTwo(HeatLayout layout)
{
    mLayout = layout;
    mClip->setVisible(layout != HeatLayout::One);
    mDivider->setVisible(layout == HeatLayout::Swipe);
    place();
}

void SwipeView::setWords(const QString &left, const QString &right)
{
    mLeftWords->setText(left);
    mRightWords->setText(right);
    place();
}

void SwipeView::setShare(double share)
{
    mShare = std::clamp(share, 0.0, 1.0);
    place();
}

void SwipeView::retranslate()
{
    mDivider->setAccessibleName(tr("Divider between the two periods"));
    mDivider->setToolTip(tr("Drag it, or move it with ← and →."));
}

void SwipeView::resizeEvent(QResizeEvent * /*event*/)
{
    place();
}

void SwipeView::place()
{
    const QRect all = rect();
    int from = all.width();
    switch (mLayout) {
    case HeatLayout::One:
        mLeft->setGeometry(all);
        break;
    case HeatLayout::SideBySide: {
        const int half = all.width() / 2;
        from = all.width() - half;
        // As wide as each other: linked views then show the same ground.
        mLeft->setGeometry(0, 0, half, all.height());
        mClip->setGeometry(from, 0, half, all.height());
        mRight->setGeometry(0, 0, half, all.height());
        break;
    }
    case HeatLayout::Swipe:
        from = static_cast<int>(mShare * all.width());
        mLeft->setGeometry(all);
        mClip->setGeometry(from, 0, all.width() - from, all.height());
        mRight->setGeometry(-from, 0, all.width(), all.height());
        mDivider->setGeometry(std::clamp(from - kDividerWidth / 2,
                                         -kDividerWidth / 2,
                                         all.width() - kDividerWidth / 2),
                              0,
                              kDividerWidth,
                              all.height());
        mDivider->raise();
        break;
    }
    for (Tag *tag : {mLeftWords, mRightWords}) {
        const bool isRight = tag == mRightWords;
        tag->setVisible(!tag->text().isEmpty() && (!isRight || mLayout != HeatLayout::One));
        tag->adjustSize();
        // In the upper left of its map; of two on one ground, before the arrow to the north.
        const int left = !isRight                            ? kTagMargin
                         : mLayout == HeatLayout::SideBySide ? all.width() / 2 + kTagMargin
                                                             : all.width() - tag->width() - kNorth;
        tag->move(left, kTagMargin);
        tag->raise();
    }
}

} // namespace gridward
