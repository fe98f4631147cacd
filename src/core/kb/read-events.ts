/** Reads the events of a package, and the links of threats and mitigations to them. */
import * as v from 'valibot';
import { eventField, logWord, threshold as thresholdSchema } from '../model/event';
import type { EventField, EventSelection, SecurityEvent, Threshold } from '../model/event';
import { contentHash } from './content-hash';
import type { KnowledgeEvent } from './package';
import type { EventFile } from './package-schema';
import type { PackageContext } from './read-package';

const levels: Readonly<Record<NonNullable<EventFile['logLevel']>, SecurityEvent['level']>> = {
  INFO: 'info',
  WARN: 'warning',
  ERROR: 'error',
  CRITICAL: 'critical',
};

const logNameOf = ({ id, logName }: EventFile): string => logName ?? id.replace(/[^a-z0-9]+/g, '_');

export class EventReader {
  readonly all: readonly KnowledgeEvent[];
  readonly #byId: ReadonlyMap<string, KnowledgeEvent>;

  constructor(private readonly context: PackageContext) {
    const events = context.file.events ?? [];
    this.all = events.flatMap((each, at) => this.read(each, `events[${at}]`) ?? []);
    this.#byId = new Map(this.all.map((each) => [each.id, each]));
  }

  /** What the references mean: events of this package or of an extended one. Each unknown one is named. */
  linked(references: readonly string[] | undefined, place: string): readonly KnowledgeEvent[] {
    const { names, problems } = this.context;
    return (references ?? []).flatMap((reference, at) => {
      const id = names.find('events', reference);
      if (id === undefined) {
        problems.add(`${place}[${at}]`, `There is no event "${reference}".`);
        return [];
      }
      const lender = names.extended.find((known) => reference.startsWith(`${known.id}:`));
      return (lender ? lender.events.find((each) => each.id === id) : this.#byId.get(id)) ?? [];
    });
  }

  private read(file: EventFile, place: string): KnowledgeEvent | undefined {
    const { response = {}, maps = {}, platformQuery = {} } = file;
    const threshold = this.threshold(file.threshold, `${place}.threshold`);
    const logName = this.checked(logWord, logNameOf(file), `${place}.logName`);
    const table = platformQuery.kqlTable;
    if (table !== undefined) this.checked(logWord, table, `${place}.platformQuery.kqlTable`);
    const fields = this.fields(file, place);
    const selection = this.selection(platformQuery.sigmaSelection, `${place}.platformQuery.sigmaSelection`);
    if (!threshold || logName === undefined) return undefined;
    return {
      package: this.context.file.id,
      version: this.context.file.version,
      id: file.id,
      hash: contentHash(file),
      name: file.name,
      source: file.source,
      raisedWhen: file.raisedWhen,
      logName,
      logLevel: levels[file.logLevel ?? 'INFO'],
      severity: file.severity,
      fields,
      threshold,
      falsePositives: file.falsePositives ?? [],
      meaning: response.meaning ?? '',
      firstResponse: response.first ?? [],
      automaticResponse: response.automatic ?? [],
      maps: {
        vocabulary: maps.owaspVocabulary,
        appsensor: maps.appsensor ?? [],
        attack: maps.attack ?? [],
      },
      table,
      selection,
      top: file.top ?? false,
      level: file.level ?? 2,
    };
  }

  /** What the model's schema makes of it, or a problem at the place. */
  private checked<S extends v.GenericSchema>(
    schema: S,
    value: unknown,
    place: string,
  ): v.InferOutput<S> | undefined {
    const parsed = v.safeParse(schema, value);
    if (parsed.success) return parsed.output;
    for (const issue of parsed.issues) {
      const inner = v.getDotPath(issue);
      this.context.problems.add(inner === null ? place : `${place}.${inner}`, issue.message);
    }
    return undefined;
  }

  private fields(file: EventFile, place: string): readonly EventField[] {
    return file.fields.flatMap((each, at) => this.checked(eventField, each, `${place}.fields[${at}]`) ?? []);
  }

  private selection(
    given: Readonly<Record<string, string | readonly string[]>> | undefined,
    place: string,
  ): readonly EventSelection[] {
    return Object.entries(given ?? {}).flatMap(([field, values]) => {
      this.checked(logWord, field, place);
      return { field, values: typeof values === 'string' ? [values] : [...values] };
    });
  }

  private threshold(file: EventFile['threshold'], place: string): Threshold | undefined {
    const { count, window, groupBy = [] } = file;
    switch (file.kind) {
      case 'each':
        return { kind: 'each' };
      // The model counts; without a number there is nothing to count to, so that each one is told.
      case 'anomaly':
        return count === undefined
          ? { kind: 'each' }
          : this.checked(thresholdSchema, { kind: 'count', count, window, groupBy }, place);
      case 'count':
        return this.checked(thresholdSchema, { kind: 'count', count, window, groupBy }, place);
      case 'distinct':
        return this.checked(
          thresholdSchema,
          { kind: 'distinct', count, field: file.distinctField, window, groupBy },
          place,
        );
      case 'sequence':
        return this.checked(
          thresholdSchema,
          { kind: 'sequence', then: this.nextName(file.then, `${place}.then`), window, groupBy },
          place,
        );
    }
  }

  /** The log name of the event that must follow. Undefined, and named, where there is none. */
  private nextName(reference: string | undefined, place: string): string | undefined {
    const { names, file } = this.context;
    const [id] = names.findAll('events', reference === undefined ? [] : [reference], place);
    const lender = names.extended.find((known) => reference?.startsWith(`${known.id}:`));
    const own = (file.events ?? []).find((each) => each.id === id);
    return lender ? lender.events.find((each) => each.id === id)?.logName : own && logNameOf(own);
  }
}
