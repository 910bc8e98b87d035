import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { Api } from '../../../../web/api.js';

const ITEM = { layer: 'parks', id: 1, version: 1, properties: { name: '甲', net_plane_m2: 5 } };
/** @type {Record<string, object>} */
const ANSWERS = {
    '/api/plan': { key: 'k', layers: [{ id: 'parks', attributes: [{ name: 'name' }] }] },
    '/api/layers/parks/features/1/ledger': { net: 5 },
    '/ogc/collections/parks/items/1': ITEM,
    '/ogc/collections/parks/items': { features: [ITEM], numberMatched: 1 },
};

test('what is counted of a plot is no part of what the page may write', async (t) => {
    const server = createServer((request, response) => {
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify(ANSWERS[request.url?.split('?')[0] ?? '']));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    t.after(() => server.close());
    const api = new Api(`http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`);
    await api.plan();
    assert.deepEqual((await api.feature({ layer: 'parks', id: 1 })).properties, { name: '甲' });
    const { features, numberMatched } = await api.features('parks', [0, 0, 1, 1], 1);
    assert.deepEqual(features[0].properties, { name: '甲' });
    assert.equal(numberMatched, 1);
});
