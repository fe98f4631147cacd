/** Ends this process as a child ends, and hands on the signals by which a person stops it. */

const stops = ['SIGINT', 'SIGTERM'];

/**
 * A killed `npm start` does not hand its signal on: npm's shell dies, and the server would keep port and data. So
 * under npm we watch for the parent to go.
 */
function stopWithParent(child) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 500).unref();
}

/** Success only for a child that said so or was stopped on purpose: a crash is a signal too (SIGSEGV, SIGKILL). */
export function follow(child) {
  stopWithParent(child);
  for (const signal of stops) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (stops.includes(signal) ? 0 : 1)));
}
