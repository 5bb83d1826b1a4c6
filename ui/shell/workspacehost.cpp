// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workspacehost.h"

#include <QAction>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QWindow>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace gridward {

/** A top-level window around one page. Closing it asks for the page to be put back. */
class WorkspaceHost::Window final : public QWidget
{
public:
    Window(TornOffStyle style, std::function<void()> closed)
        : QWidget(nullptr, Qt::Window)
        , mStyle(style)
        , mClosed(std::move(closed))
    {
        setAttribute(Qt::WA_QuitOnClose, false);
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        auto *toggle = new QAction(this);
        toggle->setObjectName(u"toggleFullScreen"_s);
        toggle->setShortcuts({QKeySequence(Qt::Key_F11)});
        addAction(toggle);
        connect(toggle, &QAction::triggered, this, [this] {
            setWindowState(windowState() ^ Qt::WindowFullScreen);
        });
    }

protected:
    void closeEvent(QCloseEvent *event) override
    {
        event->ignore(); // the page goes first, then the window
        mClosed();
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Escape && isFullScreen()) {
            setWindowState(windowState() & ~Qt::WindowFullScreen);
            return;
        }
        QWidget::keyPressEvent(event);
    }
    void changeEvent(QEvent *event) override
    {
        if (event->type() == QEvent::WindowStateChange && mStyle == TornOffStyle::Wall) {
            if (isFullScreen()) {
                setCursor(Qt::BlankCursor);
            } else {
                unsetCursor();
            }
        }
        QWidget::changeEvent(event);
    }

private:
    TornOffStyle mStyle;
    std::function<void()> mClosed;
};

WorkspaceHost::WorkspaceHost(QWidget *parent)
    : QWidget(parent)
    , mStack(new QStackedWidget)
{
    setObjectName(u"workspaceHost"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(mStack);
}

// A page that is torn off goes with its window: the host may be going as part of a window that is
// half gone already, where nothing can be put back.
WorkspaceHost::~WorkspaceHost() = default;

void WorkspaceHost::addPage(const QString &id, QWidget *page, TornOffStyle style)
{
    if (find(id) != nullptr || page == nullptr) {
        Q_ASSERT_X(false, "WorkspaceHost::addPage", "no page, or an id that is taken");
        return;
    }
    auto entry = std::make_unique<Page>();
    entry->id = id;
    entry->widget = page;
    entry->style = style;
    mStack->addWidget(page);
    mPages.push_back(std::move(entry));
    if (mPages.size() == 1) {
        showPage(id);
    }
}

QStringList WorkspaceHost::pages() const
{
    QStringList ids;
    for (const std::unique_ptr<Page> &page : mPages) {
        ids.append(page->id);
    }
    return ids;
}

QWidget *WorkspaceHost::page(const QString &id) const
{
    const Page *found = find(id);
    return found != nullptr ? found->widget : nullptr;
}

WorkspaceHost::Page *WorkspaceHost::find(const QString &id) const
{
    const auto found =
        std::ranges::find_if(mPages, [&](const auto &page) { return page->id == id; });
    return found == mPages.end() ? nullptr : found->get();
}

bool WorkspaceHost::showPage(const QString &id)
{
    Page *wanted = find(id);
    if (wanted == nullptr) {
        return false;
    }
    mStack->setCurrentWidget(wanted->window ? wanted->placeholder : wanted->widget);
    if (wanted->window) {
        wanted->window->raise();
        wanted->window->activateWindow();
    }
    if (mCurrent != id) {
        mCurrent = id;
        emit currentPageChanged(id);
    }
    return true;
}

void WorkspaceHost::tearOff(const QString &id)
{
    Page *torn = find(id);
    if (torn == nullptr || torn->window) {
        return;
    }
    makePlaceholder(*torn);
    const int index = mStack->indexOf(torn->widget);
    mStack->insertWidget(index, torn->placeholder);
    mStack->removeWidget(torn->widget);
    torn->window = std::make_unique<Window>(torn->style, [this, id] { putBack(id); });
    torn->window->setObjectName(id + u"Window"_s);
    torn->window->setWindowIcon(window()->windowIcon());
    torn->window->layout()->addWidget(torn->widget);
    torn->window->addActions(mSharedActions);
    torn->widget->show();
    nameWindow(*torn);
    place(*torn->window, *torn);
    if (torn->style == TornOffStyle::Wall) {
        torn->window->showFullScreen();
    } else {
        torn->window->show();
    }
    if (mCurrent == id) {
        mStack->setCurrentWidget(torn->placeholder);
    }
    emit tornOffChanged(id, true);
}

void WorkspaceHost::place(Window &window, const Page &page) const
{
    if (!page.geometry.isEmpty() && window.restoreGeometry(page.geometry)) {
        return;
    }
    // A monitor that the main window does not use, if there is one.
    const QScreen *own = screen();
    const QList<QScreen *> screens = QGuiApplication::screens();
    const auto other =
        std::ranges::find_if(screens, [own](const QScreen *one) { return one != own; });
    const QRect room =
        (other != screens.end() ? *other : QGuiApplication::primaryScreen())->availableGeometry();
    const QSize size = QSize(1440, 900).boundedTo(room.size() * 0.9);
    window.setGeometry(QRect(room.center() - QPoint(size.width() / 2, size.height() / 2), size));
}

void WorkspaceHost::putBack(const QString &id)
{
    Page *torn = find(id);
    if (torn == nullptr || !torn->window) {
        return;
    }
    torn->geometry = torn->window->saveGeometry();
    const int index = mStack->indexOf(torn->placeholder);
    mStack->insertWidget(index, torn->widget);
    mStack->removeWidget(torn->placeholder);
    torn->placeholder->deleteLater();
    torn->placeholder = nullptr;
    if (mCurrent == id) {
        mStack->setCurrentWidget(torn->widget);
    }
    // Not at once: this may be its own closing.
    Window *closing = torn->window.release();
    closing->hide();
    closing->deleteLater();
    emit geometryChanged(id, torn->geometry);
    emit tornOffChanged(id, false);
}

void WorkspaceHost::putAllBack()
{
    for (const QString &id : tornOffPages()) {
        putBack(id);
    }
}

bool WorkspaceHost::isTornOff(const QString &id) const
{
    return windowOf(id) != nullptr;
}

QStringList WorkspaceHost::tornOffPages() const
{
    QStringList ids;
    for (const std::unique_ptr<Page> &page : mPages) {
        if (page->window) {
            ids.append(page->id);
        }
    }
    return ids;
}

QWidget *WorkspaceHost::windowOf(const QString &id) const
{
    const Page *found = find(id);
    return found != nullptr ? found->window.get() : nullptr;
}

void WorkspaceHost::setTitle(const QString &id, const QString &title)
{
    if (Page *named = find(id)) {
        named->title = title;
        retranslate();
    }
}

void WorkspaceHost::setDistrict(const QString &name)
{
    mDistrict = name;
    retranslate();
}

void WorkspaceHost::setLocked(bool locked)
{
    mIsLocked = locked;
    retranslate();
}

void WorkspaceHost::setSharedActions(const QList<QAction *> &actions)
{
    for (const std::unique_ptr<Page> &page : mPages) {
        if (page->window) {
            for (QAction *action : std::as_const(mSharedActions)) {
                page->window->removeAction(action);
            }
            page->window->addActions(actions);
        }
    }
    mSharedActions = actions;
}

QByteArray WorkspaceHost::geometryOf(const QString &id) const
{
    const Page *found = find(id);
    if (found == nullptr) {
        return {};
    }
    return found->window ? found->window->saveGeometry() : found->geometry;
}

void WorkspaceHost::setGeometryOf(const QString &id, const QByteArray &geometry)
{
    if (Page *found = find(id)) {
        found->geometry = geometry;
        if (found->window) {
            found->window->restoreGeometry(geometry);
        }
    }
}

void WorkspaceHost::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void WorkspaceHost::makePlaceholder(Page &page)
{
    page.placeholder = new QWidget;
    page.placeholder->setObjectName(u"tornOffPlaceholder"_s);
    page.placeholderText = new QLabel;
    page.placeholderText->setObjectName(u"emptyTitle"_s);
    page.placeholderText->setAlignment(Qt::AlignCenter);
    page.placeholderText->setWordWrap(true);
    page.bringBack = new QPushButton;
    page.bringBack->setObjectName(u"bringBack"_s);
    page.showWindow = new QPushButton;
    page.showWindow->setObjectName(u"showTornOff"_s);
    connect(page.bringBack, &QPushButton::clicked, this, [this, id = page.id] { putBack(id); });
    connect(page.showWindow, &QPushButton::clicked, this, [this, id = page.id] { showPage(id); });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(page.bringBack);
    buttons->addWidget(page.showWindow);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(page.placeholder);
    column->setContentsMargins(32, 32, 32, 32);
    column->setSpacing(16);
    column->addStretch(1);
    column->addWidget(page.placeholderText);
    column->addLayout(buttons);
    column->addStretch(1);
}

void WorkspaceHost::nameWindow(const Page &page) const
{
    const bool isHidden = mIsLocked && page.style != TornOffStyle::Wall;
    page.window->setWindowTitle(isHidden ? tr("%1 – Gridward").arg(tr("Locked"))
                                : mDistrict.isEmpty()
                                    ? tr("%1 – Gridward").arg(page.title)
                                    : tr("%1 – %2 – Gridward").arg(page.title, mDistrict));
    page.placeholderText->setText(tr("“%1” is shown in its own window.").arg(page.title));
    page.bringBack->setText(tr("Bring it back"));
    page.showWindow->setText(tr("Show the window"));
    if (QAction *toggle = page.window->findChild<QAction *>(u"toggleFullScreen"_s)) {
        toggle->setText(tr("Full screen"));
    }
}

void WorkspaceHost::retranslate()
{
    for (const std::unique_ptr<Page> &page : mPages) {
        if (page->window) {
            nameWindow(*page);
        }
    }
}

} // namespace gridward
