/** Says over the drawing what its marks mean: what an attacker reaches from where a threat strikes; and the way back. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { blastRadius } from '../../../core/operate/blast-radius';
import type { BlastRadius } from '../../../core/operate/blast-radius';
import { Banner } from '../../../ui/Banner';
import { counted } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';

/** What the address asks to be marked; undefined = nothing. */
export function useBlast(): BlastRadius | undefined {
  const { query } = useHub();
  const { model } = useModelView();
  const wanted = query['blast'];
  return React.useMemo(
    () => (wanted === undefined ? undefined : blastRadius(model, wanted)),
    [model, wanted],
  );
}

/** Where somebody came from, by the address alone, so that it also holds for a link that was sent. */
function useBack(): { readonly text: string; readonly query: Record<string, string> } {
  const { query } = useHub();
  const { model } = useModelView();
  const [first = ''] = (query['blast'] ?? '').split(',');
  const here = { model: model.info.id };
  if (query['show'] === 'alert')
    return { text: 'Back to the alert', query: { ...here, tab: 'operations', show: 'alert' } };
  if (query['show'] === 'incidents')
    return { text: 'Back to the incidents', query: { ...here, tab: 'operations', show: 'incidents' } };
  const isEvent = [...model.event.values()].some(({ id }) => id === first);
  return isEvent
    ? { text: 'Back to the event', query: { ...here, event: first } }
    : { text: 'Back to the threat', query: { ...here, threat: first } };
}

export function BlastBanner({ blast }: { readonly blast: BlastRadius }): React.ReactElement {
  const { go } = useHub();
  const { model } = useModelView();
  const back = useBack();
  return (
    <Banner
      tone="info"
      actions={
        <>
          <Button text={back.text} onClick={() => go(back.query)} />
          <Button text="Take the marks away" onClick={() => go({ model: model.info.id, tab: 'diagram' })} />
        </>
      }
    >
      Blast radius of “{blast.title}”:{' '}
      {blast.marks.size === 0
        ? 'it concerns the whole system, so no part is marked.'
        : `${counted(blast.flows, 'data flow')} and ${counted(blast.elements, 'element')} are reached.`}{' '}
      {blast.marks.size > 0 && (
        <span className="wo-blast-keys">
          <span className="wo-blast-key wo-blast-key-strike" /> Struck{' '}
          <span className="wo-blast-key wo-blast-key-reached" /> Reached
        </span>
      )}
    </Banner>
  );
}
