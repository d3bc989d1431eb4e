// The program's HTML in the page. Of what stands there already only what differs is changed: what is scrolled, focused
// or unfolded stays, and little is laid out anew. Parts that are the same text are not even read.

/// Of an element that stays; `open` and `tabindex` belong to whoever reads.
function takeAttributes(old, fresh) {
    for (const {name, value} of fresh.attributes)
        if (old.getAttribute(name) !== value && name !== 'open') old.setAttribute(name, value);
    if (old.attributes.length === fresh.attributes.length) return;
    for (const {name} of [...old.attributes])
        if (!fresh.hasAttribute(name) && name !== 'open' && name !== 'tabindex') old.removeAttribute(name);
}

function takeNode(old, fresh) {
    if (old.nodeName !== fresh.nodeName || old.id !== fresh.id) return old.replaceWith(fresh);
    if (old.nodeType !== Node.ELEMENT_NODE) {
        if (old.data !== fresh.data) old.data = fresh.data;
        return undefined;
    }
    takeAttributes(old, fresh);
    return takeChildren(old, fresh);
}

function takeChildren(old, fresh) {
    let node = old.firstChild;
    let wanted = fresh.firstChild;
    while (node && wanted) {
        const [after, next] = [node.nextSibling, wanted.nextSibling];
        if (!node.isEqualNode(wanted)) takeNode(node, wanted);
        [node, wanted] = [after, next];
    }
    while (node) {
        const after = node.nextSibling;
        node.remove();
        node = after;
    }
    if (wanted) {
        const rest = document.createRange();
        rest.setStartBefore(wanted);
        rest.setEndAfter(fresh.lastChild);
        old.append(rest.extractContents());
    }
}

const OPENING = '<div class="bote">';
const PART = /^(?=<(?:section|details class="section")[ >])/m;
const isFolded = ({text, box}) => text.startsWith('<details') && !box.firstElementChild.open;
const headOf = (part) => part.slice(0, part.indexOf('\n'));

export class Report {
    constructor(box) {
        this.box = box;
        this.style = document.head.appendChild(document.createElement('style'));
        this.parts = [];
        this.sight = new IntersectionObserver((seen) => this.note(seen), {rootMargin: '300px'});
        // What is folded is brought up to date when somebody unfolds it.
        box.addEventListener('toggle', () => this.flush(), true);
        addEventListener('beforeprint', () => this.flush());
    }

    /// `partly`: what is folded is missing from the text, and stays as it is.
    show(html, partly = false) {
        const [before, rest] = html.split('<style>');
        const [style, after] = rest.split('</style>');
        if (this.style.textContent !== style) this.style.textContent = style;
        const body = before + after;
        const texts = body.slice(body.indexOf(OPENING) + OPENING.length, body.lastIndexOf('</div>')).split(PART);
        const fits = partly ? texts.length <= this.parts.length : texts.length === this.parts.length;
        const stands = fits && this.parts[0].box.isConnected;
        if (stands && texts.every((each, i) => headOf(each) === headOf(this.parts[i].text))) this.update(texts, partly);
        else this.fill(texts);
    }

    fill(texts) {
        const page = document.createElement('div');
        page.className = 'bote';
        this.parts = texts.map((text) => {
            const box = document.createElement('div');
            box.className = 'part';
            box.innerHTML = text;
            return {box, text, shown: text};
        });
        page.append(...this.parts.map(({box}) => box));
        this.sight.disconnect();
        for (const {box} of this.parts) this.sight.observe(box);
        this.box.replaceChildren(page);
    }

    /// While a slider moves, what nobody sees waits until it is seen or all is settled.
    update(texts, partly) {
        texts.forEach((text, i) => {
            const part = this.parts[i];
            part.text = text;
            if (!isFolded(part) && !(partly && part.isOut)) this.apply(part);
        });
    }

    note(seen) {
        for (const {target, isIntersecting} of seen) {
            const part = this.parts.find(({box}) => box === target);
            if (!part) continue;
            part.isOut = !isIntersecting;
            if (isIntersecting && !isFolded(part)) this.apply(part);
        }
    }

    apply(part) {
        if (part.shown === part.text) return;
        const template = document.createElement('template');
        template.innerHTML = part.text;
        takeChildren(part.box, template.content);
        part.shown = part.text;
    }

    get isUnfolded() {
        return this.parts.some(({box}) => box.firstElementChild?.matches('details[open]'));
    }

    flush() {
        for (const part of this.parts) this.apply(part);
    }
}
