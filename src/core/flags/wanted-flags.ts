/** Which flag each story and each Task should carry: from the findings of alignment and the advice on the story. */
import { adviseOn } from '../advice/story-advice';
import type { StoryAdvice } from '../advice/story-advice';
import { deskOf } from '../advice/desk';
import { isTrue } from '../advice/protection';
import { checkAlignment } from '../alignment/check-alignment';
import { judgeFindings } from '../alignment/dismissals';
import type { Finding } from '../alignment/finding';
import type { AlignmentPicture, StoryPicture } from '../alignment/picture';
import { isJudged } from '../alignment/scope';
import type { WorkItem } from '../sync/backlog-picture';
import type { FlagId } from './flag';

export interface WantedFlag {
  readonly item: WorkItem;
  /** Undefined = it should carry none. */
  readonly flag: FlagId | undefined;
}

/** Rules about when, not about what: their findings ask for another plan. */
const planRules: ReadonlySet<string> = new Set([
  'mitigation-not-planned-with-its-story',
  'mitigation-planned-after-its-story',
]);

interface Asked {
  readonly decide: ReadonlySet<number>;
  readonly replan: ReadonlySet<number>;
}

/** The items that open findings are about. A suggestion asks nobody; what people left as it is does not either. */
function askedBy(findings: readonly Finding[]): Asked {
  const decide = new Set<number>();
  const replan = new Set<number>();
  for (const { ruleId, severity, subject } of findings) {
    if (severity !== 'warning') continue;
    const asked = planRules.has(ruleId) ? replan : decide;
    for (const id of [subject.story, subject.task]) if (id !== undefined) asked.add(id);
  }
  return { decide, replan };
}

/** Warnings of the advice on this story that ask for a decision. */
function asksForDecision({ threats, looseClauses, warnings }: StoryAdvice): boolean {
  return (
    looseClauses.length > 0 ||
    threats.some(({ protection }) => protection.kind === 'nothing') ||
    warnings.some(({ kind }) => kind === 'not-true')
  );
}

function flagOfStory(story: StoryPicture, advice: StoryAdvice, asked: Asked): FlagId | undefined {
  const { id, category } = story.item;
  if (asked.decide.has(id) || asksForDecision(advice)) return 'decide';
  // Nothing is planned for what is done: a card in the last column is only touched where it asks for something.
  if (category === 'Completed') return undefined;
  if (asked.replan.has(id) || advice.warnings.some(({ kind }) => kind === 'planned-after')) return 'replan';
  if (advice.threats.length === 0) return undefined;
  return advice.threats.every(({ protection }) => isTrue(protection)) ? 'settled' : 'planned';
}

/** Tasks have one question fewer: their own state says whether they are done. */
function flagOfTask({ id, category }: WorkItem, { decide, replan }: Asked): FlagId | undefined {
  if (category === 'Removed') return undefined;
  if (decide.has(id)) return 'decide';
  return replan.has(id) && category !== 'Completed' ? 'replan' : undefined;
}

/**
 * Every judged story and every Task of a mitigation with the flag it should carry. A story that no model answers for
 * gets none. Pure; the same picture gives the same flags in whatever order it holds its parts.
 */
export function wantedFlags(picture: AlignmentPicture): ReadonlyMap<number, WantedFlag> {
  const asked = askedBy(judgeFindings(checkAlignment(picture), picture).open);
  const desk = deskOf(picture, {});
  const wanted = new Map<number, WantedFlag>();
  for (const item of [...(picture.marked ?? []), ...picture.tasks.values()])
    wanted.set(item.id, { item, flag: flagOfTask(item, asked) });
  for (const story of picture.stories.values()) {
    const { item } = story;
    const flag = isJudged(picture, story) ? flagOfStory(story, adviseOn(desk, story), asked) : undefined;
    wanted.set(item.id, { item, flag });
  }
  return wanted;
}
