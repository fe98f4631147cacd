/** Matches page paths to views and builds paths: /{organisation}/{project}/{view path}, or /{organisation}/{view path}. */

export interface PageRoute {
  readonly viewId: string;
  /** "" on a page of the organisation. */
  readonly project: string;
  readonly params: Readonly<Record<string, string>>;
}

/** A view's claim on paths: segments, `{name}` for one segment, a final `**` for any rest. */
export interface RoutePattern {
  readonly viewId: string;
  /** Id under which extensions know the route (getPageRoute, routeUrl). */
  readonly routeId: string;
  readonly pattern: string;
  /** A page of the organisation has no project in its address. */
  readonly scope?: 'organisation';
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // A stray "%" in an address is shown as typed instead of breaking the page.
  }
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

/** The parameters of a path under a pattern, or undefined when it does not match. Letter case of fixed parts is free. */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = segmentsOf(pattern);
  const given = segmentsOf(path);
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    if (part === '**') return { ...params, rest: given.slice(index).map(decoded).join('/') };
    const segment = given[index];
    if (segment === undefined) return undefined;
    if (part.startsWith('{')) params[part.slice(1, -1)] = decoded(segment);
    else if (part.toLowerCase() !== segment.toLowerCase()) return undefined;
  }
  return wanted.length === given.length ? params : undefined;
}

/** The first pattern that matches a pathname such as /local/Shop/_boards/board, or undefined. */
export function routeOf(patterns: readonly RoutePattern[], pathname: string): PageRoute | undefined {
  const [organisation, ...below] = segmentsOf(pathname);
  if (organisation === undefined) return undefined;
  // The names of projects cannot begin with an underscore, the paths of pages do.
  const isInside = below[0] !== undefined && !below[0].startsWith('_');
  const [project = '', ...inside] = below;
  const rest = (isInside ? inside : below).join('/');
  for (const { viewId, pattern, scope } of patterns) {
    if ((scope === 'organisation') === isInside) continue;
    const params = matchPath(pattern, rest);
    if (params) return { viewId, project: isInside ? decoded(project) : '', params };
  }
  return undefined;
}

/** A path from plain segments, each encoded; the order is organisation, project, then the view's own. */
export function pathOf(...segments: readonly string[]): string {
  return `/${segments.map(encodeURIComponent).join('/')}`;
}

/** True for an address that a person may be sent to: http(s) only, so never `javascript:` or `data:`. */
export function isWebAddress(address: string, base?: string): boolean {
  try {
    const { protocol } = new URL(address, base);
    return protocol === 'http:' || protocol === 'https:';
  } catch {
    return false;
  }
}
