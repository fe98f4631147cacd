import { aClause, aModel, aStoryLink, aThreat, countingIds } from '../../../../tests/fixtures/sample-model';
import { applyEdit, invertEdit } from '../edit';
import type { Edit } from '../edit';
import type { Model } from '../model';
import { linkClause, relinkClause, rewordClause, setPolicies, unlinkClauses } from './clauses';

const place = { field: 'description', ordinal: 0, hash: 'aaaa' } as const;
const other = { field: 'description', ordinal: 1, hash: 'bbbb' } as const;
const [one, two] = [aThreat(1), aThreat(2)];
const empty = aModel({ threats: [one, two] });

/** Applies, and proves on the way that the inverse brings everything back. */
function after(model: Model, edit: Edit): Model {
  const next = applyEdit(model, edit);
  expect(applyEdit(next, invertEdit(model, edit))).toEqual(model);
  return next;
}
const linksOf = (model: Model) =>
  [...model.storyLink.values()].map((link) => [
    link.threat,
    link.story,
    model.clause.get(link.clause ?? (one.id as never))?.hash,
  ]);

test('the first link makes the clause, the second one shares it, the third time nothing happens', () => {
  const newId = countingIds(0x900);
  const first = after(empty, linkClause(empty, { threats: [one.id], story: 7, clause: place, newId }));
  const second = after(
    first,
    linkClause(first, { threats: [one.id, two.id], story: 7, clause: place, newId }),
  );
  expect(second.clause.size).toBe(1);
  expect(linksOf(second)).toEqual([
    [one.id, 7, 'aaaa'],
    [two.id, 7, 'aaaa'],
  ]);
  expect(linkClause(second, { threats: [two.id], story: 7, clause: place, newId }).storyLink?.put).toEqual(
    [],
  );
});

test('a link without a clause gets it; a link to another clause stays beside', () => {
  const newId = countingIds(0x900);
  const bare = aModel({ threats: [one], links: [aStoryLink(1, 1, 7)] });
  const linked = after(bare, linkClause(bare, { threats: [one.id], story: 7, clause: place, newId }));
  expect(linksOf(linked)).toEqual([[one.id, 7, 'aaaa']]);
  const both = after(linked, linkClause(linked, { threats: [one.id], story: 7, clause: other, newId }));
  expect(linksOf(both)).toEqual([
    [one.id, 7, 'aaaa'],
    [one.id, 7, 'bbbb'],
  ]);
});

test('a clause that was recognised in its new words is healed, not doubled', () => {
  const clause = aClause(1, 7, place);
  const model = aModel({ threats: [one, two], clauses: [clause], links: [aStoryLink(1, 1, 7, clause)] });
  const edit = linkClause(model, {
    threats: [two.id],
    story: 7,
    clause: other,
    known: clause.id,
    newId: countingIds(0x900),
  });
  expect(linksOf(after(model, edit))).toEqual([
    [one.id, 7, 'bbbb'],
    [two.id, 7, 'bbbb'],
  ]);
});

test('unlinking takes the clause along only with its last link', () => {
  const clause = aClause(1, 7, place);
  const links = [aStoryLink(1, 1, 7, clause), aStoryLink(2, 2, 7, clause)];
  const model = aModel({ threats: [one, two], clauses: [clause], links });
  const ids = links.map((link) => link.id);
  expect(after(model, unlinkClauses(model, ids.slice(0, 1))).clause.size).toBe(1);
  expect(after(model, unlinkClauses(model, ids)).clause.size).toBe(0);
});

test('new words are accepted, and a link can move to another clause and leaves none behind', () => {
  const clause = aClause(1, 7, place);
  const link = aStoryLink(1, 1, 7, clause);
  const model = aModel({ threats: [one], clauses: [clause], links: [link] });
  expect(linksOf(after(model, rewordClause(model, clause.id, other)))).toEqual([[one.id, 7, 'bbbb']]);
  const moved = after(
    model,
    relinkClause(model, link.id, { story: 8, clause: other, newId: countingIds(0x900) }),
  );
  expect(linksOf(moved)).toEqual([[one.id, 8, 'bbbb']]);
  expect(moved.clause.size).toBe(1);
});

test('policies change one at a time', () => {
  const next = after(empty, setPolicies(empty, { oneClausePerStory: 'report' }));
  expect(next.info.policies).toEqual({ oneThreatPerStory: 'allow', oneClausePerStory: 'report' });
});
