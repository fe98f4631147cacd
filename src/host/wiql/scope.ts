/** Resolves names, macros and categories of a query against the organisation. */
import { problem } from '../kernel/problem';
import { currentIteration, findTeam, teamIterations } from '../organisation/projects';
import type { Project, Team, User } from '../organisation/types';
import { nodeAt } from '../organisation/world';
import type { FieldDefinition } from '../processes/field';
import type { Surroundings } from '../work-items/computed';
import type { FieldName, Value } from './query';
import { syntaxError } from './wiql-error';

export interface QueryScope extends Surroundings {
  readonly text: string;
  readonly user: User;
  readonly now: Date;
  readonly project: Project;
  /** The team in the address, if there is one. */
  readonly team: Team | undefined;
  /** Compare dates to the millisecond instead of the day. */
  readonly precision: 'day' | 'time';
}

/** @throws Problem 400 TF51535 for a field that does not exist. */
export function resolveField(name: FieldName, scope: QueryScope): FieldDefinition {
  const field = scope.process.fields.find(name.name);
  if (field) return field;
  const { message } = syntaxError(`Cannot find field ${name.name}.`, scope.text, name.at);
  throw problem(
    400,
    'WorkItemTrackingFieldDefinitionNotFoundException',
    message.replace('TF51006', 'TF51535'),
  );
}

/** The plain value of a literal or macro: text or number. @throws Problem 400 for an unknown macro. */
export function resolveValue(value: Exclude<Value, { kind: 'field' }>, scope: QueryScope): string | number {
  if (value.kind === 'literal') return value.value;
  switch (value.name) {
    case 'me':
      return scope.user.id;
    case 'project':
      return scope.project.name;
    case 'today':
    case 'startofday':
      return daysFrom(scope.now, value.offset);
    case 'currentiteration':
      return iterationPath(value.offset, value.at, scope);
    default:
      throw syntaxError(`The macro '@${value.name}' is not supported.`, scope.text, value.at);
  }
}

function daysFrom(now: Date, offset: number): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + offset)).toISOString();
}

/** Which sprint is current depends on a team, so the macro needs one in the address or as its argument. */
function iterationPath(offset: number, at: number, scope: QueryScope): string {
  const argument = /^@\w+\s*\(\s*['"]([^'"]*)['"]\s*\)/.exec(scope.text.slice(at))?.[1];
  const name = argument?.replace(/\s*<id:[^>]*>\s*$/, '').replace(/^\[[^\]]*\]\\/, '');
  const team = name === undefined ? scope.team : findTeam(scope.reader, scope.project, name);
  if (!team)
    throw syntaxError('The macro @CurrentIteration is not supported without a team context.', scope.text, at);
  const iterations = teamIterations(scope.reader, team);
  const current = currentIteration(scope.reader, team, scope.now);
  const wanted = current && iterations[iterations.indexOf(current) + offset];
  if (!wanted) throw syntaxError('The team has no such iteration.', scope.text, at);
  return wanted.path;
}

/** @throws Problem 400 TF51011 for a path that is not in the tree. */
export function requirePath(field: FieldDefinition, path: string, at: number, scope: QueryScope): string {
  const group = field.referenceName === 'System.AreaPath' ? 'areas' : 'iterations';
  const node = nodeAt(scope.reader, group, path.replace(/^\\|\\$/g, ''));
  if (node) return node.path;
  const kind = group === 'areas' ? 'area' : 'iteration';
  const { message } = syntaxError(`The specified ${kind} path does not exist.`, scope.text, at);
  throw problem(400, 'SyntaxException', message.replace('TF51006', 'TF51011'));
}
