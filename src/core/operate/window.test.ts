import type { Threshold } from '../model/event';
import { monitorRun, seesWindow, sentinelRun } from './window';

const count = (window: string): Threshold => ({ kind: 'count', count: 5, window, groupBy: [] });
const sequence = (window: string): Threshold => ({ kind: 'sequence', then: 'x', window, groupBy: [] });

test.each<[Threshold, string, string, string, string, boolean]>([
  [{ kind: 'each' }, 'PT5M', 'PT5M', 'PT5M', 'PT5M', true],
  [count('PT30S'), 'PT5M', 'PT5M', 'PT5M', 'PT5M', true],
  [count('PT5M'), 'PT5M', 'PT5M', 'PT5M', 'PT5M', true],
  [count('PT7M'), 'PT7M', 'PT7M', 'PT10M', 'PT10M', true],
  [count('PT1H'), 'PT1H', 'PT1H', 'PT1H', 'PT1H', true],
  [count('P1D'), 'P1D', 'P1D', 'P1D', 'P1D', true],
  [count('P2D'), 'P2D', 'P2D', 'P1D', 'P2D', true],
  [count('P7D'), 'P7D', 'P7D', 'P1D', 'P2D', false],
  [count('P90D'), 'P14D', 'P14D', 'P1D', 'P2D', false],
  [sequence('PT1H'), 'PT1H', 'PT2H', 'PT1H', 'PT2H', true],
  [sequence('P1D'), 'P1D', 'P2D', 'P1D', 'P2D', true],
  [sequence('P10D'), 'P10D', 'P14D', 'P1D', 'P2D', false],
])(
  '%j: Sentinel looks every %s back %s, Azure Monitor every %s back %s',
  (threshold, every, back, often, far, whole) => {
    expect(sentinelRun(threshold)).toEqual({ every, back });
    expect(monitorRun(threshold)).toEqual({ every: often, back: far });
    expect(seesWindow(threshold, monitorRun(threshold))).toBe(whole);
  },
);
