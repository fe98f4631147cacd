import { figuresWorld } from '../../../tests/fixtures/figures-world';
import { AccessError } from '../../app/ports';
import { AlignmentDesk } from '../tab-parts/desk';
import { modelOf, readStory, wordsFor, writeAndLink } from './deeds';

/** Story 3 is linked as a whole and says nothing; `broken` makes later readings of stories fail. */
async function silentStory() {
  const world = await figuresWorld();
  let broken = false;
  const stories: typeof world.app.stories = (ids) =>
    broken
      ? Promise.reject(new AccessError('unreachable', 'Azure DevOps did not answer.'))
      : world.app.stories(ids);
  const desk = new AlignmentDesk({ ...world.app, stories }, await world.app.readAlignment());
  const [at] = desk.current.picture.models;
  const link = [...(at?.model.storyLink.values() ?? [])].find(({ story }) => story === 3);
  if (!at || !link) throw new Error('The figures have this link.');
  const { id: model } = at.model.info;
  const write = async (words: string, id = link.id) => {
    const given = { story: await readStory(world.app, 3), words, model, threat: link.threat, link: id };
    return writeAndLink(desk, given, world.app.newId);
  };
  const clauseOf = () => modelOf(desk, model).model.storyLink.get(link.id)?.clause;
  return { ...world, desk, at, link, write, clauseOf, breakReading: () => (broken = true) };
}

test('a clause that cannot be read again is written, not linked, and says so; its text can be undone', async () => {
  const { write, clauseOf, breakReading, describe: text } = await silentStory();
  const before = text(3);
  breakReading();
  const done = await write('anybody else reading them');
  expect(done.message).toMatch(/in #3, but not linked\./);
  expect(text(3)).toContain('WITHOUT anybody else reading them');
  expect(clauseOf()).toBeUndefined();
  await done.deed?.undo();
  expect(text(3)).toBe(before);
});

test('a link that throws leaves the written deed; trying again links without writing twice', async () => {
  const { write, clauseOf, describe: text, desk, at } = await silentStory();
  const edit = desk.edit.bind(desk);
  desk.edit = () => {
    throw new Error('This threat model is read-only.');
  };
  const done = await write('anybody else reading them');
  expect(done.message).toBe('The clause is in #3, but not linked. This threat model is read-only.');
  expect(done.deed).toBeDefined();
  const written = text(3);
  desk.edit = edit;
  expect((await write('anybody else reading them')).message).toBe('The clause of #3 is linked.');
  expect(text(3)).toBe(written);
  expect(clauseOf()).toBeDefined();
  await desk.sessionOf(at.model.info.id).idle();
});

test('the words of a knowledge base come before those made from the title', async () => {
  const { at, link } = await silentStory();
  const threat = at.model.threat.get(link.threat);
  if (!threat) throw new Error('The link has its threat.');
  expect(wordsFor(at, threat, 'WITHOUT others reading {target.name}')).toMatch(/^others reading [^{}]+$/);
  expect(wordsFor(at, threat)).not.toMatch(/^others reading/);
});
