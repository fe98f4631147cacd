/** The words of advice: efforts, where work stands, how a threat is answered. */
import type { MitigationAdvice } from '../../../core/advice/story-advice';
import type { Effort } from '../../../core/advice/pace';
import type { Protection } from '../../../core/advice/protection';
import { counted, points } from '../../../ui/words';

/** The last part of an iteration's path: the sprint as people call it. The root alone is the backlog. */
export function iterationName(path: string): string {
  const parts = path.split('\\');
  return parts.length > 1 ? (parts[parts.length - 1] ?? path) : 'no sprint';
}

export function effortWords(effort: Effort): string {
  switch (effort.kind) {
    case 'unknown':
      return 'effort not estimated';
    case 'points':
      return counted(effort.points, 'story point');
    case 'hours':
      return effort.fromPoints === undefined
        ? `${points(effort.hours)} h of work`
        : `about ${points(effort.hours)} h (${counted(effort.fromPoints, 'story point')})`;
  }
}

/** "2026-03-01". */
export const dayOf = (instant: string): string => instant.slice(0, 10);

export function protectionWords(protection: Protection): string {
  switch (protection.kind) {
    case 'protected':
      return 'Protected';
    case 'accepted':
      return `Accepted by ${protection.by.by} until ${dayOf(protection.by.until)}`;
    case 'open-work':
      return 'Work is open';
    case 'nothing':
      return 'Nothing in place';
  }
}

/** Can all that is missing be brought into a sprint? What is hidden from this person cannot. */
export const isBringable = ({ missing }: Pick<MitigationAdvice, 'missing'>): boolean =>
  missing.length > 0 && missing.every(({ standing }) => standing.kind !== 'unseen');
