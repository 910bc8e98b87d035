// Puts the page into one script and one sheet of styles, so that a first visit asks for few files instead of two hundred: `node bundle.js CLASSES`.
// What is put together is exactly what web/index.html names; without this step the program serves the modules themselves.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';

const WEB = fileURLToPath(new URL('../../../web/', import.meta.url));
const MODULES = fileURLToPath(new URL('node_modules/', import.meta.url));
const STYLES = /<link rel="stylesheet" href="([^"]+)" \/>/g;
const SCRIPT = /<script type="module" src="([^"]+)"><\/script>/;
const IMPORT_MAP = '<!-- importmap -->';
const AT = '/assets/bundle/';
/** Where the libraries' files are served, and where npm has put them. */
const VENDORS = { '/assets/vendor/leaflet/': 'leaflet/', '/assets/vendor/geoman/': '@geoman-io/leaflet-geoman-free/dist/' };

/**
 * The page put together.
 * @param {string} html web/index.html
 * @returns {Promise<Record<string, string>>} by the file's name
 */
export async function bundled(html) {
    const esbuild = await import('esbuild');
    const styles = [...html.matchAll(STYLES)].map(([, path]) => `@import ${JSON.stringify(path)};`).join('\n');
    const app = SCRIPT.exec(html)?.[1] ?? '';
    const plugins = [{ name: 'as served', setup: asServed }];
    const loader = /** @type {const} */ ({ '.png': 'dataurl' });
    // Names stay, so that a fault says where it happened.
    const usual = { bundle: true, minifyWhitespace: true, minifySyntax: true, write: false, charset: /** @type {const} */ ('utf8'), plugins, loader };
    const [script, sheet] = await Promise.all([
        esbuild.build({ ...usual, stdin: { contents: `import ${JSON.stringify(app)};` }, format: 'esm', target: 'es2022', legalComments: 'eof' }),
        esbuild.build({ ...usual, stdin: { contents: styles, loader: 'css' } }),
    ]);
    const page = html.replace(IMPORT_MAP, '').replace(STYLES, '')
        .replace(SCRIPT, `<link rel="stylesheet" href="${AT}app.css" />\n    <script type="module" src="${AT}app.js"></script>`).replace(/\n\s*\n/g, '\n');
    return { 'index.html': page, 'app.js': script.outputFiles[0].text, 'app.css': sheet.outputFiles[0].text };
}

/** Finds files by the addresses they are served at. @param {import('esbuild').PluginBuild} build */
function asServed(build) {
    build.onResolve({ filter: /^\/assets\// }, ({ path }) => {
        const vendor = Object.entries(VENDORS).find(([served]) => path.startsWith(served));
        return { path: vendor ? join(MODULES, vendor[1], path.slice(vendor[0].length)) : join(WEB, path.slice('/assets/'.length)) };
    });
    // The modules of the same name that the program serves by its import map.
    build.onResolve({ filter: /^leaflet$/ }, () => ({ path: join(MODULES, 'leaflet/dist/leaflet-src.esm.js') }));
    build.onResolve({ filter: /^lit(\/|$)/ }, ({ path, pluginData }) => (pluginData ? undefined : build.resolve(path, { resolveDir: MODULES, kind: 'import-statement', pluginData: true })));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
    const folder = join(process.argv[2], 'web/bundle/');
    await rm(folder, { recursive: true, force: true });
    const files = await bundled(await readFile(`${WEB}index.html`, 'utf8')).catch((problem) => {
        if (problem.code !== 'ERR_MODULE_NOT_FOUND') throw problem;
        console.error('The page stays in modules: npm has not brought esbuild yet.');
        return {};
    });
    await mkdir(folder, { recursive: true });
    for (const [name, content] of Object.entries(files)) await writeFile(folder + name, content);
}
