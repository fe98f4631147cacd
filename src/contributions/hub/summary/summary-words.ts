/** The state of a model in plain words, for people who decide about money and time, not about points. Pure. */
import type { Assessment } from '../../../core/risk/assess';
import type { SeverityName } from '../../../core/risk/severity';
import type { Since } from '../../../core/risk/since';
import type { Target } from '../../../core/risk/target';
import { counted, percent, points } from '../../../ui/words';

const names: readonly SeverityName[] = ['critical', 'high', 'medium', 'low'];

function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

/** "2 threats are critical and 1 is high." */
function threatsInWords({ byName }: Assessment): string {
  const bad = names.filter((name) => name !== 'low' && byName[name] > 0);
  if (bad.length === 0) return 'Every threat that applies is low now.';
  const parts = bad.map((name, at) =>
    at === 0
      ? `${counted(byName[name], 'threat')} ${byName[name] === 1 ? 'is' : 'are'} ${name}`
      : `${byName[name]} ${byName[name] === 1 ? 'is' : 'are'} ${name}`,
  );
  return `${listed(parts)}.`;
}

/** How it stands, one sentence each, the most important first. */
export function standingInWords(
  assessment: Assessment,
  target: Target | undefined,
  accepted: number,
): readonly string[] {
  const { inherent, current, planned } = assessment;
  if (inherent === 0) return ['No threat applies to this system, so there is no risk to speak of.'];
  const aim =
    target === undefined
      ? 'Nobody has said yet how much risk is acceptable.'
      : current <= target.points
        ? `That is acceptable: the target is ${points(target.points)}.`
        : `That is more than what is acceptable: the target is ${points(target.points)}${target.by ? `, by ${target.by.slice(0, 10)}` : ''}.`;
  return [
    `Of every 100 parts of risk that this system would have without protection, ${Math.round((current / inherent) * 100)} are left (${points(current)} of ${points(inherent)} points).`,
    aim,
    threatsInWords(assessment),
    planned < current
      ? `When the planned work is done, ${percent(planned / inherent)} are left.`
      : 'Nothing that is planned lowers it further.',
    ...(accepted > 0 ? [`Somebody answers for ${points(accepted)} points of it, for a time.`] : []),
  ];
}

/** "The risk went from 160 to 120 points: 40 were removed." */
export function changeInWords({ before, now, found, removed, regressed, wasThere }: Since): string {
  if (!wasThere) return 'The threat model is younger than a month, so there is nothing to compare with yet.';
  const reasons = [
    ...(removed > 0.5 ? [`${points(removed)} were removed by work that was done`] : []),
    ...(found > 0.5 ? [`${points(found)} came with threats that were found`] : []),
    ...(regressed > 0.5 ? [`${points(regressed)} came back, because work was opened again`] : []),
  ];
  if (reasons.length === 0) return `The risk stayed at ${points(now)} points: no work lowered it.`;
  return `The risk went from ${points(before)} to ${points(now)} points: ${listed(reasons)}.`;
}
