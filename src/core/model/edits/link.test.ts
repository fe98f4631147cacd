import {
  aClause,
  aModel,
  aStoryLink,
  aThreat,
  countingIds,
  threatNumber,
} from '../../../../tests/fixtures/sample-model';
import { firstDangling } from '../../store/references';
import { applyEdit, invertEdit } from '../edit';
import type { Edit } from '../edit';
import type { Model } from '../model';
import { confirmClause, linkClause, unlinkClauses } from './link';

const at = { field: 'description', hash: 'hash 1', ordinal: 0 } as const;
const first = aClause(1, 10);
const threats = [aThreat(1), aThreat(2)];
const linksOf = (model: Model) =>
  [...model.storyLink.values()].map(({ threat, story, clause }) => [
    threat,
    story,
    clause && model.clause.get(clause)?.hash,
  ]);

function after(model: Model, edit: Edit): Model {
  const next = applyEdit(model, edit);
  expect(firstDangling(next)).toBeUndefined();
  expect(applyEdit(next, invertEdit(model, edit))).toEqual(model);
  return next;
}
const link = (model: Model, threat: number, clause?: typeof at | typeof first) =>
  after(
    model,
    linkClause(
      model,
      { threat: threatNumber(threat), story: 10, ...(clause ? { clause } : {}) },
      countingIds(0x500),
    ),
  );

test('a threat is linked to the story, and a second time changes nothing', () => {
  const once = link(aModel({ threats }), 1);
  expect(linksOf(once)).toEqual([[threatNumber(1), 10, undefined]]);
  expect(linksOf(link(once, 1))).toEqual(linksOf(once));
});

test('a threat is linked to a clause; the clause is made once for all its threats', () => {
  const both = link(link(aModel({ threats }), 1, at), 2, at);
  expect(linksOf(both)).toEqual([
    [threatNumber(1), 10, 'hash 1'],
    [threatNumber(2), 10, 'hash 1'],
  ]);
  expect(both.clause.size).toBe(1);
  expect(link(both, 2, at)).toEqual(both);
});

test('a link without clause becomes the clause’s; a link to another clause stays beside it', () => {
  const whole = aModel({ threats, links: [aStoryLink(1, 1, 10)] });
  expect(linksOf(link(whole, 1, at))).toEqual([[threatNumber(1), 10, 'hash 1']]);
  const other = aClause(2, 10, { ordinal: 1 });
  const linked = aModel({ threats, clauses: [other], links: [aStoryLink(1, 1, 10, other)] });
  expect(linksOf(link(linked, 1, at)).map(([, , hash]) => hash)).toEqual(['hash 2', 'hash 1']);
});

test('unlinking takes the clause away with its last link', () => {
  const [one, two] = [aStoryLink(1, 1, 10, first), aStoryLink(2, 2, 10, first)];
  const model = aModel({ threats, clauses: [first], links: [one, two] });
  const half = after(model, unlinkClauses(model, [one.id]));
  expect([half.storyLink.size, half.clause.size]).toEqual([1, 1]);
  const none = after(half, unlinkClauses(half, [two.id]));
  expect([none.storyLink.size, none.clause.size]).toEqual([0, 0]);
});

test('confirming gives the clause its new words and place, and keeps its links', () => {
  const model = aModel({ threats, clauses: [first], links: [aStoryLink(1, 1, 10, first)] });
  const found = { field: 'acceptanceCriteria', hash: 'new', ordinal: 3 } as const;
  const next = after(model, confirmClause(model, first.id, found));
  expect(next.clause.get(first.id)).toEqual({ id: first.id, story: 10, ...found });
  expect(next.storyLink).toBe(model.storyLink);
});

test('twins of a clause are one: no second link of a threat to it, and both are confirmed', () => {
  const [one, twin] = [aClause(1, 7, { hash: 'old' }), aClause(2, 7, { hash: 'old' })];
  const model = aModel({ threats: [aThreat(1)], clauses: [one, twin], links: [aStoryLink(1, 1, 7, twin)] });
  const at = { field: one.field, hash: one.hash, ordinal: one.ordinal };
  const again = linkClause(model, { threat: aThreat(1).id, story: 7, clause: at }, countingIds());
  expect(again.storyLink?.put ?? []).toEqual([]);
  const confirmed = applyEdit(model, confirmClause(model, one.id, { ...at, hash: 'new' }));
  expect([...confirmed.clause.values()].map(({ hash }) => hash)).toEqual(['new', 'new']);
});
