import { figuresWorld, sprints } from '../../../tests/fixtures/figures-world';
import type { App } from '../../app/app';
import { AccessError } from '../../app/ports';
import { createTask } from './bring';
import { AlignmentDesk } from './desk';

const [, sprint] = sprints;
const down = () => Promise.reject(new AccessError('unreachable', 'Azure DevOps did not answer.'));

test.each<[string, Partial<App>, number, RegExp]>([
  ['moved by nothing where its story is in the sprint', {}, 1, /^Task #8 was created in Sprint 2\./],
  ['moved where its story stands elsewhere', {}, 2, /^Task #8 was created in Sprint 2\./],
  [
    'not moved when the move fails',
    { changeWorkItem: down },
    2,
    /^Task #8 was created, but not moved into Sprint 2\. .*did not answer/,
  ],
  [
    'not moved when it cannot be read',
    { readWorkItems: down },
    2,
    /^Task #8 was created, but not moved into Sprint 2\. .*did not answer/,
  ],
])('a new Task is %s', async (_, broken, story, said) => {
  const world = await figuresWorld();
  const desk = new AlignmentDesk({ ...world.app, ...broken }, await world.app.readAlignment(sprint));
  const [at] = desk.current.picture.models;
  const mitigation = [...(at?.model.mitigation.values() ?? [])].find(({ title }) => /^Check the/.test(title));
  if (!at || !mitigation) throw new Error('The figures have this mitigation.');
  const given = { model: at.model.info.id, mitigation, sprint, story };
  const done = await createTask({ ...world.app, ...broken }, desk, given);
  expect(done.message).toMatch(said);
  const made = (await world.backlog.read([8])).get(8);
  const isMoved = story === 1 || broken.changeWorkItem === undefined;
  expect(made?.parent).toBe(story);
  if (broken.readWorkItems === undefined) expect(made?.iterationPath === sprint.path).toBe(isMoved);
});
