/** What each process does by itself when states change, and what tags and relations may be. */
import { processes, PROCESS_KEYS } from '../processes/processes';
import { typeNamed, typesOnBacklog, type ProcessKey } from '../processes/process';
import { outcome, restCaller, testWorld, type TestAnswer } from '../testing/test-world';

const V = '?api-version=7.1';
const COMMON = 'Microsoft.VSTS.Common.';

interface Item {
  readonly id: number;
  readonly rev: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** An organisation with a clock that the test moves. */
function organisation(key: ProcessKey) {
  let time = Date.parse('2026-03-11T10:00:00Z');
  const rest = restCaller({ ...testWorld([], key), clock: () => new Date(time) });
  const fieldsOf = (fields: Readonly<Record<string, unknown>>) =>
    Object.entries(fields).map(([field, value]) => ({ op: 'add', path: `/fields/${field}`, value }));
  return {
    rest,
    /** Moves on by a minute and answers the new time as REST shows it. */
    tick: (): string => new Date((time += 60_000)).toISOString().replace('.000', ''),
    create: (type: string, fields: Readonly<Record<string, unknown>> = {}): TestAnswer => {
      const needed = typeNamed(processes[key], type)?.required?.includes('Custom.CostCentre')
        ? { 'Custom.CostCentre': 'Platform' }
        : {};
      const body = fieldsOf({ 'System.Title': 'T', ...needed, ...fields });
      return rest({
        method: 'POST',
        path: `/Shop/_apis/wit/workItems/$${encodeURIComponent(type)}${V}`,
        body,
      });
    },
    update: (id: number, fields: Readonly<Record<string, unknown>>, user = ''): TestAnswer =>
      rest({
        method: 'PATCH',
        path: `/_apis/wit/workItems/${id}${V}`,
        body: fieldsOf(fields),
        headers: {
          authorization: `Bearer secret${user}`,
          'content-type': 'application/json-patch+json',
        },
      }),
  };
}

const backlogTypes = PROCESS_KEYS.flatMap((key) => {
  const process = processes[key];
  const types = new Set(process.backlogs.flatMap((level) => typesOnBacklog(process, level)));
  return [...types].map((type) => [key, type] as const);
});

test.each(backlogTypes)(
  '%s: a %s goes from every state to every other, and each leaves its marks',
  (key, type) => {
    const { create, update, tick } = organisation(key);
    const definition = typeNamed(processes[key], type);
    const states = definition?.states ?? [];
    const marks = (fields: Item['fields'], name: string) => [
      fields[`${COMMON}${name}Date`],
      (fields[`${COMMON}${name}By`] as { displayName: string } | undefined)?.displayName,
    ];
    const item = create(type).json as Item;
    expect(item.fields['System.State']).toBe(states[0]?.name);
    const steps = states.flatMap((from) =>
      states.filter((to) => to !== from).map((to) => [from, to] as const),
    );
    for (const [from, to] of steps) {
      update(item.id, { 'System.State': from.name });
      const now = tick();
      const moved = update(item.id, { 'System.State': to.name.toUpperCase() }, ':sam').json as Item;
      const { fields } = moved;
      expect([
        fields['System.State'],
        fields[`${COMMON}StateChangeDate`],
        fields['System.ChangedDate'],
      ]).toEqual([to.name, now, now]);
      expect(fields['System.Reason']).toEqual(expect.stringMatching(/\S/));
      const closed = to.category === 'Completed' ? [now, 'Sam Security'] : [undefined, undefined];
      expect([from.name, to.name, marks(fields, 'Closed')]).toEqual([from.name, to.name, closed]);
      if (to.category === 'InProgress' && to.name !== 'Resolved')
        expect(marks(fields, 'Activated')).toEqual([now, 'Sam Security']);
      if (to.category === 'Proposed') expect(marks(fields, 'Activated')).toEqual([undefined, undefined]);
      if (
        to.name === 'Resolved' &&
        definition?.fields.some((one) => one.referenceName === `${COMMON}ResolvedDate`)
      )
        expect(marks(fields, 'Resolved')).toEqual([now, 'Sam Security']);
      // Staying is no change of state.
      tick();
      const kept = update(item.id, { 'System.State': to.name, 'System.Title': `At ${to.name}` }).json as Item;
      expect(kept.fields[`${COMMON}StateChangeDate`]).toBe(now);
    }
  },
);

test.each<[ProcessKey, string, readonly (string | undefined)[], readonly string[]]>([
  [
    'agile',
    'User Story',
    [undefined, 'Active', 'Resolved', 'Closed'],
    ['New', 'Implementation started', 'Code complete and unit tests pass', 'Acceptance tests pass'],
  ],
  [
    'agile',
    'Task',
    [undefined, 'Active', 'Closed', 'Active'],
    ['New', 'Work started', 'Completed', 'Reactivated'],
  ],
  [
    'agile',
    'Bug',
    [undefined, 'Active', 'Resolved', 'Closed'],
    ['New', 'Approved', 'Fixed', 'Fixed and verified'],
  ],
  [
    'scrum',
    'Product Backlog Item',
    [undefined, 'Approved', 'Committed', 'Done'],
    ['New backlog item', 'Approved by the Product Owner', 'Commitment made by the team', 'Work finished'],
  ],
  ['scrum', 'Task', [undefined, 'In Progress', 'Done'], ['New task', 'Work started', 'Work finished']],
  ['scrum', 'Bug', [undefined, 'Committed'], ['New defect reported', 'Commitment made by the team']],
  ['scrum', 'Epic', [undefined], ['New epic']],
  ['basic', 'Issue', [undefined, 'Doing'], ['Added to backlog', 'Moved to state Doing']],
  [
    'cmmi',
    'Requirement',
    [undefined, 'Active', 'Resolved', 'Closed'],
    ['New', 'Accepted', 'Code complete and system test passed', 'Validation test passed'],
  ],
  ['inherited', 'Customer Need', [undefined, 'Agreed'], ['New', 'Moved to state Agreed']],
])('%s: the reasons of a %s through %j', (key, type, states, reasons) => {
  const { create, update } = organisation(key);
  const { id } = create(type).json as Item;
  const found = states.map(
    (state) =>
      update(id, state === undefined ? { 'System.Title': 'U' } : { 'System.State': state }).json as Item,
  );
  expect(found.map(({ fields }) => fields['System.Reason'])).toEqual(reasons);
});

test('a reason that is given is kept', () => {
  const { create, update } = organisation('agile');
  const { id } = create('Task').json as Item;
  const given = { 'System.State': 'Closed', 'System.Reason': 'Cut' };
  expect(update(id, given).json).toMatchObject({ fields: given });
});

test.each<[ProcessKey, string, string]>([
  ['agile', 'User Story', 'Done'],
  ['agile', 'Task', 'Resolved'],
  ['scrum', 'Product Backlog Item', 'Active'],
  ['scrum', 'Task', 'New'],
  ['basic', 'Issue', 'Removed'],
  ['cmmi', 'Task', 'Removed'],
  ['cmmi', 'Requirement', 'New'],
  ['inherited', 'Work Step', 'Active'],
])('%s: a %s is never %s', (key, type, state) => {
  const { create, update } = organisation(key);
  const { id } = create(type).json as Item;
  expect(outcome(update(id, { 'System.State': state }))).toBe('400 RuleValidationException');
});

test.each<[ProcessKey, string, string, boolean]>([
  ['agile', 'User Story', 'Microsoft.VSTS.Scheduling.StoryPoints', true],
  ['agile', 'User Story', 'Microsoft.VSTS.Scheduling.Effort', false],
  ['scrum', 'Product Backlog Item', 'Microsoft.VSTS.Scheduling.Effort', true],
  ['scrum', 'Product Backlog Item', 'Microsoft.VSTS.Scheduling.StoryPoints', false],
  ['basic', 'Issue', 'Microsoft.VSTS.Scheduling.Effort', true],
  ['cmmi', 'Requirement', 'Microsoft.VSTS.Scheduling.Size', true],
  ['cmmi', 'Requirement', 'Microsoft.VSTS.Scheduling.StoryPoints', false],
  ['cmmi', 'Task', 'Microsoft.VSTS.Common.Discipline', false],
])('%s: a %s takes %s: %s', (key, type, field, isTaken) => {
  const answer = organisation(key).create(type, { [field]: field.endsWith('Discipline') ? 'Nonsense' : 3 });
  expect(answer.status).toBe(isTaken ? 200 : 400);
});

test.each<[string, string, string | number, string | undefined]>([
  ['sorted, each once, without regard to case', 'b; A;a ,b', 200, 'A; b'],
  ['a hundred', Array.from({ length: 100 }, (_, n) => `t${n + 100}`).join(';'), 200, undefined],
  [
    'a hundred and one',
    Array.from({ length: 101 }, (_, n) => `t${n}`).join(';'),
    '400 WorkItemTagLimitExceededException',
    undefined,
  ],
  ['400 characters', 'x'.repeat(400), 200, 'x'.repeat(400)],
  ['401 characters', 'x'.repeat(401), '400 InvalidTagNameException', undefined],
  ['a control character', 'a\u0007b', '400 InvalidTagNameException', undefined],
  ['nothing between separators', ' ; , ;', 200, undefined],
])('tags: %s', (_, tags, expected, kept) => {
  const answer = organisation('agile').create('Task', { 'System.Tags': tags });
  expect(outcome(answer)).toBe(expected);
  if (kept !== undefined) expect(answer.json).toMatchObject({ fields: { 'System.Tags': kept } });
});

test('an item has at most 1,000 links', () => {
  const rest = restCaller(testWorld([{ key: 'a', kind: 'task', title: 'A', category: 'Proposed' }]));
  const patch = (body: unknown): TestAnswer =>
    rest({ method: 'PATCH', path: `/_apis/wit/workItems/1${V}`, body });
  const link = (n: number) => ({
    op: 'add',
    path: '/relations/-',
    value: { rel: 'Hyperlink', url: `https://example.org/${n}` },
  });
  const links = Array.from({ length: 1000 }, (_, n) => link(n));
  expect(outcome(patch(links))).toBe(200);
  expect(outcome(patch([link(1000)]))).toBe('400 WorkItemLinksLimitExceededException');
});

test.each([
  [200, 200],
  [201, '400 VssPropertyValidationException'],
])('%i items are read at once: %s', (count, expected) => {
  const rest = restCaller(testWorld());
  const ids = Array.from({ length: count }, (_, n) => n + 1);
  const list = `/_apis/wit/workItems?ids=${ids.join(',')}&errorPolicy=omit&api-version=7.1`;
  expect(outcome(rest({ path: list }))).toBe(expected);
  const path = `/Shop/_apis/wit/workItemsBatch${V}`;
  expect(outcome(rest({ method: 'POST', path, body: { ids, errorPolicy: 'omit' } }))).toBe(expected);
});
