import { spawn } from 'node:child_process';
import { once } from 'node:events';

// Another program at the plan's file, as QGIS is: it knows nothing of the desk.

/** What SQLite does not have and the triggers of a GeoPackage call; the index it leaves is mended when the row is taken in. */
const BEGIN = `
import sqlite3, struct, sys
plan = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=20)
for name in ('ST_IsEmpty', 'ST_MinX', 'ST_MaxX', 'ST_MinY', 'ST_MaxY'):
    plan.create_function(name, 1, lambda shape: 0)
def shape(*places):
    ring = b''.join(struct.pack('<dd', *place) for place in places)
    polygon = struct.pack('<BIII', 1, 3, 1, len(places)) + ring
    return b'GP' + struct.pack('<BBi', 0, 1, 4490) + struct.pack('<BII', 1, 6, 1) + polygon
`;

/** Runs statements of Python with the plan open as `plan`. @param {string} file @param {string} statements */
export async function edit(file, statements) {
    const [code] = await once(python(file, statements), 'exit');
    if (code !== 0) throw new Error(`the other program ended with ${code}`);
}

/** Holds the plan as somebody does who edits and has not saved; answers with the letting go. @param {string} file @returns {Promise<() => Promise<void>>} */
export async function hold(file) {
    const holding = python(file, "plan.execute('BEGIN IMMEDIATE'); print('held', flush=True); sys.stdin.read(); plan.execute('ROLLBACK')");
    await once(holding.stdout, 'data');
    return async () => {
        holding.stdin.end();
        await once(holding, 'exit');
    };
}

/** @param {string} file @param {string} statements */
function python(file, statements) {
    const program = spawn('python3', ['-c', BEGIN + statements, file]);
    program.stderr.pipe(process.stderr);
    return program;
}
