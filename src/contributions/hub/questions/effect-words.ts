/** What an answer did to the threats, in one sentence. */
import type { ThreatChange } from '../../../core/kb/plan-threats';

/** More names than that are counted. */
const named = 3;

function list(what: string, titles: readonly string[]): string {
  if (titles.length === 0) return '';
  const rest = titles.length - named;
  const names = titles
    .slice(0, named)
    .map((title) => `“${title}”`)
    .join(', ');
  return `${what}: ${names}${rest > 0 ? ` and ${rest} more` : ''}.`;
}

export function effectWords(changes: readonly ThreatChange[]): string {
  const titles = (...kinds: readonly ThreatChange['kind'][]) =>
    changes.filter(({ kind }) => kinds.includes(kind)).map(({ threat }) => threat.title);
  const turned = changes.flatMap((change) =>
    change.kind === 'changed' && change.fields.includes('tentative') ? [change.threat] : [],
  );
  const ofTurned = (isOpen: boolean) =>
    turned.filter(({ tentative }) => (tentative !== undefined) === isOpen).map(({ title }) => title);
  const parts = [
    list('Does not hold any more', titles('stale')),
    list('Certain now', ofTurned(false)),
    list('Open again', ofTurned(true)),
    list('Back again', titles('revived')),
    list('New', titles('added')),
  ].filter((part) => part !== '');
  if (parts.length > 0) return parts.join(' ');
  return changes.length > 0 ? 'Some threats are judged anew.' : 'No threat changes by this.';
}
