// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QAction;
class QgsLayerTreeView;
class QgsMapCanvas;
class QgsProject;

namespace gridward {

/**
 * The list of layers: what is shown, in which order, with its symbols. Tick to show, drag to
 * reorder, F2 renames, Delete removes. Lives on the GUI thread, owned by its parent.
 */
class LayerPanel final : public QWidget
{
    Q_OBJECT
public:
    LayerPanel(QgsProject *project, QWidget *parent = nullptr);

    /** Colour of the boxes to tick; the style takes it from a background that may be too dark. */
    void setOutline(const QColor &color);

signals:
    /** Files were dropped on the list. */
    void filesDropped(const QStringList &paths);
    /** The user wants to see the whole of these layers. */
    void zoomRequested(const QStringList &layerIds);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void updateActions();
    void showMenu(const QPoint &place);
    void removeSelected();
    void zoomToSelected();

    QgsProject *mProject;
    QgsLayerTreeView *mTree;
    QAction *mZoom;
    QAction *mRename;
    QAction *mRemove;
};

} // namespace gridward
