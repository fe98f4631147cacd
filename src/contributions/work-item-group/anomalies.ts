/** What does not fit together on one story, in sentences; the same readings as the alignment rules of the hub. */
import { clausesWithoutThreat } from '../../core/clauses/without-threat';
import type { MitigationRow } from './item-threat';
import type { ClauseRow, LinkedThreat } from './story-picture';

export interface Anomalous {
  readonly clauses: readonly ClauseRow[];
  readonly loose: readonly LinkedThreat[];
  readonly iterationPath: string;
}

/** Long texts are told by their beginning: the whole stands further down. */
export function quoted(text: string): string {
  return `“${text.length <= 80 ? text : `${text.slice(0, 79)}…`}”`;
}

function* clauseAnomalies({ clauses, loose }: Anomalous): Generator<string> {
  const wholly = loose.filter(({ outcome }) => outcome === undefined);
  const whole = new Set(wholly.map(({ model, threat }) => `${model} ${threat.id}`)).size;
  const isNamed = ({ threats }: ClauseRow) => threats.length > 0;
  for (const { found } of clausesWithoutThreat(clauses, { isNamed, whole }))
    yield `The clause ${quoted(found.text)} has no threat behind it.`;
  for (const { found, threats } of clauses) {
    for (const { outcome, threat } of threats)
      if (outcome === 'drifted' && threat.status.kind !== 'not-applicable')
        yield `The clause ${quoted(found.text)} was reworded since ${quoted(threat.title)} was linked to it.`;
  }
  for (const { outcome, threat } of loose) {
    if (threat.status.kind === 'not-applicable') continue;
    if (outcome === 'gone') yield `The clause that ${quoted(threat.title)} was linked to is gone.`;
    else if (clauses.length === 0) yield `${quoted(threat.title)} is linked, but no clause speaks of it.`;
  }
}

/** The root of the iterations is where nobody planned yet. */
const isPlanned = (path: string): boolean => path.includes('\\');
const lastPart = (path: string): string => path.slice(path.lastIndexOf('\\') + 1);
const liesWithin = (path: string, parent: string): boolean =>
  path.toLowerCase() === parent.toLowerCase() || path.toLowerCase().startsWith(`${parent.toLowerCase()}\\`);

function* taskAnomalies({ title, tasks }: MitigationRow, iterationPath: string): Generator<string> {
  const alive = tasks.filter(({ seen }) => seen?.category !== 'Removed');
  if (tasks.length === 0) yield `${quoted(title)} has no Task yet.`;
  else if (alive.length === 0) yield `The Task of ${quoted(title)} was removed.`;
  if (!isPlanned(iterationPath)) return;
  for (const { number, seen } of alive) {
    if (!seen || seen.category === 'Completed' || liesWithin(seen.iterationPath, iterationPath)) continue;
    const where = isPlanned(seen.iterationPath) ? `is in ${lastPart(seen.iterationPath)}` : 'is in no sprint';
    yield `The story is in ${lastPart(iterationPath)}, its Task #${number} ${where}.`;
  }
}

/** One sentence each, clauses first; empty when all is well. */
export function storyAnomalies(story: Anomalous): readonly string[] {
  const sentences = [...clauseAnomalies(story)];
  const waiting = new Map<string, MitigationRow>();
  for (const row of [...story.clauses.flatMap(({ threats }) => threats), ...story.loose]) {
    if (!row.risk.applies) continue;
    for (const mitigation of row.mitigations) {
      const ruledOut = mitigation.status === 'rejected' || mitigation.status === 'not-applicable';
      if (mitigation.effect !== 'now' && !ruledOut) waiting.set(`${row.model} ${mitigation.id}`, mitigation);
    }
    if (row.mitigations.length === 0) sentences.push(`Nothing mitigates ${quoted(row.threat.title)}.`);
  }
  for (const mitigation of waiting.values())
    sentences.push(...taskAnomalies(mitigation, story.iterationPath));
  return [...new Set(sentences)];
}
