/** Asks the rule of a knowledge threat: at one place, or everywhere in a model. */
import type { Model } from '../model/model';
import type { Place } from '../model/threat';
import { compileRule } from './compile-rule';
import type { Answer, Check } from './compile-rule';
import { ModelScenes } from './model-scenes';
import type { KnowledgePackage, KnowledgeThreat } from './package';

export interface Match {
  readonly place: Place;
  /** `unknown`: it would match or not, if somebody said more about the place. */
  readonly answer: 'yes' | 'unknown';
}

/** `when` holds and `unless` does not. */
export function compileThreat(threat: KnowledgeThreat): Check {
  const { when, unless } = threat;
  return compileRule(unless ? { kind: 'all', rules: [when, { kind: 'not', rule: unless }] } : when);
}

/** The surest answer at the place; undefined where the rule cannot be asked at such a place. */
export function answerAt(threat: KnowledgeThreat, scenes: ModelScenes, place: Place): Answer | undefined {
  const check = compileThreat(threat);
  const answers = scenes.at(place, threat.anchor).map(check);
  return (['yes', 'unknown', 'no'] as const).find((answer) => answers.includes(answer));
}

/** Every place of the model where the threat may strike. O(places). */
export function matchThreat(
  known: KnowledgePackage,
  threat: KnowledgeThreat,
  model: Model,
): readonly Match[] {
  const check = compileThreat(threat);
  return new ModelScenes(known, model).all(model, threat.anchor).flatMap(({ place, scene }) => {
    const answer = check(scene);
    return answer === 'no' ? [] : { place, answer };
  });
}
