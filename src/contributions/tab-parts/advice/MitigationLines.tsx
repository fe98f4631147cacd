/** The mitigations of a story, grouped by where their work stands, each with what it removes and its effort. */
import * as React from 'react';
import type { MitigationAdvice, StoryAdvice } from '../../../core/advice/story-advice';
import type { Sprint } from '../../../core/alignment/picture';
import { CheckIcon } from '../../../ui/icons';
import { percent, points, statusWords } from '../../../ui/words';
import { ItemLink } from '../ItemLink';
import { BringButton } from './BringButton';
import { Postponed, PostponeButton } from './Postpone';
import { WhyGain } from './WhyGain';
import { effortWords, iterationName } from './words';

const isDone = ({ work, missing }: MitigationAdvice) => work.length === 0 && missing.length === 0;

const groups: readonly { readonly title: string; readonly has: (line: MitigationAdvice) => boolean }[] = [
  { title: 'Not in this sprint', has: ({ missing }) => missing.length > 0 },
  { title: 'In this sprint', has: (line) => line.missing.length === 0 && !isDone(line) },
  { title: 'Done', has: isDone },
];

function Where({ line: { standing, status } }: { readonly line: MitigationAdvice }): React.ReactElement {
  switch (standing.kind) {
    case 'done':
      return <>{statusWords[status.kind]}</>;
    case 'waiting':
      return <>{statusWords[status.kind]}, without effect until what it requires is done</>;
    case 'no-task':
      return <>No Task yet, {statusWords[status.kind].toLowerCase()}</>;
    case 'unseen':
      return <>Its Task #{standing.task} was removed or deleted, or you may not read it</>;
    case 'in-sprint':
    case 'elsewhere':
      return (
        <>
          Task <ItemLink id={standing.task.id} /> is {standing.task.state.toLowerCase()}
          {standing.kind === 'elsewhere' && <>, in {iterationName(standing.task.iterationPath)}</>}
        </>
      );
  }
}

/** What it needs besides, and what stands in its way. */
function Needs({ line }: { readonly line: MitigationAdvice }): React.ReactElement | null {
  const others = line.work.filter(({ mitigation }) => mitigation.id !== line.mitigation.id);
  const names = (list: readonly { readonly title: string }[]) =>
    list.map(({ title }) => `“${title}”`).join(', ');
  if (line.blockedBy.length > 0)
    return <div className="wo-quiet">It requires {names(line.blockedBy)}, which was ruled out.</div>;
  if (others.length === 0) return null;
  return (
    <div className="wo-quiet">
      Together with {names(others.map(({ mitigation }) => mitigation))}, which it requires
    </div>
  );
}

interface LineProps {
  readonly line: MitigationAdvice;
  readonly advice: StoryAdvice;
  readonly sprint: Sprint | undefined;
}

function Line(props: LineProps) {
  const { line, advice, sprint } = props;
  const story = advice.story.item.id;
  const done = isDone(line);
  return (
    <li className="wo-help-line">
      <div className="wo-help-text">
        <div className="wo-help-title">
          {done && <CheckIcon />} {line.mitigation.title}
        </div>
        <div className="wo-quiet">
          <Where line={line} />
          {line.missing.length > 0 && <> · {effortWords(line.effort)}</>}
        </div>
        {!done && (
          <div className="wo-help-points">
            <strong>−{points(line.removes)} points</strong>
            <span className="wo-quiet">, {percent(line.share)} of the risk of this story</span>
            <WhyGain
              of={line.mitigation.title}
              model={line.model}
              gains={line.gains}
              counts={(id) =>
                advice.threats.some(({ model, risk }) => model === line.model && risk.threat.id === id)
              }
              also={[`The threats of this story carry ${points(advice.risk)} points now.`]}
            />
          </div>
        )}
        <Needs line={line} />
        <Postponed line={line} story={story} />
      </div>
      <div className="wo-help-actions">
        {sprint && (
          <BringButton
            model={line.model}
            mitigation={line.mitigation}
            missing={line.missing}
            story={story}
            sprint={sprint}
          />
        )}
        <PostponeButton line={line} story={story} sprint={sprint} />
      </div>
    </li>
  );
}

export interface MitigationLinesProps {
  readonly advice: StoryAdvice;
  /** Where work can be brought; undefined = the story is in no sprint. */
  readonly sprint: Sprint | undefined;
}

export function MitigationLines({ advice, sprint }: MitigationLinesProps): React.ReactElement {
  const { mitigations, threats } = advice;
  if (mitigations.length === 0) {
    return (
      <p className="wo-quiet">
        {threats.length === 0
          ? 'Nothing is known yet: no threat of a model is linked to this story.'
          : 'The model has no mitigation for these threats yet.'}
      </p>
    );
  }
  return (
    <>
      {groups.map(({ title, has }) => {
        const lines = mitigations.filter(has);
        if (lines.length === 0) return null;
        return (
          <div key={title} className="wo-help-group">
            <h4>{sprint || title !== 'Not in this sprint' ? title : 'Not planned with it'}</h4>
            <ul>
              {lines.map((line) => (
                <Line
                  key={`${line.model}/${line.mitigation.id}`}
                  line={line}
                  advice={advice}
                  sprint={sprint}
                />
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}
