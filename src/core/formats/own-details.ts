/**
 * What our exports add to the files of other tools, so that a model which goes out and comes back loses less than the
 * format itself can hold. It is read with the same suspicion as the rest. Where the file itself says something else by
 * now, somebody changed it in the other tool, and the file counts.
 */
import * as v from 'valibot';
import { element, flow } from '../model/diagram-parts';
import type { Boundary, Element, Flow } from '../model/diagram-parts';
import { mitigation, treatment } from '../model/mitigation';
import type { Mitigation, Treatment } from '../model/mitigation';
import { threat } from '../model/threat';
import type { Threat } from '../model/threat';
import type { Json } from './json-value';
import { asObject } from './json-value';

/** The name under which they stand in a file. */
export const ownMark = 'without';

/** Ids of things that a format demands and a model has not: our importers know them and leave them out. */
export const noZone = 'without-no-zone';
export const wholeSystem = 'without-whole-system';
export const nowhere = 'without-nowhere';
export const anybody = 'without-anybody';
/** TM-BOM wants the name of an extension to look like a domain with a path. */
export const ownExtension = 'without.extension/details';

const part = v.partial(v.pick(element, ['type', 'outOfScope', 'properties', 'kind']));
const line = v.partial(v.pick(flow, ['type', 'outOfScope', 'properties']));
const ofThreat = v.pick(threat, ['probability', 'impact', 'stride', 'category', 'status', 'notes']);
const ofMitigation = v.pick(mitigation, ['verify', 'controlType', 'tags', 'effort', 'status']);
const ofTreatment = v.pick(treatment, ['strength', 'status']);
export type ThreatDetails = v.InferOutput<typeof ofThreat>;
export type MitigationDetails = v.InferOutput<typeof ofMitigation>;
export type TreatmentDetails = v.InferOutput<typeof ofTreatment>;
export type PartDetails = v.InferOutput<typeof part>;

/** Without members that are not there: JSON has no place for them. */
const present = (value: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));

export const partDetails = (of: Element | Flow | Boundary) =>
  present({
    type: of.type,
    outOfScope: of.outOfScope,
    properties: of.properties,
    ...('kind' in of ? { kind: of.kind } : {}),
  });
export const threatDetails = ({ probability, impact, stride, category, status, notes }: Threat) =>
  present({ probability, impact, stride, category, status, notes });
export const mitigationDetails = ({ verify, controlType, tags, effort, status }: Mitigation) =>
  present({ verify, controlType, tags, effort, status });
export const treatmentDetails = ({ strength, status }: Pick<Treatment, 'strength' | 'status'>) =>
  present({ strength, status });

function read<S extends v.GenericSchema>(schema: S, raw: Json | undefined): v.InferOutput<S> | undefined {
  const parsed = asObject(raw) ? v.safeParse(schema, raw) : undefined;
  return parsed?.success ? parsed.output : undefined;
}

/** Undefined when the file has none, or when they do not hold. */
export const readPartDetails = (raw: Json | undefined): PartDetails | undefined => read(part, raw);
export const readLineDetails = (raw: Json | undefined) => read(line, raw);
export const readThreatDetails = (raw: Json | undefined): ThreatDetails | undefined => read(ofThreat, raw);
export const readMitigationDetails = (raw: Json | undefined) => read(ofMitigation, raw);
export const readTreatmentDetails = (raw: Json | undefined) => read(ofTreatment, raw);

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each) => b.includes(each));

/** The threat with what the details know better. A level, a state or a category that differs was changed since. */
export function withThreatDetails(found: Threat, details: ThreatDetails | undefined): Threat {
  if (!details) return found;
  const { category: _category, ...rest } = found;
  const { probability, impact, stride, category, status, notes } = details;
  const rated = probability.level === found.probability.level && impact.level === found.impact.level;
  return {
    ...(sameSet(stride, found.stride)
      ? { ...rest, stride, ...(category === undefined ? {} : { category }) }
      : found),
    ...(rated ? { probability, impact } : {}),
    ...(status.kind === found.status.kind ? { status } : {}),
    ...(notes === undefined ? {} : { notes }),
  };
}

/** The mitigation with what the details know; its status too, unless the file says another by now. */
export function withMitigationDetails(
  found: Mitigation,
  details: MitigationDetails | undefined,
  statusHolds = true,
): Mitigation {
  if (!details) return found;
  const { status, ...rest } = details;
  return { ...found, ...rest, ...(statusHolds ? { status } : {}) };
}

/** The part with its type, its scope and its properties as the model had them. */
export function withPartDetails<P extends Element | Flow | Boundary>(
  found: P,
  details: Pick<PartDetails, 'type' | 'outOfScope' | 'properties'> | undefined,
): P {
  if (!details) return found;
  const { type: _type, outOfScope: _scope, ...rest } = found;
  const { type, outOfScope, properties } = details;
  return {
    ...(rest as P),
    ...(type === undefined ? {} : { type }),
    ...(outOfScope === undefined ? {} : { outOfScope }),
    ...(properties === undefined ? {} : { properties }),
  };
}
