/** How deep the knowledge base looks at a model: TOP only, or up to the level that its context asks for. */
import type { Depth } from '../model/knowledge';
import type { ModelInfo } from '../model/model';
import type { KnowledgeThreat, KnowledgeTreatment, Level } from './package';

/**
 * A small system with public data needs the first level; a large one, or one with secret data, all three (paper, R84).
 * Undefined context = the standard level.
 */
export function levelFor({ context }: Pick<ModelInfo, 'context'>): Level {
  const { size, sensitivity } = context ?? {};
  if (sensitivity === 'secret' || size === 'large') return 3;
  if (sensitivity === 'confidential') return size === 'small' ? 2 : 3;
  if (size === 'small' && (sensitivity === 'public' || sensitivity === 'internal')) return 1;
  return 2;
}

export interface Looking {
  readonly depth: Depth;
  readonly level: Level;
}

export function lookingAt(info: ModelInfo): Looking {
  return { depth: info.knowledge?.depth ?? 'full', level: levelFor(info) };
}

export function includesThreat(
  { depth, level }: Looking,
  threat: Pick<KnowledgeThreat, 'top' | 'level'>,
): boolean {
  return threat.top || (depth === 'full' && threat.level <= level);
}

/** In the light view a threat keeps its TOP mitigations; one without any keeps all of them. */
export function treatmentsIn({ depth }: Looking, threat: KnowledgeThreat): readonly KnowledgeTreatment[] {
  const top = threat.treatments.filter((each) => each.top);
  return depth === 'light' && top.length > 0 ? top : threat.treatments;
}
