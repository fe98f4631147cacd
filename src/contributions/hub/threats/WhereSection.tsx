/** Where the threat strikes: the part of the diagram around its place, and the way to the diagram itself. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { pictureOfPlaces } from '../../../core/diagram/part-picture';
import { worriesOf } from '../../../core/diagram/worries';
import { placeName } from '../../../core/model/model-index';
import type { Threat } from '../../../core/model/threat';
import Drawing from '../../../ui/Drawing';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';

export default function WhereSection({ threat }: { readonly threat: Threat }): React.ReactElement | null {
  const { go } = useHub();
  const { model, assessment } = useModelView();
  const { place } = threat;
  const part = React.useMemo(
    () => pictureOfPlaces(model, [place], worriesOf(model, assessment)),
    [model, assessment, place],
  );
  if (!part || place.kind === 'model') return null;
  const show = () => go({ model: model.info.id, tab: 'diagram', diagram: part.diagram.id, show: place.id });
  return (
    <section className="wo-section" aria-label="Where it strikes">
      <h3>Where it strikes</h3>
      <Drawing part={part} title={`Around ${placeName(model, place)}`} name="where" />
      <Button text="Show in the diagram" onClick={show} />
    </section>
  );
}
