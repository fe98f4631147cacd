import { act, render, screen } from '@testing-library/react';
import * as React from 'react';
import { aModel, aRealisation, aMitigation } from '../../../tests/fixtures/sample-model';
import type { Model } from '../../core/model/model';
import type { WorkItem } from '../../core/sync/backlog-picture';
import { useWorkItems } from './work-items';
import { MemoryStories } from './testing/hub-world';

/** A backlog whose answers come when the test says so, in any order. */
class SlowBacklog {
  readonly calls: {
    readonly ids: readonly number[];
    readonly answer: () => Promise<void>;
    readonly fail: () => Promise<void>;
  }[] = [];
  readonly stories = new MemoryStories([]);

  readonly readWorkItems = (ids: readonly number[]) =>
    new Promise<ReadonlyMap<number, WorkItem>>((resolve, reject) => {
      const answer = () => act(async () => resolve(await this.stories.read(ids)));
      this.calls.push({ ids, answer, fail: () => act(async () => reject(new Error('No answer.'))) });
    });
  call(n: number) {
    const call = this.calls[n];
    if (!call) throw new Error(`There was no call ${n}.`);
    return call;
  }
}

const withTasks = (...ids: readonly number[]): Model =>
  aModel({ mitigations: [aMitigation(1)], realisations: ids.map((id, i) => aRealisation(i + 1, 1, id)) });

/** The look of the first drawing, as a dialog that was opened then still holds it. */
let oldLook: (() => void) | undefined;

function Shown({ app, model }: { readonly app: SlowBacklog; readonly model: Model }) {
  const { items, asked, problem, look } = useWorkItems(app, model);
  oldLook ??= look;
  const said = [7, 8].map((id) => items.get(id)?.title ?? (asked.has(id) ? 'gone' : '…'));
  return (
    <button onClick={look}>
      {said.join(' ')} {problem}
    </button>
  );
}

function watched() {
  oldLook = undefined;
  const app = new SlowBacklog();
  app.stories.put(7, 'Task', 'Seven');
  app.stories.put(8, 'Task', 'Eight');
  const { rerender } = render(<Shown app={app} model={withTasks(7)} />);
  const name = (model: Model) => rerender(<Shown app={app} model={model} />);
  const shown = () => screen.getByRole('button').textContent?.trim();
  return { app, name, shown };
}

test('an id is unknown until it was asked for and answered, also one that came later', async () => {
  const { app, name, shown } = watched();
  expect(shown()).toBe('… …');
  app.stories.items.delete(7);
  await app.call(0).answer();
  expect(shown()).toBe('gone …');
  name(withTasks(7, 8));
  expect(shown()).toBe('gone …');
  await app.call(1).answer();
  expect(shown()).toBe('gone Eight');
});

test('a slow answer for older ids does not replace a newer one, nor does its failure', async () => {
  const { app, name, shown } = watched();
  name(withTasks(7, 8));
  act(() => screen.getByRole('button').click());
  await app.call(1).answer();
  expect(shown()).toBe('Seven Eight');
  await app.call(0).answer();
  expect(shown()).toBe('Seven Eight');
  await app.call(2).answer();
  expect(shown()).toBe('Seven Eight');
});

test('a late failure of an older look is not shown over a newer answer', async () => {
  const { app, name, shown } = watched();
  name(withTasks(7, 8));
  await app.call(1).answer();
  await app.call(0).fail();
  expect(shown()).toBe('Seven Eight');
});

test('an answer that comes before that of a newer look counts until then', async () => {
  const { app, shown } = watched();
  act(() => screen.getByRole('button').click());
  await app.call(0).answer();
  expect(shown()).toBe('Seven …');
});

test('somebody who holds the look of an earlier drawing looks at what is there now', async () => {
  const { app, name, shown } = watched();
  name(withTasks(7, 8));
  await app.call(1).answer();
  act(() => oldLook?.());
  expect(app.call(2).ids).toEqual([7, 8]);
  await app.call(2).answer();
  expect(shown()).toBe('Seven Eight');
});
