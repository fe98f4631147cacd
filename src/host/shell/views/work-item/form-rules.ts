/** What a form can say about its fields before the server does: which are wrong, and whether they may be set at all. */
import type { FieldRule, FieldRules } from '../../rest/field-rules';

/** Ids of paths are set by the server from the paths themselves; a new item has none and is not wrong for it. */
const derived = new Set(['system.areaid', 'system.iterationid']);

/** The fields that a save would be refused for: required and empty, or outside their list. */
export function invalidFields(rules: FieldRules, valueOf: (name: string) => unknown): readonly FieldRule[] {
  return [...rules].flatMap(([key, rule]) => {
    if (derived.has(key)) return [];
    const value = valueOf(rule.definition.referenceName) ?? '';
    if (value === '') return rule.required === 'required' ? [rule] : [];
    const fits = rule.allowed === undefined || rule.allowed.some((each) => String(each) === String(value));
    return fits ? [] : [rule];
  });
}

/** Texts of the form "Name <unique name>", as extensions give and get identities. */
const namedIdentity = /<([^<>]+)>\s*$/;

/** A value as it is kept and sent: dates as ISO texts, people by their unique name, "" for an emptied one. */
export function storedValue(rule: FieldRule, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return value.toISOString();
  if (rule.definition.isIdentity !== true) return value;
  if (typeof value === 'object' && 'uniqueName' in value) return String(value.uniqueName);
  return namedIdentity.exec(String(value))?.[1]?.trim() ?? value;
}
