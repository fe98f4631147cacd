import { act, render, screen } from '@testing-library/react';
import * as React from 'react';
import { useWidth } from './use-width';

let room = 0;
let watching = new Set<() => void>();
/** jsdom has no layout and so no observer of it. */
class Observer {
  constructor(private readonly tell: () => void) {}
  observe(): void {
    watching.add(this.tell);
  }
  disconnect(): void {
    watching.delete(this.tell);
  }
}
const resize = (width: number) =>
  act(() => {
    room = width;
    for (const tell of watching) tell();
  });

function Chart(): React.ReactElement {
  const [ref, width] = useWidth<HTMLDivElement>(720);
  return <div ref={ref}>{`${width} wide`}</div>;
}

beforeEach(() => {
  room = 0;
  watching = new Set();
  jest.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockImplementation(() => room);
});
afterEach(() => {
  jest.restoreAllMocks();
  Reflect.deleteProperty(globalThis, 'ResizeObserver');
});

test('without a layout it is the usual one', () => {
  render(<Chart />);
  expect(screen.getByText('720 wide')).toBeTruthy();
});

test('it follows the room, keeps the last width while hidden, and stops with the chart', () => {
  Object.assign(globalThis, { ResizeObserver: Observer });
  room = 416;
  const { unmount } = render(<Chart />);
  expect(screen.getByText('416 wide')).toBeTruthy();
  resize(830);
  expect(screen.getByText('830 wide')).toBeTruthy();
  resize(0);
  expect(screen.getByText('830 wide')).toBeTruthy();
  unmount();
  expect(watching.size).toBe(0);
});
