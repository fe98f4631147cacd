/**
 * Reads the text form of a rule, such as `flow crosses trust-boundary and flow.encrypted = no`:
 *
 *     rule   = and { "or" and }            and = unary { "and" unary }
 *     unary  = "not" unary | "(" rule ")" | ("all" | "any") "(" [rule {"," rule}] ")" | "always" | "never" | test
 *     test   = subject "is" ["exactly"] names
 *            | subject "." property compare ["if" "unknown" ("yes" | "no")]
 *            | "flow" ("crosses" | "enters" | "leaves") ["at" "least" number] ("any" | names)
 *            | subject ("inside" | "carries" | "tagged") names
 *            | subject "has" ["at" "least" number] ("incoming" | "outgoing" | "any") "flow" ["where" unary]
 *     compare = ("=" | "!=" | "contains" | ">" | "<") value | "in" "(" [value {"," value}] ")" | "is" ("known" | "unknown")
 *     names  = name | "(" name {"," name} ")"
 *
 * Subjects are element, source, target, flow, peer and model. Names and values that are keywords or hold other
 * characters stand in quotation marks.
 */
import { deepestRule } from '../read-rule';
import { subjects } from '../rule';
import type { IfUnknown, PropertyTest, Rule, Subject } from '../rule';
import type { Position, Token } from './tokens';
import { longestText, positionOf, tokensOf } from './tokens';

export interface RuleTextError extends Position {
  /** UTF-16 code units from the beginning. */
  readonly at: number;
  /** What is wrong, as a sentence. */
  readonly sentence: string;
  /** What could stand there instead; empty where that is no matter of words. */
  readonly expected: readonly string[];
}
export type RuleTextReading =
  { readonly kind: 'rule'; readonly rule: Rule } | { readonly kind: 'error'; readonly error: RuleTextError };

/** What the text may name; absent = any name. Values are checked where the property lists them. */
export interface RuleVocabulary {
  readonly types: ReadonlySet<string>;
  /** Property -> its values; an empty list = any text. */
  readonly properties: ReadonlyMap<string, readonly string[]>;
}

/** Lists of a rule have at most this many members (package schema). */
const longestList = 500;

class Unexpected extends Error {
  constructor(
    readonly token: Pick<Token, 'at'>,
    readonly sentence: string,
    readonly expected: readonly string[] = [],
  ) {
    super(sentence);
  }
}

const shown = ({ kind, value }: Token) =>
  kind === 'end' ? 'The rule ends here' : `"${value.slice(0, 60)}" is not expected here`;
const operators = ['=', '!=', '<', '>', 'contains', 'in', 'is known', 'is unknown'];

class Parser {
  #next = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly vocabulary: RuleVocabulary | undefined,
  ) {}

  whole(): Rule {
    const rule = this.or(1);
    if (this.token.kind !== 'end') throw this.unexpected(['and', 'or', 'the end of the rule']);
    return rule;
  }

  private get token(): Token {
    return this.tokens[this.#next] ?? { kind: 'end', value: '', at: 0 };
  }

  private unexpected(expected: readonly string[]): Unexpected {
    const one =
      expected.length === 1 ? expected[0] : `${expected.slice(0, -1).join(', ')} or ${expected.at(-1)}`;
    return new Unexpected(this.token, `${shown(this.token)}: ${one} is expected.`, expected);
  }

  private is(word: string, ahead = 0): boolean {
    const token = this.tokens[this.#next + ahead];
    if (token?.kind !== 'word' && token?.kind !== 'mark') return false;
    return token.value.toLowerCase() === word;
  }

  private takes(word: string): boolean {
    const is = this.is(word);
    if (is) this.#next += 1;
    return is;
  }

  private need(word: string): void {
    if (!this.takes(word)) throw this.unexpected([`"${word}"`]);
  }

  private joined(joint: 'and' | 'or', operand: () => Rule): Rule {
    const start = this.token;
    const rules = [operand()];
    while (this.takes(joint)) rules.push(operand());
    const [first] = rules;
    if (first && rules.length === 1) return first;
    if (rules.length > longestList) throw tooLong(start);
    return { kind: joint === 'and' ? 'all' : 'any', rules };
  }

  /** `depth` bounds the recursion; how deep the rule itself is, is asked afterwards. */
  private or(depth: number): Rule {
    if (depth > 2 * deepestRule) throw tooDeep(this.token);
    return this.joined('or', () => this.joined('and', () => this.unary(depth)));
  }

  private unary(depth: number): Rule {
    if (depth > 2 * deepestRule) throw tooDeep(this.token);
    if (this.takes('not')) return { kind: 'not', rule: this.unary(depth + 1) };
    if (this.takes('(')) {
      const rule = this.or(depth + 1);
      if (!this.takes(')')) throw this.unexpected(['and', 'or', '")"']);
      return rule;
    }
    if (this.takes('always')) return { kind: 'always', value: true };
    if (this.takes('never')) return { kind: 'always', value: false };
    for (const kind of ['all', 'any'] as const)
      if (this.is(kind) && this.is('(', 1)) {
        this.#next += 1;
        return { kind, rules: this.list(() => this.or(depth + 1), 0) };
      }
    return this.test(depth);
  }

  /** Members between parentheses. */
  private list<T>(member: () => T, least: number): T[] {
    const start = this.token;
    this.need('(');
    const members: T[] = [];
    if (least === 0 && this.takes(')')) return members;
    do members.push(member());
    while (this.takes(','));
    if (!this.takes(')')) throw this.unexpected(['","', '")"']);
    if (members.length > longestList) throw tooLong(start);
    return members;
  }

  private text(what: string): string {
    const { token } = this;
    if (token.kind !== 'word' && token.kind !== 'quoted') throw this.unexpected([what]);
    this.#next += 1;
    return token.value;
  }

  private names(what: string): string[] {
    return this.is('(') ? this.list(() => this.text(what), 1) : [this.text(what)];
  }

  private types(): string[] {
    const named = () => {
      const { token } = this;
      const name = this.text('an entity type');
      const known = this.vocabulary?.types;
      if (known && !known.has(name))
        throw new Unexpected(token, `There is no entity type "${name.slice(0, 60)}".`, near(name, known));
      return name;
    };
    return this.is('(') ? this.list(named, 1) : [named()];
  }

  private test(depth: number): Rule {
    const { token } = this;
    const [head = ''] = token.kind === 'word' ? token.value.split('.', 1) : [];
    const subject = subjects.find((each) => each === head.toLowerCase());
    if (!subject) throw this.unexpected(['not', '"("', 'always', 'never', ...subjects]);
    this.#next += 1;
    if (token.value.length > head.length)
      return this.property(subject, token, token.value.slice(head.length + 1));
    if (this.takes('is')) {
      const exact = this.takes('exactly');
      return { kind: 'is', subject, types: this.types(), exact };
    }
    if (this.takes('inside')) return { kind: 'inside', subject, types: this.types() };
    if (this.takes('carries'))
      return { kind: 'carries', subject, classifications: this.names('a classification of data') };
    if (this.takes('tagged')) return { kind: 'tagged', subject, tags: this.names('a tag') };
    if (this.takes('has')) return this.exists(subject, depth);
    const crossing = subject === 'flow' ? this.crosses() : undefined;
    if (crossing) return crossing;
    const more = subject === 'flow' ? ['crosses', 'enters', 'leaves'] : [];
    throw this.unexpected(['is', 'inside', 'has', 'carries', 'tagged', ...more, `${subject}.property`]);
  }

  private atLeast(): number {
    if (!this.takes('at')) return 1;
    this.need('least');
    const { token } = this;
    const number = Number(this.text('a number'));
    if (!Number.isSafeInteger(number) || number < 1)
      throw new Unexpected(token, `${shown(token)}: a whole number from 1 is expected.`, ['a number']);
    return number;
  }

  private crosses(): Rule | undefined {
    const words = { crosses: 'any', enters: 'enter', leaves: 'exit' } as const;
    const word = (['crosses', 'enters', 'leaves'] as const).find((each) => this.takes(each));
    if (!word) return undefined;
    const min = this.atLeast();
    const types = this.takes('any') ? ('any' as const) : this.types();
    return { kind: 'crosses', types, direction: words[word], min };
  }

  private exists(subject: Subject, depth: number): Rule {
    const min = this.atLeast();
    const flows = (['incoming', 'outgoing', 'any'] as const).find((each) => this.takes(each));
    if (!flows) throw this.unexpected(['incoming', 'outgoing', 'any']);
    if (!this.takes('flows')) this.need('flow');
    const where = this.takes('where') ? this.unary(depth + 1) : undefined;
    return { kind: 'exists', flows: flows === 'any' ? 'flow' : flows, subject, where, min };
  }

  private property(subject: Subject, token: Token, rest: string): Rule {
    // `flow."name with blanks"`: the dot ends the word, and the name follows in quotation marks.
    const property = rest === '' ? this.text('the name of a property') : rest;
    const known = this.vocabulary?.properties;
    const values = known?.get(property);
    if (known && !values) {
      const at = token.at + (rest === '' ? 0 : token.value.length - rest.length);
      throw new Unexpected(
        { at },
        `There is no property "${property.slice(0, 60)}".`,
        near(property, known.keys()),
      );
    }
    const test = this.compare(values ?? []);
    return { kind: 'property', subject, property, test, ifUnknown: this.ifUnknown() };
  }

  private value(values: readonly string[]): string {
    const { token } = this;
    const value = this.text('a value');
    if (values.length > 0 && !values.includes(value))
      throw new Unexpected(
        token,
        `"${value.slice(0, 60)}" is no value of this property.`,
        values.slice(0, 20),
      );
    return value;
  }

  private limit(): number {
    const { token } = this;
    const text = this.text('a number');
    const number = Number(text);
    if (text.trim() === '' || Number.isNaN(number))
      throw new Unexpected(token, `${shown(token)}: a number is expected.`, ['a number']);
    return number;
  }

  private compare(values: readonly string[]): PropertyTest {
    if (this.takes('=')) return { kind: 'equals', value: this.value(values) };
    if (this.takes('!=')) return { kind: 'differs', value: this.value(values) };
    if (this.takes('contains')) return { kind: 'contains', value: this.text('a value') };
    if (this.takes('>')) return { kind: 'above', limit: this.limit() };
    if (this.takes('<')) return { kind: 'below', limit: this.limit() };
    if (this.takes('in')) return { kind: 'one-of', values: this.list(() => this.value(values), 0) };
    if (!this.takes('is')) throw this.unexpected(operators);
    if (this.takes('known')) return { kind: 'known', expected: true };
    if (this.takes('unknown')) return { kind: 'known', expected: false };
    throw this.unexpected(['known', 'unknown']);
  }

  private ifUnknown(): IfUnknown {
    if (!this.takes('if')) return 'ask';
    this.need('unknown');
    if (this.takes('yes')) return 'match';
    if (this.takes('no')) return 'no-match';
    throw this.unexpected(['yes', 'no']);
  }
}

const tooDeep = (token: Pick<Token, 'at'>) =>
  new Unexpected(token, `The rule is nested deeper than ${deepestRule}.`);
const tooLong = (token: Token) => new Unexpected(token, `This list has more than ${longestList} members.`);

/** Names that begin alike or contain what was typed: at most five. */
function near(name: string, known: Iterable<string>): readonly string[] {
  const typed = name.toLowerCase();
  const alike = [...known].filter((each) => {
    const other = each.toLowerCase();
    return other.includes(typed) || typed.includes(other) || other.slice(0, 3) === typed.slice(0, 3);
  });
  // Plain names first: `package:id` says the same at greater length.
  const isLong = (each: string) => Number(each.includes(':'));
  return alike.sort((a, b) => isLong(a) - isLong(b) || (a < b ? -1 : 1)).slice(0, 5);
}

/** How deep the nodes are nested; a single test is 1. Rules of the parser are shallow enough for recursion. */
function depthOf(rule: Rule): number {
  if (rule.kind === 'all' || rule.kind === 'any')
    return 1 + rule.rules.reduce((most, each) => Math.max(most, depthOf(each)), 0);
  if (rule.kind === 'not') return 1 + depthOf(rule.rule);
  return 1 + (rule.kind === 'exists' && rule.where ? depthOf(rule.where) : 0);
}

function parse(text: string, vocabulary: RuleVocabulary | undefined): Rule {
  if (text.length > longestText)
    throw new Unexpected({ at: longestText }, `A rule has at most ${longestText} characters.`);
  const { tokens, stray } = tokensOf(text);
  if (stray !== undefined) {
    const sentence =
      text.charAt(stray) === '"'
        ? 'This quotation mark is not closed, or a backslash stands before something else than ", \\, n or t.'
        : `The character "${text.charAt(stray)}" has no meaning in a rule.`;
    throw new Unexpected({ at: stray }, sentence);
  }
  const rule = new Parser(tokens, vocabulary).whole();
  if (depthOf(rule) > deepestRule) throw tooDeep({ at: 0 });
  return rule;
}

/** The rule, or the first thing that is wrong with its place. Never throws, whatever the text holds. */
export function parseRuleText(text: string, vocabulary?: RuleVocabulary): RuleTextReading {
  try {
    return { kind: 'rule', rule: parse(text, vocabulary) };
  } catch (error) {
    if (!(error instanceof Unexpected)) throw error;
    const { token, sentence, expected } = error;
    return { kind: 'error', error: { at: token.at, ...positionOf(text, token.at), sentence, expected } };
  }
}
