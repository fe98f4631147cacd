/** What the team sets for itself: its settings and the time its people have. */
import { outcome, OWNER_TOKEN, restCaller, testWorld, type TestAnswer } from '../../testing/test-world';

const world = testWorld([{ key: 'b', kind: 'bug', title: 'A bug', category: 'Proposed' }]);
const rest = restCaller(world);
const TEAM = '/Shop/Shop%20Team/_apis/work/teamsettings';

function send(method: string, path: string, body: unknown, user = ''): TestAnswer {
  return rest({
    method,
    path: `${path}?api-version=7.1`,
    body,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${OWNER_TOKEN}${user}` },
  });
}

test('settings are changed one by one, and bugs stand where the team wants them', () => {
  const requirements = (): string =>
    rest({ path: '/Shop/Shop%20Team/_apis/work/backlogs/Microsoft.RequirementCategory' }).text;
  expect(requirements()).not.toContain('"name":"Bug"');
  const answer = send('PATCH', TEAM, { bugsBehavior: 1, workingDays: [1, 2] });
  expect(answer.json).toMatchObject({ bugsBehavior: 'asRequirements', workingDays: ['monday', 'tuesday'] });
  expect(rest({ path: TEAM }).text).toBe(answer.text);
  expect(requirements()).toContain('"name":"Bug"');
  expect(rest({ path: '/_apis/wit/workItems/1' }).json).toMatchObject({
    fields: { 'System.BoardColumn': 'New' },
  });
  send('PATCH', TEAM, { backlogVisibilities: { 'Microsoft.EpicCategory': false } });
  expect(rest({ path: TEAM }).json).toMatchObject({
    bugsBehavior: 'asRequirements',
    backlogVisibilities: { 'Microsoft.EpicCategory': false, 'Microsoft.FeatureCategory': true },
  });
});

test('a fixed iteration and the macro exclude one another', () => {
  const [sprint] = (rest({ path: `${TEAM}/iterations` }).json as { value: { id: string }[] }).value;
  const fixed = send('PATCH', TEAM, { defaultIteration: sprint?.id });
  expect(fixed.json).toMatchObject({ defaultIteration: { name: 'Sprint 1', path: '\\Sprint 1' } });
  expect(fixed.text).not.toContain('Macro');
  expect(send('PATCH', TEAM, { defaultIterationMacro: '@currentIteration' }).json).toMatchObject({
    defaultIteration: { name: 'Sprint 2' },
    defaultIterationMacro: '@currentIteration',
  });
});

test.each([
  [{ bugsBehavior: 'sometimes' }, '400 VssPropertyValidationException'],
  [{ workingDays: ['someday'] }, '400 VssPropertyValidationException'],
  [{ backlogIteration: '11111111-1111-4111-8111-111111111111' }, '400 InvalidTeamSettingsException'],
  [{ defaultIterationMacro: '@yesterday' }, '400 InvalidTeamSettingsException'],
  [{ backlogVisibilities: { 'No.Category': true } }, '400 InvalidTeamSettingsException'],
  [[], '400 VssPropertyValidationException'],
])('%j is refused', (body, expected) => expect(outcome(send('PATCH', TEAM, body))).toBe(expected));

test('only a team administrator changes settings', () =>
  expect(outcome(send('PATCH', TEAM, {}, ':sam'))).toBe('403 AccessCheckException'));

describe('capacities', () => {
  const sprints = (rest({ path: `${TEAM}/iterations` }).json as { value: { id: string }[] }).value;
  const path = `${TEAM}/iterations/${sprints[1]?.id ?? ''}/capacities`;
  const members = (
    rest({ path: '/_apis/projects/Shop/teams/Shop%20Team/members' }).json as {
      value: { identity: { id: string } }[];
    }
  ).value.map((one) => one.identity.id);
  const capacity = (id: string | undefined, hours: number, daysOff: unknown[] = []): unknown => ({
    teamMember: { id },
    activities: [{ name: 'Development', capacityPerDay: hours }],
    daysOff,
  });

  test('begin empty, are replaced as a whole and counted', () => {
    expect(rest({ path }).json).toMatchObject({ teamMembers: [], totalCapacityPerDay: 0, totalDaysOff: 0 });
    const off = { start: '2026-03-09T00:00:00Z', end: '2026-03-10T00:00:00Z' };
    const put = send('PUT', path, [capacity(members[0], 5), capacity(members[1], 2.5, [off])]);
    expect(put.json).toMatchObject({ count: 2 });
    send('PATCH', path.replace('capacities', 'teamdaysoff'), {
      daysOff: [{ start: off.start, end: off.start }],
    });
    expect(rest({ path }).json).toMatchObject({ totalCapacityPerDay: 7.5, totalDaysOff: 4 });
    expect(rest({ path: path.replace('capacities', 'teamdaysoff') }).json).toMatchObject({
      daysOff: [off].map(({ start }) => ({ start, end: start })),
    });
  });

  test('one member is changed alone', () => {
    expect(
      send('PATCH', `${path}/${members[0] ?? ''}`, { activities: [{ name: 'Design', capacityPerDay: 1 }] })
        .json,
    ).toMatchObject({ activities: [{ name: 'Design', capacityPerDay: 1 }] });
    expect(rest({ path: `${path}/${members[0] ?? ''}` }).json).toMatchObject({
      activities: [{ name: 'Design' }],
    });
    expect(outcome(rest({ path: `${path}/${members[2] ?? ''}` }))).toBe(
      '404 TeamCapacityDoesNotExistException',
    );
  });

  test('the totals came with the third version of the resource', () => {
    expect(rest({ path: `${path}?api-version=7.2-preview.3` }).json).toHaveProperty('teamMembers');
    expect(rest({ path: `${path}?api-version=5.0` }).json).toHaveProperty('value');
  });

  test.each([
    [[capacity('11111111-1111-4111-8111-111111111111', 1)], '400 InvalidTeamCapacityException'],
    [[capacity(members[0], 25)], '400 InvalidTeamCapacityException'],
    [
      [capacity(members[0], 1, [{ start: '2026-03-10', end: '2026-03-09' }])],
      '400 InvalidTeamCapacityException',
    ],
    [{}, '400 VssPropertyValidationException'],
  ])('%j is refused', (body, expected) => expect(outcome(send('PUT', path, body))).toBe(expected));

  test('a reader plans nothing', () =>
    expect(outcome(send('PUT', path, [], ':rita'))).toBe('403 AccessCheckException'));
});

test('processes, and the configuration of the one that the project has', () => {
  expect(rest({ path: '/_apis/process/processes' }).json).toMatchObject({
    count: 4,
    value: expect.arrayContaining([
      expect.objectContaining({ name: 'Agile', isDefault: true, type: 'system' }),
      expect.objectContaining({ name: 'CMMI', isDefault: false }),
    ]),
  });
  expect(outcome(rest({ path: '/_apis/process/processes/x' }))).toBe('404 ProcessNotFoundByTypeIdException');
  expect(rest({ path: '/Shop/_apis/work/processconfiguration' }).json).toMatchObject({
    requirementBacklog: {
      referenceName: 'Microsoft.RequirementCategory',
      workItemTypes: [{ name: 'User Story' }],
    },
    bugWorkItems: { workItemTypes: [{ name: 'Bug' }] },
  });
});
