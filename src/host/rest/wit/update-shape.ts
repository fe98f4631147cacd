/** An update: what one revision changed against the one before. */
import { Url } from '../../kernel/wire';
import { identityRef } from '../../organisation/identity';
import { users } from '../../organisation/types';
import { COMPUTED_FIELDS, fieldValue, NEVER } from '../../work-items/computed';
import { relationChange } from '../../work-items/history';
import { shownRelation, shownValue, workItemsUrl, type View } from '../../work-items/render';
import type { FieldValue, Relation, WorkItem } from '../../work-items/types';

/** @param before the revision before, or null for the first. */
export function updateShape(before: WorkItem | null, after: WorkItem, view: View): Record<string, unknown> {
  const around = { reader: view.world.store, process: view.world.process };
  const user = view.world.store.get(users, String(after.fields['System.ChangedBy']));
  const superseded = String(fieldValue(after, 'System.RevisedDate', around));
  return {
    id: after.rev,
    workItemId: after.id,
    rev: after.rev,
    revisedBy: user ? identityRef(user, view.site) : null,
    revisedDate: superseded === NEVER ? new Date(NEVER) : new Date(superseded),
    fields: changedFields(before, after, view),
    ...changedRelations(before, after, view),
    url: new Url(`${workItemsUrl(view)}/${after.id}/updates/${after.rev}`),
  };
}

function changedFields(before: WorkItem | null, after: WorkItem, view: View): Record<string, unknown> {
  const around = { reader: view.world.store, process: view.world.process };
  const names = new Set([
    ...Object.keys(before?.fields ?? {}),
    ...Object.keys(after.fields),
    ...COMPUTED_FIELDS,
  ]);
  const shown = (name: string, value: FieldValue | undefined): unknown =>
    value === undefined ? undefined : shownValue(name, value, view);
  const changes: Record<string, unknown> = {};
  for (const name of names) {
    const [old, now] = [
      before ? fieldValue(before, name, around) : undefined,
      fieldValue(after, name, around),
    ];
    if (old !== now) changes[name] = { oldValue: shown(name, old), newValue: shown(name, now) };
  }
  return changes;
}

function changedRelations(before: WorkItem | null, after: WorkItem, view: View): Record<string, unknown> {
  const change = relationChange(before?.relations ?? [], after.relations);
  const part = (name: 'added' | 'removed' | 'updated'): Record<string, unknown> => {
    const relations: readonly Relation[] = change[name];
    return relations.length === 0 ? {} : { [name]: relations.map((one) => shownRelation(one, view)) };
  };
  const relations = { ...part('added'), ...part('removed'), ...part('updated') };
  return Object.keys(relations).length === 0 ? {} : { relations };
}
