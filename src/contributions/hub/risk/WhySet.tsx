/** Why the figures of a set of mitigations are what they are: of each mitigation, and of the whole set. */
import * as React from 'react';
import type { BestSet } from '../../../core/risk/budget/best-set';
import { budgetThreats } from '../../../core/risk/budget/from-model';
import { Why, WhyRows } from '../../../ui/Why';
import { WhyFigure } from '../../../ui/WhyFigure';
import { points } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';

type Pick = BestSet['picks'][number];

export interface PickProps {
  /** Title of the mitigation. */
  readonly of: string;
  readonly pick: Pick;
  readonly estimated: boolean;
}

function PickReasons({ pick: { gains }, estimated }: Omit<PickProps, 'of'>): React.ReactElement {
  const { assessment, model } = useModelView();
  const { go } = useHub();
  const threats = budgetThreats(assessment);
  const rows = [...gains].flatMap(([place, value]) => {
    const threat = threats[place]?.threat;
    const onOpen = () => go({ model: model.info.id, ...(threat ? { threat: threat.id } : {}) });
    return threat ? [{ key: threat.id, name: threat.title, value, onOpen }] : [];
  });
  return (
    <>
      <p>What each threat loses by it when those above it are done.</p>
      <WhyRows rows={rows} />
      <p>
        {estimated
          ? 'The effort is what somebody estimated for the mitigation.'
          : 'Nobody estimated the effort, so it counts as the middle of the others.'}
      </p>
    </>
  );
}

/** Under the line of a mitigation of the set. */
export function WhyPick({ of, ...pick }: PickProps): React.ReactElement {
  return <Why of={of}>{() => <PickReasons {...pick} />}</Why>;
}

/** The figures of the line themselves. */
export function PickFigure({ of, ...pick }: PickProps): React.ReactElement {
  const { removes, effort } = pick.pick;
  return (
    <WhyFigure text={`−${points(removes)} points for an effort of ${points(effort)}`} of={of}>
      {() => <PickReasons {...pick} />}
    </WhyFigure>
  );
}

export interface WhySetProps {
  readonly set: BestSet;
  readonly titles: ReadonlyMap<string, string>;
}

/** How much risk is left and what it takes, added up. */
export function WhySet({ set, titles }: WhySetProps): React.ReactElement {
  const { assessment, model } = useModelView();
  const { go } = useHub();
  return (
    <Why of="This set">
      {() => (
        <>
          <p>
            {points(assessment.current)} points now, less what each of the set takes away, are{' '}
            {points(set.left)}. The efforts add up to {points(set.effort)}.
          </p>
          <WhyRows
            rows={set.picks.map(({ key, removes, effort }) => ({
              key,
              name: titles.get(key) ?? key,
              value: removes,
              note: `for an effort of ${points(effort)}`,
              onOpen: () => go({ model: model.info.id, mitigation: key }),
            }))}
            others="mitigation"
          />
        </>
      )}
    </Why>
  );
}
