"""What QGIS makes of a GeoPackage of ours, the plan's own file or an exported one: plan.py FILE.

One line for each layer: its name, its features, whether its style was picked up, the colours it is drawn in, its coordinate system,
and the sum of its areas on EPSG:4547 in square metres.
"""
import os
import sqlite3
import sys

from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject, QgsVectorLayer

app = QgsApplication([], False)
app.initQgis()
plane = QgsCoordinateReferenceSystem('EPSG:4547')


def area(layer):
    to_plane = QgsCoordinateTransform(layer.crs(), plane, QgsProject.instance())
    total = 0
    for feature in layer.getFeatures():
        geometry = feature.geometry()
        geometry.transform(to_plane)
        total += geometry.area()
    return total


names = [row[0] for row in sqlite3.connect(sys.argv[1]).execute('SELECT f_table_name FROM layer_styles')]
for name in names:
    layer = QgsVectorLayer(f'{sys.argv[1]}|layername={name}', name, 'ogr')
    _, loaded = layer.loadDefaultStyle()
    symbol = layer.renderer().symbol().symbolLayer(0)
    style = 'styled' if loaded else 'plain'
    colours = symbol.color().name(), symbol.strokeColor().name()
    print('>', name, layer.featureCount(), style, *colours, layer.crs().authid(), area(layer))
sys.stdout.flush()
# The way out of QGIS stumbles over layers that are still alive.
os._exit(0)
