/** What is chosen on the Knowledge page before it is applied, and what each package would bring. Pure. */
import { includesThreat, levelFor } from '../../../core/kb/depth';
import type { Hit } from '../../../core/kb/engine';
import type { KnowledgeEngine } from '../../../core/kb/knowledge-engine';
import type { KnowledgePackage } from '../../../core/kb/package';
import { tentativeOf } from '../../../core/kb/publication-impact';
import type { Depth, PackagePin } from '../../../core/model/knowledge';
import type { Model } from '../../../core/model/model';

export interface KnowledgeChoice {
  readonly packages: ReadonlySet<string>;
  readonly depth: Depth;
  readonly tentative: 'leave' | 'take';
  /** Keys of threats that were found and are not wanted. */
  readonly unwanted: ReadonlySet<string>;
}

/** What the model uses; for one that never chose, every package that finds anything in it. */
export function firstChoice(model: Model, engine: KnowledgeEngine): KnowledgeChoice {
  const { knowledge } = model.info;
  const found = new Set(engine.hits().map(({ threat }) => threat.package));
  return {
    packages: knowledge ? new Set(knowledge.packages.map(({ id }) => id)) : found,
    depth: knowledge?.depth ?? 'full',
    tentative: knowledge === undefined ? 'take' : tentativeOf(model),
    unwanted: new Set(),
  };
}

export function pinsOf(engine: KnowledgeEngine, { packages }: KnowledgeChoice): readonly PackagePin[] {
  return engine.packages
    .filter(({ id }) => packages.has(id))
    .map(({ id, version, hash }) => ({ id, version, hash }));
}

export interface PackageRow {
  readonly known: KnowledgePackage;
  readonly description: string;
  /** Threats found in the model at the chosen depth. */
  readonly certain: number;
  readonly tentative: number;
  /** Another content than the model saw last. */
  readonly isNew: boolean;
}

const descriptionOf = ({ file }: KnowledgePackage): string =>
  typeof file['description'] === 'string' ? file['description'] : '';

export function packageRows(engine: KnowledgeEngine, model: Model, depth: Depth): readonly PackageRow[] {
  const pins = new Map(model.info.knowledge?.packages.map((pin) => [pin.id, pin]));
  const looking = { depth, level: levelFor(model.info) };
  const counts = new Map<string, { certain: number; tentative: number }>();
  for (const hit of engine.hits()) {
    if (!includesThreat(looking, hit.threat)) continue;
    const count = counts.get(hit.threat.package) ?? { certain: 0, tentative: 0 };
    count[hit.answer === 'yes' ? 'certain' : 'tentative'] += 1;
    counts.set(hit.threat.package, count);
  }
  return engine.packages.map((known) => {
    const pin = pins.get(known.id);
    const { certain, tentative } = counts.get(known.id) ?? { certain: 0, tentative: 0 };
    const isNew = pin !== undefined && pin.hash !== known.hash;
    return { known, description: descriptionOf(known), certain, tentative, isNew };
  });
}

/** Keys of the hits that are wanted; undefined where all are. */
export function wantedKeys(hits: readonly Hit[], choice: KnowledgeChoice): ReadonlySet<string> | undefined {
  if (choice.unwanted.size === 0) return undefined;
  return new Set(
    hits
      .filter(
        ({ key, answer }) => !choice.unwanted.has(key) && (answer === 'yes' || choice.tentative === 'take'),
      )
      .map(({ key }) => key),
  );
}
