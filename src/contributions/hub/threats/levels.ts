/** The levels to pick from, each with what the policies of the project say it means. */
import type { UnderPolicy } from '../../../core/model/project-policy';
import { impactLevels, probabilityLevels } from '../../../core/model/threat';
import type { ImpactLevel, ProbabilityLevel } from '../../../core/model/threat';
import { impactWords, probabilityWords } from '../../../ui/words';
import type { Option } from '../../../ui/words';

function withMeanings<T extends string>(
  levels: readonly T[],
  words: Readonly<Record<T, string>>,
  meanings: readonly string[] = [],
): readonly Option<T>[] {
  return levels.map((value, at) => {
    const meaning = meanings[at]?.trim();
    return { value, label: meaning ? `${words[value]} – ${meaning}` : words[value] };
  });
}

/** From rare to almost certain. */
export const probabilityChoices = ({ policy }: UnderPolicy): readonly Option<ProbabilityLevel>[] =>
  withMeanings(probabilityLevels, probabilityWords, policy?.meanings?.probability);
/** From negligible to severe. */
export const impactChoices = ({ policy }: UnderPolicy): readonly Option<ImpactLevel>[] =>
  withMeanings(impactLevels, impactWords, policy?.meanings?.impact);

/** What the project means by a level; undefined = nobody said. For places that are too narrow for it. */
export function meaningOf(
  { policy }: UnderPolicy,
  what: 'probability' | 'impact',
  level: ProbabilityLevel | ImpactLevel,
): string | undefined {
  const levels: readonly string[] = what === 'probability' ? probabilityLevels : impactLevels;
  return policy?.meanings?.[what][levels.indexOf(level)]?.trim() || undefined;
}
