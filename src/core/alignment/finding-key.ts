/** The name of a finding that stays the same over runs, so that decisions about it stay attached. */
import type { FindingSubject } from './finding';

/**
 * The ids of the subject. A link stands for its threat, story and clause: a clause that moves does not make another
 * finding. A Task is left out: it may be made while the finding stays the same. Only where nothing else is named it counts.
 */
function subjectKey(subject: FindingSubject): string {
  const { model, threat, link, mitigation, requirement, acceptance, event, story, task, clause } = subject;
  if (link !== undefined) return [model, link].join('/');
  const place = clause && `${clause.field}:${clause.ordinal}`;
  const parts = [model, threat, mitigation, requirement, acceptance, event, story, place].filter(
    (part) => part !== undefined,
  );
  const isTaskAlone = task !== undefined && parts.length === (model === undefined ? 0 : 1);
  return [...parts, ...(isTaskAlone ? [task] : [])].join('/');
}

export function findingKey(ruleId: string, subject: FindingSubject): string {
  return `${ruleId}@${subjectKey(subject)}`;
}
