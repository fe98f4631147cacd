import { figuresWorld } from '../../../tests/fixtures/figures-world';
import type { AlignmentReading } from '../../app/read-alignment';
import { unlinkClauses } from '../../core/model/edits/clauses';
import { AlignmentDesk } from './desk';

/** A desk whose next refresh reads at once and answers only when `answer` is called, perhaps changed. */
async function slowDesk() {
  const world = await figuresWorld();
  let held: Promise<AlignmentReading> | undefined;
  let release: (reading: AlignmentReading) => void = () => undefined;
  const first = await world.app.readAlignment();
  const app = { ...world.app, readAlignment: () => held ?? world.app.readAlignment() };
  const desk = new AlignmentDesk(app, first);
  const [id] = first.opened.map(({ model }) => model.info.id);
  if (id === undefined) throw new Error('The figures have one model.');
  const startRefresh = async () => {
    const old = await world.app.readAlignment();
    held = new Promise((resolve) => (release = resolve));
    const ended = desk.refresh();
    held = undefined;
    return async (change: (reading: AlignmentReading) => AlignmentReading = (same) => same) => {
      release(change(old));
      await ended;
    };
  };
  const session = desk.sessionOf(id);
  const links = () => session.current.model.storyLink.size;
  const unlinkOne = () => {
    const [link] = session.current.model.storyLink.keys();
    if (link === undefined) throw new Error('The figures have links.');
    return desk.edit(id, unlinkClauses(session.current.model, [link]));
  };
  return { ...world, id, desk, session, links, unlinkOne, startRefresh };
}

test('a reading that began before an edit and ends after its save neither undoes it nor takes its Undo', async () => {
  const { session, links, unlinkOne, startRefresh, stored } = await slowDesk();
  const count = links();
  const answer = await startRefresh();
  const deed = unlinkOne();
  await session.idle();
  await answer();
  expect(links()).toBe(count - 1);
  await deed.undo();
  await session.idle();
  expect((await stored()).storyLink.size).toBe(count);
});

test('a reading that began before a work item was written does not bring its old revision back', async () => {
  const { desk, startRefresh, backlog } = await slowDesk();
  const task = desk.current.picture.tasks.get(6);
  if (!task) throw new Error('The figures have Task 6.');
  const answer = await startRefresh();
  const made = backlog.addStory('Made meanwhile', {});
  const deed = await desk.changeItem({
    change: { id: 6, rev: task.rev, fields: { 'System.IterationPath': 'Shop\\Sprint 2' } },
    back: { fields: { 'System.IterationPath': task.iterationPath } },
  });
  await desk.reread([made]);
  await answer();
  expect(desk.current.picture.tasks.get(6)?.iterationPath).toBe('Shop\\Sprint 2');
  expect(desk.current.picture.stories.has(made)).toBe(true);
  await deed.undo();
  expect(desk.current.picture.tasks.get(6)?.iterationPath).toBe(task.iterationPath);
});

test('a story that a later look does not find is gone from the desk', async () => {
  const { desk, backlog } = await slowDesk();
  backlog.setState(2, 'Removed');
  await desk.refresh();
  expect(desk.current.picture.stories.has(2)).toBe(false);
});

test('the answer of a look that a later one overtook brings nothing back', async () => {
  const { desk, backlog, startRefresh } = await slowDesk();
  const answer = await startRefresh();
  backlog.setState(2, 'Removed');
  await desk.refresh();
  await answer();
  expect(desk.current.picture.stories.has(2)).toBe(false);
});

const without = (reading: AlignmentReading): AlignmentReading => ({ ...reading, opened: [] });

test('a model that is gone is dropped, but not with edits that are stored nowhere', async () => {
  const { desk, id, session, unlinkOne, startRefresh, documents, links } = await slowDesk();
  documents.failAt({ call: 1, when: 'before' });
  const count = links();
  unlinkOne();
  await session.idle();
  expect(session.current.saving.kind).toBe('failed');
  await (
    await startRefresh()
  )(without);
  expect(desk.sessionOf(id)).toBe(session);
  expect(links()).toBe(count - 1);
  expect(desk.current.problems.join()).toMatch(/not stored yet is kept here/);
  desk.retry();
  await session.idle();
  await (
    await startRefresh()
  )(without);
  expect(desk.current.picture.models).toEqual([]);
  expect(desk.current.problems).toEqual([]);
  desk.close();
});
