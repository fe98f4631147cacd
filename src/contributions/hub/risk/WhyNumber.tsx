/** "Why this number" under a figure of the model: the rule in words, and the threats that make it, each a way to its own. */
import * as React from 'react';
import type { ThreatRisk } from '../../../core/risk/assess';
import { Why, WhyRows } from '../../../ui/Why';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';

export interface WhyNumberProps {
  /** Of what: "risk now". */
  readonly of: string;
  readonly rule: string;
  readonly threats: readonly ThreatRisk[];
  readonly value: (risk: ThreatRisk) => number;
  /** What else is to be said of a threat. */
  readonly note?: (risk: ThreatRisk) => string;
}

export function WhyNumber({ of, rule, threats, value, note }: WhyNumberProps): React.ReactElement {
  const { model } = useModelView();
  const { go } = useHub();
  return (
    <Why of={of}>
      {() => (
        <>
          <p>{rule}</p>
          <WhyRows
            rows={threats.map((each) => ({
              key: each.threat.id,
              name: each.threat.title,
              value: value(each),
              ...(note ? { note: note(each) } : {}),
              onOpen: () => go({ model: model.info.id, threat: each.threat.id }),
            }))}
          />
        </>
      )}
    </Why>
  );
}
