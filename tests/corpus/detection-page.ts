/** The text of docs/clause-detection.md, out of the figures. */
import { exactOf, f1Of, measure, precisionOf, recallOf } from './clause-figures';
import type { Figures, LabelledStory } from './clause-figures';

const languages: readonly (readonly [string, string])[] = [
  ['en', 'English'],
  ['de', 'German'],
  ['fr', 'French'],
  ['es', 'Spanish'],
  ['it', 'Italian'],
];
const three = (share: number): string => share.toFixed(3);
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

function figuresRow(name: string, stories: readonly LabelledStory[], figures: Figures): string {
  const { hits, missed, wrong } = figures;
  return row([
    name,
    stories.length,
    hits + missed,
    missed,
    wrong,
    three(precisionOf(figures)),
    three(recallOf(figures)),
    three(f1Of(figures)),
    three(exactOf(figures)),
  ]);
}

function table(stories: readonly LabelledStory[], kind: 'explicit' | 'suggested'): readonly string[] {
  const parts = languages.map(([prefix, name]) => {
    const own = stories.filter(({ id }) => id.startsWith(prefix));
    return figuresRow(name, own, measure(own, kind));
  });
  const late = stories.filter(({ id }) => id.includes('-late-'));
  return [
    row(['', 'stories', 'clauses', 'missed', 'wrong', 'precision', 'recall', 'F1', 'exact text']),
    row(Array.from({ length: 9 }, () => '---')),
    ...parts,
    figuresRow('All', stories, measure(stories, kind)),
    figuresRow('Of these the latest', late, measure(late, kind)),
  ];
}

const list = ({ misses }: Figures): readonly string[] =>
  misses.length === 0 ? ['None.'] : misses.map((each) => `- ${each}`);

export function detectionPage(stories: readonly LabelledStory[]): string {
  return [
    '# How well WITHOUT clauses are found',
    '',
    'Written by `npm run clause-detection`, and checked by the tests: every figure is counted from the stories in `tests/corpus/clauses`, written and labelled for the project. They mix HTML and Markdown, clauses in several fields, several clauses in one story, keywords that formatting splits, labels over lists and tables, "without" as an ordinary word, names, code and quotations. The engine knows none of them: it works with lists of words that are general for a language. The latest stories were labelled after the engine was last changed, and it was not changed for them.',
    '',
    'A clause counts as found when it stands in the field of its label and shares at least half of the words; "exact text" is the share of the found ones whose text is the very one of the label.',
    '',
    '## Explicit clauses',
    '',
    'The keyword in capitals, or as a label. They are requirements without anybody asking.',
    '',
    ...table(stories, 'explicit'),
    '',
    '## Suggested clauses',
    '',
    'Ordinary lower case, with an outcome that nobody wants for the sake of security or privacy. They are only offered to a person, so a wrong one costs more than a missed one.',
    '',
    ...table(stories, 'suggested'),
    '',
    '## Where it errs',
    '',
    'Explicit:',
    '',
    ...list(measure(stories, 'explicit')),
    '',
    'Suggested:',
    '',
    ...list(measure(stories, 'suggested')),
    '',
  ].join('\n');
}
