/** The first page of a project without a threat model: what this is for, and who will be able to read it. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { ButtonGroup } from 'azure-devops-ui/ButtonGroup';
import { PeopleIcon, ShieldIcon } from '../../../ui/icons';

export interface WaysToMake {
  readonly onImport: () => void;
  readonly onNew: () => void;
}

const lessons = [
  {
    title: 'See the risk',
    text: 'Draw the system or import a model. The knowledge base finds what could go wrong; how likely it is and how bad it would be gives every threat a severity.',
  },
  {
    title: 'Put mitigations in the backlog',
    text: 'Each mitigation becomes a Task under the story that it protects, with how to implement and verify it.',
  },
  {
    title: 'Watch the risk fall',
    text: 'When a Task is done, the risk here falls by itself: now, and when all planned work is done.',
  },
];

/** Extension data has no permissions of its own; people must know before they write anything secret into it. */
export function WhoCanRead({ look }: { readonly look: 'notice' | 'quiet' }): React.ReactElement {
  return (
    <section className={look === 'quiet' ? 'wo-who wo-who-quiet' : 'wo-who'} aria-labelledby="wo-who-title">
      <PeopleIcon />
      <div>
        <h2 id="wo-who-title">Who can read this</h2>
        <p>
          Everything in a threat model (threats, mitigations, risks) is kept in the extension data of this
          Azure DevOps organization.{' '}
          <strong>Every member of the organization who can use extensions can read and change it</strong>,
          even people without access to this project.
        </p>
        <p>Nothing leaves the organization: there is no server of ours. You accept this by making a model.</p>
      </div>
    </section>
  );
}

export function Welcome({ onImport, onNew }: WaysToMake): React.ReactElement {
  return (
    <div className="wo-welcome">
      <span className="wo-welcome-mark">
        <ShieldIcon size={40} />
      </span>
      <h1>Threat modeling that lives in your backlog</h1>
      <ol className="wo-lessons">
        {lessons.map(({ title, text }, i) => (
          <li key={title}>
            <span className="wo-lesson-number" aria-hidden="true">
              {i + 1}
            </span>
            <h2>{title}</h2>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <WhoCanRead look="notice" />
      <ButtonGroup className="wo-welcome-ways">
        <Button primary={true} text="Import a model" onClick={onImport} />
        <Button text="Start an empty model" onClick={onNew} />
      </ButtonGroup>
      <p className="wo-quiet">
        Imports models of the Microsoft Threat Modeling Tool (.tm7), OWASP Threat Dragon, OTM, Threagile,
        Threat Composer, TM-BOM, pytm and Threats Manager (.tm). You can also drop a file on this page.
      </p>
    </div>
  );
}
