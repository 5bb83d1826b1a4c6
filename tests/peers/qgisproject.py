# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs inside plain QGIS: qgisproject.py PROJECT OUT.png

Opens a project, says what each layer is, draws it at its own extent, and fails if a layer is bad or
the picture is of one colour.
"""
import sys

from qgis.core import (Qgis, QgsApplication, QgsMapRendererParallelJob, QgsMapSettings, QgsProject,
                       QgsRasterLayer)
from qgis.PyQt.QtCore import QSize

application = QgsApplication([], False)
application.initQgis()
print('QGIS', Qgis.QGIS_VERSION)
project = QgsProject.instance()
if not project.read(sys.argv[1]):
    sys.exit('the project cannot be read: ' + project.error())
layers = [node.layer() for node in project.layerTreeRoot().findLayers()]
bad = 0
for layer in layers:
    if layer is None or not layer.isValid():
        print('BAD', layer.name() if layer else 'a layer without its data')
        bad += 1
        continue
    renderer = layer.renderer().type() if layer.renderer() else 'none'
    print('ok', layer.name(), layer.crs().authid(), renderer)
    if isinstance(layer, QgsRasterLayer):
        statistics = layer.dataProvider().bandStatistics(1)
        print('   values', statistics.minimumValue, 'to', statistics.maximumValue)
if not layers or bad:
    sys.exit('%d of %d layers are bad' % (bad, len(layers)))
print('project', project.crs().authid())

settings = QgsMapSettings()
settings.setLayers([node.layer() for node in project.layerTreeRoot().findLayers()
                    if node.isVisible()])
settings.setDestinationCrs(project.crs())
settings.setBackgroundColor(project.backgroundColor())
settings.setOutputSize(QSize(800, 600))
view = project.viewSettings().defaultViewExtent()
settings.setExtent(view if not view.isEmpty() else settings.fullExtent())
job = QgsMapRendererParallelJob(settings)
job.start()
job.waitForFinished()
picture = job.renderedImage()
picture.save(sys.argv[2])
colours = {picture.pixel(x, y) for x in range(0, 800, 5) for y in range(0, 600, 5)}
print('colours', len(colours))
if len(colours) < 20:
    sys.exit('the picture shows next to nothing')
