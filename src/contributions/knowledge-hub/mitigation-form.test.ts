/** What somebody changes in the form of a mitigation is what the operations say, and nothing else. */
import { mitigationForm, mitigationOperations } from './mitigation-form';
import type { MitigationForm } from './mitigation-form';

const entry = {
  id: 'two-keys',
  name: 'Two keys',
  description: 'Two people.',
  controlType: 'preventive',
  effort: 'm',
  verify: [{ how: 'Try with one.' }],
  workItem: { title: 'Require two keys', acceptance: ['One key opens nothing.'], tags: ['vault'] },
};
const before = mitigationForm(entry);
const patched = (change: Partial<MitigationForm>) =>
  mitigationOperations('two-keys', { isNew: false, before, after: { ...before, ...change }, because: '' });

test('nothing changed, nothing said', () => expect(patched({})).toEqual([]));

test.each<[string, Partial<MitigationForm>, object]>([
  ['a test more', { verify: 'Try with one.\n\n Try with none. ' }, { verify: [{ how: 'Try with one.' }, { how: 'Try with none.' }] }], // prettier-ignore
  ['no effort', { effort: '' }, { effort: null }],
  ['the title of its Task', { taskTitle: 'Ask for two keys' }, { workItem: { title: 'Ask for two keys' } }],
  ['no title of its Task', { taskTitle: ' ' }, { workItem: { title: null } }],
  ['when its Task is done', { acceptance: 'a\nb' }, { workItem: { acceptance: ['a', 'b'] } }],
])('%s', (_, change, set) => {
  expect(patched(change)).toEqual([{ op: 'patch', type: 'mitigation', id: 'two-keys', set }]);
});

test('a new one says what every mitigation must say, and why it is there', () => {
  const empty = mitigationForm({});
  const after = { ...empty, name: 'Seal', description: 'A seal.', taskTitle: 'Put a seal on it' };
  const value = {
    id: 'seal',
    name: 'Seal',
    description: 'A seal.',
    controlType: 'preventive',
    workItem: { title: 'Put a seal on it' },
  };
  expect(mitigationOperations('seal', { isNew: true, before: empty, after, because: 'Audit' })).toEqual([
    { op: 'add', type: 'mitigation', value, because: 'Audit' },
  ]);
});
