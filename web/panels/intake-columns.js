import { html, nothing } from 'lit';

/**
 * @typedef {import('./panel.js').Panel} Panel
 * @typedef {import('../model/intake.js').FoundLayer} FoundLayer
 */

const ROLES = /** @type {const} */ (['plot', 'point', 'ring', 'east', 'north', 'lon', 'lat', 'pair']);
const ROWS = /** @type {const} */ (['plots', 'points']);

/** @param {Event} event */
const valueOf = (event) => /** @type {HTMLSelectElement} */ (event.target).value;

/**
 * Which column of a table holds what; open where the reader could not tell.
 * @param {Panel} panel @param {FoundLayer} layer
 */
export function columnsOf(panel, layer) {
    const { columns } = layer;
    if (!columns) return nothing;
    const known = Boolean(columns.roles.pair || (columns.roles.east && columns.roles.north) || (columns.roles.lon && columns.roles.lat));
    // What the rows are is found out anew with each column, until the planner says it.
    const said = panel.desk.state.intake?.columns.find((c) => c.file === layer.file && c.layer === layer.name)?.roles.rows;
    /** @type {Record<string, string>} */
    const roles = said ? { ...columns.roles, rows: said } : columns.roles;
    const change = (/** @type {string} */ role, /** @type {string} */ column) => {
        const others = Object.entries(roles).filter(([name, value]) => name !== role && value !== column);
        panel.desk.columnsOfImport(layer, Object.fromEntries(column ? [...others, [role, column]] : others));
    };
    return html`<details class="table-columns" ?open=${!known}>
        <summary>${panel.t('intake.columns')}</summary>
        <p class="hint">${panel.t('intake.columnsWhy')}</p>
        <label class="field">${panel.t('intake.rowsAre')}
            <select name="rows" @change=${(/** @type {Event} */ e) => change('rows', valueOf(e))}>
                ${ROWS.map((kind) => html`<option value=${kind} ?selected=${kind === (columns.plots ? 'plots' : 'points')}>${panel.t(`intake.rowsAre.${kind}`)}</option>`)}
            </select></label>
        ${ROLES.map((role) => html`<label class="field">${panel.t(`intake.column.${role}`)}
            <select name=${`column-${role}`} @change=${(/** @type {Event} */ e) => change(role, valueOf(e))}>
                <option value="" ?selected=${!columns.roles[role]}>—</option>
                ${columns.names.map((name) => html`<option value=${name} ?selected=${columns.roles[role] === name}>${name}</option>`)}
            </select></label>`)}
    </details>`;
}
