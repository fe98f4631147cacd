/** The seed `large` is what it says, and a small one of its kind can be sown in every process. */
import { runWiql } from '../wiql/run';
import { firstProject, teamIterations, teamsOf } from '../organisation/projects';
import { timeFrameOf } from '../organisation/world';
import { PROCESS_KEYS, processes } from '../processes/processes';
import { nowhere } from '../store/database';
import { Store } from '../store/store';
import { TODAY } from '../testing/test-world';
import { users } from '../organisation/types';
import { largeSeed, type Scale } from './large-seed';
import { sow } from './sow';

test('20,000 work items, 2,000 of them stories, in 100 sprints, of 10 teams', () => {
  const seed = largeSeed();
  const count = (kind: string): number => seed.workItems.filter((item) => item.kind === kind).length;
  expect({
    items: seed.workItems.length,
    keys: new Set(seed.workItems.map((item) => item.key)).size,
    stories: count('requirement'),
    sprints: new Set(seed.iterations.map((one) => one.name)).size,
    teams: new Set([seed.team, ...(seed.teams ?? [])].map((one) => one.name)).size,
  }).toEqual({ items: 20_000, keys: 20_000, stories: 2000, sprints: 100, teams: 10 });
  const used = new Set(seed.workItems.flatMap((item) => item.iteration ?? []));
  expect(seed.iterations.filter((one) => !used.has(one.name))).toEqual([]);
});

const SMALL: Scale = { teams: 3, sprints: 5, epics: 2, features: 4, stories: 12, bugs: 6, tasks: 30 };

test.each(PROCESS_KEYS)('a small one can be sown under %s', (key) => {
  const process = processes[key];
  const store = new Store(nowhere);
  store.transact((tx) => sow({ tx, seed: largeSeed(SMALL), process, now: TODAY }));
  const project = firstProject(store);
  const teams = teamsOf(store, project);
  const [user] = store.all(users);
  const [team] = teams;
  if (!user || !team) throw new Error('Nobody was sown.');
  const found = (where: string): number => {
    const text = `SELECT [System.Id] FROM WorkItems WHERE ${where}`;
    const result = runWiql(
      { text, reader: store, process, user, now: TODAY, project, team, precision: 'day' },
      undefined,
    );
    return result.queryType === 'flat' ? result.items.length : -1;
  };
  expect(teams).toHaveLength(3);
  expect(teamIterations(store, team).map((one) => timeFrameOf(one, TODAY))).toEqual([
    ...['past', 'past', 'past'],
    'current',
    'future',
  ]);
  expect(found('[System.Id] > 0')).toBe(54);
  expect(found(`[System.WorkItemType] = '${process.kinds.task}' AND [System.Parent] > 0`)).toBe(30);
  expect(found("[System.IterationPath] = @currentIteration AND [System.Tags] CONTAINS 'Wave 4'")).toBe(1);
});
