/** A parsed query. Every part remembers where it stood, so that later errors can point there too. */

export type Side = 'item' | 'source' | 'target' | 'link';

export interface FieldName {
  readonly side: Side;
  /** Reference name or friendly name, unresolved. */
  readonly name: string;
  readonly at: number;
}

export interface MacroValue {
  readonly kind: 'macro';
  /** In lower case, without @. */
  readonly name: string;
  /** What stood in parentheses: a team, or a first shift of a date. */
  readonly argument?: string;
  readonly offset: number;
  readonly at: number;
}

export interface LiteralValue {
  readonly kind: 'literal';
  readonly value: string | number;
  readonly at: number;
}

export type Value =
  | LiteralValue
  | MacroValue
  | { readonly kind: 'field'; readonly field: FieldName; readonly at: number }
  /** `[Any]`. */
  | { readonly kind: 'any'; readonly at: number };

export type Operator =
  | '='
  | '<>'
  | '<'
  | '>'
  | '<='
  | '>='
  | 'in'
  | 'not in'
  | 'contains'
  | 'not contains'
  | 'contains words'
  | 'not contains words'
  | 'under'
  | 'not under'
  | 'in group'
  | 'not in group'
  | 'is empty'
  | 'is not empty';

export interface Comparison {
  readonly kind: 'comparison';
  readonly field: FieldName;
  readonly operator: Operator;
  readonly values: readonly Value[];
  /** EVER: true when any revision passes. */
  readonly isEver: boolean;
  readonly at: number;
  /** How it is quoted in errors: field and operator in their canonical form, the values as written. */
  readonly clause: string;
}

export type Condition =
  | Comparison
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not'; readonly inner: Condition };

export interface Ordering {
  readonly field: FieldName;
  readonly direction: 'ascending' | 'descending';
}

export type LinkMode = 'mustcontain' | 'maycontain' | 'doesnotcontain' | 'recursive';

export interface Query {
  readonly from: 'workitems' | 'workitemlinks';
  readonly select: readonly FieldName[];
  readonly where: Condition | null;
  readonly orderBy: readonly Ordering[];
  /** The date of a query about the past. */
  readonly asOf: LiteralValue | MacroValue | null;
  readonly mode: LinkMode;
  /** Of a tree: find the lower items first and show what leads to them. */
  readonly isMatchingChildren: boolean;
}
