/** The mitigations of a planned story, grouped by where their work stands, each with what it removes and its effort. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { Sprint } from '../../core/alignment/picture';
import { CheckIcon } from '../../ui/icons';
import { percent, points, statusWords } from '../../ui/words';
import { useReach } from '../tab-parts/desk-context';
import { ItemLink } from '../tab-parts/ItemLink';
import { bringTask, createTask } from '../tab-parts/bring';
import type { PlannedMitigation, PlannedStory } from './planned-work';

const groups = [
  { title: 'Not in this sprint', kinds: ['elsewhere', 'no-task', 'unseen'] },
  { title: 'In this sprint', kinds: ['in-sprint'] },
  { title: 'Done', kinds: ['done'] },
] as const;

/** The last part of an iteration's path: the sprint as people call it. The root alone is the backlog. */
function iterationName(path: string): string {
  const parts = path.split('\\');
  return parts.length > 1 ? (parts[parts.length - 1] ?? path) : 'no sprint';
}

function effortOf({ standing }: PlannedMitigation): string {
  const effort = 'task' in standing && typeof standing.task === 'object' ? standing.task.effort : undefined;
  return effort === undefined ? 'effort not estimated' : `${points(effort)} h of work`;
}

function Where({ line }: { readonly line: PlannedMitigation }): React.ReactElement {
  const { standing, status } = line;
  switch (standing.kind) {
    case 'done':
      return <>{statusWords[status.kind]}</>;
    case 'no-task':
      return <>No Task yet, {statusWords[status.kind].toLowerCase()}</>;
    case 'unseen':
      return <>Its Task #{standing.task} was removed or deleted, or you may not read it</>;
    case 'in-sprint':
    case 'elsewhere':
      return (
        <>
          Task <ItemLink id={standing.task.id} /> is {standing.task.state.toLowerCase()}
          {standing.kind === 'elsewhere' && <>, in {iterationName(standing.task.iterationPath)}</>}
        </>
      );
  }
}

function Bring(props: { readonly line: PlannedMitigation; readonly story: number; readonly sprint: Sprint }) {
  const { app, desk, perform, busy } = useReach();
  const { line, story, sprint } = props;
  const { standing, mitigation, model } = line;
  if (standing.kind !== 'elsewhere' && standing.kind !== 'no-task') return null;
  const run = () =>
    perform(() =>
      standing.kind === 'elsewhere'
        ? bringTask(desk, { task: standing.task, sprint, story })
        : createTask(app, desk, { model, mitigation, sprint, story }),
    );
  const text = standing.kind === 'elsewhere' ? 'Bring into this sprint' : 'Create Task in this sprint';
  return (
    <Button
      text={text}
      ariaLabel={`${text}: ${mitigation.title}`}
      disabled={busy}
      onClick={() => void run()}
    />
  );
}

function Line(props: { readonly line: PlannedMitigation; readonly story: number; readonly sprint: Sprint }) {
  const { line } = props;
  const isDone = line.standing.kind === 'done';
  return (
    <li className="wo-help-line">
      <div className="wo-help-text">
        <div className="wo-help-title">
          {isDone && <CheckIcon />} {line.mitigation.title}
        </div>
        <div className="wo-quiet">
          <Where line={line} />
          {!isDone && <> · {effortOf(line)}</>}
        </div>
        {!isDone && (
          <div className="wo-help-points">
            <strong>−{points(line.removes)} points</strong>
            <span className="wo-quiet">, {percent(line.share)} of the risk of this story</span>
          </div>
        )}
      </div>
      <Bring {...props} />
    </li>
  );
}

export function MitigationLines({
  planned,
  sprint,
}: {
  readonly planned: PlannedStory;
  readonly sprint: Sprint;
}) {
  const { mitigations, threats, story } = planned;
  if (mitigations.length === 0) {
    return (
      <p className="wo-quiet">
        {threats.length === 0
          ? 'Nothing is known yet: no threat of a model is linked to this story.'
          : 'The model has no mitigation for these threats yet.'}
      </p>
    );
  }
  return (
    <>
      {groups.map(({ title, kinds }) => {
        const lines = mitigations.filter(({ standing }) => kinds.some((kind) => kind === standing.kind));
        if (lines.length === 0) return null;
        return (
          <div key={title} className="wo-help-group">
            <h4>{title}</h4>
            <ul>
              {lines.map((line) => (
                <Line
                  key={`${line.model}/${line.mitigation.id}`}
                  line={line}
                  story={story.item.id}
                  sprint={sprint}
                />
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}
