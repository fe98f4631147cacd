/** What is late: stories that are done before they are safe, and work that is planned after what it protects. */
import * as React from 'react';
import type { Warning } from '../../../core/advice/warnings';
import { counted } from '../../../ui/words';
import { useReach } from '../desk-context';
import { ItemLink } from '../ItemLink';

function NotTrue({ warning }: { readonly warning: Extract<Warning, { kind: 'not-true' }> }) {
  const { picture } = useReach();
  const { story, moment, threats, clauses } = warning;
  const open = threats.filter(({ protection }) => protection.kind === 'open-work').length;
  const bare = threats.length - open;
  const reasons = [
    ...(open > 0 ? [`work against ${counted(open, 'threat')} is still open`] : []),
    ...(bare > 0 ? [`nothing is in place against ${counted(bare, 'threat')}`] : []),
    ...(clauses.length > 0 ? [`${counted(clauses.length, 'WITHOUT clause')} has no threat yet`] : []),
  ];
  return (
    <>
      <ItemLink id={story} title={picture.stories.get(story)?.item.title} />{' '}
      {moment === 'done' ? 'is done' : 'is about to be done'} while its WITHOUT is not true:{' '}
      {reasons.join('; ')}.
    </>
  );
}

function After({ warning }: { readonly warning: Extract<Warning, { kind: 'planned-after' }> }) {
  const { picture } = useReach();
  const { story, model, mitigation, task, taskSprint } = warning;
  const at = picture.models.find((each) => each.model.info.id === model);
  return (
    <>
      “{at?.model.mitigation.get(mitigation)?.title}” is planned after what it protects: Task{' '}
      <ItemLink id={task.id} /> is in {taskSprint.name}, after{' '}
      <ItemLink id={story} title={picture.stories.get(story)?.item.title} />.
    </>
  );
}

export function WarningList({
  warnings,
}: {
  readonly warnings: readonly Warning[];
}): React.ReactElement | null {
  if (warnings.length === 0) return null;
  return (
    <section className="wo-card wo-late" aria-label="What is late">
      <h2>
        What is late <span className="wo-finding-count">{warnings.length}</span>
      </h2>
      <ul className="wo-plain-list">
        {warnings.map((warning) => (
          <li
            key={
              warning.kind === 'not-true'
                ? `${warning.story}`
                : `${warning.story}/${warning.model}/${warning.mitigation}`
            }
          >
            {warning.kind === 'not-true' ? <NotTrue warning={warning} /> : <After warning={warning} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
