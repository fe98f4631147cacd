/** What no format of another tool holds, counted from the model: the common part of every loss report. */
import type { Report } from '../formats/report';
import type { Kind, Model } from '../model/model';

/** What a kind is called in a report, in the plural. */
const words: Partial<Record<Kind, string>> = {
  realisation: 'links to Tasks',
  storyLink: 'links to stories',
  clause: 'WITHOUT clauses',
  knowledge: 'entries of knowledge packages',
  question: 'questions and answers',
  requirement: 'requirements',
  assumption: 'assumptions',
  acceptance: 'accepted risks',
  dismissal: 'decisions about findings',
  timeEntry: 'entries of time',
  event: 'events for operations',
  incident: 'incidents',
  evidence: 'counts of alerts',
  comment: 'comments',
  review: 'reviews',
};

/** One row for each kind that the model has and the format has no place for. */
export function reportKinds(
  report: Report,
  model: Model,
  formatName: string,
  held: readonly Kind[] = [],
): void {
  for (const [kind, what] of Object.entries(words) as [Kind, string][])
    if (!held.includes(kind)) report.add(what, `${formatName} has no place for them`, model[kind].size);
}
