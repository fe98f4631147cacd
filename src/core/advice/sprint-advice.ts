/** Advice on a sprint: story by story what is missing, what would help most for its effort, and what is late. */
import type { AlignmentPicture, StoryPicture } from '../alignment/picture';
import type { MitigationId, ModelId, ThreatId } from '../model/ids';
import type { Mitigation } from '../model/mitigation';
import { candidatesOf, removedBy } from './candidates';
import type { ThreatAdvice } from './candidates';
import { deskOf } from './desk';
import type { Desk, Work } from './desk';
import { roomIn } from './pace';
import type { Effort, Pace } from './pace';
import { sprintTotals } from './totals';
import type { SprintTotals } from './totals';
import { isIn } from './standing';
import type { Standing } from './standing';
import { adviseOn, notPlanned } from './story-advice';
import type { StoryAdvice } from './story-advice';
import type { Warning } from './warnings';

/** Going down the ranking: does it still go into what the team can do, beside those above it that do? */
export type Fit = 'fits' | 'too-much' | 'unknown';

export interface Suggestion {
  readonly model: ModelId;
  readonly mitigation: Mitigation;
  /** At the threats of the planned stories. */
  readonly standing: Standing;
  /** What is to be brought into the sprint: its own work, and what it requires. At least one. */
  readonly missing: readonly Work[];
  readonly effort: Effort;
  /** Planned stories that it protects, in the order of their advice. */
  readonly stories: readonly number[];
  /** Points that it takes from the threats of the planned stories, each threat once. */
  readonly removes: number;
  /** What `removes` is made of: points by threat of the model, also of threats of stories that are not planned. */
  readonly gains: ReadonlyMap<ThreatId, number>;
  /** By which it is ranked: points per hour (or per story point where no hours are known). */
  readonly rate: number;
  /** True where the effort in the rate is the middle of the others, because nobody estimated it. */
  readonly assumed: boolean;
  readonly fit: Fit;
}

export interface SprintAdvice {
  /** Those that say something: the ones with most missing first, then by their risk. */
  readonly stories: readonly StoryAdvice[];
  /** Planned stories without clause and without threat. */
  readonly silent: readonly StoryPicture[];
  /** Most risk for the effort first. */
  readonly suggestions: readonly Suggestion[];
  readonly warnings: readonly Warning[];
  readonly totals: SprintTotals;
  readonly pace: Pace;
}

type Draft = Omit<Suggestion, 'rate' | 'assumed' | 'fit'>;

interface Ranked extends Pick<Suggestion, 'rate' | 'assumed'> {
  readonly draft: Draft;
}

/** The planned stories of one model, by what they bring. */
interface Planned {
  readonly threats: Map<ThreatId, ThreatAdvice>;
  readonly storiesOf: Map<MitigationId, number[]>;
}

function plannedByModel(stories: readonly StoryAdvice[]): ReadonlyMap<ModelId, Planned> {
  const planned = new Map<ModelId, Planned>();
  const of = (model: ModelId): Planned => {
    const own = planned.get(model) ?? { threats: new Map(), storiesOf: new Map() };
    planned.set(model, own);
    return own;
  };
  for (const { story, threats, mitigations } of stories) {
    for (const each of threats) of(each.model).threats.set(each.risk.threat.id, each);
    for (const { model, mitigation } of mitigations) {
      const { storiesOf } = of(model);
      const own = storiesOf.get(mitigation.id);
      if (own) own.push(story.item.id);
      else storiesOf.set(mitigation.id, [story.item.id]);
    }
  }
  return planned;
}

function draftsOf(desk: Desk, stories: readonly StoryAdvice[]): readonly Draft[] {
  return [...plannedByModel(stories)].flatMap(([model, { threats, storiesOf }]) =>
    candidatesOf(desk, [...threats.values()]).flatMap((candidate): Draft[] => {
      const { desk: own, mitigation, places } = candidate;
      const standing = own.standings.of(mitigation.id, places);
      const { missing, effort } = own.askedAt(mitigation, standing);
      const removes = missing.length === 0 ? 0 : removedBy(candidate, (threat) => threats.has(threat));
      if (removes <= 0) return [];
      return [
        {
          model,
          mitigation,
          standing,
          missing,
          effort,
          stories: storiesOf.get(mitigation.id) ?? [],
          removes,
          gains: own.benefits.of(mitigation.id).removes,
        },
      ];
    }),
  );
}

function middle(numbers: readonly number[]): number | undefined {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Efforts below this, in the unit, are taken as this much: nothing is free. */
const leastEffort = 0.25;

/** The unit in which efforts are compared: hours as soon as any is known, else points. */
function ranked(drafts: readonly Draft[]): readonly Ranked[] {
  const inHours = drafts.some(({ effort }) => effort.kind === 'hours');
  const amount = (effort: Effort): number | undefined => {
    if (effort.kind === 'hours') return effort.hours;
    return effort.kind === 'points' && !inHours ? effort.points : undefined;
  };
  const usual = middle(drafts.flatMap(({ effort }) => amount(effort) ?? [])) ?? 1;
  return drafts
    .map((draft) => {
      const known = amount(draft.effort);
      const rate = draft.removes / Math.max(known ?? usual, leastEffort);
      return { draft, rate, assumed: known === undefined };
    })
    .sort(
      ({ draft: a, rate: rateOfA }, { draft: b, rate: rateOfB }) =>
        rateOfB - rateOfA ||
        b.removes - a.removes ||
        (a.mitigation.id < b.mitigation.id ? -1 : a.mitigation.id > b.mitigation.id ? 1 : 0) ||
        (a.model < b.model ? -1 : 1),
    );
}

function fitted(suggestions: readonly Ranked[], pace: Pace): readonly Suggestion[] {
  const room = roomIn(pace);
  const left = { hours: room.hours, points: room.points };
  // Work that two suggestions share is brought once.
  const brought = new Set<Mitigation>();
  const take = (unit: 'hours' | 'points', amount: number): Fit => {
    const free = left[unit];
    if (free === undefined) return 'unknown';
    if (amount > free) return 'too-much';
    left[unit] = free - amount;
    return 'fits';
  };
  return suggestions.map(({ draft, rate, assumed }) => {
    const fresh = draft.missing.filter(({ mitigation }) => !brought.has(mitigation));
    const hours = fresh.reduce((sum, { effort }) => sum + (effort.kind === 'hours' ? effort.hours : 0), 0);
    const points = fresh.reduce((sum, { effort }) => sum + (effort.kind === 'points' ? effort.points : 0), 0);
    const isKnown = draft.effort.kind !== 'unknown';
    const fit = !isKnown ? 'unknown' : points > 0 ? take('points', points) : take('hours', hours);
    if (fit === 'fits') for (const { mitigation } of fresh) brought.add(mitigation);
    return { ...draft, rate, assumed, fit };
  });
}

/** Pure and total; a picture without a sprint has nothing planned. */
export function adviseSprint(picture: AlignmentPicture, pace: Pace = {}): SprintAdvice {
  const { sprint } = picture;
  const desk = deskOf(picture, pace);
  const planned = [...picture.stories.values()].filter(({ item }) => sprint && isIn(item, sprint));
  const read = planned.map((story) => adviseOn(desk, story));
  const says = ({ threats, looseClauses }: StoryAdvice) => threats.length > 0 || looseClauses.length > 0;
  const stories = read
    .filter(says)
    .map((advice) => ({ advice, missing: notPlanned(advice).length }))
    .sort((a, b) => b.missing - a.missing || b.advice.risk - a.advice.risk)
    .map(({ advice }) => advice);
  return {
    stories,
    silent: read.filter((each) => !says(each)).map(({ story }) => story),
    suggestions: fitted(ranked(draftsOf(desk, stories)), pace),
    warnings: stories.flatMap(({ warnings }) => warnings),
    totals: sprintTotals(desk, stories),
    pace,
  };
}
