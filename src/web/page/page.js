// What several parts of the page use of it.

export const at = (id) => document.getElementById(`ui-${id}`);

/// To those who listen; nothing is seen.
export function say(text) {
    if (at('status').textContent !== text) at('status').textContent = text;
}

/// What went wrong, until something else is opened; an empty text takes it away.
export function showAlert(text) {
    at('alert').textContent = text;
    at('alert').hidden = !text;
}

export function showDialog(title, ...parts) {
    at('dialog-title').textContent = title;
    at('dialog-body').replaceChildren(...parts);
    at('dialog').showModal();
}

export function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
}

export const button = (text, run) => {
    const made = element('button', {type: 'button', textContent: text});
    made.addEventListener('click', run);
    return made;
};
