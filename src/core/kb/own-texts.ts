/** Texts of the knowledge base that somebody rewrote in a model: whose they were, who did it and why. */
import type { Edit } from '../model/edit';
import { rewriteMitigation, rewriteThreat } from '../model/edits/build';
import type { MitigationDraft, ThreatDraft } from '../model/edits/build';
import type { MitigationId, ThreatId } from '../model/ids';
import type { Mitigation } from '../model/mitigation';
import type { Model } from '../model/model';
import type { OwnText, OwnTexts } from '../model/parts';
import type { Threat } from '../model/threat';
import { entryNameOf } from './mitigation-key';
import { baseTexts, copyVersion, mitigationTexts } from './mitigation-texts';
import { fieldHash } from './threat-draft';

/** A judgement keeps its reason beside its level, so only these need one here. */
const threatTexts = ['title', 'description', 'stride'] as const;

export interface Said {
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** '' = no reason was given. */
  readonly why: string;
}

/** "without.core 1.0.0": where the texts come from; undefined where they are no package's. */
export function textsFrom(thing: Threat | Mitigation): string | undefined {
  const { origin } = thing;
  if (origin.kind === 'rule') return `${origin.package} ${origin.version}`;
  const [from] = entryNameOf(thing)?.split(':') ?? [];
  return from === undefined || origin.kind !== 'import' ? undefined : `${from} ${copyVersion(origin.key)}`;
}

/** The texts of a threat that are not the entry's any more. */
function ownThreatTexts({ origin, ...threat }: Threat): readonly string[] {
  if (origin.kind !== 'rule') return [];
  return threatTexts.filter((field) => {
    const written = origin.written[field];
    return written !== undefined && written !== fieldHash(threat[field]);
  });
}

/** The texts of a mitigation that are not the entry's any more; none where the model does not hold the entry. */
export function ownMitigationTexts(model: Model, mitigation: Mitigation): readonly string[] {
  const base = baseTexts(model, mitigation);
  return base ? mitigationTexts.filter((field) => base[field] !== mitigation[field]) : [];
}

/** Only what is still somebody's own stays; undefined where nothing is. */
export function stillOwn(edited: OwnTexts | undefined, own: readonly string[]): OwnTexts | undefined {
  const left = Object.entries(edited ?? {}).filter(([field]) => own.includes(field));
  return left.length === 0 ? undefined : Object.fromEntries(left);
}

function noted(
  before: OwnTexts | undefined,
  fields: { readonly own: readonly string[]; readonly changed: readonly string[] },
  text: OwnText,
): OwnTexts | undefined {
  // Who only gives a reason gives it for all that reads otherwise.
  const about = fields.changed.length > 0 ? fields.changed : fields.own;
  const now = Object.fromEntries(about.map((field) => [field, text]));
  return stillOwn({ ...before, ...now }, fields.own);
}

const ownText = (of: string, { by, at, why }: Said): OwnText => ({
  of,
  by,
  at,
  ...(why.trim() === '' ? {} : { why: why.trim() }),
});

/** Rewrites a threat; of a text that came from a package it is kept who changed it and why. */
export function rewriteKnownThreat(
  model: Model,
  id: ThreatId,
  draft: Pick<ThreatDraft, 'title' | 'description' | 'stride' | 'place'>,
  said: Said,
): Edit {
  const edit = rewriteThreat(model, id, draft);
  const put = (edit.threat?.put ?? []).map(({ edited: before, ...after }) => {
    const of = textsFrom(after);
    const old = model.threat.get(id);
    if (of === undefined || !old) return after;
    const changed = threatTexts.filter((field) => fieldHash(old[field]) !== fieldHash(after[field]));
    const edited = noted(before, { own: ownThreatTexts(after), changed }, ownText(of, said));
    return edited ? { ...after, edited } : after;
  });
  return { ...edit, threat: { put } };
}

/** Rewrites a mitigation; of a text that came from a package it is kept who changed it and why. */
export function rewriteKnownMitigation(
  model: Model,
  id: MitigationId,
  draft: MitigationDraft,
  said: Said,
): Edit {
  const edit = rewriteMitigation(model, id, draft);
  const put = (edit.mitigation?.put ?? []).map(({ edited: before, ...after }) => {
    const of = textsFrom(after);
    const old = model.mitigation.get(id);
    if (of === undefined || !old) return after;
    const changed = mitigationTexts.filter((field) => old[field] !== after[field]);
    const edited = noted(before, { own: ownMitigationTexts(model, after), changed }, ownText(of, said));
    return edited ? { ...after, edited } : after;
  });
  return { ...edit, mitigation: { put } };
}

/** The reason that stands at the texts that were rewritten, where it is one. */
export function whyEdited({ edited }: Threat | Mitigation): string {
  const reasons = new Set(Object.values(edited ?? {}).map(({ why }) => why ?? ''));
  const [only] = reasons;
  return reasons.size === 1 ? (only ?? '') : '';
}
