/** The sentences of the page about flags. */
import { counted } from '../../ui/words';
import type { Look } from '../../core/flags/card-rules';
import type { FlagsReport } from '../../app/flags/apply-flags';
import type { FlagsPlan } from '../../app/flags/plan-flags';

export const lookWords: Readonly<Record<Look, string>> = {
  none: 'Off',
  tags: 'On, with colours for the tags',
  cards: 'On, with colours for tags and cards',
};

const list = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.slice(-1).join('')}`;

/** "12 work items get a flag, 3 get another, and 1 loses it." */
export function tagSentence({ counts, tags }: Pick<FlagsPlan, 'counts' | 'tags'>): string {
  const { get, change, lose } = counts;
  const parts = [
    ...(get > 0 ? [`${counted(get, 'work item')} ${get === 1 ? 'gets' : 'get'} a flag`] : []),
    ...(change > 0 ? [`${counted(change, 'work item')} ${change === 1 ? 'gets' : 'get'} another flag`] : []),
    ...(lose > 0 ? [`${counted(lose, 'work item')} ${lose === 1 ? 'loses its' : 'lose their'} flag`] : []),
  ];
  const same =
    tags.same > 0
      ? ` ${counted(tags.same, 'work item')} ${tags.same === 1 ? 'carries' : 'carry'} the right flag already.`
      : '';
  return `${parts.length > 0 ? list(parts) : 'No work item is written'}.${same}`;
}

/** What happens to the card rules, and what does not. */
export function ruleSentence({ change, what }: Pick<FlagsPlan, 'change' | 'what'>): string | undefined {
  if (!change) return undefined;
  const { rules, board, team } = change;
  const parts = [
    ...(rules.added > 0 ? [`${counted(rules.added, 'rule')} ${rules.added === 1 ? 'is' : 'are'} added`] : []),
    ...(rules.removed > 0
      ? [`${counted(rules.removed, 'rule')} ${rules.removed === 1 ? 'is' : 'are'} taken away`]
      : []),
  ];
  const own = parts.length > 0 ? list(parts) : 'no rule is written';
  const others =
    what === 'undo'
      ? 'Rules of other people stay as they are.'
      : rules.foreign === 0
        ? 'It has no rules of other people.'
        : `${counted(rules.foreign, 'rule')} of other people ${rules.foreign === 1 ? 'stays' : 'stay'} as they are, and go before ours.`;
  return `On the board ${board.name} of ${team.name} ${own}. ${others}`;
}

/** How many things are written. */
export function planSize({ tags, change, what }: FlagsPlan): number {
  const rules = change ? change.rules.added + change.rules.removed : 0;
  const turns = change && change.before !== change.after ? 1 : 0;
  return tags.steps.length + rules + (what === 'update' ? 0 : turns);
}

export function reportSentence({ tags, rules }: FlagsReport): string {
  const { done, outdated, refused, left } = tags;
  // Its reason says that nothing was written.
  if (rules === 'refused') return '';
  const parts = [
    `${counted(done.length, 'work item')} written`,
    ...(rules === 'written' ? ['the rules of the board written'] : []),
    ...(outdated.length > 0 ? [`${outdated.length} changed by somebody meanwhile`] : []),
    ...(refused.length > 0 ? [`${refused.length} refused`] : []),
    ...(left.length > 0 ? [`${left.length} not reached`] : []),
  ];
  return `${parts.join(', ')}.`;
}
