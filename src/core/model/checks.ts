/** How a mitigation is verified, as checks of a tester: steps, and what must not happen after the last. */
import type { Mitigation } from './mitigation';
import type { Model } from './model';
import type { ModelIndex } from './model-index';

/** The limit of a work item's title, in characters. */
const mostTitle = 255;

const bullet = /^\s*(?:[-*•]|\d{1,3}[.)])\s+/;

/**
 * The lines of the text, without the marks of a list. A line that heads a list ("Accepted when:") is nothing to do by
 * itself: it is said with each of its entries.
 */
export function stepsOf({ verify }: Pick<Mitigation, 'verify'>): readonly string[] {
  const lines = verify.split('\n').filter((line) => line.trim() !== '');
  const heads = (at: number): boolean => {
    const [line, next] = [lines[at] ?? '', lines[at + 1] ?? ''];
    return !bullet.test(line) && line.trim().endsWith(':') && bullet.test(next);
  };
  const steps: string[] = [];
  let heading = '';
  for (const [at, line] of lines.entries()) {
    if (heads(at)) heading = `${line.trim()} `;
    else {
      if (!bullet.test(line)) heading = '';
      steps.push(`${heading}${line.replace(bullet, '').trim()}`);
    }
  }
  return steps.filter((step) => step !== '');
}

const isRuledOut = ({ status }: Mitigation): boolean =>
  status.kind === 'rejected' || status.kind === 'not-applicable';

/** Mitigations that somebody said how to verify, and that are not ruled out. */
export const checksOf = (model: Pick<Model, 'mitigation'>): readonly Mitigation[] =>
  [...model.mitigation.values()].filter((each) => stepsOf(each).length > 0 && !isRuledOut(each));

export const checkTitle = ({ title }: Pick<Mitigation, 'title'>): string =>
  `Verify: ${title}`.slice(0, mostTitle);

/** What the last step shows when the mitigation holds; empty where it treats no threat. */
export function expectedOf(
  model: Pick<Model, 'threat'>,
  index: Pick<ModelIndex, 'treatmentsOfMitigation'>,
  { id }: Pick<Mitigation, 'id'>,
): string {
  const threats = index
    .treatmentsOfMitigation(id)
    .flatMap(({ threat }) => model.threat.get(threat)?.title || []);
  return threats.length === 0 ? '' : `Cannot happen: ${[...new Set(threats)].join('; ')}`;
}
