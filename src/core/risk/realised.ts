/** Is a requirement realised? What stands for it, from the wish to the work that is done, and what is missing (R49 to R52). */
import type { Requirement } from '../model/decisions';
import type { Mitigation } from '../model/mitigation';
import type { Model } from '../model/model';
import type { ModelIndex } from '../model/model-index';
import { workingFor } from '../model/requirement-family';
import type { ThreatId } from '../model/ids';
import { effectiveStatus, effectOf } from './effective-status';
import type { WorkItemStates } from './effective-status';

/** Empty cells of the row, each a finding. */
export type Missing = 'story' | 'mitigation' | 'work-item' | 'done';

export interface Realised {
  readonly requirement: Requirement;
  /** Its own, and those behind the threats that it is about; ascending. */
  readonly stories: readonly number[];
  /** Those that are still in the model. */
  readonly threats: readonly ThreatId[];
  readonly mitigations: readonly Mitigation[];
  /** Its own, and the Tasks of its mitigations; ascending. */
  readonly workItems: readonly number[];
  /** Of mitigations and own work items: how many there are, and how many have effect today. */
  readonly parts: number;
  readonly done: number;
  readonly verdict: 'nothing' | 'planned' | 'partly' | 'realised';
  readonly missing: readonly Missing[];
}

const ascending = (ids: Iterable<number>): readonly number[] => [...new Set(ids)].sort((a, b) => a - b);

interface Given {
  readonly model: Model;
  readonly index: ModelIndex;
  readonly states: WorkItemStates;
}

/** Done where it is used: at every place that it treats; one that treats nothing is done when its own status says so. */
function isDone(mitigation: Mitigation, { model, index, states }: Given): boolean {
  const realisations = index.realisationsOfMitigation(mitigation.id);
  const treatments = index.treatmentsOfMitigation(mitigation.id);
  if (treatments.length === 0) return effectOf(mitigation.status.kind) === 'now';
  return treatments.every((treatment) => {
    const { kind } = effectiveStatus({ model, treatment, mitigation, realisations, states }).status;
    return effectOf(kind) === 'now' || kind === 'not-applicable' || kind === 'rejected';
  });
}

function verdictOf(parts: number, done: number): Realised['verdict'] {
  if (parts === 0) return 'nothing';
  if (done === parts) return 'realised';
  return done === 0 ? 'planned' : 'partly';
}

function missingIn(row: Omit<Realised, 'missing' | 'verdict'>): readonly Missing[] {
  const { requirement, stories, mitigations, workItems, parts, done } = row;
  const all: readonly (readonly [Missing, boolean])[] = [
    ['story', stories.length === 0],
    ['mitigation', mitigations.length === 0 && requirement.workItems.length === 0],
    ['work-item', workItems.length === 0 && done < parts],
    ['done', parts > 0 && done === 0],
  ];
  return all.flatMap(([what, is]) => (is ? [what] : []));
}

/** One requirement's row. O(mitigations). */
export function realisedBy(requirement: Requirement, given: Given): Realised {
  const { model, index, states } = given;
  const threats = requirement.threats.filter((id) => model.threat.has(id));
  const mitigations = workingFor(model, requirement);
  const tasks = mitigations.flatMap(({ id }) =>
    index.realisationsOfMitigation(id).flatMap(({ workItem }) => workItem ?? []),
  );
  const ownDone = requirement.workItems.filter((id) => states.get(id)?.category === 'Completed').length;
  const row = {
    requirement,
    stories: ascending([
      ...requirement.stories,
      ...threats.flatMap((id) => index.linksOfThreat(id).map(({ story }) => story)),
    ]),
    threats,
    mitigations,
    workItems: ascending([...requirement.workItems, ...tasks]),
    parts: mitigations.length + requirement.workItems.length,
    done: mitigations.filter((each) => isDone(each, given)).length + ownDone,
  };
  return { ...row, verdict: verdictOf(row.parts, row.done), missing: missingIn(row) };
}

/** The matrix: a row for each requirement, the least realised first, then by title. */
export function realisedMatrix(given: Given): readonly Realised[] {
  const order: readonly Realised['verdict'][] = ['nothing', 'planned', 'partly', 'realised'];
  return [...given.model.requirement.values()]
    .map((requirement) => realisedBy(requirement, given))
    .sort(
      (a, b) =>
        order.indexOf(a.verdict) - order.indexOf(b.verdict) ||
        a.requirement.title.localeCompare(b.requirement.title, 'en', { numeric: true }),
    );
}
