/** What the page works with: the knowledge of everybody, and the drafts of this person, one per package. */
import * as React from 'react';
import type { OrganisationApp } from '../../app/organisation-app';
import type { OwnKnowledge } from '../../app/own-knowledge';
import type { KnowledgeExamples } from '../../app/ports';
import { withOperation } from '../../core/kb/knowledge-draft';
import type { Operation } from '../../core/kb/overlay-schema';
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
  readonly of: (target: string) => readonly Operation[];
  readonly add: (target: string, ops: readonly Operation[]) => void;
  readonly drop: (target: string) => void;
  readonly undo: (target: string) => void;
  readonly open: number;
}

const nothing: readonly Operation[] = [];

/** Each step of a draft is kept, so that it can be taken back. Leaving the page with a draft asks first. */
export function useDrafts(): Drafts {
  const [steps, setSteps] = React.useState<ReadonlyMap<string, readonly (readonly Operation[])[]>>(new Map());
  const put = (target: string, next: readonly (readonly Operation[])[]) =>
    setSteps((before) => {
      const after = new Map(before);
      if (next.length > 0) after.set(target, next);
      else after.delete(target);
      return after;
    });
  // The same list as long as nothing changes: views compute much from it.
  const whole = React.useMemo(
    () => new Map([...steps].map(([target, list]) => [target, list.flat().reduce(withOperation, nothing)])),
    [steps],
  );
  const open = steps.size;
  React.useEffect(() => {
    if (open === 0) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [open]);
  return {
    of: (target) => whole.get(target) ?? nothing,
    add: (target, ops) => put(target, [...(steps.get(target) ?? []), ops]),
    drop: (target) => put(target, []),
    undo: (target) => put(target, (steps.get(target) ?? []).slice(0, -1)),
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
