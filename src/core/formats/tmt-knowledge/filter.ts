/**
 * Generation filters of the Microsoft Threat Modeling Tool as rules of a package. `and` and `or` have the same
 * precedence there, left to right; `not` takes the next term. Read strictly: half a filter would find other threats.
 */

/** A rule of a package file, as JSON. */
export type RuleJson = Readonly<Record<string, unknown>>;
export type FilterSubject = 'source' | 'target' | 'flow';

/** What the ids of a filter mean in the package. */
export interface FilterNames {
  /** Entity type ids for a stencil id at that subject. */
  readonly types: (stencil: string, subject: FilterSubject | 'boundary') => readonly string[];
  /** The rule that a property has the value. */
  readonly property: (subject: FilterSubject, property: string, value: string) => RuleJson;
}

/** Why a filter cannot be read; `at` counts characters from 0. */
export class FilterError extends Error {
  constructor(
    sentence: string,
    readonly at: number,
  ) {
    super(sentence);
    this.name = 'FilterError';
  }
}

export const never: RuleJson = { always: false };
/** A parent that stands for nothing: templates mark user-defined threats by it, and the tool never generates those. */
const noType = 'ROOT';
/** Deeper parentheses come from nobody. */
const deepest = 30;

interface Token {
  readonly kind: 'word' | 'text' | 'mark';
  readonly value: string;
  readonly at: number;
}

function tokensOf(filter: string): readonly Token[] {
  const pattern = /\s+|'([^']*)'|"([^"]*)"|[()]|[^\s()'"]+/gy;
  const tokens: Token[] = [];
  let at = 0;
  while (at < filter.length) {
    pattern.lastIndex = at;
    const found = pattern.exec(filter);
    if (!found) throw new FilterError('A quotation mark is not closed.', at);
    const [whole, single, double] = found;
    const quoted = single ?? double;
    if (quoted !== undefined) tokens.push({ kind: 'text', value: quoted.trim(), at });
    else if (whole === '(' || whole === ')') tokens.push({ kind: 'mark', value: whole, at });
    else if (whole.trim() !== '') tokens.push({ kind: 'word', value: whole, at });
    at += whole.length;
  }
  return tokens;
}

class FilterParser {
  #next = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly names: FilterNames,
  ) {}

  whole(): RuleJson {
    const rule = this.expression(0);
    const rest = this.tokens[this.#next];
    if (rest) throw new FilterError(`"${rest.value}" is not expected here.`, rest.at);
    return rule;
  }

  private expression(depth: number): RuleJson {
    if (depth > deepest) throw new FilterError('The parentheses are nested too deeply.', this.position());
    let rule = this.term(depth);
    for (;;) {
      const joint = this.word('and') ? 'all' : this.word('or') ? 'any' : undefined;
      if (!joint) return rule;
      const right = this.term(depth);
      const before = rule[joint];
      // A run of one connective is one list, so that a long filter is not a deep rule.
      rule = { [joint]: [...(Array.isArray(before) ? (before as RuleJson[]) : [rule]), right] };
    }
  }

  private term(depth: number): RuleJson {
    if (this.word('not')) return { not: this.term(depth + 1) };
    if (this.mark('(')) {
      const rule = this.expression(depth + 1);
      if (!this.mark(')')) throw new FilterError('A parenthesis is not closed.', this.position());
      // Kept apart from a run around it: joined lists would regroup it.
      return { all: [rule] };
    }
    return this.test();
  }

  private test(): RuleJson {
    const token = this.tokens[this.#next];
    if (token?.kind !== 'word') throw new FilterError('A test is missing.', this.position());
    this.#next += 1;
    const [name = '', ...rest] = token.value.split('.');
    const subject = (['source', 'target', 'flow'] as const).find((each) => each === name.toLowerCase());
    if (!subject) throw new FilterError(`"${token.value}" is neither source, target nor flow.`, token.at);
    if (rest.length === 0 && this.word('crosses')) {
      return this.typed(this.text(), 'boundary', (types) => ({ crosses: types }));
    }
    if (!this.word('is')) throw new FilterError('"is" or "crosses" is missing.', this.position());
    const value = this.text();
    if (rest.length > 0) return this.names.property(subject, rest.join('.'), value);
    return this.typed(value, subject, (types) => ({ is: subject, of: types }));
  }

  private typed(
    stencil: string,
    subject: FilterSubject | 'boundary',
    rule: (types: readonly string[]) => RuleJson,
  ): RuleJson {
    const types = stencil.toUpperCase() === noType ? [] : this.names.types(stencil, subject);
    return types.length > 0 ? rule(types) : never;
  }

  private text(): string {
    const token = this.tokens[this.#next];
    if (token?.kind !== 'text')
      throw new FilterError('A name in quotation marks is missing.', this.position());
    this.#next += 1;
    return token.value;
  }

  private word(word: string): boolean {
    const token = this.tokens[this.#next];
    const is = token?.kind === 'word' && token.value.toLowerCase() === word;
    if (is) this.#next += 1;
    return is;
  }

  private mark(mark: '(' | ')'): boolean {
    const token = this.tokens[this.#next];
    const is = token?.kind === 'mark' && token.value === mark;
    if (is) this.#next += 1;
    return is;
  }

  private position(): number {
    return this.tokens[this.#next]?.at ?? (this.tokens.at(-1)?.at ?? 0) + 1;
  }
}

/** Undefined when the filter is empty. Throws FilterError. */
export function parseFilter(filter: string, names: FilterNames): RuleJson | undefined {
  if (filter.length > 50_000) throw new FilterError('The filter is too long.', 0);
  const tokens = tokensOf(filter);
  return tokens.length === 0 ? undefined : unwrapped(new FilterParser(tokens, names).whole());
}

/** Parentheses around one thing say nothing once everything is read. */
function unwrapped(rule: RuleJson): RuleJson {
  const { all, any, not } = rule;
  if (Array.isArray(all)) {
    const [first, ...rest] = all as RuleJson[];
    if (first && rest.length === 0) return unwrapped(first);
    return { all: (all as RuleJson[]).map(unwrapped) };
  }
  if (Array.isArray(any)) return { any: (any as RuleJson[]).map(unwrapped) };
  if (typeof not === 'object' && not !== null) return { not: unwrapped(not as RuleJson) };
  return rule;
}
