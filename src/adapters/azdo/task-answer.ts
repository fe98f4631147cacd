/** Reads what the service says of Tasks, of changes and of a type's fields: every answer is checked. */
import * as v from 'valibot';
import type { ChangedItem, TaskFieldFacts } from '../../app/task-ports';
import type { TaskField, TaskItem } from '../../core/sync/backlog-picture';
import { toWorkItem, understood } from './work-item-answer';
import type { answeredItem, StateTable } from './work-item-answer';

const description = 'System.Description';
const relatedLink = 'System.LinkTypes.Related';

/** The number at the end of a work item's address; 0 when there is none. */
export const idAtEnd = (url: string): number => Number(/\/(\d{1,10})\/?$/.exec(url)?.[1] ?? 0);

/** A Task whole. The item must have been read with its relations. */
export function toTask(answer: v.InferOutput<typeof answeredItem>, states: StateTable): TaskItem {
  const text = (name: string): string => {
    const value = answer.fields[name];
    return typeof value === 'string' ? value : '';
  };
  const isMarkdown = answer.multilineFieldsFormat?.[description]?.toLowerCase() === 'markdown';
  const related = (answer.relations ?? []).flatMap(({ rel, url }) => {
    const id = idAtEnd(url);
    return rel === relatedLink && id > 0 ? [id] : [];
  });
  return {
    ...toWorkItem(answer, states),
    project: text('System.TeamProject'),
    description: { text: text(description), format: isMarkdown ? 'markdown' : 'html' },
    related,
    ...(text('System.ChangedDate') === '' ? {} : { changed: text('System.ChangedDate') }),
  };
}

const reported = v.object({
  id: v.number(),
  rev: v.number(),
  fields: v.optional(v.record(v.string(), v.unknown())),
});
export const reportingBatch = v.object({
  values: v.array(reported),
  continuationToken: v.optional(v.string()),
  isLastBatch: v.boolean(),
});

export function changedItem({ id, rev, fields = {} }: v.InferOutput<typeof reported>): ChangedItem {
  const tags = fields['System.Tags'];
  return {
    id,
    rev,
    deleted: fields['System.IsDeleted'] === true,
    tags: (typeof tags === 'string' ? tags.split(';') : [])
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  };
}

const answeredFields = v.object({
  value: v.array(
    v.object({
      referenceName: v.string(),
      name: v.string(),
      alwaysRequired: v.optional(v.boolean()),
      defaultValue: v.optional(v.unknown()),
      allowedValues: v.nullish(v.array(v.union([v.string(), v.number()]))),
    }),
  ),
});

/** The fields of the Task type: which there are, and which somebody must fill in. System fields fill themselves. */
export function typeFields(body: unknown, what: string): TaskFieldFacts {
  const fields = understood(answeredFields, body, what).value;
  const isOpen = (value: unknown): boolean => value === undefined || value === null || value === '';
  const asField = ({ referenceName, name, allowedValues }: (typeof fields)[number]): TaskField => ({
    field: referenceName,
    name,
    ...(allowedValues && allowedValues.length > 0 ? { allowed: allowedValues.map(String) } : {}),
  });
  return {
    known: new Map(fields.map((each) => [each.referenceName, asField(each)])),
    required: fields
      .filter(
        ({ referenceName, alwaysRequired, defaultValue }) =>
          alwaysRequired === true && isOpen(defaultValue) && !referenceName.startsWith('System.'),
      )
      .map(asField),
  };
}
