import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { lensOf, NEUTRAL } from '../../../../web/model/lens.js';
import { paintOf } from '../../../../web/model/paint.js';

const catalogue = new URL('../../../../data/catalogue/', import.meta.url);
const GROUND = ['#fafbf8', '#1c2320'];
const LEAST = 10;
/** Machado, Oliveira and Fernandes 2009, complete lack of one kind of cone; linear sRGB. */
const EYES = {
    protan: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
};

/** @param {string} hex */
const parts = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
/** @param {number[][]} m @param {number[]} v */
const times = (m, v) => m.map((row) => row.reduce((sum, each, i) => sum + each * v[i], 0));
/** A colour laid over the ground, as an eye sees it, in CIELAB of D65. @param {{fill: string|null, fillOpacity: number}} paint @param {string} ground @param {number[][]} eye */
function seen({ fill, fillOpacity }, ground, eye) {
    const over = parts(fill ?? ground).map((part, i) => part * fillOpacity + parts(ground)[i] * (1 - fillOpacity));
    const linear = times(eye, over.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))).map((c) => Math.min(1, Math.max(0, c)));
    const [x, y, z] = times([[0.4339496, 0.3762098, 0.1898406], [0.2126729, 0.7151522, 0.072175], [0.0177566, 0.1094680, 0.8727755]], linear)
        .map((t) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116));
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIEDE2000. @param {number[]} one lightness, a, b @param {number[]} other */
function difference([l1, a1, b1], [l2, a2, b2]) {
    const rad = Math.PI / 180;
    const seventh = (/** @type {number} */ c) => Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7));
    const stretch = 1 + 0.5 * (1 - seventh((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2));
    const [c1, c2] = [Math.hypot(a1 * stretch, b1), Math.hypot(a2 * stretch, b2)];
    const [h1, h2] = [[a1, b1], [a2, b2]].map(([a, b]) => (Math.atan2(b, a * stretch) / rad + 360) % 360);
    const far = Math.abs(h1 - h2) > 180;
    const turn = c1 * c2 === 0 ? 0 : far ? h2 - h1 + (h2 > h1 ? -360 : 360) : h2 - h1;
    const [light, chroma] = [(l1 + l2) / 2, (c1 + c2) / 2];
    const hue = c1 * c2 === 0 ? h1 + h2 : (h1 + h2 + (far ? (h1 + h2 < 360 ? 360 : -360) : 0)) / 2;
    const t = 1 - 0.17 * Math.cos((hue - 30) * rad) + 0.24 * Math.cos(2 * hue * rad) + 0.32 * Math.cos((3 * hue + 6) * rad) - 0.2 * Math.cos((4 * hue - 63) * rad);
    const dl = (l2 - l1) / (1 + (0.015 * (light - 50) ** 2) / Math.sqrt(20 + (light - 50) ** 2));
    const dc = (c2 - c1) / (1 + 0.045 * chroma);
    const dh = (2 * Math.sqrt(c1 * c2) * Math.sin((turn / 2) * rad)) / (1 + 0.015 * chroma * t);
    return Math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 - 2 * seventh(chroma) * Math.sin(60 * rad * Math.exp(-(((hue - 275) / 25) ** 2))) * dc * dh);
}

/** @param {string} text @param {string} key */
const said = (text, key) => new RegExp(`\\b${key}: "?([^",}\\n]+)"?`).exec(text)?.[1] ?? '';
const codes = readFileSync(new URL('codes/status.yaml', catalogue), 'utf8').split('\n').filter((line) => line.includes('{code:'))
    .map((line) => ({ code: said(line, 'code'), colour: said(line, 'colour'), darkColour: said(line, 'dark_colour') }));
const plan = /** @type {any} */ ({ layers: [], roles: { status: 'status' }, codes: { status: { codes } } });
const plots = /** @type {any} */ ({ id: 'plots', role: 'adds green', geometry: 'polygon', style: { fill: '#58a65c', fillOpacity: 0.55, stroke: '#2f6b3a', width: 1, dash: [], pattern: 'none' } });

/** @param {{name: string, paint: import('../../../../web/model/paint.js').Paint}[]} looks @param {string} ground */
function alike(looks, ground) {
    return Object.entries(EYES).flatMap(([eye, matrix]) => looks.flatMap((one, i) => looks.slice(i + 1).flatMap((other) => {
        const far = difference(seen(one.paint, ground, matrix), seen(other.paint, ground, matrix));
        return far >= LEAST ? [] : [`${eye}: ${one.name} and ${other.name}, ${far.toFixed(1)}`];
    })));
}

test('the difference of colours is that of the published examples', () => {
    const near = (/** @type {number} */ value, /** @type {number} */ told) => assert.ok(Math.abs(value - told) < 1e-4, `${value}`);
    near(difference([50, 2.6772, -79.7751], [50, 0, -82.7485]), 2.0425);
    near(difference([50, 2.5, 0], [73, 25, -18]), 27.1492);
    near(difference([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514]), 0.9082);
});

for (const [place, theme] of ['light', 'dark'].entries()) {
    test(`statuses are told apart by who lacks red or green, on the ${theme} map and as full colours`, () => {
        assert.equal(codes.length, 4);
        const lens = lensOf(plan, 'status', theme === 'dark');
        const looks = [...codes.map(({ code }) => code), 'unknown'].map((status) => ({ name: status, paint: paintOf(plots, { type: 3, tags: { status } }, theme === 'dark', lens) }));
        assert.equal(looks[4].paint.fill, NEUTRAL[place]);
        assert.deepEqual(alike(looks, GROUND[place]), []);
        assert.deepEqual(alike(looks.map(({ name, paint }) => ({ name, paint: { ...paint, fillOpacity: 1 } })), GROUND[place]), []);
        assert.equal(new Set(looks.slice(0, 4).map(({ paint }) => paint.pattern)).size, 4, 'and by their patterns');
    });
}

/** Layers whose ground is painted, as the bundled catalogue describes them. */
const layers = readdirSync(new URL('layers/', catalogue)).sort().map((name) => readFileSync(new URL(`layers/${name}`, catalogue), 'utf8')).flatMap((text) => {
    const style = /^style: (.*)$/m.exec(text)?.[1] ?? '';
    const fill = said(style, 'fill');
    if (!fill.startsWith('#') || /^geometry: point/m.test(text)) return [];
    const [, id] = /^id: (.*)$/m.exec(text) ?? [];
    const [, role] = /^role: (.*)$/m.exec(text) ?? [];
    return [{ id, role, style: { fill, fillOpacity: Number(said(style, 'fill_opacity')), stroke: said(style, 'stroke'), width: 1, dash: [], pattern: said(style, 'pattern') } }];
});

for (const [place, theme] of ['light', 'dark'].entries()) {
    test(`layers are told apart by who lacks red or green, by their fills or their patterns, on the ${theme} map`, () => {
        assert.ok(layers.length >= 11);
        const dark = theme === 'dark';
        const lens = lensOf(plan, 'layer', dark);
        const statuses = (/** @type {string} */ role) => (role === 'adds green' ? codes.map(({ code }) => code) : ['']);
        const looks = layers.flatMap((layer) => statuses(layer.role).map((status) => ({ name: layer.id, paint: paintOf(/** @type {any} */ (layer), { type: 3, tags: { status } }, dark, lens) })));
        const kinds = [...new Set(looks.map(({ paint }) => paint.pattern))];
        const found = kinds.flatMap((kind) => alike(looks.filter(({ paint }) => paint.pattern === kind), GROUND[place]));
        assert.deepEqual(found.filter((line) => !/: (\w+) and \1,/.test(line)), []);
    });
}
