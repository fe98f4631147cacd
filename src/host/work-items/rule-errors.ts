/** Rule violations in the words of the original. */
import { problem, type Problem } from '../kernel/problem';
import type { FieldDefinition } from '../processes/field';

export type RuleCode = 'required' | 'notInList' | 'readOnly' | 'wrongType' | 'tooLong' | 'unknownIdentity';

const FLAGS: Readonly<Record<RuleCode, string>> = {
  required: 'Required, HasValues, LimitedToValues, AllowsOldValue, InvalidEmpty',
  notInList: 'HasValues, LimitedToValues, AllowsOldValue, InvalidListValue',
  readOnly: 'ReadOnly, InvalidNotOldValue',
  wrongType: 'InvalidType',
  tooLong: 'InvalidTooLong',
  unknownIdentity: 'HasValues, LimitedToValues, InvalidIdentity',
};

/** 400 RuleValidationException TF401320; names the field so that a client can show it at the right place. */
export function ruleError(field: FieldDefinition, code: RuleCode): Problem {
  const message = `TF401320: Rule Error for field ${field.name}. Error code: ${FLAGS[code]}.`;
  return problem(400, 'RuleValidationException', message, {
    RuleValidationErrors: [
      {
        fieldReferenceName: field.referenceName,
        fieldStatusFlags: FLAGS[code],
        errorMessage: message,
        ruleValidationErrors: null,
      },
    ],
  });
}

/** 400 TF51535 for a field nobody has heard of. */
export function unknownField(text: string): Problem {
  return problem(
    400,
    'WorkItemTrackingFieldDefinitionNotFoundException',
    `TF51535: Cannot find field ${text}.`,
  );
}

/** 404 TF401232: the original gives the same answer for missing and for forbidden items. */
export function noSuchWorkItem(id: number | string): Problem {
  return problem(
    404,
    'WorkItemUnauthorizedAccessException',
    `TF401232: Work item ${id} does not exist, or you do not have permissions to read it.`,
  );
}
