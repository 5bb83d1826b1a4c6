// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/print/paintedlayer.h"

#include <qgslayertreemodellegendnode.h>
#include <qgsmaplayerlegend.h>
#include <qgsmaplayerrenderer.h>
#include <qgsrendercontext.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

class PaintedRenderer final : public QgsMapLayerRenderer
{
public:
    PaintedRenderer(const QString &layer, QgsRenderContext &context, PaintedLayer::Painter painter)
        : QgsMapLayerRenderer(layer, &context)
        , mPainter(std::move(painter))
    {
    }
    bool render() override
    {
        if (mPainter && renderContext()->painter() != nullptr) {
            renderContext()->painter()->save();
            mPainter(*renderContext());
            renderContext()->painter()->restore();
        }
        return true;
    }

private:
    PaintedLayer::Painter mPainter;
};

class PaintedLegend final : public QgsMapLayerLegend
{
public:
    PaintedLegend(QList<PaintedLayer::Entry> entries, QObject *parent)
        : QgsMapLayerLegend(parent)
        , mEntries(std::move(entries))
    {
    }
    QList<QgsLayerTreeModelLegendNode *>
    createLayerTreeModelLegendNodes(QgsLayerTreeLayer *node) override
    {
        QList<QgsLayerTreeModelLegendNode *> nodes;
        for (const PaintedLayer::Entry &entry : std::as_const(mEntries)) {
            nodes.append(
                new QgsSimpleLegendNode(node, entry.text, entry.icon, nullptr, entry.text));
        }
        return nodes; // the legend takes them
    }

private:
    QList<PaintedLayer::Entry> mEntries;
};

} // namespace

PaintedLayer::PaintedLayer(const QString &name,
                           const QgsCoordinateReferenceSystem &crs,
                           Painter painter)
    : QgsPluginLayer(u"gridward_painted"_s, name)
    , mPainter(std::move(painter))
{
    setCrs(crs);
    // It draws what is in sight, wherever that is.
    const double everywhere = 2.1e7;
    setExtent(QgsRectangle(-everywhere, -everywhere, everywhere, everywhere));
    mValid = true;
}

void PaintedLayer::setEntries(const QList<Entry> &entries)
{
    mEntries = entries;
    setLegend(new PaintedLegend(entries, this));
}

QgsPluginLayer *PaintedLayer::clone() const
{
    auto *copy = new PaintedLayer(name(), crs(), mPainter);
    copy->setEntries(mEntries);
    return copy;
}

QgsMapLayerRenderer *PaintedLayer::createMapRenderer(QgsRenderContext &context)
{
    return new PaintedRenderer(id(), context, mPainter);
}

} // namespace gridward
