/** What the form shows of a story: its clauses with the threats behind them, and what does not fit together. Pure. */
import type { FormItem } from '../../app/work-item-form';
import type { WorkItemReading } from '../../app/read-work-item';
import type { FoundClause, StoryText } from '../../core/clauses/clause';
import { findClauses } from '../../core/clauses/find-clauses';
import type { ClauseOutcome, StoredClause } from '../../core/clauses/match-clauses';
import { matchClauses } from '../../core/clauses/match-clauses';
import type { ClauseId } from '../../core/model/ids';
import { storyAnomalies } from './anomalies';
import { assessItem, threatRow } from './item-threat';
import type { ItemAssessment, ThreatRow } from './item-threat';

export interface LinkedThreat extends ThreatRow {
  readonly clause: ClauseId | undefined;
  /** How the linked clause was found again; undefined = the link names none. */
  readonly outcome: ClauseOutcome['kind'] | undefined;
}
export interface ClauseRow {
  readonly found: FoundClause;
  readonly threats: readonly LinkedThreat[];
}
export interface StoryPicture {
  readonly clauses: readonly ClauseRow[];
  /** Linked to the story as a whole, or to a clause that is gone; worst first. */
  readonly loose: readonly LinkedThreat[];
  /** Sentences about what does not fit together; empty = all is well. */
  readonly anomalies: readonly string[];
  /** Risk points of the linked threats, each threat once. */
  readonly inherent: number;
  readonly current: number;
  /** Threats that are linked and not shown here. */
  readonly more: number;
}

interface Found {
  readonly row: LinkedThreat;
  readonly found: FoundClause | undefined;
}

const sameWords = ({ field, ordinal, hash }: StoredClause): string => `${field} ${ordinal} ${hash}`;

/**
 * Each model recognises its clauses by itself: two models may well speak of the same one. Clauses that no link names
 * are left out, and twins of one model count as one, since either would claim the words of a linked clause.
 */
function linksOf(
  assessed: ItemAssessment,
  reading: WorkItemReading,
  clauses: readonly FoundClause[],
): Found[] {
  const { model } = assessed.item;
  const links = assessed.index.linksOfStory(reading.id);
  const clauseOf = (id: ClauseId | undefined) => id && model.clause.get(id);
  const stored = new Map(
    links.flatMap((link) => clauseOf(link.clause) ?? []).map((each) => [sameWords(each), each]),
  );
  const { matches } = matchClauses([...stored.values()], clauses);
  const outcomes = new Map(matches.map(({ stored: each, outcome }) => [sameWords(each), outcome]));
  return links.flatMap((link): Found[] => {
    const row = threatRow(assessed, reading, { threat: link.threat, link: link.id });
    if (!row) return [];
    const clause = clauseOf(link.clause);
    const outcome = link.clause && ((clause && outcomes.get(sameWords(clause))) ?? { kind: 'gone' as const });
    const found = outcome && outcome.kind !== 'gone' ? outcome.found : undefined;
    return [{ row: { ...row, clause: link.clause, outcome: outcome?.kind }, found }];
  });
}

const worstFirst = (a: ThreatRow, b: ThreatRow): number =>
  b.risk.current - a.risk.current || b.risk.inherent - a.risk.inherent;

function riskOf(links: readonly Found[]): { readonly inherent: number; readonly current: number } {
  const threats = new Map(links.map(({ row }) => [`${row.model} ${row.threat.id}`, row.risk]));
  let [inherent, current] = [0, 0];
  for (const risk of threats.values()) {
    inherent += risk.inherent;
    current += risk.current;
  }
  return { inherent, current };
}

/** Only clauses that are written as such; an ordinary "without" is nobody's requirement yet. */
export function explicitClauses(text: StoryText): readonly FoundClause[] {
  return findClauses(text).filter((clause) => clause.kind === 'explicit');
}

/** `item` with what is typed and not saved; `reading` as stored. */
export function storyPicture(item: FormItem, reading: WorkItemReading): StoryPicture {
  const found = explicitClauses(item.text);
  const links = reading.models.flatMap((model) => linksOf(assessItem(model, reading), reading, found));
  const rowsOf = (clause: FoundClause | undefined) =>
    links
      .filter((each) => each.found === clause)
      .map(({ row }) => row)
      .sort(worstFirst);
  const clauses = found.map((clause) => ({ found: clause, threats: rowsOf(clause) }));
  const loose = rowsOf(undefined);
  return {
    clauses,
    loose,
    anomalies: storyAnomalies({ clauses, loose, iterationPath: item.iterationPath }),
    ...riskOf(links),
    more: reading.models.reduce((sum, model) => sum + model.more, 0),
  };
}
