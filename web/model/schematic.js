/** @typedef {import('./water.js').Link} Link */
/** @typedef {import('./water.js').Source} Source */
/** @typedef {import('./water.js').Lake} Lake */

/**
 * A lake, a source, or a place where lines meet; x and y are shares of the width and of the height.
 * @typedef {{id: string, kind: 'lake'|'source'|'place', feature: string, name: string, x: number, y: number}} Spot
 * What leads from one spot to another: one line of the plan, with what enters it in each month.
 * @typedef {{id: string, feature: string, name: string, from: string, to: string, edges: string[], m3: number[]}} Way
 * @typedef {{spots: Spot[], ways: Way[], rows: number}} Schematic
 */

const SWEEPS = 8;

/**
 * Lays a network out without geography: what feeds stands above what is fed. The same network is always laid out alike.
 * @param {{lakes: Lake[], links: Link[], sources: Source[]}} water @returns {Schematic}
 */
export function schematic({ lakes, links, sources }) {
    const ways = joined([
        ...links.map(({ edge, feature, name, from, to, m3 }) => ({ id: edge, feature, name, from, to, edges: [edge], m3 })),
        // A source that stands where lines meet is that place.
        ...sources.filter(({ at, feature }) => at !== feature).map(({ feature, name, at, m3 }) => ({ id: feature, feature, name, from: feature, to: at, edges: [], m3 })),
    ], new Set(lakes.map(({ feature }) => feature)));
    /** @type {Map<string, Omit<Spot, 'x'|'y'>>} */
    const spots = new Map();
    for (const { feature, name } of lakes) spots.set(feature, { id: feature, kind: 'lake', feature, name });
    for (const { feature, name } of sources) spots.set(feature, { id: feature, kind: 'source', feature, name });
    for (const { from, to, feature, name } of ways) for (const id of [from, to]) if (!spots.has(id)) spots.set(id, { id, kind: 'place', feature, name });
    const rows = ordered(ranks([...spots.keys()], ways), ways);
    const placed = rows.flatMap((row, y) => row.map((id, x) => ({ ...of(spots, id), x: (x + 0.5) / row.length, y: (y + 0.5) / rows.length })));
    return { spots: placed, ways, rows: rows.length };
}

/** @template T @param {Map<string, T>} map @param {string} id @returns {T} */
function of(map, id) {
    const found = map.get(id);
    if (found === undefined) throw new Error(`no ${id}`);
    return found;
}

/** Stretches of one line that meet where nothing else does are one way. @param {Way[]} ways @param {Set<string>} lakes */
function joined(ways, lakes) {
    let left = ways;
    for (const place of new Set(ways.map(({ to }) => to))) {
        const arriving = left.filter(({ to }) => to === place);
        const leaving = left.filter(({ from }) => from === place);
        const [one, other] = [arriving[0], leaving[0]];
        if (lakes.has(place) || arriving.length !== 1 || leaving.length !== 1 || one.feature !== other.feature || one.from === other.to) continue;
        left = left.filter((way) => way !== one && way !== other);
        left.push({ ...one, to: other.to, edges: [...one.edges, ...other.edges] });
    }
    return left.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** How deep each spot lies below what feeds it; what leads back up a ring is left out of account. @param {string[]} ids @param {Way[]} ways */
function ranks(ids, ways) {
    const after = new Map(ids.map((id) => [id, ways.filter(({ from }) => from === id).map(({ to }) => to)]));
    const fed = new Set(ways.map(({ to }) => to));
    /** @type {Map<string, number>} */
    const height = new Map();
    const open = new Set();
    /** How many steps lie below. @param {string} id @returns {number} */
    const below = (id) => {
        if (!height.has(id)) {
            open.add(id);
            height.set(id, Math.max(0, ...of(after, id).filter((to) => !open.has(to)).map((to) => 1 + below(to))));
            open.delete(id);
        }
        return of(height, id);
    };
    const sorted = [...ids].sort((a, b) => Number(fed.has(a)) - Number(fed.has(b)) || (a < b ? -1 : 1));
    sorted.forEach(below);
    const deepest = Math.max(0, ...height.values());
    return new Map(sorted.map((id) => [id, deepest - of(height, id)]));
}

/** Each row in an order in which its ways cross little: by the middle of what it is joined with. @param {Map<string, number>} rank @param {Way[]} ways */
function ordered(rank, ways) {
    /** @type {string[][]} */
    const rows = Array.from({ length: Math.max(0, ...rank.values()) + (rank.size ? 1 : 0) }, () => []);
    for (const [id, row] of rank) rows[row].push(id);
    /** @type {Map<string, number>} */
    const x = new Map();
    const place = () => rows.forEach((row) => row.forEach((id, i) => x.set(id, (i + 0.5) / row.length)));
    place();
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
        for (const row of sweep % 2 ? [...rows].reverse() : rows) {
            const middle = new Map(row.map((id) => [id, mean(ways.flatMap(({ from, to }) => (from === id ? [of(x, to)] : to === id ? [of(x, from)] : [])), of(x, id))]));
            row.sort((a, b) => of(middle, a) - of(middle, b) || (a < b ? -1 : 1));
            row.forEach((id, i) => x.set(id, (i + 0.5) / row.length));
        }
    }
    return rows.filter((row) => row.length > 0);
}

/** @param {number[]} some @param {number} otherwise */
const mean = (some, otherwise) => (some.length ? some.reduce((sum, one) => sum + one, 0) / some.length : otherwise);
