/** All threat models of the project: open one, make one, delete one. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { ButtonGroup } from 'azure-devops-ui/ButtonGroup';
import type { ModelSummary } from '../../../app/list-models';
import { Pill } from '../../../ui/Marks';
import type { ReviewState } from '../../../core/review/review-state';
import { useHub } from '../hub-context';
import { dayOf } from '../../../ui/day-of';
import { standMarks, standTones } from '../review/review-words';
import { DeleteModelDialog } from './DeleteModelDialog';
import { useOutlines } from './model-outlines';
import type { Outline } from './model-outlines';
import { ProjectSettings } from './ProjectSettings';
import { WhoCanRead } from './Welcome';
import type { WaysToMake } from './Welcome';

function Figures({ outline }: { readonly outline: Outline | undefined }) {
  if (!outline)
    return (
      <>
        <td className="wo-right wo-quiet">…</td>
        <td className="wo-right wo-quiet">…</td>
      </>
    );
  if (outline.kind === 'failed')
    return (
      <>
        <td className="wo-right wo-quiet">?</td>
        <td className="wo-right wo-quiet">?</td>
      </>
    );
  return (
    <>
      <td className="wo-right">{outline.threats}</td>
      <td className="wo-right">{outline.risk}</td>
    </>
  );
}

/** Nothing for a model that nobody was asked about: that is no news in a list. */
function ReviewMark({ review }: { readonly review: ReviewState['kind'] }): React.ReactElement | null {
  if (review === 'never' || review === 'withdrawn') return null;
  return <Pill tone={standTones[review]}>{standMarks[review]}</Pill>;
}

function Row(props: {
  readonly summary: ModelSummary;
  readonly outline: Outline | undefined;
  readonly onDelete: () => void;
}): React.ReactElement {
  const { summary, outline, onDelete } = props;
  const { go } = useHub();
  const name = summary.kind === 'damaged' ? 'Damaged model' : summary.info.name;
  return (
    <tr>
      <td>
        {summary.kind === 'damaged' ? (
          <span>
            {name} <span className="wo-quiet">{summary.problem}</span>
          </span>
        ) : (
          <button type="button" className="wo-link wo-row-title" onClick={() => go({ model: summary.id })}>
            {name}
          </button>
        )}{' '}
        {summary.kind === 'read-only' && <Pill tone="warning">Read-only</Pill>}
        {outline?.kind === 'known' && <ReviewMark review={outline.review} />}
      </td>
      <Figures outline={summary.kind === 'damaged' ? { kind: 'failed' } : outline} />
      <td className="wo-wide-cell wo-quiet">
        {summary.kind === 'damaged' ? '' : dayOf(summary.info.created)}
      </td>
      <td className="wo-right">
        {summary.kind !== 'damaged' && (
          <Button subtle={true} text="Delete" ariaLabel={`Delete ${name}`} onClick={onDelete} />
        )}
      </td>
    </tr>
  );
}

export interface ModelsListProps extends WaysToMake {
  readonly models: readonly ModelSummary[];
  readonly onChanged: () => void;
}

export function ModelsList({ models, onChanged, onImport, onNew }: ModelsListProps): React.ReactElement {
  const [deleting, setDeleting] = React.useState<Exclude<ModelSummary, { kind: 'damaged' }> | undefined>(
    undefined,
  );
  const outlines = useOutlines(models);
  const { go } = useHub();
  return (
    <>
      <header className="wo-header">
        <h1>Threat models</h1>
        <ButtonGroup>
          <Button subtle={true} text="Portfolio" onClick={() => go({ page: 'portfolio' })} />
          <Button text="New model" onClick={onNew} />
          <Button primary={true} text="Import a model" onClick={onImport} />
        </ButtonGroup>
      </header>
      <div className="wo-content">
        <div className="wo-card wo-card-table">
          <table className="wo-table wo-models">
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col" className="wo-right">
                  Threats
                </th>
                <th scope="col" className="wo-right">
                  Risk now
                </th>
                <th scope="col" className="wo-wide-cell">
                  Created
                </th>
                <th scope="col">
                  <span className="wo-hidden">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {models.map((summary) => (
                <Row
                  key={summary.id}
                  summary={summary}
                  outline={outlines.get(summary.id)}
                  onDelete={() => summary.kind !== 'damaged' && setDeleting(summary)}
                />
              ))}
            </tbody>
          </table>
        </div>
        <ProjectSettings />
        <WhoCanRead look="quiet" />
      </div>
      {deleting && (
        <DeleteModelDialog
          info={deleting.info}
          onClose={() => setDeleting(undefined)}
          onDeleted={onChanged}
        />
      )}
    </>
  );
}
