import assert from 'node:assert/strict';
import test from 'node:test';
import { boxOf, exportAddress } from '../../../../web/model/exports.js';

const order = { what: /** @type {const} */ ('layer'), layer: 'parks', format: 'dxf', crs: '4526', options: { hatch: 'true', vertices: '' } };

test('an order becomes an address; what is not wished is left out', () => {
    assert.equal(exportAddress(order, [], null), '/api/export.dxf?layer=parks&crs=4526&hatch=true');
    assert.equal(exportAddress({ ...order, what: 'all', crs: null, options: {} }, [], null), '/api/export.dxf');
    const selection = [{ layer: 'parks', id: 3 }, { layer: 'corridors', id: 2 }];
    const chosen = new URLSearchParams(exportAddress({ ...order, what: 'selection' }, selection, null).split('?')[1]);
    assert.equal(chosen.get('ids'), 'parks:3,corridors:2');
});

test('the box in view is that of Web Mercator', () => {
    const [west, south, east, north] = boxOf({ zoom: 0, lat: 0, lon: 0 }, 256, 256);
    assert.deepEqual([west, east], [-180, 180]);
    assert.ok(Math.abs(north - 85.0511) < 1e-3 && Math.abs(south + 85.0511) < 1e-3);
    const near = boxOf({ zoom: 17, lat: 34.8, lon: 113.3 }, 1400, 900);
    assert.ok(near[1] < 34.8 && near[3] > 34.8 && near[3] - near[1] < 0.01);
    const asked = new URLSearchParams(exportAddress({ ...order, what: 'view' }, [], near).split('?')[1]);
    assert.equal(asked.get('bbox')?.split(',').length, 4);
});
