// Every command of tests/golden/*.txt and of the README's blocks, run by the WebAssembly build under node: it prints
// the bytes that stand below it.
//
//   node tests/web/goldens.mjs build/web/bote_web.js
import fs from 'node:fs';
import path from 'node:path';
import {createRequire} from 'node:module';

const top = path.resolve(path.dirname(new URL(import.meta.url).pathname), '../..');
const built = path.resolve(process.argv[2] ?? path.join(top, 'build/web/bote_web.js'));
const createBote = createRequire(import.meta.url)(built);
const bote = await createBote({wasmBinary: fs.readFileSync(built.replace(/js$/, 'wasm'))});
const run = (call) => ({
    ...JSON.parse(bote.ccall('bote_run', 'string', ['string'], [JSON.stringify(call)])),
    out: bote.ccall('bote_output', 'string', [], []),
});

/// The files of a folder, in the module's file system.
function copy(from, to) {
    bote.FS.mkdirTree(to);
    for (const name of fs.readdirSync(from))
        if (fs.statSync(path.join(from, name)).isFile())
            bote.FS.writeFile(`${to}/${name}`, fs.readFileSync(path.join(from, name)));
}

/// Words of a shell, as tests/unit/project/command.cpp reads them. A `<` is one of its own.
function wordsOf(line) {
    const words = [];
    const piece = /\s*(?:(<)|((?:[^\s'"\\<]|'[^']*'|"(?:[^"\\]|\\.)*"|\\.)+))/gy;
    for (let found; piece.lastIndex < line.length && (found = piece.exec(line));) {
        if (found[1]) words.push({redirects: true});
        else words.push({text: found[2].replace(/'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/g, (_, single, double, one) =>
            single ?? (double !== undefined ? double.replace(/\\([\\"$`])/g, '$1') : one))});
    }
    return words;
}

function callOf(line, terminal) {
    const words = wordsOf(line);
    const call = {arguments: [], variables: {}};
    if (terminal) Object.assign(call, {columns: terminal, variables: {NO_COLOR: '1'}});
    while (/^[A-Z_]+=/.test(words[0].text)) {
        const [, name, value] = /^([A-Z_]+)=([^]*)$/.exec(words.shift().text);
        if (name === 'TERMINAL') call.columns = Number(value);
        else call.variables[name] = value;
    }
    for (let i = 1; i < words.length; ++i) {
        if (words[i].redirects) call.input = bote.FS.readFile(words[++i].text, {encoding: 'utf8'});
        else call.arguments.push(words[i].text);
    }
    return call;
}

function shown({out, err, code}) {
    let text = out + err;
    if (text && !text.endsWith('\n')) text += '\n[no line feed at the end]\n';
    return code === 0 ? text : `${text}[exit ${code}]\n`;
}

/// [{command, output}] of a transcript; a blank line before the next command is no output.
function stepsOf(text) {
    const steps = [];
    for (const line of text.split('\n').slice(0, -1)) {
        if (line.startsWith('$ ')) {
            if (steps.length) steps.at(-1).output = steps.at(-1).output.replace(/(^|\n)\n$/, '$1');
            steps.push({command: line.slice(2), output: ''});
        } else if (steps.length) {
            steps.at(-1).output += line + '\n';
        }
    }
    return steps;
}

let ran = 0;
let wrong = 0;
function hold(name, text, terminal) {
    for (const {command, output} of stepsOf(text)) {
        const file = /^cat (\S+\.(?:yaml|md|txt))$/.exec(command);
        if (file) bote.FS.writeFile(file[1], output);
        if (!/^([A-Z_]+=\S* )*bote( |$)/.test(command)) continue;
        ++ran;
        const printed = shown(run(callOf(command, terminal)));
        if (printed === output) continue;
        ++wrong;
        const wanted = output.split('\n');
        const lines = printed.split('\n');
        const at = wanted.findIndex((line, i) => line !== lines[i]);
        console.log(`${name}: $ ${command}\n- ${wanted[at]}\n+ ${lines[at]}`);
    }
}

const golden = path.join(top, 'tests/golden');
const transcripts = fs.readdirSync(golden).filter((name) => name.endsWith('.txt')).sort();
for (const name of transcripts) {
    copy(golden, `/${name}`);
    bote.FS.chdir(`/${name}`);
    hold(name, fs.readFileSync(path.join(golden, name), 'utf8'));
}
bote.FS.mkdirTree('/readme');
bote.FS.chdir('/readme');
const readme = fs.readFileSync(path.join(top, 'README.md'), 'utf8');
for (const [, terminal, block] of readme.matchAll(/^```console(?: terminal=(\d+))?\n([^]*?)^```/gm))
    if (block.startsWith('$ ')) hold('README.md', block, Number(terminal ?? 0));
console.log(`${ran - wrong} of ${ran} commands print the same bytes`);
console.log(`the engine has ${(bote.HEAP8.length / 1e6).toFixed(1)} MB of memory then`);
process.exit(wrong || ran < 100 ? 1 : 0);
