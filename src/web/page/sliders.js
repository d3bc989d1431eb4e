// A slider for each number among the inputs. It edits the text in place.
import {literalsOf, textsAt} from './literals.js';
import {offsetOf} from './editor.js';

const NO_INPUTS = new Set(['name', 'description', 'source', 'expect', 'scenarios', 'correlate', 'conventions', 'define']);
const NO_NUMBERS = new Set(['title', 'kind', 'after', 'stores', 'model', 'accelerator']);  // digits in them are part of a name
const PER_DECADE = 100;
const DECADES = 3;  // up and down
const MOST = 3;     // numbers of one value

/// {path, from, text} of each value below the symbols of the language server.
function* valuesOf(symbols, doc, path = []) {
    for (const symbol of symbols ?? []) {
        if (NO_NUMBERS.has(symbol.name) || (path.length === 0 && NO_INPUTS.has(symbol.name))) continue;
        const here = [...path, symbol.name];
        if (symbol.children) yield* valuesOf(symbol.children, doc, here);
        else if (symbol.detail) {
            const behind = offsetOf(doc, symbol.selectionRange.end);
            const text = doc.sliceString(behind, offsetOf(doc, symbol.range.end));
            const [lead] = /^["']?\s*:\s*["']?/.exec(text) ?? [''];
            if (lead) yield {path: here, from: behind + lead.length, text: text.slice(lead.length)};
        }
    }
}

function scaleFor(literal) {
    if (literal.scale === 'share') return {min: 0, max: literal.most, step: literal.most / 100, at: (x) => x, from: (x) => x};
    if (literal.scale === 'whole') return {min: 0, max: Math.max(10, literal.number * 4), step: 1, at: (x) => x, from: (x) => x};
    const base = literal.number;
    return {
        min: -DECADES * PER_DECADE,
        max: DECADES * PER_DECADE,
        step: 1,
        at: (position) => base * 10 ** (position / PER_DECADE),
        from: (number) => Math.log10(number / base) * PER_DECADE,
    };
}

export class Sliders {
    /// `moved()` is called after each step, with the text changed already; `settled()` once it is let go.
    constructor(box, editor, {moved, settled}) {
        Object.assign(this, {box, editor, moved, settled});
        this.rows = new Map();
        this.held = null;
    }

    /// Forgets where sliders began: another file.
    reset() {
        this.rows.clear();
        this.box.replaceChildren();
    }

    /// As the text stands now. Rows that stay keep their place, their beginning and the focus.
    update(symbols) {
        if (this.held) return;
        const kept = new Map();
        for (const value of valuesOf(symbols, this.editor.doc)) {
            const literals = literalsOf(value.text);
            if (literals.length > MOST) continue;
            literals.forEach((literal, i) => {
                const whole = value.path.slice(value.path[0] === 'objects' || value.path[0] === 'tiers' ? 1 : 0).join(' ');
                const name = literals.length > 1 ? `${whole}, ${i + 1} of ${literals.length}` : whole;
                const key = `${value.path.join('\n')}\n${i}/${literals.length}`;
                const row = this.rows.get(key) ?? this.make(name);
                this.place(row, literal, value, literals.length === 1);
                kept.set(key, row);
            });
        }
        const rows = [...kept.values()].map((each) => each.box);
        const same = rows.length === this.box.children.length && rows.every((each, i) => this.box.children[i] === each);
        if (!same) this.box.replaceChildren(...rows);
        this.rows = kept;
    }

    make(name) {
        const row = {box: document.createElement('label'), output: document.createElement('output'), input: document.createElement('input')};
        row.box.className = 'slider';
        row.input.type = 'range';
        row.input.setAttribute('aria-label', name);
        row.name = name;
        const title = document.createElement('span');
        title.textContent = name;
        row.box.append(title, row.output, row.input);
        row.input.addEventListener('input', () => this.move(row));
        // A slider that is back where it began is not `change`d.
        for (const end of ['change', 'pointerup', 'blur']) row.input.addEventListener(end, () => this.release());
        return row;
    }

    place(row, literal, value, alone) {
        row.literal = literal;
        row.from = value.from;
        // Behind the only number of a value: `/day`.
        const rest = alone && value.text.length < 24 ? value.text.slice(literal.parts.at(-1).to) : '';
        row.behind = rest;
        const shown = literal.parts.map(({from, to}) => value.text.slice(from, to)).join(' to ');
        this.tell(row, shown + rest);
        // After its own step a slider goes on from where it began: rounding does not add up.
        if (row.written === shown) return;
        row.origin = structuredClone(literal);
        row.written = shown;
        const fits = row.scale && row.kind === literal.scale && this.inside(row.scale, literal);
        if (!fits) Object.assign(row, {scale: scaleFor(literal), kind: literal.scale});
        const {min, max, step, from} = row.scale;
        Object.assign(row.input, {min, max, step});
        row.input.value = from(literal.number);
    }

    inside({min, max, from}, literal) {
        const at = from(literal.number);
        return at >= min - 1e-9 && at <= max + 1e-9;
    }

    tell(row, text) {
        row.output.textContent = text;
        row.input.setAttribute('aria-valuetext', text);
    }

    move(row) {
        this.held = row;
        const texts = textsAt(row.origin, row.scale.at(Number(row.input.value)));
        const changes = row.literal.parts.map(({from, to}, i) => ({from: row.from + from, to: row.from + to, insert: texts[i]}));
        this.editor.change(changes);
        this.shift(row, changes);
        row.written = texts.join(' to ');
        this.tell(row, row.written + row.behind);
        this.moved();
    }

    /// The numbers behind a change stand elsewhere now, and so do the ends of those in it.
    shift(row, changes) {
        const grown = changes.map(({from, to, insert}) => insert.length - (to - from));
        const all = grown.reduce((sum, each) => sum + each, 0);
        const end = changes.at(-1).to;
        for (const other of this.rows.values()) {
            if (other === row) continue;
            if (other.from >= end) other.from += all;
            else if (other.from === row.from && row.from + other.literal.parts[0].from >= end)
                for (const part of other.literal.parts) Object.assign(part, {from: part.from + all, to: part.to + all});
        }
        let moved = 0;
        row.literal.parts.forEach((part, i) => {
            part.from += moved;
            moved += grown[i];
            part.to += moved;
        });
    }

    release() {
        if (!this.held) return;
        this.held = null;
        this.settled();
    }
}
