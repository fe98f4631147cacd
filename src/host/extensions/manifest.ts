/** Reads the manifest of an extension: identity, contributions and files. What it says beyond that stays opaque. */

/** A manifest is text that a person writes; a larger one is a mistake or an attack. Bytes. */
export const LARGEST_MANIFEST = 5 * 1024 * 1024;
/** As tfx checks it before it packs. */
const ID = /^[A-Za-z0-9_-]{1,100}$/;
const VERSION = /^\d{1,9}(\.\d{1,9}){1,3}$/;

export interface Contribution {
  readonly id: string;
  readonly fullId: string;
  readonly type: string;
  readonly targets: readonly string[];
  readonly [property: string]: unknown;
}

/** An entry of `files`: what the package holds, under which address, and what may be fetched. */
export interface DeclaredFile {
  readonly path: string;
  readonly packagePath: string | undefined;
  readonly contentType: string | undefined;
  readonly isAddressable: boolean;
}

export interface Identity {
  readonly publisherId: string;
  readonly extensionId: string;
  readonly version: string;
  readonly name: string;
  readonly description: string;
}

export interface Manifest extends Identity {
  readonly scopes: readonly string[];
  /** Where pages come from during development, instead of the package. */
  readonly baseUri: string | undefined;
  readonly contributions: readonly Contribution[];
  /** Undefined where the manifest names no files at all. */
  readonly files: readonly DeclaredFile[] | undefined;
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** @throws Error with a clause about what is wrong. */
export function parseManifest(text: string, name: string): JsonObject {
  if (Buffer.byteLength(text) > LARGEST_MANIFEST) throw new Error(`${name} is larger than 5 MB`);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Error(`${name} is not valid JSON`);
  }
  if (!isObject(value)) throw new Error(`${name} is not a JSON object`);
  return value;
}

const JOINED = ['contributions', 'contributionTypes', 'files', 'scopes', 'categories', 'tags', 'targets'];

/** Several manifests as one: lists are joined and otherwise the first word counts, as tfx packs them. */
export function mergedManifests(parts: readonly JsonObject[]): JsonObject {
  const merged: Record<string, unknown> = {};
  for (const part of parts)
    for (const [key, value] of Object.entries(part)) {
      const known = merged[key];
      if (known === undefined) merged[key] = value;
      else if (JOINED.includes(key) && Array.isArray(known) && Array.isArray(value))
        merged[key] = [...(known as unknown[]), ...(value as unknown[])];
    }
  return merged;
}

/** Identity from an unpacked manifest. @throws Error with a clause that names what is missing. */
export function identityOf(manifest: JsonObject): Identity {
  return checkedIdentity({
    publisherId: required(manifest, 'publisher'),
    extensionId: required(manifest, 'id'),
    version: required(manifest, 'version'),
    name: required(manifest, 'name'),
    description: text(manifest['description']) ?? '',
  });
}

/** Ids and version become parts of addresses and keys, so nothing else than their alphabet gets in. @throws Error */
export function checkedIdentity(identity: Identity): Identity {
  const { publisherId, extensionId, version } = identity;
  if (!ID.test(publisherId)) throw new Error(`the publisher "${publisherId}" is not a valid id`);
  if (!ID.test(extensionId)) throw new Error(`the id "${extensionId}" is not a valid id`);
  if (!VERSION.test(version)) throw new Error(`the version "${version}" is not of the form 1.2.3`);
  return identity;
}

/** The rest of a manifest under an identity. @throws Error with a clause about a malformed part. */
export function readManifest(identity: Identity, manifest: JsonObject): Manifest {
  const prefix = `${identity.publisherId}.${identity.extensionId}`;
  return {
    ...identity,
    scopes: texts(manifest['scopes']),
    baseUri: webAddress(manifest['baseUri']),
    contributions: contributionsOf(prefix, manifest),
    files: filesOf(manifest['files']),
  };
}

function contributionsOf(prefix: string, manifest: JsonObject): readonly Contribution[] {
  const raw = manifest['contributions'];
  if (raw === undefined) return [];
  if (!Array.isArray(raw)) throw new Error('its "contributions" are not a list');
  const found = raw.map((one: unknown) => contribution(prefix, one, manifest['restrictedTo']));
  const ids = found.map(({ id }) => id.toLowerCase());
  const twice = ids.find((id, place) => ids.indexOf(id) !== place);
  if (twice !== undefined) throw new Error(`the contribution "${twice}" is declared twice`);
  return found;
}

/** @param restrictedTo for whom the whole extension is; a contribution may say otherwise for itself. */
function contribution(prefix: string, raw: unknown, restrictedTo: unknown): Contribution {
  if (!isObject(raw)) throw new Error('a contribution is not a JSON object');
  const id = text(raw['id']);
  const type = text(raw['type']);
  if (id === undefined) throw new Error('a contribution has no "id"');
  if (type === undefined) throw new Error(`the contribution "${id}" has no "type"`);
  if (raw['properties'] !== undefined && !isObject(raw['properties']))
    throw new Error(`the "properties" of the contribution "${id}" are not an object`);
  const whom = restrictedTo === undefined ? {} : { restrictedTo };
  return { ...whom, ...raw, id, type, targets: texts(raw['targets']), fullId: `${prefix}.${id}` };
}

function filesOf(raw: unknown): readonly DeclaredFile[] | undefined {
  if (raw === undefined) return undefined;
  if (!Array.isArray(raw)) throw new Error('its "files" are not a list');
  return raw.map((one: unknown) => {
    const path = isObject(one) ? text(one['path']) : undefined;
    if (!isObject(one) || path === undefined) throw new Error('an entry of "files" has no "path"');
    return {
      path,
      packagePath: text(one['packagePath']),
      contentType: text(one['contentType']),
      isAddressable: one['addressable'] === true,
    };
  });
}

function webAddress(raw: unknown): string | undefined {
  const given = text(raw);
  if (given === undefined) return undefined;
  if (!/^https?:\/\//i.test(given) || !URL.canParse(given))
    throw new Error(`its "baseUri" is no http(s) address`);
  return given;
}

function required(manifest: JsonObject, name: string): string {
  const value = text(manifest[name]);
  if (value === undefined) throw new Error(`its manifest has no "${name}"`);
  return value;
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
