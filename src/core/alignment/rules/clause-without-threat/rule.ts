/** A WITHOUT clause that no threat is the reason for (Figure 1, story 5): a security requirement without a threat. */
import type { FoundClause } from '../../../clauses/clause';
import { clausesWithoutThreat } from '../../../clauses/without-threat';
import type { AlignmentPicture } from '../../picture';
import { defineRule } from '../../rule';
import { judgedStories } from '../../scope';
import { foundClause, liveLinks } from '../../story-links';
import { clauseWords, storyWords } from '../../wording';

interface Links {
  /** The clauses that a link names, also those that moved or were reworded. */
  readonly named: ReadonlySet<FoundClause>;
  /** Story -> the threats that are linked to it as a whole, each once. */
  readonly whole: ReadonlyMap<number, ReadonlySet<string>>;
}

function linksIn(picture: AlignmentPicture): Links {
  const named = new Set<FoundClause>();
  const whole = new Map<number, Set<string>>();
  for (const { at, clause, story, threat } of liveLinks(picture)) {
    const { id } = story.item;
    if (clause.kind === 'none')
      whole.set(id, (whole.get(id) ?? new Set()).add(`${at.model.info.id} ${threat.id}`));
    const found = foundClause(clause);
    if (found) named.add(found);
  }
  return { named, whole };
}

function reasonOf(whole: number): string {
  if (whole === 0) return 'No threat of any model is linked to the clause, or to its story as a whole.';
  return whole === 1
    ? 'One threat is linked to the story as a whole; it stands for one clause, and the story has more.'
    : `${whole} threats are linked to the story as a whole; they stand for ${whole} clauses, and the story has more.`;
}

export default defineRule({
  id: 'clause-without-threat',
  meta: {
    title: 'A WITHOUT clause has no threat',
    severity: 'warning',
    readings: ['Is a threat missing from the model?', 'Is only the link missing?'],
    messages: { noThreat: '{clause} in {story} has no threat.' },
  },
  *check(picture) {
    const links = linksIn(picture);
    for (const { item, clauses } of judgedStories(picture)) {
      const whole = links.whole.get(item.id)?.size ?? 0;
      const isNamed = (clause: FoundClause) => links.named.has(clause);
      for (const found of clausesWithoutThreat(clauses, { isNamed, whole })) {
        const { field, ordinal, hash } = found;
        yield {
          messageId: 'noThreat',
          subject: { story: item.id, clause: { field, ordinal, hash } },
          words: { clause: clauseWords(found), story: storyWords(item) },
          because: [reasonOf(whole)],
        };
      }
    }
  },
});
