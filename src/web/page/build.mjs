// Bundles the page: one HTML file with its style, its scripts and the engine inside.
//
//   node build.mjs PACKAGES ENGINE.js OUTPUT.html LIBRARY...
// PACKAGES is the folder in which `npm ci` was run; ENGINE.wasm is beside ENGINE.js; a LIBRARY is a folder of the sources
// that the engine is made of. All of these are named with their licences in the page.
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {gzipSync} from 'node:zlib';

const [packages, engine, output, ...libraries] = process.argv.slice(2).map((each) => path.resolve(each));
const {buildSync} = createRequire(path.join(packages, 'package.json'))('esbuild');
const here = path.dirname(new URL(import.meta.url).pathname);
const read = (name) => fs.readFileSync(path.join(here, name), 'utf8');

/// Folders of what is bundled.
const bundled = new Set(libraries);

/// The licences of all that is in the page, as their authors want it.
function notices() {
    const texts = [...bundled].sort().map((folder) => {
        const file = fs.readdirSync(folder).find((each) => /^licen[cs]e(\.|$)/i.test(each));
        if (!file) throw new Error(`no licence in ${folder}`);
        return `${path.basename(folder)}\n\n${fs.readFileSync(path.join(folder, file), 'utf8').trim()}`;
    });
    return texts.join(`\n\n${'-'.repeat(60)}\n\n`).replaceAll('</', '<\\/');
}

function bundle(name, defined = {}) {
    const {outputFiles: [file], metafile} = buildSync({
        entryPoints: [path.join(here, name)],
        bundle: true,
        minify: true,
        write: false,
        metafile: true,
        format: 'iife',
        target: ['chrome103', 'firefox113', 'safari16.4'],
        charset: 'utf8',
        legalComments: 'none',
        define: defined,
        nodePaths: [path.join(packages, 'node_modules')],
        alias: {engine},
        external: ['fs', 'path', 'crypto', 'perf_hooks'],  // of the engine under node, never reached here
    });
    for (const input of Object.keys(metafile.inputs)) {
        const [folder] = /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path.resolve(input)) ?? [];
        if (folder) bundled.add(folder);
    }
    return file.text.trim();
}

const worker = bundle('worker.js');
const script = bundle('main.js', {WORKER: JSON.stringify(worker)}).replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
const sum = createHash('sha256').update(script).digest('base64');
const policy = [
    "default-src 'none'",
    `script-src 'sha256-${sum}' 'wasm-unsafe-eval'`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
].join('; ');
const parts = {
    policy,
    style: read('style.css').trim(),
    engine: gzipSync(fs.readFileSync(engine.replace(/js$/, 'wasm')), {level: 9}).toString('base64'),
    notices: notices(),
    script,
};
fs.writeFileSync(output, read('index.html').replace(/{{(\w+)}}/g, (_, name) => parts[name]));
