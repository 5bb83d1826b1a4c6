// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMainWindow>
#include <QTimer>

#include <functional>
#include <vector>

class QDockWidget;
class QMenu;

namespace gridward {

class DeskMemory;
struct Theme;

/**
 * The panels of a workspace around what stands in its middle. Each can be moved, taken out onto
 * another monitor and put back; where they are is kept, and they are there again after a restart,
 * unless that monitor is gone: then they are back in the window. GUI thread.
 */
class PanelDocks final : public QMainWindow
{
    Q_OBJECT
public:
    /** How panels stand if nobody moved them. */
    enum class Place { Right, Below };

    explicit PanelDocks(QWidget *parent = nullptr);
    ~PanelDocks() override;

    /** `roomy`: where it stands in a window with room; in a small one all are tabs at the right. */
    void addPanel(const QString &id, QWidget *panel, Place roomy, std::function<QString()> title);
    void setTheme(const Theme &theme);
    /** Keeps and brings back under this key, for the seat. It outlives this; none: nothing is kept.
     */
    void setMemory(DeskMemory *memory, const QString &key);

    /** In front, wherever it is. */
    void showPanel(const QString &id);
    [[nodiscard]] bool isFloating(const QString &id) const;
    /** Out of the window, onto another monitor if there is one, or back. */
    void setFloating(const QString &id, bool floating);
    void bringAllBack();
    /** As if nobody had moved anything. */
    void arrangeUsually();
    /** Panels outside of the window show nothing while nobody may look. */
    void setCovered(bool covered);
    /** Shows and hides panels, brings them back. */
    [[nodiscard]] QMenu *panelMenu() const { return mMenu; }
    void save();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Title;
    struct Panel
    {
        QString id;
        QDockWidget *dock = nullptr;
        Title *title = nullptr;
        Place place = Place::Right;
        std::function<QString()> name;
    };

    [[nodiscard]] const Panel *find(const QString &id) const;
    void noteMove();
    void restore();
    void sizeUsually();
    /** As large as is of use, and where it can be seen. */
    void fitFloating(const Panel &panel, bool anew);
    void raiseFloating();
    void retranslate();
    void readTabs();

    std::vector<Panel> mPanels;
    const Theme *mTheme = nullptr;
    DeskMemory *mMemory = nullptr;
    QString mKey;
    QMenu *mMenu;
    QAction *mBack;
    QAction *mUsual;
    QTimer mSaveSoon;
    QList<QDockWidget *> mHiddenByCover;
    bool mIsCovered = false;
    bool mIsArranging = false;
    bool mIsMoved = false; ///< by somebody: no longer the usual arrangement
    bool mIsRestored = false;
    bool mIsClosing = false; ///< the window closes: what it hides now nobody has closed
    bool mWasRoomy = false;
};

} // namespace gridward
