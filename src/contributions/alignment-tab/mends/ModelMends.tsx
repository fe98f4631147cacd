/** A model that its backlog has left behind: look at it, or say that it was looked at. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { useReach } from '../../tab-parts/desk-context';
import { Reading } from './MendParts';
import type { MendProps } from './MendParts';

export function ModelOlder({ finding }: MendProps): React.ReactElement | null {
  const { app, desk, page, perform, busy } = useReach();
  const { model: id } = finding.subject;
  if (id === undefined) return null;
  const reviewed = () =>
    perform(async () => {
      const { info } = desk.sessionOf(id).current.model;
      const edit = { label: 'Mark as reviewed', info: { ...info, reviewed: app.now() } };
      return { message: `“${info.name}” was reviewed today.`, deed: desk.edit(id, edit) };
    });
  return (
    <>
      <Reading question={finding.readings[0] ?? ''}>
        <Button text="Open in the threat model" onClick={() => page.goToHub({ model: id })} />
      </Reading>
      <Reading question={finding.readings[1] ?? ''}>
        <p>Then the stories until today are no finding any more.</p>
        <Button
          text="Reviewed today"
          disabled={busy || !desk.takesEdits(id)}
          onClick={() => void reviewed()}
        />
      </Reading>
    </>
  );
}
