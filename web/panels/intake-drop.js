/** Files let go anywhere on the page are handed on, those in dropped folders too. @param {(files: File[]) => void} take */
export function takeDrops(take) {
    document.addEventListener('dragover', (event) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        dropping(true);
    });
    document.addEventListener('dragleave', (event) => void (event.relatedTarget ?? dropping(false)));
    document.addEventListener('drop', (event) => {
        dropping(false);
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        void filesOf(event.dataTransfer).then(take);
    });
}

/** What was dropped must be asked for at once; folders are walked afterwards. @param {DataTransfer} dropped @returns {Promise<File[]>} */
async function filesOf(dropped) {
    const plain = [...dropped.files];
    const entries = [...dropped.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
    if (!entries.some((entry) => entry.isDirectory)) return plain;
    return (await Promise.all(entries.map(inside))).flat();
}

/** @param {FileSystemEntry} entry @returns {Promise<File[]>} */
async function inside(entry) {
    if (entry.isFile) {
        const file = /** @type {FileSystemFileEntry} */ (entry);
        return [await new Promise((found, failed) => file.file(found, failed))];
    }
    const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
    const files = [];
    // A reader gives a hundred at a time and then none.
    for (;;) {
        /** @type {FileSystemEntry[]} */
        const some = await new Promise((found, failed) => reader.readEntries(found, failed));
        if (some.length === 0) return files;
        files.push(...(await Promise.all(some.map(inside))).flat());
    }
}

/** The page shows that files may be let go over it. @param {boolean} on */
const dropping = (on) => document.body.classList.toggle('dropping', on);
