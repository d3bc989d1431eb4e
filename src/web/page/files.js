// The workloads of the list: those that are built in, and own ones in the browser's storage.

const KEY = 'bote.files';

/// What a page may keep; in memory where the browser keeps nothing for it.
const memory = new Map();
export const store = {
    get(key) {
        try {
            return localStorage.getItem(key);
        } catch {
            return memory.get(key) ?? null;
        }
    },
    set(key, text) {
        try {
            localStorage.setItem(key, text);
            return true;
        } catch {
            memory.set(key, text);
            return false;
        }
    },
};

function read() {
    try {
        const all = JSON.parse(store.get(KEY) ?? '{}');
        return new Map(Object.entries(all).filter(([, text]) => typeof text === 'string'));
    } catch {
        return new Map();
    }
}

const own = read();
const save = () => store.set(KEY, JSON.stringify(Object.fromEntries(own)));

export const names = () => [...own.keys()].sort();
export const text = (name) => own.get(name);

export function put(name, content) {
    own.set(name, content);
    return save();
}

export function remove(name) {
    own.delete(name);
    save();
}

/// `shop.bote.yaml`, or with a number behind it that is free.
export function freeName(wish) {
    const stem = wish.replace(/(\.bote)?\.ya?ml$/, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60) || 'workload';
    for (let i = 1; ; ++i) {
        const name = `${stem}${i > 1 ? `-${i}` : ''}.bote.yaml`;
        if (!own.has(name)) return name;
    }
}
