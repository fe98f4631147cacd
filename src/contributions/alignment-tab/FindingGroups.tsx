/** The findings, rule by rule, each group with its query. */
import * as React from 'react';
import type { Finding } from '../../core/alignment/finding';
import { rules } from '../../core/alignment/rules/rules';
import { usePortion } from '../../ui/TableParts';
import { FindingCard } from './FindingCard';
import { QueryButton } from './QueryButton';

interface GroupProps {
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly open: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
}

function Group({ title, findings, open, onToggle }: GroupProps): React.ReactElement {
  const { shown, more } = usePortion(findings);
  return (
    <section className="wo-card wo-finding-group" aria-label={title}>
      <div className="wo-figure-head">
        <h2>
          {title} <span className="wo-finding-count">{findings.length}</span>
        </h2>
        <QueryButton findings={findings} label="Open as query" spoken={`Open as query: ${title}`} />
      </div>
      <ul className="wo-findings">
        {shown.map((finding) => (
          <FindingCard
            key={finding.key}
            finding={finding}
            open={open.has(finding.key) ? 'yes' : 'no'}
            onToggle={onToggle}
          />
        ))}
      </ul>
      {more}
    </section>
  );
}

export function FindingGroups(props: Omit<GroupProps, 'title'>): React.ReactElement {
  const { findings, open, onToggle } = props;
  return (
    <>
      {rules.map(({ id, meta }) => {
        const own = findings.filter(({ ruleId }) => ruleId === id);
        if (own.length === 0) return null;
        return <Group key={id} title={meta.title} findings={own} open={open} onToggle={onToggle} />;
      })}
    </>
  );
}
