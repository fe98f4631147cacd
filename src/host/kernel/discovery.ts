/** Answers "what resources are there" and knows which addresses and versions the original would accept. */
import type { ApiVersion } from './accept';
import { DISCOVERY_ROWS } from './discovery-table';
import { problem } from './problem';
import { compileRoute, matchSegments, type Route } from './route';

/** One row of the OPTIONS answer; keys in the order of the original. */
export interface ResourceLocation {
  readonly id: string;
  readonly area: string;
  readonly resourceName: string;
  readonly routeTemplate: string;
  readonly resourceVersion: number;
  readonly minVersion: string;
  readonly maxVersion: string;
  readonly releasedVersion: string;
}

interface Row {
  readonly location: ResourceLocation;
  readonly route: Route;
  /** What the published operations of the resource are called with; null where none is published. */
  readonly methods: readonly string[] | null;
}

const rows: readonly Row[] = DISCOVERY_ROWS.split('\n')
  .filter((line) => line !== '')
  .map(readRow);

function readRow(line: string): Row {
  const [
    area = '',
    resourceName = '',
    id = '',
    template = '',
    version = '',
    min = '',
    max = '',
    released = '',
    methods = '',
  ] = line.split(' ');
  const concrete = template.replace('{area}', area).replace('{resource}', resourceName);
  // Every value after `_apis` may be left out (a list and its items share one row).
  const apis = concrete.indexOf('_apis');
  const lenient = concrete
    .slice(apis)
    .replace(/(\$?)\{(\w+)\}/g, (_, prefix: string, name: string) =>
      prefix === '' ? `{${name}?}` : `\${${name}}`,
    );
  return {
    location: {
      id,
      area,
      resourceName,
      routeTemplate: template,
      resourceVersion: Number(version),
      minVersion: min,
      maxVersion: max,
      releasedVersion: released,
    },
    route: compileRoute(lenient),
    methods: methods === '-' ? null : methods.split(','),
  };
}

/** All rows, or those of one area. */
export function locations(area?: string): readonly ResourceLocation[] {
  const all = rows.map((row) => row.location);
  return area === undefined ? all : all.filter((row) => row.area.toLowerCase() === area.toLowerCase());
}

/** The resources of the original that live at this address (below `_apis`), most specific first. */
export function resourcesAt(after: readonly string[]): readonly ResourceLocation[] {
  return rowsAt(after).map(({ row }) => row.location);
}

/** Of two rows that fit, one that leaves no value of its address out is meant: less than one step of a weight. */
function rowsAt(after: readonly string[]): readonly { readonly row: Row; readonly weight: number }[] {
  return rows
    .flatMap((row) => {
      const match = matchSegments(row.route, after);
      const left = row.route.segments.length - after.length;
      return match ? [{ row, weight: match.weight - Math.max(0, left) / 10 }] : [];
    })
    .sort((a, b) => b.weight - a.weight);
}

/**
 * The methods of what is published at this address, of those resources that fit it best; null where one of them is known
 * by its discovery alone.
 */
export function publishedMethods(after: readonly string[]): readonly string[] | null {
  const all = rowsAt(after);
  const best = all.filter(({ weight }) => weight === all[0]?.weight).map(({ row }) => row.methods);
  if (best.includes(null)) return null;
  return [...new Set(best.flatMap((methods) => methods ?? []))];
}

/**
 * Refuses versions the original would refuse: newer than it knows or older than it serves, a preview resource asked for
 * without -preview, and a preview that is still to come.
 * @throws Problem 400 VssVersionOutOfRangeException or VssInvalidPreviewVersionException.
 */
export function requireKnownVersion(version: ApiVersion, candidates: readonly ResourceLocation[]): void {
  if (candidates.length === 0) return;
  const asked = version.major * 100 + version.minor;
  const newest = Math.max(...candidates.map((row) => ordinal(row.maxVersion)));
  const oldest = Math.min(...candidates.map((row) => ordinal(row.minVersion)));
  if (asked > newest || asked < oldest)
    throw outOfRange(version, asked > newest ? ['latest', newest] : ['first', oldest]);
  const newestResource = Math.max(...candidates.map((row) => row.resourceVersion));
  if (version.resource !== null && version.resource > newestResource)
    throw problem(
      400,
      'VssVersionOutOfRangeException',
      `The requested version "${version.text}" of the resource is out of range for this server. The latest version of the resource is ${newestResource}.`,
    );
  if (version.preview || candidates.some((row) => asked <= ordinal(row.releasedVersion))) return;
  throw problem(
    400,
    'VssInvalidPreviewVersionException',
    `The requested version "${version.text}" of the resource is under preview. The -preview flag must be supplied in the api-version for such requests. For example: "${version.text}-preview"`,
  );
}

function outOfRange(
  { major, minor }: ApiVersion,
  [end, bound]: readonly ['latest' | 'first', number],
): Error {
  return problem(
    400,
    'VssVersionOutOfRangeException',
    `The requested REST API version of ${major}.${minor} is out of range for this server. The ${end} REST API version this server supports is ${Math.floor(bound / 100)}.${bound % 100}.`,
  );
}

function ordinal(version: string): number {
  const [major = '0', minor = '0'] = version.split('.');
  return Number(major) * 100 + Number(minor);
}
