// The engine as the page sees it: steps in, a promise of results out.
//
//   const [, {out}] = await ask([{file: 'a.yaml', text}, {run: {arguments: ['a.yaml']}}]);

const MOST = 400000;    // characters: more than a file may have, so that the engine says so, and less than chokes it
const LONGEST = 20000;  // milliseconds that an answer may take before the engine is started anew

let worker;
let next = 0;
const waiting = new Map();
let ready;

function packed() {
    const text = atob(document.getElementById('ui-engine').textContent);
    return Uint8Array.from(text, (each) => each.charCodeAt(0));
}

function send(message, transfer = []) {
    return new Promise((resolve, reject) => {
        const id = ++next;
        const timer = setTimeout(() => restart(), LONGEST);
        waiting.set(id, {resolve, reject, timer});
        worker.postMessage({id, ...message}, transfer);
    });
}

function restart() {
    worker.terminate();
    for (const {reject, timer} of waiting.values()) {
        clearTimeout(timer);
        reject(new Error('this takes too long; the engine was started anew'));
    }
    waiting.clear();
    start();
}

/// Resolves once it can answer.
export function start() {
    const address = URL.createObjectURL(new Blob([WORKER], {type: 'text/javascript'}));
    worker = new Worker(address);
    worker.onmessage = ({data: {id, results, fault}}) => {
        const {resolve, reject, timer} = waiting.get(id) ?? {};
        waiting.delete(id);
        clearTimeout(timer);
        if (!fault) return resolve?.(results);
        reject?.(new Error(fault));
        restart();
    };
    const bytes = packed();
    ready = send({packed: bytes}, [bytes.buffer]).then(() => open());
    return ready;
}

/// The language server learns of its one file here; `tell` sends it messages.
const uri = 'file:///page.bote.yaml';
const everything = {start: {line: 0, character: 0}, end: {line: 1e6, character: 0}};
let version = 0;
let asked = 0;

function open() {
    return send({steps: [
        {tell: {id: 'start', method: 'initialize', params: {capabilities: {}}}},
        {tell: {method: 'initialized', params: {}}},
    ]});
}

const limited = (text) => (text === null ? null : text.slice(0, MOST));

export const step = {
    file: (file, text) => ({file, text: limited(text)}),
    read: (read) => ({read}),
    run: (args, more = {}) => ({run: {arguments: args, ...more}}),
    edit: (text) => ({tell: {method: 'textDocument/didOpen', params: {textDocument: {uri, languageId: 'yaml', version: ++version, text: limited(text)}}}}),
    editor: (what, more = {}) => ({tell: {id: ++asked, method: `textDocument/${what}`, params: {textDocument: {uri}, range: everything, ...more}}}),
};

export const ask = (steps) => ready.then(() => send({steps}));

/// What the language server says to a request.
export const resultOf = (messages) => messages.find((each) => 'result' in each)?.result ?? null;
export const diagnosticsOf = (messages) =>
    messages.find((each) => each.method === 'textDocument/publishDiagnostics')?.params.diagnostics ?? [];
export const editsOf = (action) => action.edit.changes[uri];
