/**
 * Where edits wait that are not stored yet, so that they outlive the page: the storage of the browser, for one person
 * in one project. Many browsers refuse it to a frame of another origin; then the page says so.
 */
import { asId, modelId } from '../../../core/model/ids';
import type { ModelId } from '../../../core/model/ids';

export interface KeptText {
  /** Of this shelf alone. */
  readonly key: string;
  readonly model: ModelId;
  readonly text: string;
}

export interface EditShelf {
  /** Everything of this person in this project. */
  readonly all: () => readonly KeptText[];
  /** `window`: whose page wrote it. `refused`: the browser keeps nothing, or has no room. */
  readonly keep: (model: ModelId, window: string, text: string) => 'kept' | 'refused';
  readonly remove: (model: ModelId, window: string) => void;
  /** Removes what another page left, unless that page wrote something newer meanwhile. */
  readonly take: (kept: KeptText) => void;
}

/** Whose edits these are; ids as the host gives them. */
export interface ShelfOwner {
  readonly organisation: string;
  readonly project: string;
  readonly user: string;
}

/** A file with edits that were not stored. */
export const editsFile = { ending: 'edits.json' };

/** The version of the keys; that of the text stands in it. */
const root = 'without.edits.1';

/** What the browser throws is always an answer: no. */
function attempt<T>(what: () => T, otherwise: T): T {
  try {
    return what();
  } catch {
    return otherwise;
  }
}

/** `storage` throws where the browser refuses it. */
export function browserShelf(
  { organisation, project, user }: ShelfOwner,
  storage: () => Storage = () => window.localStorage,
): EditShelf {
  const prefix = `${[root, organisation, project, user].join('/')}/`;
  const keyOf = (model: ModelId, window: string) => `${prefix}${model}/${window}`;
  const read = (key: string): KeptText[] => {
    const text = storage().getItem(key);
    const model = asId(modelId, key.slice(prefix.length).split('/')[0] ?? '');
    return text === null || !model ? [] : [{ key, model, text }];
  };
  return {
    all: () =>
      attempt(
        () =>
          Object.keys(storage())
            .filter((key) => key.startsWith(prefix))
            .sort()
            .flatMap(read),
        [],
      ),
    keep: (model, window, text) =>
      attempt(() => {
        storage().setItem(keyOf(model, window), text);
        return 'kept';
      }, 'refused'),
    remove: (model, window) => attempt(() => storage().removeItem(keyOf(model, window)), undefined),
    take: ({ key, text }) =>
      attempt(() => {
        if (storage().getItem(key) === text) storage().removeItem(key);
      }, undefined),
  };
}

/** Keeps nothing: for a page that nobody told where to. */
export const noShelf: EditShelf = {
  all: () => [],
  keep: () => 'refused',
  remove: () => undefined,
  take: () => undefined,
};
