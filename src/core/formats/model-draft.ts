/** A model being read: collects entities, keeps keys unique and texts within the schemas, and counts what is left. */
import type { Boundary, Diagram, Element, Flow } from '../model/diagram-parts';
import type { Assumption } from '../model/decisions';
import type { MitigationId, NewId } from '../model/ids';
import { diagramId, mint, modelId } from '../model/ids';
import type { Mitigation, Treatment } from '../model/mitigation';
import type { Model, NotTaken } from '../model/model';
import { countModel, emptyModel } from '../model/model';
import type { Origin } from '../model/parts';
import type { Threat } from '../model/threat';
import { cleanLine, cleanProse, cut } from './clean-text';
import type { ImportInput, Limits } from './import-result';
import type { Report } from './report';
import { newReport } from './report';
import { withRecord } from './reimport/written';
import { stopWhenLate } from './time-is-up';

/** The limits of `line` and `prose` in model/parts.ts, UTF-16 code units. */
const maxLine = 1024;
const maxProse = 65_536;
/** All properties of one thing together; an entity must fit a stored document of 256 kB. UTF-16 code units. */
const maxProperties = 65_536;
/** Names that `Object` gives a meaning; the schema drops them, so they are not even tried. */
const reservedNames: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

export class ModelDraft {
  readonly report: Report = newReport();
  readonly diagrams: Diagram[] = [];
  readonly elements: Element[] = [];
  readonly flows: Flow[] = [];
  readonly boundaries: Boundary[] = [];
  readonly threats: Threat[] = [];
  readonly mitigations: Mitigation[] = [];
  readonly treatments: Treatment[] = [];
  readonly assumptions: Assumption[] = [];
  /** Mitigation by normalised text: one per distinct text. */
  readonly mitigationByText = new Map<string, MitigationId>();
  readonly newId: NewId;
  private readonly limits: Limits;
  /** Kind and key -> how often it was asked for; repeated keys must not cost quadratic time. */
  private readonly usedKeys = new Map<string, number>();

  constructor(
    private readonly format: string,
    private readonly input: ImportInput,
  ) {
    this.newId = input.newId;
    this.limits = input.limits;
  }

  /** One line within the schema's limit; a cut is reported. */
  line(text: string): string {
    return this.fit(cleanLine(text), maxLine);
  }

  /** A paragraph or more within the schema's limit; a cut is reported. */
  prose(text: string): string {
    return this.fit(cleanProse(text), maxProse);
  }

  private fit(text: string, max: number): string {
    if (text.length > max) this.report.add('ends of long texts', 'they are longer than a text may be here');
    return cut(text, max);
  }

  /** Origin of one thing of `kind`. Files repeat keys now and then; the second gets "#2", stable while order is. */
  origin(kind: string, key: string): Origin {
    stopWhenLate(this.limits);
    const base = cut(cleanLine(key), maxLine - 12);
    const counted = `${kind} ${base}`;
    let n = this.usedKeys.get(counted) ?? 0;
    let unique = base;
    // The file itself may hold a key that looks like a numbered one, so numbers are tried until one is free.
    do unique = ++n === 1 ? base : `${base}#${String(n)}`;
    while (n > 1 && this.usedKeys.has(`${kind} ${unique}`));
    this.usedKeys.set(counted, n);
    if (n > 1) this.usedKeys.set(`${kind} ${unique}`, 1);
    return { kind: 'import', format: this.format, key: unique };
  }

  addDiagram(key: string, name: string): Diagram {
    const fallback = `Diagram ${String(this.diagrams.length + 1)}`;
    const origin = this.origin('diagram', key === '' ? fallback : key);
    const diagram: Diagram = { id: mint(diagramId, this.newId), origin, name: this.line(name) || fallback };
    this.diagrams.push(diagram);
    return diagram;
  }

  /** Name-value pairs as a record; empty values say nothing and are left out. */
  properties(pairs: Iterable<readonly [string, string]>): Record<string, string> {
    const kept = new Map<string, string>();
    let room = maxProperties;
    for (const [rawName, rawValue] of pairs) {
      const name = this.line(rawName);
      const value = this.prose(rawValue);
      if (name === '' || value === '') continue;
      if (reservedNames.has(name)) this.report.add('properties', 'their names are reserved');
      else if (room < value.length)
        this.report.add('properties', 'one thing has more of them than can be kept');
      else if (!kept.has(name)) {
        kept.set(name, value);
        room -= name.length + value.length;
      }
    }
    return Object.fromEntries(kept);
  }

  /** The whole model, with its record of this import. */
  finish(about: { readonly name: string; readonly description: string }): {
    model: Model;
    notTaken: readonly NotTaken[];
  } {
    const file = this.line(baseName(this.input.fileName));
    const name = this.line(about.name) || this.line(withoutExtension(file)) || 'Imported model';
    const description = this.prose(about.description);
    const notTaken = this.report.rows();
    const { now } = this.input;
    const info = { id: mint(modelId, this.newId), name, description, scope: [], created: now };
    const bare: Model = { ...emptyModel(info), ...this.maps() };
    const imported = {
      file,
      format: this.format,
      at: now,
      counts: countModel(bare),
      notTaken: [...notTaken],
    };
    return { model: withRecord({ ...bare, info: { ...info, imported } }), notTaken };
  }

  private maps() {
    return {
      diagram: byId(this.diagrams),
      element: byId(this.elements),
      boundary: byId(this.boundaries),
      flow: byId(this.flows),
      mitigation: byId(this.mitigations),
      threat: byId(this.threats),
      treatment: byId(this.treatments),
      assumption: byId(this.assumptions),
    };
  }
}

const byId = <Id, T extends { readonly id: Id }>(list: readonly T[]): ReadonlyMap<T['id'], T> =>
  new Map(list.map((thing) => [thing.id, thing]));

const baseName = (fileName: string): string =>
  fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);

function withoutExtension(fileName: string): string {
  const dot = fileName.lastIndexOf('.');
  return dot > 0 ? fileName.slice(0, dot) : fileName;
}
