import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import * as React from 'react';
import { useFocusKept } from './use-focus-kept';

function Page() {
  const frame = useFocusKept();
  const [drawn, setDrawn] = React.useState<'yes' | 'no'>('no');
  return (
    <main ref={frame}>
      <button>Stays</button>
      <section data-testid="part">
        {drawn === 'no' ? <button onClick={() => setDrawn('yes')}>Start drawing</button> : <p>The sheet</p>}
      </section>
    </main>
  );
}
const press = (name: string) => {
  screen.getByRole('button', { name }).focus();
  fireEvent.click(screen.getByRole('button', { name }));
};

test('what goes away when it is pressed leaves the focus to what it stood in', async () => {
  render(<Page />);
  press('Start drawing');
  screen.getByText('The sheet');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('part')));
  screen.getByRole('button', { name: 'Stays' }).focus();
  expect(screen.getByTestId('part').hasAttribute('tabindex')).toBe(false);
});

test('also what goes away later, when the answer to the press has come', async () => {
  function Asking() {
    const frame = useFocusKept();
    const [asked, setAsked] = React.useState<'yes' | 'no'>('no');
    const ask = () => void setTimeout(() => setAsked('yes'), 20);
    return (
      <main ref={frame}>
        <section data-testid="part">
          {asked === 'no' ? <button onClick={ask}>Approve</button> : <p>Approved</p>}
        </section>
      </main>
    );
  }
  render(<Asking />);
  press('Approve');
  await screen.findByText('Approved');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('part')));
});

test('what stays keeps it, and a press beside takes it nowhere', async () => {
  render(<Page />);
  press('Stays');
  await Promise.resolve();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Stays' }));
  screen.getByRole('button', { name: 'Stays' }).blur();
  fireEvent.click(screen.getByTestId('part'));
  await new Promise((done) => setTimeout(done, 0));
  expect(document.activeElement).toBe(document.body);
});
