/** An alert that carries the id of another threat model of this project is at home there: the way to it. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { asId, modelId } from '../../../core/model/ids';
import type { ModelId } from '../../../core/model/ids';
import type { Alert } from '../../../core/operate/alerts/alert';
import { Banner } from '../../../ui/Banner';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { useLoad } from '../use-load';
import { carryOver } from './alert-desk';

/** Nothing while the models are read, or where none of them is named. */
export function OtherHome({ alert }: { readonly alert: Alert }): React.ReactElement | null {
  const { app, go, sessions } = useHub();
  const { session } = useModelView();
  const [models] = useLoad(app.listModels);
  const home = models.kind === 'loaded' ? models.value.find(({ id }) => alert.ids.includes(id)) : undefined;
  const id = asId(modelId, home?.id ?? '');
  if (!home || home.kind === 'damaged' || !id) return null;
  const open = async (there: ModelId) => {
    // A model that does not open says so on its own page, without the alert.
    await sessions.open(there).then(
      (other) => carryOver(session, other),
      () => undefined,
    );
    go({ model: there, tab: 'operations', show: 'alert' });
  };
  return (
    <Banner
      tone="info"
      actions={<Button primary={true} text="Look into it there" onClick={() => void open(id)} />}
    >
      The alert names another threat model of this project: “{home.info.name}”.
    </Banner>
  );
}
