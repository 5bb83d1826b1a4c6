// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/paneldocks.h"

#include "models/view/deskmemory.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QDockWidget>
#include <QEvent>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QResizeEvent>
#include <QScreen>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kRoomyWidth = 1480; ///< logical pixels: a queue and two panels beside each other
constexpr int kRoomyHeight = 720;
constexpr int kLeastMap = 360; ///< of the last one of the lower row, which is the map
constexpr int kOffEdge = 32;   ///< of the window, for a panel that is taken out on one monitor
constexpr QSize kFloating{960, 720};
constexpr QSize kLeastFloating{640, 480};
constexpr std::chrono::milliseconds kSaveSoon{800};

} // namespace

/** What stands over a panel: its name, and a button that takes it out or puts it back. */
class PanelDocks::Title final : public QFrame
{
public:
    explicit Title(QDockWidget *dock)
        : QFrame(dock)
        , mName(new QLabel)
        , mOut(new QToolButton)
        , mClose(new QToolButton)
    {
        setObjectName(u"panelTitle"_s);
        setAttribute(Qt::WA_StyledBackground);
        mName->setObjectName(u"panelTitleName"_s);
        mOut->setObjectName(u"panelOut"_s);
        mClose->setObjectName(u"panelClose"_s);
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(16, 2, 8, 2);
        layout->setSpacing(4);
        layout->addWidget(mName, 1);
        for (QToolButton *button : {mOut, mClose}) {
            button->setAutoRaise(true);
            button->setIconSize({16, 16});
            button->setFocusPolicy(Qt::TabFocus);
            layout->addWidget(button);
        }
    }
    void setTheme(const Theme &theme)
    {
        mOut->setIcon(themedIcon(u"tear-off"_s, theme));
        mClose->setIcon(themedIcon(u"close"_s, theme));
    }
    void say(const QString &name, const QString &out, const QString &close)
    {
        mName->setText(name);
        mOut->setToolTip(out);
        mOut->setAccessibleName(out);
        mClose->setToolTip(close);
        mClose->setAccessibleName(close);
    }
    [[nodiscard]] QToolButton *out() const { return mOut; }
    [[nodiscard]] QToolButton *close() const { return mClose; }

private:
    QLabel *mName;
    QToolButton *mOut;
    QToolButton *mClose;
};

PanelDocks::PanelDocks(QWidget *parent)
    : QMainWindow(parent)
    , mMenu(new QMenu(this))
    , mBack(new QAction(this))
    , mUsual(new QAction(this))
{
    setObjectName(u"panelDocks"_s);
    setWindowFlags(Qt::Widget); // a part of the workspace, no window
    setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setContextMenuPolicy(Qt::NoContextMenu);
    mSaveSoon.setSingleShot(true);
    mSaveSoon.setInterval(kSaveSoon);
    connect(&mSaveSoon, &QTimer::timeout, this, [this] {
        mIsClosing = false; // it did not
        save();
    });
    mBack->setObjectName(u"panelsBack"_s);
    mUsual->setObjectName(u"panelsUsual"_s);
    connect(mBack, &QAction::triggered, this, &PanelDocks::bringAllBack);
    connect(mUsual, &QAction::triggered, this, &PanelDocks::arrangeUsually);
}

PanelDocks::~PanelDocks()
{
    if (mIsRestored && !mIsClosing) {
        save(); // how wide the panels are tells nobody
    }
}

void PanelDocks::addPanel(const QString &id,
                          QWidget *panel,
                          Place roomy,
                          std::function<QString()> title)
{
    auto *dock = new QDockWidget(this);
    dock->setObjectName(u"dock-"_s + id);
    dock->setWidget(panel);
    dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable |
                      QDockWidget::DockWidgetFloatable);
    auto *bar = new Title(dock);
    dock->setTitleBarWidget(bar);
    dock->installEventFilter(this);
    addDockWidget(Qt::RightDockWidgetArea, dock);
    mPanels.push_back({id, dock, bar, roomy, std::move(title)});
    connect(
        bar->out(), &QToolButton::clicked, this, [this, id] { setFloating(id, !isFloating(id)); });
    connect(bar->close(), &QToolButton::clicked, dock->toggleViewAction(), &QAction::trigger);
    // Told of what the user does alone: a closed panel stays closed, at the next start too.
    connect(dock->toggleViewAction(), &QAction::triggered, this, &PanelDocks::noteMove);
    connect(dock, &QDockWidget::topLevelChanged, this, &PanelDocks::noteMove);
    connect(dock, &QDockWidget::dockLocationChanged, this, &PanelDocks::noteMove);
    connect(dock, &QDockWidget::visibilityChanged, this, [this] { mSaveSoon.start(); });
    mMenu->clear();
    for (const Panel &one : mPanels) {
        mMenu->addAction(one.dock->toggleViewAction());
    }
    mMenu->addSeparator();
    mMenu->addActions({mBack, mUsual});
    retranslate();
}

const PanelDocks::Panel *PanelDocks::find(const QString &id) const
{
    const auto found = std::ranges::find(mPanels, id, &Panel::id);
    return found == mPanels.end() ? nullptr : &*found;
}

void PanelDocks::setTheme(const Theme &theme)
{
    mTheme = &theme;
    for (const Panel &one : mPanels) {
        one.title->setTheme(theme);
        one.dock->update();
    }
}

void PanelDocks::setMemory(DeskMemory *memory, const QString &key)
{
    mMemory = memory;
    mKey = key;
}

void PanelDocks::noteMove()
{
    if (!mIsArranging) {
        mIsMoved = true;
        mSaveSoon.start();
    }
    retranslate();
    // Cases that are dragged over a tab bring its panel to the front.
    QMetaObject::invokeMethod(this, &PanelDocks::readTabs, Qt::QueuedConnection);
}

void PanelDocks::readTabs()
{
    for (QTabBar *tabs : findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly)) {
        tabs->setChangeCurrentOnDrag(true);
        tabs->setDrawBase(false);
        tabs->setExpanding(false);
    }
}

void PanelDocks::showPanel(const QString &id)
{
    if (const Panel *panel = find(id)) {
        panel->dock->show();
        panel->dock->raise();
    }
}

bool PanelDocks::isFloating(const QString &id) const
{
    const Panel *panel = find(id);
    return panel != nullptr && panel->dock->isFloating();
}

void PanelDocks::setFloating(const QString &id, bool floating)
{
    const Panel *panel = find(id);
    if (panel == nullptr || panel->dock->isFloating() == floating) {
        return;
    }
    panel->dock->setFloating(floating);
    if (!floating) {
        return;
    }
    fitFloating(*panel, true);
    panel->dock->show();
    panel->dock->raise();
}

void PanelDocks::fitFloating(const Panel &panel, bool anew)
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    const auto other =
        std::ranges::find_if(screens, [this](const QScreen *one) { return one != screen(); });
    const bool goesElsewhere = anew && other != screens.end();
    const QRect room = (goesElsewhere ? *other
                        : anew        ? screen()
                                      : panel.dock->screen())
                           ->availableGeometry();
    const QSize most = room.size() * 0.9;
    QRect place = panel.dock->geometry();
    if (goesElsewhere) {
        place.setSize(kFloating.boundedTo(most));
        place.moveCenter(room.center());
    } else {
        // Docked it may have been a strip; and what hangs over the edge cannot be worked in.
        place.setSize(place.size().expandedTo(kLeastFloating).boundedTo(most));
        if (anew) {
            // At the top of the window: the command line, with what brings it back, stays free.
            const QRect around = window()->geometry();
            place.moveTopRight(around.topRight() + QPoint(-kOffEdge, 2 * kOffEdge));
        }
        place.moveRight(std::min(place.right(), room.right()));
        place.moveBottom(std::min(place.bottom(), room.bottom()));
        place.moveLeft(std::max(place.left(), room.left()));
        place.moveTop(std::max(place.top(), room.top()));
    }
    panel.dock->setGeometry(place);
}

void PanelDocks::raiseFloating()
{
    for (const Panel &one : mPanels) {
        if (one.dock->isFloating() && one.dock->isVisible()) {
            one.dock->raise();
        }
    }
}

void PanelDocks::bringAllBack()
{
    for (const Panel &one : mPanels) {
        one.dock->show();
        one.dock->setFloating(false);
    }
}

void PanelDocks::arrangeUsually()
{
    mIsArranging = true;
    mWasRoomy = width() >= kRoomyWidth && height() >= kRoomyHeight;
    QDockWidget *right = nullptr;
    QDockWidget *below = nullptr;
    for (const Panel &one : mPanels) {
        one.dock->setFloating(false);
        removeDockWidget(one.dock);
    }
    for (const Panel &one : mPanels) {
        const bool under = mWasRoomy && one.place == Place::Below;
        QDockWidget *&neighbour = under ? below : right;
        if (neighbour == nullptr) {
            addDockWidget(under ? Qt::BottomDockWidgetArea : Qt::RightDockWidgetArea, one.dock);
        } else if (under) {
            splitDockWidget(neighbour, one.dock, Qt::Horizontal);
        } else {
            tabifyDockWidget(neighbour, one.dock);
        }
        neighbour = one.dock;
        one.dock->show();
    }
    if (!mPanels.empty()) {
        mPanels.front().dock->raise();
    }
    sizeUsually();
    // Once more when the window has its size: it may be on its way to it.
    QTimer::singleShot(0, this, [this] {
        if (!mIsMoved) {
            sizeUsually();
        }
    });
    mIsArranging = false;
    mIsMoved = false;
    mSaveSoon.start();
    retranslate();
    readTabs();
}

void PanelDocks::sizeUsually()
{
    QList<QDockWidget *> sides;
    QList<int> widths;
    QList<QDockWidget *> lower;
    QList<int> heights;
    const int side = std::clamp(width() * 3 / 10, 360, 640);
    for (const Panel &one : mPanels) {
        if (mWasRoomy && one.place == Place::Below) {
            lower.append(one.dock);
            heights.append(height() * 2 / 5);
        } else {
            sides.append(one.dock);
            widths.append(side);
        }
    }
    resizeDocks(sides, widths, Qt::Horizontal);
    resizeDocks(lower, heights, Qt::Vertical);
    if (lower.size() > 1) {
        const int room = width() - side;
        const int last = std::max(kLeastMap, room * 2 / 5);
        QList<int> shares(lower.size(), (room - last) / static_cast<int>(lower.size() - 1));
        shares.last() = last;
        resizeDocks(lower, shares, Qt::Horizontal);
    }
}

void PanelDocks::setCovered(bool covered)
{
    if (covered == mIsCovered) {
        return;
    }
    mIsCovered = covered;
    if (!covered) {
        for (QDockWidget *dock : std::exchange(mHiddenByCover, {})) {
            dock->show();
        }
        return;
    }
    for (const Panel &one : mPanels) {
        if (one.dock->isFloating() && one.dock->isVisible()) {
            mHiddenByCover.append(one.dock);
            one.dock->hide();
        }
    }
}

void PanelDocks::save()
{
    if (mMemory == nullptr || mKey.isEmpty() || mIsCovered || !mIsRestored) {
        return;
    }
    QJsonObject screens;
    for (const Panel &one : mPanels) {
        if (one.dock->isFloating()) {
            screens.insert(one.id, one.dock->screen()->name());
        }
    }
    const QJsonObject all{{u"state"_s, QString::fromLatin1(saveState().toBase64())},
                          {u"moved"_s, mIsMoved},
                          {u"screens"_s, screens}};
    mMemory->keep(DeskMemory::kSeat,
                  mKey,
                  QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact)));
}

void PanelDocks::restore()
{
    mIsRestored = true;
    const QString text = mMemory != nullptr ? mMemory->kept(DeskMemory::kSeat, mKey) : QString();
    const QJsonObject kept = QJsonDocument::fromJson(text.toUtf8()).object();
    const QByteArray state = QByteArray::fromBase64(kept.value("state"_L1).toString().toLatin1());
    if (state.isEmpty() || !kept.value("moved"_L1).toBool()) {
        arrangeUsually();
        return;
    }
    mIsArranging = true;
    const bool restored = restoreState(state);
    // A monitor that is gone shows nothing: what was there comes back.
    QStringList names;
    for (const QScreen *screen : QGuiApplication::screens()) {
        names.append(screen->name());
    }
    const QJsonObject screens = kept.value("screens"_L1).toObject();
    for (const Panel &one : mPanels) {
        if (!one.dock->isFloating()) {
            continue;
        }
        if (names.contains(screens.value(one.id).toString())) {
            fitFloating(one, false);
        } else {
            one.dock->setFloating(false);
        }
    }
    mIsArranging = false;
    mIsMoved = restored;
    if (!restored) {
        arrangeUsually();
    }
    retranslate();
    readTabs();
}

bool PanelDocks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Close && watched == window() && mIsRestored) {
        mIsClosing = false;
        save(); // before the panels outside go with the window
        mIsClosing = true;
    }
    if (event->type() == QEvent::WindowActivate && watched == window()) {
        // A panel outside never goes behind the window that one clicks into: it would seem gone.
        QMetaObject::invokeMethod(this, &PanelDocks::raiseFloating, Qt::QueuedConnection);
    }
    const auto *dock = event->type() == QEvent::Paint && mTheme != nullptr
                           ? qobject_cast<QDockWidget *>(watched)
                           : nullptr;
    if (dock != nullptr && dock->isFloating()) {
        // With a title of ours it paints no frame, and outside it would lie on the list like a part
        // of it.
        QPainter painter(static_cast<QDockWidget *>(watched));
        painter.setPen(mTheme->mutedText);
        painter.drawRect(dock->rect().adjusted(0, 0, -1, -1));
    }
    return QMainWindow::eventFilter(watched, event);
}

void PanelDocks::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (!mIsRestored) {
        window()->installEventFilter(this);
        restore();
    }
    // In front of the window, which comes up only now: there may be no manager to see to it.
    QMetaObject::invokeMethod(this, &PanelDocks::raiseFloating, Qt::QueuedConnection);
}

void PanelDocks::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    const bool roomy = width() >= kRoomyWidth && height() >= kRoomyHeight;
    if (mIsRestored && !mIsMoved && !mIsArranging) {
        if (roomy != mWasRoomy || event->oldSize().isEmpty()) {
            arrangeUsually();
        }
    }
}

void PanelDocks::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QMainWindow::changeEvent(event);
}

void PanelDocks::retranslate()
{
    for (const Panel &one : mPanels) {
        const QString name = one.name();
        one.dock->setWindowTitle(name);
        one.title->say(name,
                       one.dock->isFloating() ? tr("Put “%1” back into the window").arg(name)
                                              : tr("Take “%1” out, onto another monitor").arg(name),
                       tr("Close “%1”").arg(name));
    }
    mBack->setText(tr("Bring all panels back"));
    mUsual->setText(tr("Usual arrangement"));
}

} // namespace gridward
