// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qgspluginlayer.h>

#include <QIcon>
#include <QList>
#include <QString>

#include <functional>

class QgsRenderContext;

namespace gridward {

/**
 * A map layer that somebody else paints: what lies over the canvas without being a layer there
 * (cases and staff), put on top of the layers of a printed map. Made and owned by whoever prints,
 * in no project. The painter is copied into each rendering and may be called on another thread
 * than the GUI's, so it holds what it paints by value.
 */
class PaintedLayer final : public QgsPluginLayer
{
    Q_OBJECT
public:
    /**
     * Paints within `context`: its painter (in pixels of the device, scaleFactor() pixels to a
     * millimetre), its mapToPixel(), and extent(), all in the coordinates of the map.
     */
    using Painter = std::function<void(QgsRenderContext &context)>;

    /** One line of the legend. */
    struct Entry
    {
        QIcon icon;
        QString text;
    };

    PaintedLayer(const QString &name, const QgsCoordinateReferenceSystem &crs, Painter painter);

    void setEntries(const QList<Entry> &entries);
    [[nodiscard]] const QList<Entry> &entries() const { return mEntries; }

    [[nodiscard]] QgsPluginLayer *clone() const override;
    [[nodiscard]] QgsMapLayerRenderer *createMapRenderer(QgsRenderContext &context) override;
    void setTransformContext(const QgsCoordinateTransformContext & /*context*/) override {}
    bool readSymbology(const QDomNode & /*node*/,
                       QString & /*errorMessage*/,
                       QgsReadWriteContext & /*context*/,
                       StyleCategories /*categories*/) override
    {
        return true;
    }
    bool writeSymbology(QDomNode & /*node*/,
                        QDomDocument & /*document*/,
                        QString & /*errorMessage*/,
                        const QgsReadWriteContext & /*context*/,
                        StyleCategories /*categories*/) const override
    {
        return true;
    }

private:
    Painter mPainter;
    QList<Entry> mEntries;
};

} // namespace gridward
