import { TextDecoder, TextEncoder } from 'node:util';
import { act, fireEvent, render } from '@testing-library/react';
import * as React from 'react';
import { MemoryDocuments } from '../../adapters/memory/memory-documents';
import { ModelSession } from './session';
import { hubWorld, smallModel } from './testing/hub-world';
import { useNews } from './use-news';

Object.assign(globalThis, { TextDecoder, TextEncoder });

function Watcher({ session }: { readonly session: ModelSession }): null {
  useNews(session);
  return null;
}

/** A model that nobody else writes into, on a page; what is asked of the store is counted. */
async function watched() {
  const { app } = hubWorld(new MemoryDocuments());
  const opened = await app.createModel(smallModel(app, ['A']));
  const asked = { notes: 0, model: 0 };
  const session = new ModelSession(
    {
      ...app,
      lookForNews: () => {
        asked.notes += 1;
        return Promise.resolve('nothing');
      },
      openModel: (id) => {
        asked.model += 1;
        return app.openModel(id);
      },
    },
    opened,
  );
  jest.useFakeTimers();
  render(<Watcher session={session} />);
  const attend = () =>
    act(async () => {
      fireEvent.focus(window);
      await jest.advanceTimersByTimeAsync(0);
    });
  return { asked, attend };
}
afterEach(() => void jest.useRealTimers());

test('a page that gets attention asks for the notes of others, not for the whole model', async () => {
  const { asked, attend } = await watched();
  await attend();
  await attend();
  expect(asked).toEqual({ notes: 2, model: 0 });
});

test('after a minute it reads the model, too: somebody may write without a note', async () => {
  const { asked, attend } = await watched();
  jest.setSystemTime(Date.now() + 60_000);
  await attend();
  expect(asked).toEqual({ notes: 1, model: 1 });
});
