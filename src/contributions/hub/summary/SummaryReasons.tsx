/** The end of the summary: who answers for which risk, how its numbers come about, and why each is what it is. */
import * as React from 'react';
import type { ThreatRisk } from '../../../core/risk/assess';
import { currentRule, inherentRule, namesRule, plannedRule } from '../../../ui/figure-words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { WhyNumber } from '../risk/WhyNumber';

export function Accepted(): React.ReactElement {
  const { app } = useHub();
  const { model } = useModelView();
  const today = app.now();
  const rows = [...model.acceptance.values()].sort((a, b) => (a.until < b.until ? -1 : 1));
  return (
    <section aria-label="Accepted risks">
      <h3>Who answers for which risk</h3>
      {rows.length === 0 ? (
        <p>Nobody has accepted a risk.</p>
      ) : (
        <table className="wo-small-table">
          <thead>
            <tr>
              <th scope="col">Risk</th>
              <th scope="col">Accepted by</th>
              <th scope="col">Until</th>
              <th scope="col">Evidence</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, threat, by, until, evidence }) => (
              <tr key={id}>
                <td>{model.threat.get(threat)?.title}</td>
                <td>{by}</td>
                <td>
                  {until.slice(0, 10)}
                  {Date.parse(until) < Date.parse(today) && ' (expired)'}
                </td>
                <td>{evidence ? `Comment on #${evidence.workItem}` : 'None'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Printed as well: whoever holds the paper cannot ask. */
export function Numbers(): React.ReactElement {
  const { scale } = useModelView().assessment;
  return (
    <section aria-label="How the numbers come about" className="wo-summary-numbers">
      <h3>How the numbers come about</h3>
      <dl>
        <dt>Without protection</dt>
        <dd>
          {inherentRule(scale)} {namesRule(scale)}
        </dd>
        <dt>Now</dt>
        <dd>{currentRule}</dd>
        <dt>When the planned work is done</dt>
        <dd>{plannedRule}</dd>
        <dt>What it takes</dt>
        <dd>
          Of the open mitigations the set with the least effort that reaches the target; each number holds
          when those above it are done.
        </dd>
      </dl>
    </section>
  );
}

interface ReasonsProps {
  readonly threats: readonly ThreatRisk[];
  /** Those whose risk somebody accepted. */
  readonly answeredFor: readonly ThreatRisk[];
}

/** Why the figures in the sentences are what they are. */
export function Reasons({ threats, answeredFor }: ReasonsProps): React.ReactElement {
  const now = ({ current }: ThreatRisk) => current;
  return (
    <div className="wo-summary-reasons">
      <WhyNumber named of="risk now" rule={currentRule} threats={threats} value={now} />
      <WhyNumber
        named
        of="when the planned work is done"
        rule={plannedRule}
        threats={threats}
        value={({ planned }) => planned}
      />
      {answeredFor.length > 0 && (
        <WhyNumber
          named
          of="what somebody answers for"
          rule="What the threats carry now whose risk somebody accepted, and whose acceptance has not expired."
          threats={answeredFor}
          value={now}
        />
      )}
    </div>
  );
}
