import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CountType, LinkProperty, Project, Workspace } from 'epanet-js';

for (const [file, links] of /** @type {[string, number][]} */ ([['six-lakes', 17], ['shangjie', 28]])) test(`the engine of EPANET runs ${file} without an error`, async () => {
    const workspace = new Workspace();
    await workspace.loadModule();
    workspace.writeFile('net.inp', readFileSync(new URL(`../../resources/inp/${file}.epanet.inp`, import.meta.url), 'utf8'));
    const model = new Project(workspace);
    model.open('net.inp', 'report.rpt', 'out.bin');
    assert.equal(model.getCount(CountType.TankCount), 8);
    assert.equal(model.getCount(CountType.LinkCount), links);
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
