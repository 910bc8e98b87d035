/**
 * The pages of the OGC API: maps, what can be copied, tables that sort, the language. Without it they can be read all the same.
 * @typedef {{href: string, stroke: string, fill: string, label: string, page: string, ground: boolean}} Source where features are read and how they look
 */
const L = /** @type {typeof import('leaflet')} */ (/** @type {any} */ (globalThis).L);
const CLOSEST = 17;
const YEAR_S = 31_536_000;

/** @param {HTMLElement} at */
async function draw(at) {
    const map = L.map(at, { attributionControl: false, zoomControl: false, scrollWheelZoom: false, zoomSnap: 0.25 });
    L.control.zoom({ zoomInTitle: at.dataset.in, zoomOutTitle: at.dataset.out }).addTo(map);
    const drawn = L.featureGroup().addTo(map);
    const ground = L.featureGroup().addTo(map);
    /** @type {Source[]} */
    const sources = JSON.parse(at.dataset.sources ?? '[]');
    const layers = await Promise.all(sources.map(read));
    layers.forEach((layer, i) => layer.addTo(sources[i].ground ? ground : drawn));
    const box = drawn.getBounds().isValid() ? drawn.getBounds() : ground.getBounds();
    at.hidden = !box.isValid();
    if (box.isValid()) map.fitBounds(box, { maxZoom: CLOSEST, padding: [12, 12], animate: false });
    at.dataset.drawn = String(sources.length);
}

/** @param {Source} source @returns {Promise<import('leaflet').GeoJSON>} */
async function read({ href, stroke, fill, label, page, ground }) {
    const look = { color: stroke, weight: 1.5, fill: fill !== '', fillColor: fill, fillOpacity: 0.35, radius: 6 };
    const answer = await fetch(href, { headers: { Accept: 'application/geo+json' } });
    const features = answer.ok ? await answer.json() : { type: 'FeatureCollection', features: [] };
    return L.geoJSON(features, {
        style: look,
        interactive: !ground,
        pointToLayer: (_, place) => L.circleMarker(place, look),
        onEachFeature: (feature, layer) => {
            if (ground) return;
            const text = document.createElement('span');
            text.textContent = String(feature.properties[label] ?? feature.id);
            layer.bindTooltip(text, { sticky: true });
            layer.on('click', () => location.assign(page + feature.id));
        },
    });
}

/** Sorts a table by the column of a heading, the other way round the next time. @param {HTMLTableElement} table @param {number} column */
function sort(table, column) {
    const heads = [...table.tHead?.rows[0].cells ?? []];
    const down = heads[column].ariaSort === 'ascending';
    heads.forEach((head, i) => (head.ariaSort = i !== column ? 'none' : down ? 'descending' : 'ascending'));
    const text = (/** @type {HTMLTableRowElement} */ row) => row.cells[column].textContent ?? '';
    const order = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
    const rows = [...table.tBodies[0].rows].sort((a, b) => order(text(a).replaceAll(',', ''), text(b).replaceAll(',', '')));
    table.tBodies[0].append(...(down ? rows.reverse() : rows));
}

for (const table of /** @type {NodeListOf<HTMLTableElement>} */ (document.querySelectorAll('table.sorts'))) {
    [...table.tHead?.rows[0].cells ?? []].forEach((head, column) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.title = table.dataset.sort ?? '';
        button.append(...head.childNodes);
        head.append(button);
        button.addEventListener('click', () => sort(table, column));
    });
}
for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('[data-copy]'))) {
    button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(button.dataset.copy ?? '');
        button.textContent = button.dataset.done ?? '';
    });
}
for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('[data-language]'))) {
    button.addEventListener('click', () => {
        document.cookie = `greenplan-language=${button.dataset.language}; path=/ogc; max-age=${YEAR_S}; samesite=strict`;
        location.reload();
    });
}
await Promise.all([.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.map'))].map(draw));

export {};
