/** "Why this number" under a figure: the rule in words, and the threats that make it. */
import * as React from 'react';
import type { ThreatRisk } from '../../../core/risk/assess';
import { counted, points } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';

/** The others are summed up. */
const most = 8;

export interface WhyNumberProps {
  /** Of what: "risk now". */
  readonly of: string;
  readonly rule: string;
  readonly threats: readonly ThreatRisk[];
  readonly value: (risk: ThreatRisk) => number;
}

export function WhyNumber({ of, rule, threats, value }: WhyNumberProps): React.ReactElement {
  const { model } = useModelView();
  const { go } = useHub();
  const sorted = threats.filter((each) => value(each) > 0).sort((a, b) => value(b) - value(a));
  const rest = sorted.slice(most).reduce((sum, each) => sum + value(each), 0);
  return (
    <details className="wo-why-number">
      <summary>
        Why this number<span className="wo-hidden">: {of}</span>
      </summary>
      <p>{rule}</p>
      <ul className="wo-why-list">
        {sorted.slice(0, most).map((each) => (
          <li key={each.threat.id}>
            <button
              type="button"
              className="wo-link"
              onClick={() => go({ model: model.info.id, threat: each.threat.id })}
            >
              {each.threat.title}
            </button>
            <span className="wo-number">{points(value(each))}</span>
          </li>
        ))}
        {sorted.length > most && (
          <li>
            <span>{counted(sorted.length - most, 'other threat')}</span>
            <span className="wo-number">{points(rest)}</span>
          </li>
        )}
        {sorted.length === 0 && <li>No threat counts here.</li>}
      </ul>
    </details>
  );
}
