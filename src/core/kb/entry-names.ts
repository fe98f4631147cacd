/** Where entries of a package name one another: what goes with a name, and what cannot do without the entry. */
import { asRecord } from './json-record';
import type { EntryType } from './overlay-schema';

type Json = Readonly<Record<string, unknown>>;
type Is = (name: unknown) => boolean;

/** Lists in which an entry of the type is named, and objects that have it for a key: such names go with the entry. */
const namedIn: Readonly<Record<EntryType, readonly string[]>> = {
  mitigation: ['mitigations', 'alternativeTo', 'requires'],
  question: ['questions'],
  event: ['events'],
  threat: ['raises'],
  property: ['properties', 'fixed', 'defaults', 'set'],
  entityType: [],
};

/** Whether the name, as it stands in a file of the package `where`, is the entry `id` of `packageId`. */
export function isNameOf(name: unknown, id: string, packageId: string, where: string): boolean {
  return name === `${packageId}:${id}` || (name === id && where === packageId);
}

function withoutKeys(value: Json, is: Is): Json {
  const kept = Object.entries(value).filter(([key]) => !is(key));
  return kept.length === Object.keys(value).length ? value : Object.fromEntries(kept);
}

/** The entry without the names of what is gone; the very same entry when it names nothing of it. */
export function withoutNames(json: Json, type: EntryType, is: Is): Json {
  let changed = false;
  const entries = Object.entries(json).map(([key, value]): [string, unknown] => {
    const next = withoutIn(key, value, type, is);
    if (next !== value) changed = true;
    return [key, next];
  });
  return changed ? Object.fromEntries(entries) : json;
}

function withoutIn(key: string, value: unknown, type: EntryType, is: Is): unknown {
  const isNamed = namedIn[type].includes(key);
  const record = asRecord(value);
  if (record) return isNamed ? withoutKeys(record, is) : value;
  if (!Array.isArray(value)) return value;
  const list = value as unknown[];
  const kept = isNamed ? list.filter((each) => !is(asRecord(each)?.['ref'] ?? each)) : list;
  // Answers of a question name threats and properties one level down.
  const inner = key === 'answers' ? kept.map((each) => withoutNames(asRecord(each) ?? {}, type, is)) : kept;
  return inner.length === list.length && inner.every((each, at) => each === list[at]) ? value : inner;
}

/** Keys of a rule's nodes that name kinds; what `prop` names is a property. */
const kindKeys: readonly string[] = ['of', 'inside', 'crosses'];

function ruleNames(json: unknown, type: 'property' | 'entityType', is: Is): boolean {
  if (Array.isArray(json)) return json.some((each) => ruleNames(each, type, is));
  const node = asRecord(json);
  if (!node) return false;
  if (type === 'property' && is(node['prop'])) return true;
  const kinds = kindKeys.flatMap((key): unknown[] => (Array.isArray(node[key]) ? node[key] : []));
  return (
    (type === 'entityType' && kinds.some(is)) || Object.values(node).some((each) => ruleNames(each, type, is))
  );
}

/**
 * Whether the entry cannot do without a property or a kind: a rule of it asks for that, or it is a kind of that. The
 * other entries can go from wherever they are named. Values that an answer sets go with their property.
 */
export function restsOn(json: Json, type: EntryType, is: Is): boolean {
  if (type !== 'property' && type !== 'entityType') return false;
  if (type === 'entityType' && is(json['parent'])) return true;
  const { examples: _examples, ...rest } = json;
  return ruleNames(rest, type, is);
}
