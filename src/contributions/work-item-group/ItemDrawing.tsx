/** The drawing itself, once somebody wants to see it. */
import * as React from 'react';
import type { ItemModel, WorkItemReading } from '../../app/read-work-item';
import { pictureOfPlaces } from '../../core/diagram/part-picture';
import type { PartPicture } from '../../core/diagram/part-picture';
import { worriesOf } from '../../core/diagram/worries';
import type { Model } from '../../core/model/model';
import Drawing from '../../ui/Drawing';
import { sentenceOf } from '../../ui/words';
import type { GroupSession } from './group-session';
import { assessItem } from './item-threat';

type Drawn =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'drawn'; readonly part: PartPicture | undefined };

/** Only the item's own threats count in it: of the others the form does not know how their Tasks stand. */
function drawn(model: Model, item: ItemModel, reading: WorkItemReading): Drawn {
  const { assessment } = assessItem(item, reading);
  const worst = [...assessment.threats.values()].sort((a, b) => b.current - a.current);
  const places = worst.flatMap(({ threat }) => model.threat.get(threat.id)?.place ?? []);
  return { kind: 'drawn', part: pictureOfPlaces(model, places, worriesOf(model, assessment)) };
}

export default function ItemDrawing(props: {
  readonly item: ItemModel;
  readonly reading: WorkItemReading;
  readonly session: GroupSession;
}): React.ReactElement {
  const { item, reading, session } = props;
  const [state, setState] = React.useState<Drawn>({ kind: 'reading' });
  React.useEffect(() => {
    let current = true;
    const show = (next: Drawn) => current && setState(next);
    session.model(item.id).then(
      (model) => show(drawn(model, item, reading)),
      (error: unknown) => show({ kind: 'failed', reason: sentenceOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [session, item, reading]);
  if (state.kind === 'reading') return <p className="wg-quiet">Drawing…</p>;
  if (state.kind === 'failed') return <p role="alert">{state.reason}</p>;
  if (!state.part) return <p className="wg-quiet">The places of these threats are on no diagram.</p>;
  const name = `item${item.id.replace(/-/g, '')}`;
  return <Drawing part={state.part} title={`Where the threats of #${reading.id} strike`} name={name} />;
}
