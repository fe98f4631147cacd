/** Adds a condition to a rule from lists: who, what, which. The text above shows what it says, and stays the rule. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { Anchor, KnowledgePackage } from '../../core/kb/package';
import { anchors } from '../../core/kb/package';
import { parseRuleText } from '../../core/kb/rule-text/parse-rule';
import { Choice } from '../../ui/Choice';
import { comparisons, namesFor, needsValue, subjectsOf, testsOf, withCondition } from './rule-builder';
import type { Comparison, Condition, ConditionTest } from './rule-builder';

const comparedWords: Readonly<Record<Comparison, string>> = {
  equals: 'which is',
  differs: 'which is not',
  unknown: 'which nobody knows yet',
  known: 'which is known',
};
const testWords: Readonly<Record<ConditionTest, string>> = {
  is: 'is a',
  'is-not': 'is no',
  property: 'has the property',
  inside: 'is inside a',
  crosses: 'crosses a',
};

export function RuleBuilder(props: {
  readonly known: KnowledgePackage;
  readonly anchor: string;
  readonly rule: string;
  readonly onChange: (rule: string) => void;
}): React.ReactElement {
  const { known, rule, onChange } = props;
  const anchor: Anchor = anchors.find((each) => each === props.anchor) ?? 'element';
  const [chosen, setChosen] = React.useState<Partial<Condition>>({});
  const subjects = subjectsOf[anchor];
  const subject = subjects.find((each) => each === chosen.subject) ?? subjects[0] ?? 'model';
  const tests = testsOf(subject);
  const test = tests.find((each) => each === chosen.test) ?? tests[0] ?? 'property';
  const names = React.useMemo(
    () => namesFor(known, anchor, { subject, test }),
    [known, anchor, subject, test],
  );
  const name = (names.find(({ value }) => value === chosen.name) ?? names[0])?.value ?? '';
  const compare = chosen.compare ?? 'equals';
  const isCompared = needsValue({ test, compare });
  const values = isCompared ? (known.properties.find(({ id }) => id === name)?.values ?? []) : [];
  const value = values.find(({ id }) => id === chosen.value)?.id ?? values[0]?.id ?? chosen.value ?? '';
  const pick = (part: Partial<Condition>) => setChosen((before) => ({ ...before, ...part }));
  const reads = rule.trim() === '' || parseRuleText(rule).kind === 'rule';
  return (
    <div className="wo-condition" role="group" aria-label="A condition from lists">
      <Choice
        label="Who"
        value={subject}
        options={subjects.map((each) => ({ value: each, label: each }))}
        onChange={(each) => pick({ subject: each })}
      />
      <Choice
        label="Says what"
        value={test}
        options={tests.map((each) => ({ value: each, label: testWords[each] }))}
        onChange={(each) => pick({ test: each })}
      />
      <Choice label="Which" value={name} options={names} onChange={(each) => pick({ name: each })} />
      {test === 'property' && (
        <Choice
          label="Compared"
          value={compare}
          options={comparisons.map((each) => ({ value: each, label: comparedWords[each] }))}
          onChange={(each) => pick({ compare: each })}
        />
      )}
      {values.length > 0 && (
        <Choice
          label="Its value"
          value={value}
          options={values.map(({ id, label }) => ({ value: id, label }))}
          onChange={(each) => pick({ value: each })}
        />
      )}
      {isCompared && values.length === 0 && (
        <input
          type="text"
          className="wo-input"
          aria-label="Its value"
          value={value}
          maxLength={1000}
          onChange={(event) => pick({ value: event.target.value })}
        />
      )}
      <Button
        text="Add the condition"
        disabled={!reads || name === '' || (isCompared && value === '')}
        onClick={() => onChange(withCondition(rule, { subject, test, name, compare, value }))}
      />
    </div>
  );
}
