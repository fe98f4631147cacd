/** The risk over time of one model, or of all of a project together. */
import { asId, modelId } from '../core/model/ids';
import { assess } from '../core/risk/assess';
import { largestRisks } from '../core/risk/largest';
import { severalTargets, targetOf } from '../core/risk/target';
import { sumTrends } from '../core/risk/several-trends';
import type { StateHistory } from '../core/risk/state-history';
import { riskTrend, threatsAtPoint } from '../core/risk/trend';
import { trendDates } from '../core/risk/trend-dates';
import { readKeptHistories } from './kept-histories';
import { listModels } from './list-models';
import { openModel } from './open-model';
import type { OpenedModel } from './open-model';
import type { Ports } from './ports';
import { openPolicy } from './project-policy';
import type { TrendFigures, Wanted } from './widget-app';

const oneDay = 24 * 60 * 60 * 1000;

async function openWanted(ports: Ports, projectId: string, wanted: Wanted): Promise<readonly OpenedModel[]> {
  const policy = openPolicy(ports, projectId);
  // Whoever waits for it is told; if the others fail first, nobody waits.
  policy.catch(() => undefined);
  if (wanted !== undefined) {
    const id = asId(modelId, wanted);
    return id ? [await openModel(ports, projectId, id, policy)] : [];
  }
  const ids = (await listModels(ports, projectId)).flatMap((each) => asId(modelId, each.id) ?? []);
  return Promise.all(ids.map((id) => openModel(ports, projectId, id, policy)));
}

/** About 4 requests, 2 for each model. Rejects with AccessError. */
export async function readTrend(
  ports: Ports,
  projectId: string,
  given: { wanted: Wanted; days: number },
): Promise<TrendFigures> {
  const opened = await openWanted(ports, projectId, given.wanted);
  const models = opened.map(({ model }) => model);
  const items = models.flatMap((model) =>
    [...model.realisation.values()].flatMap(({ workItem }) => workItem ?? []),
  );
  const histories =
    items.length > 0
      ? await readKeptHistories(ports, projectId, [...new Set(items)])
      : new Map<number, StateHistory>();
  const now = ports.clock.now();
  const from = new Date(Date.parse(now) - given.days * oneDay).toISOString();
  const dates = trendDates([from], now);
  const trends = models.map((model) => riskTrend({ model, histories, dates }));
  const targets = models.map((model) => targetOf(model, assess(model, new Map()))?.points);
  return {
    models: models.map(({ info: { id, name } }) => ({ id, name })),
    trend: sumTrends(trends),
    parts: largestRisks(
      models.map((model) => ({
        model: model.info.id,
        risks: threatsAtPoint({ model, histories }, now, undefined).map(({ risk }) => risk),
      })),
    ),
    target: severalTargets(targets),
  };
}
