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
    const lift = called(attributes, 'lift_m');
    const open = lift !== undefined && (values[lift.name] ?? null) === null;
    return { [kind.name]: 'pumped', ...(open ? { [lift.name]: Math.round((told.rise_m ?? 0) * 10) / 10 } : {}) };
}

const OF_PUMPS = ['lift_m', 'efficiency', 'hours_per_day'];

/** The attribute of this name, or else the one that answers to it by an alias. @param {Attribute[]} attributes @param {string} word */
function called(attributes, word) {
    return attributes.find(({ name }) => name === word) ?? attributes.find(({ aliases }) => aliases?.includes(word));
}

/**
 * What the form of a link need not ask for: what only a pump has, where the water runs by itself and nothing is filled in.
 * @param {Joins|null} told
 * @param {Record<string, unknown>} values
 * @param {Attribute[]} attributes
 * @returns {string[]}
 */
export function needless(told, values, attributes) {
    const kind = attributes.find(({ codes }) => codes === 'link_kind');
    if (told?.way !== 'gravity' || (kind && values[kind.name] === 'pumped')) return [];
    const names = OF_PUMPS.flatMap((word) => called(attributes, word)?.name ?? []);
    return names.filter((name) => (values[name] ?? null) === null);
}
