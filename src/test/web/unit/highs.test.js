import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import highs from 'highs';

test('a solver that shares nothing with the kernel finds the least shares that the kernel serves', async () => {
    const solver = await highs();
    const programmes = readFileSync(new URL('../../resources/water/programmes.lp', import.meta.url), 'utf8').split('\\ ').slice(1);
    const lacking = programmes.map((programme) => {
        const [, what, share] = /^(.*): ([\d.]+)\n/.exec(programme) ?? [];
        const solved = solver.solve(programme.slice(programme.indexOf('\n') + 1));
        assert.equal(solved.Status, 'Optimal', what);
        assert.ok(Math.abs(Math.min(1, solved.ObjectiveValue) - Number(share)) < 2e-5, `${what}: ${solved.ObjectiveValue} and ${share}`);
        return Number(share) < 0.999;
    });
    assert.ok(programmes.length > 30);
    assert.ok(lacking.filter(Boolean).length > 10);
});
