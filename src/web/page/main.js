// The page: a workload on the left, what bote makes of it on the right.
import {Answer} from './answer.js';
import {Editor} from './editor.js';
import {ask, diagnosticsOf, resultOf, start, step} from './engine.js';
import * as files from './files.js';
import {showExport} from './export.js';
import {at, element, say, showAlert, showDialog} from './page.js';
import {showProblems} from './problems.js';
import {Sliders} from './sliders.js';

const FIRST = 'tinyurl';
const PAUSE = 120;     // milliseconds after the last key until the language server is asked
const SETTLED = 700;   // until a link and the spoken verdict follow

/// What is open: a preset as it is, or a file of one's own. `own` files are saved with each change.
const current = {name: '', preset: false, text: ''};
const presets = new Map();

const editor = new Editor(at('editor'), changed);
const answer = new Answer({current: () => current, isHeld: () => sliders.held !== null});
const sliders = new Sliders(at('sliders'), editor, {moved: () => answer.refresh(), settled: () => look()});

const KEPT = 250;      // until a change is written into the browser's storage

let pause;
let keeping;
let calm;

function changed(text, byUser) {
    if (current.preset) {
        Object.assign(current, {name: files.freeName(current.name), preset: false});
        remember();
    }
    current.text = text;
    clearTimeout(keeping);
    keeping = setTimeout(keep, KEPT);
    // Until the new link is there, a reload opens the file rather than the old link.
    if (location.hash) history.replaceState(null, '', location.pathname + location.search);
    if (!byUser) return;
    showAlert('');
    answer.refresh();
    clearTimeout(pause);
    pause = setTimeout(look, PAUSE);
}

function keep() {
    keeping = clearTimeout(keeping);
    if (!current.preset && !files.put(current.name, current.text)) showAlert('This browser keeps no files: export what you want to keep.');
}

/// Problems, figures between the lines and sliders, as the text stands.
async function look() {
    clearTimeout(calm);
    calm = setTimeout(() => settle().catch(tellFault), SETTLED);
    return show().catch(tellFault);
}

/// The engine was started anew; what is typed next is answered.
const tellFault = ({message}) => say(message);

async function show() {
    const {text} = current;
    const [said, fixes, notes, symbols] = await ask([step.edit(text), step.editor('codeAction', {context: {diagnostics: []}}), step.editor('inlayHint'), step.editor('documentSymbol')]);
    if (text !== current.text) return;
    const actions = resultOf(fixes) ?? [];
    const problems = diagnosticsOf(said).map((each) => ({
        ...each,
        fixes: actions.filter(({diagnostics: [mended]}) => mended && mended.message === each.message && JSON.stringify(mended.range) === JSON.stringify(each.range)),
    }));
    const hints = resultOf(notes) ?? [];
    editor.show(problems, hints);
    showProblems(problems, editor);
    sliders.update(resultOf(symbols));
}

async function settle() {
    say(answer.verdict());
    if (current.preset) history.replaceState(null, '', location.pathname + location.search);
    else {
        const link = await linkOf(current);
        if (link) history.replaceState(null, '', link.slice(link.indexOf('#')));
    }
}

/// None of a workload with errors.
async function linkOf({name, preset, text}) {
    const steps = preset ? [] : [step.file(name, text)];
    const results = await ask([...steps, step.run(['link', name, '--base', location.href.split('#')[0]])]);
    const {out, code} = results.at(-1);
    return code === 0 ? out.trim() : '';
}

function remember() {
    files.store.set('bote.last', JSON.stringify({name: current.name, preset: current.preset}));
    const list = at('file');
    const group = (label, names, kind) => {
        const box = document.createElement('optgroup');
        box.label = label;
        for (const [value, title] of names) box.append(new Option(title, `${kind}:${value}`));
        return box;
    };
    const own = files.names();
    if (!current.preset && !own.includes(current.name)) own.push(current.name);
    list.replaceChildren(...(own.length ? [group('Your files', own.map((name) => [name, name]), 'own')] : []),
        group('Classic problems', [...presets].map(([name, {title}]) => [name, title]), 'preset'));
    list.value = `${current.preset ? 'preset' : 'own'}:${current.name}`;
    at('delete').disabled = current.preset;
}

async function open(name, preset, text) {
    showAlert('');
    if (keeping) keep();
    Object.assign(current, {name, preset, text});
    sliders.reset();
    editor.load(text);
    remember();
    answer.opened();
    await Promise.all([answer.refresh(), look()]);
}

async function openPreset(name) {
    const known = presets.get(name);
    known.text ??= await textOf(name);
    await open(name, true, known.text);
}

async function textOf(preset) {
    const [{out}] = await ask([step.run(['link', preset])]);
    const [opened] = await ask([step.run(['open', out.trim()])]);
    return opened.out;
}

const openOwn = (name) => open(name, false, files.text(name) ?? '');

async function create() {
    const [{out}] = await ask([step.run(['new', 'My workload'])]);
    const name = files.freeName('my-workload');
    files.put(name, out);
    await open(name, false, out);
    editor.view.focus();
}

/// Text of a stranger's file: bytes that are no UTF-8 are told, not guessed.
async function take(file) {
    const most = 256 * 1024;
    if (file.size > most) return showAlert(`${file.name} is larger than 256 KiB, the most that a workload may have.`);
    let text;
    try {
        text = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(await file.arrayBuffer());
    } catch {
        return showAlert(`${file.name} is not UTF-8 text.`);
    }
    const name = files.freeName(file.name);
    files.put(name, text);
    await open(name, false, text);
}

/// True where the address has a workload in it.
async function openLink() {
    if (!/^#\d/.test(location.hash)) return false;
    const [{out, err, code}] = await ask([step.run(['open', location.hash])]);
    if (code !== 0) {
        if (!current.name) await openPreset(FIRST);
        showAlert(err.replace(/^error: /, '').replace(/\n\s*/g, '. '));
        return true;
    }
    const same = files.names().find((name) => files.text(name) === out);
    const title = /^name:\s*["']?(.*?)["']?\s*$/m.exec(out)?.[1] ?? 'shared';
    const name = same ?? files.freeName(title);
    files.put(name, out);
    await open(name, false, out);
    return true;
}

async function openLast() {
    try {
        const last = JSON.parse(files.store.get('bote.last') ?? 'null');
        if (last?.preset && presets.has(last.name)) return await openPreset(last.name);
        if (last && files.text(last.name) !== undefined) return await openOwn(last.name);
    } catch {
        // What is kept is no more than a convenience.
    }
    return openPreset(FIRST);
}

async function copyLink() {
    const link = await linkOf(current);
    if (!link) return showAlert('A workload with errors has no link: mend it first.');
    const box = Object.assign(document.createElement('textarea'), {value: link, readOnly: true, rows: 5});
    box.setAttribute('aria-label', 'Link');
    box.addEventListener('focus', () => box.select());
    const note = document.createElement('p');
    note.textContent = 'Whoever opens it sees this workload. It is in the part behind the #, which browsers send to nobody.';
    showDialog('Link', note, box);
    try {
        await navigator.clipboard.writeText(link);
        say('The link is copied.');
        note.textContent = `Copied. ${note.textContent}`;
    } catch {
        box.focus();
    }
}

function connect() {
    at('file').addEventListener('change', ({target}) => {
        const [kind, ...rest] = target.value.split(':');
        return kind === 'own' ? openOwn(rest.join(':')) : openPreset(rest.join(':'));
    });
    at('new').addEventListener('click', create);
    at('import').addEventListener('click', () => at('picked').click());
    at('picked').addEventListener('change', async ({target}) => {
        if (target.files[0]) await take(target.files[0]);
        target.value = '';
    });
    at('delete').addEventListener('click', () => {
        if (current.preset || !confirm(`Delete ${current.name}?`)) return;
        keeping = clearTimeout(keeping);
        files.remove(current.name);
        openPreset(FIRST);
    });
    at('link').addEventListener('click', copyLink);
    at('export').addEventListener('click', () => showExport(current, answer.scenario));
    document.addEventListener('dragover', (event) => event.preventDefault());
    document.addEventListener('drop', (event) => {
        event.preventDefault();
        if (event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
    });
    addEventListener('pagehide', () => keeping && keep());
    addEventListener('hashchange', openLink);
    addEventListener('storage', ({key, newValue}) => {
        if (!current.preset && key === files.keyOf(current.name) && newValue !== current.text)
            showAlert('This file was changed in another tab. Reload to see that; what is typed here replaces it.');
    });
    at('licences').addEventListener('click', () => showDialog('Licences', element('pre', {className: 'log', tabIndex: 0, textContent: at('notices').textContent.trim()})));
}

async function begin() {
    await start();
    const [list, version] = await ask([step.run(['presets', '--format', 'json']), step.run(['--version'])]);
    for (const {preset, problem} of JSON.parse(list.out).presets) presets.set(preset, {title: problem});
    at('version').textContent = version.out.trim();
    connect();
    if (!(await openLink())) await openLast();
    document.body.dataset.ready = Math.round(performance.now());  // milliseconds since it was opened
}

begin().catch((problem) => showAlert(`The page could not start: ${problem.message}`));
