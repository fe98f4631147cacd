import { standardScale } from '../model/project-policy';
import type { ProjectPolicy } from '../model/project-policy';
import { policyDocument, readPolicy } from './read-policy';

const policy: ProjectPolicy = {
  scale: standardScale,
  meanings: { probability: ['', '', 'Yearly', '', ''], impact: ['', '', '', '', 'Bankrupt'] },
  target: { share: 0.25, by: '2027-01-01T00:00:00.000Z' },
  stateMap: [{ type: 'Task', state: 'Odd', category: 'Completed' }],
  switches: { oneThreatPerStory: 'report', oneClausePerStory: 'allow', reasonedSeverity: 'report' },
  acceptors: [{ name: 'Owner' }, { name: 'Lead', upTo: 'medium' }],
  editors: 'everybody',
};
const by = { name: 'Pat', at: '2026-05-01T08:00:00.000Z' };
const nothing = readPolicy(undefined);

test('what is written is read again, with what it was before', () => {
  const first = readPolicy({ ...policyDocument(policy, nothing, by), __etag: 1 });
  expect(first).toEqual({ policy, changes: [{ at: by.at, by: 'Pat', before: {} }] });
  const second = readPolicy(policyDocument({}, first, by));
  expect(second.policy).toEqual({});
  expect(second.changes.map(({ before }) => before)).toEqual([policy, {}]);
});

test('ten changes are kept', () => {
  let reading = nothing;
  for (let n = 0; n < 15; n += 1)
    reading = readPolicy(policyDocument({ target: { share: n / 100 } }, reading, by));
  expect(reading.changes).toHaveLength(10);
  expect(reading.changes[0]?.before).toEqual({ target: { share: 0.13 } });
});

const stored = (change: object) => ({ ...policyDocument(policy, nothing, by), ...change });
test.each([
  ['text', stored({ policy: 'x' })],
  ['a matrix with a row missing', stored({ policy: { scale: { ...standardScale, points: [[1]] } } })],
  [
    'a matrix in which a worse threat counts less',
    stored({ policy: { scale: { ...standardScale, points: [...standardScale.points].reverse() } } }),
  ],
  [
    'names in no order',
    stored({ policy: { scale: { ...standardScale, from: { medium: 60, high: 44, critical: 50 } } } }),
  ],
  ['an unknown state category', stored({ policy: { stateMap: [{ type: 'a', state: 'b', category: 'c' }] } })],
  ['a share above one', stored({ policy: { target: { share: 2 } } })],
])('%s counts as nothing and is said', (_name, document) => {
  const reading = readPolicy(document);
  expect(reading.policy).toBeUndefined();
  expect(reading.problem).toContain('damaged');
});

test('a newer version is not rewritten, and changes that do not hold are passed over', () => {
  expect(readPolicy(stored({ schema: 2 }))).toMatchObject({ policy: undefined, readOnly: 'newer' });
  expect(readPolicy(stored({ changes: [1, { at: 'never' }] }))).toEqual({ policy, changes: [] });
});
