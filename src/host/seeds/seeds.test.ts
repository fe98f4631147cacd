/** Every seed in the repository can be sown in every process and looks like a team's backlog. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defaultTeam, firstProject, teamIterations } from '../organisation/projects';
import { timeFrameOf } from '../organisation/world';
import { agile } from '../processes/agile';
import type { ProcessTemplate } from '../processes/process';
import { PROCESS_KEYS, processes } from '../processes/processes';
import { nowhere } from '../store/database';
import { Store } from '../store/store';
import { liveWorkItems } from '../work-items/computed';
import { TODAY } from '../testing/test-world';
import { atAddress } from './at-address';
import { readSeed, type SeedFile } from './seed-file';
import { sow } from './sow';

const folder = resolve(__dirname, '../../../tests/seeds');
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
const load = (name: string): SeedFile => readSeed(JSON.parse(readFileSync(join(folder, name), 'utf8')));

const sprints = (store: Store) => teamIterations(store, defaultTeam(store, firstProject(store)));

function sown(seed: SeedFile, process: ProcessTemplate): Store {
  const store = new Store(nowhere);
  store.transact((tx) => sow({ tx, seed, process, now: TODAY }));
  return store;
}

test.each(names.flatMap((name) => PROCESS_KEYS.map((key) => [name, key] as const)))(
  '%s under %s',
  (name, key) => {
    const process = processes[key];
    const seed = load(name);
    const store = sown(seed, process);
    const items = liveWorkItems(store);
    expect(items.map((item) => item.fields['System.Title'])).toEqual(
      seed.workItems.map((item) => item.title),
    );
    expect(sprints(store).filter((one) => timeFrameOf(one, TODAY) === 'current')).toHaveLength(1);
    const isInOrder = items.every((item) => String(item.fields['System.ChangedDate']) <= TODAY.toISOString());
    expect(isInOrder).toBe(true);
  },
);

test('the shop is a believable backlog', () => {
  const { workItems, iterations } = load('shop.json');
  const count = (kind: string): number => workItems.filter((item) => item.kind === kind).length;
  expect(count('requirement')).toBeGreaterThanOrEqual(40);
  expect(count('task')).toBeGreaterThanOrEqual(35);
  expect(count('bug')).toBeGreaterThanOrEqual(8);
  expect(iterations).toHaveLength(4);
  const stories = workItems.filter((item) => item.kind === 'requirement');
  expect(
    stories.filter((item) => !/so that/.test(item.description ?? '') || !item.acceptanceCriteria),
  ).toEqual([]);
  expect(stories.filter((item) => item.description?.includes('WITHOUT'))).toHaveLength(8);
});

test('links of seeded items lead to the server that they are sown in', () => {
  const { workItems } = atAddress(load('figures.json'), 'http://127.0.0.1:41234');
  const texts = workItems.flatMap(({ description = '', hyperlinks = [] }) => [description, ...hyperlinks]);
  expect(texts.filter((text) => text.includes(':8080'))).toEqual([]);
  expect(texts.filter((text) => text.includes('http://127.0.0.1:41234/local/Shop/_apps/hub/'))).toHaveLength(
    2,
  );
});

test('seeding twice gives the same identifiers', () => {
  const [first, second] = [sown(load('shop.json'), agile), sown(load('shop.json'), agile)];
  expect(sprints(first).map((one) => one.guid)).toEqual(sprints(second).map((one) => one.guid));
});

test.each<[string, unknown, string]>([
  ['no object', [], 'list "users"'],
  ['no items', { users: [], areas: [], iterations: [] }, 'workItems'],
  [
    'no owner',
    { team: { name: 'T' }, users: [], areas: [], iterations: [], workItems: [] },
    'at least one user',
  ],
])('a seed with %s is refused', (_, json, message) => {
  expect(() => readSeed(json)).toThrow(message);
});
