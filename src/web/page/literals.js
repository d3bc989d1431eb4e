// The numbers of a value as sliders move them: where they stand, and how another number is written in their place.
//
//   const [size] = literalsOf('8 KB * 2');
//   size.parts[0]              // {from: 0, to: 4, number: 8000, ...}
//   textsAt(size, 12000)       // ['12 KB']

const PREFIXES = ['', 'k', 'M', 'G', 'T', 'P', 'E'];
const MAGNITUDES = {thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, k: 1e3, K: 1e3, M: 1e6, bn: 1e9, T: 1e12};
const DIGITS = String.raw`\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?`;
const LITERAL = new RegExp(
    String.raw`(?<![\w.:])(${DIGITS})(?:(%)| ?(thousand|million|billion|trillion)\b|(k|K|M|T|bn)(?!\w)|( ?)([kKMGTPE]?)(B|bps|bit|bits)\b)?`, 'g');

function partOf(match) {
    const [text, digits, percent, word, suffix, gap, prefix, unit] = match;
    const part = {from: match.index, to: match.index + text.length, number: Number(digits.replaceAll('_', ''))};
    if (percent) return {...part, kind: 'percent'};
    if (word || suffix) return {...part, kind: 'count', number: part.number * MAGNITUDES[word ?? suffix]};
    if (!unit || text.endsWith('B') && gap === '' && prefix === '') return {...part, to: part.from + digits.length, kind: 'number'};
    return {...part, kind: 'unit', gap, unit, number: part.number * 1000 ** PREFIXES.indexOf(prefix.replace('K', 'k'))};
}

/// `log`, `share` (in per cent, or from 0 to 1) or `whole` (few: copies, machines).
function scaleOf(part, value) {
    if (part.kind === 'percent') return 'share';
    const alone = part.kind === 'number' && !/^\s*[\w/:]/.test(value.slice(part.to));
    if (alone && part.number > 0 && part.number < 1) return 'share';
    if (part.number === 0 || (alone && Number.isInteger(part.number) && part.number <= 20)) return 'whole';
    return 'log';
}

/// Each number of a value with the way it moves; both ends of `a to b` are one.
export function literalsOf(value) {
    const found = [];
    for (const match of value.matchAll(LITERAL)) {
        const part = partOf(match);
        const before = found.at(-1)?.parts;
        if (before?.length === 1 && /^\s+to\s+$/.test(value.slice(before[0].to, part.from))) {
            // In `1 to 3 MB` the unit belongs to both: the numbers move, the unit stays.
            if (before[0].kind === 'number' && part.kind !== 'number')
                Object.assign(part, {to: part.from + match[1].length, number: Number(match[1].replaceAll('_', '')), kind: 'number', percent: part.kind === 'percent'});
            before.push(part);
            found.at(-1).scale = part.percent || part.kind === 'percent' ? 'share' : before[0].number > 0 ? 'log' : 'whole';
        } else {
            found.push({parts: [part], scale: scaleOf(part, value)});
        }
    }
    for (const each of found) {
        each.number = each.parts[0].number;
        each.most = each.parts.some(({kind, percent}) => kind === 'percent' || percent) ? 100 : 1;
    }
    return found;
}

/// Without an exponent, which few people read.
function plain(number, digits = 3) {
    const rounded = Number(number.toPrecision(digits));
    const text = String(rounded);
    if (!text.includes('e') || rounded === 0) return text;
    return rounded < 1 ? rounded.toFixed(Math.min(20, digits - 1 - Math.floor(Math.log10(rounded)))) : BigInt(rounded).toString();
}

function write(part, number) {
    if (part.kind === 'percent') return `${plain(number, 4)}%`;
    if (part.kind === 'unit') {
        const size = Math.max(0, Math.min(6, Math.floor(Math.log10(Number(number.toPrecision(3))) / 3)));
        const prefix = part.unit === 'B' ? PREFIXES[size].replace('k', 'K') : PREFIXES[size];
        return `${plain(number / 1000 ** size)}${part.gap}${prefix}${part.unit}`;
    }
    if (part.kind === 'number') return plain(number, 4);
    const rounded = Number(number.toPrecision(3));
    if (rounded >= 1e12) return `${plain(rounded / 1e12)} trillion`;
    if (rounded >= 1e9) return `${plain(rounded / 1e9)} billion`;
    if (rounded >= 1e6) return `${plain(rounded / 1e6)}M`;
    return rounded >= 1e3 ? `${plain(rounded / 1e3)}k` : plain(rounded);
}

/// What is written where each part stands, once the first has become `number`. A range keeps its width: as a factor on
/// a logarithmic scale, else as a difference.
export function textsAt({parts, scale, most}, number) {
    const [first] = parts;
    return parts.map((part) => {
        if (scale === 'log') return write(part, part.number * (number / first.number));
        const moved = part.number + number - first.number;
        return write(part, scale === 'share' ? Math.min(most, Math.max(0, moved)) : Math.max(0, moved));
    });
}
