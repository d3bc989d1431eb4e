// Makes what stands in a box what an HTML text says, and touches nothing that is so already: what is scrolled, focused
// or unfolded stays, and little is laid out anew.

/// Of an element that stays; `open` and `tabindex` belong to whoever reads.
function takeAttributes(old, fresh) {
    for (const {name} of [...old.attributes])
        if (!fresh.hasAttribute(name) && name !== 'open' && name !== 'tabindex') old.removeAttribute(name);
    for (const {name, value} of fresh.attributes)
        if (old.getAttribute(name) !== value && name !== 'open') old.setAttribute(name, value);
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
        takeNode(node, wanted);
        [node, wanted] = [after, next];
    }
    while (node) {
        const after = node.nextSibling;
        node.remove();
        node = after;
    }
    while (wanted) {
        const next = wanted.nextSibling;
        old.append(wanted);
        wanted = next;
    }
}

export function become(box, html) {
    const template = document.createElement('template');
    template.innerHTML = html;
    takeChildren(box, template.content);
}
