/** When the Tasks changed, the trend that follows from it, and what it says. */
import * as React from 'react';
import type { StateHistory } from '../../../core/risk/state-history';
import { riskTrend } from '../../../core/risk/trend';
import type { Trend } from '../../../core/risk/trend';
import { trendDates } from '../../../core/risk/trend-dates';
import { percent, points } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { useLoad } from '../use-load';

export type Histories = ReadonlyMap<number, StateHistory>;

/** Draws for each point; fewer for large models, so that the page stays quick. */
const drawsFor = (threats: number): number => Math.max(40, Math.min(200, Math.round(40_000 / (threats + 1))));

export function useTrend(histories: Histories): Trend {
  const { app } = useHub();
  const { model } = useModelView();
  return React.useMemo(() => {
    const seen = [model.info.created, ...[...histories.values()].flatMap(([first]) => first?.at ?? [])];
    const dates = trendDates(seen, app.now());
    return riskTrend({ model, histories, dates, draws: drawsFor(model.threat.size) });
  }, [app, model, histories]);
}

/** Of the Tasks of the model, read again when there are others. */
export function useHistories() {
  const { app } = useHub();
  const { model } = useModelView();
  const key = [...model.realisation.values()]
    .flatMap(({ workItem }) => workItem ?? [])
    .sort((a, b) => a - b)
    .join();
  const read = React.useCallback(
    (): Promise<Histories> =>
      key === '' ? Promise.resolve(new Map()) : app.histories(key.split(',').map(Number)),
    [app, key],
  );
  return useLoad(read);
}

/** How the verdict comes about, a sentence each. */
export function verdictRules({ known: { from, to }, points: shown }: Trend): readonly string[] {
  const first = shown.find(({ basis }) => basis === 'model') ?? shown[0];
  return [
    `Of the threats that were in the model on ${first?.at.slice(0, 10) ?? 'its first day'}: ${points(from)} points then, ${points(to)} today. Threats found later are new knowledge and do not count here.`,
    'When the state of a Task changed is read from the work items themselves, so the past is there from the first day. What people decided in the model itself has no dates, and is taken as it is today.',
    'A change of less than one in a hundred is called no change.',
  ];
}

export function verdict({ known }: Trend): string {
  const { direction, from, to } = known;
  switch (direction) {
    case 'nothing':
      return 'It is too early to say where the risk goes.';
    case 'falling':
      return `The risk of the threats known at first fell from ${points(from)} to ${points(to)} points (−${percent(1 - to / from)}).`;
    case 'flat':
      return `The risk of the threats known at first stays at ${points(to)} points: that is a problem.`;
    case 'rising':
      return `The risk of the threats known at first rose from ${points(from)} to ${points(to)} points: that is a problem.`;
  }
}
