import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { MemoryDocuments } from '../../adapters/memory/memory-documents';
import { OpenSessions } from './open-sessions';
import { hubWorld, smallModel } from './testing/hub-world';
import { openShop } from './testing/open-shop';

async function rename(name: string) {
  fireEvent.click(await screen.findByRole('button', { name: 'Rename' }));
  const input = screen.getByRole('textbox', { name: 'Name of the threat model' });
  fireEvent.change(input, { target: { value: name } });
  fireEvent.blur(input);
}

/** Two models; the edit in the first could not be saved. */
async function refused() {
  const world = await openShop({ documents: new MemoryDocuments() });
  const other = smallModel(world.app, ['Leak']);
  const second = { ...other, info: { ...other.info, name: 'Second' } };
  await world.app.createModel(second);
  world.documents.failAt({ call: 1, when: 'before' });
  await rename('Kept');
  await screen.findByText(/Not saved:/);
  return { ...world, second };
}

describe('an edit that could not be saved', () => {
  test('is there after the list of models was shown, and Retry saves it', async () => {
    const { stored, navigation, model } = await refused();
    fireEvent.click(screen.getByRole('button', { name: /All threat models/ }));
    await screen.findByRole('heading', { name: 'Threat models' });
    expect(screen.getByText(/“Kept” has edits that are not saved/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Open “Kept”' }));
    await screen.findByRole('heading', { name: 'Kept', level: 1 });
    expect(navigation.query['model']).toBe(model.info.id);
    await waitFor(async () => expect((await stored()).info.name).toBe('Kept'));
  });

  test('is there after the address named another model', async () => {
    const { navigation, model, second } = await refused();
    act(() => navigation.visit({ model: second.info.id }));
    await screen.findByRole('heading', { name: 'Second', level: 1 });
    act(() => navigation.visit({ model: model.info.id }));
    await screen.findByRole('heading', { name: 'Kept', level: 1 });
  });

  test('warns on leaving the page while another screen is shown, and not once it is saved', async () => {
    const { stored } = await refused();
    fireEvent.click(screen.getByRole('button', { name: /All threat models/ }));
    await screen.findByRole('heading', { name: 'Threat models' });
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: 'Open “Kept”' }));
    await waitFor(async () => expect((await stored()).info.name).toBe('Kept'));
    await screen.findByText('Saved');
    expect(leave()).toBe(false);
  });

  test('goes with the model when that is deleted', async () => {
    await refused();
    fireEvent.click(screen.getByRole('button', { name: /All threat models/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Delete Web shop' }));
    fireEvent.click(screen.getByRole('button', { name: 'Delete model' }));
    await waitFor(() => expect(screen.queryByText(/“Kept” has edits/)).toBeNull());
  });
});

describe('sessions by model', () => {
  async function opened() {
    const { app } = hubWorld(new MemoryDocuments());
    const { model } = await app.createModel(smallModel(app, ['A']));
    return { app, id: model.info.id, sessions: new OpenSessions(app) };
  }
  const rename = (name: string, info: Awaited<ReturnType<typeof opened>>['id'], sessions: OpenSessions) =>
    sessions.open(info).then((session) => {
      session.apply({ label: 'Rename', info: { ...session.current.model.info, name } });
      return session.idle();
    });

  test('two openings at once are one session', async () => {
    const { id, sessions } = await opened();
    const [first, second] = await Promise.all([sessions.open(id), sessions.open(id)]);
    expect(first).toBe(second);
  });

  test('opening again shows what others saved meanwhile', async () => {
    const { app, id, sessions } = await opened();
    await sessions.open(id);
    await rename('Theirs', id, new OpenSessions(app));
    expect((await sessions.open(id)).current.model.info.name).toBe('Theirs');
  });

  test('a conflict nobody decided is still there when the model is opened again', async () => {
    const { app, id, sessions } = await opened();
    await sessions.open(id);
    await rename('Theirs', id, new OpenSessions(app));
    const mine = await sessions.open(id);
    await rename('Newer', id, new OpenSessions(app));
    mine.apply({ label: 'Rename', info: { ...mine.current.model.info, name: 'Mine' } });
    await mine.idle();
    expect(sessions.unsettled().map(({ why }) => why)).toEqual(['conflicts']);
    expect((await sessions.open(id)).current.conflicts.length).toBe(1);
  });
});
