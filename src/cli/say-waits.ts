/** Tells the person why nothing happens while the service asks for patience. */

/** A shorter one is over before anybody wonders. Milliseconds. */
const worthSaying = 3000;
/** So long nothing more is said of waiting: a long run has many. Milliseconds. */
const quietFor = 30_000;

/** To be told of each wait in milliseconds; says the first one, and later ones now and then. */
export function sayWaits(
  err: (line: string) => void,
  now: () => number = () => performance.now(),
): (milliseconds: number) => void {
  let quietUntil = -Infinity;
  return (milliseconds) => {
    if (milliseconds < worthSaying || now() < quietUntil) return;
    quietUntil = now() + quietFor;
    err(`Azure DevOps is busy and asks to wait: going on in ${Math.ceil(milliseconds / 1000)} s.`);
  };
}
