/** What the change would do, while it is made, and the buttons that make it. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { ProjectFacts } from '../../app/ports';
import type { AlignmentReading } from '../../app/read-alignment';
import type { ProjectPolicy } from '../../core/model/project-policy';
import { effectInWords, effectOf, problemOf, tidy } from './draft';
import type { PolicyWork } from './use-policy';

/** Milliseconds of quiet before the preview is counted: it judges the whole backlog. */
const pause = 200;

function useSettled(value: ProjectPolicy): ProjectPolicy {
  const [settled, setSettled] = React.useState(value);
  React.useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

interface FootProps {
  readonly work: PolicyWork;
  readonly reading: AlignmentReading;
  readonly facts: ProjectFacts;
}

function Preview({ work, reading, facts }: FootProps): React.ReactElement {
  const { saved } = work;
  const draft = useSettled(work.draft);
  const problem = problemOf(tidy(draft));
  const words = React.useMemo(
    () =>
      problem === undefined ? effectInWords(effectOf(reading, facts, { saved, draft: tidy(draft) })) : [],
    [reading, facts, saved, draft, problem],
  );
  if (problem !== undefined) return <p className="wo-error-text">{problem}</p>;
  return (
    <ul>
      {words.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}

export function EffectFoot({ work, reading, facts }: FootProps): React.ReactElement | null {
  if (!work.isChanged) return null;
  const isFine = problemOf(tidy(work.draft)) === undefined;
  return (
    <section className="wo-policy-foot" aria-label="What this would do">
      <div role="status" tabIndex={0}>
        <strong>What this would do</strong>
        <Preview work={work} reading={reading} facts={facts} />
      </div>
      <div className="wo-policy-buttons">
        <Button text="Discard" disabled={work.busy} onClick={work.discard} />
        <Button primary={true} text="Save" disabled={work.readOnly || !isFine} onClick={work.save} />
      </div>
    </section>
  );
}
