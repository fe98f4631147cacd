/** What the widgets of a dashboard ask: figures alone, without the verbs that change something. */
import { adviseSprint } from '../core/advice/sprint-advice';
import type { SprintAdvice } from '../core/advice/sprint-advice';
import type { Pace } from '../core/advice/pace';
import { checkAlignment } from '../core/alignment/check-alignment';
import { judgeFindings } from '../core/alignment/dismissals';
import type { Finding } from '../core/alignment/finding';
import { countFindings } from '../core/alignment/finding-days';
import type { FindingDay } from '../core/alignment/finding-days';
import type { AlignmentPicture, Sprint } from '../core/alignment/picture';
import { asId, modelId } from '../core/model/ids';
import { assess } from '../core/risk/assess';
import { severalTargets, targetOf } from '../core/risk/target';
import { sumTrends } from '../core/risk/several-trends';
import { riskTrend } from '../core/risk/trend';
import type { Trend } from '../core/risk/trend';
import { trendDates } from '../core/risk/trend-dates';
import { keepFindingDay } from './finding-history';
import { readKeptHistories } from './kept-histories';
import { listModels } from './list-models';
import { openModel } from './open-model';
import type { OpenedModel } from './open-model';
import type { Ports } from './ports';
import { openPolicy } from './project-policy';
import { readAlignment } from './read-alignment';

/** Which models: one by its id, or all of the project. */
export type Wanted = string | undefined;
export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface TrendFigures {
  readonly models: readonly Named[];
  readonly trend: Trend;
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
      readonly models: readonly Named[];
    };

export interface WidgetApp {
  models(): Promise<readonly Named[]>;
  /** Rejects with AccessError, as the others do. `days`: how far back. */
  trend(wanted: Wanted, days: number): Promise<TrendFigures>;
  alignment(wanted: Wanted): Promise<AlignmentFigures>;
  /** Of the sprint that is current in the team. */
  sprint(wanted: Wanted, team: string): Promise<SprintFigures>;
}

const named = ({ model: { info } }: Pick<OpenedModel, 'model'>): Named => ({ id: info.id, name: info.name });
const oneDay = 24 * 60 * 60 * 1000;

async function openWanted(ports: Ports, projectId: string, wanted: Wanted): Promise<readonly OpenedModel[]> {
  const policy = openPolicy(ports, projectId);
  if (wanted !== undefined) {
    const id = asId(modelId, wanted);
    return id ? [await openModel(ports, projectId, id, policy)] : [];
  }
  const ids = (await listModels(ports, projectId)).flatMap((each) => asId(modelId, each.id) ?? []);
  return Promise.all(ids.map((id) => openModel(ports, projectId, id, policy)));
}

async function readTrend(
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
    items.length > 0 ? await readKeptHistories(ports, projectId, [...new Set(items)]) : new Map();
  const now = ports.clock.now();
  const from = new Date(Date.parse(now) - given.days * oneDay).toISOString();
  const dates = trendDates([from], now);
  const trends = models.map((model) => riskTrend({ model, histories, dates }));
  const targets = models.map((model) => targetOf(model, assess(model, new Map()))?.points);
  return { models: opened.map(named), trend: sumTrends(trends), target: severalTargets(targets) };
}

/** The picture with the wanted model alone, where one is wanted. */
function picked(picture: AlignmentPicture, wanted: Wanted): AlignmentPicture {
  if (wanted === undefined) return picture;
  return { ...picture, models: picture.models.filter(({ model }) => model.info.id === wanted) };
}

async function readFigures(ports: Ports, projectId: string, wanted: Wanted): Promise<AlignmentFigures> {
  const { picture, opened, problems } = await readAlignment(ports, { projectId, sprint: undefined });
  const all = judgeFindings(checkAlignment(picture), picture).open;
  const own = wanted === undefined ? all : all.filter(({ subject }) => subject.model === wanted);
  const today = countFindings(all, ports.clock.now());
  // A count over models of which one could not be read would be a dent in the line that means nothing.
  const days = problems.length > 0 ? [today] : await keepFindingDay(ports, projectId, today);
  const models = opened.map(named).filter(({ id }) => wanted === undefined || id === wanted);
  return { models, open: own, days: wanted === undefined ? days : [] };
}

function isCurrent({ start, finish }: Sprint, now: string): boolean {
  if (start === undefined || finish === undefined) return false;
  // The last day counts whole.
  return Date.parse(start) <= Date.parse(now) && Date.parse(now) < Date.parse(finish) + oneDay;
}

async function readSprint(
  ports: Ports,
  projectId: string,
  given: { wanted: Wanted; team: string },
): Promise<SprintFigures> {
  const sprints = await ports.backlog.sprints(given.team);
  const sprint = sprints.find((each) => isCurrent(each, ports.clock.now()));
  if (!sprint) return { kind: 'none' };
  const [{ picture, opened }, pace] = await Promise.all([
    readAlignment(ports, { projectId, sprint }),
    ports.backlog.pace(given.team, sprint).catch((): Pace => ({})),
  ]);
  const models = opened.map(named).filter(({ id }) => given.wanted === undefined || id === given.wanted);
  return { kind: 'sprint', sprint, models, advice: adviseSprint(picked(picture, given.wanted), pace) };
}

export function createWidgetApp(ports: Ports, projectId: string): WidgetApp {
  return {
    models: async () =>
      (await listModels(ports, projectId)).flatMap((each) =>
        each.kind === 'damaged' ? [] : [{ id: each.id, name: each.info.name }],
      ),
    trend: (wanted, days) => readTrend(ports, projectId, { wanted, days }),
    alignment: (wanted) => readFigures(ports, projectId, wanted),
    sprint: (wanted, team) => readSprint(ports, projectId, { wanted, team }),
  };
}
