/** Who is expected to accept a risk, and who is expected to change all this. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { Acceptor } from '../../core/model/project-policy';
import { Choice } from '../../ui/Choice';
import type { CardProps } from './parts';

const limits = [
  { value: 'any', label: 'any risk' },
  { value: 'high', label: 'up to high' },
  { value: 'medium', label: 'up to medium' },
  { value: 'low', label: 'only low' },
] as const;

function limited({ name }: Acceptor, upTo: (typeof limits)[number]['value']): Acceptor {
  return upTo === 'any' ? { name } : { name, upTo };
}

export function AcceptorsCard({ policy, readOnly, onChange }: CardProps): React.ReactElement {
  const acceptors = policy.acceptors ?? [];
  const put = (next: readonly Acceptor[]) => onChange({ ...policy, acceptors: [...next] });
  const replace = (at: number, by: Acceptor) => put(acceptors.map((each, i) => (i === at ? by : each)));
  return (
    <section className="wo-card" aria-labelledby="wo-policy-acceptors">
      <h2 id="wo-policy-acceptors">Who is expected to accept a risk</h2>
      <p className="wo-quiet">
        An acceptance is a comment on a work item, where the service records its author; one without it is a
        finding, and one by somebody who is not named here as well. With nobody named, everybody may accept.
      </p>
      <ul className="wo-policy-people">
        {acceptors.map((each, at) => (
          <li key={at}>
            <input
              type="text"
              className="wo-input"
              aria-label={`Name ${at + 1}`}
              value={each.name}
              maxLength={200}
              disabled={readOnly}
              autoFocus={each.name === ''}
              onChange={({ target }) => replace(at, { ...each, name: target.value })}
            />
            <Choice
              label={`What ${each.name || 'this person'} may accept`}
              value={each.upTo ?? 'any'}
              options={limits}
              disabled={readOnly}
              onChange={(upTo) => replace(at, limited(each, upTo))}
            />
            {!readOnly && (
              <Button
                subtle={true}
                text="Remove"
                ariaLabel={`Remove ${each.name || 'this person'}`}
                onClick={() => put(acceptors.filter((_, i) => i !== at))}
              />
            )}
          </li>
        ))}
      </ul>
      {!readOnly && <Button text="Add a person" onClick={() => put([...acceptors, { name: '' }])} />}
    </section>
  );
}

const editors = [
  { value: 'team-administrators', label: 'Administrators of the project’s first team' },
  { value: 'everybody', label: 'Every member of the project' },
] as const;

export function EditorsCard({ policy, readOnly, onChange }: CardProps): React.ReactElement {
  return (
    <section className="wo-card" aria-labelledby="wo-policy-editors">
      <h2 id="wo-policy-editors">Who is expected to change this</h2>
      <p className="wo-quiet">
        The store of extensions has no permissions of its own: this page keeps honest people from mistakes,
        and every change is listed below with its author.
      </p>
      <Choice
        label="Who is expected to change this"
        value={policy.editors ?? 'team-administrators'}
        options={editors}
        disabled={readOnly}
        onChange={(value) => onChange({ ...policy, editors: value })}
      />
    </section>
  );
}
