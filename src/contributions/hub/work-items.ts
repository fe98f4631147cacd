/** Keeps the states of the model's work items fresh while the page is looked at, at one cheap read per look. */
import * as React from 'react';
import type { App } from '../../app/app';
import type { Model } from '../../core/model/model';
import type { WorkItem } from '../../core/sync/backlog-picture';
import { sentenceOf } from '../../ui/words';

export type WorkItems = ReadonlyMap<number, WorkItem>;

/** Milliseconds between two looks at the backlog while the page is visible. */
const lookEvery = 15_000;

/** Every work item that the model names, ascending. */
export function workItemIds(
  model: Pick<Model, 'storyLink' | 'realisation' | 'question' | 'requirement' | 'assumption'>,
): readonly number[] {
  const ids = new Set<number>();
  for (const link of model.storyLink.values()) ids.add(link.story);
  for (const realisation of model.realisation.values())
    if (realisation.workItem) ids.add(realisation.workItem);
  for (const { workItem } of model.question.values()) if (workItem !== undefined) ids.add(workItem);
  for (const { stories, workItems } of model.requirement.values())
    for (const id of [...stories, ...workItems]) ids.add(id);
  for (const { stories } of model.assumption.values()) for (const id of stories) ids.add(id);
  return [...ids].sort((a, b) => a - b);
}

const sameItems = (a: WorkItems, b: WorkItems): boolean =>
  a.size === b.size && [...a].every(([id, item]) => b.get(id)?.rev === item.rev);

const sameIds = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  a.size === b.size && [...a].every((id) => b.has(id));

/** Calls `look` when the page gets attention, and every 15 s while it is visible. */
export function useAttention(look: () => void): void {
  React.useEffect(() => {
    const whenVisible = () => {
      if (document.visibilityState === 'visible') look();
    };
    const timer = setInterval(whenVisible, lookEvery);
    window.addEventListener('focus', whenVisible);
    document.addEventListener('visibilitychange', whenVisible);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', whenVisible);
      document.removeEventListener('visibilitychange', whenVisible);
    };
  }, [look]);
}

export interface WatchedItems {
  readonly items: WorkItems;
  /** The ids that the last answer was about. Only one of them that is missing in `items` is gone or unreadable. */
  readonly asked: ReadonlySet<number>;
  /** Why the last look failed; the items are then as old as the look before. */
  readonly problem: string | undefined;
  readonly look: () => void;
}

export function useWorkItems(app: Pick<App, 'readWorkItems'>, model: Model): WatchedItems {
  const { storyLink, realisation, question, requirement, assumption } = model;
  const key = React.useMemo(
    () => workItemIds({ storyLink, realisation, question, requirement, assumption }).join(),
    [storyLink, realisation, question, requirement, assumption],
  );
  const [state, setState] = React.useState<Omit<WatchedItems, 'look'>>({
    items: new Map(),
    asked: new Set(),
    problem: undefined,
  });
  // Answers may overtake one another: what is shown is from the newest look that was answered.
  const rounds = React.useRef({ asked: 0, shown: 0 });
  React.useEffect(() => () => void (rounds.current.shown = Infinity), []);
  // A dialog that was opened earlier looks, too: it must not ask for the ids of then, and hide the newer ones.
  const newest = React.useRef(key);
  newest.current = key;
  const look = React.useCallback(() => {
    const ids = newest.current === '' ? [] : newest.current.split(',').map(Number);
    const round = (rounds.current.asked += 1);
    const show = (change: (old: Omit<WatchedItems, 'look'>) => Omit<WatchedItems, 'look'>) => {
      if (round <= rounds.current.shown) return;
      rounds.current.shown = round;
      setState(change);
    };
    const asked = new Set(ids);
    app.readWorkItems(ids).then(
      (fresh) =>
        show((old) => ({
          items: sameItems(old.items, fresh) ? old.items : fresh,
          asked: sameIds(old.asked, asked) ? old.asked : asked,
          problem: undefined,
        })),
      (error: unknown) => show((old) => ({ ...old, problem: sentenceOf(error) })),
    );
  }, [app]);
  React.useEffect(look, [look, key]);
  useAttention(look);
  return { ...state, look };
}
