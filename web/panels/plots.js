import { html, nothing } from 'lit';
import { tabOf } from '../model/dock.js';
import { listed, MOST_LISTED } from '../model/in-view.js';
import { placeOf } from '../model/place.js';
import { key } from '../model/plots.js';
import { mu, number, squareMetres } from '../model/units.js';
import { empty } from './empty.js';
import { Panel } from './panel.js';
import { statusOf } from './table-cells.js';

/** The map may still be moving: so long after it rests the list is asked for. */
const PAUSE_MS = 250;

/** The plots in sight, or those that are selected: what each counts and how far it is. */
export class Plots extends Panel {
    static reads = ['dock', 'water', 'view', 'selection', 'table', 'feature'];
    /** @type {import('../model/in-view.js').PlotList|null} null while nothing was answered */
    list = null;
    timer = 0;
    asked = 0;

    get shown() {
        return tabOf(this.state) === 'plots';
    }

    /** Whether the plan has plots anywhere. */
    get any() {
        return this.state.plan?.layers.some(({ role, count }) => role === 'adds green' && count > 0);
    }

    /** @param {Set<string>} keys */
    changed(keys) {
        if (!this.shown || [...keys].every((name) => name === 'feature' || name === 'locale')) return keys;
        window.clearTimeout(this.timer);
        this.timer = window.setTimeout(() => this.ask(), PAUSE_MS);
        return keys;
    }

    async ask() {
        const asked = ++this.asked;
        const list = await listed(this.desk);
        if (asked !== this.asked || !list) return;
        this.list = list;
        this.requestUpdate();
    }

    render() {
        return html`<section class="plots panel" id="panel-plots" role="tabpanel" aria-labelledby="tab-plots" ?hidden=${!this.shown}>
            <div class="scroll">${this.shown ? this.content() : nothing}</div>
        </section>`;
    }

    content() {
        const { list } = this;
        if (!list) return html`<div class="skeleton" role="status" aria-label=${this.t('plots.waiting')}><i></i><i></i><i></i></div>`;
        const several = this.state.selection.length > 1;
        if (list.plots === 0 && several) return html`<p class="empty">${this.t('plots.noneSelected')}</p>`;
        if (list.plots === 0) return empty(this, this.t(this.any ? 'plots.none' : 'table.empty'), 'draw', 'import');
        return html`<p class="sums" aria-live="polite"><span>${this.t(several ? 'plots.selected' : 'plots.inView', { count: number(list.plots, 0, this.locale) })}</span>
                <b class="num">${squareMetres(list.net.planeM2, this.locale)}</b> <small class="num">${mu(list.net.planeM2, this.locale)}</small></p>
            <ul>${list.rows.map((row) => this.line(row))}</ul>
            ${list.plots > list.rows.length ? html`<p class="hint">${this.t('plots.more', { count: MOST_LISTED })}</p>` : nothing}`;
    }

    /** @param {import('../model/types.js').Row} row */
    line(row) {
        const { attributes, net, layer, id } = row;
        const mine = this.state.selection.some((ref) => key(ref) === key(row));
        const status = this.code(this.state.plan?.roles.status, attributes.status) || this.t('status.unknown');
        return html`<li><button class="ghost" aria-pressed=${mine} @click=${() => this.fly({ layer, id })}>
            <span class="dot" data-status=${statusOf(this, attributes.status)}></span>
            <span class="name">${attributes.name || `#${id}`}<small>${status}</small></span>
            <b class="num">${squareMetres(net.planeM2, this.locale)}</b>
        </button></li>`;
    }

    /** Chooses a plot and brings it before the person. @param {import('../model/types.js').Ref} ref */
    async fly(ref) {
        await this.desk.select([ref]);
        const { feature } = this.state;
        if (feature && key(feature) === key(ref)) this.desk.goTo(placeOf(feature.geometry));
    }
}
