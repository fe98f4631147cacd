import type { ProjectPolicy } from '../../../core/model/project-policy';
import { impactChoices, meaningOf, probabilityChoices } from './levels';

const meanings: NonNullable<ProjectPolicy['meanings']> = {
  probability: ['once in ten years', '', 'once a year', ' ', 'every day'],
  impact: ['nobody notices', '', '', '', 'the company is gone'],
};

test('a level says what the project means by it; one that nobody explained is the word alone', () => {
  expect(probabilityChoices({ policy: { meanings } }).map(({ label }) => label)).toEqual([
    'Rare – once in ten years',
    'Unlikely',
    'Possible – once a year',
    'Likely',
    'Almost certain – every day',
  ]);
  expect(impactChoices({ policy: { meanings } })[4]).toEqual({
    value: 'severe',
    label: 'Severe – the company is gone',
  });
});

test('without policies the words stand alone', () => {
  expect(impactChoices({}).map(({ label }) => label)).toEqual([
    'Negligible',
    'Minor',
    'Moderate',
    'Major',
    'Severe',
  ]);
});

test('where the words must do, the meaning is told beside them', () => {
  expect(meaningOf({ policy: { meanings } }, 'probability', 'possible')).toBe('once a year');
  expect(meaningOf({ policy: { meanings } }, 'probability', 'likely')).toBeUndefined();
  expect(meaningOf({}, 'impact', 'severe')).toBeUndefined();
});
