import { html, nothing } from 'lit';
import { area } from '../model/units.js';
import { icon } from './icon.js';
import { Panel } from './panel.js';

/** Says that the map shows only the plots behind one number, and leads back to the whole plan. */
export class Figure extends Panel {
    static reads = ['figure', 'conditions'];

    render() {
        const { figure, conditions } = this.state;
        if (!figure) return nothing;
        return html`<section class="behind card" role="status">
            ${icon('report')}
            <p>${this.t(conditions.length ? 'behind.plots' : 'behind.filter', { count: figure.plots })} <b class="num">${area(figure.net.planeM2, this.locale)}</b></p>
            <button @click=${() => this.desk.showAll()}>${this.t('behind.all')}</button>
        </section>`;
    }
}
