/** The shape of a package file. Strict: a misspelt key is refused, since it would silently do nothing. */
import * as v from 'valibot';
import { eventSeverities, eventSources, fieldEntities } from '../model/event';
import { status, strengthLevels } from '../model/mitigation';
import { anchors, knowledgeControlTypes } from './package';

const optional = v.exactOptional;
/** Ids never change their meaning, so they are plain: no capitals, no spaces. */
const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9._-]{1,99}$/, 'must be an id such as "query-injection"'),
);
const reference = v.pipe(
  v.string(),
  v.regex(/^([a-z0-9.-]+:)?[a-z0-9][a-z0-9._-]{1,99}$/, 'must be an id or package:id'),
);
const packageId = v.pipe(v.string(), v.regex(/^[a-z0-9]+([.-][a-z0-9]+)+$/, 'must look like "without.core"'));
const version = v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, 'must look like "1.0.0"'));

// Sized so that a mitigation copied into a model fits its texts there (64 Ki code units each).
const line = v.pipe(v.string(), v.maxLength(1000));
const text = v.pipe(v.string(), v.maxLength(10_000));
const some = <S extends v.GenericSchema>(schema: S, most: number) =>
  // Counted first: the entries of a list that is far too long would take minutes to read.
  v.pipe(v.array(v.unknown()), v.maxLength(most), v.array(schema));
const list = <S extends v.GenericSchema>(schema: S) => optional(some(schema, 5000));
const words = optional(some(line, 200));
const level = optional(v.picklist([1, 2, 3]));
const aliases = optional(
  v.strictObject({
    tmt: words,
    threatDragon: words,
    threagile: words,
    otm: words,
    pytm: words,
    tms: words,
  }),
);
const weaknesses = optional(some(v.pipe(v.number(), v.integer()), 200));
const refs = optional(
  v.strictObject({
    capec: weaknesses,
    cwe: weaknesses,
    attack: words,
    atlas: words,
    d3fend: words,
    asvs4: words,
    asvs5: words,
    nist80053: words,
    ssdf: words,
    mcsb: words,
    owasp: words,
    slsa: words,
    other: optional(some(v.looseObject({ label: line, url: optional(line) }), 200)),
  }),
);
const scale = optional(
  v.pipe(
    v.array(v.strictObject({ id, label: line, value: v.number(), help: optional(text) })),
    v.minLength(2),
  ),
);
const values = optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])));

const property = v.strictObject({
  id,
  label: line,
  help: optional(text),
  type: v.picklist(['enum', 'multi', 'boolean', 'string', 'number']),
  values: optional(some(v.strictObject({ id, label: line, aliases: words }), 200)),
  aliases,
  tags: words,
});

const entityType = v.strictObject({
  id,
  name: line,
  base: optional(v.picklist(['external-interactor', 'process', 'data-store', 'data-flow', 'trust-boundary'])),
  parent: optional(reference),
  abstract: optional(v.boolean()),
  description: optional(text),
  properties: optional(some(reference, 500)),
  defaults: values,
  fixed: values,
  icon: optional(line),
  aliases,
  tags: words,
});

const strideLetters = v.pipe(v.array(v.picklist(['S', 'T', 'R', 'I', 'D', 'E'])), v.maxLength(6));
const severity = v.strictObject({
  probability: line,
  impact: line,
  rationale: optional(text),
  adjust: list(
    v.strictObject({
      when: v.unknown(),
      probability: optional(v.number()),
      impact: optional(v.number()),
      because: optional(text),
    }),
  ),
});

/** Rules are read node by node (readRule), which names places better than one schema of all. */
export const threatSchema = v.strictObject({
  id,
  name: line,
  /** May be empty only beside other categories: templates of other tools have their own. */
  stride: strideLetters,
  otherCategories: words,
  description: text,
  withoutClause: optional(line),
  severity,
  anchor: v.picklist(anchors),
  when: v.unknown(),
  unless: optional(v.unknown()),
  mitigations: some(
    v.strictObject({
      ref: reference,
      strength: v.picklist(strengthLevels),
      when: optional(v.unknown()),
      top: optional(v.boolean()),
      rationale: optional(text),
    }),
    100,
  ),
  events: list(reference),
  questions: list(reference),
  top: optional(v.boolean()),
  level,
  tags: words,
  refs,
  derivedFrom: words,
  aliases,
  /** Small models at which the rule fires or stays silent; read where they are run. */
  examples: optional(v.pipe(v.array(v.unknown()), v.maxLength(20))),
});

export const mitigationSchema = v.strictObject({
  id,
  name: line,
  controlType: v.picklist(knowledgeControlTypes),
  description: text,
  implement: optional(text),
  verify: optional(
    some(
      v.strictObject({
        how: v.pipe(v.string(), v.maxLength(2000)),
        kind: optional(v.picklist(['manual', 'automated', 'policy', 'test'])),
        link: optional(line),
      }),
      20,
    ),
  ),
  satisfiedWhen: optional(v.unknown()),
  effort: optional(v.picklist(['xs', 's', 'm', 'l', 'xl'])),
  workItem: optional(
    v.strictObject({ title: optional(line), acceptance: optional(some(line, 20)), tags: words }),
  ),
  events: list(reference),
  // The design adds these three to the published schema; the status is what is true of everybody's systems.
  status: optional(status),
  alternativeTo: list(reference),
  requires: list(reference),
  top: optional(v.boolean()),
  level,
  tags: words,
  refs,
  derivedFrom: words,
});

export const questionSchema = v.strictObject({
  id,
  text,
  rationale: text,
  goodAnswer: optional(text),
  warningSigns: optional(some(text, 50)),
  stride: optional(strideLetters),
  anchor: v.picklist(anchors),
  when: v.unknown(),
  answers: optional(
    some(v.strictObject({ label: line, set: values, raises: optional(some(reference, 50)) }), 20),
  ),
  top: optional(v.boolean()),
  level,
  tags: words,
  refs,
});

/** Names of logs and fields, and windows, are judged where the event is read: there each is one problem with its place. */
export const eventSchema = v.strictObject({
  id,
  name: line,
  source: v.picklist(eventSources),
  raisedWhen: text,
  logName: optional(line),
  logLevel: optional(v.picklist(['INFO', 'WARN', 'ERROR', 'CRITICAL'])),
  fields: some(
    v.strictObject({
      name: line,
      type: optional(line),
      sensitive: optional(v.boolean()),
      entity: optional(v.picklist(fieldEntities)),
    }),
    50,
  ),
  threshold: v.strictObject({
    kind: v.picklist(['each', 'count', 'distinct', 'sequence', 'anomaly']),
    count: optional(v.pipe(v.number(), v.integer())),
    window: optional(line),
    groupBy: optional(some(line, 10)),
    distinctField: optional(line),
    then: optional(reference),
  }),
  severity: v.picklist(eventSeverities),
  falsePositives: optional(some(line, 20)),
  response: optional(
    v.strictObject({
      meaning: optional(text),
      first: optional(some(line, 30)),
      automatic: optional(some(line, 30)),
    }),
  ),
  maps: optional(
    v.strictObject({
      owaspVocabulary: optional(line),
      appsensor: words,
      ocsf: optional(v.record(v.string(), v.unknown())),
      attack: words,
      sentinelTactics: words,
    }),
  ),
  platformQuery: optional(
    v.strictObject({
      kqlTable: optional(line),
      kqlWhere: optional(text),
      sigmaLogsource: optional(v.record(v.string(), v.unknown())),
      sigmaSelection: optional(v.record(v.string(), v.union([line, some(line, 100)]))),
    }),
  ),
  top: optional(v.boolean()),
  level,
  tags: words,
});

export const packageSchema = v.strictObject({
  $schema: optional(line),
  kbSchema: v.literal(1),
  kind: v.literal('package', 'Only packages can be read here; overlays cannot.'),
  id: packageId,
  version,
  name: line,
  description: optional(text),
  publisher: optional(line),
  licence: line,
  sources: list(
    v.strictObject({
      id,
      name: line,
      version: optional(line),
      url: optional(line),
      licence: line,
      use: optional(v.picklist(['reference-only', 'adapted', 'verbatim'])),
      attribution: optional(text),
    }),
  ),
  extends: list(v.strictObject({ id: packageId, range: line })),
  scales: optional(
    v.strictObject({
      probability: scale,
      impact: scale,
      strength: scale,
      severity: scale,
      severityMatrix: optional(v.array(v.array(line))),
      combine: optional(v.picklist(['complement-product', 'additive-capped', 'max'])),
    }),
  ),
  properties: list(property),
  entityTypes: list(entityType),
  threats: list(threatSchema),
  mitigations: list(mitigationSchema),
  questions: list(questionSchema),
  events: list(eventSchema),
  /** What its owner changed from version to version, and why: for people, no rule reads it. */
  changes: list(
    v.strictObject({
      version,
      op: v.picklist(['patch', 'disable', 'add', 'link']),
      type: v.picklist(['threat', 'mitigation', 'question', 'event', 'property', 'entityType']),
      id: line,
      because: text,
    }),
  ),
  retired: list(
    v.strictObject({
      type: v.picklist(['entityType', 'property', 'threat', 'mitigation', 'question', 'event']),
      id,
      since: version,
      replacedBy: list(id),
      reason: optional(text),
    }),
  ),
});

export type PackageFile = v.InferOutput<typeof packageSchema>;
export type EventFile = v.InferOutput<typeof eventSchema>;
export type QuestionFile = v.InferOutput<typeof questionSchema>;
export type ThreatFile = v.InferOutput<typeof threatSchema>;
export type MitigationFile = v.InferOutput<typeof mitigationSchema>;
export type EntityTypeFile = v.InferOutput<typeof entityType>;
export type PropertyFile = v.InferOutput<typeof property>;
