// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/mapport.h"

#include <QFrame>

class QAction;
class QActionGroup;
class QMenu;
class QToolBar;

namespace gridward {

class SearchBox;
struct Theme;

/**
 * Above the map: the search, and what a click means, what the map shows and what is done with it.
 * What has no room goes into a menu at its end. Speaks to the map itself where that is all. GUI
 * thread.
 */
class MapToolBar final : public QFrame
{
    Q_OBJECT
public:
    /** `ground` is where lists open and shortcuts count; the map must outlive it. */
    MapToolBar(MapPort &map, QWidget *ground, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** What needs a district can be done only when there is one. */
    void setHasDistrict(bool has);

    [[nodiscard]] SearchBox *search() const { return mSearch; }
    /** Checked while their panel is open. */
    [[nodiscard]] QAction *filterAction() const { return mFilter; }
    [[nodiscard]] QAction *bookmarksAction() const { return mBookmarks; }
    [[nodiscard]] QAction *themesAction() const { return mThemes; }

    /** Those that have keys of their own, for the sheet of shortcuts. */
    [[nodiscard]] QList<QAction *> keyActions() const;

public slots:
    void focusSearch();

signals:
    void baseMapWanted();
    void printWanted();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QAction *makeAction(const QString &name, const QList<QKeySequence> &shortcuts = {});
    void makeTools();
    void makeStyles();
    void makeRest();
    void fillBar();
    void retranslate();
    void showTool(MapTool tool);
    void chooseLook();

    MapPort &mMap;
    QWidget *mGround;
    SearchBox *mSearch;
    QToolBar *mBar;
    QActionGroup *mTools;
    QActionGroup *mStyles;
    QMenu *mStyleMenu;
    QAction *mFocusSearch = nullptr;
    QAction *mStyle = nullptr;
    QAction *mFilter = nullptr;
    QAction *mBookmarks = nullptr;
    QAction *mThemes = nullptr;
    QAction *mBaseMap = nullptr;
    QAction *mPrint = nullptr;
    int mRoomForWords = 0; ///< from this width on every button has its word
};

} // namespace gridward
