/** Asks the knowledge base which events would tell of the model's threats; they come in as proposed. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { counted, sentenceOf } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';

export function ProposeEvents(): React.ReactElement {
  const { app, navigation } = useHub();
  const { session, applyLoudly } = useModelView();
  const [busy, setBusy] = React.useState(false);
  const propose = async () => {
    setBusy(true);
    try {
      const [packages, { proposeEvents, takeEvents }] = await Promise.all([
        app.knowledge(),
        import('../../../core/kb/propose-events'),
      ]);
      // What the model says now, not when the packages were asked for.
      const proposals = proposeEvents(session.current.model, packages);
      if (proposals.length === 0)
        navigation.toast('The knowledge base has no more events for these threats.');
      else
        applyLoudly(
          takeEvents(proposals, { newId: app.newId }),
          `${counted(proposals.length, 'event')} of the knowledge base proposed. Select what you want to watch.`,
        );
    } catch (error) {
      navigation.toast(`The knowledge base could not be read: ${sentenceOf(error)}`);
    }
    setBusy(false);
  };
  return (
    <Button
      text={busy ? 'Looking…' : 'Propose from the knowledge base'}
      disabled={busy}
      onClick={() => void propose()}
    />
  );
}
