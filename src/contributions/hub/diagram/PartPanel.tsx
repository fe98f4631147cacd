/** Everything about the selected part: name, type, what is said of it, its ends, its threats. */
import * as React from 'react';
import { CommentsSection } from '../comments/CommentsSection';
import { Button } from 'azure-devops-ui/Button';
import { changePart, reconnect, takeIntoScope } from '../../../core/diagram/edits';
import { isBothWays, sayBothWays } from '../../../core/diagram/picture';
import type { KnowledgePackage, KnowledgeProperty } from '../../../core/kb/package';
import { say } from '../../../core/kb/questions/said';
import type { Flow } from '../../../core/model/diagram-parts';
import type { Place } from '../../../core/model/threat';
import { Choice } from '../../../ui/Choice';
import { Field, Labelled } from '../../../ui/Field';
import { Banner } from '../../../ui/Banner';
import { Pill, SeverityMark } from '../../../ui/Marks';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { entityTypes, propertiesOf, rootOf, saidValue } from './part-kinds';
import type { Part } from './part-kinds';

/** A text that is kept when the field is left, or at Enter: one edit, not one for each letter. */
function KeptField(props: {
  readonly label: string;
  readonly value: string;
  readonly rows?: number;
  readonly onKeep: (text: string) => void;
}) {
  const { label, value, rows, onKeep } = props;
  const { readOnly } = useModelView();
  const [text, setText] = React.useState(value);
  React.useEffect(() => setText(value), [value]);
  const keep = () => text !== value && onKeep(text);
  return (
    <div onBlur={keep}>
      <Field
        label={label}
        value={text}
        onChange={setText}
        onEnter={keep}
        disabled={readOnly}
        {...(rows ? { rows } : {})}
      />
    </div>
  );
}

const placeOf = (part: Part): Place => ({ kind: part.kind, id: part.thing.id }) as Place;

interface SectionProps {
  readonly part: Part;
  readonly packages: readonly KnowledgePackage[];
}

function TypeChoice({ part, packages }: SectionProps): React.ReactElement {
  const { apply, model, readOnly } = useModelView();
  const root = rootOf(part);
  const types = entityTypes(packages).filter(({ base }) => base === root);
  const { type } = part.thing;
  const known = types.some(({ id }) => id === type?.id);
  const options = [
    { value: '', label: 'The plain kind' },
    ...(type && !known ? [{ value: type.id, label: type.name }] : []),
    ...types.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const change = (id: string) => {
    const picked = types.find((each) => each.id === id);
    const next = picked ? { id: picked.id, name: picked.name } : { id: root, name: '' };
    apply(changePart(model, part.thing.id, { label: 'Set type', change: { type: next } }));
  };
  return (
    <Labelled label="Type">
      <Choice
        label="Type"
        value={type && type.name !== '' ? type.id : ''}
        options={options}
        disabled={readOnly}
        onChange={change}
      />
    </Labelled>
  );
}

function PropertyChoice({ part, property }: { readonly part: Part; readonly property: KnowledgeProperty }) {
  const { session, readOnly } = useModelView();
  const { label, values } = property;
  const keep = (value: string | undefined) =>
    session.apply(
      say(session.current.model, placeOf(part), { label: `Set ${label}`, sayings: [{ property, value }] }),
    );
  const said = saidValue(part, property);
  if (values.length === 0)
    return (
      <KeptField
        label={label}
        value={said}
        onKeep={(text) => keep(text.trim() === '' ? undefined : text.trim())}
      />
    );
  const isKnown = values.some(({ id }) => id === said);
  return (
    <Labelled label={label}>
      <Choice
        label={label}
        value={said}
        options={[
          { value: '', label: 'Not known yet' },
          ...(said === '' || isKnown ? [] : [{ value: said, label: said }]),
          ...values.map((each) => ({ value: each.id, label: each.label })),
        ]}
        disabled={readOnly}
        onChange={(id) => keep(values.find((each) => each.id === id)?.label)}
      />
    </Labelled>
  );
}

function Ends({ flow }: { readonly flow: Flow }): React.ReactElement {
  const { model, apply, readOnly } = useModelView();
  const { source, target } = flow;
  const options = [...model.element.values()].map(({ id, name }) => ({
    value: id as string,
    label: name || 'Without a name',
  }));
  const open = { value: '', label: 'Not connected' };
  const set = (ends: { readonly source: string; readonly target: string }) => {
    const [from, to] = [ends.source, ends.target].map((id) =>
      [...model.element.values()].find((each) => each.id === id),
    );
    if (from && to) apply(reconnect(model, flow.id, { source: from.id, target: to.id }));
  };
  const now = { source: source ?? '', target: target ?? '' };
  return (
    <>
      {(['source', 'target'] as const).map((end) => (
        <Labelled key={end} label={end === 'source' ? 'From' : 'To'}>
          <Choice
            label={end === 'source' ? 'From' : 'To'}
            value={now[end] as string}
            options={flow[end] === null ? [open, ...options] : options}
            disabled={readOnly}
            onChange={(id) => set({ ...now, [end]: id })}
          />
        </Labelled>
      ))}
      <div className="wo-buttons">
        <Button
          text="Turn round"
          disabled={readOnly || !source || !target}
          onClick={() => set({ source: now.target, target: now.source })}
        />
        <label className="wo-check">
          <input
            type="checkbox"
            checked={isBothWays(flow)}
            disabled={readOnly}
            onChange={(event) =>
              apply({ label: 'Both ways', flow: { put: [sayBothWays(flow, event.target.checked)] } })
            }
          />
          Goes both ways
        </label>
      </div>
    </>
  );
}

interface ConnectProps {
  readonly part: Extract<Part, { kind: 'element' }>;
  readonly onConnect: (source: string, target: string) => void;
}

function ConnectTo({ part, onConnect }: ConnectProps): React.ReactElement | null {
  const { model, readOnly } = useModelView();
  const { diagram } = part.thing.drawing ?? {};
  const others = [...model.element.values()].filter(
    ({ id, drawing }) => id !== part.thing.id && drawing !== undefined && drawing.diagram === diagram,
  );
  if (readOnly || others.length === 0) return null;
  return (
    <Labelled label="Connect to">
      <Choice
        label="Connect to"
        value=""
        options={[
          { value: '', label: 'Choose the other end…' },
          ...others.map(({ id, name }) => ({ value: id as string, label: name })),
        ]}
        onChange={(id) => {
          const target = others.find((each) => each.id === id);
          if (target) onConnect(part.thing.id, target.id);
        }}
      />
    </Labelled>
  );
}

function Scope({ part }: { readonly part: Part }): React.ReactElement {
  const { model, apply, readOnly } = useModelView();
  const { id, outOfScope } = part.thing;
  const set = (reason: string) =>
    apply(changePart(model, id, { label: 'Take out of scope', change: { outOfScope: reason } }));
  return (
    <>
      <label className="wo-check">
        <input
          type="checkbox"
          checked={outOfScope !== undefined}
          disabled={readOnly}
          onChange={(event) => (event.target.checked ? set('') : apply(takeIntoScope(model, id)))}
        />
        Out of scope
      </label>
      {outOfScope !== undefined && <KeptField label="Why" value={outOfScope} onKeep={set} />}
    </>
  );
}

function ThreatsHere({ part }: { readonly part: Part }): React.ReactElement {
  const { model, assessment } = useModelView();
  const { go } = useHub();
  const threats = [...model.threat.values()].filter(
    ({ place }) => place.kind !== 'model' && place.id === part.thing.id,
  );
  return (
    <details className="wo-part-section" open={true}>
      <summary>
        Threats here <span className="wo-quiet">{threats.length}</span>
      </summary>
      {threats.length === 0 && (
        <p className="wo-quiet">
          None yet.{' '}
          <button
            type="button"
            className="wo-link"
            onClick={() => go({ model: model.info.id, tab: 'knowledge' })}
          >
            Ask the knowledge base
          </button>
        </p>
      )}
      <ul className="wo-plain-list">
        {threats.slice(0, 100).map(({ id, title, stale }) => {
          const risk = assessment.threats.get(id);
          return (
            <li key={id}>
              <button
                type="button"
                className="wo-link"
                onClick={() => go({ model: model.info.id, threat: id })}
              >
                {title}
              </button>{' '}
              {risk?.applies && <SeverityMark name={risk.currentName} />}
              {stale !== undefined && (
                <>
                  {' '}
                  <Pill tone="warning">Stale</Pill> <div className="wo-quiet">{stale}</div>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

const kindWords = {
  process: 'Process',
  store: 'Data store',
  external: 'External entity',
  flow: 'Data flow',
  boundary: 'Trust boundary',
} as const;

export interface PartPanelProps extends SectionProps {
  readonly onDelete: () => void;
  readonly onConnect: ConnectProps['onConnect'];
}

export function PartPanel({ part, packages, onDelete, onConnect }: PartPanelProps): React.ReactElement {
  const { model, apply, readOnly } = useModelView();
  const { id, name, notes, stale } = part.thing;
  const properties = propertiesOf(packages, part);
  return (
    <>
      <h2>{part.kind === 'element' ? kindWords[part.thing.kind] : kindWords[part.kind]}</h2>
      {stale !== undefined && <Banner tone="warning">Stale: {stale}</Banner>}
      <KeptField
        label="Name"
        value={name}
        onKeep={(text) => apply(changePart(model, id, { label: 'Rename', change: { name: text.trim() } }))}
      />
      <TypeChoice part={part} packages={packages} />
      {part.kind === 'flow' && <Ends flow={part.thing} />}
      {part.kind === 'element' && <ConnectTo part={part} onConnect={onConnect} />}
      <Scope part={part} />
      <ThreatsHere part={part} />
      {properties.length > 0 && (
        <details className="wo-part-section">
          <summary>
            What is true of it <span className="wo-quiet">{properties.length}</span>
          </summary>
          {properties.map((property) => (
            <PropertyChoice key={property.id} part={part} property={property} />
          ))}
        </details>
      )}
      <details className="wo-part-section" open={notes !== undefined && notes !== ''}>
        <summary>Notes</summary>
        <KeptField
          label="Notes"
          value={notes ?? ''}
          rows={3}
          onKeep={(text) => apply(changePart(model, id, { label: 'Write notes', change: { notes: text } }))}
        />
      </details>
      <CommentsSection about={{ kind: part.kind, id }} />
      {!readOnly && <Button text="Delete…" onClick={onDelete} />}
    </>
  );
}
