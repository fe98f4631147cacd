/** One planned story: what it promises, what threatens that, and what would help, in that order (Figure 2). */
import * as React from 'react';
import type { Sprint } from '../../core/alignment/picture';
import type { FoundClause } from '../../core/clauses/clause';
import { AssumedMark, Pill, SeverityMark } from '../../ui/Marks';
import { counted, points } from '../../ui/words';
import { ClauseWords } from '../tab-parts/Facts';
import { ItemLink } from '../tab-parts/ItemLink';
import { MitigationLines } from './MitigationLines';
import { notPlanned } from './planned-work';
import type { PlannedStory, PlannedThreat } from './planned-work';

function ThreatLine({ threat: { risk } }: { readonly threat: PlannedThreat }): React.ReactElement {
  return (
    <li className="wo-threat-line">
      <SeverityMark name={risk.currentName} />
      <span className="wo-threat-line-title">{risk.threat.title}</span>
      <span className="wo-quiet wo-number">
        {points(risk.current)} points {risk.assumed && <AssumedMark />}
      </span>
    </li>
  );
}

function ClausePart({
  clause,
  threats,
}: {
  readonly clause?: FoundClause;
  readonly threats: readonly PlannedThreat[];
}) {
  return (
    <div className="wo-promise">
      {clause ? <ClauseWords text={clause.text} /> : <span className="wo-quiet">The story as a whole</span>}
      {threats.length > 0 ? (
        <ul className="wo-threat-lines">
          {threats.map((threat) => (
            <ThreatLine key={`${threat.model}/${threat.risk.threat.id}`} threat={threat} />
          ))}
        </ul>
      ) : (
        <p className="wo-quiet wo-promise-none">No threat is linked to this clause.</p>
      )}
    </div>
  );
}

function Promises({ planned }: { readonly planned: PlannedStory }): React.ReactElement {
  const { story, threats, looseClauses } = planned;
  const named = story.clauses.filter((clause) => threats.some((threat) => threat.clauses.includes(clause)));
  const whole = threats.filter(({ clauses }) => clauses.length === 0);
  const covered = story.clauses.filter((clause) => !named.includes(clause) && !looseClauses.includes(clause));
  return (
    <div className="wo-promises">
      {named.map((clause) => (
        <ClausePart
          key={`${clause.field}/${clause.ordinal}`}
          clause={clause}
          threats={threats.filter(({ clauses }) => clauses.includes(clause))}
        />
      ))}
      {covered.map((clause) => (
        <div className="wo-promise" key={`${clause.field}/${clause.ordinal}`}>
          <ClauseWords text={clause.text} />
        </div>
      ))}
      {whole.length > 0 && <ClausePart threats={whole} />}
      {looseClauses.map((clause) => (
        <ClausePart key={`${clause.field}/${clause.ordinal}`} clause={clause} threats={[]} />
      ))}
    </div>
  );
}

function Verdict({ planned }: { readonly planned: PlannedStory }): React.ReactElement {
  const missing = notPlanned(planned).length;
  if (missing > 0) return <Pill tone="warning">{counted(missing, 'mitigation')} not in this sprint</Pill>;
  if (planned.threats.length === 0) return <Pill tone="warning">No threat linked</Pill>;
  if (planned.mitigations.length === 0) return <Pill tone="warning">No mitigation known</Pill>;
  const open = planned.mitigations.some(({ standing }) => standing.kind === 'in-sprint');
  return <Pill tone="success">{open ? 'All it needs is in this sprint' : 'All it needs is done'}</Pill>;
}

export function StoryCard({ planned, sprint }: { readonly planned: PlannedStory; readonly sprint: Sprint }) {
  const { item } = planned.story;
  return (
    <article className="wo-card wo-story-card" aria-label={`#${item.id} ${item.title}`}>
      <header className="wo-story-head">
        <h2>
          <ItemLink id={item.id} title={item.title} />
        </h2>
        <Pill>{item.state}</Pill>
        <Verdict planned={planned} />
      </header>
      <div className="wo-story-body">
        <section aria-label="What it promises, and what threatens that">
          <h3>What must not happen</h3>
          <Promises planned={planned} />
        </section>
        <section aria-label="Mitigations">
          <h3>What helps</h3>
          <MitigationLines planned={planned} sprint={sprint} />
        </section>
      </div>
    </article>
  );
}
