/** What a patch may say for people and relations, and what becomes of it. */
import { users } from '../organisation/types';
import { outcome, restCaller, testWorld, type TestAnswer } from '../testing/test-world';

const V = '?api-version=7.1';

interface Item {
  readonly rev: number;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly relations?: readonly {
    readonly rel: string;
    readonly url: string;
    readonly attributes: { readonly comment?: string };
  }[];
}

/** 1 is assigned to Sam, 2 to 4 are there to be linked to. */
function organisation() {
  const world = testWorld(
    ['a', 'b', 'c', 'd'].map((key) => ({
      key,
      kind: 'task',
      title: key,
      category: 'Proposed',
      ...(key === 'a' ? { assignedTo: 'sam@shop.example' } : {}),
    })),
  );
  const rest = restCaller(world);
  return {
    world,
    patch: (body: readonly unknown[]): TestAnswer =>
      rest({ method: 'PATCH', path: `/_apis/wit/workItems/1${V}&$expand=all`, body }),
  };
}

const assign = (value: unknown, op = 'add') => [{ op, path: '/fields/System.AssignedTo', value }];
const SAM = expect.objectContaining({
  displayName: 'Sam Security',
  uniqueName: 'sam@shop.example',
}) as unknown;
const RITA = expect.objectContaining({ displayName: 'Rita Reader' }) as unknown;

test.each<[string, unknown, unknown]>([
  ['a name', 'Rita Reader', RITA],
  ['a name in another case', 'rita reader', RITA],
  ['a sign-in name', 'rita@shop.example', RITA],
  ['both', 'Rita Reader <rita@shop.example>', RITA],
  ['a wrong name with the right sign-in name', 'Somebody <rita@shop.example>', RITA],
  ['what was read before', { displayName: 'Rita Reader', uniqueName: 'rita@shop.example', id: 'x' }, RITA],
  ['nobody', '', undefined],
  ['null', null, undefined],
])('a person is set by %s', (_, value, expected) => {
  const answer = organisation().patch(assign(value));
  expect(outcome(answer)).toBe(200);
  expect((answer.json as Item).fields['System.AssignedTo']).toEqual(expected);
});

test('a person is set by the id that the service gave, and is taken away by remove', () => {
  const { world, patch } = organisation();
  const rita = world.store.all(users).find((user) => user.displayName === 'Rita Reader');
  expect((patch(assign({ id: rita?.id })).json as Item).fields['System.AssignedTo']).toEqual(RITA);
  expect((patch(assign(undefined, 'remove')).json as Item).fields['System.AssignedTo']).toBeUndefined();
});

test.each<[string, unknown]>([
  ['a name that nobody has', 'Nobody'],
  ['a sign-in name that nobody has', 'Rita Reader <nobody@shop.example>'],
  ['a number', 5],
  ['a list', ['Rita Reader']],
  ['an object that names nobody', { name: 'Rita Reader' }],
])('a person is not %s', (_, value) => {
  const { patch } = organisation();
  expect(outcome(patch(assign(value)))).toBe('400 RuleValidationException');
  expect((patch([{ op: 'test', path: '/rev', value: 2 }]).json as Item).fields['System.AssignedTo']).toEqual(
    SAM,
  );
});

const relate = (id: number, comment?: string) => ({
  op: 'add',
  path: '/relations/-',
  value: {
    rel: 'System.LinkTypes.Related',
    url: `http://any/_apis/wit/workItems/${id}`,
    ...(comment === undefined ? {} : { attributes: { comment } }),
  },
});
const shown = (answer: TestAnswer): readonly string[] =>
  ((answer.json as Item).relations ?? []).map(
    ({ url, attributes }) => `${url.split('/').pop() ?? ''}${attributes.comment ?? ''}`,
  );

test.each<[string, readonly unknown[], readonly string[]]>([
  ['removing the first', [{ op: 'remove', path: '/relations/0' }], ['3', '4']],
  ['removing the last', [{ op: 'remove', path: '/relations/2' }], ['2', '3']],
  [
    'removing two: the second index counts without the first',
    [
      { op: 'remove', path: '/relations/0' },
      { op: 'remove', path: '/relations/0' },
    ],
    ['4'],
  ],
  [
    'removing from behind',
    [
      { op: 'remove', path: '/relations/2' },
      { op: 'remove', path: '/relations/1' },
    ],
    ['2'],
  ],
  [
    'a comment of one',
    [{ op: 'replace', path: '/relations/1/attributes/comment', value: '!' }],
    ['2', '3!', '4'],
  ],
  ['one in place of another', [{ op: 'remove', path: '/relations/1' }, relate(3, '?')], ['2', '4', '3?']],
])('relations by index: %s', (_, operations, expected) => {
  const { patch } = organisation();
  expect(shown(patch([relate(2), relate(3), relate(4)]))).toEqual(['2', '3', '4']);
  expect(shown(patch([{ op: 'test', path: '/rev', value: 3 }, ...operations]))).toEqual(expected);
});

test.each<[string, readonly unknown[]]>([
  ['an index behind the last', [{ op: 'remove', path: '/relations/3' }]],
  ['a negative index', [{ op: 'remove', path: '/relations/-1' }]],
  ['an index that is a word', [{ op: 'remove', path: '/relations/last' }]],
  ['a remove with a value', [{ op: 'remove', path: '/relations/0', value: {} }]],
  ['the same link again', [relate(2)]],
  ['no address', [{ op: 'add', path: '/relations/-', value: { rel: 'System.LinkTypes.Related' } }]],
  ['no type', [{ op: 'add', path: '/relations/-', value: { url: 'http://any/_apis/wit/workItems/2' } }]],
])('relations are refused with %s, and nothing changes', (_, operations) => {
  const { patch } = organisation();
  const before = patch([relate(2), relate(3), relate(4)]).json as Item;
  expect(patch(operations).status).toBe(400);
  expect(patch([{ op: 'test', path: '/rev', value: before.rev }]).json).toMatchObject({ rev: before.rev });
});
