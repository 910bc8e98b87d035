import { inTongue } from '../i18n/i18n.js';
import { hitsOf, toneOf } from '../model/findings.js';
import { length, mu, onPlane, squareMetres } from '../model/units.js';

/** So many rules are named beside the hand; the form tells all. */
const MOST = 4;

/**
 * What stands beside the drawing hand: how much would count, and what rules have against the shape, each with how much of it, its source and its date.
 * @param {import('../model/types.js').CheckAnswer} check @param {import('../model/types.js').State} state @returns {string} as HTML, empty where there is nothing to say
 */
export function atPointer({ net, findings }, { locale }) {
    const lines = net.planeM2 > 0 ? [`<b>${squareMetres(net.planeM2, locale)}</b> ${mu(net.planeM2, locale)} <small>${onPlane(locale)}</small>`] : [];
    const hits = hitsOf(findings).filter(({ severity }) => severity !== 'note');
    for (const one of hits.slice(0, MOST)) {
        const amount = one.lengthM > 0 ? length(one.lengthM, locale) : squareMetres(one.planeM2, locale);
        const source = one.severity === 'block' || one.severity === 'approval' ? ` <small>${plain(inTongue(locale, one.source))} · ${one.from}</small>` : '';
        lines.push(`<span class="${toneOf(one)}">${plain(inTongue(locale, one.title))} ${amount}${source}</span>`);
    }
    return lines.join('<br>');
}

/** Text of a rule is no markup. @param {string} text */
const plain = (text) => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
