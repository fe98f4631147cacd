/** What the application has to log, for those who write it: a JSON Schema, and names as constants of two languages. */
import type { EventField, SecurityEvent } from '../model/event';
import type { Model } from '../model/model';
import type { Artefact } from './artefact';
import { homeIds, ruleIdOf } from './artefact';
import { commentText, csharpText, oneLine, typescriptText } from './escape';

function fieldSchema({ type, sensitive }: EventField): object {
  const shape = type === 'date-time' ? { type: 'string', format: 'date-time' } : { type: type ?? 'string' };
  return sensitive
    ? { ...shape, description: 'Sensitive: log a keyed hash or nothing.', 'x-sensitive': true }
    : shape;
}

/** Events of the same name are one entry: the log knows only the name. */
function byName(events: readonly SecurityEvent[]): ReadonlyMap<string, readonly SecurityEvent[]> {
  const groups = new Map<string, SecurityEvent[]>();
  for (const event of events) {
    const group = groups.get(event.logName);
    if (group) group.push(event);
    else groups.set(event.logName, [event]);
  }
  return groups;
}

function entrySchema(model: Model, name: string, events: readonly SecurityEvent[]): object {
  const fields = new Map(
    events.flatMap((event) => event.fields.map((field) => [field.name, field] as const)),
  );
  const first = events[0];
  return {
    title: name,
    description: events.map(({ raisedWhen }) => oneLine(raisedWhen)).join(' '),
    type: 'object',
    required: ['event', 'level', 'time', ...fields.keys()],
    properties: {
      event: { const: name },
      level: { const: first?.level ?? 'info' },
      time: { type: 'string', format: 'date-time' },
      ...Object.fromEntries([...fields].map(([key, field]) => [key, fieldSchema(field)])),
    },
    'x-without': events.map((event) => homeIds(model, event)),
  };
}

function schema(model: Model, events: readonly SecurityEvent[]): Artefact {
  const entries = [...byName(events)].map(([name, group]) => entrySchema(model, name, group));
  const first = events[0];
  const value = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    'x-without-model': model.info.id,
    $id: `urn:uuid:${first ? ruleIdOf(model.info.id, first.id, 'log-contract') : model.info.id}`,
    title: `Security events of ${oneLine(model.info.name)}`,
    ...(entries.length > 0 ? { oneOf: entries } : { not: {} }),
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
 * Two names that would be one constant get a number; the order of the events decides. A member of C# must not be named
 * as its class (CS0542).
 */
function constantNames(names: readonly string[]): readonly (readonly [string, string])[] {
  const taken = new Set([className]);
  return names.map((name) => {
    const wanted = pascal(name);
    let constant = wanted;
    for (let number = 2; taken.has(constant); number += 1) constant = `${wanted}${number}`;
    taken.add(constant);
    return [constant, name] as const;
  });
}

/** Two comments: whose names these are, by the model's id as well. */
function headOf({ info }: Model): readonly string[] {
  return [`// Security events of ${commentText(info.name)}`, `// Threat model ${info.id}`];
}

/** When an entry is written, and the ids of the events that it is. */
function noteOf(events: readonly SecurityEvent[] = []): string {
  const ids = events.map(({ id }) => id).join(', ');
  return `// ${commentText(`${events[0]?.raisedWhen ?? ''} (event ${ids})`)}`;
}

function typescript(model: Model, groups: ReadonlyMap<string, readonly SecurityEvent[]>): Artefact {
  const lines = [...headOf(model), 'export const securityEvents = {'];
  for (const [constant, name] of constantNames([...groups.keys()])) {
    lines.push(`  ${noteOf(groups.get(name))}`);
    lines.push(`  ${constant}: ${typescriptText(name)},`);
  }
  return { path: 'log-contract/security-events.ts', content: [...lines, '} as const;', ''].join('\n') };
}

function csharp(model: Model, groups: ReadonlyMap<string, readonly SecurityEvent[]>): Artefact {
  const lines = [...headOf(model), `public static class ${className}`, '{'];
  for (const [constant, name] of constantNames([...groups.keys()])) {
    lines.push(`    ${noteOf(groups.get(name))}`);
    lines.push(`    public const string ${constant} = ${csharpText(name)};`);
  }
  return { path: 'log-contract/SecurityEvents.cs', content: [...lines, '}', ''].join('\n') };
}

/** Of the events that the application must raise; those of the platform are there already. */
export function logContract(model: Model, events: readonly SecurityEvent[]): readonly Artefact[] {
  const own = events.filter(({ source }) => source === 'application');
  const groups = byName(own);
  return [schema(model, own), typescript(model, groups), csharp(model, groups)];
}
