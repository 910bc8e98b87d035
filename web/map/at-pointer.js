import { inTongue, say } from '../i18n/i18n.js';
import { mu, onPlane, squareMetres } from '../model/units.js';

const LEAST_M2 = 0.1;

/**
 * What stands beside the drawing hand: how much would count, and what of the shape lies where it may not or is in doubt.
 * @param {import('../model/types.js').CheckAnswer} check @param {import('../model/types.js').State} state @returns {string} as HTML, empty where there is nothing to say
 */
export function atPointer({ net, constraints, overlaps }, { locale, plan }) {
    const lines = net.planeM2 > 0 ? [`<b>${squareMetres(net.planeM2, locale)}</b> ${mu(net.planeM2, locale)} <small>${onPlane(locale)}</small>`] : [];
    const warn = (/** @type {string} */ kind, /** @type {string} */ what, /** @type {number} */ m2) => lines.push(`<span class="${kind}">${what} ${squareMetres(m2, locale)}</span>`);
    for (const { layer, severity, planeM2 } of constraints) warn(severity, plain(inTongue(locale, plan?.layers.find(({ id }) => id === layer)?.title)), planeM2);
    const outside = overlaps.find(({ reason }) => reason === 'outside');
    if (outside && outside.planeM2 >= LEAST_M2) warn('caution', say(locale, 'pointer.outside'), outside.planeM2);
    return lines.join('<br>');
}

/** Text of a catalogue is no markup. @param {string} text */
const plain = (text) => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
