/** What becomes of work items that carry our link without being the mitigation's Task, once somebody has said so. */
import { mint, realisationId } from '../model/ids';
import type { RealisationId } from '../model/ids';
import type { Realisation } from '../model/mitigation';
import type { TaskItem } from './backlog-picture';
import { oddityKey } from './comparison';
import { treatmentsOf, wantedOf } from './desk';
import type { Desk } from './desk';
import { proposals } from './fate';
import { leadsTo, mitigationTag, parseIdentity } from './identity';
import { textHash } from '../model/text-hash';
import { agreed, descriptionField, lastingDecisions, sectionKey, tagsField } from './new-task';
import type { Change, Oddity, TaskWrite, UpdateStep } from './plan';
import { insteadOf } from './wish';
import { findSection, withoutSection, withSection } from './section';
import { categoryOf } from './states';
import type { Claimant } from './strangers';

const reasons: Readonly<Record<Claimant['fate'], (claimant: Claimant) => string>> = {
  copied: ({ item, realisation }) =>
    `#${item.id} is a copy of #${realisation.workItem}: it carries the same link.`,
  split: ({ item, realisation }) =>
    `#${item.id} carries the link of #${realisation.workItem} and has its own title or place: somebody split the work.`,
  restored: ({ item, realisation }) =>
    realisation.workItem === null
      ? `#${item.id} was this mitigation’s Task before; the mitigation has let go of it and has no other one yet.`
      : `#${item.id} was this mitigation’s Task before #${realisation.workItem}, and is back.`,
  'left-over': ({ item, realisation }) =>
    `This mitigation’s Task is #${realisation.workItem} now; #${item.id} still carries its link.`,
};

/** What every step says of the item that it is about. */
const updateOf = (item: TaskItem, { id, mitigation }: Pick<Realisation, 'id' | 'mitigation'>) =>
  ({
    kind: 'update',
    mitigation,
    realisation: id,
    workItem: item.id,
    rev: item.rev,
    title: item.title,
  }) as const;

/** Takes tag, link and section off an item; everything else of it stays. */
export function unmarkStep(given: {
  readonly item: TaskItem;
  readonly realisation: Realisation;
  readonly because: string;
}): UpdateStep {
  const { item, realisation, because } = given;
  const isOurs = leadsTo(realisation.mitigation);
  const tags = item.tags.filter((tag) => tag.toLowerCase() !== mitigationTag);
  const found = findSection(item.description, isOurs);
  const links = item.hyperlinks.filter(isOurs);
  const changes: Change[] = [];
  const fields: Record<string, string> = {};
  if (tags.length < item.tags.length) {
    fields[tagsField] = tags.join('; ');
    changes.push({ what: 'tag', says: `The tag ${mitigationTag} is taken off.` });
  }
  if (found?.kind === 'whole') {
    fields[descriptionField] = withoutSection(item.description, found);
    changes.push({ what: 'section', says: 'The text from the threat model is taken out.' });
  }
  if (links.length > 0) changes.push({ what: 'link', says: 'The link to the mitigation is taken off.' });
  return {
    ...updateOf(item, realisation),
    write: { fields, ...(links.length > 0 ? { dropHyperlinks: links } : {}) },
    changes,
    because,
  };
}

/** The copy gets a realisation of its own, which covers the places of the story that it stands under. */
function bothStep(
  desk: Desk,
  { item, realisation }: Claimant,
): { readonly step: UpdateStep; readonly rest: Realisation } | undefined {
  const mitigation = desk.model.mitigation.get(realisation.mitigation);
  if (!mitigation) return undefined;
  const part = { mitigation, realisation, covers: realisation.covers };
  const all = treatmentsOf(desk, part);
  const mine = all.filter(({ threat }) =>
    desk.index.linksOfThreat(threat).some(({ story }) => story === item.parent),
  );
  // Where the story does not tell the two apart, the new one covers nothing until a person says what.
  const covers = mine.length < all.length ? mine.map(({ id }) => id) : [];
  const left = all.map(({ id }) => id).filter((id) => !covers.includes(id));
  const rest: Realisation = { ...realisation, covers: left };
  const id = desk.realisations?.get(`split:${item.id}`) ?? mint(realisationId, desk.newId);
  const own = { mitigation, realisation: undefined, covers };
  const wanted = wantedOf(desk, own, id);
  const drop = item.hyperlinks.filter((url) => parseIdentity(url)?.realisation === realisation.id);
  const found = findSection(item.description, leadsTo(mitigation.id));
  const before = realisation.baseline?.hashes[sectionKey];
  // Words that nobody touched since both agreed on them are the model's still; others are asked about.
  const isOurs = found?.kind === 'whole' && textHash(found.words) === before;
  const section = item.description.format === 'html' ? wanted.section.html() : wanted.section.markdown();
  const hash = isOurs ? wanted.sectionHash : before;
  const write: TaskWrite = {
    fields: isOurs ? { [descriptionField]: withSection(item.description, found, section) } : {},
    hyperlink: { url: wanted.url, comment: 'The mitigation in the threat model' },
    dropHyperlinks: drop,
  };
  const base = agreed(own, {
    id,
    workItem: item.id,
    rev: item.rev,
    wanted,
    parent: item.parent ?? null,
    related: [],
  });
  const step: UpdateStep = {
    ...updateOf(item, { id, mitigation: mitigation.id }),
    write,
    changes: [
      { what: 'link', says: 'It gets a link of its own to the mitigation.' },
      ...(isOurs
        ? [
            {
              what: 'section' as const,
              says:
                covers.length > 0
                  ? 'Its text says what this part is for; what stands beside it stays.'
                  : 'Its text says that it is for no threat yet: none of the mitigation’s belongs to its story.',
            },
          ]
        : []),
    ],
    after: {
      ...base,
      // Whoever split the work chose the title.
      decided: [{ about: 'title' }],
      baseline: {
        rev: item.rev,
        hashes: hash === undefined ? {} : { [sectionKey]: hash },
        parent: item.parent ?? null,
        related: [],
        ...(isOurs ? { model: wanted.fingerprint } : {}),
      },
    },
    edit: { label: 'Split', realisation: { put: [rest] } },
    because: 'You said that both carry the mitigation.',
  };
  return { step, rest };
}

export interface StrangerPlan {
  readonly oddities: readonly Oddity[];
  readonly steps: readonly UpdateStep[];
  /** Realisations as decisions change them, to be saved with whatever else happens to them. */
  readonly amended: ReadonlyMap<RealisationId, Realisation>;
  /** Realisations that a step here changes as a whole: they are compared next time. */
  readonly busy: ReadonlySet<RealisationId>;
}

function takeUpAgain(desk: Desk, { item, realisation }: Claimant): UpdateStep[] {
  const old = desk.picture.tasks.get(realisation.workItem ?? 0);
  const { baseline: _old, decided: _decided, stood: _stood, ...rest } = realisation;
  const earlier = [...(realisation.earlier ?? []), ...(realisation.workItem ? [realisation.workItem] : [])]
    .filter((id) => id !== item.id)
    .slice(-50);
  const after: Realisation = { ...rest, ...lastingDecisions(realisation), workItem: item.id, earlier };
  const because = `You chose to use #${item.id} again.`;
  const edit = { label: `Use #${item.id} again`, realisation: { put: [after] } };
  const self: UpdateStep = {
    ...updateOf(item, realisation),
    write: { fields: {} },
    changes: [],
    edit,
    because,
  };
  return old ? [self, unmarkStep({ item: old, realisation, because })] : [self];
}

/** The answers by which a mitigation lets go of a Task that is there. */
const lettingGo = ['moved', 'retyped', 'removed'] as const;

/** Somebody chose a new Task instead of this one, and that was saved before it lost its marks: it does now. */
const wasReplaced = ({ choice }: Desk, { item, realisation }: Claimant): boolean =>
  lettingGo.some((fate) => choice.answers?.get(oddityKey(fate, realisation.id, item.id)) === 'again');

/** The oddities among the claimants, and the steps and decisions by their answers. */
export function planStrangers(desk: Desk, claimants: readonly Claimant[]): StrangerPlan {
  const oddities: Oddity[] = [];
  const steps: UpdateStep[] = [];
  const amended = new Map<RealisationId, Realisation>();
  const busy = new Set<RealisationId>();
  const answerTo = ({ item, fate, realisation }: Claimant) =>
    desk.choice.answers?.get(oddityKey(fate, realisation.id, item.id));
  const asItIs = ({ id, ...known }: Realisation): Realisation => amended.get(id) ?? { id, ...known };
  // What is none of ours is said first, since a step for another one carries the realisation as it is then.
  for (const { item, realisation } of claimants.filter((each) => answerTo(each) === 'not-ours')) {
    const now = asItIs(realisation);
    const decided = [...(now.decided ?? []), { about: 'copy' as const, item: item.id }];
    amended.set(now.id, { ...now, decided });
  }
  for (const claimant of claimants) {
    const { item, fate } = claimant;
    const realisation = asItIs(claimant.realisation);
    const key = oddityKey(fate, realisation.id, item.id);
    const answer = answerTo(claimant);
    const because = reasons[fate](claimant);
    if (wasReplaced(desk, claimant)) {
      steps.push(unmarkStep({ item, realisation, because: insteadOf(item.id) }));
    } else if (answer === 'not-ours') {
      continue;
    } else if (answer === 'unmark') {
      steps.push(unmarkStep({ item, realisation, because: 'You made it an ordinary Task.' }));
    } else if (answer === 'both' && fate === 'split') {
      const both = bothStep(desk, { ...claimant, realisation });
      if (both) {
        steps.push(both.step);
        amended.set(realisation.id, both.rest);
      }
      busy.add(realisation.id);
    } else if (answer === 'use' && fate === 'restored' && !busy.has(realisation.id)) {
      steps.push(...takeUpAgain(desk, { ...claimant, realisation }));
      busy.add(realisation.id);
    } else if (categoryOf(item, desk.model) !== 'Removed') {
      oddities.push({
        kind: 'oddity',
        fate,
        key,
        mitigation: realisation.mitigation,
        realisation: realisation.id,
        workItem: item.id,
        title: item.title,
        because,
        proposals: proposals[fate],
      });
    }
  }
  return { oddities, steps, amended, busy };
}
