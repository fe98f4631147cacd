/** The answers of a question in the form: what each says, and which facts it sets. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { Field } from '../../ui/Field';
import type { KnowledgeProperty } from '../../core/kb/package';
import { FactPicker } from './FactPicker';
import { factsProblem, withFact } from './question-form';
import type { AnswerForm } from './question-form';

export function AnswerRows(props: {
  readonly answers: readonly AnswerForm[];
  /** Property -> its values; an empty list = any text. */
  readonly properties: ReadonlyMap<string, readonly string[]>;
  /** The same, to be picked from a list. */
  readonly known: readonly KnowledgeProperty[];
  readonly onChange: (answers: readonly AnswerForm[]) => void;
}): React.ReactElement {
  const { answers, properties, known, onChange } = props;
  const put = (at: number, change: Partial<AnswerForm>) =>
    onChange(answers.map((each, index) => (index === at ? { ...each, ...change } : each)));
  return (
    <>
      <h3>Answers</h3>
      <ul className="wo-plain-list">
        {answers.map(({ label, sets, raises }, at) => (
          <li key={at} className="wo-example-form">
            <div className="wo-card-head">
              <h4>Answer {at + 1}</h4>
              <Button
                subtle={true}
                text="Remove"
                ariaLabel={`Remove answer ${at + 1}`}
                onClick={() => onChange(answers.filter((_each, index) => index !== at))}
              />
            </div>
            <Field
              label={`Answer ${at + 1} says`}
              value={label}
              maxLength={1000}
              onChange={(value) => put(at, { label: value })}
            />
            <Field
              label={`Answer ${at + 1} makes true`}
              value={sets}
              maxLength={2000}
              help="For example: encrypted = no. Empty = it changes nothing"
              error={factsProblem(sets, properties)}
              onChange={(value) => put(at, { sets: value })}
            />
            <FactPicker
              label={`A fact of answer ${at + 1} from lists`}
              properties={known}
              withValue="yes"
              onPick={(property, value) => put(at, { sets: withFact(sets, property, value) })}
            />
            {raises.length > 0 && <p className="wo-quiet">It also brings in: {raises.join(', ')}.</p>}
          </li>
        ))}
      </ul>
      {answers.length < 20 && (
        <div className="wo-example-add">
          <Button
            text="Add an answer"
            onClick={() => onChange([...answers, { label: '', sets: '', raises: [] }])}
          />
        </div>
      )}
    </>
  );
}
