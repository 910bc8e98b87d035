import { html, nothing } from 'lit';
import { standing } from '../model/bound.js';
import { hitsOf, toneOf } from '../model/findings.js';
import { area, length, mu, number, squareMetres } from '../model/units.js';
import { change, exact } from './amount.js';
import { icon } from './icon.js';

/** @typedef {import('./panel.js').Panel} Panel */
/** @typedef {import('../model/types.js').Forecast} Forecast */

/** What is said of a target beside its figure. */
const STANDS = ['met', 'unsure'];

/** What all of a file would do to the plan: the green it adds, the targets it moves, and what of it lies where it may not. @param {Panel} panel @param {Forecast|null} forecast */
export function forecastOf(panel, forecast) {
    if (!forecast || forecast.plots === 0) return nothing;
    const { locale } = panel;
    const { net, gross, plots, outside, findings } = forecast;
    return html`<section class="forecast" aria-label=${panel.t('forecast.label')}>
        <h3>${panel.t('forecast.label')}</h3>
        <p class="net">${panel.t('figure.netPlane')} <b class="num">${net.planeM2 > 0 ? '+' : ''}${squareMetres(net.planeM2, locale)}</b> <span class="num">${mu(net.planeM2, locale)}</span></p>
        <p class="hint">${panel.t('forecast.of', { plots: number(plots, 0, locale), gross: area(gross.planeM2, locale) })}</p>
        <ul>
            ${moved(panel, forecast)}
            ${outside ? html`<li class="caution">${icon('warning')}<span>${panel.t('forecast.outside', { count: number(outside, 0, locale) })}</span></li>` : nothing}
            ${hitsOf(findings).map((one) => html`<li class=${toneOf(one)} title=${panel.words(one.text)}>${icon('warning')}<span>${panel.words(one.title)} <small>${panel.t(`severity.${one.severity}`)} · ${panel.t('findings.plots', { count: number(one.plots, 0, locale) })}</small></span>
                <b class="num">${one.lengthM > 0 ? length(one.lengthM, locale) : squareMetres(one.planeM2, locale)}</b></li>`)}
        </ul>
    </section>`;
}

/** The targets that are other afterwards. @param {Panel} panel @param {Forecast} forecast */
function moved(panel, { targets, sure }) {
    return targets.before.map((before) => {
        const after = targets.after.find(({ id }) => id === before.id);
        const difference = change(before, after, panel.locale);
        if (!after || !difference) return nothing;
        const stands = standing(after, sure);
        return html`<li class=${stands === 'unsure' ? 'caution' : ''}><span>${stands === 'unsure' ? icon('warning') : nothing}${panel.words(before.title)} <small>${panel.t('figure.then', { amount: exact(after.planned, after.unit, panel.locale) })} ${panel.surface(after)}${STANDS.includes(stands) ? html` · ${panel.t(`targets.${stands}`)}` : nothing}</small></span>
            <b class="num ${difference.startsWith('+') ? 'more' : 'less'}">${difference}</b></li>`;
    });
}
