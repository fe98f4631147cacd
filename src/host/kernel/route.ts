/** Turns route templates into matchers: case-insensitive, with optional scope and greedy rests. */
import type { Scope } from './endpoint';

type Segment =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'parameter'; readonly name: string; readonly prefix: string; readonly optional: boolean }
  | { readonly kind: 'rest'; readonly name: string };

export interface Route {
  readonly scopes: ReadonlySet<Scope>;
  readonly segments: readonly Segment[];
}

/** The decoded address of a REST call below the organisation. */
export interface Address {
  /** What stood before `_apis`: nothing, a project, or a project and a team. */
  readonly before: readonly string[];
  /** What stood after `_apis`. */
  readonly after: readonly string[];
}

export interface Match {
  readonly params: Readonly<Record<string, string>>;
  /** Higher is more specific: literals beat parameters, parameters beat rests. */
  readonly weight: number;
}

/** @throws Error for a template without `_apis` or with a scope nobody can ask for. */
export function compileRoute(template: string): Route {
  const parts = template.split('/').filter((part) => part !== '');
  const apis = parts.indexOf('_apis');
  if (apis < 0) throw new Error(`Route without _apis: ${template}`);
  return { scopes: scopesOf(parts.slice(0, apis)), segments: parts.slice(apis + 1).map(segment) };
}

function scopesOf(before: readonly string[]): ReadonlySet<Scope> {
  const scopes = new Set<Scope>();
  const [project, team] = before;
  if (project === undefined || project === '{project?}') scopes.add('organisation');
  if (project !== undefined && team !== '{team}') scopes.add('project');
  if (team !== undefined) scopes.add('team');
  return scopes;
}

function segment(text: string): Segment {
  const rest = /^\{\*(\w+)\}$/.exec(text);
  if (rest) return { kind: 'rest', name: rest[1] ?? '' };
  const parameter = /^(\$?)\{(\w+)(\?)?\}$/.exec(text);
  if (!parameter) return { kind: 'literal', text: text.toLowerCase() };
  const [, prefix = '', name = '', mark] = parameter;
  return { kind: 'parameter', name, prefix, optional: mark === '?' };
}

/** Splits `/project/team/_apis/x/y`; null when there is no `_apis`. @throws URIError for broken escapes. */
export function parseAddress(path: string): Address | null {
  const parts = path.split('/').filter((part) => part !== '');
  const apis = parts.findIndex((part) => part.toLowerCase() === '_apis');
  if (apis < 0 || apis > 2) return null;
  const decoded = parts.map((part) => decodeURIComponent(part));
  return { before: decoded.slice(0, apis), after: decoded.slice(apis + 1) };
}

export function scopeOf(address: Address): Scope {
  return address.before.length === 0 ? 'organisation' : address.before.length === 1 ? 'project' : 'team';
}

/** The parameters of an address that fits the route below `_apis`, or null. The scope is not looked at. */
export function matchSegments(route: Route, after: readonly string[]): Match | null {
  const params: Record<string, string> = {};
  let weight = 0;
  for (const [index, expected] of route.segments.entries()) {
    const given = after[index];
    if (expected.kind === 'rest') {
      // Nothing left for the rest: the route that ends here fits better.
      if (given === undefined) return { params, weight: weight - 0.5 };
      params[expected.name] = after.slice(index).join('/');
      return { params, weight: weight * 10 };
    }
    if (expected.kind === 'literal') {
      if (given?.toLowerCase() !== expected.text) return null;
      weight = weight * 10 + 3;
      continue;
    }
    if (given === undefined) {
      if (!expected.optional) return null;
      continue;
    }
    if (!given.startsWith(expected.prefix) || given.length === expected.prefix.length) return null;
    params[expected.name] = given.slice(expected.prefix.length);
    weight = weight * 10 + (expected.prefix === '' ? 1 : 2);
  }
  return after.length > route.segments.length ? null : { params, weight };
}
