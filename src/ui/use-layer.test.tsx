import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import * as React from 'react';
import { useLayer } from './use-layer';

/** Two stages with a state of their own: the frame around them is not drawn again when they change. */
function Stages() {
  const [stage, setStage] = React.useState<'first' | 'second'>('first');
  if (stage === 'second') return <p>The second stage</p>;
  return <button onClick={() => setStage('second')}>Go on</button>;
}

function Layer({ onClose, children }: { readonly onClose: () => void; readonly children?: React.ReactNode }) {
  const frame = useLayer(onClose);
  return (
    <div ref={frame} tabIndex={-1} data-testid="frame">
      <Stages />
      {children}
    </div>
  );
}

const frames = () => screen.getAllByTestId('frame');
/** Presses the button of a stage, which takes the focus away with it. */
function goOn(n: number) {
  const button = screen.getAllByRole('button', { name: 'Go on' })[n];
  if (!button) throw new Error(`There is no button ${n}.`);
  act(() => button.focus());
  fireEvent.click(button);
}

test('focus stays in the layer when the stage inside takes it away', async () => {
  render(<Layer onClose={() => undefined} />);
  goOn(0);
  screen.getByText('The second stage');
  await waitFor(() => expect(document.activeElement).toBe(frames()[0]));
});

test('Esc closes the layer right after its stage changed, before focus is back', () => {
  const closed: string[] = [];
  render(<Layer onClose={() => closed.push('layer')} />);
  goOn(0);
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
  expect(closed).toEqual(['layer']);
});

test('only the topmost layer takes focus and Esc', async () => {
  const closed: string[] = [];
  render(
    <>
      <Layer onClose={() => closed.push('below')} />
      <Layer onClose={() => closed.push('above')} />
    </>,
  );
  goOn(0);
  await waitFor(() => expect(document.activeElement).toBe(frames()[1]));
  act(() => frames()[1]?.blur());
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(closed).toEqual(['above']);
});

test('focus that is somewhere on purpose is left there', async () => {
  render(
    <>
      <Layer onClose={() => undefined} />
      <input aria-label="Elsewhere" />
    </>,
  );
  const elsewhere = screen.getByLabelText('Elsewhere');
  const button = screen.getByRole('button', { name: 'Go on' });
  act(() => elsewhere.focus());
  fireEvent.click(button);
  await act(async () => undefined);
  expect(document.activeElement).toBe(elsewhere);
});
