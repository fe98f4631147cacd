/** Resolves the names of a query against the organisation. */
import { problem } from '../kernel/problem';
import type { Project, Team, User } from '../organisation/types';
import { nodeAt } from '../organisation/world';
import type { FieldDefinition } from '../processes/field';
import type { Surroundings } from '../work-items/computed';
import type { FieldName } from './query';
import { wiqlError } from './wiql-error';

export interface QueryScope extends Surroundings {
  readonly text: string;
  readonly user: User;
  readonly now: Date;
  /** The project in the address, if there is one. */
  readonly project: Project | undefined;
  /** The team in the address, if there is one. */
  readonly team: Team | undefined;
  /** Compare dates to the millisecond instead of the day. */
  readonly precision: 'day' | 'time';
}

/** @throws Problem 400 TF51005 for a field that does not exist. */
export function resolveField({ name, side }: FieldName, scope: QueryScope): FieldDefinition {
  const field = side === 'link' ? undefined : scope.process.fields.find(name);
  if (field) return field;
  const { message } = wiqlError('TF51005: The query references a field that does not exist.', `[${name}]`);
  throw problem(400, 'WorkItemTrackingFieldDefinitionNotFoundException', message);
}

/** @param written the path as the query has it. @throws Problem 400 TF51011 for a path that is not in the tree. */
export function requirePath(
  field: FieldDefinition,
  path: string,
  written: string,
  scope: QueryScope,
): string {
  const group = field.referenceName === 'System.AreaPath' ? 'areas' : 'iterations';
  const node = nodeAt(scope.reader, group, path.replace(/^\\|\\$/g, ''));
  if (node) return node.path;
  const kind = group === 'areas' ? 'area' : 'iteration';
  throw wiqlError(`TF51011: The specified ${kind} path does not exist.`, written);
}
