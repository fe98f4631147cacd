/** What a team decides for itself, such as the two questions that the paper leaves open: kept in every model. */
import * as React from 'react';
import { setPolicies } from '../../core/model/edits/clauses';
import { policyOf } from '../../core/alignment/check-alignment';
import type { Policies } from '../../core/model/edits/clauses';
import { Tick } from '../../ui/TableParts';
import { counted } from '../../ui/words';
import { policySwitches } from '../tab-parts/policy-words';
import { useReach } from '../tab-parts/desk-context';
import { together } from '../tab-parts/desk';

export function PolicySwitches(): React.ReactElement {
  const { desk, picture, perform, busy } = useReach();
  // A read-only model keeps its policies: it must not stop the others half way, nor hold the tick at "some".
  const editable = picture.models.filter(({ model }) => desk.takesEdits(model.info.id));
  const kept = picture.models.length - editable.length;
  const isFixed = busy || editable.length === 0;
  const isDecided = (name: keyof Policies) =>
    picture.models.some(({ model }) => model.policy?.switches?.[name] !== undefined);
  const stateOf = (name: keyof Policies): 'all' | 'some' | 'none' => {
    const reporting = editable.filter(({ model }) => policyOf(model, name) === 'report').length;
    return reporting === 0 ? 'none' : reporting === editable.length ? 'all' : 'some';
  };
  const flip = (name: keyof Policies) => {
    const value = stateOf(name) === 'all' ? ('allow' as const) : ('report' as const);
    void perform(async () => {
      const deeds = editable.map(({ model }) =>
        desk.edit(model.info.id, setPolicies(model, { [name]: value })),
      );
      const words = value === 'report' ? 'These are reported from now on.' : 'These are fine from now on.';
      const rest = kept === 0 ? '' : ` Left as before: ${counted(kept, 'read-only threat model')}.`;
      return { message: words + rest, deed: together(deeds) };
    });
  };
  return (
    <section className="wo-card wo-policies" aria-labelledby="wo-policies-title">
      <h2 id="wo-policies-title">What counts as a finding here</h2>
      <ul>
        {policySwitches.map(({ name, label, why }) => (
          <li key={name}>
            <Tick
              label={label}
              state={stateOf(name)}
              onChange={() => flip(name)}
              disabled={isFixed || isDecided(name)}
            />
            <div>
              {/* The tick names itself; this is the same label for the eye, and it can be clicked as well. */}
              <span
                aria-hidden="true"
                className="wo-policy-label"
                onClick={() => !isFixed && !isDecided(name) && flip(name)}
              >
                {label}
              </span>
              <p className="wo-quiet">
                {why}
                {isDecided(name) && ' The policies of the project decide this, in its settings.'}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
