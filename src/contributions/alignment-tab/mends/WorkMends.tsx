/** Findings about the work for a mitigation: bring it beside its story, or say that it is done. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { ModelPicture, StoryPicture } from '../../../core/alignment/picture';
import { setMitigationStatus } from '../../../core/model/edits/judge';
import type { Mitigation } from '../../../core/model/mitigation';
import { bringTask, createTask } from '../../tab-parts/bring';
import { useReach } from '../../tab-parts/desk-context';
import { ItemLink } from '../../tab-parts/ItemLink';
import { modelOf } from '../deeds';
import { Reading } from './MendParts';
import type { MendProps } from './MendParts';

interface WorkFacts {
  readonly at: ModelPicture;
  readonly mitigation: Mitigation;
  readonly story: StoryPicture;
  /** The Tasks that the model knows for it. */
  readonly tasks: readonly number[];
}

function useWorkFacts({ finding }: MendProps): WorkFacts | undefined {
  const { picture } = useReach();
  const { model, mitigation: id, story: number } = finding.subject;
  const at = picture.models.find((each) => each.model.info.id === model);
  const mitigation = id && at?.model.mitigation.get(id);
  const story = number === undefined ? undefined : picture.stories.get(number);
  if (!at || !mitigation || !story) return undefined;
  const tasks = at.index.realisationsOfMitigation(mitigation.id).flatMap(({ workItem }) => workItem ?? []);
  return { at, mitigation, story, tasks };
}

/** The sprint of the story, as far as its path tells. */
function sprintOf({ item }: StoryPicture) {
  const name = item.iterationPath.split('\\').pop() ?? item.iterationPath;
  return { id: '', name, path: item.iterationPath, start: undefined, finish: undefined };
}

/** Figure 2: the story is planned, a mitigation that it needs is not. */
export function MitigationNotPlanned({ finding }: MendProps): React.ReactElement | null {
  const { app, desk, picture, perform, busy } = useReach();
  const facts = useWorkFacts({ finding });
  if (!facts) return null;
  const { at, mitigation, story, tasks } = facts;
  const sprint = sprintOf(story);
  const named = finding.subject.task;
  const task = named === undefined ? undefined : picture.tasks.get(named);
  const bring = () =>
    perform(() =>
      task
        ? bringTask(desk, { task, sprint, story: story.item.id })
        : createTask(app, desk, { model: at.model.info.id, mitigation, sprint, story: story.item.id }),
    );
  const canBring = task !== undefined || tasks.length === 0;
  return (
    <>
      <Reading question={finding.readings[0] ?? ''}>
        <p>
          {task ? `Its Task #${task.id} goes` : 'A Task for it goes'} into {sprint.name}, under #
          {story.item.id}.
        </p>
        {canBring ? (
          <Button
            primary={true}
            text={task ? `Bring into ${sprint.name}` : `Create Task in ${sprint.name}`}
            disabled={busy}
            onClick={() => void bring()}
          />
        ) : (
          <p className="wo-quiet">
            Its Task was deleted, or you may not read it: decide in the hub what becomes of it.
          </p>
        )}
      </Reading>
      <Reading question={finding.readings[1] ?? ''}>
        <p>
          Then leave it as it is, with a reason. The tab “Security” of the sprint keeps showing what the story
          is without.
        </p>
      </Reading>
    </>
  );
}

/** The story is done, and a mitigation that was decided on is not. */
export function DoneStoryWithOpenMitigation({ finding }: MendProps): React.ReactElement | null {
  const { desk, perform, busy } = useReach();
  const facts = useWorkFacts({ finding });
  if (!facts) return null;
  const { at, mitigation, tasks } = facts;
  const done = () =>
    perform(async () => {
      const { model } = modelOf(desk, at.model.info.id);
      const edit = setMitigationStatus(model, [mitigation.id], { kind: 'implemented' });
      return { message: `“${mitigation.title}” is implemented.`, deed: desk.edit(model.info.id, edit) };
    });
  const open = tasks.map((id) => (
    <li key={id}>
      <ItemLink id={id} title={undefined} />
    </li>
  ));
  return (
    <>
      <Reading question={finding.readings[0] ?? ''}>
        <p>
          {tasks.length > 0
            ? 'Then plan its Task; closing it lowers the risk.'
            : 'It has no Task yet: create one in the hub, under a story that is still open.'}
        </p>
        {tasks.length > 0 && <ul className="wo-plain-list">{open}</ul>}
      </Reading>
      <Reading question={finding.readings[1] ?? ''}>
        {tasks.length > 0 ? (
          <p>Its status comes from its Task: open the Task and close it.</p>
        ) : (
          <Button text="It is implemented" disabled={busy} onClick={() => void done()} />
        )}
      </Reading>
    </>
  );
}
