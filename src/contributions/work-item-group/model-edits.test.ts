import { aClause, aModel, aStoryLink, aThreat, countingIds } from '../../../tests/fixtures/sample-model';
import { MemoryBacklog } from '../../adapters/memory/memory-backlog';
import { MemoryDocuments } from '../../adapters/memory/memory-documents';
import { createApp } from '../../app/app';
import type { Edit } from '../../core/model/edit';
import { applyEdit } from '../../core/model/edit';
import type { Clause } from '../../core/model/mitigation';
import { ModelEdits } from './model-edits';

const story = 1;
const mine = aClause(1, story);
const theirs = aClause(2, story);
const linkTo = (clause: Clause): Edit => ({
  label: 'Link',
  clause: { put: [clause] },
  storyLink: { put: [aStoryLink(1, 1, story, clause)] },
});

async function world() {
  const backlog = new MemoryBacklog();
  const clock = { now: () => '2026-03-02T09:00:00.000Z' };
  const ports = { documents: new MemoryDocuments(), backlog, clock, newId: countingIds(0x900) };
  const app = createApp(ports, { projectId: backlog.projectId, hubId: 'w.w.hub' });
  const { model } = await app.createModel(
    aModel({ threats: [aThreat(1), aThreat(2)], links: [aStoryLink(1, 1, story)] }),
  );
  const { id } = model.info;
  const stored = async () => (await app.openModel(id)).model;
  const other = async (edit: Edit) => {
    const opened = await app.openModel(id);
    await app.saveModel(opened, applyEdit(opened.model, edit));
  };
  return { id, stored, other, edits: new ModelEdits(app) };
}
const linkOf = ({ storyLink }: { readonly storyLink: ReadonlyMap<unknown, { readonly clause?: unknown }> }) =>
  [...storyLink.values()].map(({ clause }) => clause);

test('who changes the same link at the same moment is heard of, and theirs stays', async () => {
  const { id, stored, other, edits } = await world();
  const edit = edits.apply(id, async () => {
    await other(linkTo(theirs));
    return linkTo(mine);
  });
  await expect(edit).rejects.toThrow('Somebody else changed the same link at the same moment');
  expect(linkOf(await stored())).toEqual([theirs.id]);
});

test('undo brings back what was, beside what others did elsewhere', async () => {
  const { id, stored, other, edits } = await world();
  const done = await edits.apply(id, async () => linkTo(mine));
  await other({ label: 'Link', storyLink: { put: [aStoryLink(2, 2, story)] } });
  await edits.undo(id, done);
  expect(linkOf(await stored())).toEqual([undefined, undefined]);
});

test.each<[string, Edit, readonly unknown[]]>([
  ['changed the link', linkTo(theirs), [theirs.id]],
  ['took the link away', { label: 'Unlink', storyLink: { remove: [aStoryLink(1, 1, story).id] } }, []],
  [
    'linked to the clause that undo would take away',
    { label: 'Link', storyLink: { put: [aStoryLink(2, 2, story, mine)] } },
    [mine.id, mine.id],
  ],
])('undo is refused, and nothing changes, once somebody %s', async (_, edit, links) => {
  const { id, stored, other, edits } = await world();
  const done = await edits.apply(id, async () => linkTo(mine));
  await other(edit);
  await expect(edits.undo(id, done)).rejects.toThrow('cannot be undone any more');
  expect(linkOf(await stored())).toEqual(links);
});
