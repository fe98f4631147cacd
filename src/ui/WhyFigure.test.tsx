import * as React from 'react';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { WhyFigure } from './WhyFigure';

function table(reasons: () => React.ReactNode, openRow = () => undefined) {
  return render(
    <main>
      <table>
        <tbody>
          <tr onClick={openRow}>
            <td>
              <WhyFigure text="−24" of="Would take away: Validate input">
                {reasons}
              </WhyFigure>
            </td>
          </tr>
        </tbody>
      </table>
    </main>,
  );
}
const figure = () =>
  screen.getByRole('button', {
    name: '−24, why this number',
    description: 'Why this number: Would take away: Validate input',
  });

test('a figure says why when it is pressed, and its row stays closed', async () => {
  const openRow = jest.fn();
  const reasons = jest.fn(() => <p>Because of two threats.</p>);
  table(reasons, openRow);
  expect(reasons).not.toHaveBeenCalled();
  fireEvent.click(figure());
  const dialog = await screen.findByRole('dialog', {
    name: 'Why this number: Would take away: Validate input',
  });
  // A click in the reasons is none in the row that they belong to.
  fireEvent.click(screen.getByText('Because of two threats.'));
  expect(openRow).not.toHaveBeenCalled();
  expect(figure().getAttribute('aria-expanded')).toBe('true');
  act(() => void fireEvent.keyDown(dialog, { key: 'Escape', which: 27, keyCode: 27 }));
  expect(screen.queryByText('Because of two threats.')).toBeNull();
  expect(document.activeElement).toBe(figure());
});
