/** The threats of a Threat Dragon cell. Its texts are plain text, so "<script>" in them is meant as written. */
import type { Place } from '../../model/threat';
import { stateOf } from '../classification';
import { addThreat } from '../found-threat';
import type { Json } from '../json-value';
import { asObject, asText, member } from '../json-value';
import { readOwnThreat } from './own-threat';
import type { ModelDraft } from '../model-draft';
import type { Cell } from './cell';

/** What Threat Dragon fills into the fields of a new threat: nobody wrote it, so it says nothing. */
const prompts: ReadonlySet<string> = new Set([
  'Provide a description for this threat',
  'Provide remediation for this threat or a reason if status is N/A',
  'Provide mitigation or prevention for this threat',
]);

const read = new Set(['id', 'title', 'status', 'severity', 'type', 'description', 'mitigation']);
/** Says nothing to a person: counters and marks of the tool's own screens. */
const silent = new Set(['number', 'new', 'modelType']);

function written(draft: ModelDraft, threat: Json, field: string): string {
  const text = asText(member(threat, field));
  if (!prompts.has(text.trim())) return text;
  draft.report.add('prompt texts', 'they are what the tool fills into an empty field');
  return '';
}

function readThreat(
  draft: ModelDraft,
  value: Json,
  at: { readonly cell: Cell; readonly place: Place },
): void {
  if (readOwnThreat(draft, value, at.place)) return;
  const title = asText(member(value, 'title'));
  const state = asText(member(value, 'status'));
  const text = written(draft, value, 'mitigation');
  // Threat Dragon has one field for both and asks for "a reason if status is N/A" in it.
  const isReason = stateOf(state) === 'not-applicable';
  addThreat(draft, {
    // Version 1 gives threats no id: the cell and the title are what stays when the file is saved again.
    key: asText(member(value, 'id')) || `${at.cell.id}#${title}`,
    title,
    description: written(draft, value, 'description'),
    category: asText(member(value, 'type')),
    state,
    justification: isReason ? text : '',
    mitigation: isReason ? '' : text,
    rating: { called: 'Severity', word: asText(member(value, 'severity')) },
    place: at.place,
  });
  reportRest(draft, value);
}

function reportRest({ report }: ModelDraft, threat: Json): void {
  if (asText(member(threat, 'score')).trim() !== '')
    report.add('scores', 'threats are rated by probability and impact here');
  for (const [name, value] of Object.entries(asObject(threat) ?? {})) {
    const known = read.has(name) || silent.has(name) || name === 'score' || name.startsWith('$');
    if (!known && value !== null && value !== '')
      report.add('other fields of threats', 'they are not part of Threat Dragon’s format');
  }
}

/** Adds the threats of the cell, at that place, to the draft. */
export function readThreats(draft: ModelDraft, cell: Cell, place: Place): void {
  for (const value of cell.threats) {
    if (asObject(value)) readThreat(draft, value, { cell, place });
    else draft.report.add('threats', 'they hold no data');
  }
}
