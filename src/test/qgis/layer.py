"""What QGIS makes of a layer of the OGC API: layer.py URL COLLECTION. Lines that begin with '> ' are the answer."""
import os
import sys

from qgis.core import QgsApplication, QgsDistanceArea, QgsFeatureRequest, QgsProject, QgsRectangle, QgsVectorLayer

url, collection = sys.argv[1:]
app = QgsApplication([], False)
app.initQgis()
layer = QgsVectorLayer(f"url='{url}' typename='{collection}' pageSize='4'", collection, 'OAPIF')
print('> valid' if layer.isValid() else '> invalid')
measure = QgsDistanceArea()
measure.setSourceCrs(layer.crs(), QgsProject.instance().transformContext())
measure.setEllipsoid('EPSG:7030')
features = list(layer.getFeatures())
print('> features', len(features))
print('> fields', ','.join(field.name() for field in layer.fields()))
print('> area', sum(measure.measureArea(feature.geometry()) for feature in features))
box = QgsFeatureRequest().setFilterRect(QgsRectangle(113.25, 34.79, 113.28, 34.81)).setFlags(QgsFeatureRequest.ExactIntersect)
print('> in box', len(list(layer.getFeatures(box))))
sys.stdout.flush()
# The way out of QGIS stumbles over layers that are still alive.
os._exit(0)
