/** The shape of an overlay: what an organisation changes in packages that it does not own, each change with its reason. */
import * as v from 'valibot';
import { strengthLevels } from '../model/mitigation';

const optional = v.exactOptional;
const line = v.pipe(v.string(), v.maxLength(1000));
const reference = v.pipe(
  v.string(),
  v.regex(/^([a-z0-9.-]+:)?[a-z0-9][a-z0-9._-]{1,99}$/, 'must be an id or package:id'),
);
const packageId = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+([.-][a-z0-9]+)+$/, 'must look like "contoso.policy"'),
);
const version = v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, 'must look like "1.0.0"'));
const because = optional(v.pipe(v.string(), v.maxLength(10_000)));

/** What can be added, changed or disabled. */
export const entryTypes = ['threat', 'mitigation', 'question', 'event', 'property', 'entityType'] as const;
export type EntryType = (typeof entryTypes)[number];
/** The list of a package's file that holds entries of the type. */
export const listOf: Readonly<Record<EntryType, string>> = {
  threat: 'threats',
  mitigation: 'mitigations',
  question: 'questions',
  event: 'events',
  property: 'properties',
  entityType: 'entityTypes',
};
const type = v.picklist(entryTypes);
const json = v.record(v.string(), v.unknown());

const operation = v.variant('op', [
  v.strictObject({ op: v.literal('patch'), type, id: reference, set: json, because }),
  v.strictObject({ op: v.literal('disable'), type, id: reference, because }),
  v.strictObject({ op: v.literal('add'), type, value: json, because }),
  v.strictObject({
    op: v.literal('link'),
    threat: reference,
    mitigation: reference,
    strength: optional(v.picklist(strengthLevels)),
    top: optional(v.boolean()),
    remove: optional(v.boolean()),
    because,
  }),
]);
export type Operation = v.InferOutput<typeof operation>;

export const overlaySchema = v.strictObject({
  $schema: optional(line),
  kbSchema: v.literal(1),
  kind: v.literal('overlay'),
  id: packageId,
  version,
  name: line,
  description: optional(v.pipe(v.string(), v.maxLength(10_000))),
  publisher: optional(line),
  licence: line,
  /** The first one takes what is added. */
  targets: v.pipe(v.array(v.strictObject({ id: packageId, range: line })), v.minLength(1), v.maxLength(20)),
  ops: v.pipe(v.array(operation), v.maxLength(5000)),
});
export type Overlay = v.InferOutput<typeof overlaySchema>;
