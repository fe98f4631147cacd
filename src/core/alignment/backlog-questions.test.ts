/** Questions of the backlog, their answers, and one edit out of many answers that one undo takes back. */
import * as fc from 'fast-check';
import { aLinkedClause, aPicture, aStory } from '../../../tests/fixtures/alignment-picture';
import { aModel, aStoryLink, aThreat, countingIds, threatNumber } from '../../../tests/fixtures/sample-model';
import { clauseHash } from '../clauses/clause';
import { applyEdit, invertEdit } from '../model/edit';
import { elementId, mint } from '../model/ids';
import type { Model } from '../model/model';
import { answersEdit, backlogQuestions, choicesOf } from './backlog-questions';
import type { BacklogAnswer } from './backlog-questions';
import type { AlignmentPicture } from './picture';

const idOf = (model: Model) => model.info.id;
const place = (text: string, ordinal = 0) => ({
  field: 'description' as const,
  ordinal,
  hash: clauseHash(text),
});

function ask(picture: AlignmentPicture, model: Model) {
  return backlogQuestions(picture, idOf(model)).map((question) => ({
    kind: question.kind,
    choices: choicesOf(picture, idOf(model), question),
  }));
}

describe('what a change of the backlog asks, and the first answer to it', () => {
  const words = 'my card being stolen';
  const clause = aLinkedClause(1, 1, words);
  const linked = aModel({
    threats: [aThreat(1, { title: 'The card is stolen' })],
    clauses: [clause],
    links: [aStoryLink(1, 1, 1, clause)],
  });
  const link = aStoryLink(1, 1, 1).id;
  const loose = aModel({ threats: [aThreat(1, { title: 'The card is stolen' })] });

  test.each([
    [
      'a new clause',
      loose,
      [aStory(1, [words])],
      ['clause', 'threat'],
      { kind: 'link', threat: threatNumber(1), story: 1, clause: place(words) },
    ],
    [
      'a changed clause',
      linked,
      [aStory(1, ['the card number being read'])],
      ['changed'],
      { kind: 'reword', link, clause: place('the card number being read') },
    ],
    ['a removed clause', linked, [aStory(1)], ['gone'], { kind: 'unlink', link }],
    [
      'a removed story whose words stand in another one',
      linked,
      [aStory(2, ['the bank card leaking']), aStory(3, [words])],
      ['gone', 'clause', 'clause'],
      { kind: 'move', link, story: 3, clause: place(words) },
    ],
    [
      'a story that was split: the words went to the other part',
      linked,
      [aStory(1, [], { title: 'Pay' }), aStory(4, [words], { title: 'Pay by card' })],
      ['gone', 'clause'],
      { kind: 'move', link, story: 4, clause: place(words) },
    ],
    [
      'a story that was split: both parts have the words',
      linked,
      [aStory(1, [words]), aStory(4, [words])],
      ['clause'],
      { kind: 'link', threat: threatNumber(1), story: 4, clause: place(words) },
    ],
  ])('%s', (_title, model, stories, kinds, first) => {
    const asked = ask(aPicture({ models: [model], stories }), model);
    expect(asked.map(({ kind }) => kind).sort()).toEqual([...kinds].sort());
    const answers = asked.map(({ choices }) => choices[0]?.answer);
    expect(answers).toContainEqual(first);
  });

  test('the very words that were linked say so, before anything else', () => {
    const picture = aPicture({ models: [linked], stories: [aStory(1, [words]), aStory(4, [words])] });
    expect(ask(picture, linked)[0]?.choices[0]).toMatchObject({
      score: 1,
      because: expect.arrayContaining(['is linked to the same words in #1']),
    });
  });

  test('a clause always may become a threat of its own, a link may always go', () => {
    const picture = aPicture({ models: [linked], stories: [aStory(5, ['the printer burning'])] });
    const last = ask(picture, linked).map(({ choices }) => choices[choices.length - 1]?.answer.kind);
    expect(last).toEqual(['unlink', 'add-threat']);
  });

  test('stories outside the scope of the model ask nothing of it', () => {
    const scoped = { ...loose, info: { ...loose.info, scope: ['Shop\\Payment'] } };
    const picture = aPicture({ models: [scoped], stories: [aStory(1, [words])] });
    expect(ask(picture, scoped).map(({ kind }) => kind)).toEqual(['threat']);
  });
});

describe('an element that is mapped to the backlog', () => {
  const element = {
    id: mint(elementId, countingIds()),
    origin: { kind: 'person' as const },
    name: 'Payment API',
    kind: 'process' as const,
    properties: {},
  };
  const at = { kind: 'element' as const, id: element.id };
  const plain = aModel({ threats: [aThreat(1, { title: 'Card numbers are logged', place: at })] });
  const stories = [
    aStory(1, ['card numbers leaking'], { title: 'Log card payments' }),
    aStory(2, [], { title: 'Something else', parent: 40 }),
    aStory(3, [], { title: 'Another thing', areaPath: 'Shop\\Money\\Cards' }),
  ];
  const firstFor = (backlog: object) => {
    const model = { ...plain, element: new Map([[element.id, { ...element, ...backlog }]]) };
    const asked = ask(aPicture({ models: [model], stories }), model);
    return asked.find(({ kind }) => kind === 'threat')?.choices[0];
  };
  test.each([
    ['to nothing', {}, 1, 'shares the words'],
    ['to a Feature', { backlog: { kind: 'feature', workItem: 40 } }, 2, 'under #40, where Payment API'],
    [
      'to an area',
      { backlog: { kind: 'area', path: 'Shop\\Money' } },
      3,
      'in the area Shop\\Money, where Payment API',
    ],
  ])('%s: its threats begin there', (_title, backlog, story, reason) => {
    const first = firstFor(backlog);
    expect(first?.answer).toMatchObject({ kind: 'link', story });
    expect(first?.because.join()).toContain(reason);
  });
});

describe('answers as one edit', () => {
  const threats = [1, 2, 3, 4].map((n) => aThreat(n));
  const old = aLinkedClause(1, 9, 'old words');
  const model = aModel({ threats, clauses: [old], links: [aStoryLink(1, 4, 9, old)] });
  const link = aStoryLink(1, 4, 9).id;
  const stories = [aStory(1, ['one', 'two']), aStory(2), aStory(9, ['new words'])];
  const picture = aPicture({ models: [model], stories });
  const answer: fc.Arbitrary<BacklogAnswer> = fc.oneof(
    fc.record({
      kind: fc.constant('link' as const),
      threat: fc.constantFrom(1, 2, 3, 4, 5).map(threatNumber),
      story: fc.constant(1),
      clause: fc.constantFrom(place('one'), place('two', 1), undefined),
    }),
    fc.constantFrom<BacklogAnswer>(
      { kind: 'move', link, story: 2 },
      { kind: 'move', link, story: 1, clause: place('one') },
      { kind: 'reword', link, clause: place('new words') },
      { kind: 'unlink', link },
      { kind: 'add-threat', title: 'One', story: 1, clause: place('one') },
    ),
  );

  test('is what the answers do one after the other, and its inverse takes all of it back', () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 6 }), (answers) => {
        const edit = answersEdit(picture, idOf(model), answers, countingIds());
        const after = applyEdit(model, edit);
        for (const { threat, clause } of after.storyLink.values()) {
          expect(after.threat.has(threat)).toBe(true);
          if (clause) expect(after.clause.has(clause)).toBe(true);
        }
        // One entity for one clause of a story, whatever the number of threats.
        const places = [...after.clause.values()].map((each) => `${each.story} ${each.ordinal} ${each.hash}`);
        expect(new Set(places).size).toBe(places.length);
        const back = applyEdit(after, invertEdit(model, edit));
        expect(back).toEqual(model);
      }),
    );
  });

  test('accepting the words ends the question', () => {
    const edit = answersEdit(
      picture,
      idOf(model),
      [{ kind: 'reword', link, clause: place('new words') }],
      countingIds(),
    );
    const kinds = (one: Model) =>
      backlogQuestions(aPicture({ models: [one], stories }), idOf(one)).map(({ kind }) => kind);
    expect(kinds(model)).toContain('changed');
    expect(kinds(applyEdit(model, edit))).not.toContain('changed');
  });
});
