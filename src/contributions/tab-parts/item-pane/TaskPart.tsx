/** A Task in the panel: the mitigation that it is, and what it is good for. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { Pill } from '../../../ui/Marks';
import { points, statusWords } from '../../../ui/words';
import { useReach } from '../desk-context';
import { ItemLink } from '../ItemLink';
import { WhyThreat } from '../advice/WhyThreat';
import type { TaskFacts } from './task-facts';

function Part({ facts }: { readonly facts: TaskFacts }): React.ReactElement {
  const { picture, page } = useReach();
  const { model, modelName, mitigation, threats, stories } = facts;
  const id = `wo-task-${mitigation.id}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{mitigation.title}</h2>
      <p className="wo-quiet">
        A mitigation of the threat model “{modelName}”: {statusWords[mitigation.status.kind].toLowerCase()}
      </p>
      {threats.length > 0 && (
        <>
          <h3>What it works against</h3>
          <ul className="wo-plain-list">
            {threats.map((risk) => (
              <li key={risk.threat.id}>
                {risk.threat.title}{' '}
                <span className="wo-quiet wo-number">{points(risk.current)} points now</span>
                <WhyThreat model={model} risk={risk} />
              </li>
            ))}
          </ul>
        </>
      )}
      {stories.length > 0 && (
        <>
          <h3>Stories that wait for it</h3>
          <ul className="wo-plain-list">
            {stories.map((story) => (
              <li key={story}>
                <ItemLink id={story} title={picture.stories.get(story)?.item.title} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Button
        text="Open in the threat model"
        ariaLabel={`Open in the threat model: ${mitigation.title}`}
        onClick={() => page.goToHub({ model, mitigation: mitigation.id })}
      />
    </section>
  );
}

export function TaskPart({ facts }: { readonly facts: readonly TaskFacts[] }): React.ReactElement | null {
  const [first] = facts;
  if (!first) return null;
  return (
    <>
      <header className="wo-pane-head">
        <h1>
          <ItemLink id={first.number} title={first.item?.title} />
        </h1>
        <div className="wo-pane-facts">
          {first.item && <Pill>{first.item.state}</Pill>}
          <span className="wo-quiet">
            {first.item ? first.item.iterationPath : 'Gone, or hidden from you'}
          </span>
        </div>
      </header>
      {facts.map((each) => (
        <Part key={`${each.model} ${each.mitigation.id}`} facts={each} />
      ))}
    </>
  );
}
