/** @typedef {import('./types.js').Joins} Joins */
/** @typedef {import('./types.js').Attribute} Attribute */

/**
 * What follows for a new link from its ends: a pumped main and its lift where the water has to rise. What somebody has chosen stays.
 * @param {Joins} told
 * @param {Record<string, unknown>} values
 * @param {Attribute[]} attributes
 * @returns {Record<string, unknown>}
 */
export function proposed(told, values, attributes) {
    const kind = attributes.find(({ codes }) => codes === 'link_kind');
    if (told.way !== 'pump' || !kind) return {};
    const untouched = values[kind.name] === undefined || values[kind.name] === null || values[kind.name] === kind.default;
    if (!untouched) return {};
    const lift = attributes.find(({ name }) => name === 'lift_m');
    const open = lift !== undefined && (values[lift.name] ?? null) === null;
    return { [kind.name]: 'pumped', ...(open ? { [lift.name]: Math.round((told.rise_m ?? 0) * 10) / 10 } : {}) };
}

const OF_PUMPS = ['lift_m', 'efficiency', 'hours_per_day'];

/**
 * What the form of a link need not ask for: what only a pump has, where the water runs by itself and nothing is filled in.
 * @param {Joins|null} told
 * @param {Record<string, unknown>} values
 * @returns {string[]}
 */
export function needless(told, values) {
    if (told?.way !== 'gravity' || values.kind === 'pumped') return [];
    return OF_PUMPS.filter((name) => (values[name] ?? null) === null);
}
