/** Which control types lower probability, impact or neither, with the mitigations of the model that are of each. */
import * as React from 'react';
import { controlEffect } from '../../../core/risk/control-effect';
import type { ControlEffect } from '../../../core/risk/control-effect';
import type { Mitigation } from '../../../core/model/mitigation';
import { counted } from '../../../ui/words';
import { useModelView } from '../model-view';

const rows: readonly {
  readonly effect: ControlEffect | undefined;
  readonly types: string;
  readonly does: string;
}[] = [
  { effect: 'probability', types: 'Preventive', does: 'lower the probability that the threat succeeds' },
  {
    effect: 'impact',
    types: 'Corrective and recovery',
    does: 'lower the impact: the damage is smaller or shorter',
  },
  {
    effect: 'neither',
    types: 'Detective and other',
    does: 'lower neither by themselves: they tell when the others must act',
  },
  { effect: undefined, types: 'Of no type yet', does: 'are not told apart: nobody said what they are' },
];

function countOf(mitigations: Iterable<Mitigation>, effect: ControlEffect | undefined): number {
  let count = 0;
  for (const each of mitigations) if (controlEffect(each) === effect) count += 1;
  return count;
}

export function ControlTypes(): React.ReactElement {
  const { model } = useModelView();
  return (
    <section className="wo-card" aria-label="What controls do">
      <h2>What controls do</h2>
      <p className="wo-quiet">
        Severity is probability and impact, and a control acts on one of them. The strength of a mitigation
        says how much of a threat’s risk it takes away, by whichever of the two.
      </p>
      <ul className="wo-why-list">
        {rows.map(({ effect, types, does }) => (
          <li key={types}>
            <span>
              <strong>{types}</strong> {does}.
            </span>
            <span className="wo-number">
              {counted(countOf(model.mitigation.values(), effect), 'mitigation')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
