import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CountType, LinkProperty, Project, Workspace } from 'epanet-js';

test('the engine of EPANET runs the exported network without an error', async () => {
    const workspace = new Workspace();
    await workspace.loadModule();
    workspace.writeFile('net.inp', readFileSync(new URL('../../resources/inp/six-lakes.epanet.inp', import.meta.url), 'utf8'));
    const model = new Project(workspace);
    model.open('net.inp', 'report.rpt', 'out.bin');
    assert.equal(model.getCount(CountType.TankCount), 8);
    assert.equal(model.getCount(CountType.LinkCount), 17);
    model.openH();
    model.initH(0);
    model.runH();
    const pump = model.getLinkIndex(model.getLinkId(1));
    assert.ok(Number.isFinite(model.getLinkValue(pump, LinkProperty.Flow)));
    model.closeH();
    model.solveH();
    model.close();
    assert.doesNotMatch(workspace.readFile('report.rpt'), /Error \d+/);
});
