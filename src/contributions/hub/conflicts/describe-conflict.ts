/** A conflict in words: what it is about, and what each side says, property by property. */
import type { Entity, Model, ModelInfo } from '../../../core/model/model';
import { placeName } from '../../../core/model/model-index';
import type { MergeConflict } from '../../../core/store/merge';
import { sameValue } from '../../../core/model/same-value';

export const kindWords: Record<MergeConflict['kind'], string> = {
  info: 'The model itself',
  diagram: 'Diagram',
  element: 'Element',
  boundary: 'Trust boundary',
  flow: 'Data flow',
  mitigation: 'Mitigation',
  threat: 'Threat',
  treatment: 'Mitigation at a threat',
  realisation: 'Task of a mitigation',
  clause: 'WITHOUT clause',
  storyLink: 'Link to a story',
  knowledge: 'Entry of the knowledge base',
  question: 'Question',
  requirement: 'Requirement',
  assumption: 'Assumption',
  acceptance: 'Accepted risk',
  dismissal: 'Dismissed finding',
  timeEntry: 'Time spent',
  event: 'Event',
  incident: 'Incident',
  comment: 'Comment',
  review: 'Review',
  evidence: 'Counts of alerts',
  upgrade: 'Record of an upgrade',
};

/** What a version of a thing is called, in the words of the model. */
export function nameIn(model: Model, version: Entity | ModelInfo | undefined): string {
  if (!version) return '';
  if ('title' in version) return version.title;
  if ('name' in version) return version.name;
  if ('asked' in version) return version.asked.by;
  if ('strength' in version) {
    const threat = model.threat.get(version.threat)?.title ?? 'a threat';
    return `${model.mitigation.get(version.mitigation)?.title ?? 'A mitigation'}, for ${threat}`;
  }
  if ('covers' in version) return model.mitigation.get(version.mitigation)?.title ?? '';
  // A question is kept by its id alone, which reads like words; its text is the package's.
  if ('entry' in version && 'place' in version)
    return `${version.entry.replace(/^property:/, '').replace(/-/g, ' ')} (${placeName(model, version.place)})`;
  if ('entry' in version) return version.entry;
  if ('ordinal' in version) return `in #${version.story}`;
  if ('text' in version) return version.text;
  if ('about' in version) {
    const { about } = version;
    return (about.kind === 'event' ? model.event.get(about.id) : model.threat.get(about.id))?.title ?? '';
  }
  if ('finding' in version || 'minutes' in version) return version.by;
  return model.threat.get(version.threat)?.title ?? '';
}

/** "Threat: Spoofing of the user". */
export function titleOf(model: Model, conflict: MergeConflict): string {
  const name = nameIn(model, conflict.mine ?? conflict.theirs ?? conflict.base);
  return name ? `${kindWords[conflict.kind]}: ${name}` : kindWords[conflict.kind];
}

function inWords(value: unknown): string {
  if (value === undefined || value === '') return '(empty)';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(inWords).join(', ') || '(none)';
  if (typeof value === 'object' && value !== null) {
    // Judgements and statuses read best as their words: "likely, judged, because …".
    return Object.values(value).map(inWords).join(', ');
  }
  return String(value);
}

export interface SideRow {
  readonly name: string;
  readonly value: string;
  readonly differs: boolean;
}

/** Technical properties that nobody decides by. */
const unsaid = new Set(['id', 'origin', 'drawing', 'baseline', 'created', 'imported']);

const nameWords: Readonly<Record<string, string>> = {
  stride: 'STRIDE',
  implement: 'How to implement',
  verify: 'How to verify',
  controlType: 'Control type',
  workItem: 'Task',
  outOfScope: 'Out of scope',
};

function valueOf(model: Model, version: Entity | ModelInfo, name: string): string {
  if (name === 'place' && 'place' in version) return placeName(model, version.place);
  if (name === 'threat' || name === 'mitigation') return nameIn(model, version);
  return inWords(new Map<string, unknown>(Object.entries(version)).get(name));
}

/** What one side says; rows where the sides differ are marked. */
export function describeSide(
  model: Model,
  conflict: MergeConflict,
  side: 'mine' | 'theirs',
): readonly SideRow[] {
  const version = conflict[side];
  if (!version) return [{ name: 'Deleted', value: 'This side removed it.', differs: true }];
  const other = conflict[side === 'mine' ? 'theirs' : 'mine'];
  const others = new Map<string, unknown>(Object.entries(other ?? {}));
  const own = new Map<string, unknown>(Object.entries(version));
  const names = [...new Set([...own.keys(), ...others.keys()])].filter((name) => !unsaid.has(name));
  return names.map((name) => ({
    name: nameWords[name] ?? name.charAt(0).toUpperCase() + name.slice(1),
    value: valueOf(model, version, name),
    differs: !sameValue(own.get(name), others.get(name)),
  }));
}
