/** What is kept of a run may be gone, foreign or broken, and then is no more than nothing. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aModel } from '../../tests/fixtures/sample-model';
import { cacheFolder, lastRun } from './last-run';

const folder = mkdtempSync(join(tmpdir(), 'last-run-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const target = { org: 'https://dev.azure.com/contoso', project: 'Shop', publisher: undefined };
const { id } = aModel({}).info;
const learned = { inCollection: true, models: [id] };
const nothing = { inCollection: false, models: [] };
const again = () => lastRun(folder, target, undefined).learned;

test('the same question finds it again, no other does, and a run that failed takes it away', () => {
  const run = lastRun(folder, target, undefined);
  expect(run.learned).toEqual(nothing);
  run.keep(learned);
  expect(again()).toEqual(learned);
  expect(lastRun(folder, { ...target, project: 'Store' }, undefined).learned).toEqual(nothing);
  expect(lastRun(folder, { ...target, publisher: 'contoso' }, undefined).learned).toEqual(nothing);
  expect(lastRun(folder, target, 'Payments').learned).toEqual(nothing);
  run.forget();
  expect(again()).toEqual(nothing);
});

test.each([
  ['no JSON', '{'],
  ['another shape', '{"models":"all"}'],
  ['more models than one answer should hold', JSON.stringify({ ...learned, models: Array(6).fill(id) })],
])('%s is nothing', (_, text) => {
  lastRun(folder, target, undefined).keep(learned);
  const [name = ''] = readdirSync(folder);
  writeFileSync(join(folder, name), text);
  expect(again()).toEqual(nothing);
});

test('what is no id of a model is left out', () => {
  lastRun(folder, target, undefined).keep(learned);
  const [name = ''] = readdirSync(folder);
  writeFileSync(join(folder, name), JSON.stringify({ inCollection: false, models: ['../other', id] }));
  expect(again()).toEqual({ inCollection: false, models: [id] });
});

test('of many models the first few are kept', () => {
  lastRun(folder, target, undefined).keep({ inCollection: false, models: Array<typeof id>(9).fill(id) });
  expect(again().models).toHaveLength(5);
});

test('a folder that cannot be written, or none, keeps nothing and ends nothing', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  for (const place of [join(file, 'below'), undefined]) {
    const run = lastRun(place, target, undefined);
    run.keep(learned);
    run.forget();
    expect(lastRun(place, target, undefined).learned).toEqual(nothing);
  }
});

test('a cache lies where the system has them', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/caches' })).toBe(join('/caches', 'without'));
  expect(cacheFolder({ LOCALAPPDATA: '/local' })).toBe(join('/local', 'without'));
  expect(cacheFolder({})).toMatch(/\.cache.without$/);
});
