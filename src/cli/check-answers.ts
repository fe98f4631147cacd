/** Answers that only the project can judge: fields that a Task has, and work items that Tasks may stand under. */
import type { App } from '../app/app';
import type { WorkItem } from '../core/sync/backlog-picture';
import { CommandError } from './command-error';
import { forTerminal } from './console';
import { storiesOfAnswers } from './sync-answers';
import type { SyncAnswers } from './sync-answers';

/** A field that no Task has, or a value that it does not take, must not pass for an answer. */
export async function checkFields(app: App, { fields }: SyncAnswers): Promise<void> {
  const given = Object.entries(fields);
  if (given.length === 0) return;
  const { known } = await app.taskFields();
  for (const [name, value] of given) {
    const field = known.get(name);
    if (!field) throw new CommandError(`A Task has no field ${forTerminal(name)} (--field).`);
    if (field.allowed && !field.allowed.includes(value)) {
      const some = field.allowed.slice(0, 20).join(', ');
      throw new CommandError(
        forTerminal(
          `“${value}” is none of the values of ${name}: ${some}${field.allowed.length > 20 ? ', …' : ''}.`,
        ),
      );
    }
  }
}

/** The words behind the number of a work item under which nobody puts a Task; undefined where one may stand. */
function whyNoStory(
  { type, title, category, areaPath }: WorkItem,
  { storyTypes, name }: { readonly storyTypes: readonly string[]; readonly name: string },
): string | undefined {
  const [project = ''] = areaPath.split('\\');
  if (project !== name) return `“${title}” belongs to another project, ${project}`;
  if (category === 'Removed') return `“${title}” was removed from the backlog`;
  if (storyTypes.includes(type)) return undefined;
  return `“${title}” is of the type ${type}; Tasks stand under a work item of the type ${storyTypes.join(' or ')}`;
}

/**
 * What the picker of the Sync page offers, and nothing else: Tasks under an Epic show on no board of the team, and those
 * under a work item that is gone cannot be made. Before anything is planned: else every step would ask for a story.
 */
export async function checkStories(app: App, answers: SyncAnswers): Promise<void> {
  const stories = storiesOfAnswers(answers);
  if (stories.length === 0) return;
  const [there, facts] = await Promise.all([app.readWorkItems(stories), app.facts()]);
  for (const story of stories) {
    const item = there.get(story);
    if (!item) throw new CommandError(`There is no work item ${story} that this token may read (--story).`);
    const why = whyNoStory(item, facts);
    if (why !== undefined) throw new CommandError(forTerminal(`#${story} ${why} (--story).`));
  }
}
