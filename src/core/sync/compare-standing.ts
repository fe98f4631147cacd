/** What became of a Task beside its words: whose it is, its state, its project and type, and our marks on it. */
import { asStateCategory } from '../model/state-category';
import type { Comparison } from './comparison';
import { hasTag } from './desk';
import { isForeign, isOfAnotherProject } from './foreign';
import { mitigationTag, parseIdentity } from './identity';
import { tagsField } from './new-task';
import { categoryOf } from './states';

/** A number that leads to somebody else's work item: before anything of it is believed (S34). */
export function compareOwner(look: Comparison): void {
  const { desk, part, item } = look;
  const isElsewhere = isOfAnotherProject(desk.project, part.realisation, item);
  if (!isElsewhere && !isForeign(desk.model, part, item)) return;
  look.foreign = true;
  const because = isElsewhere
    ? `#${item.id} belongs to the threat model in the project ${item.project}: this one may have been brought from there.`
    : `Nothing of #${item.id} says that it is this mitigation’s Task: the model may have been brought from somewhere else.`;
  const answer = look.ask('foreign', because, { model: look.wanted.title, backlog: item.title });
  if (answer === 'keep') look.decide({ about: 'foreign' });
  if (answer === 'again') look.replaced = true;
}

/** What the state says by its category (S29, S41, S42); a state that nobody explained is asked about. */
export function compareState(look: Comparison): 'open' | 'done' | 'removed' | 'unknown' {
  const { item, desk, part } = look;
  const category = categoryOf(item, desk.model);
  if (category === undefined) {
    const because = `The process does not say what the state ${item.state} means for the type ${item.type}.`;
    const mapped = asStateCategory(look.ask('state-unknown', because) ?? '');
    if (mapped) look.meaning = { type: item.type, state: item.state, category: mapped };
    return 'unknown';
  }
  if (category !== 'Removed') {
    look.decided = look.decided.filter(({ about }) => about !== 'removed');
    return category === 'Completed' ? 'done' : 'open';
  }
  const { kind } = part.mitigation.status;
  if (look.isDecided('removed') || kind === 'rejected' || kind === 'not-applicable') return 'removed';
  const answer = look.ask('removed', `Its state ${item.state} says that it will not be done.`);
  if (answer === 'keep') look.decide({ about: 'removed' });
  if (answer === 'again') look.replaced = true;
  if (answer === 'reject') {
    const reason = `Its Task #${item.id} was removed from the backlog.`;
    look.mitigation = { ...part.mitigation, status: { kind: 'rejected', reason } };
  }
  return 'removed';
}

/** Project and type: somebody moved it on purpose, and perhaps it is not this mitigation's work any more. */
export function compareKind(look: Comparison): void {
  const { desk, item } = look;
  const questions = [
    {
      fate: 'moved' as const,
      about: 'project' as const,
      is: desk.project !== undefined && item.project !== desk.project,
      because: `It was moved to the project ${item.project}.`,
    },
    {
      fate: 'retyped' as const,
      about: 'type' as const,
      is: desk.taskType !== undefined && item.type !== desk.taskType,
      because: `Its type is ${item.type}, and mitigations are planned as ${desk.taskType} here.`,
    },
  ];
  for (const { fate, about, is, because } of questions) {
    if (!is || look.isDecided(about)) continue;
    const answer = look.ask(fate, because);
    if (answer === 'keep') look.decide({ about });
    if (answer === 'again') look.replaced = true;
  }
}

/** Our tag and our link: one that is off is an oddity with proposals (S23, S24). */
export function compareMarks(look: Comparison): void {
  const { item, part, wanted } = look;
  if (!hasTag(item, mitigationTag) && !look.isDecided('tag')) {
    const answer = look.ask('tag-removed', `Somebody took the tag ${mitigationTag} off.`);
    if (answer === 'keep') look.decide({ about: 'tag' });
    if (answer === 'ours') {
      look.fields[tagsField] = [...item.tags, mitigationTag].join('; ');
      look.change('tag', `The tag ${mitigationTag} is put back.`);
      look.because.push('You put the tag back.');
    }
  }
  const isLinked = item.hyperlinks.some((url) => parseIdentity(url)?.realisation === part.realisation.id);
  if (isLinked || look.isDecided('link')) return;
  const answer = look.ask('link-removed', 'The link to the mitigation was taken off the Task.');
  if (answer === 'keep') look.decide({ about: 'link' });
  if (answer === 'ours') {
    look.write = {
      ...look.write,
      hyperlink: { url: wanted.url, comment: 'The mitigation in the threat model' },
    };
    look.change('link', 'The link to the mitigation is put back.');
    look.because.push('You put the link back.');
  }
}
