/**
 * The cheapest set of mitigations that reaches a target, or the best for an effort. Blocks that share nothing are
 * solved apart and joined: exact where every block has at most twenty mitigations, else with a proven bound.
 */
import { blocksOf } from './blocks';
import { provenLeast } from './bound';
import type { Proof } from './bound';
import { exactFront, exactLimit } from './exact-block';
import { addFronts, placesOf } from './front';
import type { Front, FrontPoint } from './front';
import { greedyFront } from './greedy-block';
import { Ledger } from './ledger';
import { fromQuarters, piecesOf, quartersWithin } from './problem';
import type { BudgetProblem, Goal, Piece } from './problem';

/** One mitigation of the set, with what it takes away when those before it are done. */
export interface Pick {
  readonly key: string;
  readonly effort: number;
  readonly removes: number;
  /** What `removes` is made of: points by the place of the threat in the problem. */
  readonly gains: ReadonlyMap<number, number>;
}

export interface BestSet {
  /** What to do first comes first: most points per effort, what is required before what requires it. */
  readonly picks: readonly Pick[];
  /** Sum of the efforts, in the unit of the problem, each rounded up to quarters. */
  readonly effort: number;
  /** Points left over all threats when the set is done. */
  readonly left: number;
  /** Does it keep to the goal? A target can be out of reach with everything done. */
  readonly reached: boolean;
  readonly proof:
    | { readonly kind: 'optimal' }
    /** `least`: points (or effort, for a target) that no set can go below; `gap`: how far above it this one is, 0 to 1. */
    | { readonly kind: 'bound'; readonly least: number; readonly gap: number };
}

/** Fronts longer than this are thinned, and the answer is then no longer called optimal. */
const longestFront = 20_000;

function thinned(front: Front): Front {
  if (front.length <= longestFront) return front;
  const step = front.length / longestFront;
  return Array.from({ length: longestFront }, (_, at) => front[Math.floor(at * step)]).flatMap(
    (point) => point ?? [],
  );
}

interface Solved {
  readonly front: Front;
  readonly proofs: readonly Proof[];
  readonly exact: 'yes' | 'no';
}

function solve(
  problem: BudgetProblem,
  { pieces, slots }: ReturnType<typeof piecesOf>,
  { limit, exactUpTo }: { readonly limit: number; readonly exactUpTo: number },
): Solved {
  let front: Front = [{ quarters: 0, left: 0, choice: { kind: 'places', places: [] } }];
  let exact: Solved['exact'] = 'yes';
  const proofs: Proof[] = [];
  for (const block of blocksOf(problem, pieces)) {
    const given = { problem, slots, limit };
    let own: Front;
    if (block.pieces.length <= exactUpTo) {
      own = exactFront({ ...given, ...block });
      proofs.push({ kind: 'exact', front: own });
    } else {
      const greedy = greedyFront({ ...given, block });
      own = greedy.front;
      exact = 'no';
      proofs.push({ kind: 'cuts', cuts: greedy.cuts });
    }
    const joined = addFronts(front, own, limit);
    front = thinned(joined);
    if (front.length < joined.length) exact = 'no';
  }
  return { front, proofs, exact };
}

/** In the order of doing: each time the piece that removes most for its effort and whose requirements are met. */
function inOrder(problem: BudgetProblem, slots: number, chosen: readonly Piece[]): readonly Pick[] {
  const ledger = new Ledger(problem, slots);
  const open = new Set(chosen);
  const picks: Pick[] = [];
  while (open.size > 0) {
    const waiting = new Set([...open].map(({ place }) => place));
    const rated = [...open].map((piece) => ({
      piece,
      blocked: piece.requires.some((place) => waiting.has(place)) ? 1 : 0,
      rate: ledger.gain(piece) / Math.max(piece.quarters, 0.01),
    }));
    // In a circle of requirements everything is blocked: then the most helpful goes first.
    rated.sort((a, b) => a.blocked - b.blocked || b.rate - a.rate || a.piece.place - b.piece.place);
    const piece = rated[0]?.piece;
    if (!piece) break;
    const key = problem.candidates[piece.place]?.key ?? '';
    const [removes, gains] = [ledger.gain(piece), ledger.gains(piece)];
    picks.push({ key, effort: fromQuarters(piece.quarters), removes, gains });
    ledger.choose(piece);
    open.delete(piece);
  }
  return picks;
}

function proofOf(solved: Solved, goal: Goal, answer: FrontPoint, fixed: number): BestSet['proof'] {
  if (solved.exact === 'yes') return { kind: 'optimal' };
  const least = provenLeast(solved.proofs, goal, fixed);
  const value = goal.kind === 'effort' ? answer.left + fixed : fromQuarters(answer.quarters);
  const gap = value <= least ? 0 : (value - least) / Math.max(value, 1e-9);
  return gap <= 1e-9 ? { kind: 'optimal' } : { kind: 'bound', least, gap };
}

/**
 * Total and deterministic. The best of equal sets is the cheaper one. A target that everything together does not reach
 * gives the set that leaves least, with `reached: false`. Blocks above `exactUpTo` mitigations are solved by greed and exchange.
 */
export function bestSet(problem: BudgetProblem, goal: Goal, exactUpTo = exactLimit): BestSet {
  const resolved = piecesOf(problem);
  const { pieces, slots } = resolved;
  const limit = goal.kind === 'effort' ? quartersWithin(goal.limit) : Infinity;
  const treated = new Set(pieces.flatMap(({ effects }) => effects.map(({ threat }) => threat)));
  const fixed = problem.threats.reduce((sum, points, at) => (treated.has(at) ? sum : sum + points), 0);
  const solved = solve(problem, resolved, { limit, exactUpTo });
  const last = solved.front[solved.front.length - 1];
  const answer =
    goal.kind === 'effort'
      ? last
      : (solved.front.find(({ left }) => left + fixed <= goal.points + 1e-9) ?? last);
  if (!answer) return { picks: [], effort: 0, left: fixed, reached: false, proof: { kind: 'optimal' } };
  const places = new Set(placesOf(answer.choice));
  const picks = inOrder(
    problem,
    slots,
    pieces.filter(({ place }) => places.has(place)),
  );
  const left = answer.left + fixed;
  return {
    picks,
    effort: fromQuarters(answer.quarters),
    left,
    reached: goal.kind === 'effort' || left <= goal.points + 1e-9,
    proof: proofOf(solved, goal, answer, fixed),
  };
}
