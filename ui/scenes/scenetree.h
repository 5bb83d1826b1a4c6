// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/wall/wallscene.h"

#include <QWidget>

class QAction;
class QComboBox;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace gridward {

/**
 * Columns of a scene and the tiles in them, each with its share of the room and, for tiles, which
 * go first where there is too little. By keyboard: Insert adds a tile, Delete removes, Ctrl+Up and
 * Ctrl+Down move, numbers are typed into the cells. GUI thread.
 */
class SceneTree final : public QWidget
{
    Q_OBJECT
public:
    explicit SceneTree(QWidget *parent = nullptr);

    void setColumns(const QList<SceneColumn> &columns);
    [[nodiscard]] QList<SceneColumn> columns() const;

signals:
    /** By hand. */
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QTreeWidgetItem *appendColumn(const SceneColumn &column);
    [[nodiscard]] QTreeWidgetItem *appendTile(QTreeWidgetItem &column, const SceneTile &tile);
    void retranslate();
    void nameColumns();
    void fillKinds();
    void addColumn();
    void addTile();
    void remove();
    void move(int step);
    void check();
    void edited();

    QTreeWidget *mTree;
    QComboBox *mKind; ///< the tile to be added: none that is there already
    QToolButton *mAddTile;
    QToolButton *mAddColumn;
    QToolButton *mRemove;
    QToolButton *mUp;
    QToolButton *mDown;
    bool mIsFilling = false;
};

} // namespace gridward
