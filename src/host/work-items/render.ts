/** Shows work items the way REST does. */
import type { Call, Site } from '../kernel/endpoint';
import type { Member } from '../kernel/enums';
import { EnumValue, Links, Url, shortIso } from '../kernel/wire';
import { identityRef } from '../organisation/identity';
import { findProject } from '../organisation/projects';
import { users } from '../organisation/types';
import type { World } from '../organisation/world';
import { COMPUTED_FIELDS, fieldValue, NEVER, SHOWN_BY_DEFAULT, type Surroundings } from './computed';
import { isLive } from './links';
import { relationType } from './relation-types';
import { unknownField } from './rule-errors';
import { comments, type FieldValue, type Relation, type WorkItem } from './types';

export interface View {
  readonly site: Site;
  readonly scope: Call['scope'];
  readonly world: World;
}

export interface Selection {
  readonly expand: Member<'WorkItemExpand'>;
  /** Only these fields, by reference or friendly name. */
  readonly fields?: readonly string[];
}

/** Addresses carry the project when the caller's did. */
export function workItemsUrl(view: Pick<View, 'site' | 'scope'>): string {
  const project = view.scope === 'organisation' ? '' : `/${view.site.project.id}`;
  return `${view.site.collectionUrl}${project}/_apis/wit/workItems`;
}

/** A field value for the wire: ids of people become IdentityRefs, dates lose empty fractions. */
export function shownValue(reference: string, value: FieldValue, view: View): unknown {
  const field = view.world.process.fields.byReferenceName(reference);
  if (field?.type === 'identity') {
    const user = view.world.store.get(users, String(value));
    return user ? identityRef(user, view.site) : value;
  }
  if (field?.type === 'dateTime' && value !== NEVER) return shortIso(new Date(String(value)));
  return value;
}

/** The fields of an answer. @throws Problem 400 TF51535 for a field that does not exist. */
export function shownFields(item: WorkItem, selection: Selection, view: View): Record<string, unknown> {
  const around: Surroundings = { reader: view.world.store, process: view.world.process };
  const shown: Record<string, unknown> = {};
  for (const reference of wantedFields(item, selection, view)) {
    const value = fieldValue(item, reference, around);
    if (value !== undefined) shown[reference] = shownValue(reference, value, view);
  }
  return shown;
}

function wantedFields(item: WorkItem, selection: Selection, view: View): readonly string[] {
  if (selection.fields)
    return selection.fields.map((name) => {
      const field = view.world.process.fields.find(name);
      if (!field) throw unknownField(name);
      return field.referenceName;
    });
  const isFull = selection.expand === 'all' || selection.expand === 'fields';
  const computed = isFull ? COMPUTED_FIELDS : SHOWN_BY_DEFAULT;
  return [...new Set([...(isFull ? computed : []), ...Object.keys(item.fields), ...computed])];
}

/** A whole work item; `links` adds `_links` as a single GET has them. */
export function renderWorkItem(item: WorkItem, selection: Selection, view: View): Record<string, unknown> {
  const base = workItemsUrl(view);
  const withRelations = selection.expand === 'all' || selection.expand === 'relations';
  const relations = withRelations ? shownRelations(item, view) : [];
  return {
    id: item.id,
    rev: item.rev,
    fields: shownFields(item, selection, view),
    ...shownFormats(item, selection, view),
    ...(relations.length > 0 ? { relations } : {}),
    ...commentReference(item, base, view),
    ...(selection.expand === 'all' || selection.expand === 'links'
      ? { _links: workItemLinks(item, view) }
      : {}),
    url: new Url(`${base}/${item.id}`),
  };
}

/** A single item as GET, create and update answer it: with its links, before the url as recorded. */
export function renderSingle(item: WorkItem, selection: Selection, view: View): Record<string, unknown> {
  const { url, ...rest } = renderWorkItem(item, selection, view);
  return { ...rest, _links: workItemLinks(item, view), url };
}

/**
 * Which of the shown fields are Markdown. Present even when empty in an answer with all fields, as every recorded one
 * is; an answer with chosen fields has it only when one of them is Markdown. The api-version does not matter.
 */
function shownFormats(item: WorkItem, selection: Selection, view: View): Record<string, unknown> {
  const wanted = selection.fields && new Set(wantedFields(item, selection, view));
  const markdown = item.markdown.filter((field) => wanted?.has(field) ?? true);
  if (wanted && markdown.length === 0) return {};
  const formats = markdown.map((field) => [field, new EnumValue('markdown', 0)]);
  return { multilineFieldsFormat: Object.fromEntries(formats) };
}

function commentReference(item: WorkItem, base: string, view: View): Record<string, unknown> {
  const comment =
    item.commentId === undefined ? undefined : view.world.store.get(comments, `${item.id}/${item.commentId}`);
  if (!comment) return {};
  const url = `${base}/${item.id}/comments/${comment.id}/versions/${comment.version}`;
  return { commentVersionRef: { commentId: comment.id, version: comment.version, url: new Url(url) } };
}

export function workItemLinks(item: WorkItem, view: View): Links {
  const base = `${workItemsUrl(view)}/${item.id}`;
  const { collectionUrl } = view.site;
  const type = encodeURIComponent(String(item.fields['System.WorkItemType']));
  const project =
    findProject(view.world.store, String(item.fields['System.TeamProject'])) ?? view.site.project;
  return new Links({
    self: base,
    workItemUpdates: `${base}/updates`,
    workItemRevisions: `${base}/revisions`,
    workItemComments: `${base}/comments`,
    html: `${collectionUrl}/${encodeURIComponent(project.name)}/_workitems/edit/${item.id}`,
    workItemType: `${collectionUrl}/${project.id}/_apis/wit/workItemTypes/${type}`,
    fields: `${collectionUrl}/${project.id}/_apis/wit/fields`,
  });
}

/** Links to deleted items are hidden, not lost: a restored item has them again. */
export function shownRelations(item: WorkItem, view: View): readonly Record<string, unknown>[] {
  return item.relations
    .filter((relation) => relation.kind !== 'link' || isLive(view.world.store, relation.target))
    .map((relation) => shownRelation(relation, view));
}

/** The url of a relation is data (clients send it back), so it stays a plain text whatever the flags. */
export function shownRelation(relation: Relation, view: View): Record<string, unknown> {
  const note = relation.comment === undefined ? {} : { comment: relation.comment };
  if (relation.kind === 'link')
    return {
      rel: relation.rel,
      url: `${workItemsUrl(view)}/${relation.target}`,
      attributes: { isLocked: false, ...note, name: relationType(relation.rel)?.name ?? relation.rel },
    };
  const at = shortIso(new Date(relation.addedAt));
  return {
    rel: relation.rel,
    url: relation.url,
    attributes: {
      authorizedDate: at,
      id: relation.id,
      resourceCreatedDate: at,
      resourceModifiedDate: at,
      revisedDate: NEVER,
      ...(relation.name === undefined ? {} : { name: relation.name }),
      ...note,
    },
  };
}
