/** What a schema found wrong, in the words of the person who writes the package. */
import type * as v from 'valibot';

const kinds: Readonly<Record<string, string>> = {
  string: 'This must be a text.',
  number: 'This must be a number.',
  boolean: 'This must be true or false.',
  integer: 'This must be a whole number.',
  array: 'This must be a list.',
  object: 'This must be an object.',
  strict_object: 'This must be an object.',
  record: 'This must be an object.',
};

/** The schema library writes `("a" | "b")`. */
const choices = (expected: string): string => expected.replace(/^\(|\)$/g, '').replaceAll(' | ', ', ');

function sentenceOfKind({ type, expected, received, input }: v.BaseIssue<unknown>): string | undefined {
  switch (type) {
    case 'strict_object':
      if (expected === 'never') return `Nothing is called ${received} here.`;
      return received === 'undefined' && expected?.startsWith('"') ? 'This is missing.' : kinds[type];
    case 'object':
      return received === 'undefined' && expected?.startsWith('"') ? 'This is missing.' : kinds[type];
    case 'max_length':
      return `There may be ${expected?.replace('<=', '') ?? ''} ${typeof input === 'string' ? 'characters' : 'entries'} here at most.`;
    case 'min_length':
      return `There must be ${expected?.replace('>=', '') ?? ''} ${typeof input === 'string' ? 'characters' : 'entries'} here at least.`;
    case 'picklist':
    case 'literal':
    case 'variant':
    case 'union':
      return expected ? `This must be one of: ${choices(expected)}.` : undefined;
    default:
      return kinds[type];
  }
}

/** Words that the schema itself has for a fault stay as they are. */
export function issueSentence(issue: v.BaseIssue<unknown>): string {
  return (issue.message.startsWith('Invalid ') ? sentenceOfKind(issue) : undefined) ?? issue.message;
}
