/** Parses WIQL by recursive descent. AND binds before OR, NOT before both. */
import type {
  Comparison,
  Condition,
  FieldName,
  LinkMode,
  Operator,
  Ordering,
  Query,
  Side,
  Value,
} from './query';
import { tokenize, type Token } from './tokens';
import { syntaxError } from './wiql-error';

/** @throws Problem 400 pointing at the first token that does not fit. */
export function parseWiql(text: string): Query {
  return new Parser(text).query();
}

const SIDES: Readonly<Record<string, Side>> = { source: 'source', target: 'target' };
const SYMBOLS: readonly Operator[] = ['=', '<>', '<', '>', '<=', '>='];

class Parser {
  private readonly tokens: readonly Token[];
  private index = 0;

  constructor(private readonly text: string) {
    this.tokens = tokenize(text);
  }

  query(): Query {
    this.expectWord('select', 'The query must begin with SELECT.');
    const select = this.isSymbol('*') ? (this.skip(), []) : this.listOf(() => this.field());
    this.expectWord('from', 'The query statement is missing a FROM clause.');
    const from = this.peek().text.toLowerCase();
    if (from !== 'workitems' && from !== 'workitemlinks')
      throw this.error('Expecting WorkItems or WorkItemLinks.');
    this.skip();
    const where = this.acceptWord('where') ? this.or() : null;
    const orderBy = this.ordering();
    const mode = this.mode();
    if (this.peek().kind !== 'end') throw this.error('Expecting the end of the query.');
    return { from, select, where, orderBy, mode };
  }

  private ordering(): readonly Ordering[] {
    if (!this.acceptWord('order')) return [];
    this.expectWord('by', 'Expecting BY after ORDER.');
    return this.listOf((): Ordering => {
      const field = this.field();
      if (this.acceptWord('desc')) return { field, direction: 'descending' };
      this.acceptWord('asc');
      return { field, direction: 'ascending' };
    });
  }

  private mode(): LinkMode {
    if (!this.acceptWord('mode')) return 'mustcontain';
    this.expectSymbol('(');
    const mode = this.peek().text.toLowerCase();
    if (mode !== 'mustcontain' && mode !== 'maycontain' && mode !== 'doesnotcontain' && mode !== 'recursive')
      throw this.error('Expecting MustContain, MayContain, DoesNotContain or Recursive.');
    this.skip();
    this.expectSymbol(')');
    return mode;
  }

  private or(): Condition {
    let left = this.and();
    while (this.acceptWord('or')) left = { kind: 'or', left, right: this.and() };
    return left;
  }

  private and(): Condition {
    let left = this.not();
    while (this.acceptWord('and')) left = { kind: 'and', left, right: this.not() };
    return left;
  }

  private not(): Condition {
    if (this.acceptWord('not')) return { kind: 'not', inner: this.not() };
    if (!this.isSymbol('(')) return this.comparison();
    this.skip();
    const inner = this.or();
    this.expectSymbol(')');
    return inner;
  }

  private comparison(): Comparison {
    const at = this.peek().at;
    const field = this.field();
    const operator = this.operator();
    return { kind: 'comparison', field, operator, values: this.operands(operator), at };
  }

  private operands(operator: Operator): readonly Value[] {
    if (operator === 'is empty' || operator === 'is not empty') return [];
    if (operator !== 'in' && operator !== 'not in') return [this.value()];
    this.expectSymbol('(');
    const values = this.listOf(() => this.value());
    this.expectSymbol(')');
    return values;
  }

  private operator(): Operator {
    const symbol = SYMBOLS.find((one) => this.isSymbol(one));
    if (symbol) {
      this.skip();
      return symbol;
    }
    if (this.acceptWord('is')) {
      const isNegated = this.acceptWord('not');
      this.expectWord('empty', 'Expecting EMPTY.');
      return isNegated ? 'is not empty' : 'is empty';
    }
    const isNegated = this.acceptWord('not');
    if (this.acceptWord('contains')) {
      if (this.acceptWord('words')) return isNegated ? 'not contains words' : 'contains words';
      return isNegated ? 'not contains' : 'contains';
    }
    if (this.acceptWord('under')) return isNegated ? 'not under' : 'under';
    if (this.acceptWord('in')) {
      if (this.acceptWord('group')) return isNegated ? 'not in group' : 'in group';
      return isNegated ? 'not in' : 'in';
    }
    throw this.error('Expecting an operator.');
  }

  private value(): Value {
    const { kind, text, at } = this.peek();
    if (kind === 'text') return (this.skip(), { kind: 'literal', value: text, at });
    if (kind === 'field') return { kind: 'field', field: this.field(), at };
    if (kind === 'macro') return this.macro();
    const sign = this.isSymbol('-') ? (this.skip(), -1) : 1;
    const number = this.peek();
    if (number.kind !== 'number') {
      const isTruth = number.kind === 'word' && /^(true|false)$/i.test(number.text);
      if (!isTruth) throw this.error('Expecting a value.');
      return (this.skip(), { kind: 'literal', value: number.text.toLowerCase(), at });
    }
    this.skip();
    return { kind: 'literal', value: sign * Number(number.text), at };
  }

  /** `@today - 7`, `@currentIteration('[Shop]\Shop Team') + 1`; the argument names the one team there is. */
  private macro(): Value {
    const { text, at } = this.peek();
    this.skip();
    if (this.isSymbol('(')) {
      this.skip();
      if (this.peek().kind === 'text') this.skip();
      this.expectSymbol(')');
    }
    const sign = this.isSymbol('+') ? 1 : this.isSymbol('-') ? -1 : 0;
    if (sign === 0) return { kind: 'macro', name: text.toLowerCase(), offset: 0, at };
    this.skip();
    const amount = this.peek();
    if (amount.kind !== 'number') throw this.error('Expecting a number.');
    this.skip();
    return { kind: 'macro', name: text.toLowerCase(), offset: sign * Number(amount.text), at };
  }

  /** `[System.Id]`, `System.Id`, `[Source].[System.Id]`. */
  private field(): FieldName {
    const { kind, text, at } = this.peek();
    if (kind !== 'field' && kind !== 'word') throw this.error('Expecting a field name.');
    this.skip();
    const side = kind === 'field' ? SIDES[text.toLowerCase()] : undefined;
    if (side !== undefined && this.isSymbol('.')) return this.sided(side, at);
    const dotted = /^(source|target)\.(.+)$/i.exec(kind === 'word' ? text : '');
    if (dotted?.[1] !== undefined && dotted[2] !== undefined)
      return { side: SIDES[dotted[1].toLowerCase()] ?? 'item', name: dotted[2], at };
    return { side: text.toLowerCase() === 'system.links.linktype' ? 'link' : 'item', name: text, at };
  }

  private sided(side: Side, at: number): FieldName {
    this.skip();
    const name = this.peek();
    if (name.kind !== 'field') throw this.error('Expecting a field name in brackets.');
    this.skip();
    return { side, name: name.text, at };
  }

  private listOf<T>(read: () => T): readonly T[] {
    const items = [read()];
    while (this.isSymbol(',')) {
      this.skip();
      items.push(read());
    }
    return items;
  }

  private peek(): Token {
    return this.tokens[this.index] ?? { kind: 'end', text: '', at: this.text.length };
  }

  private skip(): void {
    this.index += 1;
  }

  private isSymbol(symbol: string): boolean {
    return this.peek().kind === 'symbol' && this.peek().text === symbol;
  }

  private acceptWord(word: string): boolean {
    const token = this.peek();
    if (token.kind !== 'word' || token.text.toLowerCase() !== word) return false;
    this.skip();
    return true;
  }

  private expectWord(word: string, message: string): void {
    if (!this.acceptWord(word)) throw this.error(message);
  }

  private expectSymbol(symbol: string): void {
    if (!this.isSymbol(symbol)) throw this.error(`Expecting ${symbol}.`);
    this.skip();
  }

  private error(message: string): Error {
    return syntaxError(message, this.text, this.peek().at);
  }
}
