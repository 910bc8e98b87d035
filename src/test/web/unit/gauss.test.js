import assert from 'node:assert/strict';
import test from 'node:test';
import { areaOf, lengthOf, planeOf } from '../../../../web/model/gauss.js';

const PLANE = { text: 'EPSG:4547', title: { zh: '', en: '' }, meridianDeg: 114, falseEastingM: 500000, falseNorthingM: 0, semiMajorM: 6378137 };

test('on the central meridian the easting is the false easting', () => {
    assert.equal(planeOf(PLANE, 114, 34.8).east, 500000);
    assert.equal(planeOf({ ...PLANE, falseEastingM: 38500000 }, 114, 34.8).east, 38500000);
});

// PROJ 9: +proj=tmerc +lon_0=87.6 +x_0=50000 +y_0=-4000000 +a=6378937 +rf=298.257222101
test('a local plane lies on the raised ellipsoid', () => {
    const local = { ...PLANE, meridianDeg: 87.6, falseEastingM: 50000, falseNorthingM: -4000000, semiMajorM: 6378937 };
    const { east, north } = planeOf(local, 87.5, 43.8);
    assert.ok(Math.hypot(east - 41951.4776805322, north - 852213.701848807) < 1e-6, `${east}, ${north}`);
});

// The corners by GDAL's EPSG:4547 (PROJ 9): a hundredth of a degree each way, north of the district's middle.
const FIELD = /** @type {[number, number][]} */ ([[113.24, 34.79], [113.25, 34.79], [113.25, 34.8], [113.24, 34.8]]);
const CORNERS = [[430443.488225, 3851559.006809], [431358.724005, 3851552.125171], [431367.011364, 3852661.526863], [430451.886102, 3852668.409398]];

test('corners lie on the plane where PROJ puts them, to a tenth of a millimetre', () => {
    FIELD.forEach(([lon, lat], i) => {
        const { east, north } = planeOf(PLANE, lon, lat);
        assert.ok(Math.hypot(east - CORNERS[i][0], north - CORNERS[i][1]) < 1e-4, `${east}, ${north}`);
    });
});

test('a length and an area are those of the plane, not of a sphere', () => {
    const edge = Math.hypot(CORNERS[1][0] - CORNERS[0][0], CORNERS[1][1] - CORNERS[0][1]);
    assert.ok(Math.abs(lengthOf(PLANE, FIELD.slice(0, 2)) - edge) < 1e-4);
    const twice = CORNERS.reduce((sum, [x, y], i) => sum + x * CORNERS[(i + 1) % 4][1] - CORNERS[(i + 1) % 4][0] * y, 0);
    assert.ok(Math.abs(areaOf(PLANE, FIELD) - Math.abs(twice) / 2) < 0.5);
    assert.ok(Math.abs(areaOf(PLANE, FIELD.toReversed()) - areaOf(PLANE, FIELD)) < 1e-6);
});
