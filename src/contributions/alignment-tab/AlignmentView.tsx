/** The whole view: how it stands in one sentence, Figure 1 drawn, then finding by finding what to decide. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { checkAlignment } from '../../core/alignment/check-alignment';
import { judgeFindings } from '../../core/alignment/dismissals';
import type { Finding } from '../../core/alignment/finding';
import type { AlignmentPicture } from '../../core/alignment/picture';
import { judgedStories } from '../../core/alignment/scope';
import { counted } from '../../ui/words';
import { useReach } from '../tab-parts/desk-context';
import { SavingMark } from '../tab-parts/SavingMark';
import { Aligned } from './Aligned';
import { Dismissed } from './DismissFinding';
import { FigureCard } from './FigureCard';
import { figureMap } from './figure-map';
import { FindingTrend } from './FindingTrend';
import { FindingGroups } from './FindingGroups';
import { PolicySwitches } from './PolicySwitches';
import { QueryButton } from './QueryButton';

/** "3 findings in 5 stories and 4 threats". */
function summary(picture: AlignmentPicture, findings: readonly Finding[]): string {
  const stories = judgedStories(picture).length;
  const threats = picture.models.reduce(
    (sum, { assessment }) => sum + [...assessment.threats.values()].filter(({ applies }) => applies).length,
    0,
  );
  const among = `${counted(stories, 'story', 'stories')} and ${counted(threats, 'threat')}`;
  return findings.length === 0
    ? `No findings in ${among}`
    : `${counted(findings.length, 'finding')} in ${among}`;
}

/** Which findings are unfolded, and the way to one of them from the map. */
function useOpenFindings(findings: readonly Finding[]) {
  const [open, setOpen] = React.useState<ReadonlySet<string>>(
    () => new Set(findings.slice(0, 1).map(({ key }) => key)),
  );
  const toggle = React.useCallback((key: string) => {
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }, []);
  const [wanted, setWanted] = React.useState<string | undefined>(undefined);
  const goTo = React.useCallback((key: string) => {
    setOpen((before) => new Set([...before, key]));
    setWanted(key);
  }, []);
  React.useEffect(() => {
    if (wanted === undefined) return;
    const target = document.getElementById(`finding-${wanted}`);
    target?.scrollIntoView({ block: 'start', behavior: 'smooth' });
    target?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
    setWanted(undefined);
  }, [wanted]);
  return { open, toggle, goTo };
}

export function AlignmentView(): React.ReactElement {
  const { desk, picture } = useReach();
  const judged = React.useMemo(() => judgeFindings(checkAlignment(picture), picture), [picture]);
  const findings = judged.open;
  const map = React.useMemo(() => figureMap(picture, findings), [picture, findings]);
  const { open, toggle, goTo } = useOpenFindings(findings);
  return (
    <>
      <header className="wo-header">
        <div className="wo-header-main">
          <h1>Security alignment</h1>
          <p className="wo-tab-summary" role="status">
            {summary(picture, findings)}
          </p>
        </div>
        <div className="wo-header-side">
          <SavingMark />
          {findings.length > 0 && <QueryButton findings={findings} label="Open all as query" />}
          <Button text="Refresh" onClick={() => void desk.refresh()} />
        </div>
      </header>
      <div className="wo-content">
        {findings.length === 0 && <Aligned map={map} />}
        <FigureCard map={map} onFinding={goTo} />
        <FindingGroups findings={findings} open={open} onToggle={toggle} />
        <FindingTrend findings={findings} />
        <Dismissed dismissed={judged.dismissed} />
        <PolicySwitches />
      </div>
    </>
  );
}
