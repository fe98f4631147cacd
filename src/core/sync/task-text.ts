/** What a mitigation's Task says: why, how to implement, how to verify. Our section ends at the rule line. */
import { typeStatusAt } from '../model/entity-type';
import type { TreatmentId } from '../model/ids';
import type { Mitigation, Realisation } from '../model/mitigation';
import type { Model } from '../model/model';
import { placeName } from '../model/model-index';
import type { ModelIndex } from '../model/model-index';
import { scaleOf } from '../model/project-policy';
import { inherentPoints, severityName } from '../risk/severity';
import { asHtml, asLines, asMarkdown, asPlain, words } from './blocks';
import type { SectionBlock } from './blocks';
import { eventBlocks } from './event-blocks';

/** System.Title holds 255 characters (platform facts 4.1: string field). */
const titleLimit = 255;
/** Enough for anybody to see why; the hub lists all. */
const threatsListed = 25;
/** Places that a part's title names; more are counted. */
const placesNamed = 2;

type Covers = Realisation['covers'];
export const isCovered = (covers: Covers, treatment: TreatmentId): boolean =>
  covers === 'all' || covers.includes(treatment);

function oneLine(text: string, limit: number): string {
  const line = words(text);
  return line.length <= limit ? line : `${line.slice(0, limit - 1)}…`;
}

/** Plain text as paragraphs: a blank line parts them, a line break stays one. */
function paragraphs(text: string): SectionBlock[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ kind: 'paragraph', lines: part.split('\n') }));
}

/** The Task's title as proposed: one line, cut at the field's limit. A part of a split mitigation names its places. */
export function taskTitle(mitigation: Mitigation, places: readonly string[] = []): string {
  if (places.length === 0) return oneLine(mitigation.title, titleLimit);
  const named = places.slice(0, placesNamed).join(', ');
  const more = places.length > placesNamed ? ` and ${places.length - placesNamed} more` : '';
  // Names of flows have brackets themselves.
  const suffix = ` – ${oneLine(named, 80)}${more}`;
  return `${oneLine(mitigation.title, titleLimit - suffix.length)}${suffix}`;
}

/** The names of the places that a part of a split mitigation covers, in the order of the treatments, each once. */
export function placesOfPart(model: Model, covers: Covers): readonly string[] {
  if (covers === 'all') return [];
  const names = covers.flatMap((id) => {
    const treatment = model.treatment.get(id);
    const threat = treatment && model.threat.get(treatment.threat);
    return threat ? [placeName(model, threat.place)] : [];
  });
  return [...new Set(names)];
}

function why(model: Model, index: ModelIndex, mitigation: Mitigation, covers: Covers): SectionBlock {
  const scale = scaleOf(model);
  const threats = index
    .treatmentsOfMitigation(mitigation.id)
    .flatMap((treatment) => {
      const threat = model.threat.get(treatment.threat);
      const ofType = threat && typeStatusAt(model, mitigation, threat.place)?.status;
      const decided = (treatment.status ?? ofType)?.kind;
      const ruledOut = decided === 'rejected' || decided === 'not-applicable';
      const counts = threat && threat.status.kind !== 'not-applicable' && !ruledOut;
      return counts && isCovered(covers, treatment.id) ? [{ threat, treatment }] : [];
    })
    .sort((a, b) => inherentPoints(b.threat, scale) - inherentPoints(a.threat, scale));
  const items = threats.slice(0, threatsListed).map(({ threat, treatment }) => {
    const facts = `${severityName(inherentPoints(threat, scale), scale)} severity, ${treatment.strength.level} protection`;
    return { strong: threat.title, rest: `, at ${placeName(model, threat.place)} (${facts})` };
  });
  const rest = threats.length - items.length;
  if (rest > 0) items.push({ strong: '', rest: `and ${rest} more` });
  return items.length > 0
    ? { kind: 'items', items }
    : { kind: 'paragraph', lines: ['No threat that applies is linked to it.'] };
}

export interface TaskSection {
  /** HTML, as a new Task gets it. */
  readonly html: () => string;
  readonly markdown: () => string;
  /** The words alone, for comparing. */
  readonly plain: string;
  /** The words in their lines, for showing. */
  readonly lines: () => string;
}

/** Our section of the Task's description. It begins with the link to the mitigation and ends at a rule line. */
export function taskSection(
  model: Model,
  index: ModelIndex,
  given: { readonly mitigation: Mitigation; readonly url: string; readonly covers?: Covers },
): TaskSection {
  const { mitigation, url, covers = 'all' } = given;
  const nothing: SectionBlock = { kind: 'paragraph', lines: ['Not described yet.'] };
  const orNothing = (blocks: SectionBlock[]) => (blocks.length > 0 ? blocks : [nothing]);
  const blocks: SectionBlock[] = [
    { kind: 'link', text: `Mitigation in the threat model “${model.info.name}”`, url },
    { kind: 'heading', text: 'Why' },
    { kind: 'paragraph', lines: ['It protects against:'] },
    why(model, index, mitigation, covers),
    { kind: 'heading', text: 'How to implement' },
    ...orNothing(paragraphs(mitigation.implement)),
    { kind: 'heading', text: 'How to verify' },
    ...orNothing(paragraphs(mitigation.verify)),
    ...eventBlocks(model, mitigation),
  ];
  return {
    html: () => asHtml(blocks),
    markdown: () => asMarkdown(blocks),
    plain: asPlain(blocks),
    lines: () => asLines(blocks),
  };
}
