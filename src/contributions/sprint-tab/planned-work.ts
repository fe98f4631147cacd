/** Figure 2 of the paper as data: each planned story, its clauses, the threats behind them, and their mitigations. */
import type { AlignmentPicture, ModelPicture, Sprint, StoryPicture } from '../../core/alignment/picture';
import { liesWithin } from '../../core/alignment/scope';
import { applyingLinks, foundClause } from '../../core/alignment/story-links';
import type { FoundClause } from '../../core/clauses/clause';
import type { ModelId } from '../../core/model/ids';
import type { Mitigation, Status } from '../../core/model/mitigation';
import { partLeft } from '../../core/risk/assess';
import type { Factor, ThreatRisk } from '../../core/risk/assess';
import type { WorkItem } from '../../core/sync/backlog-picture';

/** Where the work for a mitigation stands, seen from the sprint. */
export type Standing =
  | { readonly kind: 'done' }
  | { readonly kind: 'in-sprint'; readonly task: WorkItem }
  | { readonly kind: 'elsewhere'; readonly task: WorkItem }
  | { readonly kind: 'no-task' }
  /** The Task is named by the model, and it is removed or deleted, or this person may not see it. */
  | { readonly kind: 'unseen'; readonly task: number };

export interface PlannedMitigation {
  readonly model: ModelId;
  readonly mitigation: Mitigation;
  readonly status: Status;
  readonly standing: Standing;
  /** Points that it would take from the threats of this story; 0 where it has its effect already. */
  readonly removes: number;
  /** The same as a share of the risk of this story's threats now, 0 to 1. */
  readonly share: number;
}

export interface PlannedThreat {
  readonly model: ModelId;
  readonly risk: ThreatRisk;
  /** The clauses of the story that it is linked by; empty = linked to the story as a whole. */
  readonly clauses: readonly FoundClause[];
}

export interface PlannedStory {
  readonly story: StoryPicture;
  readonly threats: readonly PlannedThreat[];
  /** Clauses that no threat is linked to. */
  readonly looseClauses: readonly FoundClause[];
  /** Most helpful first; rejected and not applicable ones are left out. */
  readonly mitigations: readonly PlannedMitigation[];
  /** Points of its threats now. */
  readonly risk: number;
}

export interface PlannedWork {
  /** Those that say something, most pressing first. */
  readonly stories: readonly PlannedStory[];
  /** Planned stories without clause and without threat. */
  readonly silent: readonly StoryPicture[];
  /** Points over the threats of all planned stories, each threat once. */
  readonly now: number;
  /** The same when every mitigation of them were done. */
  readonly after: number;
  /** The same when what is in the sprint is done. */
  readonly withSprint: number;
}

const isRuledOut = ({ effective }: Factor): boolean =>
  effective.status.kind === 'rejected' || effective.status.kind === 'not-applicable';

/** In the sprint, or in a part of it. */
export const isIn = (item: WorkItem, sprint: Sprint): boolean => liesWithin(item.iterationPath, sprint.path);

function standingOf(picture: AlignmentPicture, model: ModelPicture, factor: Factor): Standing {
  if (factor.effect === 'now') return { kind: 'done' };
  const numbers = model.index
    .realisationsOfMitigation(factor.mitigation.id)
    .filter(({ covers }) => covers === 'all' || covers.includes(factor.treatment.id))
    .flatMap(({ workItem }) => workItem ?? []);
  const [first] = numbers;
  if (first === undefined) return { kind: 'no-task' };
  // Nobody works on a removed Task, though it keeps its iteration.
  const tasks = numbers
    .flatMap((id) => picture.tasks.get(id) ?? [])
    .filter(({ category }) => category !== 'Removed');
  const here = tasks.find((task) => picture.sprint && isIn(task, picture.sprint));
  if (here) return { kind: 'in-sprint', task: here };
  const [task] = tasks;
  return task ? { kind: 'elsewhere', task } : { kind: 'unseen', task: first };
}

/** The same mitigation may treat several threats of the story: it is one line, with all that it removes. */
function mitigationsOf(
  picture: AlignmentPicture,
  threats: readonly PlannedThreat[],
  risk: number,
): readonly PlannedMitigation[] {
  const lines = new Map<string, PlannedMitigation>();
  for (const { model: id, risk: threat } of threats) {
    const model = picture.models.find((each) => each.model.info.id === id);
    if (!model) continue;
    for (const factor of threat.factors) {
      if (isRuledOut(factor)) continue;
      const key = `${id}/${factor.mitigation.id}`;
      const before = lines.get(key);
      const standing = standingOf(picture, model, factor);
      const removes = (before?.removes ?? 0) + (standing.kind === 'done' ? 0 : threat.current * factor.share);
      lines.set(key, {
        model: id,
        mitigation: factor.mitigation,
        // Done at one place and open at another is still something to do.
        status: before && before.standing.kind !== 'done' ? before.status : factor.effective.status,
        standing: before && before.standing.kind !== 'done' ? before.standing : standing,
        removes,
        share: risk > 0 ? removes / risk : 0,
      });
    }
  }
  return [...lines.values()].sort((a, b) => b.removes - a.removes);
}

function plannedStory(picture: AlignmentPicture, story: StoryPicture): PlannedStory {
  const threats: PlannedThreat[] = [];
  const named = new Set<FoundClause>();
  let whole = 0;
  for (const { at, link, story: linked, clause } of applyingLinks(picture)) {
    const risk = at.assessment.threats.get(link.threat);
    if (linked !== story || !risk) continue;
    if (clause.kind === 'none') whole += 1;
    const found = foundClause(clause);
    const clauses = found ? [found] : [];
    if (found) named.add(found);
    const model = at.model.info.id;
    // A copy of a model has the same threat ids.
    const place = threats.findIndex((each) => each.model === model && each.risk.threat.id === link.threat);
    const before = threats[place];
    if (before) threats[place] = { ...before, clauses: [...before.clauses, ...clauses] };
    else threats.push({ model, risk, clauses });
  }
  const risk = threats.reduce((sum, each) => sum + each.risk.current, 0);
  return {
    story,
    threats: threats.sort((a, b) => b.risk.current - a.risk.current),
    // A link that names no clause stands for all clauses of the story.
    looseClauses: whole > 0 ? [] : story.clauses.filter((clause) => !named.has(clause)),
    mitigations: mitigationsOf(picture, threats, risk),
    risk,
  };
}

function totals(picture: AlignmentPicture, stories: readonly PlannedStory[]) {
  const seen = new Set<string>();
  const sum = { now: 0, after: 0, withSprint: 0 };
  for (const { threats } of stories) {
    for (const { model: id, risk } of threats) {
      const key = `${id}/${risk.threat.id}`;
      const model = picture.models.find((each) => each.model.info.id === id);
      if (seen.has(key) || !model) continue;
      seen.add(key);
      const helps = (factor: Factor, kinds: readonly Standing['kind'][]) =>
        !isRuledOut(factor) && kinds.includes(standingOf(picture, model, factor).kind);
      sum.now += risk.current;
      sum.after += risk.inherent * partLeft(risk.factors, (factor) => !isRuledOut(factor));
      sum.withSprint +=
        risk.inherent * partLeft(risk.factors, (factor) => helps(factor, ['done', 'in-sprint']));
    }
  }
  return sum;
}

/** Mitigations whose work is not in the sprint: what the planning is about. */
export const notPlanned = ({ mitigations }: PlannedStory): readonly PlannedMitigation[] =>
  mitigations.filter(({ standing }) => standing.kind !== 'done' && standing.kind !== 'in-sprint');

/** What the sprint of the picture needs. Pure; a picture without a sprint has nothing planned. */
export function plannedWork(picture: AlignmentPicture): PlannedWork {
  const { sprint } = picture;
  const planned = [...picture.stories.values()].filter(
    ({ item }) => sprint !== undefined && isIn(item, sprint),
  );
  const read = planned.map((story) => plannedStory(picture, story));
  const stories = read
    .filter(({ threats, looseClauses }) => threats.length > 0 || looseClauses.length > 0)
    .sort((a, b) => notPlanned(b).length - notPlanned(a).length || b.risk - a.risk);
  const silent = read.filter((each) => !stories.includes(each)).map(({ story }) => story);
  return { stories, silent, ...totals(picture, stories) };
}
