/** The Test Cases of the checks: read when the page opens, shown, and written when somebody says so. */
import * as React from 'react';
import type { LookAtTestCases, TestCaseOutcome } from '../../../app/test-cases';
import type { TestCaseRow } from '../../../core/sync/test-cases/plan-test-cases';
import { sentenceOf } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';

export interface WrittenCases {
  readonly outcomes: readonly TestCaseOutcome[];
  readonly problem?: string;
}
export type TestCaseStage =
  | { readonly kind: 'looking' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'no-type' }
  | {
      readonly kind: 'planned';
      readonly plan: Extract<LookAtTestCases, { kind: 'planned' }>;
      readonly report?: WrittenCases;
      readonly problem?: string;
    }
  | { readonly kind: 'writing'; readonly done: number; readonly total: number; readonly stopping: boolean };

export interface TestCaseWork {
  readonly stage: TestCaseStage;
  readonly look: () => void;
  readonly write: (rows: readonly TestCaseRow[]) => void;
  readonly stop: () => void;
}

const busy = 'Somebody else is writing for this model right now. Look again in a moment.';

export function useTestCases(): TestCaseWork {
  const { app } = useHub();
  const { session } = useModelView();
  const [stage, setStage] = React.useState<TestCaseStage>({ kind: 'looking' });
  // A slower answer must not replace a newer one; after the page is gone nothing is shown.
  const round = React.useRef(0);
  const stopped = React.useRef(false);
  React.useEffect(() => () => void (round.current = -1), []);

  const look = React.useCallback(
    (report?: WrittenCases) => {
      if (round.current < 0) return;
      const mine = (round.current += 1);
      const show = (next: TestCaseStage) => mine === round.current && setStage(next);
      if (!report) setStage({ kind: 'looking' });
      app.lookAtTestCases(session.current.model).then(
        (plan) =>
          show(
            plan.kind === 'no-type'
              ? { kind: 'no-type' }
              : { kind: 'planned', plan, ...(report ? { report } : {}) },
          ),
        (error: unknown) => show({ kind: 'failed', reason: sentenceOf(error) }),
      );
    },
    [app, session],
  );
  React.useEffect(() => look(), [look]);

  const write = async (rows: readonly TestCaseRow[], before: Extract<TestCaseStage, { kind: 'planned' }>) => {
    stopped.current = false;
    const { report: _old, ...plain } = before;
    const show = (done: number, total: number) =>
      setStage({ kind: 'writing', done, total, stopping: stopped.current });
    show(0, rows.length);
    try {
      // The verb works on what is stored, so the person's last edits must be there first.
      await session.idle();
      if (session.current.saving.kind === 'failed')
        throw new Error('Your last edits are not saved yet. Save them first.');
      const model = session.current.model.info.id;
      const isStopped = () => stopped.current;
      const report = await app.writeTestCases({ model, rows, onProgress: show, stopped: isStopped });
      if (report.kind === 'busy') setStage({ ...plain, problem: busy });
      else look(report);
    } catch (error) {
      setStage({ ...plain, problem: sentenceOf(error) });
    }
  };
  return {
    stage,
    look: () => look(),
    write: (rows) => {
      if (stage.kind === 'planned') void write(rows, stage);
    },
    stop: () => {
      stopped.current = true;
      setStage((before) => (before.kind === 'writing' ? { ...before, stopping: true } : before));
    },
  };
}
