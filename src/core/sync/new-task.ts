/** A Task that is to be made: its draft, its first priority, and the fields that the process wants filled in. */
import type { RealisationId } from '../model/ids';
import type { Realisation } from '../model/mitigation';
import { textHash } from '../model/text-hash';
import { scaleOf } from '../model/project-policy';
import { inherentPoints, severityName } from '../risk/severity';
import type { SeverityName } from '../risk/severity';
import type { TaskField, WorkItemDraft } from './backlog-picture';
import { idOfPart, treatmentsOf, wantedOf } from './desk';
import type { Desk, Part, Wanted } from './desk';
import { mitigationTag } from './identity';
import { placeOf } from './placing';
import type { Place } from './placing';
import { categoryOf } from './states';
import type { RequiredField, Step } from './plan';
import { taskTitle } from './task-text';

export const titleField = 'System.Title';
export const descriptionField = 'System.Description';
export const tagsField = 'System.Tags';
/** The key of our section among the hashes of a baseline: it is no field, but a part of one. */
export const sectionKey = 'section';
const priorityField = 'Microsoft.VSTS.Common.Priority';

/** Severity of the worst threat -> first priority, 1 to 4 as Azure DevOps counts. Afterwards it is the backlog's. */
export const firstPriority: Readonly<Record<SeverityName, number>> = {
  critical: 1,
  high: 2,
  medium: 3,
  low: 4,
};

function priorityOf(desk: Desk, part: Part): Record<string, number> {
  if (!desk.taskFields?.has.has(priorityField)) return {};
  const scale = scaleOf(desk.model);
  const points = treatmentsOf(desk, part).map(({ threat }) => {
    const found = desk.model.threat.get(threat);
    return found ? inherentPoints(found, scale) : 0;
  });
  return { [priorityField]: firstPriority[severityName(Math.max(0, ...points), scale)] };
}

const isAllowed = ({ allowed }: TaskField, value: string): boolean =>
  value !== '' && (allowed === undefined || allowed.includes(value));

/** The required fields with their values: chosen now, else remembered; undefined = nobody gave one that is allowed. */
export function requiredFields({
  taskFields,
  choice,
  remembered,
}: Pick<Desk, 'taskFields' | 'choice' | 'remembered'>): readonly RequiredField[] {
  return (taskFields?.required ?? []).map((field) => {
    const value = choice.fields?.[field.field] ?? remembered?.[field.field] ?? '';
    return { field, value: isAllowed(field, value) ? value : undefined };
  });
}

function requiredOf(desk: Desk) {
  const all = requiredFields(desk);
  const values: Record<string, string> = {};
  for (const { field, value } of all) if (value !== undefined) values[field.field] = value;
  return { values, missing: all.flatMap(({ field, value }) => (value === undefined ? field : [])) };
}

/** A value that somebody gave and that the process does not allow. */
function refusedValues({ choice }: Desk, missing: readonly TaskField[]): string {
  return missing
    .flatMap(({ field, name }) => {
      const value = choice.fields?.[field] ?? '';
      return value === '' ? [] : ` “${value}” is none of the values of ${name}.`;
    })
    .join('');
}

function draftOf(desk: Desk, part: Part, given: { wanted: Wanted; place: Place }): WorkItemDraft {
  const { wanted, place } = given;
  if (desk.taskType === undefined) throw new RangeError('A Task is to be made, and nobody read its type.');
  const inherited = place.parent
    ? { 'System.AreaPath': place.parent.areaPath, 'System.IterationPath': place.parent.iterationPath }
    : {};
  return {
    type: desk.taskType,
    fields: {
      [titleField]: wanted.title,
      [descriptionField]: wanted.section.html(),
      [tagsField]: mitigationTag,
      ...inherited,
      ...priorityOf(desk, part),
      ...requiredOf(desk).values,
    },
    parent: place.parent?.id,
    related: place.related.map((story) => story.id),
    hyperlink: { url: wanted.url, comment: 'The mitigation in the threat model' },
  };
}

/** The realisation once both sides agree; revision 0 until the executor knows it. */
export function agreed(
  part: Part,
  given: {
    readonly id: RealisationId;
    readonly workItem: number | null;
    readonly rev: number;
    readonly wanted: Wanted;
    readonly parent: number | null;
    readonly related: readonly number[];
  },
): Realisation {
  const { id, workItem, rev, wanted, parent, related } = given;
  const { realisation, mitigation, covers } = part;
  const { stood: _stood, ...known } = realisation ?? { id, mitigation: mitigation.id };
  return {
    ...known,
    covers,
    workItem,
    baseline: {
      rev,
      hashes: { [titleField]: textHash(wanted.title), [sectionKey]: wanted.sectionHash },
      parent,
      related: [...related],
      model: wanted.fingerprint,
    },
  };
}

/** What was decided was about another Task; only that some item is none of ours stays true. */
export function lastingDecisions({ decided = [] }: Realisation): Pick<Realisation, 'decided'> {
  const copies = decided.filter(({ about }) => about === 'copy');
  return copies.length > 0 ? { decided: copies } : {};
}

/** Making the part's Task, or the question that stands before it. */
export function createStep(desk: Desk, part: Part, { because }: { readonly because: string }): Step {
  const { mitigation } = part;
  const place = placeOf(desk, part);
  if (!place) {
    const reason = 'No story is linked to its threats, so the Task has no place on the backlog yet.';
    const title = taskTitle(mitigation);
    return { kind: 'needs-story', mitigation: mitigation.id, title, because: reason };
  }
  const realisation = idOfPart(desk, part);
  const wanted = wantedOf(desk, part, realisation);
  const { missing } = requiredOf(desk);
  if (missing.length > 0) {
    const names = missing.map(({ name }) => name).join(', ');
    const reason = `The process wants ${names} to be filled in.${refusedValues(desk, missing)}`;
    return {
      kind: 'needs-field',
      mitigation: mitigation.id,
      title: wanted.title,
      because: reason,
      fields: missing,
    };
  }
  const related = place.related.map(({ id }) => id);
  const parent = place.parent?.id ?? null;
  const after = agreed(part, { id: realisation, workItem: null, rev: 0, wanted, parent, related });
  const { decided: _decided, ...fresh } = after;
  const done = place.parent && categoryOf(place.parent, desk.model) === 'Completed';
  return {
    kind: 'create',
    mitigation: mitigation.id,
    realisation,
    title: wanted.title,
    parent: place.parent && { id: place.parent.id, title: place.parent.title },
    because: done ? `${because} Its story is done already.` : because,
    draft: draftOf(desk, part, { wanted, place }),
    after: { ...fresh, ...lastingDecisions(after) },
  };
}
