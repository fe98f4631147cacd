/** The organisation's own examples of a threat: written as text, drawn and run against the rule while one types. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { EntityType, KnowledgePackage, KnowledgeThreat } from '../../core/kb/package';
import { runExample } from '../../core/kb/run-examples';
import { Choice } from '../../ui/Choice';
import { Field, Labelled } from '../../ui/Field';
import { exampleData, mostExamples, newExample, textError, withText } from './example-form';
import type { ExampleForm } from './example-form';
import { OutcomeLine } from './ExampleList';
import { RuleField } from './RuleField';

const expectations = [
  { value: 'fires', label: 'The rule fires' },
  { value: 'silent', label: 'The rule stays silent' },
] as const;

interface OneProps {
  readonly number: number;
  readonly form: ExampleForm;
  readonly known: KnowledgePackage;
  readonly threat: KnowledgeThreat | undefined;
  readonly types: readonly EntityType[];
  readonly onChange: (form: ExampleForm) => void;
  readonly onRemove: () => void;
}

function One({ number, form, known, threat, types, onChange, onRemove }: OneProps): React.ReactElement {
  const { expect, because, text } = form;
  const error = React.useMemo(() => textError(form, types), [form, types]);
  const outcome = React.useMemo(() => {
    const data = exampleData(form);
    return threat && data && runExample(known, threat, data);
  }, [form, known, threat]);
  return (
    <li className="wo-example-form">
      <div className="wo-card-head">
        <h4>Your example {number}</h4>
        <Button subtle={true} text="Remove" ariaLabel={`Remove your example ${number}`} onClick={onRemove} />
      </div>
      <Labelled label="Expected">
        <Choice
          label={`Expected of your example ${number}`}
          value={expect}
          options={expectations}
          onChange={(value) => onChange({ ...form, expect: value })}
        />
      </Labelled>
      <Field
        label={`Why, in your example ${number}`}
        value={because}
        maxLength={1000}
        onChange={(value) => onChange({ ...form, because: value })}
      />
      <RuleField
        label={`Your example ${number}`}
        help="A line for each thing: Orders is process. Then Browser -> Orders is https with encrypted = no. Boundaries: boundary Internet around Browser"
        value={text}
        error={error}
        onChange={(value) => onChange(withText(form, value, types))}
      />
      <div className="wo-example-list" aria-live="polite">
        {outcome && <OutcomeLine outcome={outcome} />}
      </div>
    </li>
  );
}

export function ExampleEditor(props: {
  readonly known: KnowledgePackage;
  readonly threat: KnowledgeThreat | undefined;
  readonly types: readonly EntityType[];
  readonly examples: readonly ExampleForm[];
  readonly onChange: (examples: readonly ExampleForm[]) => void;
}): React.ReactElement {
  const { examples, onChange, types } = props;
  const add = (expect: ExampleForm['expect']) => onChange([...examples, newExample(expect, types)]);
  return (
    <>
      <ul className="wo-plain-list">
        {examples.map((form, at) => (
          <One
            key={at}
            {...props}
            number={at + 1}
            form={form}
            onChange={(next) => onChange(examples.map((each, index) => (index === at ? next : each)))}
            onRemove={() => onChange(examples.filter((_each, index) => index !== at))}
          />
        ))}
      </ul>
      {examples.length < mostExamples && (
        <div className="wo-example-add">
          <Button text="Add an example that fires" onClick={() => add('fires')} />
          <Button text="Add one that stays silent" onClick={() => add('silent')} />
        </div>
      )}
    </>
  );
}
