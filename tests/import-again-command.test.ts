/** `without import FILE --update`: a newer file over its model, through the local Azure DevOps. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { connect } from '../src/cli/connect';
import { run } from '../src/cli/main';
import { applyEdit } from '../src/core/model/edit';
import { modelId, storyLinkId } from '../src/core/model/ids';
import type { RunningHost } from '../src/host/start-host';
import { ownerToken, startLocalHost } from './fixtures/local-host';

const dragon = readFileSync(join(__dirname, 'fixtures/models/corner-shop-dragon.json'), 'utf8');
let host: RunningHost;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'without-again-'));
  host = await startLocalHost();
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

async function without(...words: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(words, {
    environment: { WITHOUT_TOKEN: ownerToken },
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out, err };
}
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const target = () => ['--org', host.collectionUrl, '--project', 'Shop'];
const newer = () =>
  file(
    'shop.json',
    dragon
      .replace('Shop front is flooded with requests', 'Shop front drowns')
      .replaceAll('c0ffee00-5409-4d1a-8b1e-000000000208', 'c0ffee00-5409-4d1a-8b1e-000000000299'),
  );

test('the preview is what is done, and doing it again does nothing', async () => {
  expect((await without('import', file('shop.json', dragon), ...target())).code).toBe(0);
  const preview = await without('import', newer(), ...target(), '--update', '--dry-run');
  expect(preview).toEqual({
    code: 0,
    err: [],
    out: [
      'Would update: 1 new, 1 changed, 1 stale, 0 back; 0 that were deleted here stay deleted',
      '  changed: threat Shop front drowns (takes title)',
      '  new: threat Database passwords are old',
      '  stale: threat Database passwords are old',
    ],
  });
  const json = async (...words: readonly string[]) => {
    const { code, out } = await without('import', newer(), ...target(), '--update', '--json', ...words);
    return {
      code,
      ...(JSON.parse(out.join('')) as { readonly applied: boolean; readonly changes: readonly unknown[] }),
    };
  };
  const planned = await json('--dry-run');
  const done = await json();
  expect([planned.applied, done.applied]).toEqual([false, true]);
  expect(done.changes).toEqual(planned.changes);
  expect(await json()).toMatchObject({ code: 0, changes: [], added: 0, changed: 0, stale: 0 });
});

test('the link of a threat to a story outlives the update, and the threat has the words of the newer file', async () => {
  const name = 'Linked shop';
  const named = dragon.replaceAll('"title": "Corner shop"', `"title": "${name}"`);
  expect((await without('import', file('linked.json', named), ...target())).code).toBe(0);
  const { app } = await connect(
    { org: host.collectionUrl, project: 'Shop', publisher: undefined },
    { environment: { WITHOUT_TOKEN: ownerToken } },
  );
  const open = async () => {
    const found = (await app.listModels()).find((each) => each.kind === 'model' && each.info.name === name);
    return app.openModel(v.parse(modelId, found?.id));
  };
  const before = await open();
  const threat = [...before.model.threat.values()].find(({ title }) => title.includes('is flooded'));
  if (!threat) throw new Error('It is not in the file.');
  const link = {
    id: v.parse(storyLinkId, '5d1c0e63-3a55-4f0e-9c36-1c9d7a0d1b11'),
    threat: threat.id,
    story: 30,
  };
  await app.saveModel(before, applyEdit(before.model, { label: 'x', storyLink: { put: [link] } }));
  const newerFile = file('linked.json', named.replace('is flooded with requests', 'drowns'));
  expect((await without('import', newerFile, ...target(), '--update')).code).toBe(0);
  const after = await open();
  expect(after.model.threat.get(threat.id)?.title).toBe('Shop front drowns');
  expect([...after.model.storyLink.values()]).toEqual([link]);
});

test.each([
  [
    'a model that is not there',
    () => [newer(), ...target(), '--model', 'Nobody', '--update'],
    /no model named "Nobody"/,
  ],
  ['a dry run of nothing', () => [newer(), ...target(), '--dry-run'], /--dry-run goes with --update/],
  ['no organisation', () => [newer(), '--update'], /Name the organisation/],
  ['a file that is none', () => [file('x.json', '{}'), ...target(), '--update'], /not a threat model/],
])('%s is refused with one line', async (_, words, sentence) => {
  const { code, out, err } = await without('import', ...words());
  expect([code > 0, out, err]).toEqual([true, [], [expect.stringMatching(sentence)]]);
});
