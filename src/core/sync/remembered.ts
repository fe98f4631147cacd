/** What the model remembers of a Task after a look at it. */
import type { Realisation } from '../model/mitigation';
import { sameValue } from '../model/same-value';
import type { Comparison } from './comparison';
import { wantedOf } from './desk';
import { sectionKey, titleField } from './new-task';

/** The realisation as it is to be remembered after the comparison; the very one when nothing changed. */
export function rememberedAfter(look: Comparison, amended: Realisation): Realisation {
  const { part, hashes, base, item, isOpen } = look;
  // Where the mitigation takes something from the Task, both agree on what it says then.
  const taken = look.mitigation && wantedOf(look.desk, { ...part, mitigation: look.mitigation }, amended.id);
  const { fingerprint } = taken ?? look.wanted;
  const before = part.realisation.baseline;
  const { baseline: _baseline, decided: _decided, ...rest } = amended;
  const copies = (amended.decided ?? []).filter((each) => each.about === 'copy');
  const decided = [...look.decided.filter((each) => each.about !== 'copy'), ...copies];
  const place = {
    ...(before?.parent === undefined ? {} : { parent: before.parent }),
    ...(before?.related === undefined ? {} : { related: before.related }),
    ...base,
  };
  const { [sectionKey]: section, [titleField]: title } = hashes;
  const kept =
    section === undefined ? hashes : { ...(title === undefined ? {} : { [titleField]: title }), section };
  const after: Realisation = {
    ...rest,
    covers: part.covers,
    ...(decided.length > 0 ? { decided } : {}),
    baseline: { rev: item.rev, hashes: kept, ...place, ...(isOpen ? {} : { model: fingerprint }) },
  };
  return after;
}

/** Worth a save by itself: both sides made the same change, or a person decided something. */
export function isWorthSaving(before: Realisation, after: Realisation): boolean {
  const known = before.baseline?.hashes ?? {};
  const moved = Object.entries(after.baseline?.hashes ?? {}).some(
    ([key, hash]) => known[key] !== undefined && known[key] !== hash,
  );
  const kept = sameValue(before.covers, after.covers) && sameValue(before.decided ?? [], after.decided ?? []);
  return moved || !kept;
}

/** Without the revision: that it moved on is nothing to remember. */
const forget = ({ baseline, ...rest }: Realisation) => ({ ...rest, baseline: { ...baseline, rev: 0 } });

/** Worth remembering along with something else. */
export const isNews = (before: Realisation, after: Realisation): boolean =>
  !sameValue(forget(before), forget(after));
