/** "Postpone…": the mitigation does not come with its story, for a reason and a time. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { restoreFinding } from '../../../core/model/edits/decide';
import { postponedFindings, postponements } from '../../../core/advice/postponed';
import type { MitigationAdvice } from '../../../core/advice/story-advice';
import type { Sprint } from '../../../core/alignment/picture';
import { together } from '../desk';
import { useReach } from '../desk-context';
import { daysLater } from './days';
import { postpone } from './deeds';
import { DecisionDialog } from './PlanDialog';
import { useActor } from './use-actor';
import { dayOf } from './words';

interface PostponeProps {
  readonly line: MitigationAdvice;
  readonly story: number;
  readonly sprint: Sprint | undefined;
}

/** The postponement that holds, if there is one. */
export function usePostponed({ line, story }: Pick<PostponeProps, 'line' | 'story'>) {
  const { picture } = useReach();
  const of = React.useMemo(() => postponements(picture), [picture]);
  return of({ model: line.model, mitigation: line.mitigation.id, story });
}

export function Postponed(props: Pick<PostponeProps, 'line' | 'story'>): React.ReactElement | null {
  const { desk, perform, busy } = useReach();
  const held = usePostponed(props);
  if (!held) return null;
  const { by, reason, until } = held.dismissal;
  const at = { model: props.line.model, mitigation: props.line.mitigation.id, story: props.story };
  const again = () =>
    perform(async () => {
      const deeds = postponedFindings(at).map((finding) =>
        desk.edit(held.model, restoreFinding(desk.sessionOf(held.model).current.model, finding)),
      );
      return { message: 'No longer postponed.', deed: together(deeds) };
    });
  return (
    <div className="wo-postponed">
      Postponed by {by}
      {until !== undefined && <> until {dayOf(until)}</>}: {reason}{' '}
      <button type="button" className="wo-link" disabled={busy} onClick={() => void again()}>
        Take back
      </button>
    </div>
  );
}

/** To the end of the sprint, or two weeks where it has none. */
const usualDays = 14;

export function PostponeButton({ line, story, sprint }: PostponeProps): React.ReactElement | null {
  const { app, desk, busy } = useReach();
  const [isOpen, setOpen] = React.useState(false);
  const by = useActor();
  const held = usePostponed({ line, story });
  if (held || line.missing.length === 0 || !desk.takesEdits(line.model)) return null;
  const today = app.now().slice(0, 10);
  const end = sprint?.finish?.slice(0, 10);
  const { title, id: mitigation } = line.mitigation;
  return (
    <>
      <Button
        subtle={true}
        text="Postpone…"
        ariaLabel={`Postpone: ${title}`}
        disabled={busy}
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <DecisionDialog
          title="Postpone the mitigation"
          note={`#${story} goes on without “${title}” for now. The risk stays in the numbers; the finding comes back when the time is over.`}
          by={by}
          today={today}
          until={end !== undefined && end > today ? end : daysLater(today, usualDays)}
          sentences={(words) => [
            `In the threat model: ${words.by || '…'} leaves “${title}” out of the work on #${story} until ${words.until}.`,
          ]}
          run={async (words) => postpone(app, desk, { ...words, model: line.model, mitigation, story })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
