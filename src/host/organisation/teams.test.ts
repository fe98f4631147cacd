/** Several projects and teams: what each call answers depends on the ones it names. */
import { outcome, restCaller, testWorld } from '../testing/test-world';
import type { SeedFile } from '../seeds/seed-file';

const more: Partial<SeedFile> = {
  teams: [
    {
      name: 'Checkout',
      areas: ['Shop\\Checkout'],
      iterations: ['Sprint 2'],
      bugsBehavior: 'asRequirements',
      members: ['sam@shop.example', 'rita@shop.example'],
      administrators: ['sam@shop.example'],
    },
  ],
  projects: [
    {
      name: 'Depot',
      description: 'The warehouse',
      areas: ['Depot\\Inbound'],
      iterations: [{ name: 'Week 1', startDay: -1, finishDay: 5 }],
    },
  ],
};
const world = testWorld(
  [
    {
      key: 'c',
      kind: 'requirement',
      title: 'Card',
      category: 'Proposed',
      area: 'Shop\\Checkout\\Card',
      iteration: 'Sprint 2',
    },
    {
      key: 'b',
      kind: 'bug',
      title: 'Double',
      category: 'Proposed',
      area: 'Shop\\Checkout',
      iteration: 'Sprint 2',
    },
    {
      key: 's',
      kind: 'requirement',
      title: 'Search',
      category: 'Proposed',
      area: 'Shop\\Catalogue',
      iteration: 'Sprint 2',
    },
    {
      key: 'd',
      kind: 'requirement',
      title: 'Ramp',
      category: 'Proposed',
      area: 'Depot\\Inbound',
      iteration: 'Week 1',
      tags: ['Ramp'],
    },
  ],
  'agile',
  more,
);
const rest = restCaller(world);
const get = (path: string) => rest({ path }).json;
const values = (path: string, name = 'name') =>
  (get(path) as { value: readonly Record<string, unknown>[] }).value.map((one) => one[name]);

test('a page of projects says in its header how to go on, until there are no more', () => {
  const first = rest({ path: '/_apis/projects?$top=1' });
  expect(first.headers['x-ms-continuationtoken']).toBe('1');
  const last = rest({ path: '/_apis/projects?$top=1&continuationToken=1' });
  expect(last.json).toMatchObject({ count: 1, value: [{ name: 'Depot' }] });
  expect(last.headers['x-ms-continuationtoken']).toBeUndefined();
});

test.each([
  ['/_apis/projects', ['Shop', 'Depot']],
  ['/_apis/projects?$top=1&$skip=1', ['Depot']],
  ['/_apis/projects/Shop/teams', ['Shop Team', 'Checkout']],
  ['/_apis/projects/depot/teams', ['Depot Team']],
  ['/_apis/teams', ['Shop Team', 'Checkout', 'Depot Team']],
  ['/_apis/teams?$top=1&$skip=1', ['Checkout']],
  ['/Shop/_apis/work/teamsettings/iterations', ['Sprint 1', 'Sprint 2']],
  ['/Shop/Checkout/_apis/work/teamsettings/iterations', ['Sprint 2']],
  ['/Depot/_apis/work/teamsettings/iterations', ['Week 1']],
  ['/Depot/_apis/wit/classificationNodes', ['Depot', 'Depot']],
  ['/Shop/_apis/wit/tags', []],
  ['/Depot/_apis/wit/tags', ['Ramp']],
])('%s names %j', (path, expected) => {
  expect(values(path)).toEqual(expected);
});

test('a team of another project is not found', () => {
  expect(outcome(rest({ path: '/Depot/Checkout/_apis/work/teamsettings' }))).toBe(
    '404 TeamNotFoundException',
  );
  expect(outcome(rest({ path: '/_apis/projects/Depot/teams/Checkout' }))).toBe('404 TeamNotFoundException');
  expect(outcome(rest({ path: '/Nowhere/_apis/work/teamsettings' }))).toBe(
    '404 ProjectDoesNotExistWithNameException',
  );
});

test('areas and settings are the team’s', () => {
  expect(get('/Shop/Checkout/_apis/work/teamsettings/teamfieldvalues')).toMatchObject({
    defaultValue: 'Shop\\Checkout',
    values: [{ value: 'Shop\\Checkout', includeChildren: true }],
  });
  expect(get('/Shop/Checkout/_apis/work/teamsettings')).toMatchObject({ bugsBehavior: 'asRequirements' });
  expect(get('/Shop/_apis/work/teamsettings')).toMatchObject({ bugsBehavior: 'asTasks' });
  const names = (answer: unknown) =>
    (
      answer as { requirementBacklog: { workItemTypes: readonly { name: string }[] } }
    ).requirementBacklog.workItemTypes.map((type) => type.name);
  expect(names(get('/Shop/Checkout/_apis/work/backlogconfiguration'))).toEqual(['User Story', 'Bug']);
  expect(names(get('/Shop/_apis/work/backlogconfiguration'))).toEqual(['User Story']);
});

test.each([
  ['/Shop/Shop%20Team', [1, 3]],
  ['/Shop/Checkout', [1, 2]],
  ['/Depot/Depot%20Team', [4]],
])('the backlog of %s holds %j', (scope, expected) => {
  const { workItems } = get(`${scope}/_apis/work/backlogs/Microsoft.RequirementCategory/workItems`) as {
    workItems: readonly { target: { id: number } }[];
  };
  expect(workItems.map((link) => link.target.id)).toEqual(expected);
});

test('a bug is on the board of the team that counts it as a requirement', () => {
  expect(get('/_apis/wit/workItems/2')).toMatchObject({ fields: { 'System.BoardColumn': 'New' } });
});

test('members are the team’s, and its administrators are marked', () => {
  const { value } = get('/_apis/projects/Shop/teams/Checkout/members') as {
    value: readonly { isTeamAdmin?: boolean; identity: { displayName: string } }[];
  };
  expect(value.map((one) => [one.identity.displayName, one.isTeamAdmin])).toEqual([
    ['Sam Security', true],
    ['Rita Reader', undefined],
  ]);
});

test('boards of different teams are different ones', () => {
  const [own, other] = ['/Shop', '/Shop/Checkout'].map((scope) => values(`${scope}/_apis/work/boards`, 'id'));
  expect(new Set([...(own ?? []), ...(other ?? [])]).size).toBe(6);
});

test('the current sprint of a query is that of its team', () => {
  const found = (scope: string, where: string) => {
    const query = `SELECT [System.Id] FROM WorkItems WHERE ${where} ORDER BY [System.Id]`;
    const answer = rest({
      method: 'POST',
      path: `${scope}/_apis/wit/wiql?api-version=7.1`,
      body: { query },
    }).json;
    return (answer as { workItems: readonly { id: number }[] }).workItems.map((item) => item.id);
  };
  expect(found('/Depot/Depot%20Team', '[System.IterationPath] = @currentIteration')).toEqual([4]);
  expect(found('/Shop/Checkout', '[System.IterationPath] = @currentIteration')).toEqual([1, 2, 3]);
  const named = "[System.IterationPath] = @currentIteration('[Depot]\\Depot Team')";
  expect(found('/Depot', named)).toEqual([4]);
  expect(found('/Depot', '[System.TeamProject] = @project')).toEqual([4]);
});
