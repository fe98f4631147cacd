/** Parses WIQL by recursive descent. Clauses stand in their order; each but SELECT and FROM may be missing. */
import { readCondition, readField, readValue } from './condition-parser';
import type { LinkMode, LiteralValue, MacroValue, Ordering, Query } from './query';
import { TokenReader } from './token-reader';
import { errorAt } from './wiql-error';

/**
 * The reference names ORDER BY for no tree query, but the original's own tree queries have one, and so do many extensions'.
 * @throws Problem 400 pointing at the first token that does not fit.
 */
export function parseWiql(text: string): Query {
  const tokens = new TokenReader(text);
  tokens.expectWord('select', 'The query statement must begin with SELECT.');
  const select = tokens.listOf(() => readField(tokens));
  tokens.expectWord('from', 'TF51006: The query statement is missing a FROM clause.');
  const from = readSource(tokens);
  const where = tokens.acceptWord('where') ? readCondition(tokens) : null;
  const orderBy = readOrdering(tokens);
  const { at } = tokens.peek();
  const asOf = readAsOf(tokens);
  const { mode, isMatchingChildren } = from === 'workitemlinks' ? readMode(tokens) : FLAT;
  if (asOf !== null && mode === 'recursive') throw errorAt('ASOF cannot be used in a tree query.', text, at);
  if (tokens.peek().kind !== 'end') throw tokens.error('Expected end of string.');
  return { from, select, where, orderBy, asOf, mode, isMatchingChildren };
}

interface Mode {
  readonly mode: LinkMode;
  readonly isMatchingChildren: boolean;
}

const FLAT: Mode = { mode: 'mustcontain', isMatchingChildren: false };

function readSource(tokens: TokenReader): Query['from'] {
  const from = tokens.peek().text.toLowerCase();
  if (from !== 'workitems' && from !== 'workitemlinks')
    throw tokens.error('Expecting WorkItems or WorkItemLinks.');
  tokens.take();
  return from;
}

function readOrdering(tokens: TokenReader): readonly Ordering[] {
  if (!tokens.acceptWord('order')) return [];
  tokens.expectWord('by', 'Expecting BY.');
  return tokens.listOf((): Ordering => {
    const field = readField(tokens);
    if (tokens.acceptWord('desc')) return { field, direction: 'descending' };
    tokens.acceptWord('asc');
    return { field, direction: 'ascending' };
  });
}

function readAsOf(tokens: TokenReader): LiteralValue | MacroValue | null {
  if (!tokens.acceptWord('asof')) return null;
  const value = tokens.peek().kind === 'number' ? null : readValue(tokens);
  if (value?.kind === 'literal' || value?.kind === 'macro') return value;
  throw tokens.error('Expecting constant value.');
}

const MODES: Readonly<Record<string, LinkMode>> = {
  mustcontain: 'mustcontain',
  maycontain: 'maycontain',
  doesnotcontain: 'doesnotcontain',
  recursive: 'recursive',
};

function readMode(tokens: TokenReader): Mode {
  if (!tokens.acceptWord('mode')) return FLAT;
  tokens.expectSymbol('(');
  const mode = MODES[tokens.peek().text.toLowerCase()];
  if (mode === undefined)
    throw tokens.error('Expecting MustContain, MayContain, DoesNotContain or Recursive.');
  tokens.take();
  let isMatchingChildren = false;
  if (mode === 'recursive' && tokens.acceptSymbol(',')) {
    tokens.expectWord('returnmatchingchildren', 'Expecting ReturnMatchingChildren.');
    isMatchingChildren = true;
  }
  tokens.expectSymbol(')');
  return { mode, isMatchingChildren };
}
