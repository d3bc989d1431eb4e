// What the browser keeps: own workloads, each under a key of its own, so that two pages do not undo each other's.

const PREFIX = 'bote.file:';

/// In memory where the browser keeps nothing for the page.
const memory = new Map();
const kept = () => {
    try {
        return localStorage;
    } catch {
        return null;
    }
};

export const store = {
    get: (key) => memory.get(key) ?? kept()?.getItem(key) ?? null,
    /// False where the page has to remember it alone.
    set(key, text) {
        try {
            kept().setItem(key, text);
            memory.delete(key);
            return true;
        } catch {
            memory.set(key, text);
            return false;
        }
    },
    remove(key) {
        memory.delete(key);
        kept()?.removeItem(key);
    },
    keys: () => [...new Set([...memory.keys(), ...Object.keys(kept() ?? {})])],
};

export const keyOf = (name) => PREFIX + name;
export const names = () => store.keys().filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length)).sort();
export const text = (name) => store.get(PREFIX + name) ?? undefined;
export const put = (name, content) => store.set(PREFIX + name, content);
export const remove = (name) => store.remove(PREFIX + name);

/// `shop.bote.yaml`, or with a number behind it that is free.
export function freeName(wish) {
    const stem = wish.replace(/(\.bote)?\.ya?ml$/, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60) || 'workload';
    for (let i = 1; ; ++i) {
        const name = `${stem}${i > 1 ? `-${i}` : ''}.bote.yaml`;
        if (text(name) === undefined) return name;
    }
}
