/** Tags and references of an entry in its form: a line for each list or standard that speaks of it. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { Choice } from '../../ui/Choice';
import { Field } from '../../ui/Field';
import { referenceKinds, referenceProblem } from './label-form';
import type { LabelForm, ReferenceForm, ReferenceKind } from './label-form';

const kindWords: Readonly<Record<ReferenceKind, string>> = {
  cwe: 'CWE',
  capec: 'CAPEC',
  attack: 'MITRE ATT&CK',
  atlas: 'MITRE ATLAS',
  d3fend: 'MITRE D3FEND',
  asvs5: 'OWASP ASVS 5',
  asvs4: 'OWASP ASVS 4',
  owasp: 'OWASP Top 10 lists',
  nist80053: 'NIST SP 800-53',
  ssdf: 'NIST SSDF',
  mcsb: 'Microsoft cloud security benchmark',
  slsa: 'SLSA',
  other: 'Something else',
};
const samples: Readonly<Partial<Record<ReferenceKind, string>>> = {
  cwe: 'For example: 79, 352',
  capec: 'For example: 66, 108',
  attack: 'For example: T1190, T1110.003',
  atlas: 'For example: AML.T0053',
  asvs5: 'For example: 1.2.4, 15.2.5',
  owasp: 'For example: A03:2021, LLM06:2025',
  nist80053: 'For example: CM-3, SC-39',
  ssdf: 'For example: PS.2.1',
  mcsb: 'For example: IM-3',
};

function Reference(props: {
  readonly reference: ReferenceForm;
  /** What the line is called: two of the same kind are told apart by a number. */
  readonly name: string;
  readonly onChange: (change: Partial<ReferenceForm>) => void;
  readonly onRemove: () => void;
}): React.ReactElement {
  const { reference, name, onChange, onRemove } = props;
  const { kind, ids, link } = reference;
  const sample = samples[kind];
  const problem = referenceProblem(reference);
  return (
    <li className="wo-reference">
      <Field
        label={name}
        value={ids}
        {...(sample === undefined ? {} : { help: sample })}
        error={problem}
        onChange={(value) => onChange({ ids: value })}
      />
      {kind === 'other' && (
        <Field
          label={`Link of ${name.toLowerCase()}`}
          value={link}
          placeholder="https://"
          onChange={(value) => onChange({ link: value })}
        />
      )}
      <Button subtle={true} text="Remove" ariaLabel={`Remove ${name}`} onClick={onRemove} />
    </li>
  );
}

export function LabelFields(props: {
  readonly labels: LabelForm;
  readonly onChange: (change: Partial<LabelForm>) => void;
}): React.ReactElement {
  const { tags, references } = props.labels;
  const put = (next: readonly ReferenceForm[]) => props.onChange({ references: next });
  // Of `other` there may be several, of each list one.
  const free = referenceKinds.filter(
    (kind) => kind === 'other' || !references.some((each) => each.kind === kind),
  );
  const nameOf = ({ kind }: ReferenceForm, at: number) => {
    const before = references.slice(0, at).filter((each) => each.kind === kind).length;
    return before === 0 ? kindWords[kind] : `${kindWords[kind]} ${before + 1}`;
  };
  return (
    <>
      <Field
        label="Tags"
        value={tags}
        maxLength={10_000}
        help="Words to search for, separated by commas"
        onChange={(value) => props.onChange({ tags: value })}
      />
      <h3>References</h3>
      <ul className="wo-plain-list">
        {references.map((reference, at) => (
          <Reference
            key={at}
            reference={reference}
            name={nameOf(reference, at)}
            onChange={(change) =>
              put(references.map((each, index) => (index === at ? { ...each, ...change } : each)))
            }
            onRemove={() => put(references.filter((_each, index) => index !== at))}
          />
        ))}
      </ul>
      <div className="wo-link-new">
        <Choice
          label="Add a reference"
          value=""
          options={[
            { value: '', label: 'Add a reference…' },
            ...free.map((kind) => ({ value: kind as string, label: kindWords[kind] })),
          ]}
          onChange={(picked) => {
            const kind = referenceKinds.find((each) => each === picked);
            if (kind) put([...references, { kind, ids: '', link: '' }]);
          }}
        />
      </div>
    </>
  );
}
