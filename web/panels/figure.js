import { html, nothing } from 'lit';
import { area } from '../model/units.js';
import { icon } from './icon.js';
import { Panel } from './panel.js';

/** Says that the map shows only the plots behind one number, and leads back to the whole plan. */
export class Figure extends Panel {
    static reads = ['figure'];

    render() {
        const { figure } = this.state;
        if (!figure) return nothing;
        const net = figure.reduce((sum, row) => sum + row.net.planeM2, 0);
        return html`<section class="behind card" role="status">
            ${icon('report')}
            <p>${this.t('behind.plots', { count: figure.length })} <b class="num">${area(net, this.locale)}</b></p>
            <button @click=${() => this.desk.showAll()}>${this.t('behind.all')}</button>
        </section>`;
    }
}
