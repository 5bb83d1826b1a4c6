// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QWidget>

#include <memory>
#include <vector>

class QAction;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace gridward {

/** How a workspace behaves in a window of its own. */
enum class TornOffStyle {
    Window, ///< as any window
    Wall,   ///< full screen at once, without a mouse pointer
};

/**
 * The workspaces of the main window by id: one of them shows, and any of them can be torn off into
 * a window of its own, for another monitor, and put back. What is torn off leaves a page that says
 * so and brings it back. GUI thread.
 *
 * For MainWindow: put the host where the stack of pages was; addPage() for each workspace, in the
 * order of the rail; setTitle() and setDistrict() whenever it retranslates; setSharedActions() with
 * the actions whose shortcuts shall work in the torn-off windows too; a rail action calls
 * showPage(), another one tearOff(currentPage()). Keep the geometry like that of the main window:
 * restore with setGeometryOf() before tearOff(), save geometryOf() when geometryChanged() says so
 * or at the end, and tornOffPages() if they shall come back at the next start. The pages get theme
 * and language as ever: the theme through their own setTheme(), the language by LanguageChange.
 * Torn-off windows close with the main window: they do not keep the program running.
 */
class WorkspaceHost final : public QWidget
{
    Q_OBJECT
public:
    explicit WorkspaceHost(QWidget *parent = nullptr);
    ~WorkspaceHost() override;

    /** Becomes the parent of the page. The first page shows. An id is added once. */
    void addPage(const QString &id, QWidget *page, TornOffStyle style = TornOffStyle::Window);
    [[nodiscard]] QStringList pages() const;
    /** Null if there is no such page. */
    [[nodiscard]] QWidget *page(const QString &id) const;

    /** False if there is no such page. One that is torn off comes to the front where it is. */
    bool showPage(const QString &id);
    [[nodiscard]] QString currentPage() const { return mCurrent; }

    /** Into its own window, on another screen than the host's if there is one. */
    void tearOff(const QString &id);
    /** Also done by closing the window. */
    void putBack(const QString &id);
    void putAllBack();
    [[nodiscard]] bool isTornOff(const QString &id) const;
    [[nodiscard]] QStringList tornOffPages() const;
    /** Null unless it is torn off. */
    [[nodiscard]] QWidget *windowOf(const QString &id) const;

    /** Of the workspace, in the language of the moment; for the title of its window. */
    void setTitle(const QString &id, const QString &title);
    void setDistrict(const QString &name);
    /** While it is, the titles of torn-off windows (but a wall's) say nothing else. */
    void setLocked(bool locked);
    /** Their shortcuts work in the torn-off windows as in the main one. F11 is those windows'. */
    void setSharedActions(const QList<QAction *> &actions);

    /** As of QWidget::saveGeometry(); empty if the page never had a window. */
    [[nodiscard]] QByteArray geometryOf(const QString &id) const;
    void setGeometryOf(const QString &id, const QByteArray &geometry);

signals:
    void currentPageChanged(const QString &id);
    void tornOffChanged(const QString &id, bool tornOff);
    /** Where its window was: told when it goes. */
    void geometryChanged(const QString &id, const QByteArray &geometry);

protected:
    void changeEvent(QEvent *event) override;

private:
    class Window;
    struct Page
    {
        QString id;
        QString title;
        QWidget *widget = nullptr;
        TornOffStyle style = TornOffStyle::Window;
        QByteArray geometry;
        QWidget *placeholder = nullptr; ///< stands in the stack while it is torn off
        QLabel *placeholderText = nullptr;
        QPushButton *bringBack = nullptr;
        QPushButton *showWindow = nullptr;
        std::unique_ptr<Window> window;
    };

    [[nodiscard]] Page *find(const QString &id) const;
    void makePlaceholder(Page &page);
    void place(Window &window, const Page &page) const;
    void nameWindow(const Page &page) const;
    void retranslate();

    QStackedWidget *mStack;
    std::vector<std::unique_ptr<Page>> mPages;
    QList<QAction *> mSharedActions;
    QString mDistrict;
    QString mCurrent;
    bool mIsLocked = false;
};

} // namespace gridward
