import { render } from '@testing-library/react';
import * as React from 'react';
import { useSteadyOrder } from './use-steady-order';

interface Row {
  readonly id: string;
  readonly value: number;
}
const idOf = (row: Row) => row.id;
const rising = (rows: readonly Row[]) => [...rows].sort((a, b) => a.value - b.value);
const falling = (rows: readonly Row[]) => [...rows].sort((a, b) => b.value - a.value);

interface IdsProps {
  readonly rows: readonly Row[];
  readonly sort: typeof rising;
  readonly where?: 'first' | 'last';
}

function Ids({ rows, sort, where }: IdsProps) {
  return <>{useSteadyOrder(rows, idOf, sort, where).map(idOf).join('')}</>;
}

test('rows stay where they are while values change, new ones come first, and another sorting sorts', () => {
  const row = (id: string, value: number): Row => ({ id, value });
  const { container, rerender } = render(
    <Ids rows={[row('c', 3), row('a', 1), row('b', 2)]} sort={rising} />,
  );
  expect(container.textContent).toBe('abc');
  const changed = [row('c', 3), row('a', 9), row('b', 2)];
  rerender(<Ids rows={changed} sort={rising} />);
  expect(container.textContent).toBe('abc');
  rerender(<Ids rows={[...changed, row('d', 5)]} sort={rising} />);
  expect(container.textContent).toBe('dabc');
  rerender(<Ids rows={changed.slice(1)} sort={rising} />);
  expect(container.textContent).toBe('ab');
  rerender(<Ids rows={changed} sort={rising} />);
  expect(container.textContent).toBe('abc');
  rerender(<Ids rows={changed} sort={falling} />);
  expect(container.textContent).toBe('acb');
});

test('new rows that come last stay where they came, among each other as well', () => {
  const row = (id: string, value: number): Row => ({ id, value });
  const old = [row('a', 1), row('b', 2)];
  const { container, rerender } = render(<Ids rows={old} sort={rising} where="last" />);
  rerender(<Ids rows={[row('d', 0), ...old]} sort={rising} where="last" />);
  expect(container.textContent).toBe('abd');
  rerender(<Ids rows={[row('c', 0), row('b', 9), row('a', 1), row('d', 0)]} sort={rising} where="last" />);
  expect(container.textContent).toBe('abdc');
  rerender(<Ids rows={[row('c', 0), row('d', 0), row('a', 1)]} sort={rising} where="last" />);
  expect(container.textContent).toBe('adc');
});
