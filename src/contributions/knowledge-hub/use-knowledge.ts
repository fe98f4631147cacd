/** What the page works with: the knowledge of everybody, and the drafts of this person, one per package. */
import * as React from 'react';
import type { OrganisationApp } from '../../app/organisation-app';
import type { OwnKnowledge } from '../../app/own-knowledge';
import type { KnowledgeExamples } from '../../app/ports';
import { withOperation, withoutOperation } from '../../core/kb/knowledge-draft';
import type { KnowledgeDraft } from '../../core/kb/knowledge-draft';
import { sentenceOf } from '../../ui/words';

export interface Known {
  readonly own: OwnKnowledge;
  readonly examples: KnowledgeExamples;
}
export type Load =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly value: Known }
  | { readonly kind: 'failed'; readonly reason: string };

export function useKnowledge(app: OrganisationApp): readonly [Load, () => Promise<void>] {
  const [load, setLoad] = React.useState<Load>({ kind: 'loading' });
  const read = React.useCallback(async () => {
    try {
      const [own, examples] = await Promise.all([app.knowledge(), app.examples()]);
      setLoad({ kind: 'loaded', value: { own, examples } });
    } catch (error) {
      setLoad({ kind: 'failed', reason: sentenceOf(error) });
    }
  }, [app]);
  React.useEffect(() => void read(), [read]);
  return [load, read];
}

export interface Drafts {
  /** The draft of a package; an empty one when there is none. */
  readonly of: (target: string) => KnowledgeDraft;
  readonly add: (target: string, step: DraftStep) => void;
  /** Takes one change out of the draft, by its operationName. */
  readonly without: (target: string, name: string) => void;
  readonly drop: (target: string) => void;
  readonly undo: (target: string) => void;
  readonly open: number;
}
export type DraftStep = Partial<Omit<KnowledgeDraft, 'target'>>;

const nothing: KnowledgeDraft = { target: '', ops: [] };

function whole(target: string, steps: readonly DraftStep[]): KnowledgeDraft {
  const facts = steps.reduce<DraftStep['facts']>((last, step) => step.facts ?? last, undefined);
  return {
    target,
    ops: steps.flatMap(({ ops = [] }) => ops).reduce(withOperation, []),
    takenBack: [...new Set(steps.flatMap(({ takenBack = [] }) => takenBack))],
    ...(facts ? { facts } : {}),
  };
}
const lessOf = ({ ops = [], takenBack = [], ...rest }: DraftStep, name: string): DraftStep => ({
  ...rest,
  ops: withoutOperation(ops, name),
  takenBack: takenBack.filter((each) => each !== name),
});
const saysSomething = ({ ops = [], takenBack = [], facts }: DraftStep) =>
  ops.length + takenBack.length > 0 || facts !== undefined;

/** Each step of a draft is kept, so that it can be taken back. Leaving the page with a draft asks first. */
export function useDrafts(): Drafts {
  const [steps, setSteps] = React.useState<ReadonlyMap<string, readonly DraftStep[]>>(new Map());
  const put = (target: string, next: readonly DraftStep[]) =>
    setSteps((before) => {
      const after = new Map(before);
      if (next.length > 0) after.set(target, next);
      else after.delete(target);
      return after;
    });
  // The same draft as long as nothing changes: views compute much from it.
  const drafts = React.useMemo(
    () => new Map([...steps].map(([target, list]) => [target, whole(target, list)])),
    [steps],
  );
  const open = steps.size;
  React.useEffect(() => {
    if (open === 0) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [open]);
  const stepsOf = (target: string) => steps.get(target) ?? [];
  return {
    of: (target) => drafts.get(target) ?? nothing,
    add: (target, step) => put(target, [...stepsOf(target), step]),
    without: (target, name) =>
      put(
        target,
        stepsOf(target)
          .map((step) => lessOf(step, name))
          .filter(saysSomething),
      ),
    drop: (target) => put(target, []),
    undo: (target) => put(target, stepsOf(target).slice(0, -1)),
    open,
  };
}

/** The value once nothing has changed for a moment: reading all packages at every key would stutter. Milliseconds. */
export function useSettled<T>(value: T, wait = 250): T {
  const [settled, setSettled] = React.useState(value);
  React.useEffect(() => {
    const timer = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return settled;
}
