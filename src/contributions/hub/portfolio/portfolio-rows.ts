/** Which rows of the portfolio are shown, in which order. Pure. */
import type { PortfolioRow } from '../../../app/read-portfolio';
import { mostUrgentFirst, needOf } from '../../../core/portfolio/attention';
import { overTarget } from '../../../core/risk/target';
import type { Option } from '../../../ui/words';

const shows = ['all', 'reviews', 'over-target', 'undecided', 'not-approved'] as const;
export type Show = (typeof shows)[number];

const showWords: Readonly<Record<Show, string>> = {
  all: 'All models',
  reviews: 'A review is due',
  'over-target': 'Over their target',
  undecided: 'Undecided threats',
  'not-approved': 'Not approved',
};
export const showOptions: readonly Option<Show>[] = shows.map((value) => ({
  value,
  label: showWords[value],
}));
export const asShow = (text: string | undefined): Show => shows.find((each) => each === text) ?? 'all';

const passes: Readonly<Record<Show, (row: PortfolioRow) => boolean>> = {
  all: () => true,
  reviews: ({ entry }) => ['asked', 'riskier', 'unproven'].includes(needOf(entry)),
  'over-target': ({ entry }) => overTarget(entry) > 0,
  undecided: ({ entry }) => entry.undecided > 0,
  'not-approved': ({ entry }) => entry.review.kind !== 'approved' && !entry.notNeeded,
};

/** `text`: each of its words stands in the name of the model or of its project. */
export function shownRows(
  rows: readonly PortfolioRow[],
  { show, text }: { readonly show: Show; readonly text: string },
): readonly PortfolioRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return mostUrgentFirst(rows).filter((row) => {
    const name = `${row.project} ${row.entry.name}`.toLowerCase();
    return passes[show](row) && words.every((word) => name.includes(word));
  });
}
