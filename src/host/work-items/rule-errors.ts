/** Rule violations in the words of the original. */
import { problem, type Problem } from '../kernel/problem';
import type { FieldDefinition } from '../processes/field';

export type RuleCode =
  | 'required'
  | 'notEmpty'
  | 'notInList'
  | 'readOnly'
  | 'wrongType'
  | 'tooLong'
  | 'unknownIdentity'
  | 'invalidPath';

/**
 * The bits of the original's FieldStatusFlags. InvalidEmpty is known from answers in the wild (524289 is Required with
 * InvalidEmpty); the other Invalid bits follow it in the order of the server's documentation.
 */
const BITS = {
  Required: 1,
  ReadOnly: 2,
  HasValues: 4,
  LimitedToValues: 8,
  AllowsOldValue: 64,
  InvalidEmpty: 0x8_0000,
  InvalidNotEmpty: 0x10_0000,
  InvalidFormat: 0x20_0000,
  InvalidListValue: 0x40_0000,
  InvalidOldValue: 0x80_0000,
  InvalidNotOldValue: 0x100_0000,
  InvalidValueInOtherField: 0x200_0000,
  InvalidValueNotInOtherField: 0x400_0000,
  InvalidType: 0x1000_0000,
  InvalidTooLong: 0x2000_0000,
  InvalidPath: 0x4000_0000,
} as const;

type Flag = keyof typeof BITS;

/** A field that holds what a rule of its type forbids. */
export interface Violation {
  readonly field: FieldDefinition;
  readonly code: RuleCode;
}

function flagsOf({ field, code }: Violation): readonly Flag[] {
  const listed: readonly Flag[] = field.allowedValues
    ? ['HasValues', 'LimitedToValues', 'AllowsOldValue']
    : [];
  switch (code) {
    case 'required':
      return ['Required', ...listed, 'InvalidEmpty'];
    case 'notEmpty':
      return ['InvalidNotEmpty'];
    case 'notInList':
      return ['HasValues', 'LimitedToValues', 'AllowsOldValue', 'InvalidListValue'];
    case 'unknownIdentity':
      return ['HasValues', 'LimitedToValues', 'AllowsOldValue', 'InvalidListValue'];
    case 'readOnly':
      return ['ReadOnly', 'InvalidNotOldValue'];
    case 'wrongType':
      return ['InvalidType'];
    case 'tooLong':
      return ['InvalidTooLong'];
    case 'invalidPath':
      return ['InvalidPath'];
  }
}

const lowerFirst = (flag: Flag): string => `${flag[0]?.toLowerCase() ?? ''}${flag.slice(1)}`;

function messageOf(violation: Violation): string {
  return `TF401320: Rule Error for field ${violation.field.name}. Error code: ${flagsOf(violation).join(', ')}.`;
}

function shown(violation: Violation): Record<string, unknown> {
  const flags = flagsOf(violation);
  return {
    fieldReferenceName: violation.field.referenceName,
    fieldStatusFlags: flags.map(lowerFirst).join(', '),
    errorMessage: messageOf(violation),
    fieldStatusCode: flags.reduce((sum, flag) => sum + BITS[flag], 0),
    ruleValidationErrors: null,
  };
}

/**
 * 400 RuleValidationException TF401320 for one or more violations. The message speaks of the first; all are listed with
 * the reference names of their fields, so that a client can show each at the right place. The properties before them say
 * nothing on the original either (as in github.com/figueiredorui/1-click-child-links/issues/135).
 */
export function ruleErrors(violations: readonly [Violation, ...Violation[]]): Problem {
  const message = messageOf(violations[0]);
  return problem(400, 'RuleValidationException', message, {
    FieldReferenceName: null,
    FieldStatusFlags: 'none',
    ErrorMessage: message,
    FieldStatusCode: 0,
    RuleValidationErrors: violations.map(shown),
  });
}

export function ruleError(field: FieldDefinition, code: RuleCode): Problem {
  return ruleErrors([{ field, code }]);
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
