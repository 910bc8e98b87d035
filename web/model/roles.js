/** @typedef {import('./types.js').Plan} Plan */
/** @typedef {import('./types.js').Code} Code */

/** The code list that a role's attribute has in this plan. @param {Plan|null} plan @param {string} role */
export function listOf(plan, role) {
    return plan?.codes[plan.roles?.[role] ?? ''];
}

/** What plots can stand at, the most advanced first. @param {Plan|null} plan @returns {Code[]} */
export function statusesOf(plan) {
    return listOf(plan, 'status')?.codes ?? [];
}

/** A layer of the plan by its id. @param {Plan|null} plan @param {string} id */
export function layerOf(plan, id) {
    return plan?.layers.find((layer) => layer.id === id);
}

/** The attribute that has a role in a layer. @param {import('./types.js').Layer|undefined} layer @param {string} role */
export function attributeOf(layer, role) {
    return layer?.attributes.find((attribute) => attribute.role === role);
}

/** What people call a feature, by the attribute that its layer has for that. @param {import('./types.js').Layer|undefined} layer @param {Record<string, any>} values @returns {string} */
export function nameIn(layer, values) {
    return String(values[attributeOf(layer, 'name')?.name ?? ''] ?? '');
}

/** What has no name yet, called so. @param {import('./types.js').Layer|undefined} layer @param {Record<string, any>} values @param {string} name */
export function calledBy(layer, values, name) {
    const attribute = attributeOf(layer, 'name');
    return attribute && !values[attribute.name] ? { ...values, [attribute.name]: name } : values;
}

/**
 * The colours of the statuses as a style sheet: elements say `data-status`, the sheet gives them `--status`.
 * @param {Plan|null} plan @param {(text: string) => string} escape how a text is written within quotes of CSS
 */
export function statusColours(plan, escape) {
    return statusesOf(plan)
        .filter(({ colour }) => colour)
        .map(({ code, colour, darkColour }) => `[data-status="${escape(code)}"] { --status: light-dark(${colour}, ${darkColour ?? colour}); }`)
        .join('\n');
}
