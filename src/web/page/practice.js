// Practice as a dialogue. The program asks and reads line by line; here it runs anew with each answer, on all that
// were typed so far, and what is new is shown.
import {ask, step} from './engine.js';
import {store} from './files.js';
import {at, button, element, say} from './page.js';

const KEY = 'bote.history';
const FILE = '/data/bote/history.jsonl';

export class Practice {
    constructor(box, current) {
        this.box = box;
        this.current = current;
        this.lines = null;
    }

    opened() {
        this.lines = null;
    }

    show() {
        if (this.lines) return;
        const {name, preset} = this.current();
        this.box.replaceChildren(this.heading(),
            element('p', {textContent: 'You estimate, bote judges each step and names the slip.'}),
            element('p', {className: 'choices'},
                button('This workload', () => this.begin([name])),
                button('A new problem', () => this.begin([])),
                button('Find the slip', () => this.begin(['--spot'])),
                button('Numbers', () => this.begin(['--numbers'])),
                button('How it went so far', () => this.showHistory())));
    }

    heading() {
        return element('h1', {textContent: 'Practice'});
    }

    environment() {
        return {variables: {XDG_DATA_HOME: '/data'}, now: this.now, columns: this.columns};
    }

    /// Characters in a line of the dialogue.
    measure() {
        const probe = element('pre', {className: 'log', textContent: '0'.repeat(80)});
        const range = document.createRange();
        this.box.append(probe);
        range.selectNodeContents(probe);
        probe.style.whiteSpace = 'pre';
        const style = getComputedStyle(probe);
        const room = probe.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
        const columns = Math.floor(room * 80 / range.getBoundingClientRect().width);
        probe.remove();
        return Math.min(80, Math.max(20, columns));
    }

    async begin(args) {
        this.columns = this.measure();
        Object.assign(this, {args, lines: [], shown: '', now: Math.floor(Date.now() / 1000), before: store.get(KEY) ?? ''});
        this.log = element('pre', {className: 'log', tabIndex: 0});
        this.log.setAttribute('role', 'log');
        this.log.setAttribute('aria-label', 'Dialogue');
        this.entry = element('input', {autocomplete: 'off', spellcheck: false, enterKeyHint: 'send'});
        this.form = element('form', {}, element('label', {}, 'Your answer ', this.entry), ' ', element('button', {textContent: 'Answer'}));
        this.form.addEventListener('submit', (event) => {
            event.preventDefault();
            this.answer(this.entry.value);
        });
        this.helps = element('p', {className: 'choices'}, ...[['Hint', '?'], ['Show', '!'], ['Skip', '.'], ['Why', 'why'], ['End', 'quit']].map(
            ([title, line]) => button(title, () => this.answer(line))));
        this.box.replaceChildren(this.heading(), this.log, this.form, this.helps);
        await this.play();
        this.entry.focus();
    }

    async answer(line) {
        if (this.playing) return;
        this.lines.push(line.replaceAll('\n', ' '));
        this.entry.value = '';
        await this.play();
        if (!this.form.hidden) this.entry.focus();
    }

    /// The history is put back each time: the program keeps each answer at once, and would keep it twice.
    async play() {
        this.playing = true;
        try {
            const {name, preset, text} = this.current();
            const steps = preset ? [] : [step.file(name, text)];
            const input = this.lines.map((line) => `${line}\n`).join('');
            const run = step.run(['practice', ...this.args, '--color', 'never'], {...this.environment(), input, dialogue: true});
            const results = await ask([...steps, step.file(FILE, this.before), run, step.read(FILE)]);
            const [{out, err, waits}, kept] = results.slice(-2);
            store.set(KEY, kept);
            this.tell(out + err);
            if (!waits) this.end();
        } finally {
            this.playing = false;
        }
    }

    tell(text) {
        let same = 0;
        while (same < this.shown.length && this.shown[same] === text[same]) ++same;
        const typed = this.lines.at(-1);
        const fresh = text.slice(same);
        this.log.append(...(typed === undefined ? [] : [element('b', {textContent: `${typed}\n`})]), fresh);
        this.shown = text;
        this.log.scrollTop = this.log.scrollHeight;
        say(fresh.trim().slice(0, 600));
    }

    end() {
        this.form.hidden = this.helps.hidden = true;
        this.lines = null;
        const again = button('Practise again', () => this.show());
        this.box.append(again);
        again.focus();
    }

    async showHistory() {
        this.now = Math.floor(Date.now() / 1000);
        this.columns = this.measure();
        const run = step.run(['practice', '--history', '--format', 'text'], this.environment());
        const [, {out, err}] = await ask([step.file(FILE, store.get(KEY) ?? ''), run]);
        const log = element('pre', {className: 'log', tabIndex: 0, textContent: out + err});
        this.box.querySelector('pre')?.remove();
        this.box.append(log);
        at('panel').focus();
    }
}
