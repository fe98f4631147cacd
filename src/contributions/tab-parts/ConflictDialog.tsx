/** Somebody else changed the same thing of a model: both versions side by side, and a decision. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { Banner } from '../../ui/Banner';
import { ModalDialog } from '../../ui/Layers';
import { counted } from '../../ui/words';
import { describeSide, titleOf } from '../hub/conflicts/describe-conflict';
import type { AlignmentDesk, DeskState } from './desk';

export function ConflictDialog({ desk, state }: { readonly desk: AlignmentDesk; readonly state: DeskState }) {
  const [refused, setRefused] = React.useState(false);
  const [hidden, setHidden] = React.useState(0);
  const { conflicts, picture } = state;
  const first = conflicts[0];
  const model = picture.models.find((each) => each.model.info.id === first?.model)?.model;
  if (!first || !model) return null;
  if (hidden === conflicts.length) {
    return (
      <Banner tone="warning" actions={<Button text="Decide" onClick={() => setHidden(0)} />}>
        {counted(conflicts.length, 'edit')} of yours met somebody else’s and waits for your decision.
      </Banner>
    );
  }
  const choose = (choice: 'mine' | 'theirs') => setRefused(desk.settle(first, choice) === 'needed');
  return (
    <ModalDialog
      title="Somebody else changed this too"
      subtitle={`In ${model.info.name}. Theirs is stored now.`}
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
      <h3>{titleOf(model, first.conflict)}</h3>
      <div className="wo-sides">
        {(['mine', 'theirs'] as const).map((side) => (
          <section key={side} aria-label={side === 'mine' ? 'Mine' : 'Theirs'} className="wo-side">
            <h4>{side === 'mine' ? 'Mine' : 'Theirs'}</h4>
            <dl>
              {describeSide(model, first.conflict, side).map(({ name, value, differs }) => (
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
