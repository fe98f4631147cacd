/** The severity beside the others of the model: who judges compares, instead of picking a word. */
import * as React from 'react';
import type { Threat } from '../../../core/model/threat';
import { calibrate } from '../../../core/risk/calibrate';
import type { Neighbours } from '../../../core/risk/calibrate';
import { counted, points } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';

function Compared(props: {
  readonly title: string;
  readonly of: Neighbours;
  readonly which: 'probability' | 'impact';
}) {
  const { model } = useModelView();
  const { go } = useHub();
  const { above, same, below } = props.of;
  const rows = [
    ['One step above', above],
    ['Alike', same],
    ['One step below', below],
  ] as const;
  if (above.length + same.length + below.length === 0) return null;
  return (
    <details>
      <summary>{props.title}</summary>
      <dl className="wo-facts">
        {rows
          .filter(([, threats]) => threats.length > 0)
          .map(([name, threats]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {threats.map((each) => (
                  <div key={each.id}>
                    <button
                      type="button"
                      className="wo-link"
                      onClick={() => go({ model: model.info.id, threat: each.id })}
                    >
                      {each.title}
                    </button>{' '}
                    <span className="wo-quiet">{each[props.which].reason}</span>
                  </div>
                ))}
              </dd>
            </div>
          ))}
      </dl>
    </details>
  );
}

export function CalibrationSection({ threat }: { readonly threat: Threat }): React.ReactElement | null {
  const { model } = useModelView();
  const found = React.useMemo(() => calibrate(model, threat), [model, threat]);
  if (!found || threat.status.kind === 'not-applicable') return null;
  const { among, worse, alike, milder, median } = found;
  return (
    <section className="wo-section" aria-label="Beside the others">
      <h3>Beside the others</h3>
      <p>
        {points(found.points)} points; the middle of {counted(among, 'threat')} is {points(median)}. {worse}{' '}
        worse, {alike} alike, {milder} milder.
      </p>
      <Compared title="Is it as likely as these?" of={found.probability} which="probability" />
      <Compared title="Is it as bad as these?" of={found.impact} which="impact" />
    </section>
  );
}
