/** A work item being edited: the operations of a patch are applied to it one after the other. */
import { boardField } from '../boards/board-fields';
import { problem } from '../kernel/problem';
import { findProject } from '../organisation/projects';
import type { Project, User } from '../organisation/types';
import { nodesOf } from '../organisation/world';
import type { FieldDefinition } from '../processes/field';
import { typeNamed, type ProcessTemplate, type WorkItemTypeDefinition } from '../processes/process';
import type { Transaction } from '../store/store';
import { readFieldValue } from './field-values';
import type { PatchOperation } from './patch';
import { readRelation } from './relation-values';
import { ruleError, unknownField } from './rule-errors';
import type { FieldValue, Relation, WorkItem } from './types';

/** Who edits, when, under which process, and what temporary ids of a batch stand for. */
export interface Edit {
  readonly tx: Transaction;
  readonly process: ProcessTemplate;
  /** Where new items are made. */
  readonly project: Project;
  readonly user: User;
  readonly now: Date;
  readonly rules: 'enforced' | 'bypassed';
  readonly temporaryIds: ReadonlyMap<number, number>;
  /** The revision at which an item was read that somebody has saved since. */
  readonly overtaken: ReadonlyMap<number, number>;
}

export interface Draft {
  readonly base: WorkItem | null;
  /** Changes with `System.WorkItemType`. */
  type: WorkItemTypeDefinition;
  readonly fields: Record<string, FieldValue>;
  relations: Relation[];
  readonly markdown: Set<string>;
  /** Fields this patch named, so that computed defaults leave them alone. */
  readonly touched: Set<string>;
  temporaryId?: number;
}

/** With bypassRules an importer may set who and when. */
const BYPASSABLE = new Set([
  'System.CreatedBy',
  'System.CreatedDate',
  'System.ChangedBy',
  'System.ChangedDate',
]);

/** @throws Problem 412 for a failed test, 400 for everything else that does not fit. */
export function applyPatch(draft: Draft, operations: readonly PatchOperation[], edit: Edit): void {
  // The type decides which fields there are, so a change of it comes first wherever it stands.
  const isFirst = (one: PatchOperation): boolean =>
    one.on === 'field' && /^System\.WorkItemType$/i.test(one.field);
  for (const operation of [...operations.filter(isFirst), ...operations.filter((one) => !isFirst(one))])
    applyOperation(draft, operation, edit);
}

function applyOperation(draft: Draft, operation: PatchOperation, edit: Edit): void {
  switch (operation.on) {
    case 'rev':
      return requireEqual('/rev', draft.base?.rev ?? 0, operation.value);
    case 'id':
      draft.temporaryId = Number(operation.value);
      return;
    case 'field':
      return applyField(draft, operation, edit);
    case 'format':
      return applyFormat(draft, operation, edit);
    case 'new relation':
      draft.relations.push(readRelation(operation.value, edit));
      return;
    case 'relation':
      requireIndex(draft, operation.index);
      draft.relations.splice(
        operation.index,
        1,
        ...(operation.op === 'remove' ? [] : [readRelation(operation.value, edit)]),
      );
      return;
    case 'relation comment':
      draft.relations[operation.index] = {
        ...requireIndex(draft, operation.index),
        comment: String(operation.value ?? ''),
      };
      return;
  }
}

/**
 * @throws Problem 412 when the test of the revision fails against what was read, else 409: somebody saved between reading
 * and saving, with or without a test (as in github.com/MicrosoftDocs/vsts-rest-api-specs/issues/212).
 */
export function requireNotOvertaken(
  item: WorkItem,
  operations: readonly PatchOperation[],
  { overtaken }: Edit,
): void {
  const read = overtaken.get(item.id);
  if (read === undefined) return;
  for (const operation of operations) if (operation.on === 'rev') requireEqual('/rev', read, operation.value);
  throw problem(
    409,
    'WorkItemRevisionMismatchException',
    'TF26071: This work item has been changed by someone else since you opened it. You will need to refresh it and discard your changes.',
  );
}

function requireEqual(path: string, actual: unknown, expected: unknown): void {
  if (String(actual) === String(expected)) return;
  throw problem(
    412,
    'TestPatchOperationFailedException',
    `VS403351: Test Operation for path ${path} failed, value ${String(actual)} was not equal to test value ${String(expected)}.`,
  );
}

function requireIndex(draft: Draft, index: number): Relation {
  const relation = draft.relations[index];
  if (relation) return relation;
  throw problem(
    400,
    'PatchOperationFailedException',
    `Index out of range for path /relations/${index}: the work item has ${draft.relations.length} relations.`,
  );
}

/** A field of the type or of its board, or one that the item still carries from a type it had before. */
function fieldOf(draft: Draft, name: string, edit: Edit): FieldDefinition {
  const field =
    draft.type.fields.find((one) => one.referenceName.toLowerCase() === name.toLowerCase()) ??
    boardField(edit.tx, edit.process, name)?.definition;
  if (field) return field;
  const carried = edit.process.fields.byReferenceName(name);
  if (!carried || !(carried.referenceName in draft.fields)) throw unknownField(name);
  return carried;
}

function applyField(draft: Draft, operation: PatchOperation & { on: 'field' }, edit: Edit): void {
  const field = fieldOf(draft, operation.field, edit);
  const reference = field.referenceName;
  if (operation.op === 'test')
    return requireEqual(`/fields/${reference}`, draft.fields[reference] ?? '', operation.value ?? '');
  if (reference === 'System.WorkItemType') return applyType(draft, field, operation.value, edit);
  if (reference === 'System.TeamProject') return applyProject(draft, field, operation.value, edit);
  const value = readFieldValue(field, operation.op === 'remove' ? null : operation.value, {
    reader: edit.tx,
    rules: edit.rules,
  });
  if (field.isReadOnly && !(edit.rules === 'bypassed' && BYPASSABLE.has(reference))) {
    // Clients may send back what they read; only a change is refused.
    if (value === (draft.fields[reference] ?? null) && draft.base) return;
    throw ruleError(field, 'readOnly');
  }
  if (reference === 'System.AreaId' || reference === 'System.IterationId')
    return applyNodeId(draft, field, value, edit);
  draft.touched.add(reference);
  if (value === null) Reflect.deleteProperty(draft.fields, reference);
  else draft.fields[reference] = value;
}

/** The type of a new item stands in its address and cannot be another. */
function applyType(draft: Draft, field: FieldDefinition, value: unknown, { process }: Edit): void {
  const type = typeNamed(process, String(value ?? ''));
  if (type === draft.type) return;
  if (!type || type.isDisabled || !draft.base) throw ruleError(field, 'notInList');
  draft.type = type;
  draft.fields['System.WorkItemType'] = type.name;
}

function applyProject(draft: Draft, field: FieldDefinition, value: unknown, { tx }: Edit): void {
  const project = findProject(tx, String(value ?? ''));
  if (project?.name === draft.fields['System.TeamProject']) return;
  if (!project || !draft.base) throw ruleError(field, 'notInList');
  draft.fields['System.TeamProject'] = project.name;
}

/** An area or iteration given by number is stored as its path, so that the two can never disagree. */
function applyNodeId(draft: Draft, field: FieldDefinition, value: FieldValue | null, edit: Edit): void {
  const group = field.referenceName === 'System.AreaId' ? 'areas' : 'iterations';
  const node = nodesOf(edit.tx, group).find((one) => one.id === value);
  if (!node) throw ruleError(field, 'notInList');
  const path = group === 'areas' ? 'System.AreaPath' : 'System.IterationPath';
  draft.touched.add(path);
  draft.fields[path] = node.path;
}

/** The original offers the way from HTML to Markdown only. */
function applyFormat(draft: Draft, operation: PatchOperation & { on: 'format' }, edit: Edit): void {
  const { field: name, value } = operation;
  const field = fieldOf(draft, name, edit);
  const format = String(value).toLowerCase();
  if (field.type !== 'html' || !['markdown', 'html', '0', '1'].includes(format))
    throw problem(
      400,
      'PatchOperationFailedException',
      `The format of ${field.referenceName} cannot be set to ${String(value)}.`,
    );
  if (format === 'markdown' || format === '0') draft.markdown.add(field.referenceName);
  else if (draft.markdown.has(field.referenceName))
    throw problem(
      400,
      'PatchOperationFailedException',
      `${field.referenceName} is written in Markdown and cannot be turned back into HTML.`,
    );
}
