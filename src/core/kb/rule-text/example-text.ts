/**
 * The text form of an example, a line for each thing of the small model:
 *
 *     Browser is external
 *     Orders is web-api with personal-accounts = no, rows = 5
 *     Browser -> Orders
 *     Pay: Browser -> Orders is https with encrypted = no
 *     boundary Internet is internet-boundary around Browser
 *     system with audience = public
 *
 * Names and values that hold a mark or one of the words is, with, around stand in quotation marks.
 */
import type { ExampleModel } from '../example-model';
import type { EntityType } from '../package';
import type { RuleTextError } from './parse-rule';

export type ExampleReading =
  | { readonly kind: 'model'; readonly model: ExampleModel }
  | { readonly kind: 'error'; readonly error: RuleTextError };

type ElementKind = ExampleModel['elements'][number]['kind'];
const plainKinds: readonly ElementKind[] = ['process', 'store', 'external'];
const kindOfBase: Readonly<Partial<Record<EntityType['base'], ElementKind | 'flow' | 'boundary'>>> = {
  process: 'process',
  'data-store': 'store',
  'external-interactor': 'external',
  'data-flow': 'flow',
  'trust-boundary': 'boundary',
};

interface Token {
  readonly kind: 'text' | 'mark' | 'end';
  readonly value: string;
  readonly at: number;
}
class Unexpected extends Error {
  constructor(
    readonly at: number,
    readonly sentence: string,
    readonly expected: readonly string[] = [],
  ) {
    super(sentence);
  }
}

const keywords: ReadonlySet<string> = new Set(['is', 'with', 'around']);
const piece = /"((?:[^"\\]|\\.)*)"|->|[:,=]|(?:(?!->)[^\s:,="])+|(")/y;

/** Words that stand beside one another are one name. */
function tokensOf(line: string): readonly Token[] {
  const tokens: Token[] = [];
  let open: Token | undefined;
  const close = () => {
    if (open) tokens.push(open);
    open = undefined;
  };
  for (let at = 0; at < line.length;) {
    piece.lastIndex = at;
    const [whole, quoted, stray] = piece.exec(line) ?? [];
    if (whole === undefined) {
      at += 1;
      continue;
    }
    if (stray !== undefined) throw new Unexpected(at, 'A quotation mark is not closed.');
    if (quoted !== undefined) {
      close();
      tokens.push({ kind: 'text', value: quoted.replace(/\\(.)/g, '$1'), at });
    } else if (/^(->|[:,=])$/.test(whole) || keywords.has(whole)) {
      close();
      tokens.push({ kind: 'mark', value: whole, at });
    } else open = open ? { ...open, value: `${open.value} ${whole}` } : { kind: 'text', value: whole, at };
    at += whole.length;
  }
  close();
  return [...tokens, { kind: 'end', value: '', at: line.trimEnd().length }];
}

interface Draft {
  readonly elements: ExampleModel['elements'][number][];
  readonly flows: ExampleModel['flows'][number][];
  readonly boundaries: NonNullable<ExampleModel['boundaries']>[number][];
  properties: Readonly<Record<string, string>> | undefined;
  /** Names that a flow or boundary uses, each with its place. */
  readonly used: { readonly name: string; readonly line: number; readonly at: number }[];
}

class LineParser {
  #next = 0;
  readonly #tokens: readonly Token[];

  constructor(
    line: string,
    private readonly number: number,
    private readonly types: ReadonlyMap<string, EntityType>,
  ) {
    this.#tokens = tokensOf(line);
  }

  read(draft: Draft): void {
    const [first, second] = this.#tokens;
    if (!first || first.kind === 'end') return;
    if (first.value === 'system' && second?.value === 'with') this.system(draft);
    else if (/^boundary /.test(first.value) || (first.value === 'boundary' && second?.kind === 'text'))
      this.boundary(draft);
    else if (this.#tokens.some(({ kind, value }) => kind === 'mark' && value === '->')) this.flow(draft);
    else this.element(draft);
    if (this.token.kind !== 'end') throw this.unexpected('the end of the line');
  }

  private get token(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', value: '', at: 0 };
  }

  private unexpected(...expected: readonly string[]): Unexpected {
    const { kind, value, at } = this.token;
    const what = kind === 'end' ? 'The line ends here' : `"${value.slice(0, 60)}" is not expected here`;
    return new Unexpected(at, `${what}: ${expected.join(' or ')} is expected.`, expected);
  }

  private text(what: string): Token {
    const { token } = this;
    if (token.kind !== 'text') throw this.unexpected(what);
    this.#next += 1;
    return token;
  }

  private takes(mark: string): boolean {
    if (this.token.kind !== 'mark' || this.token.value !== mark) return false;
    this.#next += 1;
    return true;
  }

  private needs(mark: string): void {
    if (!this.takes(mark)) throw this.unexpected(`"${mark}"`);
  }

  private system(draft: Draft): void {
    this.#next = 2;
    draft.properties = { ...draft.properties, ...this.pairs() };
  }

  private element(draft: Draft): void {
    const name = this.text('a name').value;
    this.needs('is');
    const said = this.text('a kind of thing');
    const plain = plainKinds.find((each) => each === said.value);
    const kind = plain ?? this.kindOf(said);
    if (kind === 'flow' || kind === 'boundary')
      throw new Unexpected(said.at, `"${said.value}" is no kind of element.`, plainKinds);
    draft.elements.push({ name, kind, ...(plain ? {} : { type: said.value }), ...this.properties() });
  }

  private flow(draft: Draft): void {
    let source = this.text('a name');
    let name = '';
    if (this.takes(':')) {
      name = source.value;
      source = this.text('the name of an element');
    }
    this.needs('->');
    const target = this.text('the name of an element');
    for (const each of [source, target]) this.use(draft, each);
    const type = this.takes('is') ? this.typed('flow') : {};
    draft.flows.push({ name, source: source.value, target: target.value, ...type, ...this.properties() });
  }

  private boundary(draft: Draft): void {
    const first = this.text('a name');
    const name =
      first.value === 'boundary' ? this.text('a name').value : first.value.slice('boundary '.length);
    const type = this.takes('is') ? this.typed('boundary') : {};
    this.needs('around');
    const holds: string[] = [];
    do {
      const held = this.text('the name of an element');
      this.use(draft, held);
      holds.push(held.value);
    } while (this.takes(','));
    draft.boundaries.push({ name, ...type, holds, ...this.properties() });
  }

  private use(draft: Draft, { value, at }: Token): void {
    draft.used.push({ name: value, line: this.number, at });
  }

  private typed(wanted: 'flow' | 'boundary'): { readonly type: string } {
    const said = this.text('a kind of thing');
    if (this.kindOf(said) !== wanted)
      throw new Unexpected(
        said.at,
        `"${said.value}" is no kind of ${wanted === 'flow' ? 'data flow' : 'boundary'}.`,
      );
    return { type: said.value };
  }

  private kindOf({ value, at }: Token): ElementKind | 'flow' | 'boundary' {
    const type = this.types.get(value);
    const kind = type && kindOfBase[type.base];
    if (!kind) throw new Unexpected(at, `There is no entity type "${value.slice(0, 60)}".`, plainKinds);
    return kind;
  }

  private properties(): { readonly properties?: Readonly<Record<string, string>> } {
    return this.takes('with') ? { properties: this.pairs() } : {};
  }

  private pairs(): Readonly<Record<string, string>> {
    const pairs: [string, string][] = [];
    do {
      const name = this.text('the name of a property').value;
      this.needs('=');
      pairs.push([name, this.text('a value').value]);
    } while (this.takes(','));
    return Object.fromEntries(pairs);
  }
}

/** `types`: the entity types that the package knows. Never throws. O(text). */
export function parseExampleText(text: string, types: readonly EntityType[]): ExampleReading {
  const byId = new Map(types.map((type) => [type.id, type]));
  const draft: Draft = { elements: [], flows: [], boundaries: [], properties: undefined, used: [] };
  const lines = text.split('\n');
  let number = 0;
  const error = ({ at, sentence, expected }: Unexpected): ExampleReading => {
    const before = lines.slice(0, number - 1).join('\n').length + (number > 1 ? 1 : 0);
    return { kind: 'error', error: { line: number, column: at + 1, at: before + at, sentence, expected } };
  };
  try {
    for (const line of lines) {
      number += 1;
      new LineParser(line, number, byId).read(draft);
    }
    const names = draft.elements.map(({ name }) => name);
    for (const { name, line, at } of draft.used) {
      number = line;
      if (!names.includes(name))
        throw new Unexpected(at, `No line says what "${name.slice(0, 60)}" is.`, names);
    }
  } catch (problem) {
    if (problem instanceof Unexpected) return error(problem);
    throw problem;
  }
  const { elements, flows, boundaries, properties } = draft;
  return {
    kind: 'model',
    model: {
      elements,
      flows,
      ...(boundaries.length > 0 ? { boundaries } : {}),
      ...(properties ? { properties } : {}),
    },
  };
}

const written = (text: string): string =>
  text === '' ||
  text !== text.trim() ||
  /["\\:,=]|->|\s\s|[^\S ]/.test(text) ||
  /^(boundary|system)\b/.test(text) ||
  text.split(' ').some((word) => keywords.has(word))
    ? `"${text.replace(/["\\]/g, '\\$&')}"`
    : text;

const pairsText = (properties: Readonly<Record<string, string>> | undefined): string => {
  const pairs = Object.entries(properties ?? {}).map(
    ([name, value]) => `${written(name)} = ${written(value)}`,
  );
  return pairs.length > 0 ? ` with ${pairs.join(', ')}` : '';
};

/** The text that parseExampleText reads as this model. Names hold no line breaks. */
export function printExample({ elements, flows, boundaries = [], properties }: ExampleModel): string {
  const typeText = (type: string | undefined) => (type === undefined ? '' : ` is ${written(type)}`);
  return [
    ...elements.map(
      ({ name, kind, type, properties: own }) =>
        `${written(name)} is ${written(type ?? kind)}${pairsText(own)}`,
    ),
    ...flows.map(({ name, source, target, type, properties: own }) => {
      const label = name === '' ? '' : `${written(name)}: `;
      return `${label}${written(source)} -> ${written(target)}${typeText(type)}${pairsText(own)}`;
    }),
    ...boundaries.map(
      ({ name, type, holds, properties: own }) =>
        `boundary ${written(name)}${typeText(type)} around ${holds.map(written).join(', ')}${pairsText(own)}`,
    ),
    ...(properties ? [`system${pairsText(properties)}`] : []),
  ].join('\n');
}
