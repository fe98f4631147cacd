/** Parses what stands behind WHERE. AND binds before OR, NOT before both. */
import type { Comparison, Condition, FieldName, Operator, Side, Value } from './query';
import type { TokenReader } from './token-reader';

/** @throws Problem 400 pointing at the first token that does not fit. */
export function readCondition(tokens: TokenReader): Condition {
  let left = readAnd(tokens);
  while (tokens.acceptWord('or')) left = { kind: 'or', left, right: readAnd(tokens) };
  return left;
}

function readAnd(tokens: TokenReader): Condition {
  let left = readNot(tokens);
  while (tokens.acceptWord('and')) left = { kind: 'and', left, right: readNot(tokens) };
  return left;
}

function readNot(tokens: TokenReader): Condition {
  if (tokens.isWord('not') && tokens.isWord('ever', 1)) {
    tokens.take();
    throw tokens.error('The EVER operator cannot be negated.');
  }
  if (tokens.acceptWord('not')) return { kind: 'not', inner: readNot(tokens) };
  if (!tokens.acceptSymbol('(')) return readComparison(tokens);
  const inner = readCondition(tokens);
  tokens.expectSymbol(')');
  return inner;
}

/** `[f] = 'x'`, `EVER [f] = 'x'`, `[f] EVER 'x'`, `[f] WAS EVER 'x'`. */
function readComparison(tokens: TokenReader): Comparison {
  const isBefore = tokens.acceptWord('ever');
  const { at } = tokens.peek();
  const field = readField(tokens);
  const isBehind = acceptEver(tokens);
  const operator = isBehind ? '=' : readOperator(tokens);
  const isEver = isBefore || isBehind;
  if (isEver && (operator.includes('not') || operator === '<>'))
    throw tokens.error('The EVER operator cannot be negated.');
  const begin = tokens.peek().at;
  const values = readOperands(tokens, operator);
  const written = values.length === 0 ? '' : ` ${tokens.writtenSince(begin)}`;
  const shown = isBehind ? 'ever' : operator;
  const clause = `${isBefore ? 'ever ' : ''}[${field.name}] ${shown}${written}`;
  return { kind: 'comparison', field, operator, values, isEver, at, clause };
}

function acceptEver(tokens: TokenReader): boolean {
  if (tokens.isWord('was') && tokens.isWord('ever', 1)) tokens.take();
  return tokens.acceptWord('ever');
}

function readOperands(tokens: TokenReader, operator: Operator): readonly Value[] {
  if (operator === 'is empty' || operator === 'is not empty') return [];
  if (operator !== 'in' && operator !== 'not in') return [readValue(tokens)];
  tokens.expectSymbol('(');
  const values = tokens.listOf(() => readValue(tokens));
  tokens.expectSymbol(')');
  return values;
}

const SYMBOLS: readonly Operator[] = ['=', '<>', '<', '>', '<=', '>='];

function readOperator(tokens: TokenReader): Operator {
  const symbol = SYMBOLS.find((one) => tokens.acceptSymbol(one));
  if (symbol) return symbol;
  if (tokens.acceptWord('is')) {
    const isNegated = tokens.acceptWord('not');
    tokens.expectWord('empty', 'Expecting EMPTY.');
    return isNegated ? 'is not empty' : 'is empty';
  }
  const isNegated = tokens.acceptWord('not');
  if (tokens.acceptWord('contains')) {
    if (tokens.acceptWord('words')) return isNegated ? 'not contains words' : 'contains words';
    return isNegated ? 'not contains' : 'contains';
  }
  if (tokens.acceptWord('under')) return isNegated ? 'not under' : 'under';
  if (tokens.acceptWord('in')) {
    if (tokens.acceptWord('group')) return isNegated ? 'not in group' : 'in group';
    return isNegated ? 'not in' : 'in';
  }
  throw tokens.error('Expecting comparison operator.');
}

/** @throws Problem 400 where no value stands. */
export function readValue(tokens: TokenReader): Value {
  const { kind, text, at } = tokens.peek();
  if (kind === 'text') return (tokens.take(), literalOf(text, at));
  if (kind === 'macro') return readMacro(tokens);
  if (kind === 'field' && text.toLowerCase() === 'any') return (tokens.take(), { kind: 'any', at });
  if (kind === 'field') return { kind: 'field', field: readField(tokens), at };
  if (kind === 'word' && /^(true|false)$/i.test(text))
    return (tokens.take(), { kind: 'literal', value: text.toLowerCase(), at });
  const sign = tokens.acceptSymbol('-') ? -1 : 1;
  if (tokens.peek().kind !== 'number') throw tokens.error('Expecting constant value.');
  return { kind: 'literal', value: sign * Number(tokens.take().text), at };
}

function literalOf(text: string, at: number): Value {
  return text.toLowerCase() === '[any]' ? { kind: 'any', at } : { kind: 'literal', value: text, at };
}

/** `@today - 7`, `@startOfMonth('+3d') - 1`, `@currentIteration('[Shop]\Shop Team <id:…>') + 1`. */
function readMacro(tokens: TokenReader): Value {
  const { text, at } = tokens.take();
  let argument: string | undefined;
  if (tokens.acceptSymbol('(')) {
    if (tokens.peek().kind !== 'text') throw tokens.error('Expecting constant value.');
    argument = tokens.take().text;
    tokens.expectSymbol(')');
  }
  const sign = tokens.acceptSymbol('+') ? 1 : tokens.acceptSymbol('-') ? -1 : 0;
  if (sign !== 0 && tokens.peek().kind !== 'number') throw tokens.error('Expecting constant value.');
  const offset = sign === 0 ? 0 : sign * Number(tokens.take().text);
  return {
    kind: 'macro',
    name: text.toLowerCase(),
    offset,
    at,
    ...(argument === undefined ? {} : { argument }),
  };
}

const SIDES: Readonly<Record<string, Side>> = { source: 'source', target: 'target' };

/** `[System.Id]`, `System.Id`, `[Source].[System.Id]`. @throws Problem 400 where no field stands. */
export function readField(tokens: TokenReader): FieldName {
  const { kind, text, at } = tokens.peek();
  if (kind !== 'field' && kind !== 'word') throw tokens.error('Expecting field name.');
  tokens.take();
  const side = kind === 'field' ? SIDES[text.toLowerCase()] : undefined;
  if (side !== undefined && tokens.acceptSymbol('.')) {
    if (tokens.peek().kind !== 'field') throw tokens.error('Expecting field name.');
    return { side, name: tokens.take().text, at };
  }
  const dotted = /^(source|target)\.(.+)$/i.exec(kind === 'word' ? text : '');
  if (dotted?.[1] !== undefined && dotted[2] !== undefined)
    return { side: SIDES[dotted[1].toLowerCase()] ?? 'item', name: dotted[2], at };
  return { side: text.toLowerCase() === 'system.links.linktype' ? 'link' : 'item', name: text, at };
}
