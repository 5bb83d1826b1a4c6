// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QProgressBar;
class QSplitter;
class QToolButton;

namespace gridward {

class MapPort;
struct Theme;

/**
 * The workspace `map`: the layers at the left, the map beside them, and what to do when there is
 * nothing yet. Lives on the GUI thread.
 */
class MapWorkspace final : public QWidget
{
    Q_OBJECT
public:
    /** Becomes the parent of the two widgets; `port` must outlive it. */
    MapWorkspace(MapPort &port, QWidget *map, QWidget *layers, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** The actions at the head of the layer list, in this order. */
    void setHeadActions(const QList<QAction *> &actions);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void showProgress(std::optional<int> percent);
    void updateEmpty();
    void placeNotices();

    MapPort &mPort;
    QSplitter *mSplitter;
    QWidget *mMap;
    QLabel *mHeading;
    QWidget *mHead;
    QLabel *mNoLayers;
    QWidget *mEmpty;
    QLabel *mEmptyIcon;
    QLabel *mEmptyTitle;
    QLabel *mEmptyText;
    QWidget *mLoading;
    QLabel *mLoadingText;
    QProgressBar *mLoadingBar;
    QToolButton *mLoadingStop;
};

} // namespace gridward
