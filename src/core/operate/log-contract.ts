/** What the application has to log, for those who write it: a JSON Schema, and names as constants of two languages. */
import { countedFields, eventLevels } from '../model/event';
import type { EventField, SecurityEvent } from '../model/event';
import type { Model } from '../model/model';
import type { Artefact } from './artefact';
import { contractIdOf, homeIds } from './artefact';
import { commentText, csharpText, oneLine, typescriptText } from './escape';

/** One name in the log: the events that are told by it, and the sequences of others that wait for it. */
interface Entry {
  readonly name: string;
  readonly events: readonly SecurityEvent[];
  readonly awaitedBy: readonly SecurityEvent[];
}

function grouped(
  events: readonly SecurityEvent[],
  nameOf: (event: SecurityEvent) => string | undefined,
): ReadonlyMap<string, readonly SecurityEvent[]> {
  const groups = new Map<string, SecurityEvent[]>();
  for (const event of events) {
    const name = nameOf(event);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group) group.push(event);
    else groups.set(name, [event]);
  }
  return groups;
}

/** Events of the same name are one entry: the log knows only the name. By name. */
function entriesOf(events: readonly SecurityEvent[]): readonly Entry[] {
  const own = grouped(events, ({ logName }) => logName);
  const awaited = grouped(events, ({ threshold }) =>
    threshold.kind === 'sequence' ? threshold.then : undefined,
  );
  const names = [...new Set([...own.keys(), ...awaited.keys()])].sort((a, b) => (a < b ? -1 : 1));
  return names.map((name) => ({
    name,
    events: own.get(name) ?? [],
    awaitedBy: (awaited.get(name) ?? []).filter(({ logName }) => logName !== name),
  }));
}

interface Wanted {
  readonly field: EventField;
  /** An alert is counted by it, so that it must not be left out. */
  readonly isCounted: boolean;
}

/** What is sensitive for one event is so for all of its name. */
function fieldsOf({ events, awaitedBy }: Entry): readonly Wanted[] {
  const fields = new Map<string, EventField>();
  for (const field of events.flatMap((event) => event.fields)) {
    const isSensitive = field.sensitive === true || fields.get(field.name)?.sensitive === true;
    fields.set(field.name, isSensitive ? { ...field, sensitive: true } : field);
  }
  const counted = new Set([...events, ...awaitedBy].flatMap(({ threshold }) => countedFields(threshold)));
  for (const name of counted) if (!fields.has(name)) fields.set(name, { name });
  return [...fields.values()].map((field) => ({ field, isCounted: counted.has(field.name) }));
}

function fieldSchema({ field: { type, sensitive }, isCounted }: Wanted): object {
  const shape = type === 'date-time' ? { type: 'string', format: 'date-time' } : { type: type ?? 'string' };
  if (!sensitive) return shape;
  const description = isCounted
    ? 'Sensitive: log a keyed hash, by which alerts are counted.'
    : 'Sensitive: log a keyed hash or nothing.';
  return { ...shape, description, 'x-sensitive': true };
}

function levelSchema(events: readonly SecurityEvent[]): object {
  const levels = [...new Set(events.map(({ level }) => level))];
  return levels.length === 1 ? { const: levels[0] } : { enum: levels.length > 0 ? levels : eventLevels };
}

/** When it is written; of an entry that only others wait for, which ones. */
function whenOf({ events, awaitedBy }: Entry): string {
  const own = [...new Set(events.map(({ raisedWhen }) => oneLine(raisedWhen)))].filter((text) => text !== '');
  const before = [...new Set(awaitedBy.map(({ logName }) => logName))];
  return [...own, ...(before.length > 0 ? [`Awaited after ${before.join(', ')}.`] : [])].join(' ');
}

function entrySchema(model: Model, entry: Entry): object {
  const fields = fieldsOf(entry);
  const required = fields.filter(({ field, isCounted }) => isCounted || !field.sensitive);
  return {
    title: entry.name,
    description: whenOf(entry),
    type: 'object',
    required: ['event', 'level', 'time', ...required.map(({ field }) => field.name)],
    properties: {
      event: { const: entry.name },
      level: levelSchema(entry.events),
      time: { type: 'string', format: 'date-time' },
      ...Object.fromEntries(fields.map((wanted) => [wanted.field.name, fieldSchema(wanted)])),
    },
    'x-without': [...entry.events, ...entry.awaitedBy].map((event) => homeIds(model, event)),
  };
}

function schema(model: Model, entries: readonly Entry[]): Artefact {
  const value = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    'x-without-model': model.info.id,
    $id: `urn:uuid:${contractIdOf(model.info.id)}`,
    title: `Security events of ${oneLine(model.info.name)}`,
    ...(entries.length > 0 ? { oneOf: entries.map((entry) => entrySchema(model, entry)) } : { not: {} }),
  };
  return { path: 'log-contract/security-events.schema.json', content: `${JSON.stringify(value, null, 2)}\n` };
}

function pascal(name: string): string {
  const word = name
    .split('_')
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
  return /^[A-Za-z]/.test(word) ? word : `Event${word}`;
}

const className = 'SecurityEvents';

/**
 * Two names that would be one constant get a number; the order of the names decides. A member of C# must not be named
 * as its class (CS0542).
 */
function constantNames(names: readonly string[]): readonly string[] {
  const taken = new Set([className]);
  return names.map((name) => {
    const wanted = pascal(name);
    let constant = wanted;
    for (let number = 2; taken.has(constant); number += 1) constant = `${wanted}${number}`;
    taken.add(constant);
    return constant;
  });
}

/** Two comments: whose names these are, by the model's id as well. */
function headOf({ info }: Model): readonly string[] {
  return [`// Security events of ${commentText(info.name)}`, `// Threat model ${info.id}`];
}

/** When an entry is written, and the ids of the events that it is. */
function noteOf(entry: Entry): string {
  const ids = [...entry.events, ...entry.awaitedBy].map(({ id }) => id).join(', ');
  return `// ${commentText(`${whenOf(entry)} (event ${ids})`)}`;
}

/** A line of comment and one of code for each entry. */
function constantsOf(
  entries: readonly Entry[],
  line: (constant: string, name: string) => string,
  indent: string,
): readonly string[] {
  const names = constantNames(entries.map(({ name }) => name));
  return entries.flatMap((entry, place) => {
    const constant = names[place] ?? pascal(entry.name);
    return [`${indent}${noteOf(entry)}`, `${indent}${line(constant, entry.name)}`];
  });
}

function typescript(model: Model, entries: readonly Entry[]): Artefact {
  const constants = constantsOf(entries, (constant, name) => `${constant}: ${typescriptText(name)},`, '  ');
  const lines = [...headOf(model), 'export const securityEvents = {', ...constants, '} as const;', ''];
  return { path: 'log-contract/security-events.ts', content: lines.join('\n') };
}

function csharp(model: Model, entries: readonly Entry[]): Artefact {
  const line = (constant: string, name: string) => `public const string ${constant} = ${csharpText(name)};`;
  const constants = constantsOf(entries, line, '    ');
  const lines = [...headOf(model), `public static class ${className}`, '{', ...constants, '}', ''];
  return { path: 'log-contract/SecurityEvents.cs', content: lines.join('\n') };
}

/** Of the events that the application must raise; those of the platform are there already. */
export function logContract(model: Model, events: readonly SecurityEvent[]): readonly Artefact[] {
  const entries = entriesOf(events.filter(({ source }) => source === 'application'));
  return [schema(model, entries), typescript(model, entries), csharp(model, entries)];
}
