/** What a newer file would do to its model: new, changed, stale; and what of yours is kept. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { ReimportChange, ReimportPlan } from '../../../core/formats/reimport/plan-reimport';
import { Banner } from '../../../ui/Banner';
import { dayOf } from '../../../ui/day-of';
import { counted } from '../../../ui/words';
import { Waiting } from '../Waiting';
import type { UpdateStage, UpdateTarget } from './use-update';

const kindWords: Readonly<Record<ReimportChange['kind'], string>> = {
  diagram: 'Diagram',
  element: 'Element',
  boundary: 'Trust boundary',
  flow: 'Data flow',
  mitigation: 'Mitigation',
  threat: 'Threat',
};
const groups = [
  ['added', 'New in the file'],
  ['changed', 'Changed'],
  ['back', 'Back in the file'],
  ['stale', 'Not in the file any more: stays, marked as stale'],
] as const;
/** More rows than this nobody reads before an update. */
const mostRows = 30;

function Group({ title, changes }: { readonly title: string; readonly changes: readonly ReimportChange[] }) {
  if (changes.length === 0) return null;
  return (
    <details open={changes.length <= 8}>
      <summary>
        {title} ({changes.length})
      </summary>
      <ul className="wo-plain-list">
        {changes.slice(0, mostRows).map(({ id, kind, name, fields, kept }) => (
          <li key={id}>
            <span className="wo-quiet">{kindWords[kind]}</span> {name}
            {fields.length > 0 && <span className="wo-quiet"> takes {fields.join(', ')}</span>}
            {kept.length > 0 && <strong> keeps yours: {kept.join(', ')}</strong>}
          </li>
        ))}
        {changes.length > mostRows && <li className="wo-quiet">and {changes.length - mostRows} more</li>}
      </ul>
    </details>
  );
}

function Planned({ plan }: { readonly plan: ReimportPlan }): React.ReactElement {
  const { changes, deleted } = plan;
  return (
    <section aria-label="What the update would do" className="wo-preview">
      {changes.length === 0 && <p>The file says what the model has already.</p>}
      {groups.map(([what, title]) => (
        <Group key={what} title={title} changes={changes.filter((each) => each.what === what)} />
      ))}
      {deleted > 0 && (
        <p className="wo-quiet">{counted(deleted, 'thing')} that you deleted here stays away.</p>
      )}
      <p className="wo-quiet">Decisions, links to stories and Tasks stay as they are.</p>
    </section>
  );
}

export interface UpdateChoiceProps {
  readonly targets: readonly UpdateTarget[];
  readonly stage: UpdateStage;
  readonly onChoose: (target: string | undefined) => void;
}

export function UpdateChoice({ targets, stage, onChoose }: UpdateChoiceProps): React.ReactElement | null {
  if (targets.length === 0) return null;
  const chosen = stage.kind === 'none' ? undefined : stage.target;
  const option = (value: string | undefined, label: React.ReactNode) => (
    <label key={value ?? 'new'}>
      <input
        type="radio"
        name="wo-import-into"
        checked={chosen === value}
        disabled={stage.kind === 'saving'}
        onChange={() => onChoose(value)}
      />
      <span>{label}</span>
    </label>
  );
  return (
    <>
      <fieldset className="wo-radio-list">
        <legend>Import it</legend>
        {option(undefined, 'as a new model')}
        {targets.slice(0, 20).map(({ id, name, file, at }) =>
          option(
            id,
            <>
              as an update of <strong>{name}</strong>{' '}
              <span className="wo-quiet">
                from {file}, {dayOf(at)}
              </span>
            </>,
          ),
        )}
      </fieldset>
      {stage.kind === 'planning' && <Waiting label="Comparing with the model…" />}
      {stage.kind === 'failed' && (
        <Banner tone="error" actions={<Button text="Look again" onClick={() => onChoose(stage.target)} />}>
          The model was not updated: {stage.problem}
        </Banner>
      )}
      {(stage.kind === 'planned' || stage.kind === 'saving') && <Planned plan={stage.plan} />}
    </>
  );
}
