/** The button of a page that is empty, or done with, to where one goes on. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { useHub } from './hub-context';
import { useModelView } from './model-view';
import type { TabId } from './tabs';

const words: Readonly<Partial<Record<TabId, string>>> = {
  diagram: 'Draw the system',
  knowledge: 'Let the knowledge base find threats',
  threats: 'Write down a threat',
  mitigations: 'Decide about mitigations',
};

export function WayOn({
  to,
}: {
  readonly to: 'diagram' | 'knowledge' | 'threats' | 'mitigations';
}): React.ReactElement | null {
  const { model, readOnly } = useModelView();
  const { go } = useHub();
  if (readOnly) return null;
  return <Button text={words[to] ?? to} onClick={() => go({ model: model.info.id, tab: to })} />;
}

/** To the drawing as long as there is none: everything else is found from it. */
export function WayToThreats(): React.ReactElement {
  const { model } = useModelView();
  return <WayOn to={model.element.size === 0 ? 'diagram' : 'knowledge'} />;
}
