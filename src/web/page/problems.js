// What is wrong, below the editor: for those who do not hover.
import {at, button, element} from './page.js';

const WORDS = ['', 'Error', 'Warning', 'Note'];

export function showProblems(problems, editor) {
    const rows = problems.map(({range, severity, message, fixes}) => {
        const place = button(`Line ${range.start.line + 1}`, () => editor.goTo(range.start));
        const row = element('li', {className: WORDS[severity].toLowerCase()}, element('strong', {textContent: WORDS[severity]}), ' ', place, ` ${message} `);
        for (const fix of fixes) row.append(button(fix.title, () => editor.apply(fix)));
        return row;
    });
    at('problems').replaceChildren(...(rows.length ? [element('ul', {}, ...rows)] : []));
    at('problems').hidden = !rows.length;
}
