"""What GDAL finds in a file, as JSON: layers.py FILE [EPSG]. The EPSG code is for files that name no coordinate system.

Each layer says its name, its system ("EPSG:4547" or null) and its features; each feature its fields, the kind of its shape, and its
area in square metres on EPSG:4547. Closed lines count as areas, for that is how drawings hold them; a table's column WKT is its
shape.
"""
import json
import sys

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
osr.UseExceptions()


def system(code):
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(code)
    # East before north, as every file of ours has it and GDAL's drivers have theirs.
    srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return srs


PLANE = system(4547)


def shape(feature):
    geometry = feature.GetGeometryRef()
    if geometry is None and feature.GetFieldIndex('WKT') >= 0:
        geometry = ogr.CreateGeometryFromWkt(feature['WKT'])
    return None if geometry is None else geometry.Clone()


def area(geometry, srs):
    if ogr.GT_Flatten(geometry.GetGeometryType()) == ogr.wkbLineString and geometry.IsRing():
        geometry = ogr.BuildPolygonFromEdges(ogr.ForceToMultiLineString(geometry))
    if not srs.IsSame(PLANE):
        geometry.Transform(osr.CoordinateTransformation(srs, PLANE))
    return geometry.GetArea() if geometry.GetDimension() == 2 else 0


def described(feature, srs):
    geometry = shape(feature)
    return {
        'fields': {name: value for name, value in feature.items().items() if name != 'WKT'},
        'kind': None if geometry is None else geometry.GetGeometryName(),
        'area': 0 if geometry is None else area(geometry, srs),
    }


def layers(path, given):
    source = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_READONLY)
    for index in range(source.GetLayerCount()):
        layer = source.GetLayer(index)
        own = layer.GetSpatialRef()
        srs = own or given
        yield {
            'name': layer.GetName(),
            'crs': own and f'{own.GetAuthorityName(None)}:{own.GetAuthorityCode(None)}',
            'features': [described(feature, srs) for feature in layer],
        }


print(json.dumps(list(layers(sys.argv[1], system(int(sys.argv[2]) if len(sys.argv) > 2 else 4326)))))
