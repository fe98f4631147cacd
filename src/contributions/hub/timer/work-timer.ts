/**
 * The timer for time spent on a model: somebody starts it, it is seen while it runs, and nothing is entered before they
 * say so. It outlives a reload where the browser lets a page keep something.
 */
export interface Running {
  readonly model: string;
  /** ISO instant. */
  readonly since: string;
}

export interface Shelf {
  readonly get: () => string | null;
  readonly put: (text: string | undefined) => void;
  /** Calls whenever another page of the browser put something else there. */
  readonly follow: (listener: () => void) => void;
}

const key = 'without.timer';

/** Storage of the browser; one that is blocked keeps nothing, and the timer lives as long as the page. */
const browserShelf: Shelf = {
  get: () => {
    try {
      return window.localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  put: (text) => {
    try {
      if (text === undefined) window.localStorage.removeItem(key);
      else window.localStorage.setItem(key, text);
    } catch {
      // Blocked for pages inside others; the page's own memory has it.
    }
  },
  follow: (listener) =>
    window.addEventListener('storage', (event) => {
      // A null key: everything was cleared.
      if (event.key === key || event.key === null) listener();
    }),
};

function read(text: string | null): Running | undefined {
  const [model = '', since = ''] = (text ?? '').split(' ');
  return model !== '' && !Number.isNaN(Date.parse(since)) ? { model, since } : undefined;
}

export class WorkTimer {
  #running: Running | undefined;
  readonly #listeners = new Set<() => void>();

  /** Lives as long as its page. Pages beside one another have one timer: else its minutes would be entered twice. */
  constructor(private readonly shelf: Shelf = browserShelf) {
    this.#running = read(shelf.get());
    shelf.follow(() => this.#tell(read(shelf.get())));
  }

  get running(): Running | undefined {
    return this.#running;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  start(running: Running): void {
    this.#set(running);
  }

  /** Ends it; what was measured is told, and entered by nobody but a person. */
  stop(): void {
    this.#set(undefined);
  }

  #set(running: Running | undefined): void {
    this.shelf.put(running && `${running.model} ${running.since}`);
    this.#tell(running);
  }

  #tell(running: Running | undefined): void {
    this.#running = running;
    for (const listener of [...this.#listeners]) listener();
  }
}

/** Whole minutes from one instant to another; at least 1, at most the week that an entry may have. */
export function minutesBetween(since: string, now: string): number {
  const minutes = Math.round((Date.parse(now) - Date.parse(since)) / 60_000);
  return Math.min(10_080, Math.max(1, minutes));
}
