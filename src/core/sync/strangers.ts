/** Work items that carry our link and that no realisation names: lost numbers, copies, parts, things that came back. */
import type { MitigationId, RealisationId } from '../model/ids';
import type { Realisation } from '../model/mitigation';
import type { Model } from '../model/model';
import type { BacklogPicture, TaskItem } from './backlog-picture';
import { parseIdentity } from './identity';
import type { Identity } from './identity';
import { linksOf } from './section';
import { categoryOf } from './states';

export interface LostTask {
  readonly item: TaskItem;
  readonly identity: Identity;
}
export interface Claimant {
  readonly item: TaskItem;
  readonly fate: 'copied' | 'split' | 'restored' | 'left-over';
  /** The realisation that the mitigation follows, or that let go of the item and has no other Task yet. */
  readonly realisation: Realisation;
}
export interface Strangers {
  /** By the realisation that they become, or by the mitigation when the model has none. */
  readonly lost: ReadonlyMap<RealisationId | MitigationId, LostTask>;
  readonly claimants: readonly Claimant[];
}

/** Our identity in an item: its hyperlink, else the link that our section begins with. */
function identityOf(model: Model, item: TaskItem): Identity | undefined {
  const isOurs = (identity: Identity): boolean => {
    const owner = model.realisation.get(identity.realisation)?.mitigation ?? identity.mitigation;
    // Anybody can write a link: one that names another mitigation's realisation is not believed.
    return (
      identity.model === model.info.id &&
      owner === identity.mitigation &&
      model.mitigation.has(identity.mitigation)
    );
  };
  const find = (urls: readonly string[]) => urls.flatMap((url) => parseIdentity(url) ?? []).find(isOurs);
  // A link that names any mitigation says whose it is; the text is asked only where none is left.
  const named = item.hyperlinks.some((url) => parseIdentity(url));
  return named ? find(item.hyperlinks) : find(linksOf(item.description));
}

/** The Tasks that the mitigations follow whose link these items carry: what a copy or a part is told by (S30, S31). */
export function tasksBehind(model: Model, items: readonly TaskItem[]): ReadonlySet<number> {
  const mitigations = new Set(items.flatMap((item) => identityOf(model, item)?.mitigation ?? []));
  return new Set(
    [...model.realisation.values()].flatMap(({ mitigation, workItem }) =>
      mitigations.has(mitigation) ? (workItem ?? []) : [],
    ),
  );
}

function fateOf(
  item: TaskItem,
  given: {
    named: Realisation | undefined;
    followed: Realisation;
    original: TaskItem | undefined;
    siblings: readonly Realisation[];
  },
): Claimant['fate'] {
  const { named, followed, original, siblings } = given;
  const wasOurs = siblings.some((each) => each.earlier?.includes(item.id));
  if (wasOurs || (named && followed.workItem !== null && item.id < followed.workItem)) return 'restored';
  if (!named) return 'left-over';
  const apart =
    item.parent === followed.workItem ||
    (original !== undefined &&
      (item.title !== original.title || (item.parent !== undefined && item.parent !== original.parent)));
  return apart ? 'split' : 'copied';
}

/** Sorts out the strangers. The item with the smallest number is the lost one; a later one with its link is a copy. */
export function sortStrangers(model: Model, picture: BacklogPicture): Strangers {
  const lost = new Map<RealisationId | MitigationId, LostTask>();
  const claimants: Claimant[] = [];
  if (picture.ours.length === 0) return { lost, claimants };
  const taken = new Set([...model.realisation.values()].map(({ workItem }) => workItem));
  const byMitigation = new Map<MitigationId, Realisation[]>();
  for (const each of model.realisation.values()) {
    byMitigation.set(each.mitigation, [...(byMitigation.get(each.mitigation) ?? []), each]);
  }
  for (const item of [...picture.ours].sort((a, b) => a.id - b.id)) {
    if (taken.has(item.id)) continue;
    const identity = identityOf(model, item);
    if (!identity) continue;
    const siblings = byMitigation.get(identity.mitigation) ?? [];
    const before = siblings.filter(({ earlier }) => earlier?.includes(item.id));
    const former = before.find(({ workItem }) => workItem === null);
    // It is no work any more; only one that was let go of just now may have to lose its marks still.
    if (categoryOf(item, model) === 'Removed' && before.length === 0) continue;
    if (siblings.some((each) => each.decided?.some((d) => d.about === 'copy' && d.item === item.id)))
      continue;
    const named = model.realisation.get(identity.realisation);
    const followed = named?.workItem != null ? named : siblings.find(({ workItem }) => workItem !== null);
    if (former) claimants.push({ item, realisation: former, fate: 'restored' });
    else if (named ? named.workItem === null : !followed) {
      const key = named?.id ?? siblings[0]?.id ?? identity.mitigation;
      if (!lost.has(key)) lost.set(key, { item, identity });
    } else if (followed) {
      const original = picture.tasks.get(followed.workItem ?? 0);
      claimants.push({
        item,
        realisation: followed,
        fate: fateOf(item, { named, followed, original, siblings }),
      });
    }
  }
  return { lost, claimants };
}
