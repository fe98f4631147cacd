/** Why a mitigation takes so much away: of each threat what it carries now, and what it would carry then. */
import * as React from 'react';
import type { ModelId, ThreatId } from '../../../core/model/ids';
import { Why, WhyRows } from '../../../ui/Why';
import { points } from '../../../ui/words';
import { useReach } from '../desk-context';

export interface WhyGainProps {
  /** Title of the mitigation. */
  readonly of: string;
  readonly model: ModelId;
  /** Points by threat. */
  readonly gains: ReadonlyMap<ThreatId, number>;
  /** Is the threat one of those that the figure is about? */
  readonly counts: (threat: ThreatId) => boolean;
  /** What else makes the figure, a sentence each. */
  readonly also?: readonly string[];
}

export function WhyGain({ of, model, gains, counts, also = [] }: WhyGainProps): React.ReactElement {
  const { picture } = useReach();
  const rows = () => {
    const threats = picture.models.find((at) => at.model.info.id === model)?.assessment.threats;
    return [...gains].flatMap(([id, value]) => {
      const risk = counts(id) ? threats?.get(id) : undefined;
      if (!risk) return [];
      const note = `${points(risk.current)} now, ${points(risk.current - value)} then`;
      return [{ key: id, name: risk.threat.title, value, note }];
    });
  };
  return (
    <Why of={of}>
      {() => (
        <>
          <p>
            What each threat would carry less if this were done, with all that it requires. Its strength says
            which share of the risk now it takes; beside an alternative that works already only what it takes
            more counts.
          </p>
          <WhyRows rows={rows()} />
          {also.map((each) => (
            <p key={each}>{each}</p>
          ))}
        </>
      )}
    </Why>
  );
}
