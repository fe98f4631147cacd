/** Walks a parsed value without recursion and within limits: its strings, and the ids in them. */
import { limits } from './alert';

export interface Walked {
  readonly text: string;
  readonly ids: readonly string[];
}

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
/** What is only machinery: addresses, kinds of resources and the name of who sends it say nothing of the case. */
const silent =
  /^(?:https?:\/\/|\/subscriptions\/|microsoft\.\w+\/|azureMonitorCommonAlertSchema$|log(?: alerts v2)?$|(?:azure|microsoft) sentinel$)/i;

/** True for a value that is nested deeper than an alert may be: asked before anything else walks into it. */
export function isTooDeep(root: unknown): boolean {
  let level: readonly unknown[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limits.depth) return true;
    // Most values of an alert are texts: only what holds others is gone into, a hundred thousand times in a feed.
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      const children: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
      for (const child of children) if (typeof child === 'object' && child !== null) next.push(child);
    }
    level = next;
  }
  return false;
}

/** The strings of a value, in the order in which they stand, and the ids in them; undefined when a limit is passed. */
export function walkJson(root: unknown): Walked | undefined {
  const ids = new Set<string>();
  const texts: string[] = [];
  let length = 0;
  let values = 0;
  const open: (readonly [value: unknown, depth: number])[] = [[root, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, depth] = next;
    values += 1;
    if (values > limits.values || depth > limits.depth) return undefined;
    if (typeof value === 'string') {
      if (value.length >= 36 && ids.size < limits.ids)
        for (const [id] of value.matchAll(uuids)) ids.add(id.toLowerCase());
      if (length < limits.text && value.length > 1 && !silent.test(value)) {
        texts.push(value.slice(0, limits.text - length));
        length += value.length + 1;
      }
    } else if (typeof value === 'object' && value !== null) {
      const children: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
      // The last is taken first from the stack; pushed in reverse, they come out as they stand.
      for (let i = Math.min(children.length, limits.values) - 1; i >= 0; i -= 1)
        open.push([children[i], depth + 1]);
      values += Math.max(0, children.length - limits.values);
    }
  }
  return { text: texts.join('\n'), ids: [...ids].slice(0, limits.ids) };
}

export type Json = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** The record under the name; empty when there is none. */
export function recordAt(value: Json, name: string): Json {
  const found = Object.hasOwn(value, name) ? value[name] : undefined;
  return isRecord(found) ? found : {};
}
/** The text under the first of the names that has one. */
export function textAt(value: Json, ...names: readonly string[]): string {
  for (const name of names) {
    const found = Object.hasOwn(value, name) ? value[name] : undefined;
    if (typeof found === 'string' && found.trim() !== '') return found;
    if (typeof found === 'number') return String(found);
  }
  return '';
}
export function listAt(value: Json, name: string): readonly unknown[] {
  const found = Object.hasOwn(value, name) ? value[name] : undefined;
  return Array.isArray(found) ? found : [];
}

/** An instant in UTC, whatever way it is written; undefined when it is none between 1970 and 9999. */
export function instantOf(text: string): string | undefined {
  const time = Date.parse(text.slice(0, 40));
  return Number.isFinite(time) && time >= 0 && time < 253_402_300_800_000
    ? new Date(time).toISOString()
    : undefined;
}
