/** What an entry says at a place: the texts with their names filled in, and how bad it is there. */
import type { Model } from '../model/model';
import { textHash } from '../model/text-hash';
import type { Place, Threat } from '../model/threat';
import { impactLevels, probabilityLevels } from '../model/threat';
import { compileRule } from './compile-rule';
import { fillPlaceholders } from './fill-placeholders';
import type { KnowledgeThreat } from './package';
import type { Scene } from './scene';

/** The fields of a threat that an entry writes. */
export type Written = Pick<Threat, 'title' | 'description' | 'stride' | 'probability' | 'impact'> &
  Partial<Pick<Threat, 'category'>>;
export const writtenFields = ['title', 'description', 'stride', 'category', 'probability', 'impact'] as const;
export type WrittenField = (typeof writtenFields)[number];

/** Sized as the model's schema has it. */
const maxLine = 1024;

function shifted<L>(levels: readonly L[], level: L, steps: number): L {
  const at = Math.min(levels.length - 1, Math.max(0, levels.indexOf(level) + steps));
  return levels[at] ?? level;
}

/** Probability and impact with the adjustments that certainly hold here, and the reasons for them. */
function severityAt({ probability, impact, rationale, adjustments }: KnowledgeThreat, scene: Scene) {
  const holding = adjustments.filter(({ when }) => compileRule(when)(scene) === 'yes');
  const sum = (field: 'probability' | 'impact') => holding.reduce((total, each) => total + each[field], 0);
  const reasonFor = (field: 'probability' | 'impact') =>
    [rationale, ...holding.filter((each) => each[field] !== 0).map(({ because }) => because)]
      .filter((text) => text !== '')
      .join(' ');
  const judged = <L>(level: L, reason: string) => ({
    level,
    basis: 'assumed' as const,
    ...(reason === '' ? {} : { reason }),
  });
  return {
    probability: judged(
      shifted(probabilityLevels, probability, sum('probability')),
      reasonFor('probability'),
    ),
    impact: judged(shifted(impactLevels, impact, sum('impact')), reasonFor('impact')),
  };
}

export function draftThreat(
  entry: KnowledgeThreat,
  at: { readonly model: Model; readonly place: Place; readonly scene: Scene },
): Written {
  const fill = (text: string) => fillPlaceholders(text, at.model, at.place);
  const [category] = entry.categories;
  return {
    title: fill(entry.name).slice(0, maxLine),
    description: fill(entry.description),
    stride: [...entry.stride],
    ...(category === undefined ? {} : { category }),
    ...severityAt(entry, at.scene),
  };
}

/** A field as text, to see later whether it is still what the entry wrote. */
export function fieldHash(value: unknown): string {
  return textHash(JSON.stringify(value ?? null));
}

/** Field -> hash of what is written there. A judgement counts by its level: reasons may be added. */
export function hashesOf(written: Written): Record<string, string> {
  return Object.fromEntries(
    writtenFields.map((field) => [field, fieldHash(comparable(field, written[field]))]),
  );
}

/** Somebody who chose a level has judged, even when it is the level that stood there. */
export function comparable(field: WrittenField, value: unknown): unknown {
  if (field !== 'probability' && field !== 'impact') return value;
  const { level, basis } = value as Threat['probability'] | Threat['impact'];
  return `${level} ${basis}`;
}
