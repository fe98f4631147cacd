/** Whether a person wants to see the picture: kept as long as the frame, and longer where the browser keeps anything. */
const key = 'without.item-picture';

let here: boolean | undefined;

/** A frame of another origin is often refused its storage: then it begins closed in every new frame. */
export function readHabit(): boolean {
  if (here !== undefined) return here;
  try {
    return window.localStorage.getItem(key) === 'open';
  } catch {
    return false;
  }
}

export function keepHabit(open: boolean): void {
  here = open;
  try {
    window.localStorage.setItem(key, open ? 'open' : 'closed');
  } catch {
    // The next frame begins closed; nothing else is lost.
  }
}
