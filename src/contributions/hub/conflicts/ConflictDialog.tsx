/** Two people changed the same thing: shows both versions side by side and asks, one thing after another. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { Banner } from '../../../ui/Banner';
import { ModalDialog } from '../../../ui/Layers';
import { counted } from '../../../ui/words';
import { useModelView } from '../model-view';
import { describeSide, titleOf } from './describe-conflict';

export function ConflictDialog(): React.ReactElement | null {
  const { state, session, model } = useModelView();
  const [hidden, setHidden] = React.useState(0);
  const [refused, setRefused] = React.useState(false);
  const { conflicts } = state;
  const conflict = conflicts[0];
  if (!conflict) return null;
  if (hidden === conflicts.length) {
    return (
      <div className="wo-floating">
        <Banner tone="warning" actions={<Button text="Decide" onClick={() => setHidden(0)} />}>
          {counted(conflicts.length, 'edit')} of yours met somebody else’s and waits for your decision.
        </Banner>
      </div>
    );
  }
  const choose = (choice: 'mine' | 'theirs') => setRefused(session.settle(conflict, choice) === 'needed');
  return (
    <ModalDialog
      title="Somebody else changed this too"
      subtitle={`${counted(conflicts.length, 'thing')} to decide. Theirs is stored now.`}
      wide="yes"
      onClose={() => setHidden(conflicts.length)}
      footer={
        <>
          <Button text="Keep theirs" onClick={() => choose('theirs')} />
          <Button text="Keep mine" primary={true} onClick={() => choose('mine')} />
        </>
      }
    >
      {refused && (
        <Banner tone="warning">Yours cannot be kept: other people’s work needs what you removed.</Banner>
      )}
      <h3>{titleOf(model, conflict)}</h3>
      <div className="wo-sides">
        {(['mine', 'theirs'] as const).map((side) => (
          <section key={side} aria-label={side === 'mine' ? 'Mine' : 'Theirs'} className="wo-side">
            <h4>{side === 'mine' ? 'Mine' : 'Theirs'}</h4>
            <dl>
              {describeSide(model, conflict, side).map(({ name, value, differs }) => (
                <div key={name} className={differs ? 'wo-differs' : ''}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </ModalDialog>
  );
}
