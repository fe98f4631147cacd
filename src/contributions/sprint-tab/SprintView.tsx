/** The sprint as its product owner plans it: risk of the planned stories, then story by story what is missing. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { countMissing, postponements } from '../../core/advice/postponed';
import type { MissingCount } from '../../core/advice/postponed';
import { adviseSprint } from '../../core/advice/sprint-advice';
import type { SprintAdvice } from '../../core/advice/sprint-advice';
import type { Pace } from '../../core/advice/pace';
import type { Sprint, StoryPicture } from '../../core/alignment/picture';
import { counted } from '../../ui/words';
import { useReach } from '../tab-parts/desk-context';
import { SavingMark } from '../tab-parts/SavingMark';
import { ItemLink } from '../tab-parts/ItemLink';
import { Empty } from '../tab-parts/TabFrame';
import { StoryCard } from '../tab-parts/advice/StoryCard';
import { WarningList } from '../tab-parts/advice/WarningList';
import { SprintRisk } from './SprintRisk';
import { Suggestions } from './Suggestions';

/** "Jan 5 – Jan 16": sprints are days, and the service's midnight in UTC must not become the evening before. */
function datesOf({ start, finish }: Sprint): string {
  const day = (iso: string) =>
    new Date(iso).toLocaleDateString('en', { month: 'short', day: 'numeric', timeZone: 'UTC' });
  return start && finish ? `${day(start)} – ${day(finish)}` : '';
}

function summary({ stories: all }: SprintAdvice, missing: MissingCount): string {
  const { open, postponed, stories } = missing;
  if (all.length === 0) return 'No planned story has a WITHOUT clause or a linked threat.';
  const late = postponed > 0 ? ` ${counted(postponed, 'mitigation')} postponed.` : '';
  if (open === 0 && postponed > 0)
    return `Everything else that the planned stories need is done or in this sprint.${late}`;
  if (open === 0) return 'Everything that the planned stories need is done or in this sprint.';
  return `${counted(open, 'mitigation')} for ${counted(stories, 'planned story', 'planned stories')} ${
    open === 1 ? 'is' : 'are'
  } not in this sprint.${late}`;
}

function Silent({ stories }: { readonly stories: readonly StoryPicture[] }): React.ReactElement | null {
  if (stories.length === 0) return null;
  return (
    <details className="wo-card">
      <summary>
        {counted(stories.length, 'other planned story', 'other planned stories')} without WITHOUT clause and
        without threat
      </summary>
      <ul className="wo-plain-list">
        {stories.map(({ item }) => (
          <li key={item.id}>
            <ItemLink id={item.id} title={item.title} />
          </li>
        ))}
      </ul>
    </details>
  );
}

export function SprintView({ sprint, pace }: { readonly sprint: Sprint; readonly pace: Pace }) {
  const { desk, picture } = useReach();
  const work = React.useMemo(() => adviseSprint(picture, pace), [picture, pace]);
  const postponed = React.useMemo(() => postponements(picture), [picture]);
  const planned = work.stories.length + work.silent.length;
  return (
    <>
      <header className="wo-header">
        <div className="wo-header-main">
          <h1>
            Security of {sprint.name} <span className="wo-tab-dates">{datesOf(sprint)}</span>
          </h1>
          {planned > 0 && (
            <p className="wo-tab-summary" role="status">
              {summary(work, countMissing(work, postponed))}
            </p>
          )}
        </div>
        <div className="wo-header-side">
          <SavingMark />
          <Button text="Refresh" onClick={() => void desk.refresh()} />
        </div>
      </header>
      <div className="wo-content">
        {planned === 0 && (
          <Empty title={`No story is planned in ${sprint.name} yet`}>
            As soon as one is, this tab says which threats it brings and which mitigations belong beside it.
          </Empty>
        )}
        {work.stories.length > 0 && <SprintRisk advice={work} />}
        <WarningList warnings={work.warnings} />
        <Suggestions advice={work} sprint={sprint} />
        {work.stories.map((story) => (
          <StoryCard key={story.story.item.id} advice={story} sprint={sprint} />
        ))}
        <Silent stories={work.silent} />
      </div>
    </>
  );
}
