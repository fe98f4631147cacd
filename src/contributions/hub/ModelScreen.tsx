/** Opens one model and shows it, or says why it cannot be opened. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { ModelId } from '../../core/model/ids';
import { loadAhead } from './heavy-pages';
import { useHub } from './hub-context';
import { ModelPage } from './ModelPage';
import { asTab } from './tabs';
import { useLoad } from './use-load';
import { Failed, Waiting } from './Waiting';

export interface ModelScreenProps {
  readonly id: ModelId;
  /** Back to the list of models. */
  readonly onLeave: () => void;
}

export function ModelScreen({ id, onLeave }: ModelScreenProps): React.ReactElement {
  const { sessions, query } = useHub();
  const tab = asTab(query);
  React.useEffect(() => loadAhead(tab), [tab]);
  const [opened, again] = useLoad(React.useCallback(() => sessions.open(id), [sessions, id]));
  if (opened.kind === 'loading') return <Waiting label="Opening the threat model…" />;
  if (opened.kind === 'failed') {
    return (
      <Failed reason={opened.reason} onRetry={again}>
        <Button text="All threat models" onClick={onLeave} />
      </Failed>
    );
  }
  return <ModelPage session={opened.value} onLeave={onLeave} />;
}
