/** An event as a form holds it, every value a text, and the way from there to an event or to what is wrong with it. */
import * as v from 'valibot';
import { event, eventField, logWord, window } from '../model/event';
import type { EventField, EventSelection, SecurityEvent, Threshold } from '../model/event';
import type { EventTexts } from '../model/edits/events';
import type { ThreatId } from '../model/ids';

export interface FieldDraft {
  readonly name: string;
  readonly type: NonNullable<EventField['type']>;
  readonly sensitive: 'yes' | 'no';
  readonly entity: NonNullable<EventField['entity']> | '';
}

export interface EventDraft {
  readonly title: string;
  readonly source: SecurityEvent['source'];
  readonly raisedWhen: string;
  readonly logName: string;
  readonly level: SecurityEvent['level'];
  readonly severity: SecurityEvent['severity'];
  readonly fields: readonly FieldDraft[];
  readonly kind: Threshold['kind'];
  readonly count: string;
  /** A number and its unit: S, M, H, D. */
  readonly windowLength: string;
  readonly windowUnit: 'S' | 'M' | 'H' | 'D';
  /** Names apart by commas or blanks. */
  readonly groupBy: string;
  readonly distinctField: string;
  readonly then: string;
  readonly meaning: string;
  /** A step on each line. */
  readonly firstResponse: string;
  readonly automaticResponse: string;
  /** One on each line. */
  readonly falsePositives: string;
  readonly attack: string;
  readonly table: string;
  /** Which rows of the table: a column and its values on each line, `OperationName = GetBlob, PutBlob`. */
  readonly selection: string;
  readonly threats: readonly ThreatId[];
  readonly choice: SecurityEvent['choice'];
  /** What the form does not show and keeps as it was. */
  readonly kept: Partial<EventTexts>;
}

export const emptyEventDraft: EventDraft = {
  title: '',
  source: 'application',
  raisedWhen: '',
  logName: '',
  level: 'warning',
  severity: 'medium',
  fields: [],
  kind: 'each',
  count: '5',
  windowLength: '5',
  windowUnit: 'M',
  groupBy: '',
  distinctField: '',
  then: '',
  meaning: '',
  firstResponse: '',
  automaticResponse: '',
  falsePositives: '',
  attack: '',
  table: '',
  selection: '',
  threats: [],
  choice: 'selected',
  kept: {},
};

/** A value that holds a comma or quotes stands in quotes. */
const quoted = (value: string): string =>
  /[",]|^\s|\s$/.test(value) ? `"${value.replace(/"/g, '""')}"` : value;

const oneValue = /\s*(?:"((?:[^"]|"")*)"|([^,"]+))\s*(?:,|$)/y;

/** The values of a line; undefined when a quote is not closed or one is empty. */
function valuesIn(text: string): readonly string[] | undefined {
  const found: string[] = [];
  let at = 0;
  while (at < text.length) {
    oneValue.lastIndex = at;
    const [whole, inQuotes, bare] = oneValue.exec(text) ?? [];
    const value = inQuotes?.replace(/""/g, '"') ?? bare?.trim();
    if (whole === undefined || value === undefined || value === '') return undefined;
    found.push(value);
    at += whole.length;
  }
  return found.length > 0 && found.length <= 100 ? found : undefined;
}

/** What the lines say, or undefined when one of them says nothing. */
function selectionOf(text: string): readonly EventSelection[] | undefined {
  const read = steps(text).map((each): EventSelection | undefined => {
    const [, field = '', rest = ''] = /^([^=]*)=(.*)$/.exec(each) ?? [];
    const values = valuesIn(rest.trim());
    return values && isName(field.trim()) ? { field: field.trim(), values: [...values] } : undefined;
  });
  const rows = read.flatMap((each) => each ?? []);
  return rows.length === read.length && rows.length <= 10 ? rows : undefined;
}

const units = ['S', 'M', 'H', 'D'] as const;

function windowOf(text: string): Pick<EventDraft, 'windowLength' | 'windowUnit'> {
  const [, length = '5', letter] = /^PT?(\d+)([SMHD])$/.exec(text) ?? [];
  return { windowLength: length, windowUnit: units.find((unit) => unit === letter) ?? 'M' };
}

function fieldDraft({ name, type, sensitive, entity }: EventField): FieldDraft {
  return { name, type: type ?? 'string', sensitive: sensitive ? 'yes' : 'no', entity: entity ?? '' };
}

/** The event in the form: reading it back gives the same event. */
export function eventDraftOf({
  id: _id,
  origin: _origin,
  mitigation: _mitigation,
  ...texts
}: EventTexts & Partial<SecurityEvent>): EventDraft {
  const { threshold } = texts;
  const counted = threshold.kind === 'count' || threshold.kind === 'distinct';
  return {
    ...emptyEventDraft,
    title: texts.title,
    source: texts.source,
    raisedWhen: texts.raisedWhen,
    logName: texts.logName,
    level: texts.level,
    severity: texts.severity,
    fields: texts.fields.map(fieldDraft),
    kind: threshold.kind,
    ...(counted ? { count: String(threshold.count) } : {}),
    ...(threshold.kind === 'each' ? {} : windowOf(threshold.window)),
    groupBy: threshold.kind === 'each' ? '' : threshold.groupBy.join(', '),
    distinctField: threshold.kind === 'distinct' ? threshold.field : '',
    then: threshold.kind === 'sequence' ? threshold.then : '',
    meaning: texts.meaning,
    firstResponse: texts.firstResponse.join('\n'),
    automaticResponse: texts.automaticResponse.join('\n'),
    falsePositives: (texts.falsePositives ?? []).join('\n'),
    attack: texts.attack.join(', '),
    table: texts.table ?? '',
    selection: (texts.selection ?? [])
      .map(({ field, values }) => `${field} = ${values.map(quoted).join(', ')}`)
      .join('\n'),
    threats: texts.threats,
    choice: texts.choice,
    kept: texts,
  };
}

export type DraftField = keyof EventDraft;
export type DraftReading =
  | { readonly kind: 'event'; readonly event: EventTexts }
  /** One sentence for each field that is wrong. */
  | { readonly kind: 'problems'; readonly problems: Readonly<Partial<Record<DraftField, string>>> };

const words = (text: string): readonly string[] => text.split(/[\s,;]+/).filter(Boolean);
const steps = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean);
const isName = (text: string): boolean => v.is(logWord, text);
const selectionRule =
  'A column and its values on each line, such as: OperationName = GetBlob, PutBlob. At most ten lines of 100 values.';
const nameRule = 'Letters, digits and underscores, not beginning with a digit.';

function thresholdOf(draft: EventDraft): object {
  const { kind, windowUnit, windowLength } = draft;
  const length = windowLength.trim();
  const within = windowUnit === 'D' ? `P${length}D` : `PT${length}${windowUnit}`;
  const groupBy = words(draft.groupBy);
  const count = Number(draft.count);
  switch (kind) {
    case 'each':
      return { kind };
    case 'count':
      return { kind, count, window: within, groupBy };
    case 'distinct':
      return { kind, count, field: draft.distinctField.trim(), window: within, groupBy };
    case 'sequence':
      return { kind, then: draft.then.trim(), window: within, groupBy };
  }
}

function thresholdProblems(draft: EventDraft): Partial<Record<DraftField, string>> {
  if (draft.kind === 'each') return {};
  const { window: within } = { window: '', ...thresholdOf(draft) };
  const count = Number(draft.count);
  const counts = draft.kind === 'count' || draft.kind === 'distinct';
  return {
    ...(counts && !(Number.isInteger(count) && count >= 2 && count <= 1_000_000)
      ? { count: 'A whole number from 2 to 1,000,000.' }
      : {}),
    ...(v.is(window, within) ? {} : { windowLength: 'A whole number from 1 on, such as 5.' }),
    ...(words(draft.groupBy).length <= 10 && words(draft.groupBy).every(isName)
      ? {}
      : { groupBy: `At most ten names of fields. ${nameRule}` }),
    ...(draft.kind === 'distinct' && !isName(draft.distinctField.trim()) ? { distinctField: nameRule } : {}),
    ...(draft.kind === 'sequence' && !isName(draft.then.trim()) ? { then: nameRule } : {}),
  };
}

function fieldProblem(fields: readonly FieldDraft[]): string | undefined {
  const names = fields.map(({ name }) => name.trim());
  if (!names.every(isName)) return `Each field has a name. ${nameRule}`;
  if (new Set(names).size < names.length) return 'Two fields have the same name.';
  return fields.length > 50 ? 'At most 50 fields.' : undefined;
}

function problemsOf(draft: EventDraft): Partial<Record<DraftField, string>> {
  const fields = fieldProblem(draft.fields);
  const attack = words(draft.attack).find((id) => !/^T\d{4}(?:\.\d{3})?$/.test(id));
  const table = draft.table.trim();
  return {
    ...(draft.title.trim() ? {} : { title: 'Say in a few words what is seen.' }),
    ...(isName(draft.logName.trim()) ? {} : { logName: nameRule }),
    ...(draft.raisedWhen.trim()
      ? {}
      : { raisedWhen: 'Say when it is raised: a developer writes code from it.' }),
    ...(fields === undefined ? {} : { fields }),
    ...thresholdProblems(draft),
    ...(attack === undefined
      ? {}
      : { attack: `“${attack}” is no technique of MITRE ATT&CK, such as T1110.003.` }),
    ...(table === '' || isName(table) ? {} : { table: nameRule }),
    ...(selectionOf(draft.selection) ? {} : { selection: selectionRule }),
  };
}

function fieldOf({ name, type, sensitive, entity }: FieldDraft): object {
  return {
    name: name.trim(),
    ...(type === 'string' ? {} : { type }),
    ...(sensitive === 'yes' ? { sensitive: true } : {}),
    ...(entity === '' ? {} : { entity }),
  };
}

/** What was said or left out although it means the same stays so: an untouched form changes nothing. */
function sameFields(made: readonly object[], kept: EventTexts['fields'] | undefined): readonly object[] {
  return made.map((field) => {
    const before = kept?.find((each) => 'name' in field && each.name === field.name);
    return {
      ...(before?.type === 'string' ? { type: 'string' } : {}),
      ...(before?.sensitive === false ? { sensitive: false } : {}),
      ...field,
    };
  });
}

/** The event that the form says, or what is wrong with it. */
export function readEventDraft(draft: EventDraft): DraftReading {
  const problems = problemsOf(draft);
  if (Object.keys(problems).length > 0) return { kind: 'problems', problems };
  const { table: oldTable, selection: oldSelection, falsePositives: oldAlarms, ...kept } = draft.kept;
  const falsePositives = steps(draft.falsePositives);
  const unasked =
    kept.source === 'application'
      ? { ...(oldTable ? { table: oldTable } : {}), ...(oldSelection ? { selection: oldSelection } : {}) }
      : {};
  const selection = selectionOf(draft.selection) ?? [];
  const table = draft.table.trim();
  const { id: _id, origin: _origin, mitigation: _mitigation, ...shape } = event.entries;
  const result = v.safeParse(v.object(shape), {
    ...kept,
    threats: draft.threats,
    title: draft.title.trim(),
    source: draft.source,
    raisedWhen: draft.raisedWhen.trim(),
    logName: draft.logName.trim(),
    level: draft.level,
    severity: draft.severity,
    fields: sameFields(draft.fields.map(fieldOf), kept.fields),
    threshold: thresholdOf(draft),
    meaning: draft.meaning.trim(),
    firstResponse: steps(draft.firstResponse),
    automaticResponse: steps(draft.automaticResponse),
    // None said and an empty list mean the same: what was there stays.
    ...(falsePositives.length > 0 || oldAlarms ? { falsePositives } : {}),
    attack: words(draft.attack),
    choice: draft.choice,
    // An application's own table, which the form does not ask for, stays what it was.
    ...(draft.source === 'application' ? unasked : {}),
    ...(table && draft.source === 'platform' ? { table } : {}),
    ...(selection.length > 0 && draft.source === 'platform' ? { selection } : {}),
  });
  if (result.success) return { kind: 'event', event: result.output };
  const [issue] = result.issues;
  const place = String(issue.path?.[0]?.key ?? 'title');
  const field = Object.keys(emptyEventDraft).find((key): key is DraftField => key === place) ?? 'title';
  return { kind: 'problems', problems: { [field]: `This cannot be kept: ${issue.message}.` } };
}

/** An empty row of the form's table of fields. */
export const emptyField: FieldDraft = { name: '', type: 'string', sensitive: 'no', entity: '' };
export const fieldTypes = eventField.entries.type.wrapped.options;
