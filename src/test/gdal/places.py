"""What GDAL and PROJ make of an exported file: places.py FILE PLANE; one line per shape: layer, numbers as they stand, longitudes and
latitudes by the file's own system. Or places.py - PLANE with lines of longitude and latitude: their numbers on the plane."""
import sys
from osgeo import ogr, osr
ogr.UseExceptions()
osr.UseExceptions()


def traditional(srs):
    srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return srs


def system(text):
    srs = osr.SpatialReference()
    srs.SetFromUserInput(text)
    return traditional(srs)


def points(geometry):
    if geometry.GetGeometryCount():
        for i in range(geometry.GetGeometryCount()):
            yield from points(geometry.GetGeometryRef(i))
    else:
        for i in range(geometry.GetPointCount()):
            yield geometry.GetX(i), geometry.GetY(i)


def said(pairs):
    return ' '.join('%r,%r' % (x, y) for x, y in pairs)


if sys.argv[1] == '-':
    to = osr.CoordinateTransformation(system('EPSG:4490'), system(sys.argv[2]))
    places = [tuple(float(n) for n in p.split(',')) for p in sys.argv[3].split()]
    print(said([to.TransformPoint(x, y)[:2] for x, y in places]))
else:
    source = ogr.Open(sys.argv[1])
    for layer in source:
        srs = layer.GetSpatialRef()
        srs = system(sys.argv[2]) if srs is None else traditional(srs.Clone())
        back = osr.CoordinateTransformation(srs, system('EPSG:4490'))
        for feature in layer:
            shape = feature.GetGeometryRef()
            if shape is None or shape.GetGeometryType() in (ogr.wkbPoint, ogr.wkbPoint25D):
                continue
            pairs = list(points(shape))
            print('\t'.join([layer.GetName(), said(pairs), said([back.TransformPoint(x, y)[:2] for x, y in pairs])]))
