/** An example of a rule as the form holds it: a few lines of text that draw a small model. Pure. */
import type { Example, ExampleModel } from '../../core/kb/example-model';
import type { EntityType } from '../../core/kb/package';
import { parseExampleText, printExample } from '../../core/kb/rule-text/example-text';
import type { RuleTextError } from '../../core/kb/rule-text/parse-rule';
import { readExample } from '../../core/kb/run-examples';

export interface ExampleForm {
  readonly expect: Example['expect'];
  readonly because: string;
  readonly text: string;
  /** What the text says; undefined while it says nothing that can be drawn. */
  readonly model: ExampleModel | undefined;
}

/** A package may have at most this many for one threat (package schema). */
export const mostExamples = 20;

export function exampleForm(json: unknown): ExampleForm {
  const read = readExample(json);
  // One that cannot be read stands there empty: the form says what is missing, and it is written anew or removed.
  if (!read) return { expect: 'fires', because: '', text: '', model: undefined };
  return { ...read, text: printExample(read.model) };
}

/** As the package file has it; undefined while it cannot be drawn. */
export function exampleData({ expect, because, model }: ExampleForm): Example | undefined {
  return model && { expect, because, model };
}

export function withText(form: ExampleForm, text: string, types: readonly EntityType[]): ExampleForm {
  const reading = parseExampleText(text, types);
  const isDrawn = reading.kind === 'model' && reading.model.elements.length > 0;
  return { ...form, text, model: isDrawn ? reading.model : undefined };
}

/** What is wrong with the text, and where. */
export function textError({ text }: ExampleForm, types: readonly EntityType[]): RuleTextError | undefined {
  const reading = parseExampleText(text, types);
  if (reading.kind === 'error') return reading.error;
  if (reading.model.elements.length > 0) return undefined;
  const sentence = 'An example has at least one element, such as: Orders is process';
  return { line: 1, column: 1, at: 0, sentence, expected: [] };
}

const start = 'Browser is external\nOrders is process\nBrowser -> Orders';
/** What a new one begins with: the smallest system that has a data flow. */
export function newExample(expect: Example['expect'], types: readonly EntityType[]): ExampleForm {
  return withText({ expect, because: '', text: '', model: undefined }, start, types);
}
