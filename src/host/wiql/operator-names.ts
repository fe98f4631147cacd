/** What operators are called where fields and saved queries show them. */
import type { Operator } from './query';

/** EVER is no operator of the language but shown as one, and comparing with a field is shown as operators of its own. */
export type ShownOperator =
  Operator | 'ever' | '=[field]' | '<>[field]' | '<[field]' | '>[field]' | '<=[field]' | '>=[field]';

const NAMES: Readonly<Record<ShownOperator, readonly [reference: string, name: string]>> = {
  '=': ['Equals', '='],
  '<>': ['NotEquals', '<>'],
  '<': ['LessThan', '<'],
  '>': ['GreaterThan', '>'],
  '<=': ['LessThanEquals', '<='],
  '>=': ['GreaterThanEquals', '>='],
  in: ['In', 'In'],
  'not in': ['NotIn', 'Not In'],
  contains: ['Contains', 'Contains'],
  'not contains': ['NotContains', 'Does Not Contain'],
  'contains words': ['ContainsWords', 'Contains Words'],
  'not contains words': ['NotContainsWords', 'Does Not Contain Words'],
  under: ['Under', 'Under'],
  'not under': ['NotUnder', 'Not Under'],
  'in group': ['InGroup', 'In Group'],
  'not in group': ['NotInGroup', 'Not In Group'],
  'is empty': ['IsEmpty', 'Is Empty'],
  'is not empty': ['IsNotEmpty', 'Is Not Empty'],
  ever: ['Ever', 'Was Ever'],
  '=[field]': ['EqualsField', '= [Field]'],
  '<>[field]': ['NotEqualsField', '<> [Field]'],
  '<[field]': ['LessThanField', '< [Field]'],
  '>[field]': ['GreaterThanField', '> [Field]'],
  '<=[field]': ['LessThanEqualsField', '<= [Field]'],
  '>=[field]': ['GreaterThanEqualsField', '>= [Field]'],
};

const PREFIX = 'SupportedOperations.';

export function operatorReference(operator: ShownOperator): Record<string, string> {
  const [reference, name] = NAMES[operator];
  return { referenceName: `${PREFIX}${reference}`, name };
}

/** The operator of the language behind a name that fields give; undefined for comparisons with another field. */
export function operatorOf(referenceName: string): Operator | 'ever' | undefined {
  const found = (Object.keys(NAMES) as ShownOperator[]).find(
    (one) => `${PREFIX}${NAMES[one][0]}` === referenceName,
  );
  return found === undefined || isWithField(found) ? undefined : found;
}

function isWithField(operator: ShownOperator): operator is Exclude<ShownOperator, Operator | 'ever'> {
  return operator.endsWith('[field]');
}
