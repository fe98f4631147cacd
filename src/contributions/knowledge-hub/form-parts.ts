/** What forms make of the JSON of an entry, and of what people type. Pure. */

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
export const listIn = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : [];
export const textsIn = (value: unknown): readonly string[] => listIn(value).map(text);

const apart = (typed: string, separator: string): readonly string[] =>
  typed
    .split(separator)
    .map((each) => each.trim())
    .filter((each) => each !== '');
/** Ids or words that stand apart by commas. */
export const namesIn = (typed: string): readonly string[] => apart(typed, ',');
/** One thing on each line. */
export const linesIn = (typed: string): readonly string[] => apart(typed, '\n');

/** As the choice of a form says it; 2 is what an entry that says none has. */
export const levelText = (level: unknown): '1' | '2' | '3' => (level === 1 ? '1' : level === 3 ? '3' : '2');
