/** Calls functions of the object that a framed page registered, without knowing under which of its ids it did so. */
import type { PlacedContribution } from '../page/contributions';
import { textProperty } from '../page/contributions';
import { tellDeveloper } from './tell-developer';

export type CallOutcome =
  | { readonly kind: 'answered'; readonly value: unknown }
  /** No such object, or no such function on it: both are allowed, since every listener is optional. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed'; readonly problem: unknown };

export interface FramedPage {
  /** Calls in the order they were asked for, also while the object is still being looked for. */
  call(method: string, ...args: readonly unknown[]): Promise<CallOutcome>;
  /** A property that is a value, or what it answers when it is a function of `args`. */
  value(name: string, ...args: readonly unknown[]): Promise<CallOutcome>;
}

export interface Lookup {
  /** Asks the page for an object by id; rejects when it registered none. */
  readonly ask: (id: string) => Promise<unknown>;
  readonly ids: readonly string[];
  /**
   * Waits in milliseconds before each attempt. The first lets the answer to the handshake go out: what a page gets before
   * it, it drops without a word. The others are for pages that register some time later.
   */
  readonly patience: readonly number[];
}

/** Ids in the order of the original: the declared one, the full id, and the short one of older samples. */
export function registeredIds({ contribution }: PlacedContribution): readonly string[] {
  const declared = textProperty(contribution, 'registeredObjectId');
  return [...new Set([...(declared ? [declared] : []), contribution.fullId, contribution.id])];
}

type Remote = Readonly<Record<string, unknown>>;

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function find({ ask, ids }: Lookup): Promise<Remote | undefined> {
  for (const id of ids) {
    const found = await ask(id).catch(() => undefined);
    if (typeof found === 'object' && found !== null) return found as Remote;
  }
  return undefined;
}

async function findPatiently(lookup: Lookup): Promise<Remote | undefined> {
  for (const pause of lookup.patience) {
    await wait(pause);
    const found = await find(lookup);
    if (found) return found;
  }
  return undefined;
}

async function outcomeOf(work: () => unknown): Promise<CallOutcome> {
  try {
    return { kind: 'answered', value: await work() };
  } catch (problem) {
    const text =
      typeof problem === 'object' && problem !== null && 'message' in problem ? problem.message : problem;
    tellDeveloper(`A function of an extension's page failed: ${String(text)}`);
    return { kind: 'failed', problem };
  }
}

export function framedPage(lookup: Lookup): FramedPage {
  let remote: Promise<Remote | undefined> | undefined;
  /** A page that had its time and registered nothing is still asked, but not waited for again. */
  let { patience } = lookup;
  function object(): Promise<Remote | undefined> {
    // One object per page: a registered factory would make another for every question.
    remote ??= findPatiently({ ...lookup, patience }).then((found) => {
      if (!found) remote = undefined;
      patience = lookup.patience.slice(0, 1);
      return found;
    });
    return remote;
  }
  return {
    async call(method, ...args) {
      const work = (await object())?.[method];
      return typeof work === 'function' ? outcomeOf(() => work(...args)) : { kind: 'absent' };
    },
    async value(name, ...args) {
      const found = (await object())?.[name];
      if (found === undefined) return { kind: 'absent' };
      return outcomeOf(() => (typeof found === 'function' ? found(...args) : found));
    },
  };
}
