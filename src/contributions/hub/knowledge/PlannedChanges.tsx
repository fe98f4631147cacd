/** What the packages would change in the model, threat by threat with the reason; then it is applied as one edit. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { planThreats } from '../../../core/kb/plan-threats';
import type { ThreatChange, ThreatPlan } from '../../../core/kb/plan-threats';
import { withRecord } from '../../../core/kb/upgrade-record';
import type { KnowledgeEngine } from '../../../core/kb/knowledge-engine';
import { placeName } from '../../../core/model/model-index';
import type { Threat } from '../../../core/model/threat';
import { scaleOf } from '../../../core/model/project-policy';
import { inherentPoints, severityName } from '../../../core/risk/severity';
import { Banner } from '../../../ui/Banner';
import { Pill, SeverityMark } from '../../../ui/Marks';
import { usePortion } from '../../../ui/TableParts';
import { counted } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { pinsOf, wantedKeys } from './choice';
import type { KnowledgeChoice } from './choice';
import { Because } from './Because';
import { fieldChanges, treatmentEdits } from './field-changes';
import { FieldChanges, Kept, MitigationUpdates } from './PlannedFields';
import type { FieldChange } from './field-changes';

type ChangeKind = ThreatChange['kind'];
const groups: readonly (readonly [ChangeKind, string, string])[] = [
  ['added', 'New threats', 'Untick what you do not want.'],
  ['changed', 'Changed', 'The packages say something else now. What a person decided stays.'],
  ['revived', 'Back again', 'They hold again.'],
  ['stale', 'No longer given', 'They stay, marked as stale, until somebody deletes them.'],
  ['rested', 'Resting', 'Nobody decided anything about them: they come back with their depth or package.'],
];

interface DetailProps {
  readonly change: ThreatChange;
  readonly fields: readonly FieldChange[];
  readonly engine: KnowledgeEngine;
}

function Detail({ change, fields, engine }: DetailProps): React.ReactElement | null {
  if (change.kind === 'stale') return <div className="wo-quiet">{change.because}</div>;
  if (change.kind !== 'changed') return null;
  return (
    <>
      <FieldChanges fields={fields} />
      {change.kept.length > 0 && <Kept engine={engine} threat={change.threat} kept={change.kept} />}
    </>
  );
}

interface RowProps {
  readonly change: ThreatChange;
  readonly fields: readonly FieldChange[];
  readonly engine: KnowledgeEngine;
  readonly wanted: boolean;
  readonly onWanted: (() => void) | undefined;
}

const keyOf = ({ origin }: Threat): string => (origin.kind === 'rule' ? origin.key : '');

function Row({ change, fields, engine, wanted, onWanted }: RowProps): React.ReactElement {
  const { model } = useModelView();
  const { threat } = change;
  const place = placeName(model, threat.place);
  const entry =
    threat.origin.kind === 'rule' ? engine.threat(threat.origin.package, threat.origin.entry) : undefined;
  return (
    <tr className={wanted ? '' : 'wo-muted'}>
      <td className="wo-tick-cell">
        {onWanted && (
          <label className="wo-tick">
            <input
              type="checkbox"
              aria-label={`Take: ${threat.title}, at ${place}`}
              checked={wanted}
              onChange={onWanted}
            />
          </label>
        )}
      </td>
      <td>
        <strong>{threat.title}</strong> {threat.tentative !== undefined && <Pill tone="info">Tentative</Pill>}
        <div className="wo-quiet">{place}</div>
        <Detail change={change} fields={fields} engine={engine} />
        {entry && change.kind !== 'stale' && <Because engine={engine} threat={entry} place={threat.place} />}
      </td>
      <td className="wo-right">
        <SeverityMark name={severityName(inherentPoints(threat, scaleOf(model)), scaleOf(model))} />
      </td>
    </tr>
  );
}

interface GroupProps {
  readonly title: string;
  readonly help: string;
  readonly open: boolean;
  readonly rows: readonly RowProps[];
}

function Group({ title, help, open, rows }: GroupProps): React.ReactElement {
  const { shown, more } = usePortion(rows);
  return (
    <details className="wo-change-group" open={open}>
      <summary>
        {title} <span className="wo-quiet">{rows.length}</span>
      </summary>
      <p className="wo-quiet">{help}</p>
      <table className="wo-small-table wo-changes">
        <thead className="wo-hidden">
          <tr>
            <th scope="col">Take it</th>
            <th scope="col">Threat, and why</th>
            <th scope="col">Severity</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row key={keyOf(row.change.threat)} {...row} />
          ))}
        </tbody>
      </table>
      {more}
    </details>
  );
}

/** "Add 12 threats and 30 mitigations, change 2". */
function sum(plan: ThreatPlan, changes: readonly ThreatChange[]): string {
  const count = (...kinds: readonly ChangeKind[]) =>
    changes.filter(({ kind }) => kinds.includes(kind)).length;
  const added = count('added');
  const parts = [
    added > 0 && `add ${counted(added, 'threat')}`,
    plan.addedMitigations.length > 0 && `add ${counted(plan.addedMitigations.length, 'mitigation')}`,
    count('changed', 'revived') > 0 && `change ${count('changed', 'revived')}`,
    count('stale') > 0 && `mark ${count('stale')} as stale`,
    count('rested') > 0 && `let ${count('rested')} rest`,
    plan.mitigations.length > 0 && `update ${counted(plan.mitigations.length, 'mitigation')}`,
  ].filter((part): part is string => part !== false);
  const text = parts.length === 0 ? 'keep the choice' : parts.join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

export interface PlannedChangesProps {
  readonly engine: KnowledgeEngine;
  readonly choice: KnowledgeChoice;
  readonly onChoice: (choice: KnowledgeChoice) => void;
}

/** The whole plan, with what is unticked too, so that it stays to be ticked again; and the plan that is applied. */
function usePlans({ engine, choice }: PlannedChangesProps) {
  const { app } = useHub();
  const { model } = useModelView();
  return React.useMemo(() => {
    const knowledge = { packages: [...pinsOf(engine, choice)], depth: choice.depth };
    const { tentative } = choice;
    const request = { engine, model, knowledge, tentative, newId: app.newId };
    const whole = planThreats(request);
    const only = wantedKeys(engine.hits(), choice);
    return { whole, chosen: only ? planThreats({ ...request, only }) : whole };
  }, [engine, model, choice, app]);
}

const isEmpty = ({ edit }: ThreatPlan): boolean =>
  edit.info === undefined &&
  (['mitigation', 'threat', 'treatment', 'knowledge'] as const).every((kind) => {
    const part = edit[kind];
    return (part?.put?.length ?? 0) + (part?.remove?.length ?? 0) === 0;
  });

export function PlannedChanges(props: PlannedChangesProps): React.ReactElement {
  const { engine, choice, onChoice } = props;
  const { app } = useHub();
  const { model, applyLoudly, readOnly } = useModelView();
  const { whole, chosen } = usePlans(props);
  const toggle = (key: string) => {
    const unwanted = new Set(choice.unwanted);
    if (!unwanted.delete(key)) unwanted.add(key);
    onChoice({ ...choice, unwanted });
  };
  const apply = () => {
    const made = { at: app.now(), newId: app.newId };
    applyLoudly(withRecord(model, chosen.edit, made), 'The knowledge base was applied.');
    onChoice({ ...choice, unwanted: new Set() });
  };
  const treatments = React.useMemo(() => treatmentEdits(model, whole.edit), [model, whole]);
  if (isEmpty(whole)) {
    const isDrawn = model.element.size + model.flow.size > 0;
    return (
      <Banner tone={isDrawn ? 'success' : 'info'}>
        {isDrawn
          ? 'The model says what the chosen packages say.'
          : 'Nothing is drawn yet, so the packages have little to look at. Draw the system or import a model first.'}
      </Banner>
    );
  }
  return (
    <section className="wo-card" aria-labelledby="wo-changes">
      <div className="wo-card-head">
        <h2 id="wo-changes">What would change</h2>
        {!readOnly && <Button primary={true} text={sum(chosen, chosen.changes)} onClick={apply} />}
      </div>
      {whole.changes.length === 0 && <p className="wo-quiet">No threat changes.</p>}
      {groups.map(([kind, title, help]) => {
        const rows = whole.changes
          .filter((change) => change.kind === kind)
          .map((change) => {
            const key = keyOf(change.threat);
            const onWanted = kind === 'added' && !readOnly ? () => toggle(key) : undefined;
            const fields = fieldChanges(model, change, treatments);
            return { change, fields, engine, wanted: !choice.unwanted.has(key), onWanted };
          });
        return (
          rows.length > 0 && (
            <Group
              key={kind}
              title={title}
              help={help}
              open={kind === 'added' || rows.length <= 20}
              rows={rows}
            />
          )
        );
      })}
      <MitigationUpdates updates={whole.mitigations} />
    </section>
  );
}
