/** The shape of a quality rule: what is weak, why that matters, and one pure generator of the places where it is so. */
import type { Model } from '../model/model';
import type { ModelIndex } from '../model/model-index';
import type { Assessment } from '../risk/assess';

/** What a finding is about; enough to open the page where it is mended. */
export type Place =
  | {
      readonly kind: 'element' | 'flow' | 'boundary' | 'threat' | 'mitigation' | 'diagram';
      readonly id: string;
    }
  | { readonly kind: 'questions' | 'stories' | 'threats' | 'model' };

export interface Weakness {
  readonly place: Place;
  /** One sentence that names the thing. */
  readonly message: string;
}

export interface QualityPicture {
  readonly model: Model;
  readonly index: ModelIndex;
  readonly assessment: Assessment;
}

export interface QualityRule {
  /** Folder name = id. Never reused. */
  readonly id: string;
  readonly title: string;
  /** `gap`: something may be missed because of it. `hint`: it would read or decide better. */
  readonly weight: 'gap' | 'hint';
  /** Why it matters, in one or two sentences. */
  readonly why: string;
  /** What to do about it, as an imperative. */
  readonly mend: string;
  /** When it may stay as it is, as a sentence. Its README has more of all three. */
  readonly fine: string;
  readonly check: (picture: QualityPicture) => Iterable<Weakness>;
}

/** Gives a rule its type; the registry takes the default export. */
export function defineQuality(rule: QualityRule): QualityRule {
  return rule;
}
