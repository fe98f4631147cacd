/** Area, iteration, priority, effort and tags of the form. */
import * as React from 'react';
import { field, numberOf, tagsIn, textOf } from '../../rest/work-item';
import type { FieldRule } from '../../rest/field-rules';
import { shownText } from './draft';
import type { FormProps } from './form-section';

/** Lists keep a value that they do not know: showing another one instead would be a lie about the item. */
function withCurrent(options: readonly string[], current: string): readonly string[] {
  return current === '' || options.includes(current) ? options : [current, ...options];
}

interface ChoiceProps {
  readonly form: FormProps;
  readonly name: string;
  readonly label: string;
  readonly options: readonly string[];
}

function Choice({ form, name, label, options }: ChoiceProps): JSX.Element {
  const value = shownText(form.item, form.draft, name);
  return (
    <label className="form-field">
      <span>{label}</span>
      <select value={value} onChange={(event) => form.change(name, event.target.value)}>
        {value === '' && <option value="">(default)</option>}
        {withCurrent(options, value).map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </label>
  );
}

interface NumberFieldProps {
  readonly form: FormProps;
  readonly name: string;
  readonly label: string;
}

function NumberField({ form, name, label }: NumberFieldProps): JSX.Element {
  return (
    <label className="form-field">
      <span>{label}</span>
      <input
        type="number"
        min="0"
        step="any"
        value={shownText(form.item, form.draft, name)}
        onChange={(event) => form.change(name, event.target.value === '' ? null : Number(event.target.value))}
      />
    </label>
  );
}

/** Tags are typed as one line "a; b"; the pills below show how the server will understand it. */
function TagsField({ form }: { readonly form: FormProps }): JSX.Element {
  const value = shownText(form.item, form.draft, field.tags);
  const tags = tagsIn(value);
  return (
    <div>
      <label className="form-field">
        <span>Tags</span>
        <input
          value={value}
          placeholder="first; second"
          onChange={(event) => form.change(field.tags, event.target.value)}
        />
      </label>
      {tags.length > 0 && (
        <ul className="tags" aria-label="Tags">
          {tags.map((tag, index) => (
            <li key={`${tag} ${index}`} className="pill">
              {tag}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What an organisation added to the type, and whatever must not be empty: without them the item cannot be saved. */
function OwnFields({ form }: { readonly form: FormProps }): JSX.Element {
  const isOwn = ({ definition, required }: FieldRule): boolean =>
    !definition.referenceName.startsWith('System.') &&
    !definition.readOnly &&
    definition.referenceName !== field.priority &&
    (!definition.referenceName.startsWith('Microsoft.') || required === 'required');
  return (
    <React.Fragment>
      {[...form.rules.values()].filter(isOwn).map(({ definition, required, allowed }) => {
        const { referenceName: name } = definition;
        const label = required === 'required' ? `${definition.name} (required)` : definition.name;
        if (allowed)
          return <Choice key={name} form={form} name={name} label={label} options={allowed.map(String)} />;
        return (
          <label key={name} className="form-field">
            <span>{label}</span>
            <input
              value={shownText(form.item, form.draft, name)}
              onChange={(event) => form.change(name, event.target.value)}
            />
          </label>
        );
      })}
    </React.Fragment>
  );
}

export function Facts(form: FormProps): JSX.Element {
  const { item, process, paths, access } = form;
  const type = textOf(item, field.type);
  const known = new Set(process.types.get(type)?.fields.map(({ referenceName }) => referenceName));
  const has = (name: string): boolean => known.has(name) || numberOf(item, name) !== undefined;
  return (
    <fieldset className="facts" disabled={access === 'read'} aria-label="Planning fields">
      <Choice form={form} name={field.area} label="Area" options={paths.areas} />
      <Choice form={form} name={field.iteration} label="Iteration" options={paths.iterations} />
      {has(field.priority) && <NumberField form={form} name={field.priority} label="Priority" />}
      {has(process.effortField) && (
        <NumberField form={form} name={process.effortField} label={process.effortName} />
      )}
      {has(field.remainingWork) && (
        <NumberField form={form} name={field.remainingWork} label="Remaining work" />
      )}
      <OwnFields form={form} />
      <TagsField form={form} />
    </fieldset>
  );
}
