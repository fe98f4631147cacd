/** What a person changed on a form and has not saved, as a set of fields over the item that was read. */
import { field, identityOf, textOf, type WorkItem } from '../../rest/work-item';
import type { NewItem } from '../../rest/work-items';

export type Subject =
  { readonly kind: 'existing'; readonly id: number } | { readonly kind: 'new'; readonly item: NewItem };

/** Field to unsaved value; null empties the field. */
export type Draft = Readonly<Record<string, unknown>>;

/** An item that is not on the server yet, so that one form can show both. */
export function unsavedItem({ type, fields }: NewItem): WorkItem {
  return { id: 0, rev: 0, url: '', fields: { ...fields, [field.type]: type } };
}

/** An identity compares by its unique name, which is also what is sent; an absent value is the empty one. */
function comparable(item: WorkItem, name: string): unknown {
  const value = item.fields[name] ?? '';
  if (typeof value === 'object') return identityOf(item, name)?.uniqueName ?? '';
  return value;
}

/** The draft with one more change; a value set back to what was read is no change. */
export function withChange(
  draft: Draft,
  item: WorkItem,
  change: { readonly name: string; readonly value: unknown },
): Draft {
  const { [change.name]: _previous, ...others } = draft;
  return comparable(item, change.name) === (change.value ?? '')
    ? others
    : { ...others, [change.name]: change.value };
}

/** The text in a form's control: the unsaved value, else the one that was read. */
export function shownText(item: WorkItem, draft: Draft, name: string): string {
  const value = name in draft ? draft[name] : comparable(item, name);
  return value === null || value === undefined ? '' : String(value);
}

/** The draft over another revision: what that revision says anyway is no change any more. */
export function rebased(draft: Draft, item: WorkItem): Draft {
  return Object.entries(draft).reduce<Draft>(
    (kept, [name, value]) => withChange(kept, item, { name, value }),
    {},
  );
}

export function isDirty(draft: Draft): boolean {
  return Object.keys(draft).length > 0;
}

/** All fields of a new item: what it was opened with, under what the person changed since. */
export function fieldsToCreate(item: NewItem, draft: Draft): Record<string, unknown> {
  const all = { ...item.fields, ...draft };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== ''));
}

/** The words at the top of a form: "User Story 12". */
export function headingOf(item: WorkItem): string {
  const type = textOf(item, field.type);
  return item.id === 0 ? `New ${type}` : `${type} ${item.id}`;
}
