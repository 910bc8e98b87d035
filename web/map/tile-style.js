/** @type {Map<string, CanvasPattern|null>} */
const patterns = new Map();

/**
 * A pattern that continues over tile borders: its size divides the tile's.
 * @param {CanvasRenderingContext2D} ctx @param {string} kind `hatch`, `back`, `cross`, `dots`, `lines`, `posts`, `grid` or `sparse`
 * @param {string} colour @param {number} ratio device pixels for each CSS pixel
 */
export function patternOf(ctx, kind, colour, ratio) {
    const key = `${kind} ${colour} ${ratio}`;
    let pattern = patterns.get(key);
    if (pattern === undefined) {
        pattern = ctx.createPattern(swatch(kind, colour, ratio), 'repeat');
        patterns.set(key, pattern);
    }
    return pattern;
}

/** @param {string} kind @param {string} colour @param {number} ratio */
function swatch(kind, colour, ratio) {
    const size = (kind === 'sparse' ? 16 : 8) * ratio;
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = Math.max(1, Math.round(size));
    const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    ctx.strokeStyle = ctx.fillStyle = colour;
    ctx.lineWidth = ratio;
    ctx.beginPath();
    if (kind === 'dots') {
        ctx.arc(size / 2, size / 2, ratio, 0, 2 * Math.PI);
        ctx.fill();
        return canvas;
    }
    if (kind === 'lines' || kind === 'grid') line(ctx, 0, size / 2, size, size / 2);
    if (kind === 'posts' || kind === 'grid') line(ctx, size / 2, 0, size / 2, size);
    for (const shift of [-size, 0, size]) {
        if (['hatch', 'cross', 'sparse'].includes(kind)) line(ctx, shift, size, shift + size, 0);
        if (['back', 'cross'].includes(kind)) line(ctx, shift, 0, shift + size, size);
    }
    ctx.stroke();
    return canvas;
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} toX @param {number} toY */
function line(ctx, x, y, toX, toY) {
    ctx.moveTo(x, y);
    ctx.lineTo(toX, toY);
}
