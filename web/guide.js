// The page for planners: the part of user-guide.md in the language asked for, as HTML. It knows only what that file uses.
const SOURCE = '/assets/guide/markdown/user-guide.md';
const lang = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh';

/** @param {string} name @param {(Node|string)[]} parts */
function element(name, ...parts) {
    const made = document.createElement(name);
    made.append(...parts);
    return made;
}

/** Words with what is strong and what is a key. @param {string} text @returns {(Node|string)[]} */
const words = (text) => text.split(/(\*\*[^*]+\*\*|`[^`]+`)/).map((part) => {
    if (part.startsWith('**')) return element('strong', part.slice(2, -2));
    return part.startsWith('`') ? element('kbd', part.slice(1, -1)) : part;
});

/** @param {string} block lines without an empty one between @returns {Node} */
function piece(block) {
    const heading = /^(#+) (.*)/.exec(block);
    if (heading) return element(`h${heading[1].length}`, ...words(heading[2]));
    const picture = /^!\[(.*)\]\((.*)\)/.exec(block);
    if (picture) return Object.assign(document.createElement('img'), { alt: picture[1], src: new URL(picture[2], location.origin + SOURCE).href });
    const lines = block.split('\n').map((line) => /^(?:-|\d+\.) (.*)/.exec(line)?.[1]);
    if (lines[0] === undefined) return element('p', ...words(block));
    return element(block.startsWith('-') ? 'ul' : 'ol', ...lines.map((line) => element('li', ...words(line ?? ''))));
}

const text = await (await fetch(SOURCE)).text();
const [zh, en] = text.split(/\n(?=# Greenplan)/);
document.documentElement.lang = lang === 'en' ? 'en' : 'zh-CN';
document.querySelector('main')?.append(...(lang === 'en' ? en : zh).trim().split(/\n\n+/).map(piece));
document.title = document.querySelector('h1')?.textContent ?? document.title;

export {};
