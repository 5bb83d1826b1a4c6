// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/map/layerpanel.h"

#include <qgslayertree.h>
#include <qgslayertreemodel.h>
#include <qgslayertreemodellegendnode.h>
#include <qgslayertreeview.h>
#include <qgsmaplayer.h>
#include <qgsmaptopixel.h>
#include <qgsproject.h>
#include <qgsrendercontext.h>
#include <qgssymbol.h>
#include <qgssymbollayerutils.h>

#include <QAction>
#include <QDropEvent>
#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>
#include <QPixmap>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/**
 * On a fine screen QGIS draws symbols beside the tree in sizes that do not agree: fills twice as
 * large as markers, points half as large. There they are drawn here, as large as on any other.
 */
class LayerModel final : public QgsLayerTreeModel
{
public:
    LayerModel(QgsLayerTree *root, QWidget &shownIn, QObject *parent)
        : QgsLayerTreeModel(root, parent)
        , mShownIn(shownIn)
    {
    }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == Qt::DecorationRole && mShownIn.devicePixelRatioF() > 1.0) {
            if (const QgsSymbol *symbol = symbolAt(index)) {
                return swatch(*symbol);
            }
        }
        return QgsLayerTreeModel::data(index, role);
    }

private:
    [[nodiscard]] const QgsSymbol *symbolAt(const QModelIndex &index) const
    {
        QgsLayerTreeModelLegendNode *entry = index2legendNode(index);
        if (entry == nullptr) {
            QgsLayerTreeNode *node = index2node(index);
            entry = node != nullptr && QgsLayerTree::isLayer(node)
                        ? legendNodeEmbeddedInParent(QgsLayerTree::toLayer(node))
                        : nullptr;
        }
        const auto *symbol = qobject_cast<const QgsSymbolLegendNode *>(entry);
        return symbol != nullptr ? symbol->symbol() : nullptr;
    }

    [[nodiscard]] QPixmap swatch(const QgsSymbol &symbol) const
    {
        constexpr int kSide = 16;
        constexpr int kLine = 24; ///< so that dashes are seen
        constexpr double kPerMillimetre = 96.0 / 25.4;
        const double ratio = mShownIn.devicePixelRatioF();
        const QSizeF size(symbol.type() == Qgis::SymbolType::Line ? kLine : kSide, kSide);
        double units = 0.0;
        double scale = 0.0;
        int dpi = 0;
        legendMapViewData(&units, &dpi, &scale);
        QgsRenderContext context;
        context.setScaleFactor(kPerMillimetre * ratio);
        context.setRendererScale(scale);
        context.setMapToPixel(QgsMapToPixel(units / ratio));
        context.setFlag(Qgis::RenderContextFlag::Antialiasing, true);
        QPixmap pixmap =
            QgsSymbolLayerUtils::symbolPreviewPixmap(&symbol, (size * ratio).toSize(), 0, &context);
        pixmap.setDevicePixelRatio(ratio);
        return pixmap;
    }

    QWidget &mShownIn;
};

} // namespace

LayerPanel::LayerPanel(QgsProject *project, QWidget *parent)
    : QWidget(parent)
    , mProject(project)
    , mTree(new QgsLayerTreeView(this))
    , mZoom(new QAction(this))
    , mRename(new QAction(this))
    , mRemove(new QAction(this))
{
    setObjectName(u"layerPanel"_s);
    auto *model = new LayerModel(project->layerTreeRoot(), *this, this);
    model->setFlag(QgsLayerTreeModel::AllowNodeReorder);
    model->setFlag(QgsLayerTreeModel::AllowNodeRename);
    model->setFlag(QgsLayerTreeModel::AllowNodeChangeVisibility);
    model->setFlag(QgsLayerTreeModel::ShowLegendAsTree);
    model->setAutoCollapseLegendNodes(8);
    mTree->setModel(model);
    mTree->setContextMenuPolicy(Qt::CustomContextMenu);
    mTree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    mTree->setFrameShape(QFrame::NoFrame);
    mTree->setObjectName(u"layerTree"_s);
    // A long name loses its end; to go sideways would hide the ticks.
    mTree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    mTree->setTextElideMode(Qt::ElideRight);
    mTree->header()->setSectionResizeMode(QHeaderView::Stretch);
    mTree->header()->setMinimumSectionSize(0);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(mTree);

    mZoom->setObjectName(u"layerZoom"_s);
    mRename->setObjectName(u"layerRename"_s);
    mRename->setShortcut(Qt::Key_F2);
    mRemove->setObjectName(u"layerRemove"_s);
    mRemove->setShortcut(QKeySequence::Delete);
    for (QAction *action : {mZoom, mRename, mRemove}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    connect(mTree, &QgsLayerTreeView::datasetsDropped, this, [this](const QDropEvent *event) {
        QStringList files;
        for (const QUrl &url : event->mimeData()->urls()) {
            if (url.isLocalFile()) {
                files.append(url.toLocalFile());
            }
        }
        emit filesDropped(files);
    });
    connect(mZoom, &QAction::triggered, this, &LayerPanel::zoomToSelected);
    connect(mRename, &QAction::triggered, mTree, [this] { mTree->edit(mTree->currentIndex()); });
    connect(mRemove, &QAction::triggered, this, &LayerPanel::removeSelected);
    connect(mTree, &QWidget::customContextMenuRequested, this, &LayerPanel::showMenu);
    connect(mTree->selectionModel(),
            &QItemSelectionModel::selectionChanged,
            this,
            &LayerPanel::updateActions);
    connect(mTree, &QAbstractItemView::doubleClicked, this, &LayerPanel::zoomToSelected);

    retranslate();
    updateActions();
}

void LayerPanel::setOutline(const QColor &color)
{
    QPalette palette = mTree->palette();
    palette.setColor(QPalette::Window, color);
    mTree->setPalette(palette);
}

void LayerPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void LayerPanel::retranslate()
{
    mZoom->setText(tr("Zoom to layer"));
    mRename->setText(tr("Rename"));
    mRemove->setText(tr("Remove from the map"));
    mTree->setAccessibleName(tr("Layers on the map"));
}

void LayerPanel::updateActions()
{
    const bool any = !mTree->selectedLayers().isEmpty();
    mZoom->setEnabled(any);
    mRemove->setEnabled(any);
    mRename->setEnabled(mTree->currentIndex().isValid());
}

void LayerPanel::showMenu(const QPoint &place)
{
    QMenu menu(this);
    menu.addActions({mZoom, mRename, mRemove});
    menu.exec(mTree->viewport()->mapToGlobal(place));
}

void LayerPanel::removeSelected()
{
    QStringList ids;
    for (const QgsMapLayer *layer : mTree->selectedLayers()) {
        ids.append(layer->id());
    }
    mProject->removeMapLayers(ids);
}

void LayerPanel::zoomToSelected()
{
    QStringList ids;
    for (const QgsMapLayer *layer : mTree->selectedLayers()) {
        ids.append(layer->id());
    }
    if (!ids.isEmpty()) {
        emit zoomRequested(ids);
    }
}

} // namespace gridward
