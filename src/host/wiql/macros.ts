/** What the macros stand for, for this caller on this day. */
import { currentIteration, findProject, findTeam, teamIterations } from '../organisation/projects';
import { teams, type Team } from '../organisation/types';
import type { FieldDefinition } from '../processes/field';
import { recentlyChangedBy, recentlyMentioning, recentlyTouched } from './activity';
import { readShift, shiftDate, startOf, type Unit } from './dates';
import type { MacroValue } from './query';
import type { QueryScope } from './scope';
import { errorAt } from './wiql-error';

export type Meaning =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'ids'; readonly ids: ReadonlySet<number> }
  /** The areas of a team, with or without what lies below each. */
  | { readonly kind: 'areas'; readonly team: Team };

interface Macro {
  /** The fields that it can be compared with. */
  suits(field: FieldDefinition): boolean;
  readonly takes: readonly ('offset' | 'argument')[];
  resolve(value: MacroValue, scope: QueryScope): Meaning;
}

const isDate = (field: FieldDefinition): boolean => field.type === 'dateTime';
const isNamed =
  (name: string) =>
  (field: FieldDefinition): boolean =>
    field.referenceName === name;

const startOfMacro = (unit: Unit): Macro => ({
  suits: isDate,
  takes: ['offset', 'argument'],
  resolve: (value, scope) => ({ kind: 'value', value: startDate(value, unit, scope) }),
});
const idsMacro = (ids: (scope: QueryScope) => readonly number[]): Macro => ({
  suits: isNamed('System.Id'),
  takes: [],
  resolve: (_, scope) => ({ kind: 'ids', ids: new Set(ids(scope)) }),
});

const MACROS: Readonly<Record<string, Macro>> = {
  me: {
    suits: (field) => field.type === 'identity' || field.type === 'string',
    takes: [],
    resolve: (_, { user }) => ({ kind: 'value', value: `${user.displayName} <${user.uniqueName}>` }),
  },
  project: {
    suits: (field) => field.type === 'string' || field.type === 'treePath',
    takes: [],
    resolve: (value, scope) => ({ kind: 'value', value: projectName(value, scope) }),
  },
  today: { ...startOfMacro('d'), takes: ['offset'] },
  startofday: startOfMacro('d'),
  startofweek: startOfMacro('w'),
  startofmonth: startOfMacro('M'),
  startofyear: startOfMacro('y'),
  currentiteration: {
    suits: isNamed('System.IterationPath'),
    takes: ['offset', 'argument'],
    resolve: (value, scope) => ({ kind: 'value', value: iterationPath(value, scope) }),
  },
  teamareas: {
    suits: isNamed('System.AreaPath'),
    takes: ['argument'],
    resolve: (value, scope) => ({ kind: 'areas', team: teamOf(value, scope) }),
  },
  // Nobody can follow a work item here, so nobody does.
  follows: idsMacro(() => []),
  myrecentactivity: idsMacro(({ reader, user, now }) => recentlyChangedBy(reader, user, now)),
  recentmentions: idsMacro(({ reader, user, now }) => recentlyMentioning(reader, user, now)),
  recentprojectactivity: idsMacro(({ reader, project, now }) => recentlyTouched(reader, project, now)),
};

/** @throws Problem 400 for an unknown macro, or one that does not suit the field or lacks its project or team. */
export function resolveMacro(value: MacroValue, field: FieldDefinition | null, scope: QueryScope): Meaning {
  const macro = MACROS[value.name];
  const written = `@${value.name}`;
  if (!macro) throw errorAt(`The macro '${written}' is not supported.`, scope.text, value.at);
  if (field && !macro.suits(field))
    throw errorAt(
      `The macro '${written}' cannot be used with the field ${field.name}.`,
      scope.text,
      value.at,
    );
  const isTooMuch =
    (value.offset !== 0 && !macro.takes.includes('offset')) ||
    (value.argument !== undefined && !macro.takes.includes('argument'));
  if (isTooMuch) throw errorAt('Expected end of string.', scope.text, value.at);
  return macro.resolve(value, scope);
}

/** The argument shifts first, in its own unit; what follows the macro shifts in the macro's. */
function startDate(value: MacroValue, unit: Unit, scope: QueryScope): string {
  const shift = value.argument === undefined ? { amount: 0, unit } : readShift(value.argument, unit);
  if (!shift) throw errorAt('Expecting an offset such as +1w.', scope.text, value.at);
  const first = shiftDate(startOf(scope.now, unit), shift.amount, shift.unit);
  return new Date(shiftDate(first, value.offset, unit)).toISOString();
}

function projectName({ at }: MacroValue, scope: QueryScope): string {
  if (scope.project) return scope.project.name;
  throw errorAt("The macro '@Project' is not supported without a project context.", scope.text, at);
}

/** `[Shop]\Shop Team <id:…>`: the id wins where there is such a team, as it outlives a new name. */
function teamOf({ name, argument, at }: MacroValue, scope: QueryScope): Team {
  const team = argument === undefined ? scope.team : namedTeam(argument, scope);
  if (team) return team;
  const macro = name === 'teamareas' ? '@TeamAreas' : '@CurrentIteration';
  throw errorAt(`VS402612: The macro '${macro}' is not supported without a team context.`, scope.text, at);
}

function namedTeam(argument: string, scope: QueryScope): Team | undefined {
  const { reader } = scope;
  const [, inBrackets, name, id] = /^(?:\[([^\]]*)\]\\)?(.*?)\s*(?:<id:([^>]*)>)?\s*$/.exec(argument) ?? [];
  const byId = id === undefined ? undefined : reader.get(teams, id.toLowerCase());
  const project = inBrackets === undefined ? scope.project : findProject(reader, inBrackets);
  return byId ?? (project && name !== undefined ? findTeam(reader, project, name) : undefined);
}

function iterationPath(value: MacroValue, scope: QueryScope): string {
  const team = teamOf(value, scope);
  const iterations = teamIterations(scope.reader, team);
  const current = currentIteration(scope.reader, team, scope.now);
  const wanted = current && iterations[iterations.indexOf(current) + value.offset];
  if (wanted) return wanted.path;
  throw errorAt(`The team ${team.name} has no such iteration.`, scope.text, value.at);
}
