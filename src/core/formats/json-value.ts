/** JSON from strangers: limits are asked before anything is built, and no key can reach a prototype. */
import type { Limits } from './import-result';
import { Refusal } from './import-result';
import { stopWhenLate } from './time-is-up';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

const quote = 0x22;
const backslash = 0x5c;
const isOpening = (code: number) => code === 0x7b || code === 0x5b;
const isClosing = (code: number) => code === 0x7d || code === 0x5d;

/** The index of the quote that ends the string which starts at `start`; the length of the text when none does. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === backslash) at += 1;
    else if (code === quote) return at;
  }
  return text.length;
}

/** Depth and number of values, counted on the text: a bomb is refused before a parser builds it. */
function checkSize(text: string, limits: Limits): void {
  let depth = 0;
  let values = 1;
  let steps = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (isOpening(code)) depth += 1;
    else if (isClosing(code)) depth -= 1;
    if (isOpening(code) || code === 0x2c) values += 1;
    if (depth > limits.maxDepth) throw new Refusal('This JSON file is nested too deeply to be imported.');
    if (values > limits.maxNodes) throw new Refusal('This JSON file holds too many values to be imported.');
    // The clock costs more than a character, so it is asked every 65,536 of them.
    if ((++steps & 0xffff) === 0) stopWhenLate(limits);
  }
}

const forged = () =>
  new Refusal(
    'This JSON file holds keys that try to change how programs work (such as "__proto__"), so it is not accepted.',
  );

const isHolder = (value: Json | undefined): value is JsonObject | readonly Json[] =>
  typeof value === 'object' && value !== null;

/** No `__proto__` anywhere, and no `constructor` that holds a `prototype`. A loop, since depth is the file's. */
function checkKeys(root: Json, limits: Limits): void {
  const waiting: Json[] = [root];
  let seen = 0;
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (++seen % 4096 === 0) stopWhenLate(limits);
    if (!isHolder(value)) continue;
    if (!isList(value)) {
      const made = member(value, 'constructor');
      if (Object.hasOwn(value, '__proto__')) throw forged();
      if (isHolder(made) && Object.hasOwn(made, 'prototype')) throw forged();
    }
    for (const inner of Object.values(value)) waiting.push(inner);
  }
}

const isList = (value: JsonObject | readonly Json[]): value is readonly Json[] => Array.isArray(value);

/** The value of the text. Throws Refusal when it is no JSON, is beyond the limits, or holds forged keys. */
export function parseJson(text: string, limits: Limits): Json {
  checkSize(text, limits);
  const value = parsed(text);
  checkKeys(value, limits);
  return value;
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new Refusal('This JSON file is cut off or damaged, so it cannot be read.');
  }
}

/**
 * The keys of the outermost object, read from the text without building it: cheap enough to ask for every format.
 * Empty when the text is no object. Works on a damaged file too, so that a refusal can say what the file seems to be.
 */
export function topLevelKeys(text: string): ReadonlySet<string> {
  const keys = new Set<string>();
  if (!/^\s*\{/.test(text)) return keys;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isOpening(code)) depth += 1;
    else if (isClosing(code)) depth -= 1;
    else if (code === quote) {
      const end = endOfString(text, at);
      // Long keys are no keys of a known format; not keeping them keeps hostile files small.
      const isKey = depth === 1 && end - at < 64 && /^\s{0,16}:/.test(text.slice(end + 1, end + 18));
      if (isKey) keys.add(text.slice(at + 1, end));
      at = end;
    }
  }
  return keys;
}

/** The own member, never an inherited one. */
export function member(value: Json | undefined, name: string): Json | undefined {
  const holder = asObject(value);
  return holder && Object.hasOwn(holder, name) ? holder[name] : undefined;
}

export function asObject(value: Json | undefined): JsonObject | undefined {
  return isHolder(value) && !isList(value) ? value : undefined;
}

/** The list, or an empty one: real files leave lists out or write null. */
export function asList(value: Json | undefined): readonly Json[] {
  return isHolder(value) && isList(value) ? value : [];
}

/** A string, or a number as its digits; '' for anything else. */
export function asText(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

export function asNumber(value: Json | undefined): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
