/** Reads the threats of a package: severity on the model's scales, rules, treatments with their strengths. */
import type { ImpactLevel, ProbabilityLevel, StrideCategory } from '../model/threat';
import { impactLevels, probabilityLevels } from '../model/threat';
import { contentHash } from './content-hash';
import type { KnowledgeMitigation, KnowledgeThreat, SeverityAdjustment } from './package';
import type { ThreatFile } from './package-schema';
import type { EventReader } from './read-events';
import type { PackageContext } from './read-package';

export const strideOf: Readonly<Record<ThreatFile['stride'][number], StrideCategory>> = {
  S: 'spoofing',
  T: 'tampering',
  R: 'repudiation',
  I: 'information-disclosure',
  D: 'denial-of-service',
  E: 'elevation-of-privilege',
};

/** The nearest level of ours for a place on another scale: lowest to lowest, highest to highest. */
function onScale<L>(levels: readonly L[], at: number, of: number): L | undefined {
  return levels[of < 2 ? Math.floor(levels.length / 2) : Math.round((at / (of - 1)) * (levels.length - 1))];
}

export class ThreatReader {
  constructor(
    private readonly context: PackageContext,
    private readonly own: {
      readonly mitigations: ReadonlyMap<string, KnowledgeMitigation>;
      readonly events: EventReader;
    },
  ) {}

  read(file: ThreatFile, place: string): KnowledgeThreat | undefined {
    const { context } = this;
    if (file.stride.length === 0 && (file.otherCategories ?? []).length === 0)
      context.problems.add(`${place}.stride`, 'A threat has a STRIDE category, or another one.');
    const severity = this.severity(file, place);
    const when = context.rule(file.when, `${place}.when`);
    const unless = context.optionalRule(file.unless, `${place}.unless`);
    const treatments = this.treatments(file, place);
    const questions = context.names.findAll('questions', file.questions, `${place}.questions`);
    if (!when) return undefined;
    return {
      ...this.texts(file),
      ...severity,
      anchor: file.anchor,
      when,
      unless,
      treatments,
      events: this.own.events.linked(file.events, `${place}.events`),
      questions,
      top: file.top ?? false,
      level: file.level ?? 2,
    };
  }

  private texts(file: ThreatFile) {
    return {
      package: this.context.file.id,
      version: this.context.file.version,
      id: file.id,
      hash: contentHash(file),
      name: file.name,
      description: file.description,
      withoutClause: file.withoutClause,
      stride: [...new Set(file.stride)].map((letter) => strideOf[letter]),
      categories: file.otherCategories ?? [],
      cwe: file.refs?.cwe ?? [],
      tags: file.tags ?? [],
      tmtId: file.aliases?.tmt?.[0],
    };
  }

  private level<L extends string>(
    scale: 'probability' | 'impact',
    given: { readonly said: string; readonly levels: readonly L[]; readonly place: string },
  ): L {
    const { said, levels, place } = given;
    const own = this.context.file.scales?.[scale];
    const at = own?.findIndex(({ id }) => id === said) ?? -1;
    const found = own ? (at < 0 ? undefined : onScale(levels, at, own.length)) : undefined;
    const same = levels.find((level) => level === said);
    // A package that uses the model's own words means the model's levels, whatever its scale leaves out.
    const level = own && at < 0 ? undefined : (same ?? found);
    if (level === undefined)
      this.context.problems.add(`${place}.severity.${scale}`, `"${said}" is not on the scale.`);
    return level ?? (levels[0] as L);
  }

  private severity({ severity }: ThreatFile, place: string) {
    const { probability, impact, rationale = '', adjust = [] } = severity;
    const adjustments = adjust.flatMap((each, at): SeverityAdjustment | [] => {
      const when = this.context.rule(each.when, `${place}.severity.adjust[${at}].when`);
      if (!when) return [];
      return {
        when,
        probability: each.probability ?? 0,
        impact: each.impact ?? 0,
        because: each.because ?? '',
      };
    });
    return {
      probability: this.level<ProbabilityLevel>('probability', {
        said: probability,
        levels: probabilityLevels,
        place,
      }),
      impact: this.level<ImpactLevel>('impact', { said: impact, levels: impactLevels, place }),
      rationale,
      adjustments,
    };
  }

  /** Its own, or that of an extended package: then a copy in a model says that it comes from there. */
  private linked(reference: string, place: string): KnowledgeMitigation | undefined {
    const { names } = this.context;
    const lender = names.extended.find((known) => reference.startsWith(`${known.id}:`));
    const [id] = names.findAll('mitigations', [reference], place);
    if (id === undefined) return undefined;
    return lender ? lender.mitigations.find((each) => each.id === id) : this.own.mitigations.get(id);
  }

  private treatments(file: ThreatFile, place: string): KnowledgeThreat['treatments'] {
    const { problems, optionalRule } = this.context;
    const seen = new Set<KnowledgeMitigation>();
    return file.mitigations.flatMap(({ ref, strength, when, top, rationale }, at) => {
      const here = `${place}.mitigations[${at}]`;
      const rule = optionalRule(when, `${here}.when`);
      const mitigation = this.linked(ref, `${here}.ref`);
      if (!mitigation) return [];
      if (seen.has(mitigation)) problems.add(here, `The mitigation "${ref}" is there twice.`);
      seen.add(mitigation);
      return { mitigation, strength, reason: rationale ?? '', top: top ?? false, when: rule };
    });
  }
}
