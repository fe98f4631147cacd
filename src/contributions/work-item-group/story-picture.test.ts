import { aClause, aModel, aStoryLink, aThreat } from '../../../tests/fixtures/sample-model';
import { clauseHash } from '../../core/clauses/clause';
import type { Model } from '../../core/model/model';
import type { Threat } from '../../core/model/threat';
import { storyPicture } from './story-picture';

const hash = clauseHash('having my card data stolen');

function pictureOf(model: Model, description: string) {
  const { id, name } = model.info;
  const formats = { description: 'html', acceptanceCriteria: 'html' } as const;
  const text = { title: 'Pay', description, acceptanceCriteria: '', formats };
  return storyPicture(
    { id: 1, type: 'User Story', iterationPath: 'Shop', text },
    {
      id: 1,
      models: [{ id, name, model, places: new Map(), more: 0 }],
      tasks: new Map(),
      storyTypes: undefined,
      pending: [],
      problems: [],
    },
  );
}

test.each([
  ['same', '<p>I pay, WITHOUT having my card data stolen.</p>'],
  ['drifted', '<p>I pay, WITHOUT losing my card.</p>'],
])('twins of a clause are found as one: both are %s', (outcome, description) => {
  const [one, twin] = [aClause(1, 1, { hash }), aClause(2, 1, { hash })];
  const model = aModel({
    threats: [aThreat(1), aThreat(2)],
    clauses: [one, twin],
    links: [aStoryLink(1, 1, 1, one), aStoryLink(2, 2, 1, twin)],
  });
  const { clauses, loose } = pictureOf(model, description);
  expect(clauses.map(({ threats }) => threats.map((each) => each.outcome))).toEqual([[outcome, outcome]]);
  expect(loose).toEqual([]);
});

test.each<[string, Threat['status'], number]>([
  ['an open threat', { kind: 'open' }, 1],
  ['a threat that was ruled out', { kind: 'not-applicable', justification: 'No cards.' }, 0],
])('%s: is it said that its clause was reworded?', (_, status, times) => {
  const clause = aClause(1, 1, { hash });
  const model = aModel({
    threats: [aThreat(1, { status })],
    clauses: [clause],
    links: [aStoryLink(1, 1, 1, clause)],
  });
  const { anomalies } = pictureOf(model, '<p>I pay, WITHOUT losing my card.</p>');
  expect(anomalies.filter((each) => each.includes('was reworded'))).toHaveLength(times);
});

test('a threat of the whole story stands for one clause; a clause that was added has none', () => {
  const model = aModel({ threats: [aThreat(1)], links: [aStoryLink(1, 1, 1)] });
  const [one, two] = ['<p>I pay, WITHOUT losing my card.</p>', '<p>WITHOUT being charged twice.</p>'];
  const saysSo = (description: string) =>
    pictureOf(model, description).anomalies.filter((each) => each.includes('has no threat behind it'));
  expect(saysSo(one)).toEqual([]);
  expect(saysSo(`${one}${two}`)).toEqual(['The clause “being charged twice” has no threat behind it.']);
});
