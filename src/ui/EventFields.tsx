/** The fields of an event that adding and editing share, each with what is wrong with it. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { DraftField, EventDraft, FieldDraft } from '../core/operate/event-draft';
import { emptyField } from '../core/operate/event-draft';
import { Choice } from './Choice';
import { Field, Labelled } from './Field';
import {
  entityOptions,
  levelOptions,
  severityOptions,
  sourceOptions,
  thresholdOptions,
  typeOptions,
  unitOptions,
} from './event-words';
import type { Option } from './words';
import './event-fields.css';

export interface EventFieldsProps {
  readonly draft: EventDraft;
  readonly onChange: (draft: EventDraft) => void;
  /** Shown beside their fields. */
  readonly problems: Readonly<Partial<Record<DraftField, string>>>;
  /** Log names of events that can follow this one, to be picked; without them the name is typed. */
  readonly following?: readonly Option<string>[];
  /** What else the event is about, at the end. */
  readonly children?: React.ReactNode;
}

type TextKey = {
  [K in DraftField]: EventDraft[K] extends string ? (string extends EventDraft[K] ? K : never) : never;
}[DraftField];

interface TextProps extends EventFieldsProps {
  readonly of: TextKey;
  readonly label: string;
  readonly help?: string;
  readonly rows?: number;
  readonly first?: 'yes';
}

function Text({ draft, onChange, problems, of, label, help, rows, first }: TextProps): React.ReactElement {
  return (
    <Field
      label={label}
      value={draft[of]}
      onChange={(value) => onChange({ ...draft, [of]: value })}
      error={problems[of]}
      {...(help ? { help } : {})}
      {...(rows ? { rows } : {})}
      {...(first ? { focusFirst: first } : {})}
    />
  );
}

function OneField(props: {
  readonly field: FieldDraft;
  readonly place: number;
  readonly onChange: (field: FieldDraft | undefined) => void;
}): React.ReactElement {
  const { field, place, onChange } = props;
  const which = field.name.trim() || `field ${place + 1}`;
  return (
    <li className="wo-event-field">
      <input
        className="wo-input"
        aria-label={`Name of field ${place + 1}`}
        placeholder="Name, such as user"
        maxLength={100}
        value={field.name}
        onChange={({ target }) => onChange({ ...field, name: target.value })}
      />
      <Choice
        label={`Type of ${which}`}
        value={field.type}
        options={typeOptions}
        onChange={(type) => onChange({ ...field, type })}
      />
      <Choice
        label={`What ${which} names`}
        value={field.entity}
        options={entityOptions}
        onChange={(entity) => onChange({ ...field, entity })}
      />
      <label className="wo-event-sensitive">
        <input
          type="checkbox"
          checked={field.sensitive === 'yes'}
          onChange={({ target }) => onChange({ ...field, sensitive: target.checked ? 'yes' : 'no' })}
        />
        Sensitive
      </label>
      <Button subtle={true} text="Remove" ariaLabel={`Remove ${which}`} onClick={() => onChange(undefined)} />
    </li>
  );
}

function LogFields({ draft, onChange, problems }: EventFieldsProps): React.ReactElement {
  const { fields } = draft;
  const isPlatform = draft.source === 'platform';
  const set = (place: number, field: FieldDraft | undefined) =>
    onChange({ ...draft, fields: fields.flatMap((each, i) => (i === place ? (field ?? []) : each)) });
  return (
    <fieldset className="wo-pick">
      <legend>{isPlatform ? 'Columns of the table' : 'Fields in the log'}</legend>
      <p className="wo-quiet">
        {isPlatform
          ? 'What whoever gets the alert looks at, such as the account or the address.'
          : 'What the entry carries besides name, level and time. Sensitive: hashed or left out, because many people read logs.'}
      </p>
      {fields.length > 0 && (
        <ul className="wo-plain-list wo-event-fields">
          {fields.map((field, place) => (
            <OneField key={place} field={field} place={place} onChange={(next) => set(place, next)} />
          ))}
        </ul>
      )}
      {problems.fields && <p className="wo-error-text">{problems.fields}</p>}
      <Button text="Add field" onClick={() => onChange({ ...draft, fields: [...fields, emptyField] })} />
    </fieldset>
  );
}

/** The event that must follow. */
function Follower(props: EventFieldsProps): React.ReactElement {
  const { draft, onChange, following } = props;
  if (!following) return <Text {...props} of="then" label="Log name of the event that follows" />;
  const isListed = following.some(({ value }) => value === draft.then);
  return (
    <Labelled label="Event that follows">
      <Choice
        label="Event that follows"
        value={draft.then}
        options={[...(isListed ? [] : [{ value: draft.then, label: draft.then || 'choose…' }]), ...following]}
        onChange={(then) => onChange({ ...draft, then })}
      />
    </Labelled>
  );
}

function AlertFields(props: EventFieldsProps): React.ReactElement {
  const { draft, onChange } = props;
  const { kind } = draft;
  return (
    <>
      <h3>When it becomes an alert</h3>
      <div className="wo-pair wo-alert-pair">
        <Labelled label="Alert">
          <Choice
            label="Alert"
            value={kind}
            options={thresholdOptions}
            onChange={(next) => onChange({ ...draft, kind: next })}
          />
        </Labelled>
        <Labelled label="Severity of the alert">
          <Choice
            label="Severity of the alert"
            value={draft.severity}
            options={severityOptions}
            onChange={(severity) => onChange({ ...draft, severity })}
          />
        </Labelled>
      </div>
      {kind === 'distinct' && <Text {...props} of="distinctField" label="Field with different values" />}
      {kind === 'sequence' && <Follower {...props} />}
      {kind !== 'each' && (
        <>
          <div className="wo-pair">
            {kind === 'sequence' ? <div /> : <Text {...props} of="count" label="How many" />}
            <div className="wo-window">
              <Text {...props} of="windowLength" label="Within" />
              <Choice
                label="Unit of the time"
                value={draft.windowUnit}
                options={unitOptions}
                onChange={(windowUnit) => onChange({ ...draft, windowUnit })}
              />
            </div>
          </div>
          <Text
            {...props}
            of="groupBy"
            label="For the same"
            help="Names of fields, such as: user, ip. Empty = over all entries."
          />
        </>
      )}
    </>
  );
}

/** Under which name it is logged, and which rows of which table it is where a platform raises it. */
function Where(props: EventFieldsProps): React.ReactElement {
  const isPlatform = props.draft.source === 'platform';
  return (
    <>
      <div className="wo-pair">
        <Text
          {...props}
          of="logName"
          label="Log name"
          help={
            isPlatform
              ? 'Its rules and files are named so, such as azure_backup_read.'
              : 'Such as authn_login_fail.'
          }
        />
        {isPlatform && (
          <Text {...props} of="table" label="Table" help="Where the platform keeps it, such as SigninLogs." />
        )}
      </div>
      {isPlatform && (
        <Text
          {...props}
          of="selection"
          label="Rows of the table"
          rows={2}
          help="A column and its values on each line, such as: OperationName = GetBlob, PutBlob. Empty = rows whose OperationName is the log name."
        />
      )}
    </>
  );
}

export function EventFields(props: EventFieldsProps): React.ReactElement {
  const { draft, onChange } = props;
  return (
    <div className="wo-event-form">
      <Text
        {...props}
        of="title"
        label="What is seen"
        first="yes"
        help="Such as: Many failed sign-ins for one account."
      />
      <Text
        {...props}
        of="raisedWhen"
        label="Raised when"
        rows={2}
        help="For the developer who writes it into the log, or the platform that does."
      />
      <div className="wo-pair">
        <Labelled label="Raised by">
          <Choice
            label="Raised by"
            value={draft.source}
            options={sourceOptions}
            onChange={(source) => onChange({ ...draft, source })}
          />
        </Labelled>
        <Labelled label="Level in the log">
          <Choice
            label="Level in the log"
            value={draft.level}
            options={levelOptions}
            onChange={(level) => onChange({ ...draft, level })}
          />
        </Labelled>
      </div>
      <Where {...props} />
      <LogFields {...props} />
      <AlertFields {...props} />
      <h3>For the person who gets the alert</h3>
      <Text {...props} of="meaning" label="What it means" rows={3} />
      <Text {...props} of="firstResponse" label="What to do first" rows={3} help="One step on each line." />
      <Text
        {...props}
        of="automaticResponse"
        label="What may happen by itself"
        rows={2}
        help="One step on each line; may be empty."
      />
      <Text
        {...props}
        of="falsePositives"
        label="What may be harmless"
        rows={2}
        help="What looks the same and is no attack, one on each line; may be empty."
      />
      <Text {...props} of="attack" label="MITRE ATT&CK techniques" help="Such as T1110.003; may be empty." />
      {props.children}
    </div>
  );
}
