// The right side: the answer of a command as the program's own HTML, which it writes anew with each change.
import {ask, step} from './engine.js';
import {at, element, say} from './page.js';
import {Practice} from './practice.js';
import {Report} from './report.js';

/// What each view runs; `asks` takes a quantity.
const VIEWS = {
    estimate: {title: 'Estimate', draws: true, run: (file) => ['estimate', file]},
    all: {title: 'Long form', draws: true, run: (file) => ['estimate', file, '--all']},
    explain: {title: 'Working', asks: true, run: (file, quantity) => ['explain', file, ...quantity]},
    drivers: {title: 'Drivers', asks: true, run: (file, quantity) => ['drivers', file, ...quantity]},
    timeline: {title: 'Timeline', asks: true, run: (file, quantity) => ['timeline', file, ...quantity]},
    practice: {title: 'Practice'},
};

/// Ranges are drawn this often while somebody types or drags, and to their last digit afterwards.
const QUICK = ['--samples', '10000'];
const RANGE = /^[^#\n]*(?:[\w%] to [\d$]|(?:uniform|triangular|normal)\()/m;

export class Answer {
    /// `isHeld()`: whether a slider is being moved.
    constructor({current, isHeld}) {
        Object.assign(this, {current, isHeld});
        this.view = 'estimate';
        this.scenario = '';
        this.practice = new Practice(at('practice'), current);
        this.report = new Report(at('report'));
        this.busy = false;
        this.again = false;
        this.makeTabs();
        at('ask').addEventListener('submit', (event) => {
            event.preventDefault();
            this.refresh();
        });
        at('report').addEventListener('click', (event) => this.follow(event));
    }

    makeTabs() {
        const tabs = Object.entries(VIEWS).map(([name, {title}]) => {
            const tab = element('button', {type: 'button', id: `ui-view-${name}`, textContent: title});
            tab.setAttribute('role', 'tab');
            tab.setAttribute('aria-controls', 'ui-panel');
            tab.addEventListener('click', () => this.choose(name));
            return tab;
        });
        at('views').append(...tabs);
        at('views').addEventListener('keydown', ({key}) => {
            const step = {ArrowLeft: -1, ArrowRight: 1}[key];
            if (!step) return;
            const now = tabs.findIndex((tab) => tab.tabIndex === 0);
            const next = tabs[(now + step + tabs.length) % tabs.length];
            next.focus();
            next.click();
        });
        this.mark();
    }

    mark() {
        for (const tab of at('views').children) {
            const chosen = tab.id === `ui-view-${this.view}`;
            tab.setAttribute('aria-selected', chosen);
            tab.tabIndex = chosen ? 0 : -1;
            if (chosen) at('panel').setAttribute('aria-labelledby', tab.id);
        }
        const practises = this.view === 'practice';
        at('ask').hidden = !VIEWS[this.view].asks;
        at('report').hidden = practises;
        at('practice').hidden = !practises;
        at('brief').hidden = practises;
        at('scenarios').hidden = practises || at('scenarios').children.length < 2;
    }

    choose(name) {
        this.view = name;
        this.mark();
        if (name === 'practice') this.practice.show();
        else this.refresh();
    }

    /// Another file: its scenarios and quantities are others.
    opened() {
        this.scenario = '';
        this.failed = '';
        at('quantity').value = '';
        this.practice.opened();
        if (this.view === 'practice') this.choose('estimate');
    }

    arguments() {
        const {name, preset} = this.current();
        const file = name;
        const quantity = at('quantity').value.trim();
        const args = VIEWS[this.view].run(file, quantity ? [quantity] : []);
        return this.scenario ? [...args, '--scenario', this.scenario] : args;
    }

    /// As fast as the engine answers; what changes meanwhile is answered once.
    async refresh() {
        if (this.view === 'practice') return;
        if (this.busy) {
            this.again = true;
            return;
        }
        this.busy = true;
        try {
            do {
                this.again = false;
                await this.once(true);
            } while (this.again);
        } catch (problem) {
            this.fail(problem.message);
        } finally {
            this.busy = false;
        }
        clearTimeout(this.calm);
        this.calm = setTimeout(() => this.complete().catch(() => {}), 500);
    }

    /// Once nothing changes any longer: the last digits, and the names.
    async complete() {
        if (this.rough && !this.failed && !this.busy) await this.once(false);
        this.report.flush();
        await this.readNames();
    }

    async once(quick) {
        const {name, preset, text} = this.current();
        const steps = preset ? [] : [step.file(name, text)];
        const draws = quick && VIEWS[this.view].draws && RANGE.test(text) ? QUICK : [];
        const skipsFolded = quick && this.isHeld() && !this.report.isUnfolded;
        const results = await ask([...steps, step.run([...this.arguments(), ...draws, '--format', 'html', '--fragment'], {skipsFolded})]);
        this.rough = skipsFolded || draws.length > 0;
        const {out, err, code} = results.at(-1);
        if (code > 1 && this.scenario && err.includes('there is no scenario')) {
            this.scenario = '';  // renamed, or taken out
            this.readNames().catch(() => {});
            return this.once(quick);
        }
        if (code > 1) return this.fail(err);
        this.failed = '';
        this.show(out, skipsFolded);
    }

    /// The last page stays, grey, under what is wrong.
    fail(text) {
        this.failed = text;
        const before = at('report').childElementCount ? '\n\nBelow: the answer before this.' : '';
        at('wait').textContent = text.trim() + before;
        at('wait').classList.add('failed');
        at('wait').hidden = false;
        at('report').classList.add('stale');
    }

    show(html, partly) {
        this.report.show(html, partly);
        at('brief').textContent = [...at('report').querySelectorAll('dl.figures .value')].map((each) => each.textContent).join(' · ');
        at('report').classList.remove('stale');
        at('wait').hidden = true;
        document.title = `${at('report').querySelector('h1')?.textContent ?? 'bote'} · bote`;
    }

    /// A link of the report leads to a place in it; the address of the page is that of the workload.
    follow(event) {
        const link = event.target.closest('a[href^="#"]');
        if (!link) return;
        event.preventDefault();
        this.report.flush();
        const target = document.getElementById(decodeURIComponent(link.getAttribute('href').slice(1)));
        if (!target) return;
        for (let box = target.closest('details'); box; box = box.parentElement.closest('details')) box.open = true;
        at('report').querySelector('.found')?.classList.remove('found');
        target.classList.add('found');
        target.scrollIntoView({block: 'center'});
        target.tabIndex = -1;
        target.focus({preventScroll: true});
    }

    verdict() {
        if (this.failed) return this.failed.split('\n')[0];
        return at('report').querySelector('.verdict')?.textContent ?? '';
    }

    /// Scenarios and quantities of the file, for the tabs and the list.
    async readNames() {
        const {name, preset} = this.current();
        const file = name;
        const words = (...args) => step.run(['completions', 'words', '--', ...args]);
        const [scenarios, quantities] = await ask([words('estimate', file, '--scenario'), words('explain', file)]);
        const list = ({out}) => out.split('\n').filter(Boolean).map((line) => line.split('\t'));
        at('quantities').replaceChildren(...list(quantities).map(([value, meaning]) => element('option', {value, label: meaning ?? ''})));
        this.showScenarios(list(scenarios).filter(([word]) => !word.startsWith(':')));
    }

    showScenarios(list) {
        const failing = list.filter(([, meaning]) => !meaning);
        const own = list.filter(([, meaning]) => meaning);
        const key = JSON.stringify(list);
        if (this.shownScenarios === key) return;
        this.shownScenarios = key;
        if (this.scenario && !list.some(([word]) => word === this.scenario)) this.scenario = '';
        const choice = (name, title, meaning = '') => {
            const tab = element('button', {type: 'button', textContent: title, title: meaning});
            tab.setAttribute('aria-pressed', this.scenario === name);
            tab.addEventListener('click', () => {
                this.scenario = name;
                for (const each of at('scenarios').children) each.setAttribute('aria-pressed', each === tab);
                say(`Scenario: ${title}`);
                this.refresh();
            });
            return tab;
        };
        at('scenarios').replaceChildren(choice('', own.length ? 'Side by side' : 'As written'),
            ...own.map(([name, meaning]) => choice(name, name, meaning)), ...failing.map(([name]) => choice(name, name)));
        this.mark();
    }
}
