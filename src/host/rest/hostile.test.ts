/** Whatever is sent to any route, the answer is one in the original's form and never a failure of the server. */
import fc from 'fast-check';
import { runs } from '../../../tests/fixtures/runs';
import { outcome, restCaller, testWorld } from '../testing/test-world';
import { endpoints } from './index';

const world = () =>
  testWorld([
    { key: 'e', kind: 'epic', title: 'Epic', category: 'Proposed' },
    {
      key: 's',
      kind: 'requirement',
      title: 'Story',
      category: 'InProgress',
      iteration: 'Sprint 2',
      parent: 'e',
    },
    { key: 't', kind: 'task', title: 'Task', category: 'Proposed', iteration: 'Sprint 2', parent: 's' },
  ]);

/** Segments that lead somewhere now and then, and such that should not lead anywhere. */
const segment = fc.oneof(
  fc.constantFrom(
    '1',
    '2',
    '3',
    'Shop',
    'Shop Team',
    'areas',
    'iterations',
    'Stories',
    'User Story',
    'me',
    'Task',
  ),
  fc.constantFrom(
    'Microsoft.RequirementCategory',
    'Default',
    'Current',
    'Shared Queries',
    'host',
    'System.Title',
  ),
  fc.constantFrom('0', '-1', '999999999', '%', '%00', 'a'.repeat(300), '__proto__', 'null'),
  fc.uuid(),
  fc.string({ minLength: 1, maxLength: 12 }),
);

/** Fills a route's parameters one after the other. */
function filled(route: string, segments: readonly string[]): string {
  let index = 0;
  const next = (): string => encodeSome(segments[index++ % segments.length] ?? '1');
  return route
    .split('/')
    .filter((part) => !/^\{(project|team)\?\}$/.test(part) || (segments[0]?.length ?? 0) % 2 === 0)
    .map((part) =>
      /^\{project\??\}$/.test(part)
        ? 'Shop'
        : /^\{team\??\}$/.test(part)
          ? 'Shop%20Team'
          : part.replace(/\{[^}]+\}/, next),
    )
    .join('/');
}

/** Escapes what has none yet; a broken escape is left as it is. */
function encodeSome(text: string): string {
  const sound = text.replace(/[\ud800-\udfff]/g, '');
  const escaped = sound.includes('%') ? sound.replace(/[/?#\s\\]/g, '') : encodeURIComponent(sound);
  // A dot alone would climb, and nothing would be another route.
  return /^\.*$/.test(escaped) ? '1' : escaped;
}

const operation = fc.record({
  op: fc.constantFrom('add', 'replace', 'remove', 'test', 'move', ''),
  path: fc.oneof(
    fc.constantFrom(
      '/rev',
      '/id',
      '/relations/-',
      '/relations/0',
      '/fields/System.Title',
      '/fields/System.State',
    ),
    fc.constantFrom(
      '/fields/System.Tags',
      '/fields/System.AreaPath',
      '/fields/System.AssignedTo',
      '/fields/',
    ),
    fc.string({ maxLength: 10 }),
  ),
  value: fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.record({ rel: fc.constantFrom('System.LinkTypes.Related', 'Hyperlink', 'x'), url: fc.string() }),
  ),
});

const body = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.array(operation, { maxLength: 3 }),
  fc.record(
    {
      ids: fc.array(fc.oneof(fc.integer(), fc.jsonValue({ maxDepth: 1 })), { maxLength: 3 }),
      query: fc.oneof(fc.constant('SELECT [System.Id] FROM WorkItems'), fc.string()),
      name: fc.oneof(fc.string({ maxLength: 20 }), fc.jsonValue({ maxDepth: 1 })),
      id: fc.jsonValue({ maxDepth: 1 }),
      rules: fc.jsonValue({ maxDepth: 3 }),
      collections: fc.jsonValue({ maxDepth: 2 }),
      attributes: fc.jsonValue({ maxDepth: 2 }),
      fields: fc.jsonValue({ maxDepth: 1 }),
      wiql: fc.jsonValue({ maxDepth: 1 }),
      text: fc.jsonValue({ maxDepth: 1 }),
      widgets: fc.jsonValue({ maxDepth: 3 }),
      columns: fc.jsonValue({ maxDepth: 3 }),
      daysOff: fc.jsonValue({ maxDepth: 3 }),
      activities: fc.jsonValue({ maxDepth: 3 }),
    },
    { requiredKeys: [] },
  ),
  fc.constantFrom(
    '{',
    '[',
    '{"a":}',
    "'",
    'NaN',
    '\u0000',
    '[1,]',
    '{"__proto__":{"a":1}}',
    '1e999',
    '""',
    '\ufeff{}',
  ),
);

const query = fc.dictionary(
  fc.constantFrom(
    '$top',
    '$expand',
    'ids',
    'fields',
    'asOf',
    'errorPolicy',
    '$depth',
    '$skip',
    'validateOnly',
    'order',
  ),
  fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom('1', '-1', 'all', '1,2,99', 'true', '4', '2026-03-01'),
  ),
  { maxKeys: 3 },
);

test('any route with any parameters and any body', () => {
  const [first] = endpoints;
  if (!first) throw new Error('There are no endpoints.');
  let rest = restCaller(world(), 'unrecorded');
  const statuses = new Set<number>();
  fc.assert(
    fc.property(
      fc.constantFrom(first, ...endpoints),
      fc.array(segment, { minLength: 6, maxLength: 6 }),
      query,
      fc.option(body, { nil: undefined }),
      (endpoint, segments, parameters, sent) => {
        const search = new URLSearchParams({ 'api-version': '7.2-preview', ...parameters });
        const answer = rest({
          method: endpoint.method,
          path: `/${filled(endpoint.route, segments)}?${search.toString()}`,
          ...(sent === undefined ? {} : { body: sent }),
          headers: { 'content-type': endpoint.consumes ?? 'application/json' },
        });
        statuses.add(answer.status);
        if (answer.status === 500) rest = restCaller(world(), 'unrecorded');
        expect(answer.status).not.toBe(500);
        if (answer.status >= 400) expect(outcome(answer)).toMatch(/^\d{3} \w+$/);
      },
    ),
    { numRuns: runs(1500) },
  );
  expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 404]));
  expect(({} as Record<string, unknown>)['a']).toBeUndefined();
});
