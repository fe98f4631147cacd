/** Runs the examples of a threat in place: small models at which its rule fires or stays silent. */
import * as v from 'valibot';
import { elementKinds, exampleModel } from './example-model';
import type { Example } from './example-model';
import { entryIn } from './knowledge-draft';
import { matchThreat } from './match-threat';
import type { KnowledgePackage, KnowledgeThreat } from './package';

const text = v.pipe(v.string(), v.maxLength(1000));
const properties = v.record(text, text);
const described = { name: text, type: v.exactOptional(text), properties: v.exactOptional(properties) };
const some = <S extends v.GenericSchema>(schema: S) => v.pipe(v.array(schema), v.maxLength(200));
const example = v.object({
  expect: v.picklist(['fires', 'silent']),
  because: text,
  model: v.object({
    elements: some(v.object({ ...described, kind: v.picklist(elementKinds) })),
    flows: some(v.object({ ...described, source: text, target: text })),
    boundaries: v.exactOptional(some(v.object({ ...described, holds: some(text) }))),
    properties: v.exactOptional(properties),
  }),
});

/** Undefined when it describes no model. */
export function readExample(json: unknown): Example | undefined {
  const parsed = v.safeParse(example, json);
  return parsed.success ? parsed.output : undefined;
}

export interface ExampleOutcome {
  readonly expect: 'fires' | 'silent';
  readonly because: string;
  /** `tentative`: only as a question; `broken`: the example describes no model. */
  readonly outcome: 'fires' | 'silent' | 'tentative' | 'broken';
  readonly holds: boolean;
}

/** An example of a package file is hostile, as everything in it is: one that does not hold is `broken`. Never throws. */
export function runExample(known: KnowledgePackage, threat: KnowledgeThreat, json: unknown): ExampleOutcome {
  const read = readExample(json);
  if (!read) return { expect: 'fires', because: 'It cannot be read.', outcome: 'broken', holds: false };
  const { expect, because, model } = read;
  let answers: readonly string[];
  try {
    answers = matchThreat(known, threat, exampleModel(model)).map(({ answer }) => answer);
  } catch {
    return { expect, because, outcome: 'broken', holds: false };
  }
  const outcome = answers.includes('yes') ? 'fires' : answers.length > 0 ? 'tentative' : 'silent';
  return { expect, because, outcome, holds: outcome === expect };
}

export interface FailedExample {
  readonly threat: KnowledgeThreat;
  readonly outcome: ExampleOutcome;
}

/**
 * Examples at which a rule of the package does otherwise than they say: those that people wrote into it, and those that
 * it came with. `shipped`: threat id -> its examples. O(examples), each on its own small model.
 */
export function failedExamples(
  known: KnowledgePackage,
  shipped: Readonly<Record<string, readonly unknown[]>>,
): readonly FailedExample[] {
  return known.threats.flatMap((threat) => {
    const own = entryIn(known.file, 'threats', threat.id)?.['examples'];
    const all = [...(shipped[threat.id] ?? []), ...(Array.isArray(own) ? (own as unknown[]) : [])];
    return all
      .map((each): FailedExample => ({ threat, outcome: runExample(known, threat, each) }))
      .filter(({ outcome }) => !outcome.holds);
  });
}
