/** The stages of something that is looked at, shown, written with progress and a stop, and reported. */
import * as React from 'react';
import type { Watch } from '../../app/flags/write-tags';
import { sentenceOf } from '../../ui/words';

export type Stage<Plan, Report> =
  | { readonly kind: 'looking' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'planned'; readonly plan: Plan }
  | { readonly kind: 'working'; readonly done: number; readonly total: number; readonly stopping: boolean }
  | { readonly kind: 'done'; readonly report: Report };

export interface Run<Plan, Report> {
  readonly stage: Stage<Plan, Report>;
  readonly start: (work: (plan: Plan, watch: Watch) => Promise<Report>) => void;
  readonly stop: () => void;
}

/** Looks now and whenever `look` changes (memoise it). */
export function useRun<Plan, Report>(look: () => Promise<Plan>): Run<Plan, Report> {
  const [stage, setStage] = React.useState<Stage<Plan, Report>>({ kind: 'looking' });
  const stopped = React.useRef(false);
  React.useEffect(() => {
    let current = true;
    setStage({ kind: 'looking' });
    look().then(
      (plan) => current && setStage({ kind: 'planned', plan }),
      (error: unknown) => current && setStage({ kind: 'failed', reason: sentenceOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [look]);
  const start: Run<Plan, Report>['start'] = (work) => {
    if (stage.kind !== 'planned') return;
    stopped.current = false;
    const watch: Watch = {
      onProgress: (done, total) => setStage({ kind: 'working', done, total, stopping: stopped.current }),
      stopped: () => stopped.current,
    };
    setStage({ kind: 'working', done: 0, total: 0, stopping: false });
    work(stage.plan, watch).then(
      (report) => setStage({ kind: 'done', report }),
      (error: unknown) => setStage({ kind: 'failed', reason: sentenceOf(error) }),
    );
  };
  const stop = () => {
    stopped.current = true;
    setStage((before) => (before.kind === 'working' ? { ...before, stopping: true } : before));
  };
  return { stage, start, stop };
}
