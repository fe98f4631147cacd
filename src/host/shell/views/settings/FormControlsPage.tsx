/** Controls of extensions appear on no form by themselves: here an administrator puts them there, as in the process of the original. */
import * as React from 'react';
import { say } from '../../overlays/overlay-stack';
import { mayConfigureOrganisation } from '../../page/bootstrap';
import { contributionsTo, nameOf, type PlacedContribution } from '../../page/contributions';
import { formTarget } from '../../page/places';
import { useShell } from '../../page/shell';
import { useLoad } from '../../page/use-load';
import { Loading } from '../../parts/Loading';
import { Notice } from '../../parts/Notice';
import { sentenceOf } from '../../rest/connection';
import { readControls, setControl, type ControlInputs, type PlacedControl } from '../../rest/form-controls';
import type { Process } from '../../rest/process';
import { SettingsHead } from './Overview';

const controlType = 'ms.vss-work-web.work-item-form-control';

interface DeclaredInput {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly isRequired: boolean;
  /** Its value is the name of a field, which the original lets choose from those of the type. */
  readonly isField: boolean;
}

function isRequired(validation: unknown): boolean {
  return (
    typeof validation === 'object' && validation !== null && Reflect.get(validation, 'isRequired') === true
  );
}

/** The inputs that a manifest declares for a control. */
function inputsOf({ contribution }: PlacedContribution): readonly DeclaredInput[] {
  const { inputs } = contribution.properties;
  if (!Array.isArray(inputs)) return [];
  return inputs.flatMap((raw: unknown) => {
    if (typeof raw !== 'object' || raw === null) return [];
    const { id, name, description, type, validation } = raw as Readonly<Record<string, unknown>>;
    if (typeof id !== 'string') return [];
    return [
      {
        id,
        name: typeof name === 'string' ? name : id,
        description: typeof description === 'string' ? description : '',
        isRequired: isRequired(validation),
        isField: String(type).toLowerCase() === 'workitemfield',
      },
    ];
  });
}

/** Reference names of the fields of a type, or of all of them. */
function fieldsOf(process: Process, type: string): readonly string[] {
  const types = type === '' ? [...process.types.values()] : [process.types.get(type)];
  const names = types.flatMap((each) => each?.fields.map(({ referenceName }) => referenceName) ?? []);
  return [...new Set(names)].sort((a, b) => a.localeCompare(b));
}

interface InputProps {
  readonly input: DeclaredInput;
  readonly value: string;
  readonly fields: readonly string[];
  readonly change: (value: string) => void;
}

function InputField({ input, value, fields, change }: InputProps): JSX.Element {
  const { id, name, description, isRequired: required, isField } = input;
  const [help, list] = [`help of ${id}`, `fields of ${id}`].map((text) => text.replace(/\W+/g, '-'));
  return (
    <div>
      <label className="form-field">
        <span>{name}</span>
        <input
          value={value}
          required={required}
          list={isField ? list : undefined}
          aria-describedby={description === '' ? undefined : help}
          onChange={(event) => change(event.target.value)}
        />
      </label>
      {isField && (
        <datalist id={list}>
          {fields.map((field) => (
            <option key={field} value={field} />
          ))}
        </datalist>
      )}
      {description !== '' && (
        <p id={help} className="secondary">
          {description}
        </p>
      )}
    </div>
  );
}

interface ControlProps {
  readonly placed: PlacedContribution;
  readonly process: Process;
  readonly controls: readonly PlacedControl[];
  readonly reload: () => Promise<void>;
}

function ControlForm({ placed, process, controls, reload }: ControlProps): JSX.Element {
  const { connection, overlays, user } = useShell();
  const isEditor = mayConfigureOrganisation(user);
  const [type, setType] = React.useState('');
  const [inputs, setInputs] = React.useState<ControlInputs>({});
  const contributionId = placed.contribution.fullId;
  const own = controls.filter((control) => control.contributionId === contributionId);
  function change(control: PlacedControl, how: 'place' | 'remove'): void {
    setControl(connection, control, how)
      .then(reload)
      .catch((problem: unknown) => say(overlays, sentenceOf(problem)));
  }
  return (
    <section className="extension" aria-label={nameOf(placed)}>
      <h2>{nameOf(placed)}</h2>
      {own.length > 0 && (
        <ul className="where">
          {own.map((control) => (
            <li key={control.type}>
              On {control.type === '' ? 'every type' : control.type}{' '}
              {isEditor && (
                <button type="button" className="link-button" onClick={() => change(control, 'remove')}>
                  Remove
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {isEditor && (
        <form
          className="control-form"
          onSubmit={(event) => {
            event.preventDefault();
            change({ contributionId, type, inputs }, 'place');
          }}
        >
          <label className="form-field">
            <span>Work item type</span>
            <select value={type} onChange={(event) => setType(event.target.value)}>
              <option value="">Every type</option>
              {[...process.types.keys()].map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
          {inputsOf(placed).map((input) => (
            <InputField
              key={input.id}
              input={input}
              value={inputs[input.id] ?? ''}
              fields={fieldsOf(process, type)}
              change={(value) => setInputs({ ...inputs, [input.id]: value })}
            />
          ))}
          <button type="submit" className="button primary">
            Put on the form
          </button>
        </form>
      )}
    </section>
  );
}

export function FormControlsPage(): JSX.Element {
  const shell = useShell();
  const { connection, bootstrap, user } = shell;
  const read = React.useCallback(async () => {
    const [process, controls] = await Promise.all([shell.process(), readControls(connection)]);
    return { process, controls };
  }, [shell, connection]);
  const load = useLoad(read);
  const declared = contributionsTo(bootstrap.extensions, { target: formTarget, type: controlType });
  return (
    <React.Fragment>
      <SettingsHead
        title="Work item form"
        text="Controls of extensions appear only where they are put on the form of a type."
      />
      {declared.length > 0 && !mayConfigureOrganisation(user) && (
        <p className="secondary">Only the owner of the organisation changes the form.</p>
      )}
      {declared.length === 0 && (
        <Notice kind="empty" title="No installed extension has a control">
          Controls are contributions of the type ms.vss-work-web.work-item-form-control.
        </Notice>
      )}
      <Loading load={load} what="the controls">
        {({ process, controls }) => (
          <React.Fragment>
            {declared.map((placed) => (
              <ControlForm
                key={placed.contribution.fullId}
                placed={placed}
                process={process}
                controls={controls}
                reload={load.reload}
              />
            ))}
          </React.Fragment>
        )}
      </Loading>
    </React.Fragment>
  );
}
