import { act, render, screen } from '@testing-library/react';
import * as React from 'react';
import { afterPaint, usePainted } from './after-paint';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

test('it is settled after the next frame, not before', async () => {
  const settled = jest.fn();
  const frames = jest.spyOn(window, 'requestAnimationFrame').mockReturnValue(1);
  void afterPaint().then(settled);
  await jest.advanceTimersByTimeAsync(100);
  expect(settled).not.toHaveBeenCalled();
  frames.mock.calls.forEach(([draw]) => draw(0));
  await jest.advanceTimersByTimeAsync(20);
  expect(settled).toHaveBeenCalledTimes(1);
});

test('a page that draws no frames is waited for, but not for ever', async () => {
  const settled = jest.fn();
  jest.spyOn(window, 'requestAnimationFrame').mockReturnValue(1);
  void afterPaint().then(settled);
  await jest.advanceTimersByTimeAsync(250);
  expect(settled).toHaveBeenCalledTimes(1);
});

test('what may come later is there after the first picture', async () => {
  function Later(): React.ReactElement {
    return <p>{usePainted() ? 'the whole list' : 'its head'}</p>;
  }
  const { unmount } = render(<Later />);
  screen.getByText('its head');
  await act(() => jest.advanceTimersByTimeAsync(250));
  screen.getByText('the whole list');
  unmount();
});
