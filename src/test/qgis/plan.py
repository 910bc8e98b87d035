"""What QGIS makes of the plan's own file: plan.py FILE. One line for each layer: its name, its features, the colour it is drawn in."""
import os
import sqlite3
import sys

from qgis.core import QgsApplication, QgsVectorLayer

app = QgsApplication([], False)
app.initQgis()
names = [row[0] for row in sqlite3.connect(sys.argv[1]).execute('SELECT f_table_name FROM layer_styles')]
for name in names:
    layer = QgsVectorLayer(f'{sys.argv[1]}|layername={name}', name, 'ogr')
    _, loaded = layer.loadDefaultStyle()
    symbol = layer.renderer().symbol().symbolLayer(0)
    print('>', name, layer.featureCount(), 'styled' if loaded else 'plain', symbol.color().name(), symbol.strokeColor().name())
sys.stdout.flush()
# The way out of QGIS stumbles over layers that are still alive.
os._exit(0)
