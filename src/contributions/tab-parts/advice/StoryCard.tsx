/** One planned story: what it promises, what threatens that, and what would help, in that order (Figure 2). */
import * as React from 'react';
import type { ThreatAdvice } from '../../../core/advice/candidates';
import { missingOf, postponements } from '../../../core/advice/postponed';
import type { StoryAdvice } from '../../../core/advice/story-advice';
import type { Sprint } from '../../../core/alignment/picture';
import type { FoundClause } from '../../../core/clauses/clause';
import { AssumedMark, Pill, SeverityMark } from '../../../ui/Marks';
import { counted, points } from '../../../ui/words';
import { ClauseWords } from '../Facts';
import { useReach } from '../desk-context';
import { ItemLink } from '../ItemLink';
import { AcceptRisk } from './AcceptRisk';
import { MitigationLines } from './MitigationLines';
import { WhyThreat } from './WhyThreat';
import { protectionWords } from './words';

interface OfStory {
  readonly story: number;
}

function ThreatLine({ threat, story }: { readonly threat: ThreatAdvice } & OfStory): React.ReactElement {
  const { risk, protection } = threat;
  return (
    <li className="wo-threat-line">
      <SeverityMark name={risk.currentName} />
      <span className="wo-threat-line-title">{risk.threat.title}</span>
      <span className="wo-quiet wo-number">
        {points(risk.current)} points {risk.assumed && <AssumedMark />}
      </span>
      <div className="wo-threat-why">
        <WhyThreat model={threat.model} risk={risk} />
      </div>
      <span className="wo-threat-answer">
        <span className="wo-quiet">{protectionWords(protection)}</span>
        <AcceptRisk threat={threat} story={story} />
      </span>
    </li>
  );
}

function ClausePart(
  props: {
    readonly clause?: FoundClause;
    readonly threats: readonly ThreatAdvice[];
  } & OfStory,
) {
  const { clause, threats, story } = props;
  return (
    <div className="wo-promise">
      {clause ? <ClauseWords text={clause.text} /> : <span className="wo-quiet">The story as a whole</span>}
      {threats.length > 0 ? (
        <ul className="wo-threat-lines">
          {threats.map((threat) => (
            <ThreatLine key={`${threat.model}/${threat.risk.threat.id}`} threat={threat} story={story} />
          ))}
        </ul>
      ) : (
        <p className="wo-quiet wo-promise-none">No threat is linked to this clause.</p>
      )}
    </div>
  );
}

export function Promises({ advice }: { readonly advice: StoryAdvice }): React.ReactElement {
  const { threats, looseClauses } = advice;
  const { clauses, item } = advice.story;
  const named = clauses.filter((clause) => threats.some((threat) => threat.clauses.includes(clause)));
  const whole = threats.filter((threat) => threat.clauses.length === 0);
  const covered = clauses.filter((clause) => !named.includes(clause) && !looseClauses.includes(clause));
  const keyOf = ({ field, ordinal }: FoundClause) => `${field}/${ordinal}`;
  return (
    <div className="wo-promises">
      {named.map((clause) => (
        <ClausePart
          key={keyOf(clause)}
          clause={clause}
          threats={threats.filter((threat) => threat.clauses.includes(clause))}
          story={item.id}
        />
      ))}
      {covered.map((clause) => (
        <div className="wo-promise" key={keyOf(clause)}>
          <ClauseWords text={clause.text} />
        </div>
      ))}
      {whole.length > 0 && <ClausePart threats={whole} story={item.id} />}
      {looseClauses.map((clause) => (
        <ClausePart key={keyOf(clause)} clause={clause} threats={[]} story={item.id} />
      ))}
    </div>
  );
}

export function Verdict({ advice }: { readonly advice: StoryAdvice }): React.ReactElement {
  const { picture } = useReach();
  const { open: missing, postponed } = missingOf(advice, postponements(picture));
  if (missing.length > 0)
    return <Pill tone="warning">{counted(missing.length, 'mitigation')} not in this sprint</Pill>;
  if (postponed.length > 0) return <Pill>{counted(postponed.length, 'mitigation')} postponed</Pill>;
  if (advice.threats.length === 0) return <Pill tone="warning">No threat linked</Pill>;
  if (advice.mitigations.length === 0) return <Pill tone="warning">No mitigation known</Pill>;
  const open = advice.mitigations.some(({ work }) => work.length > 0);
  return <Pill tone="success">{open ? 'All it needs is in this sprint' : 'All it needs is done'}</Pill>;
}

export function StoryCard({ advice, sprint }: { readonly advice: StoryAdvice; readonly sprint: Sprint }) {
  const { item } = advice.story;
  return (
    <article
      className="wo-card wo-story-card"
      aria-label={`#${item.id} ${item.title}`}
      id={`story-${item.id}`}
    >
      <header className="wo-story-head">
        <h2>
          <ItemLink id={item.id} title={item.title} />
        </h2>
        <Pill>{item.state}</Pill>
        <Verdict advice={advice} />
      </header>
      <div className="wo-story-body">
        <section aria-label="What it promises, and what threatens that">
          <h3>What must not happen</h3>
          <Promises advice={advice} />
        </section>
        <section aria-label="Mitigations">
          <h3>What helps</h3>
          <MitigationLines advice={advice} sprint={sprint} />
        </section>
      </div>
    </article>
  );
}
