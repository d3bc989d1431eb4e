// The answer as a file, and the command line that gives the same bytes.
import {ask, step} from './engine.js';
import {button, element, say, showAlert, showDialog} from './page.js';

const FORMATS = [
    {title: 'YAML, the workload', ending: 'yaml'},
    {title: 'Markdown', ending: 'md', args: ['--format', 'markdown']},
    {title: 'Text', ending: 'txt', args: ['--format', 'text']},
    {title: 'CSV', ending: 'csv', args: ['--format', 'csv']},
    {title: 'JSON', ending: 'json', args: ['--format', 'json']},
    {title: 'HTML, the page', ending: 'html', args: ['--format', 'html']},
    {title: 'SVG, a card', ending: 'svg', args: ['--card', '--format', 'svg']},
    {title: 'SVG, the diagram', ending: 'diagram.svg', command: 'diagram', args: ['--format', 'svg']},
];

const quoted = (word) => (/^[\w./=:-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/// What to run for a format: {name, args}; no arguments for the workload itself.
export function exportOf({name, preset}, scenario, {ending, command, args}) {
    const stem = name.replace(/\.bote\.yaml$/, '');
    if (!args) return {name: preset ? `${name}.bote.yaml` : name, args: null};
    const more = scenario ? ['--scenario', scenario] : [];
    return {name: `${stem}.${ending}`, args: [...(command ? [command] : []), name, ...more, ...args]};
}

async function bytesOf(current, scenario, format) {
    const {name, args} = exportOf(current, scenario, format);
    if (!args) return {name, text: current.text};
    const steps = current.preset ? [] : [step.file(current.name, current.text)];
    const {out, err, code} = (await ask([...steps, step.run(args)])).at(-1);
    return {name, text: out, problem: code > 1 ? err : ''};
}

function save(name, text) {
    const address = URL.createObjectURL(new Blob([text], {type: 'application/octet-stream'}));
    element('a', {href: address, download: name}).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
}

export function showExport(current, scenario) {
    const select = element('select', {}, ...FORMATS.map(({title}, i) => new Option(title, i)));
    const line = element('code', {className: 'line'});
    const tell = () => {
        const {name, args} = exportOf(current, scenario, FORMATS[select.value]);
        line.textContent = args ? `bote ${args.map(quoted).join(' ')} > ${quoted(name)}` : `bote open ${current.preset ? `"$(bote link ${current.name})"` : 'LINK'} -o ${quoted(name)}`;
    };
    select.addEventListener('change', tell);
    const take = (use) => async () => {
        const {name, text, problem} = await bytesOf(current, scenario, FORMATS[select.value]);
        if (problem) showAlert(problem.replace(/^error: /, ''));
        else use(name, text);
    };
    const download = button('Save', take((name, text) => {
        save(name, text);
        say(`${name} is saved.`);
    }));
    const copy = button('Copy', take(async (name, text) => {
        await navigator.clipboard.writeText(text).then(() => say('Copied.'), () => showAlert('This browser does not let the page copy; save it instead.'));
    }));
    download.id = 'ui-save';
    tell();
    showDialog('Export', element('p', {}, element('label', {}, 'Format ', select), ' ', download, ' ', copy),
        element('p', {}, 'The same bytes on the command line', ...(current.preset ? [] : [', with the YAML saved beside it']), ':'), element('p', {}, line));
}
