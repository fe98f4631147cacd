/** What no format of another tool holds, counted from the model: the common part of every loss report. */
import type { Report } from '../formats/report';
import type { Kind, Model } from '../model/model';
import type { Treatment } from '../model/mitigation';

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
  upgrade: 'records of how a newer version of its source was taken over',
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
  reportFields(report, model, formatName);
}

/** Two people may treat a threat with one mitigation at once: all treatments of a pair but its first. O(treatments). */
export function twins(model: Pick<Model, 'treatment'>): readonly Treatment[] {
  const seen = new Set<string>();
  return [...model.treatment.values()].filter(({ threat, mitigation }) => {
    const pair = `${threat} ${mitigation}`;
    return seen.has(pair) || !seen.add(pair);
  });
}

/** For formats that we read as one drawing: several diagrams become one, and an empty one goes. */
export function reportDiagrams(report: Report, model: Model, why: string): void {
  const elements = [...model.element.values()];
  const drawn = [...elements, ...model.boundary.values()].filter(({ drawing }) => drawing).length;
  const isBoxless =
    elements.some(({ drawing }) => !drawing) ||
    [...model.boundary.values()].some(({ drawing }) => drawing.shape === 'line');
  report.add('diagrams of their own', why, model.diagram.size > 1 || drawn === 0 ? model.diagram.size : 0);
  report.add(
    'places beside parts without a box',
    'importing it here draws all parts anew as soon as one of them is not drawn, or only as a line',
    isBoxless ? drawn : 0,
  );
}

/** Facts of the parts, threats and mitigations that only our own file holds. */
function reportFields(report: Report, model: Model, formatName: string): void {
  const parts = [...model.element.values(), ...model.flow.values(), ...model.boundary.values()];
  const [threats, mitigations] = [[...model.threat.values()], [...model.mitigation.values()]];
  const none = `${formatName} has no place for them`;
  const { info } = model;
  const settings = [info.scope.length > 0, info.policies, info.properties, info.context, info.knowledge];
  const decisions = [info.notNeeded, info.stateMap, info.target, info.reviewed];
  report.add('settings of the model', none, [...settings, ...decisions].filter(Boolean).length);
  report.add(
    'sources of parts, threats and mitigations',
    `${formatName} does not tell drawn from given by a rule: all come back as imported from this file`,
    [...parts, ...threats, ...mitigations].filter(({ origin }) => origin.kind !== 'person').length,
  );
  report.add(
    'places on the backlog',
    none,
    [...model.element.values()].filter(({ backlog }) => backlog).length,
  );
  report.add(
    'ends at notes on the drawing',
    none,
    [...model.flow.values()].filter(({ endsAtNote }) => endsAtNote).length,
  );
  report.add(
    'marks of what its source does not give any more',
    none,
    [...parts, ...threats, ...mitigations].filter(({ stale }) => stale !== undefined).length,
  );
  report.add(
    'doubts about threats',
    `${formatName} has no threats that are not sure`,
    threats.filter(({ tentative }) => tentative !== undefined).length,
  );
  report.add('days when threats were found', none, threats.filter(({ found }) => found !== undefined).length);
  report.add(
    'decisions by type of part',
    `${formatName} has one state for each mitigation and place: what counts there is written`,
    mitigations.filter(({ given, byType }) => given !== undefined || byType !== undefined).length,
  );
  report.add(
    'relations between mitigations',
    `${formatName} has no alternatives and prerequisites`,
    mitigations.filter(({ alternatives, requires }) => alternatives !== undefined || requires !== undefined)
      .length,
  );
  report.add(
    'second treatments of a threat with the same mitigation',
    `${formatName} knows each pair once: the first one is written`,
    twins(model).length,
  );
}
