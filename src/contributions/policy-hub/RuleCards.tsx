/** Target risk, the switches, and what states mean: what the project decides instead of each model. */
import * as React from 'react';
import type { ProjectFacts } from '../../app/ports';
import type { AlignmentReading } from '../../app/read-alignment';
import type { PolicySwitches, ProjectPolicy } from '../../core/model/project-policy';
import { mappedCategory, mapState, unmapState } from '../../core/sync/states';
import { Choice } from '../../ui/Choice';
import { policySwitches } from '../tab-parts/policy-words';
import { statesOnce } from '../../core/sync/state-rows';
import { StateMeanings } from '../tab-parts/StateMeanings';
import { NumberBox } from './parts';
import type { CardProps } from './parts';

const withoutTarget = ({ target: _target, ...rest }: ProjectPolicy): ProjectPolicy => rest;

function targetWith(policy: ProjectPolicy, share: number, by: string | undefined): ProjectPolicy {
  if (Number.isNaN(share)) return withoutTarget(policy);
  return { ...policy, target: { share, ...(by ? { by: `${by}T00:00:00.000Z` } : {}) } };
}

export function TargetCard({ policy, readOnly, onChange }: CardProps): React.ReactElement {
  const { target } = policy;
  const by = target?.by?.slice(0, 10) ?? '';
  const percent = target ? Math.round(target.share * 1000) / 10 : Number.NaN;
  return (
    <section className="wo-card" aria-labelledby="wo-policy-target">
      <h2 id="wo-policy-target">Target risk</h2>
      <p className="wo-quiet">
        How much of its inherent risk a threat model may keep. A model that sets a target of its own follows
        that one.
      </p>
      <p className="wo-policy-limits">
        <label>
          At most
          <NumberBox
            label="Target, per cent of the inherent risk"
            value={percent}
            need="optional"
            readOnly={readOnly}
            onChange={(value) => onChange(targetWith(policy, value / 100, by))}
          />
          % of the inherent risk
        </label>
        <label>
          by
          <input
            type="date"
            className="wo-input"
            aria-label="Target by"
            value={by}
            disabled={readOnly || !target}
            onChange={(event) =>
              onChange(targetWith(policy, target?.share ?? Number.NaN, event.target.value))
            }
          />
        </label>
        {!target && <span className="wo-quiet">No target: leave the number empty.</span>}
      </p>
    </section>
  );
}

const choices = [
  { value: 'open', label: 'Each threat model decides' },
  { value: 'report', label: 'Report it everywhere' },
  { value: 'allow', label: 'Allow it everywhere' },
] as const;

function switched(policy: ProjectPolicy, name: keyof PolicySwitches, value: 'open' | 'report' | 'allow') {
  const { [name]: _before, ...others } = policy.switches ?? {};
  return { ...policy, switches: value === 'open' ? others : { ...others, [name]: value } };
}

export function SwitchCard({ policy, readOnly, onChange }: CardProps): React.ReactElement {
  return (
    <section className="wo-card" aria-labelledby="wo-policy-switches">
      <h2 id="wo-policy-switches">What counts as a finding</h2>
      <ul className="wo-policy-switches">
        {policySwitches.map(({ name, label, why }) => (
          <li key={name}>
            <div>
              {label}
              <p className="wo-quiet">{why}</p>
            </div>
            <Choice
              label={label}
              value={policy.switches?.[name] ?? 'open'}
              options={choices}
              disabled={readOnly}
              onChange={(value) => onChange(switched(policy, name, value))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function StateCard(
  props: CardProps & { readonly facts: ProjectFacts; readonly reading: AlignmentReading },
): React.ReactElement {
  const { policy, readOnly, onChange, facts, reading } = props;
  const { states, taskType } = facts;
  const rows = React.useMemo(() => {
    const named = (type: string) => [...(states.get(type)?.keys() ?? [])].map((state) => ({ type, state }));
    const all = [...reading.picture.tasks.values(), ...(policy.stateMap ?? []), ...named(taskType)];
    return statesOnce(
      all.map(({ type, state }) => ({
        type,
        state,
        category: states.get(type)?.get(state),
        mapped: mappedCategory(policy.stateMap, { type, state }),
      })),
    );
  }, [reading, policy.stateMap, states, taskType]);
  return (
    <section className="wo-card" aria-labelledby="wo-policy-states">
      <h2 id="wo-policy-states">What the states of Tasks mean</h2>
      <p className="wo-quiet">
        The process says it by the category of each state. For states that it does not explain, you say it
        here for all threat models of the project.
      </p>
      <StateMeanings
        rows={rows}
        undecided="Each threat model decides"
        readOnly={readOnly}
        onChange={({ type, state }, category) =>
          onChange(
            category ? mapState(policy, { type, state, category }) : unmapState(policy, { type, state }),
          )
        }
      />
    </section>
  );
}
