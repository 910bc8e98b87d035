import { html, nothing } from 'lit';
import { doneBy } from '../model/said.js';
import { counted, mineToday } from '../model/today.js';
import { moment, number } from '../model/units.js';
import { icon } from './icon.js';
import { Panel } from './panel.js';

/** Metres per pixel at the equator on zoom 0 of the web tile grid. */
const METRES_PER_PIXEL = 156543.03392;
/** So many changesets are looked through for those of today. */
const A_DAY = 500;
/** A pixel as standards take it for a screen: 0.28 mm. */
const PIXEL_M = 0.00028;

/** Where the pointer is, at what scale, whether others' changes arrive, and what can be taken back. */
export class Status extends Panel {
    static reads = ['snap', 'cursor', 'view', 'connection', 'undo', 'saving', 'history', 'author'];
    /** Whether the history shows only what this person wrote today. */
    mine = false;
    /** More of the history than the page holds, for who looks back on a long day. @type {import('../model/types.js').HistoryLine[]} */
    long = [];

    /** @param {Set<string>} keys */
    changed(keys) {
        if (keys.has('history') && this.mine) void this.lookBack();
        return keys;
    }

    async lookBack() {
        this.long = await this.desk.api.history(A_DAY).catch(() => this.state.history);
        this.requestUpdate();
    }

    /** What this person wrote today, the latest first. */
    today() {
        const { history, author, plan } = this.state;
        return mineToday(this.mine && this.long.length ? this.long : history, author, plan?.timeZone);
    }

    render() {
        const { plan, saving, connection } = this.state;
        return html`<section class="status" aria-label=${this.t('status.label')}>
            ${this.steps()} ${this.place()}
            <span class="scale" title=${this.t('status.scale')}>${this.scale()}</span>
            <span class="connection ${connection}" role="status">
                ${saving ? this.t('status.saving') : this.t(`status.${connection}`)}
            </span>
            ${this.state.snap ? html`<span class="snap" role="status">${this.t(`snap.${this.state.snap}`)}</span>` : nothing}
            <span class="space"></span>
            ${plan?.illustrative
                ? html`<span class="sample" title=${this.t('status.sampleWhy')}>${this.t('status.sample')}</span>`
                : nothing}
            ${this.past()}
        </section>`;
    }

    steps() {
        const { undo, saving } = this.state;
        return html`<div class="steps">
            ${/** @type {const} */ (['undo', 'redo']).map((step) => {
                const what = undo[step];
                const name = this.t(`key.${step}`);
                const tip = what ? this.t(`status.${step}`, { what: this.words(this.done(what.changeset)) }) : name;
                return html`<button class="ghost" ?disabled=${!what || saving || !this.desk.mayWrite} title=${tip} aria-label=${tip}
                    @click=${() => this.desk[step]()}>
                    ${icon(step)}<span>${name}</span>
                </button>`;
            })}
        </div>`;
    }

    /** What a changeset of the history did. @param {number} number */
    done(number) {
        return doneBy(this.state.history.find(({ changeset }) => changeset === number), number);
    }

    place() {
        const { cursor, plan } = this.state;
        if (!cursor) return html`<span class="place">${this.t('status.noPlace')}</span>`;
        return html`<span class="place num" title=${this.t('status.lonLat')}>
                ${cursor.lon.toFixed(6)}°E ${cursor.lat.toFixed(6)}°N
            </span>
            <span class="place num plane" title=${this.t('status.plane', { plane: plan ? this.words(plan.plane.title) : '' })}>
                X ${cursor.north.toFixed(2)} Y ${cursor.east.toFixed(2)} <small>${plan?.plane.text.startsWith('EPSG') ? plan.plane.text : this.words(plan?.plane.title)}</small>
            </span>`;
    }

    scale() {
        const { view } = this.state;
        if (!view) return '';
        const metres = (METRES_PER_PIXEL * Math.cos((view.lat * Math.PI) / 180)) / 2 ** view.zoom;
        const rough = metres / PIXEL_M;
        const step = 10 ** Math.max(0, Math.floor(Math.log10(rough)) - 1);
        return `1 : ${number(Math.round(rough / step) * step, 0, this.locale)}`;
    }

    /** @param {Event} event */
    onlyMine(event) {
        this.mine = /** @type {HTMLInputElement} */ (event.target).checked;
        if (this.mine) void this.lookBack();
        this.requestUpdate();
    }

    past() {
        const today = this.today();
        const shown = this.mine ? today : this.state.history;
        return html`<button class="ghost" popovertarget="past">${icon('history')}<span>${this.t('history.label')}</span></button>
            <div id="past" popover class="past card" role="dialog" aria-label=${this.t('history.label')}>
                <h2>${this.t('history.label')}</h2>
                <label class="tick mine"><input type="checkbox" .checked=${this.mine} @change=${(/** @type {Event} */ event) => this.onlyMine(event)} />
                    ${this.t('history.today', { count: today.length })}</label>
                <ol>${shown.map((line) => this.changeset(line))}</ol>
                ${this.mine && shown.length ? html`<p class="hint">${this.t('history.todaySum', counted(shown))}</p>` : nothing}
                ${this.mine && shown.length === 0 ? html`<p class="empty">${this.t('history.todayNone')}</p>` : nothing}
                ${this.state.history.length === 0 ? html`<p class="empty">${this.t('history.none')}</p>` : nothing}
            </div>`;
    }

    /** @param {import('../model/types.js').HistoryLine} line */
    changeset(line) {
        return html`<li>
            <p class="who"><strong>${line.author}</strong><time datetime=${line.at}>${moment(line.at, this.locale, this.state.plan?.timeZone)}</time></p>
            ${line.comment ? html`<p>${line.comment}</p>` : nothing}
            ${line.changes.slice(0, 5).map((change) => this.change(change))}
            ${line.count > 5 ? html`<p class="more">${this.t('history.more', { count: line.count - 5 })}</p>` : nothing}
            ${(line.told ?? []).map((told) => this.told(told))}
            ${(line.toldCount ?? 0) > (line.told ?? []).length
                ? html`<p class="more">${this.t('history.more', { count: (line.toldCount ?? 0) - (line.told ?? []).length })}</p>`
                : nothing}
        </li>`;
    }

    /** What became of an edit in another program, whose author was not there to be told. @param {import('../model/types.js').Told} told */
    told({ number, kind, layer, id, text, draft }) {
        return html`<p class="told ${kind}">
            <span>${this.described(layer) ? this.words(this.described(layer)?.title) : layer} ${id}: ${this.words(text)}</span>
            ${draft && this.desk.mayWrite
                ? html`<button class="ghost small" popovertarget="past" popovertargetaction="hide" @click=${() => this.desk.openTold(number)}>${this.t('history.openDraft')}</button>`
                : nothing}
        </p>`;
    }

    /** @param {{op: string, layer: string, id: number, label: string}} change */
    change({ op, layer, id, label }) {
        const ref = { layer, id };
        const gone = op === 'delete';
        // A record is on no map: its form opens, with its own past.
        const show = () => (this.layer(layer) ? this.desk.select([ref]) : this.desk.openRecords(layer, id));
        return html`<p class="change">
            <span class="op ${op}">${this.t(`op.${op}`)}</span>
            <button class="link" ?disabled=${gone} @click=${show}>${label || `${layer} ${id}`}</button>
            ${gone && this.desk.mayWrite
                ? html`<button class="ghost small" @click=${() => this.desk.restore(ref)}>${this.t('history.restore')}</button>`
                : nothing}
        </p>`;
    }
}
