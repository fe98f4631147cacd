/** A story is planned in a sprint, and a mitigation that its WITHOUT waits for is not (Figure 2: prioritizing security). */
import type { WorkItem } from '../../../sync/backlog-picture';
import type { AlignmentPicture } from '../../picture';
import { laterIteration } from '../../iterations';
import { defineRule } from '../../rule';
import type { Report } from '../../rule';
import { liesWithin } from '../../scope';
import { awaitedMitigations } from '../../treated-stories';
import type { Awaited } from '../../treated-stories';
import { listed, quoted, storyWords } from '../../wording';

/** The root of the iterations is where nobody planned yet; what is done needs no plan. */
function isPlanned({ category, iterationPath }: WorkItem, { sprint }: AlignmentPicture): boolean {
  if (category === 'Completed') return false;
  return sprint ? liesWithin(iterationPath, sprint.path) : iterationPath.includes('\\');
}

type Gap =
  | { readonly messageId: 'noTask' }
  | { readonly messageId: 'taskUnseen'; readonly task: number }
  | { readonly messageId: 'otherIteration'; readonly task: number; readonly iteration: string };

/** A Task that was removed is none; of several, one in the story's iteration is enough. */
function gapOfTasks(tasks: readonly number[], story: WorkItem, picture: AlignmentPicture): Gap | undefined {
  const living = tasks.filter((task) => picture.tasks.get(task)?.category !== 'Removed');
  const seen = living.flatMap((task) => picture.tasks.get(task) ?? []);
  if (seen.some((item) => liesWithin(item.iterationPath, story.iterationPath))) return undefined;
  const open = seen.filter(({ category }) => category !== 'Completed');
  // What comes too late is another finding.
  const elsewhere = (open.length > 0 ? open : seen).find((task) => !laterIteration(picture, story, task));
  if (elsewhere)
    return { messageId: 'otherIteration', task: elsewhere.id, iteration: elsewhere.iterationPath };
  if (seen.length > 0) return undefined;
  const [unseen] = living;
  return unseen === undefined ? { messageId: 'noTask' } : { messageId: 'taskUnseen', task: unseen };
}

/** Undefined = every part of the mitigation is planned with the story; else the first part that is not. */
function gapOf({ at, story, mitigation, treatments }: Awaited, picture: AlignmentPicture): Gap | undefined {
  const realisations = at.index.realisationsOfMitigation(mitigation.id);
  for (const { id } of treatments) {
    const covering = realisations.filter(({ covers }) => covers === 'all' || covers.includes(id));
    const gap = gapOfTasks(
      covering.flatMap(({ workItem }) => workItem ?? []),
      story.item,
      picture,
    );
    if (gap) return gap;
  }
  return undefined;
}

function report({ at, story, mitigation, threats }: Awaited, gap: Gap): Report {
  const task = 'task' in gap ? gap.task : undefined;
  return {
    messageId: gap.messageId,
    subject: {
      model: at.model.info.id,
      mitigation: mitigation.id,
      story: story.item.id,
      ...(task === undefined ? {} : { task }),
    },
    words: {
      story: storyWords(story.item),
      sprint: quoted(story.item.iterationPath),
      mitigation: quoted(mitigation.title),
      task: task ?? '',
      iteration: 'iteration' in gap ? quoted(gap.iteration) : '',
    },
    because: [
      `The story is planned in ${quoted(story.item.iterationPath)}.`,
      `The mitigation works against ${listed(threats.map(({ title }) => quoted(title)))}, linked to the story.`,
      'It has no effect yet.',
    ],
  };
}

export default defineRule({
  id: 'mitigation-not-planned-with-its-story',
  meta: {
    title: 'A story is planned without a mitigation that it needs',
    severity: 'warning',
    readings: [
      'Should the mitigation come into the same sprint?',
      'Is the story safe enough without it for now?',
    ],
    messages: {
      noTask: '{story} is planned in {sprint}, yet {mitigation} has no Task.',
      taskUnseen:
        '{story} is planned in {sprint}, yet Task #{task} of {mitigation} is gone or hidden from you.',
      otherIteration: '{story} is planned in {sprint}, yet Task #{task} of {mitigation} is in {iteration}.',
    },
  },
  *check(picture) {
    for (const awaited of awaitedMitigations(picture)) {
      if (!isPlanned(awaited.story.item, picture)) continue;
      const gap = gapOf(awaited, picture);
      if (gap) yield report(awaited, gap);
    }
  },
});
