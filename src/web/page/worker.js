// The engine, beside the page: an estimate that takes long does not keep anybody from typing.
//
// A message is {id, steps}, a step {file, text}, {run} or {tell}; the answer {id, results}, or {id, fault}.
import createBote from 'engine';

let bote;

const call = (name, text) => bote.ccall(name, 'string', ['string'], [text]);

const takes = {
    /// Puts a text where the program finds it.
    file: ({file, text}) => {
        if (text === null) {
            if (bote.FS.analyzePath(file).exists) bote.FS.unlink(file);
        } else {
            const folder = file.slice(0, file.lastIndexOf('/'));
            if (folder) bote.FS.mkdirTree(folder);
            bote.FS.writeFile(file, text);
        }
    },
    read: ({read}) => (bote.FS.analyzePath(read).exists ? bote.FS.readFile(read, {encoding: 'utf8'}) : ''),
    run: ({run}) => {
        const answer = JSON.parse(call('bote_run', JSON.stringify(run)));
        return {...answer, out: bote.ccall('bote_output', 'string', [], [])};
    },
    /// A message to the language server; what it says.
    tell: ({tell}) =>
        call('bote_tell_editor', JSON.stringify({jsonrpc: '2.0', ...tell})).split('\n').filter(Boolean).map((each) => JSON.parse(each)),
};

async function start(packed) {
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    const wasmBinary = await new Response(stream).arrayBuffer();
    bote = await createBote({wasmBinary});
    bote.FS.mkdirTree('/work');
    bote.FS.chdir('/work');
    return [];
}

function answer(steps) {
    return steps.map((step) => takes[Object.keys(takes).find((each) => each in step)](step));
}

onmessage = async ({data: {id, packed, steps}}) => {
    try {
        postMessage({id, results: packed ? await start(packed) : answer(steps)});
    } catch (problem) {
        postMessage({id, fault: String(problem)});
    }
};
