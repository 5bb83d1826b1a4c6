// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/overlay/caselegend.h"

#include "gis/overlay/symbolart.h"

#include <qgslayertreemodellegendnode.h>
#include <qgsmaplayerlegend.h>
#include <qgsnullsymbolrenderer.h>
#include <qgsvectorlayer.h>

#include <QCoreApplication>
#include <QIcon>
#include <QPainter>
#include <QPixmap>

#include <functional>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseLegend)
};

/** The entries: drawn by the same hand as the symbols on the map, and without a tick each. */
class CaseLegend final : public QgsMapLayerLegend
{
public:
    explicit CaseLegend(MapTheme theme)
        : mArt(theme)
    {
    }
    QList<QgsLayerTreeModelLegendNode *>
    createLayerTreeModelLegendNodes(QgsLayerTreeLayer *layer) override
    {
        QList<QgsLayerTreeModelLegendNode *> nodes;
        const auto add = [&](const QString &key,
                             const QString &label,
                             const std::function<void(QPainter &)> &draw) {
            // The model takes the nodes.
            nodes.append(new QgsSimpleLegendNode(layer, label, icon(draw), nullptr, key));
        };
        const auto level = [&](CaseLevel which, const QString &label) {
            add(toId(which), label, [&](QPainter &painter) {
                painter.scale(1.3, 1.3);
                mArt.drawCase(painter, which, 0, false);
            });
        };
        level(CaseLevel::Red, Words::tr("Red"));
        level(CaseLevel::Orange, Words::tr("Orange"));
        level(CaseLevel::Yellow, Words::tr("Yellow"));
        level(CaseLevel::Blue, Words::tr("Blue"));
        add(u"overdue"_s, Words::tr("With a ring: overdue"), [&](QPainter &painter) {
            mArt.drawCase(painter, CaseLevel::Blue, 0, true);
        });
        add(u"cluster"_s, Words::tr("Several, by the highest level"), [&](QPainter &painter) {
            mArt.drawCluster(painter, CaseLevel::Blue, 1);
            mArt.drawOverdueArc(painter, 1, kOverdueSteps / 3);
            mArt.drawNumber(painter, u"12"_s, levelInk(CaseLevel::Blue, mArt.theme()));
        });
        add(u"staff"_s, Words::tr("On duty (when zoomed in)"), [&](QPainter &painter) {
            painter.scale(1.4, 1.4);
            mArt.drawStaff(painter, false);
        });
        return nodes;
    }

private:
    static QIcon icon(const std::function<void(QPainter &)> &draw)
    {
        constexpr double kBox = 36.0; // logical pixels on the map
        QIcon made;
        for (const int size : {16, 20, 24, 32, 48}) {
            QPixmap pixmap(size, size);
            pixmap.fill(Qt::transparent);
            QPainter painter(&pixmap);
            painter.translate(size / 2.0, size / 2.0);
            painter.scale(size / kBox, size / kBox);
            draw(painter);
            painter.end();
            made.addPixmap(pixmap);
        }
        return made;
    }

    SymbolArt mArt;
};

} // namespace

void dressCaseLegend(QgsVectorLayer &layer, MapTheme theme)
{
    layer.setRenderer(new QgsNullSymbolRenderer); // the layer takes it
    layer.setLegend(new CaseLegend(theme));       // this too
}

} // namespace gridward
