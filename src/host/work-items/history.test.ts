/** The past of a work item: revisions, the item as of a date, and who wins when two write. */
import { outcome, restCaller, testWorld, type TestAnswer } from '../testing/test-world';

const V = 'api-version=7.1';

interface Item {
  readonly id: number;
  readonly rev: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A task at 10:00 (rev 1), 11:00 (rev 2, titled Two), 12:00 (rev 3, titled Three, linked to item 2). */
function organisation() {
  let time = Date.parse('2026-03-11T10:00:00Z');
  const rest = restCaller({ ...testWorld(), clock: () => new Date(time) });
  const patch = (id: number, body: readonly unknown[]): TestAnswer =>
    rest({ method: 'PATCH', path: `/_apis/wit/workItems/${id}?${V}`, body });
  const title = (value: string) => ({ op: 'add', path: '/fields/System.Title', value });
  for (const name of ['One', 'Other'])
    rest({ method: 'POST', path: `/Shop/_apis/wit/workItems/$Task?${V}`, body: [title(name)] });
  time += 3_600_000;
  patch(1, [title('Two')]);
  time += 3_600_000;
  const value = { rel: 'System.LinkTypes.Related', url: 'http://any/_apis/wit/workItems/2' };
  patch(1, [title('Three'), { op: 'add', path: '/relations/-', value }]);
  return { rest, patch, title };
}

test.each<[string, string | number, object]>([
  ['2026-03-11T09:59:59Z', '404 WorkItemUnauthorizedAccessException', {}],
  ['2026-03-11T10:00:00Z', 200, { rev: 1, fields: { 'System.Title': 'One' } }],
  ['2026-03-11T11:30:00Z', 200, { rev: 2, fields: { 'System.Title': 'Two' } }],
  ['2026-03-11T13:30:00+02:00', 200, { rev: 2, fields: { 'System.Title': 'Two' } }],
  ['2027-01-01', 200, { rev: 3, fields: { 'System.Title': 'Three' } }],
])('as of %s', (asOf, expected, found) => {
  const { rest } = organisation();
  const when = encodeURIComponent(asOf);
  const single = rest({ path: `/_apis/wit/workItems/1?${V}&asOf=${when}&$expand=relations` });
  expect(outcome(single)).toBe(expected);
  expect(single.json).toMatchObject(found);
  const list = rest({ path: `/_apis/wit/workItems?ids=1&${V}&asOf=${when}` });
  const batch = rest({
    method: 'POST',
    path: `/Shop/_apis/wit/workItemsBatch?${V}`,
    body: { ids: [1], asOf },
  });
  for (const answer of [list, batch]) {
    expect(outcome(answer)).toBe(expected);
    if (expected === 200) expect(answer.json).toMatchObject({ count: 1, value: [found] });
  }
});

test('a date that is none is refused', () => {
  const { rest } = organisation();
  for (const path of ['/_apis/wit/workItems/1?', '/_apis/wit/workItems?ids=1&'])
    expect(outcome(rest({ path: `${path}${V}&asOf=some%20day` }))).toBe('400 HttpError');
  const body = { ids: [1], asOf: 'some day' };
  expect(outcome(rest({ method: 'POST', path: `/Shop/_apis/wit/workItemsBatch?${V}`, body }))).toBe(
    '400 VssPropertyValidationException',
  );
});

test('relations are those of the date', () => {
  const { rest } = organisation();
  const at = (asOf: string) =>
    rest({ path: `/_apis/wit/workItems/1?${V}&asOf=${asOf}&$expand=relations` }).json as {
      relations?: readonly unknown[];
    };
  expect(at('2026-03-11T11:30:00Z').relations).toBeUndefined();
  expect(at('2026-03-11T12:30:00Z').relations).toHaveLength(1);
});

test('revisions and updates tell the same story', () => {
  const { rest } = organisation();
  expect(rest({ path: `/_apis/wit/workItems/1/revisions?${V}` }).json).toMatchObject({
    count: 3,
    value: ['One', 'Two', 'Three'].map((title, index) => ({
      rev: index + 1,
      fields: { 'System.Title': title },
    })),
  });
  expect(rest({ path: `/_apis/wit/workItems/1/revisions/2?${V}` }).json).toMatchObject({
    rev: 2,
    fields: { 'System.Title': 'Two' },
  });
  expect(outcome(rest({ path: `/_apis/wit/workItems/1/revisions/9?${V}` }))).toMatch(/^404/);
  expect(rest({ path: `/_apis/wit/workItems/1/updates?${V}` }).json).toMatchObject({
    value: [
      { rev: 1 },
      { rev: 2, fields: { 'System.Title': { oldValue: 'One', newValue: 'Two' } } },
      {
        rev: 3,
        fields: { 'System.Title': { oldValue: 'Two', newValue: 'Three' } },
        relations: { added: [{ rel: 'System.LinkTypes.Related' }] },
      },
    ],
  });
});

test('of all who tested the same revision one wins, and the others changed nothing', () => {
  const { patch, title, rest } = organisation();
  const answers = Array.from({ length: 10 }, (_, writer) =>
    patch(1, [{ op: 'test', path: '/rev', value: 3 }, title(`By ${writer}`)]),
  );
  expect(answers.map(outcome)).toEqual([
    200,
    ...Array<string>(9).fill('412 TestPatchOperationFailedException'),
  ]);
  expect(rest({ path: `/_apis/wit/workItems/1?${V}` }).json).toMatchObject({
    rev: 4,
    fields: { 'System.Title': 'By 0' },
  });
});

test('a test of a field guards like one of the revision, wherever it stands', () => {
  const { patch, title } = organisation();
  const guard = (value: string) => ({ op: 'test', path: '/fields/System.Title', value });
  expect(outcome(patch(1, [guard('Two'), title('Four')]))).toBe('412 TestPatchOperationFailedException');
  expect(outcome(patch(1, [{ op: 'test', path: '/rev', value: 2 }, title('Four')]))).toMatch(/^412/);
  const { fields, rev } = patch(1, [guard('Three'), title('Four')]).json as Item;
  expect([rev, fields['System.Title']]).toEqual([4, 'Four']);
});
