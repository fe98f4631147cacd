import * as React from 'react';
import { fireEvent, render, screen } from '@testing-library/react';
import { FigureWhy, WidgetPlaceContext } from './FigureWhy';

test('the reasons lie over the widget, lead to what they name, and go away with Esc', () => {
  const go = jest.fn();
  const reasons = jest.fn(() => ({
    rules: ['Added up.'],
    rows: [
      { key: 'a', name: 'Tampering', value: '24', query: { model: 'm', threat: 't' } },
      { key: 'others', name: '3 other threats', value: '8' },
    ],
  }));
  render(
    <WidgetPlaceContext.Provider value={{ hub: 'https://a.example/hub', go }}>
      <FigureWhy text="32" of="Risk now" reasons={reasons} />
    </WidgetPlaceContext.Provider>,
  );
  const figure = screen.getByRole('button', { name: '32, why this number: Risk now' });
  expect(reasons).not.toHaveBeenCalled();
  fireEvent.click(figure);
  screen.getByRole('dialog', { name: 'Why this number: Risk now' });
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Close' }));
  fireEvent.click(screen.getByRole('link', { name: 'Tampering' }));
  expect(go).toHaveBeenCalledWith('https://a.example/hub?model=m&threat=t');
  expect(screen.queryByRole('link', { name: '3 other threats' })).toBeNull();
  fireEvent.keyDown(screen.getByText('Added up.'), { key: 'Escape' });
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(figure);
});
