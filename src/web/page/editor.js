// The editor: YAML with what the language server says of it.
import {autocompletion, completionKeymap, closeBrackets} from '@codemirror/autocomplete';
import {defaultKeymap, history, historyKeymap} from '@codemirror/commands';
import {yaml} from '@codemirror/lang-yaml';
import {HighlightStyle, indentOnInput, syntaxHighlighting} from '@codemirror/language';
import {lintGutter, lintKeymap, setDiagnostics} from '@codemirror/lint';
import {highlightSelectionMatches, searchKeymap} from '@codemirror/search';
import {Annotation, EditorState, StateEffect, StateField} from '@codemirror/state';
import {Decoration, drawSelection, EditorView, highlightActiveLine, highlightSpecialChars, hoverTooltip, keymap, lineNumbers, WidgetType} from '@codemirror/view';
import {tags} from '@lezer/highlight';
import {ask, editsOf, resultOf, step} from './engine.js';

const colours = HighlightStyle.define([
    {tag: tags.propertyName, color: 'var(--key)'},
    {tag: tags.definition(tags.propertyName), color: 'var(--key)'},
    {tag: tags.comment, color: 'var(--muted)', fontStyle: 'italic'},
    {tag: tags.string, color: 'var(--text)'},
    {tag: tags.punctuation, color: 'var(--muted)'},
]);

const look = EditorView.theme({
    '&': {color: 'var(--ink)', backgroundColor: 'var(--paper)', fontSize: '0.875rem'},
    '.cm-content': {fontFamily: 'var(--mono)', caretColor: 'var(--ink)', padding: '.6rem 0'},
    '.cm-gutters': {backgroundColor: 'var(--paper)', color: 'var(--muted)', border: 'none'},
    '.cm-activeLine': {backgroundColor: 'var(--tint)'},
    '.cm-cursor': {borderLeftColor: 'var(--ink)'},
    '&.cm-focused': {outline: '2px solid var(--accent)', outlineOffset: '-2px'},
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {backgroundColor: 'var(--select)'},
    '.cm-tooltip': {backgroundColor: 'var(--raised)', color: 'var(--ink)', border: '1px solid var(--rule)', maxWidth: 'min(34rem, 90vw)'},
    '.cm-tooltip-autocomplete ul li[aria-selected]': {backgroundColor: 'var(--accent)', color: 'var(--on-accent)'},
    '.cm-panels': {backgroundColor: 'var(--raised)', color: 'var(--ink)'},
    '.cm-hint': {color: 'var(--muted)', fontFamily: 'var(--sans)', fontSize: '.78rem', paddingLeft: '1.25rem', whiteSpace: 'pre'},
});

class Hint extends WidgetType {
    constructor(text) {
        super();
        this.text = text;
    }
    eq(other) {
        return other.text === this.text;
    }
    toDOM() {
        const span = document.createElement('span');
        span.className = 'cm-hint';
        span.textContent = this.text;
        return span;
    }
    ignoreEvent() {
        return false;
    }
}

const setHints = StateEffect.define();
const hints = StateField.define({
    create: () => Decoration.none,
    update(marks, change) {
        for (const effect of change.effects) if (effect.is(setHints)) return effect.value;
        return marks.map(change.changes);
    },
    provide: (field) => EditorView.decorations.from(field),
});

/// Marks a change that the page makes itself, such as a slider's.
const ours = Annotation.define();

/// Lines and UTF-16 units of the protocol as an offset, inside of the text at all events.
export function offsetOf(doc, {line, character}) {
    if (line >= doc.lines) return doc.length;
    const {from, to} = doc.line(line + 1);
    return Math.min(from + character, to);
}
const positionOf = (doc, offset) => {
    const line = doc.lineAt(offset);
    return {line: line.number - 1, character: offset - line.from};
};

/// The little Markdown of the language server: paragraphs, rules, **strong** and `code`.
function markdown(text) {
    const box = document.createElement('div');
    box.className = 'hover';
    for (const part of text.split(/\n\n+/)) {
        if (part === '---') {
            box.append(document.createElement('hr'));
            continue;
        }
        const paragraph = document.createElement('p');
        for (const piece of part.split(/(\*\*[^*]+\*\*|`[^`]+`)/)) {
            const kind = piece.startsWith('**') ? 'strong' : piece.startsWith('`') ? 'code' : '';
            const plain = piece.slice(kind === 'strong' ? 2 : kind ? 1 : 0, kind === 'strong' ? -2 : kind ? -1 : undefined);
            const clean = plain.replace(/\\([\\`*_[\]<>|~$!#.+-])/g, '$1');
            if (kind) paragraph.append(Object.assign(document.createElement(kind), {textContent: clean}));
            else paragraph.append(clean);
        }
        box.append(paragraph);
    }
    return box;
}

const hover = hoverTooltip(async (view, at) => {
    const {doc} = view.state;
    const [, answer] = await ask([step.edit(doc.toString()), step.editor('hover', {position: positionOf(doc, at)})]);
    const found = resultOf(answer);
    if (!found?.contents || view.state.doc !== doc) return null;
    return {
        pos: found.range ? offsetOf(doc, found.range.start) : at,
        end: found.range ? offsetOf(doc, found.range.end) : at,
        above: true,
        create: () => ({dom: markdown(found.contents.value)}),
    };
}, {hoverTime: 350});

async function completions(context) {
    const typed = context.matchBefore(/[\w.]+/);
    if (!typed && !context.explicit) return null;
    const {doc} = context.state;
    const [, answer] = await ask([step.edit(doc.toString()), step.editor('completion', {position: positionOf(doc, context.pos)})]);
    const items = resultOf(answer)?.items ?? [];
    if (context.aborted || !items.length) return null;
    const first = items[0].textEdit?.range;
    return {
        from: first ? offsetOf(doc, first.start) : typed?.from ?? context.pos,
        to: first ? offsetOf(doc, first.end) : context.pos,
        options: items.map((item) => ({
            label: item.label,
            detail: item.detail,
            info: typeof item.documentation === 'string' ? item.documentation : item.documentation?.value,
            apply: item.textEdit?.newText ?? item.insertText ?? item.label,
            boost: item.sortText?.startsWith('0') ? 1 : 0,  // what fits best
        })),
        validFor: /^[\w.]*$/,
    };
}

export class Editor {
    /// `changed(text, byUser)` is called for each change but `load`.
    constructor(parent, changed) {
        this.view = new EditorView({parent});
        this.changed = changed;
        this.load('');
    }

    load(text) {
        // Where the comment at the beginning ends.
        const start = /^(?:[ \t]*(?:#.*)?(?:\r\n?|\n))*/.exec(text)[0].replace(/\r\n?/g, '\n').length;
        const state = EditorState.create({doc: text, extensions: this.extensions()});
        this.view.setState(state);
        const anchor = Math.min(start, state.doc.length);
        this.view.dispatch({selection: {anchor}, effects: EditorView.scrollIntoView(anchor, {y: 'start', yMargin: 8})});
    }

    extensions() {
        return [
            lineNumbers(), highlightSpecialChars(), history(), drawSelection(), indentOnInput(), closeBrackets(), highlightActiveLine(), highlightSelectionMatches(),
            yaml(), syntaxHighlighting(colours), look, hints, hover, lintGutter(), EditorView.lineWrapping,
            autocompletion({override: [completions]}),
            EditorState.tabSize.of(2),
            EditorView.contentAttributes.of({'aria-label': 'Workload in YAML', tabindex: '0', spellcheck: 'false', autocapitalize: 'off'}),
            keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...completionKeymap, ...lintKeymap]),
            EditorView.updateListener.of((update) => {
                if (!update.docChanged) return;
                const byUser = !update.transactions.some((each) => each.annotation(ours));
                this.changed(this.text, byUser);
            }),
        ];
    }

    get text() {
        return this.view.state.doc.toString();
    }
    get doc() {
        return this.view.state.doc;
    }

    /// Changes of the page's own: [{from, to, insert}].
    change(changes) {
        this.view.dispatch({changes, annotations: ours.of(true)});
    }

    apply(action) {
        const changes = editsOf(action).map(({range, newText}) => ({from: offsetOf(this.doc, range.start), to: offsetOf(this.doc, range.end), insert: newText}));
        this.view.dispatch({changes});
        this.view.focus();
    }

    goTo(position) {
        this.view.dispatch({selection: {anchor: offsetOf(this.doc, position)}, scrollIntoView: true});
        this.view.focus();
    }

    /// `problems` as they stand in a diagnostic, each with its `fixes`.
    show(problems, notes) {
        const {doc} = this;
        const severities = ['', 'error', 'warning', 'info'];
        const marks = problems.map((each) => ({
            from: offsetOf(doc, each.range.start),
            to: offsetOf(doc, each.range.end),
            severity: severities[each.severity] ?? 'info',
            message: each.message,
            actions: each.fixes.map((fix) => ({name: fix.title, apply: () => this.apply(fix)})),
        }));
        this.view.dispatch(setDiagnostics(this.view.state, marks));
        const widgets = notes.map(({position, label}) => Decoration.widget({widget: new Hint(label), side: 1}).range(offsetOf(doc, position)));
        this.view.dispatch({effects: setHints.of(Decoration.set(widgets, true))});
    }
}
