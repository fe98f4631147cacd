/** The text of docs/clause-detection.md, out of the figures. */
import { exactOf, f1Of, measure, precisionOf, recallOf } from './clause-figures';
import type { Counts, Figures, LabelledStory } from './clause-figures';
import firstSight from './first-sight.json';

const languages: readonly (readonly [string, string])[] = [
  ['en', 'English'],
  ['de', 'German'],
  ['fr', 'French'],
  ['es', 'Spanish'],
  ['it', 'Italian'],
];
const three = (share: number): string => share.toFixed(3);
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

function figuresRow(name: string, stories: { readonly length: number }, figures: Counts): string {
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
  const hard = stories.filter(({ id }) => /-h\d+-/.test(id));
  return [
    row(['', 'stories', 'clauses', 'missed', 'wrong', 'precision', 'recall', 'F1', 'exact text']),
    row(Array.from({ length: 9 }, () => '---')),
    ...parts,
    figuresRow('All', stories, measure(stories, kind)),
    figuresRow('Of these the hard ones', hard, measure(hard, kind)),
  ];
}

/** What the engine of that day found in stories that were written and labelled before it had seen them. */
function firstSightTable(kind: 'explicit' | 'suggested'): readonly string[] {
  const sum = (read: (each: (typeof firstSight)[number]) => number): number =>
    firstSight.reduce((total, each) => total + read(each), 0);
  const all = {
    hits: sum((each) => each[kind].hits),
    exact: sum((each) => each[kind].exact),
    missed: sum((each) => each[kind].missed),
    wrong: sum((each) => each[kind].wrong),
  };
  return [
    row(['', 'stories', 'clauses', 'missed', 'wrong', 'precision', 'recall', 'F1', 'exact text']),
    row(Array.from({ length: 9 }, () => '---')),
    ...firstSight.map((each) => figuresRow(each.file, { length: each.stories }, each[kind])),
    figuresRow('All', { length: sum(({ stories }) => stories) }, all),
  ];
}

const list = ({ misses }: Figures): readonly string[] =>
  misses.length === 0 ? ['None.'] : misses.map((each) => `- ${each}`);

export function detectionPage(stories: readonly LabelledStory[]): string {
  return [
    '# How well WITHOUT clauses are found',
    '',
    'Written by `npm run clause-detection`, and checked by the tests: every figure is counted from the stories in `tests/corpus/clauses`, written and labelled for the project. They mix HTML and Markdown, clauses in several fields, several clauses in one story, keywords that formatting splits, labels over lists and tables, "without" as an ordinary word, names, code and quotations. The engine names none of them: it works with lists of words that are general for a language, which grew with the stories; how it does on stories that it has never met is in [At first sight](#at-first-sight).',
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
    '## At first sight',
    '',
    `These sets of hard stories (${String(firstSight.length)} of them) were written and labelled before the engine met them, and measured once, by the engine of that day, before anything was changed for them. Afterwards the engine was mended in general and the set joined the stories above, so each row is about a better engine than the one before it, and the last rows say what to expect of a backlog that nobody has looked at. The first six were written to be harder than most: turns of phrase that no list is likely to have. The others are as varied, in words that teams use. The row of hard-11 is as it was measured; four of its labels called explicit what this page calls suggested (“Ohne dass …” in small letters at the start of a line), and were put right afterwards.`,
    '',
    'Explicit:',
    '',
    ...firstSightTable('explicit'),
    '',
    'Suggested:',
    '',
    ...firstSightTable('suggested'),
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
