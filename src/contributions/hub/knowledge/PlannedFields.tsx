/** What a plan of the knowledge base changes in texts and judgements, and what stays because somebody made it their own. */
import * as React from 'react';
import type { KnowledgeEngine } from '../../../core/kb/knowledge-engine';
import type { MitigationUpdate } from '../../../core/kb/plan-mitigations';
import type { Threat } from '../../../core/model/threat';
import { usePortion } from '../../../ui/TableParts';
import { statusWords } from '../../../ui/words';
import { useModelView } from '../model-view';
import type { FieldChange } from './field-changes';
import { keptMitigationWords, mitigationReaders, ownStrengths, ownWords } from './own-words';
import { OwnWordsList } from './OwnWordsList';

/** Longer texts stand below one another, to be compared. */
const short = 80;

function Field({ what, from, to }: FieldChange): React.ReactElement {
  if (from === '') return <li>{`New mitigation: ${what}, ${to.toLowerCase()}`}</li>;
  if (to === '') return <li>{`No longer: ${what}`}</li>;
  if (from.length + to.length <= short) return <li>{`${what}: ${from} → ${to}`}</li>;
  return (
    <li>
      {what}
      <div className="wo-was">Now: {from}</div>
      <div className="wo-was">Then: {to}</div>
    </li>
  );
}

export function FieldChanges({ fields }: { readonly fields: readonly FieldChange[] }) {
  if (fields.length === 0) return null;
  return (
    <ul className="wo-field-changes">
      {fields.map((each) => (
        <Field key={`${each.what} ${each.to}`} {...each} />
      ))}
    </ul>
  );
}

export interface KeptProps {
  readonly engine: KnowledgeEngine;
  readonly threat: Threat;
  /** Fields, and titles of mitigations. */
  readonly kept: readonly string[];
}

export function Kept({ engine, threat, kept }: KeptProps): React.ReactElement {
  const { model } = useModelView();
  return (
    <>
      <div className="wo-quiet">Your own stays:</div>
      <OwnWordsList words={ownWords({ engine, model }, threat, kept)} yours="shown" />
      <ul className="wo-field-changes">
        {ownStrengths(model, threat, kept).map(({ what, because }) => (
          <li key={what}>
            {what}
            {because !== '' && <div className="wo-was">Judged here: {because}</div>}
          </li>
        ))}
      </ul>
    </>
  );
}

function mitigationChanges({ before, after, changed }: MitigationUpdate): readonly FieldChange[] {
  const texts = mitigationReaders.flatMap(([field, what]) =>
    changed.includes(field)
      ? [{ what, from: before[field] || 'nothing', to: after[field] || 'nothing' }]
      : [],
  );
  const given = ({ given: status }: MitigationUpdate['before']) =>
    status === undefined ? 'nothing' : statusWords[status.kind];
  return changed.includes('status')
    ? [...texts, { what: 'Status for everybody', from: given(before), to: given(after) }]
    : texts;
}

/** The mitigations whose entries say something else by now. */
export function MitigationUpdates({ updates }: { readonly updates: readonly MitigationUpdate[] }) {
  const { shown, more } = usePortion(updates);
  if (updates.length === 0) return null;
  return (
    <details className="wo-change-group" open={updates.length <= 20}>
      <summary>
        Mitigations <span className="wo-quiet">{updates.length}</span>
      </summary>
      <p className="wo-quiet">The packages say something else now. What a person rewrote stays.</p>
      <ul className="wo-plain-list">
        {shown.map((each) => {
          const kept = keptMitigationWords(each);
          return (
            <li key={each.before.id}>
              <strong>{each.after.title}</strong>
              <FieldChanges fields={mitigationChanges(each)} />
              {kept.length > 0 && (
                <>
                  <div className="wo-quiet">Your own stays:</div>
                  <OwnWordsList words={kept} yours="shown" />
                </>
              )}
            </li>
          );
        })}
      </ul>
      {more}
    </details>
  );
}
