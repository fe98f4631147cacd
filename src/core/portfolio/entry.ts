/** What the security team wants to know of one model among all: its review, its risk, what is undecided. Pure. */
import type { ModelId } from '../model/ids';
import { doubtOf } from '../model/comment-proof';
import type { Doubt, ReadComment } from '../model/comment-proof';
import { indexModel } from '../model/model-index';
import type { Model } from '../model/model';
import { checkQuality } from '../quality/check-quality';
import { assess } from '../risk/assess';
import { largestRisks } from '../risk/largest';
import type { LargestRisks } from '../risk/largest';
import type { WorkItemStates } from '../risk/effective-status';
import { targetOf } from '../risk/target';
import { undecidedThreats } from '../risk/undecided';
import { reviewState } from '../review/review-state';
import type { ReviewState } from '../review/review-state';

/** Where the review stands; `at`: when somebody asked or decided. ISO instants. */
export type ReviewStand =
  | { readonly kind: 'never' }
  | { readonly kind: 'asked' | 'changes-wanted' | 'withdrawn'; readonly at: string }
  /** `doubt`: why the approval is not believed; absent = the comment proves it, or was not looked at. */
  | { readonly kind: 'approved'; readonly at: string; readonly doubt?: Doubt }
  /** `riskier`: how many things became riskier since the approval. */
  | { readonly kind: 'reopened'; readonly at: string; readonly riskier: number; readonly doubt?: Doubt };

export interface PortfolioEntry {
  readonly model: ModelId;
  readonly name: string;
  /** Somebody decided that no model is needed. */
  readonly notNeeded: boolean;
  readonly review: ReviewStand;
  /** Points: what is left now, and what it should come down to. */
  readonly current: number;
  readonly target?: number;
  /** The threats that make `current`. */
  readonly parts: LargestRisks;
  /** Threats that apply, and those of them about which nobody decided anything. */
  readonly threats: number;
  readonly undecided: number;
  /** Places where the model says too little, by the rules of quality. */
  readonly weak: number;
  /** The last change that is known; ISO instant. */
  readonly changed: string;
}

export interface EntryInput {
  readonly model: Model;
  readonly states: WorkItemStates;
  /** ISO instants. */
  readonly now: string;
  readonly changed: string | undefined;
  /** What a look at the comment told that proves the newest approval; undefined = nobody looked. */
  readonly proof: ReadComment | undefined;
}

const decidedAt = ({ review }: Exclude<ReviewState, { kind: 'never' }>): string =>
  review.decision?.at ?? review.asked.at;

function standOf(state: ReviewState, proof: ReadComment | undefined): ReviewStand {
  if (state.kind === 'never') return state;
  const at = decidedAt(state);
  if (state.kind !== 'approved' && state.kind !== 'reopened') return { kind: state.kind, at };
  const doubt = state.review.decision && doubtOf(state.review.decision, proof);
  const doubted = doubt ? { doubt } : {};
  if (state.kind === 'approved') return { kind: 'approved', at, ...doubted };
  return { kind: 'reopened', at, riskier: state.changes.length, ...doubted };
}

export function entryOf({ model, states, now, changed, proof }: EntryInput): PortfolioEntry {
  const { info } = model;
  const index = indexModel(model);
  const assessment = assess(model, states, index);
  const target = targetOf(model, assessment);
  const groups = checkQuality({ model, index, assessment });
  return {
    model: info.id,
    name: info.name,
    notNeeded: info.notNeeded !== undefined,
    review: standOf(reviewState(model, assessment), proof),
    current: assessment.current,
    ...(target ? { target: target.points } : {}),
    parts: largestRisks([{ model: info.id, risks: assessment.threats.values() }]),
    threats: [...assessment.threats.values()].filter(({ applies }) => applies).length,
    undecided: undecidedThreats(model, assessment, now).length,
    weak: groups.reduce((sum, { findings }) => sum + findings.length, 0),
    changed: changed ?? info.created,
  };
}
