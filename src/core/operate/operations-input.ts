/** What the files for operations are made from. */
import type { SecurityEvent } from '../model/event';
import type { Model } from '../model/model';
import type { ModelIndex } from '../model/model-index';
import type { Assessment } from '../risk/assess';
import { markdownText } from './escape';

/** What a report says of a work item. */
export interface ReportItem {
  readonly title: string;
  readonly state: string;
  /** Whose it is: teams are known by their area. */
  readonly areaPath: string;
  readonly iterationPath: string;
}

export interface OperationsInput {
  readonly model: Model;
  readonly index: ModelIndex;
  readonly assessment: Assessment;
  /** Address of the hub without query, so that a reader can open what is named. */
  readonly hubUrl: string;
  /** Address of the project, for work items; absent = they are named by number alone. */
  readonly projectUrl?: string;
  /** Tasks and stories that the reader may see; absent = nothing is known but their numbers. */
  readonly items?: ReadonlyMap<number, ReportItem>;
}

/** A work item in Markdown: its number as a link, its title and state where they are known. */
export function workItemText({ projectUrl, items }: OperationsInput, id: number): string {
  const link =
    projectUrl === undefined ? `work item ${id}` : `[#${id}](<${projectUrl}/_workitems/edit/${id}>)`;
  const known = items?.get(id);
  return known ? `${link} ${markdownText(known.title)} (${markdownText(known.state)})` : link;
}

/** Who writes the event into the log, and how far that is. */
export function writtenBy(input: OperationsInput, event: SecurityEvent): string {
  const { model, index, assessment } = input;
  if (event.source === 'platform') return 'the platform';
  const mitigation = event.mitigation === undefined ? undefined : model.mitigation.get(event.mitigation);
  if (!mitigation) return 'nobody has planned it yet';
  const factors = [...assessment.threats.values()].flatMap(({ factors: each }) => each);
  const effect = factors.find((factor) => factor.mitigation === mitigation)?.effect;
  const words = effect === undefined ? '' : ` (${effectWords[effect]})`;
  const tasks = index.realisationsOfMitigation(mitigation.id).flatMap(({ workItem }) => workItem ?? []);
  const named = tasks.map((id) => workItemText(input, id)).join(', ');
  return `${markdownText(mitigation.title)}${words}${named === '' ? '' : `, ${named}`}`;
}

/** How far a mitigation is, for somebody outside of the team. */
export const effectWords = { now: 'in place', planned: 'planned', none: 'missing' } as const;
