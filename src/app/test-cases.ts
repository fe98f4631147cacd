/** The verbs of a tester: which Test Cases the checks of a model have, and making those that a person has seen. */
import { canonicalJson } from '../core/model/canonical-json';
import type { ModelId } from '../core/model/ids';
import type { Model } from '../core/model/model';
import { modelCollection } from '../core/store/collections';
import { hasWork, itemsToTest, planTestCases, testCaseTag } from '../core/sync/test-cases/plan-test-cases';
import type { FoundTestCase, TestCasePlan, TestCaseRow } from '../core/sync/test-cases/plan-test-cases';
import { openModel } from './open-model';
import { AccessError } from './ports';
import type { Ports } from './ports';
import { hubUrl } from './sync-backlog';
import { claimSync } from './sync-claim';
import type { HeldClaim } from './sync-claim';
import type { TaskOperation, WriteResult } from './task-ports';

/** Test Cases of the project. Both reject with AccessError. */
export interface TestCases {
  /** The default type of the category of test cases; undefined = the process has none. */
  type(): Promise<string | undefined>;
  /** All that carry the tag, with relations and steps. One request, and one for each 200. */
  tagged(tag: string): Promise<readonly FoundTestCase[]>;
}

export type LookAtTestCases = { readonly kind: 'no-type' } | ({ readonly kind: 'planned' } & TestCasePlan);

/** Where the test cases belong. */
export interface TestCasePlace {
  readonly projectId: string;
  readonly hubId: string;
}

/** Rejects with AccessError. Writes nothing. */
export async function lookAtTestCases(
  ports: Ports,
  { model, hubId }: { readonly model: Model; readonly hubId: string },
): Promise<LookAtTestCases> {
  const { backlog, testCases } = ports;
  if (!testCases) return { kind: 'no-type' };
  const type = await testCases.type();
  if (type === undefined) return { kind: 'no-type' };
  const wanted = itemsToTest(model);
  const [facts, found, items] = await Promise.all([
    backlog.facts(),
    testCases.tagged(testCaseTag),
    wanted.length > 0 ? backlog.tasks.read(wanted) : new Map(),
  ]);
  const url = hubUrl(facts.url, hubId);
  return {
    kind: 'planned',
    ...planTestCases({ model, hubUrl: url, type, project: facts.name, found, items }),
  };
}

export type TestCaseResult =
  | { readonly kind: 'made' | 'updated' | 'found'; readonly workItem: number }
  /** It is not any more what the person saw, or somebody saved it in between. */
  | { readonly kind: 'outdated' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'not-tried' };
export interface TestCaseOutcome {
  readonly row: TestCaseRow;
  readonly result: TestCaseResult;
}
export type TestCaseReport =
  | { readonly kind: 'busy'; readonly since: string }
  | {
      readonly kind: 'written';
      readonly outcomes: readonly TestCaseOutcome[];
      /** Why it ended early, as a sentence. */
      readonly problem?: string;
    };

export interface TestCaseRequest {
  readonly model: ModelId;
  /** The rows that a person saw and ticked. */
  readonly rows: readonly TestCaseRow[];
  readonly onProgress?: (done: number, total: number) => void;
  /** Asked between batches; true = stop, keep what is done. */
  readonly stopped?: () => boolean;
}

/** Small enough that stopping is felt, large enough to be few requests. */
const perBatch = 50;

const operationOf = (row: TestCaseRow): TaskOperation =>
  row.kind === 'create'
    ? { kind: 'create', draft: row.draft }
    : { kind: 'update', id: row.workItem, rev: row.rev, write: row.write };

function resultOf(row: TestCaseRow, result: WriteResult | undefined): TestCaseResult {
  if (!result || result.kind === 'outdated') return { kind: 'outdated' };
  if (result.kind === 'refused') return { kind: 'refused', message: result.message };
  return { kind: row.kind === 'create' ? 'made' : 'updated', workItem: result.id };
}

class Writer {
  readonly outcomes: TestCaseOutcome[] = [];
  problem: string | undefined;

  constructor(
    private readonly ports: Ports,
    private readonly request: TestCaseRequest,
    private readonly claim: HeldClaim,
  ) {}

  settle(row: TestCaseRow, result: TestCaseResult): void {
    this.outcomes.push({ row, result });
    this.request.onProgress?.(this.outcomes.length, this.request.rows.length);
  }

  /** Batch by batch; whatever ends it, the rest is told as not tried. */
  async write(rows: readonly TestCaseRow[]): Promise<void> {
    for (let start = 0; start < rows.length; start += perBatch) {
      const batch = rows.slice(start, start + perBatch);
      if (!(await this.#mayGoOn()) || !(await this.#batch(batch))) {
        for (const row of rows.slice(start)) {
          if (!this.outcomes.some((each) => each.row === row)) this.settle(row, { kind: 'not-tried' });
        }
        return;
      }
    }
  }

  async #mayGoOn(): Promise<boolean> {
    if (this.request.stopped?.()) return false;
    if (await this.claim.renew()) return true;
    this.problem = 'Somebody else went on with this model. Look again.';
    return false;
  }

  async #batch(rows: readonly TestCaseRow[]): Promise<boolean> {
    try {
      const results = await this.ports.backlog.tasks.write(rows.map(operationOf));
      rows.forEach((row, at) => this.settle(row, resultOf(row, results[at])));
      return true;
    } catch (error) {
      if (!(error instanceof AccessError)) throw error;
      this.problem = `${error.message} What was made so far is found again by the next look.`;
      return false;
    }
  }
}

/** A row that somebody else fulfilled meanwhile is found; one that is no longer as it was shown is left alone. */
function compare(
  shown: readonly TestCaseRow[],
  fresh: readonly TestCaseRow[],
): { readonly go: readonly TestCaseRow[]; readonly stop: readonly TestCaseOutcome[] } {
  const now = new Map(fresh.map((row) => [row.mitigation, row]));
  const go: TestCaseRow[] = [];
  const stop: TestCaseOutcome[] = [];
  for (const row of shown) {
    const same = now.get(row.mitigation);
    if (same?.kind === 'there' && !hasWork(same))
      stop.push({ row, result: { kind: 'found', workItem: same.workItem } });
    else if (same && canonicalJson(same) === canonicalJson(row)) go.push(same);
    else stop.push({ row, result: { kind: 'outdated' } });
  }
  return { go, stop };
}

/**
 * Writes what was shown, under the claim of sync: two who press at once make each Test Case once. Rejects with
 * AccessError or ModelError before anything was written; after it, the report says what was done.
 */
export async function writeTestCases(
  ports: Ports,
  { projectId, hubId }: TestCasePlace,
  request: TestCaseRequest,
): Promise<TestCaseReport> {
  const claim = await claimSync(ports, modelCollection(projectId, request.model), []);
  if (claim.kind === 'busy') return claim;
  try {
    const { model } = await openModel(ports, projectId, request.model);
    const look = await lookAtTestCases(ports, { model, hubId });
    const { go, stop } = compare(request.rows, look.kind === 'planned' ? look.rows : []);
    const writer = new Writer(ports, request, claim);
    for (const { row, result } of stop) writer.settle(row, result);
    await writer.write(go);
    const problem = writer.problem === undefined ? {} : { problem: writer.problem };
    return { kind: 'written', outcomes: writer.outcomes, ...problem };
  } finally {
    await claim.release();
  }
}
