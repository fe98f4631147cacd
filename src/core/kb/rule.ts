/** The rule language as data: a closed set of node kinds, no code, so that a foreign package can do no harm. */

export const subjects = ['element', 'source', 'target', 'flow', 'peer', 'model'] as const;
export type Subject = (typeof subjects)[number];

/** `ask`: an unset property leaves the rule undecided, which is neither yes nor no. */
export const unknownAnswers = ['match', 'no-match', 'ask'] as const;
export type IfUnknown = (typeof unknownAnswers)[number];

/** Values are compared as text: models keep every property as text. */
export type PropertyTest =
  | { readonly kind: 'equals'; readonly value: string }
  | { readonly kind: 'differs'; readonly value: string }
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  | { readonly kind: 'contains'; readonly value: string }
  | { readonly kind: 'above'; readonly limit: number }
  | { readonly kind: 'below'; readonly limit: number }
  | { readonly kind: 'known'; readonly expected: boolean };

export type Rule =
  | { readonly kind: 'all'; readonly rules: readonly Rule[] }
  | { readonly kind: 'any'; readonly rules: readonly Rule[] }
  | { readonly kind: 'not'; readonly rule: Rule }
  | {
      readonly kind: 'is';
      readonly subject: Subject;
      /** Ids of entity types of the package, or `package:id`. Descendants count, unless `exact`. */
      readonly types: readonly string[];
      readonly exact: boolean;
    }
  | {
      readonly kind: 'property';
      readonly subject: Subject;
      readonly property: string;
      readonly test: PropertyTest;
      readonly ifUnknown: IfUnknown;
    }
  | {
      readonly kind: 'crosses';
      readonly types: 'any' | readonly string[];
      readonly direction: 'any' | 'enter' | 'exit';
      readonly min: number;
    }
  | { readonly kind: 'inside'; readonly subject: Subject; readonly types: readonly string[] }
  | {
      readonly kind: 'exists';
      readonly flows: 'incoming' | 'outgoing' | 'flow';
      readonly subject: Subject;
      readonly where: Rule | undefined;
      readonly min: number;
    }
  | { readonly kind: 'carries'; readonly subject: Subject; readonly classifications: readonly string[] }
  | { readonly kind: 'tagged'; readonly subject: Subject; readonly tags: readonly string[] }
  | { readonly kind: 'always'; readonly value: boolean };
