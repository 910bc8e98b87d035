/** @typedef {import('./types.js').Finding} Finding */

/** How loud a finding is: only what is prohibited is red, so that red is believed. */
const TONES = { block: 'prohibited', approval: 'caution', warn: 'caution', note: 'minor' };

/** @param {{severity: string}} finding */
export const toneOf = ({ severity }) => TONES[/** @type {keyof typeof TONES} */ (severity)] ?? 'caution';

/** What a rule has against a plot. @param {Finding[]} findings */
export const hitsOf = (findings) => findings.filter(({ state }) => state === 'hit');

/** Of what nothing can be said: a layer is missing or empty, or the plot does not say. @param {Finding[]} findings */
export const uncheckedOf = (findings) => findings.filter(({ state }) => state === 'not_checked');
