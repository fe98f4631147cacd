import { mergePatch } from '../../core/kb/merge-patch';
import {
  emptyQuestion,
  factsOf,
  factsProblem,
  withFact,
  questionForm,
  questionOperations,
} from './question-form';
import type { QuestionForm } from './question-form';

const entry = {
  id: 'night-shift',
  text: 'Who pays at night?',
  rationale: 'Nobody looks.',
  goodAnswer: 'Two people.',
  warningSigns: ['A script', 'Nobody knows'],
  stride: ['R'],
  anchor: 'element',
  when: { is: 'element', of: ['process'] },
  answers: [
    { label: 'Two people', set: { four: 'yes' } },
    { label: 'One', set: { four: 'no', rows: 5 }, raises: ['alone'] },
  ],
  level: 1,
};
const changed = (change: Partial<QuestionForm>, because = '') =>
  questionOperations('night-shift', {
    isNew: false,
    before: questionForm(entry),
    after: { ...questionForm(entry), ...change },
    because,
  });

test('nothing differs: nothing is done', () => expect(changed({}, 'because')).toEqual([]));

test.each<[Partial<QuestionForm>, object]>([
  [{ text: 'Who?' }, { text: 'Who?' }],
  [{ goodAnswer: '' }, { goodAnswer: null }],
  [{ warningSigns: 'One\n\n two ' }, { warningSigns: ['One', 'two'] }],
  [
    { level: '3', top: true },
    { level: 3, top: true },
  ],
  [{ when: 'element is (store, process)' }, { when: { is: 'element', of: ['store', 'process'] } }],
])('%j is a patch of that alone', (change, set) => {
  expect(changed(change, 'x')).toEqual([
    { op: 'patch', type: 'question', id: 'night-shift', set, because: 'x' },
  ]);
});

test('answers keep what the form does not show', () => {
  const [first, second] = questionForm(entry).answers;
  if (!first || !second) throw new Error('two answers');
  const [op] = changed({ answers: [{ ...first, label: 'Two' }, second] });
  if (op?.op !== 'patch') throw new Error('a patch');
  expect(mergePatch(entry, op.set)).toEqual({
    ...entry,
    answers: [
      { label: 'Two', set: { four: 'yes' } },
      { label: 'One', set: { four: 'no', rows: '5' }, raises: ['alone'] },
    ],
  });
});

test('a new one is added whole', () => {
  const after = { ...emptyQuestion, text: 'Who?', rationale: 'x', when: 'element is process' };
  const given = { isNew: true, before: emptyQuestion, after, because: '' };
  expect(questionOperations('who', given)).toEqual([
    {
      op: 'add',
      type: 'question',
      value: {
        id: 'who',
        text: 'Who?',
        rationale: 'x',
        anchor: 'element',
        when: { is: 'element', of: ['process'] },
      },
    },
  ]);
});

const properties = new Map([
  ['four', ['yes', 'no']],
  ['rows', []],
]);
test.each([
  ['', {}, undefined],
  ['four = yes, rows = a = b', { four: 'yes', rows: 'a = b' }, undefined],
  ['five = yes', { five: 'yes' }, 'There is no property "five".'],
  ['four = perhaps', { four: 'perhaps' }, '"perhaps" is no value of "four": yes, no.'],
  ['four', undefined, 'Write it as: property = value, property = value.'],
])('%j sets %j', (text, facts, problem) => {
  expect(factsOf(text)).toEqual(facts);
  expect(factsProblem(text, properties)).toBe(problem);
});

test.each<[string, string]>([
  ['', 'keys = one'],
  ['audience = public', 'audience = public, keys = one'],
  ['keys = two, audience = public', 'keys = one, audience = public'],
])('a fact picked from lists joins “%s”, in the place of what was said of it', (before, after) => {
  expect(withFact(before, 'keys', 'one')).toBe(after);
});
