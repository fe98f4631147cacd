/** What the widgets of a dashboard ask: figures alone, without the verbs that change something. Each loads what it needs. */
import type { MissingCount } from '../core/advice/postponed';
import type { SprintAdvice, Suggestion } from '../core/advice/sprint-advice';
import type { Finding } from '../core/alignment/finding';
import type { FindingDay } from '../core/alignment/finding-days';
import type { Sprint } from '../core/alignment/picture';
import type { LargestRisks } from '../core/risk/largest';
import type { Trend } from '../core/risk/trend';
import { listModels } from './list-models';
import type { Ports } from './ports';

/** Which models: one by its id, or all of the project. */
export type Wanted = string | undefined;
export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface TrendFigures {
  readonly models: readonly Named[];
  readonly trend: Trend;
  /** The threats that make the last point. */
  readonly parts: LargestRisks;
  /** Points; undefined where not every model has one. */
  readonly target: number | undefined;
}
export interface AlignmentFigures {
  readonly models: readonly Named[];
  readonly open: readonly Finding[];
  readonly days: readonly FindingDay[];
}
export type SprintFigures =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'sprint';
      readonly sprint: Sprint;
      readonly advice: SprintAdvice;
      /** What is not in the sprint, and what of it nobody postponed. */
      readonly missing: MissingCount;
      readonly suggestions: readonly Suggestion[];
      readonly models: readonly Named[];
    };

export interface WidgetApp {
  models(): Promise<readonly Named[]>;
  /** Names of the project's teams. Rejects with AccessError. */
  teams(): Promise<readonly string[]>;
  /** Rejects with AccessError, as the others do. `days`: how far back. */
  trend(wanted: Wanted, days: number): Promise<TrendFigures>;
  alignment(wanted: Wanted): Promise<AlignmentFigures>;
  /** Of the sprint that is current in the team. */
  sprint(wanted: Wanted, team: string): Promise<SprintFigures>;
}

export function createWidgetApp(ports: Ports, projectId: string): WidgetApp {
  return {
    models: async () =>
      (await listModels(ports, projectId)).flatMap((each) =>
        each.kind === 'damaged' ? [] : [{ id: each.id, name: each.info.name }],
      ),
    teams: async () => ((await ports.boards?.teams()) ?? []).map(({ name }) => name),
    trend: async (wanted, days) =>
      (await import('./widget-trend')).readTrend(ports, projectId, { wanted, days }),
    alignment: async (wanted) =>
      (await import('./widget-alignment')).readAlignmentFigures(ports, projectId, wanted),
    sprint: async (wanted, team) =>
      (await import('./widget-sprint')).readSprint(ports, projectId, { wanted, team }),
  };
}
