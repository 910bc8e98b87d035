import { applied, write } from './plots.js';
import { attempt } from './problems.js';
import { said } from './said.js';

/**
 * @typedef {import('./desk.js').Desk} Desk
 * @typedef {import('./types.js').Ref} Ref
 * @typedef {import('./types.js').Feature} Photo a record: of which feature, the name of its picture, when, who, what it shows
 */

/** The longest side that is sent. */
const SIDE = 2048;
const QUALITY = 0.88;

/** Whether the plan keeps photos. @param {Readonly<import('./types.js').State>} state */
export const keepsPhotos = ({ plan }) => plan?.records.some(({ id }) => id === 'photo') ?? false;

/** @param {Photo} photo */
export const pictureOf = ({ properties }) => `/photos/${encodeURIComponent(properties.picture)}`;

/** Keeps photos with a feature, one changeset each. @param {Desk} desk @param {Ref} ref @param {File[]} files @param {string} note */
export async function add(desk, ref, files, note) {
    for (const file of files) {
        const done = await attempt(desk, async () => {
            const picture = await shrunk(file);
            const answer = await desk.api.photos.add(ref, picture, { author: desk.state.author || '—', taken: day(file.lastModified), note });
            // Records are on no map: what is looked at stays looked at.
            await applied(desk, { ...answer, features: [], deleted: [] });
            said(desk, answer.changeset, { zh: '已保存照片', en: 'The photo is saved' });
            return true;
        });
        if (!done) return;
    }
}

/** @param {Desk} desk @param {Photo} photo */
export function remove(desk, { layer, id, version }) {
    return write(desk, async () => [{ op: 'delete', layer, id, version }], () => ({ zh: '已删除照片', en: 'The photo is deleted' }));
}

/** The day of a photo on this computer's clock, as a date is written. @param {number} at */
export function day(at) {
    const date = new Date(at);
    return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** A photo as small as it is kept, upright, so that a phone need not send all of it; what the browser cannot read the desk may. @param {File} file @returns {Promise<Blob>} */
async function shrunk(file) {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
    if (!bitmap) return file;
    const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    const pen = canvas.getContext('2d');
    if (!pen) return file;
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return new Promise((done) => canvas.toBlob((blob) => done(blob ?? file), 'image/jpeg', QUALITY));
}
